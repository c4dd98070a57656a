import { mayAtAll } from '@piket/domain/access/permission.ts'
import { nameOf } from '@piket/domain/activity/coordination.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { type Language, momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { escortsOf } from '../escort/service.ts'
import { findingAboutActivity } from '../finding/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { ActivityPage } from './activity-page.tsx'
import { AheadPage } from './ahead-page.tsx'
import { ActivitiesApi, ActivitiesOut, ActivityParams, ActivityQuery, RegionParams, WeekQuery } from './schema.ts'
import {
  activitiesOf,
  activitiesToCoordinate,
  activityAtLength,
  countToCoordinate,
  weekOfActivities,
} from './service.ts'
import { text } from './text.ts'
import { WeekPage } from './week-page.tsx'

/** A moment in words, in a region's own time. */
const momentOf =
  ({ zone }: RegionAsListed, language: Language) =>
  (at: Date) =>
    momentText(clockOf(() => at.getTime()).now(zone), zone, language)

export const activityRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/kegiatan', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: RegionParams, querystring: WeekQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const toCoordinate = await countToCoordinate(app, region)
      if (isRefusal(toCoordinate)) return reply.refuse(toCoordinate)
      const week = await weekOfActivities(app, region, request.query.tanggal as Day | undefined)
      if (isRefusal(week)) return reply.refuse(week)
      return reply.page(
        <WeekPage
          view={request.viewOf(region)}
          slug={region.slug}
          week={week}
          toCoordinate={toCoordinate.count}
          mayRegister={mayAtAll(signedIn, 'register-activity')}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/kegiatan/ulang', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: RegionParams, querystring: WeekQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const ahead = await activitiesToCoordinate(app, region)
      if (isRefusal(ahead)) return reply.refuse(ahead)
      return reply.page(
        <AheadPage
          view={request.viewOf(region)}
          slug={region.slug}
          ahead={ahead}
          moment={momentOf(region, request.language)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/kegiatan/:activity', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: ActivityParams, querystring: ActivityQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const activity = await activityAtLength(app, region, signedIn, request.params.activity)
      if (isRefusal(activity)) return reply.refuse(activity)
      return reply.page(
        <ActivityPage
          view={request.viewOf(region)}
          slug={region.slug}
          moment={momentOf(region, request.language)}
          activity={activity}
          escorts={await escortsOf(app, region, activity.activity)}
          finding={await findingAboutActivity(app, region, activity.activity)}
          saved={request.query.terkirim !== undefined}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/api/v1/regions/:region/activities', {
    config: { may: 'read-activities' },
    schema: {
      summary: 'Official activities of some days, with how the coordination of each stands',
      tags: ['activity'],
      params: RegionParams,
      querystring: ActivitiesApi,
      response: { 200: ActivitiesOut },
    },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { from, until } = request.query
      const activities = await activitiesOf(app, region, from as Day, until as Day)
      if (isRefusal(activities)) return reply.refuse(activities)
      return {
        activities: activities.map(({ activity, standing, against, ...one }) => ({
          ...one,
          id: activity,
          coordination: standing,
          against: against.map(nameOf),
        })),
      }
    },
  })
}
