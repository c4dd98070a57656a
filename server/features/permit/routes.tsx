import { randomUUID } from 'node:crypto'
import { agenciesLed } from '@piket/domain/access/role.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { loadRegister } from '../circular/service.ts'
import { receiversOf } from '../instruction/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { decidePermit, signingList } from '../permit-decision/service.ts'
import { recordReads } from '../read-log/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { roleWindow, type SignedIn } from '../session/service.ts'
import { unitNamesOf } from '../staff/service.ts'
import { LetterPage } from './letter-page.tsx'
import type { Begun } from './permit-fields-page.tsx'
import { PermitsPage } from './permits-page.tsx'
import {
  EmployeeParams,
  EnteredPermitForm,
  PermitForm,
  PermitIn,
  PermitOut,
  PermitParams,
  PermitsOut,
  PermitsQuery,
  RegionParams,
  SigningQuery,
  VerdictForm,
  VerdictIn,
} from './schema.ts'
import { askPermit, type Permit, permitsOf, readPermit, type WrittenWish, withdrawPermit } from './service.ts'
import { SigningPage } from './signing-page.tsx'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }
const instant = (moment: number) => new Date(moment).toISOString()

const written = (permit: Permit): z.input<typeof PermitOut> => ({
  id: permit.permit,
  version: permit.version,
  employee: permit.employee,
  kind: permit.kind,
  from: permit.from,
  until: permit.until,
  outside: permit.outside,
  reason: permit.reason,
  category: permit.category,
  entered_by: permit.enteredBy,
  asked_at: instant(permit.askedAt),
  state: permit.state,
  decided:
    permit.decidedAt === null || permit.decidedBy === null
      ? null
      : {
          by: permit.decidedBy,
          as: permit.decidedAs,
          acting: permit.acting,
          name: permit.signerName,
          title: permit.signerTitle,
          rank: permit.signerRank,
          number: permit.number,
          clause: permit.clause,
          words: permit.words,
          at: instant(permit.decidedAt),
        },
  ended:
    permit.endedAt === null || permit.endedBy === null
      ? null
      : { by: permit.endedBy, why: permit.endedFor, at: instant(permit.endedAt) },
})

/** The form in the words of the service. */
const wishOf = (form: z.infer<typeof PermitForm>, employee: string): WrittenWish => ({
  id: form.nomor,
  employee,
  kind: form.jenis,
  from: form.mulai as Day,
  until: form.sampai as Day,
  outside: form.luar === 'ya',
  category: form.kategori,
  reason: form.keterangan,
})

/** The form begins with tomorrow, or with what was asked back. */
const begun = (today: Day, mended: Permit | undefined): Begun =>
  mended
    ? {
        nomor: mended.permit,
        jenis: mended.kind,
        mulai: mended.from,
        sampai: mended.until,
        luar: mended.outside,
        kategori: mended.category,
        keterangan: mended.reason ?? '',
      }
    : {
        nomor: randomUUID(),
        jenis: 'annual',
        mulai: addDays(today, 1),
        sampai: addDays(today, 1),
        luar: false,
        kategori: null,
        keterangan: '',
      }

interface Asking {
  readonly region: RegionAsListed
  readonly viewer: SignedIn
}

