import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { DayPage } from './day-page.tsx'
import { DayQuery, RegionParams } from './schema.ts'
import { escortDay } from './service.ts'
import { text } from './text.ts'

export const escortRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/pendamping/hari', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: RegionParams, querystring: DayQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const day = await escortDay(app, region, signedIn, request.query.tanggal as Day | undefined)
      if (isRefusal(day)) return reply.refuse(day)
      return reply.page(
        <DayPage
          view={request.viewOf(region)}
          slug={region.slug}
          day={day}
          form={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })
}
