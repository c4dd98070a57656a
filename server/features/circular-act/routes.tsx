import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { readForm } from '#platform/form.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Own, ownOf } from '../session/service.ts'
import { type Letter, largestLetter, takeLetter } from '../signing/service.ts'
import { ActPage } from './act-page.tsx'
import { ActParams, ActQuery, AnswerForm, ExtensionForm, RevocationForm } from './schema.ts'
import { actableOf, answer, extend, revoke } from './service.ts'
import { text } from './text.ts'

const page = '/:region/edaran/:circular/tindak'

export const circularActRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(page, {
    config: { may: 'write-drafts' },
    schema: { hide: true, params: ActParams, querystring: ActQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const actable = await actableOf(app, region, request.params.circular)
      if (isRefusal(actable)) return reply.refuse(actable)
      return reply.page(
        <ActPage
          view={request.viewOf(region)}
          slug={region.slug}
          actable={actable}
          form={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })

  /** Reads the form with its letter, does what it says, and leads to the document that does it. */
  async function done<Form>(
    request: FastifyRequest,
    reply: FastifyReply,
    schema: z.ZodType<Form>,
    act: (
      own: Own,
      circular: string,
      form: Form,
      letter: Letter | undefined,
    ) => Promise<{ circular: string } | Refusal>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const form = await readForm<Letter>(request, takeLetter, { files: 1, bytes: largestLetter })
    if (form.refusal) return reply.refuse(form.refusal)
    const parsed = schema.safeParse(form.fields)
    if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields))
    const { circular } = request.params as { readonly circular: string }
    const made = await act(own, circular, parsed.data, form.files[0])
    if (isRefusal(made)) return reply.refuse(made)
    return reply.redirect(`/${own.region.slug}/edaran/${made.circular}`, 303)
  }

  app.post('/:region/edaran/:circular/perpanjang', {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: ActParams },
    handler: (request, reply) =>
      done(request, reply, ExtensionForm, ({ region, signedIn }, circular, form, letter) =>
        extend(app, region, signedIn, circular, form, letter),
      ),
  })

  app.post('/:region/edaran/:circular/cabut', {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: ActParams },
    handler: (request, reply) =>
      done(request, reply, RevocationForm, ({ region, signedIn }, circular, form, letter) =>
        revoke(app, region, signedIn, circular, form, letter),
      ),
  })

  app.post('/:region/edaran/:circular/jawab', {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: ActParams, body: AnswerForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { pertanyaan: question, bacaan: reading } = request.body
      const { circular } = request.params
      const refusal = await answer(app, own.region, own.signedIn, circular, { question, reading })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/edaran/${circular}/tindak`, 303)
    },
  })
}