export const permitRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest): Promise<Asking | undefined> {
    const region = await findRegion(app.db, (request.params as { region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  type SigningList = Awaited<ReturnType<typeof signingList>>

  /** What somebody has to sign and may revoke; of what is shown of it, that they read it is written down. */
  async function listRead({ region, viewer }: Asking, shown: readonly (keyof SigningList)[]) {
    const list = await signingList(app, region, viewer)
    const of = shown.flatMap((part) => list[part].map(({ employee }) => employee))
    await recordReads(app.db, viewer, { of, what: 'permits' })
    return list
  }

  app.get('/:region/izin', {
    config: { may: 'own-day', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: PermitsQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (who?.viewer.employee === undefined) return reply.refuse(notFound)
      const { region, viewer } = who
      const today = businessDay(app, region)
      const permits = await permitsOf(app, region, viewer, who.viewer.employee)
      const { ubah, terkirim } = request.query
      const mended = permits.find(({ permit, state }) => permit === ubah && state === 'asked_back')
      return reply.page(
        <PermitsPage
          view={request.viewOf(region)}
          slug={region.slug}
          today={today}
          permits={permits}
          begun={begun(today, mended)}
          mended={mended}
          sent={terkirim === 'ya'}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/izin', {
    config: { may: 'own-day', about: 'reach', page: '/:region/izin' },
    schema: { hide: true, params: RegionParams, body: PermitForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (who?.viewer.employee === undefined) return reply.refuse(notFound)
      const asked = await askPermit(app, who.region, who.viewer, wishOf(request.body, who.viewer.employee))
      if (isRefusal(asked)) return reply.refuse(asked)
      return reply.redirect(`/${who.region.slug}/izin?terkirim=ya`, 303)
    },
  })

  app.get('/:region/izin/tinjau', {
    config: { may: 'sign-permits', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: SigningQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      const { region, viewer } = who
      const today = businessDay(app, region)
      const { people, unitName } = await as(app.db, { region: region.code, reach: 'region' }, async (tx) => ({
        people: await receiversOf(tx, app, region, viewer),
        unitName: await unitNamesOf(tx, roleWindow(app, region)),
      }))
      return reply.page(
        <SigningPage
          view={request.viewOf(region)}
          slug={region.slug}
          today={today}
          list={await listRead(who, ['waiting', 'running'])}
          people={people}
          agencies={agenciesLed(viewer).map((unit) => ({ unit, name: unitName(unit) }))}
          begun={begun(today, undefined)}
          done={request.query.selesai}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/izin/catat', {
    config: { may: 'sign-permits', about: 'reach', page: '/:region/izin/tinjau' },
    schema: { hide: true, params: RegionParams, body: EnteredPermitForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      const asked = await askPermit(app, who.region, who.viewer, wishOf(request.body, request.body.pegawai))
      if (isRefusal(asked)) return reply.refuse(asked)
      return reply.redirect(`/${who.region.slug}/izin/tinjau?selesai=dicatat`, 303)
    },
  })

  app.get('/:region/izin/:permit', {
    config: { may: 'read-permits', about: 'reach' },
    schema: { hide: true, params: PermitParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      const read = who && (await readPermit(app, who.region, who.viewer, request.params.permit))
      if (!read) return reply.refuse(notFound)
      const { region } = who
      const window = roleWindow(app, region)
      const { filed, unitName } = await as(app.db, { region: region.code, reach: 'region' }, async (tx) => ({
        filed: (await loadRegister(tx, window)).filed,
        unitName: await unitNamesOf(tx, window),
      }))
      return reply.page(
        <LetterPage
          view={request.viewOf(region)}
          slug={region.slug}
          regionName={region.name[request.language]}
          read={read}
          documents={new Map(filed.map(({ id, doc }) => [id, doc]))}
          unitName={unitName}
          moment={(at) => momentText(clockOf(() => at).now(region.zone), region.zone, request.language)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/izin/:permit/tarik', {
    config: { may: 'own-day', about: 'reach', page: '/:region/izin' },
    schema: { hide: true, params: PermitParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      const ended = who && (await withdrawPermit(app, who.region, who.viewer, request.params.permit))
      if (!ended) return reply.refuse(notFound)
      if (isRefusal(ended)) return reply.refuse(ended)
      return reply.redirect(`/${who.region.slug}/izin`, 303)
    },
  })

  app.post('/:region/izin/:permit/putusan', {
    config: { may: 'sign-permits', about: 'reach', page: '/:region/izin/tinjau' },
    schema: { hide: true, params: PermitParams, body: VerdictForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      const { permit } = request.params
      const { versi: version, putusan: move, surat: number, alasan: words } = request.body
      const decided = await decidePermit(app, who.region, who.viewer, { permit, version, move, number, words })
      if (isRefusal(decided)) return reply.refuse(decided)
      return reply.redirect(`/${who.region.slug}/izin/tinjau?selesai=diputus`, 303)
    },
  })

  app.get('/api/v1/regions/:region/employees/:employee/permits', {
    config: { may: 'read-permits', reads: 'permits' },
    schema: {
      summary: 'The permits of a person: leave, travel, letters and exceptions, asked for ahead of their days',
      tags: ['permit'],
      params: EmployeeParams,
      response: { 200: PermitsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      const permits = await permitsOf(app, who.region, who.viewer, request.params.employee)
      return { permits: permits.map(written) }
    },
  })

  app.get('/api/v1/regions/:region/permits/waiting', {
    config: { may: 'sign-permits', about: 'reach' },
    schema: {
      summary: 'The permits that wait for whoever asks to sign them',
      tags: ['permit'],
      params: RegionParams,
      response: { 200: PermitsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      return { permits: (await listRead(who, ['waiting'])).waiting.map(written) }
    },
  })

  app.post('/api/v1/regions/:region/permits', {
    config: { may: 'read-permits', about: 'reach' },
    schema: {
      summary: 'Ask for a permit ahead of its days, for oneself or for somebody without a phone; sent twice it is one',
      tags: ['permit'],
      params: RegionParams,
      body: PermitIn,
      response: { 201: PermitOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      const { from, until, ...rest } = request.body
      const asked = await askPermit(app, who.region, who.viewer, { ...rest, from: from as Day, until: until as Day })
      return isRefusal(asked) ? reply.refuse(asked) : reply.code(201).send(written(asked))
    },
  })

  app.post('/api/v1/regions/:region/permits/:permit/decision', {
    config: { may: 'sign-permits', about: 'reach' },
    schema: {
      summary: 'Grant a permit, refuse it, ask back or revoke it',
      tags: ['permit'],
      params: PermitParams,
      body: VerdictIn,
      response: { 200: PermitOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse(notFound)
      const { verdict: move, ...rest } = request.body
      const { permit } = request.params
      const decided = await decidePermit(app, who.region, who.viewer, { ...rest, permit, move })
      return isRefusal(decided) ? reply.refuse(decided) : written(decided)
    },
  })

  app.post('/api/v1/regions/:region/permits/:permit/withdrawal', {
    config: { may: 'read-permits', about: 'reach' },
    schema: {
      summary: 'Withdraw a permit of one’s own; days that have passed stay as they were',
      tags: ['permit'],
      params: PermitParams,
      response: { 200: PermitOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      const ended = who && (await withdrawPermit(app, who.region, who.viewer, request.params.permit))
      if (!ended) return reply.refuse(notFound)
      return isRefusal(ended) ? reply.refuse(ended) : written(ended)
    },
  })
}
