import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { type Own, ownOf } from '../session/service.ts'
import { MeetingsPage } from './list-page.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { NewMeetingPage } from './new-page.tsx'
import {
  CancelForm,
  GuestForm,
  MeetingForm,
  MeetingParams,
  MeetingQuery,
  ParticipantForm,
  RegionParams,
  StaffForm,
} from './schema.ts'
import {
  addGuest,
  addStaff,
  beginMeeting,
  cancelMeeting,
  chooseChair,
  dropParticipant,
  findStaff,
  inRegion,
  meetingFor,
  meetingsFor,
  planMeeting,
  readsAllMeetings,
} from './service.ts'
import { text } from './text.ts'

export const meetingRoutes: FastifyPluginAsyncZod = async (app) => {
  const page = '/:region/rapat/:meeting'

  /** Does something as who asks, and shows the meeting again. */
  async function done(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (own: Own, meeting: string) => Promise<Refusal | undefined>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { meeting } = request.params as { readonly meeting: string }
    const refusal = await act(own, meeting)
    return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/rapat/${meeting}`, 303)
  }

  app.get('/:region/rapat', {
    config: { may: 'read-meetings', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      return reply.page(
        <MeetingsPage
          view={request.viewOf(region)}
          slug={region.slug}
          meetings={await meetingsFor(app, region, signedIn)}
          arranges={mayAtAll(signedIn, 'arrange-meetings')}
          readsAll={readsAllMeetings(signedIn)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/rapat/baru', {
    config: { may: 'arrange-meetings' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      return reply.page(
        <NewMeetingPage
          view={request.viewOf(region)}
          slug={region.slug}
          today={businessDay(app, region)}
          form={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/rapat', {
    config: { may: 'arrange-meetings', page: '/:region/rapat/baru' },
    schema: { hide: true, params: RegionParams, body: MeetingForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, perihal, tujuan, cara: mode, tempat, tautan, hari, mulai, selesai, acara } = request.body
      const refusal = await planMeeting(app, own.region, own.signedIn, {
        ...{ id, title: perihal.trim(), aim: tujuan.trim(), mode, place: tempat.trim(), link: tautan.trim() },
        ...{ day: hari as Day, from: mulai as Time, until: selesai as Time },
        agenda: acara.split('\n').flatMap((point) => point.trim() || []),
      })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/rapat/${id}`, 303)
    },
  })

  app.get('/:region/rapat/:meeting', {
    config: { may: 'read-meetings', about: 'reach' },
    schema: { hide: true, params: MeetingParams, querystring: MeetingQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const kept = await as(app.db, inRegion(region), (tx) => meetingFor(tx, signedIn, request.params.meeting))
      if (!kept) return reply.refuse({ refused: 'not-found' })
      const arranges = mayAtAll(signedIn, 'arrange-meetings')
      const search = request.query.cari
      return reply.page(
        <MeetingPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          {...kept}
          arranges={arranges}
          search={search}
          found={arranges ? await findStaff(app, region, search) : []}
          newId={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/rapat/:meeting/peserta', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: StaffForm },
    handler: async (request, reply) => {
      const { nomor: id, pegawai } = request.body
      return done(request, reply, ({ region, signedIn }, meeting) =>
        addStaff(app, region, signedIn, { meeting, id }, pegawai),
      )
    },
  })

  app.post('/:region/rapat/:meeting/peserta/luar', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: GuestForm },
    handler: async (request, reply) => {
      const { nomor: id, nama, jabatan, badan } = request.body
      const guest = { name: nama.trim(), post: jabatan.trim(), body: badan.trim() }
      return done(request, reply, ({ region, signedIn }, meeting) =>
        addGuest(app, region, signedIn, { meeting, id }, guest),
      )
    },
  })

  app.post('/:region/rapat/:meeting/peserta/keluar', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: ParticipantForm },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) =>
        dropParticipant(app, region, signedIn, meeting, request.body.peserta),
      ),
  })

  app.post('/:region/rapat/:meeting/pimpinan', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: ParticipantForm },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) =>
        chooseChair(app, region, signedIn, meeting, request.body.peserta),
      ),
  })

  app.post('/:region/rapat/:meeting/mulai', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) => beginMeeting(app, region, signedIn, meeting)),
  })

  app.post('/:region/rapat/:meeting/batal', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: CancelForm },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) =>
        cancelMeeting(app, region, signedIn, meeting, request.body.alasan.trim()),
      ),
  })
}
