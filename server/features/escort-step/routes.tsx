import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { AnswerForm, AssignmentForm, EscortParams, ProposalForm, RegionParams } from './schema.ts'
import { answerEscort, assignTeam, proposeDay } from './service.ts'

const page = '/:region/pendamping/hari'
const back = (slug: string, day: Day) => `/${slug}/pendamping/hari?tanggal=${day}`

export const escortStepRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post('/:region/pendamping/hari', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: RegionParams, body: ProposalForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, hari, sidik: mark } = request.body
      const day = hari as Day
      const refusal = await proposeDay(app, own.region, own.signedIn, { id, day, mark })
      return refusal ? reply.refuse(refusal) : reply.redirect(back(own.region.slug, day), 303)
    },
  })

  app.post('/:region/pendamping/tugas', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: RegionParams, body: AssignmentForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, kegiatan: activity, tim: team } = request.body
      const outcome = await assignTeam(app, own.region, own.signedIn, { id, activity, team })
      return isRefusal(outcome) ? reply.refuse(outcome) : reply.redirect(back(own.region.slug, outcome.day), 303)
    },
  })

  app.post('/:region/pendamping/:escort/jawaban', {
    config: { may: 'answer-escorts', page },
    schema: { hide: true, params: EscortParams, body: AnswerForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { jawab: answer, alasan: words } = request.body
      const { escort } = request.params
      const outcome = await answerEscort(app, own.region, own.signedIn, { escort, answer, words })
      return isRefusal(outcome) ? reply.refuse(outcome) : reply.redirect(back(own.region.slug, outcome.day), 303)
    },
  })
}
