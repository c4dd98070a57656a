import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import { nameOf } from '@piket/domain/activity/coordination.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { ActivityPage } from './activity-page.tsx'
import { NewPage } from './new-page.tsx'
import {
  ActivitiesApi,
  ActivitiesOut,
  ActivityForm,
  ActivityParams,
  ActivityQuery,
  NewActivityQuery,
  RegionParams,
  WeekQuery,
} from './schema.ts'
import { activitiesOf, activityAtLength, offeredTo, registerActivity, weekOfActivities } from './service.ts'
import { text } from './text.ts'
import { WeekPage } from './week-page.tsx'

export const activityRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/kegiatan', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: RegionParams, querystring: WeekQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const week = await weekOfActivities(app, region, request.query.tanggal as Day | undefined)
      if (isRefusal(week)) return reply.refuse(week)
      return reply.page(
        <WeekPage
          view={request.viewOf(region)}
          slug={region.slug}
          week={week}
          mayRegister={mayAtAll(signedIn, 'register-activity')}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/kegiatan/baru', {
    config: { may: 'register-activity', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: NewActivityQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const offered = await offeredTo(app, region, signedIn)
      if (isRefusal(offered)) return reply.refuse(offered)
      const mine = offered.people.find(({ employee }) => employee === signedIn.employee)?.unit
      return reply.page(
        <NewPage
          view={request.viewOf(region)}
          slug={region.slug}
          offered={offered}
          own={mine}
          id={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/kegiatan', {
    config: { may: 'register-activity', about: 'reach', page: '/:region/kegiatan/baru' },
    schema: { hide: true, params: RegionParams, body: ActivityForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor, unit, tujuan, jenis, desa, tempat, hari, mulai, selesai, ulang, sampai, warga, pegawai } =
        request.body
      const outcome = await registerActivity(app, own.region, own.signedIn, {
        id: nomor,
        unit,
        purpose: tujuan,
        setting: jenis,
        village: desa === '' ? null : desa,
        place: tempat,
        day: hari as Day,
        from: mulai as Time,
        until: selesai as Time,
        rhythm: ulang,
        repeatsUntil: (sampai as Day | undefined) ?? null,
        expected: warga ?? null,
        members: pegawai,
      })
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return reply.redirect(`/${own.region.slug}/kegiatan/${outcome.activity}?terkirim=ya`, 303)
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
          moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
          activity={activity}
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
