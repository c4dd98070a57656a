import { randomUUID } from 'node:crypto'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { NewPage } from './new-page.tsx'
import { ActivityForm, NewActivityQuery, RegionParams } from './schema.ts'
import { offeredTo, registerActivity } from './service.ts'
import { text } from './text.ts'

export const activityRegistrationRoutes: FastifyPluginAsyncZod = async (app) => {
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
}
