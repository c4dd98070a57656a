import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import {
  AbsenceForm,
  ChangeForm,
  LeavingForm,
  MemberForm,
  PresenceForm,
  RegionParams,
  TeamForm,
  TeamParams,
} from './schema.ts'
import {
  addMember,
  addTeam,
  changeTeam,
  listTeams,
  removeMember,
  stateAbsence,
  teamAtLength,
  withdrawAbsence,
} from './service.ts'
import { TeamPage } from './team-page.tsx'
import { TeamsPage } from './teams-page.tsx'
import { text } from './text.ts'

export const escortTeamRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/pendamping', {
    config: { may: 'arrange-escorts' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      return reply.page(
        <TeamsPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await listTeams(app, region))}
          form={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/pendamping', {
    config: { may: 'arrange-escorts', page: '/:region/pendamping' },
    schema: { hide: true, params: RegionParams, body: TeamForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, nama: name, wilayah, unsur, kapasitas: capacity, mulai, sampai } = request.body
      const bodies = unsur.split(',').flatMap((body) => body.trim() || [])
      const days = { from: (mulai as Day | undefined) ?? null, until: (sampai as Day | undefined) ?? null }
      const team = { id, name, area: wilayah || null, bodies, capacity, ...days }
      const refusal = await addTeam(app, own.region, own.signedIn, team)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/pendamping/tim/${id}`, 303)
    },
  })

  app.get('/:region/pendamping/tim/:team', {
    config: { may: 'arrange-escorts' },
    schema: { hide: true, params: TeamParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const team = await teamAtLength(app, region, request.params.team)
      if (!team) return reply.refuse({ refused: 'not-found' })
      const view = request.viewOf(region)
      return reply.page(<TeamPage view={view} slug={region.slug} team={team} t={text[request.language]} />)
    },
  })

  const page = '/:region/pendamping/tim/:team'
  const back = (slug: string, team: string) => `/${slug}/pendamping/tim/${encodeURIComponent(team)}`

  app.post('/:region/pendamping/tim/:team', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: TeamParams, body: ChangeForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn: viewer } = own
      const { team } = request.params
      const { kapasitas: capacity, sampai } = request.body
      const until = (sampai as Day | undefined) ?? null
      const refusal = await changeTeam(app, region, { viewer, team }, { capacity, until })
      return refusal ? reply.refuse(refusal) : reply.redirect(back(region.slug, team), 303)
    },
  })

  app.post('/:region/pendamping/tim/:team/anggota', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: TeamParams, body: MemberForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn: viewer } = own
      const { team } = request.params
      const refusal = await addMember(app, region, { viewer, team }, request.body.masuk)
      return refusal ? reply.refuse(refusal) : reply.redirect(back(region.slug, team), 303)
    },
  })

  app.post('/:region/pendamping/tim/:team/anggota/keluar', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: TeamParams, body: LeavingForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn: viewer } = own
      const { team } = request.params
      const refusal = await removeMember(app, region, { viewer, team }, request.body.akun)
      return refusal ? reply.refuse(refusal) : reply.redirect(back(region.slug, team), 303)
    },
  })

  app.post('/:region/pendamping/tim/:team/halangan', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: TeamParams, body: AbsenceForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn: viewer } = own
      const { team } = request.params
      const { hari, alasan: reason } = request.body
      const refusal = await stateAbsence(app, region, { viewer, team }, { day: hari as Day, reason })
      return refusal ? reply.refuse(refusal) : reply.redirect(back(region.slug, team), 303)
    },
  })

  app.post('/:region/pendamping/tim/:team/halangan/batal', {
    config: { may: 'arrange-escorts', page },
    schema: { hide: true, params: TeamParams, body: PresenceForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn: viewer } = own
      const { team } = request.params
      const refusal: Refusal | undefined = await withdrawAbsence(
        app,
        region,
        { viewer, team },
        request.body.hari as Day,
      )
      return refusal ? reply.refuse(refusal) : reply.redirect(back(region.slug, team), 303)
    },
  })
}
