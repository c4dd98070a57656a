import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readForm } from '#platform/form.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { originOf } from '#platform/origin.ts'
import { pdfType } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { DraftParams, LetterParams, SigningForm, SigningQuery } from './schema.ts'
import { type Letter, largestLetter, letterToSign, readiness, sign, signedLetter, takeLetter } from './service.ts'
import { SignPage } from './sign-page.tsx'
import { text } from './text.ts'

const page = '/:region/konsep/:draft/tanda-tangan'

export const signingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(page, {
    config: { may: 'write-drafts' },
    schema: { hide: true, params: DraftParams, querystring: SigningQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const read = await readiness(app, region, request.params.draft)
      if (!read) return reply.refuse({ refused: 'not-found' })
      if (read.draft.endedAs === 'signed') return reply.redirect(`/${region.slug}/edaran/${read.draft.doc.id}`, 303)
      if (read.draft.endedAs !== null) return reply.refuse({ refused: 'draft-ended' })
      return reply.page(
        <SignPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...read}
          id={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post(page, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const form = await readForm<Letter>(request, takeLetter, { files: 1, bytes: largestLetter })
      if (form.refusal) return reply.refuse(form.refusal)
      const parsed = SigningForm.safeParse(form.fields)
      if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields))
      const { draft } = request.params
      const origin = originOf(app, request)
      const done = await sign(app, own.region, own.signedIn, draft, parsed.data, form.files[0], origin)
      if (isRefusal(done)) return reply.refuse(done)
      return reply.redirect(`/${own.region.slug}/edaran/${done.circular}`, 303)
    },
  })

  app.get(`${page}/surat.pdf`, {
    config: { may: 'write-drafts' },
    schema: { hide: true, params: DraftParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { draft } = request.params
      const pdf = await letterToSign(app, own.region, originOf(app, request), draft)
      if (!pdf || isRefusal(pdf)) return reply.refuse(pdf ?? { refused: 'not-found' })
      return reply.header('content-disposition', `attachment; filename="surat-${draft}.pdf"`).type(pdfType).send(pdf)
    },
  })

  app.get('/:region/edaran/:circular/surat.pdf', {
    config: { may: 'public' },
    schema: { hide: true, params: LetterParams },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      const letter = region && (await signedLetter(app, region, request.params.circular))
      if (!letter) return reply.refuse({ refused: 'not-found' })
      return reply
        .header('content-disposition', `inline; filename="${request.params.circular}.pdf"`)
        .type(pdfType)
        .send(letter.content)
    },
  })
}
