import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { findRegion } from '../region/service.ts'
import { AnswerForm, RecallParams } from './schema.ts'
import { answerRecall } from './service.ts'

export const recallRoutes: FastifyPluginAsyncZod = async (app) => {
  // Without the phone's script, which signs an answer, keeps it and sends it as a check-in.
  app.post('/:region/saya/panggilan/:recall', {
    config: { may: 'own-day', about: 'reach', page: '/:region/saya' },
    schema: { hide: true, params: RecallParams, body: AnswerForm },
    handler: async (request, reply) => {
      const { params, body, signedIn } = request
      const region = await findRegion(app.db, params.region)
      if (!region || signedIn?.employee === undefined) return reply.refuse({ refused: 'not-found' })
      const answer = { answer: body.jawab, why: body.alasan }
      const refused = await answerRecall(app, region, signedIn.employee, params.recall, answer)
      return refused ? reply.refuse(refused) : reply.redirect(`/${region.slug}/saya`, 303)
    },
  })
}
