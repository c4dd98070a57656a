import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { ActivityParams, StepForm } from './schema.ts'
import { moveActivity } from './service.ts'

export const activityStepRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post('/:region/kegiatan/:activity/langkah', {
    config: { may: 'read-activities', page: '/:region/kegiatan/:activity' },
    schema: { hide: true, params: ActivityParams, body: StepForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { activity } = request.params
      const { langkah: move, kata: words, hari } = request.body
      const to = (hari as Day | undefined) ?? null
      const refusal = await moveActivity(app, region, signedIn, activity, { move, words, to })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${region.slug}/kegiatan/${activity}?terkirim=ya`, 303)
    },
  })
}
