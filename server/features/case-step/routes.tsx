import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { CaseParams, DecisionForm, DeskParams, WordsForm } from './schema.ts'
import { appealCase, clarify, decideCase, viewCase } from './service.ts'

export const caseStepRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const [path, say] of [
    ['klarifikasi', clarify],
    ['banding', appealCase],
  ] as const)
    app.post(`/:region/kasus/:case/${path}`, {
      config: { may: 'own-cases', about: 'reach', page: '/:region/kasus/:case' },
      schema: { hide: true, params: CaseParams, body: WordsForm },
      handler: async (request, reply) => {
        const own = await ownOf(app, request)
        if (isRefusal(own)) return reply.refuse(own)
        const { region, signedIn } = own
        if (signedIn.employee === undefined) return reply.refuse({ refused: 'not-found' })
        const { case: id } = request.params
        const refusal = await say(app, region, signedIn.employee, id, request.body.kata)
        if (refusal) return reply.refuse(refusal)
        return reply.redirect(`/${region.slug}/kasus/${id}?terkirim=ya`, 303)
      },
    })

  app.post('/:region/kasus/tinjau/:employee/:case/pandangan', {
    config: { may: 'follow-cases', about: 'reach', reads: 'cases', page: '/:region/kasus/tinjau/:employee/:case' },
    schema: { hide: true, params: DeskParams, body: WordsForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { employee, case: id } = request.params
      const refusal = await viewCase(app, region, signedIn, { employee, id }, request.body.kata)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${region.slug}/kasus/tinjau?terkirim=ya`, 303)
    },
  })

  app.post('/:region/kasus/tinjau/:employee/:case/putusan', {
    config: { may: 'follow-cases', about: 'reach', reads: 'cases', page: '/:region/kasus/tinjau/:employee/:case' },
    schema: { hide: true, params: DeskParams, body: DecisionForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { employee, case: id } = request.params
      const { putaran: round, putusan: outcome, kata: reason, butir, tindakan } = request.body
      const answer = { round, outcome, reason, clause: butir ?? null, measure: tindakan ?? null }
      const refusal = await decideCase(app, region, signedIn, { employee, id }, answer)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${region.slug}/kasus/tinjau?terkirim=ya`, 303)
    },
  })
}
