import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { originOf } from '#platform/origin.ts'
import { pdfType } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { readDraft } from '../draft/service.ts'
import { PdfOut } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { CircularParams, DraftParams } from './schema.ts'
import { filedCircular, letterOf } from './service.ts'

export const letterRoutes: FastifyPluginAsyncZod = async (app) => {
  async function ofDraft(request: FastifyRequest, reply: FastifyReply) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const read = await readDraft(app, own.region, (request.params as z.infer<typeof DraftParams>).draft)
    if (!read) return reply.refuse({ refused: 'not-found' })
    const pdf = await letterOf(app, own.region, originOf(app, request), read.coming)
    if (isRefusal(pdf)) return reply.refuse(pdf)
    return reply
      .header('content-disposition', `inline; filename="konsep-${read.draft.doc.id}.pdf"`)
      .type(pdfType)
      .send(pdf)
  }

  async function ofCircular(request: FastifyRequest, reply: FastifyReply) {
    const { region: name, circular } = request.params as z.infer<typeof CircularParams>
    const region = await findRegion(app.db, name)
    const filed = region && (await filedCircular(app, region, circular))
    if (!filed) return reply.refuse({ refused: 'not-found' })
    const pdf = await letterOf(app, region, originOf(app, request), filed)
    if (isRefusal(pdf)) return reply.refuse(pdf)
    return reply.header('content-disposition', `inline; filename="${circular}.pdf"`).type(pdfType).send(pdf)
  }

  app.get('/:region/konsep/:draft/surat.pdf', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: DraftParams },
    handler: ofDraft,
  })

  app.get('/api/v1/regions/:region/drafts/:draft/letter.pdf', {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'A draft set as an official letter, marked as a draft',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: PdfOut },
    },
    handler: ofDraft,
  })

  app.get('/:region/edaran/:circular/naskah.pdf', {
    config: { may: 'public' },
    schema: { hide: true, params: CircularParams },
    handler: ofCircular,
  })

  app.get('/api/v1/regions/:region/circulars/:circular/letter.pdf', {
    config: { may: 'public' },
    schema: {
      summary: 'A document set as an official letter, of its text; as it was signed: `signed-letter.pdf`',
      tags: ['circular'],
      params: CircularParams,
      response: { 200: PdfOut },
    },
    handler: ofCircular,
  })
}
