import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { readForm } from '#platform/form.ts'
import { asWritten, type ParameterName } from '#platform/invalid.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Own, ownOf } from '../session/service.ts'
import { type Letter, largestLetter, takeLetter } from '../signing/service.ts'
import { ActPage } from './act-page.tsx'
import {
  type ActIn,
  ActParams,
  ActQuery,
  AnswerForm,
  AnswerIn,
  AnswerOut,
  ExtensionForm,
  ExtensionIn,
  type LetterForm,
  LetterIn,
  RevocationForm,
  RevocationIn,
  SignedOut,
} from './schema.ts'
import { actableOf, answer, extend, revoke } from './service.ts'
import { text } from './text.ts'

const page = '/:region/edaran/:circular/tindak'
const api = '/api/v1/regions/:region/circulars/:circular'

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

  /** Reads a form with its letter. @param called what its fields are called; absent: as on the page */
  async function sentBy<Form>(
    request: FastifyRequest,
    schema: z.ZodType<Form>,
    called?: ParameterName,
  ): Promise<Sent<Form> | Refusal> {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return own
    const { fields, files, refusal } = await readForm<Letter>(request, takeLetter, { files: 1, bytes: largestLetter })
    if (refusal) return refusal
    const parsed = schema.safeParse(fields)
    if (!parsed.success) return invalidFields(parsed.error, fields, called)
    const { circular } = request.params as z.infer<typeof ActParams>
    return { ...own, circular, form: parsed.data, letter: files[0] }
  }

  /** Leads to the document that does what a form says. */
  const ledTo = (reply: FastifyReply, { region }: Own, made: { readonly circular: string } | Refusal) =>
    isRefusal(made) ? reply.refuse(made) : reply.redirect(`/${region.slug}/edaran/${made.circular}`, 303)

  app.post('/:region/edaran/:circular/perpanjang', {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: ActParams },
    handler: async (request, reply) => {
      const sent = await sentBy(request, ExtensionForm)
      if (isRefusal(sent)) return reply.refuse(sent)
      const { region, signedIn, circular, form, letter } = sent
      return ledTo(reply, sent, await extend(app, region, signedIn, circular, form, letter))
    },
  })

  app.post('/:region/edaran/:circular/cabut', {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: ActParams },
    handler: async (request, reply) => {
      const sent = await sentBy(request, RevocationForm)
      if (isRefusal(sent)) return reply.refuse(sent)
      const { region, signedIn, circular, form, letter } = sent
      return ledTo(reply, sent, await revoke(app, region, signedIn, circular, form, letter))
    },
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

  app.post(`${api}/extension`, {
    config: { may: 'write-drafts', sends: ExtensionIn.extend(LetterIn.shape) },
    schema: {
      summary: 'Extend a document by a letter of its own; sent twice it is once',
      tags: ['circular'],
      params: ActParams,
      response: { 200: SignedOut },
    },
    handler: async (request, reply) => {
      const sent = await sentBy(request, ExtensionIn, asWritten)
      if (isRefusal(sent)) return reply.refuse(sent)
      const { region, signedIn, circular, form, letter } = sent
      const extension = { ...letterForm(form), sampai: form.until }
      const made = await extend(app, region, signedIn, circular, extension, letter)
      return isRefusal(made) ? reply.refuse(made) : made
    },
  })

  app.post(`${api}/revocation`, {
    config: { may: 'write-drafts', sends: RevocationIn.extend(LetterIn.shape) },
    schema: {
      summary: 'Revoke a document by a letter of its own; sent twice it is once',
      tags: ['circular'],
      params: ActParams,
      response: { 200: SignedOut },
    },
    handler: async (request, reply) => {
      const sent = await sentBy(request, RevocationIn, asWritten)
      if (isRefusal(sent)) return reply.refuse(sent)
      const { region, signedIn, circular, form, letter } = sent
      const made = await revoke(app, region, signedIn, circular, { ...letterForm(form), sejak: form.from }, letter)
      return isRefusal(made) ? reply.refuse(made) : made
    },
  })

  app.post(`${api}/answers`, {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'Say how a question of a document is read from now on; what was decided before stays',
      tags: ['circular'],
      params: ActParams,
      body: AnswerIn,
      response: { 200: AnswerOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { circular } = request.params
      const refusal = await answer(app, own.region, own.signedIn, circular, request.body)
      return refusal ? reply.refuse(refusal) : { circular, ...request.body }
    },
  })
}

interface Sent<Form> extends Own {
  readonly circular: string
  readonly form: Form
  readonly letter: Letter | undefined
}

const letterForm = ({ form, number, issued_on, signed_by }: ActIn): LetterForm => ({
  ...{ nomor: form, nomor_surat: number, tanggal_surat: issued_on, penandatangan: signed_by },
})
