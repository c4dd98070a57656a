import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { pdfType } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { PermitParams } from './schema.ts'
import { permitLetter } from './service.ts'

export const permitLetterRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/izin/:permit/surat.pdf', {
    config: { may: 'read-permits', about: 'reach' },
    schema: { hide: true, params: PermitParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { permit } = request.params
      const pdf = await permitLetter(app, own.region, own.signedIn, permit)
      if (!pdf || isRefusal(pdf)) return reply.refuse(pdf ?? { refused: 'not-found' })
      return reply.header('content-disposition', `attachment; filename="surat-${permit}.pdf"`).type(pdfType).send(pdf)
    },
  })
}
