import { randomUUID } from 'node:crypto'
import { isReady } from '@piket/domain/circular/readiness.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { readForm } from '#platform/form.ts'
import { asWritten } from '#platform/invalid.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { originOf } from '#platform/origin.ts'
import { pdfType } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { PdfOut } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import {
  DraftParams,
  LetterIn,
  LetterParams,
  ReadinessOut,
  SignedLetterOut,
  SignedOut,
  SigningForm,
  SigningIn,
  SigningQuery,
} from './schema.ts'
import {
  type Letter,
  type LetterMarks,
  largestLetter,
  letterMarksOf,
  letterToSign,
  readiness,
  sign,
  signedLetter,
  takeLetter,
} from './service.ts'
import { SignPage } from './sign-page.tsx'
import { text } from './text.ts'

const page = '/:region/konsep/:draft/tanda-tangan'
const api = '/api/v1/regions/:region'

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

  async function toSign(request: FastifyRequest, reply: FastifyReply) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { draft } = request.params as z.infer<typeof DraftParams>
    const pdf = await letterToSign(app, own.region, originOf(app, request), draft)
    if (!pdf || isRefusal(pdf)) return reply.refuse(pdf ?? { refused: 'not-found' })
    return reply.header('content-disposition', `attachment; filename="surat-${draft}.pdf"`).type(pdfType).send(pdf)
  }

  async function asSigned(request: FastifyRequest, reply: FastifyReply) {
    const { region: name, circular } = request.params as z.infer<typeof LetterParams>
    const region = await findRegion(app.db, name)
    const letter = region && (await signedLetter(app, region, circular))
    if (!letter) return reply.refuse({ refused: 'not-found' })
    return reply.header('content-disposition', `inline; filename="${circular}.pdf"`).type(pdfType).send(letter.content)
  }

  app.get(`${page}/surat.pdf`, {
    config: { may: 'write-drafts' },
    schema: { hide: true, params: DraftParams },
    handler: toSign,
  })

  app.get('/:region/edaran/:circular/surat.pdf', {
    config: { may: 'public' },
    schema: { hide: true, params: LetterParams },
    handler: asSigned,
  })

  app.get(`${api}/drafts/:draft/signing`, {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'What stands between a draft and its signature',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: ReadinessOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const read = await readiness(app, own.region, request.params.draft)
      if (!read) return reply.refuse({ refused: 'not-found' })
      const { draft, held } = read
      if (draft.endedAs !== null) return reply.refuse({ refused: 'draft-ended' })
      return {
        ...{ draft: draft.id, newest_edit: draft.edits.at(-1)?.number ?? 0, ready: isReady(held) },
        ...{ errors: [...held.errors], questions: [...held.questions] },
      }
    },
  })

  app.get(`${api}/drafts/:draft/signing/letter.pdf`, {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'The letter to be signed, of the text as its signature will make it law',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: PdfOut },
    },
    handler: toSign,
  })

  app.post(`${api}/drafts/:draft/signing`, {
    config: { may: 'write-drafts', sends: SigningIn.extend(LetterIn.shape) },
    schema: {
      summary: 'Keep the signed letter and make the draft law; sent twice it is once',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: SignedOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const form = await readForm<Letter>(request, takeLetter, { files: 1, bytes: largestLetter })
      if (form.refusal) return reply.refuse(form.refusal)
      const parsed = SigningIn.safeParse(form.fields)
      if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields, asWritten))
      const origin = originOf(app, request)
      const { draft } = request.params
      const done = await sign(app, own.region, own.signedIn, draft, signingOf(parsed.data), form.files[0], origin)
      return isRefusal(done) ? reply.refuse(done) : done
    },
  })

  app.get(`${api}/circulars/:circular/signed-letter`, {
    config: { may: 'public' },
    schema: {
      summary: 'What is kept of the signed letter of a document: its hash, who signed it, and whether Piket made it',
      tags: ['circular'],
      params: LetterParams,
      response: { 200: SignedLetterOut },
    },
    handler: async ({ params }, reply) => {
      const region = await findRegion(app.db, params.region)
      const marks = region && (await letterMarksOf(app, region, params.circular))
      return marks ? marksOut(marks) : reply.refuse({ refused: 'not-found' })
    },
  })

  app.get(`${api}/circulars/:circular/signed-letter.pdf`, {
    config: { may: 'public' },
    schema: {
      summary: 'The signed letter of a document, byte for byte',
      tags: ['circular'],
      params: LetterParams,
      response: { 200: PdfOut },
    },
    handler: asSigned,
  })
}

const marksOut = ({ sha256, isSame, differs, signedBy, keptAt }: LetterMarks): z.input<typeof SignedLetterOut> => ({
  ...{ sha256, same: isSame, differs, signed_by: signedBy, kept_at: keptAt.toISOString() },
})

const signingOf = ({ form, read, differs, ...letter }: z.output<typeof SigningIn>): SigningForm => ({
  ...{ nomor: form, dibaca: read, nomor_surat: letter.number, tanggal_surat: letter.issued_on },
  ...{ mulai: letter.from, sampai: letter.until, tinjau: letter.review },
  ...{ penandatangan: letter.signed_by, beda: differs },
})
