import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { DeviationKind } from '@piket/domain/attendance/day-state.ts'
import { deviationWords } from '@piket/domain/attendance/day-state.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal } from '#platform/refusal.ts'
import type { Attendance } from '../attendance/service.ts'
import { RegionParams, UnitParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { ChoosePage } from './choose-page.tsx'
import { AttendanceOfApi, AttendanceOut, reasonField, StatementForm, UnitDayQuery } from './schema.ts'
import { figuresOut, filtered, statementOut, stateReturn, unitDayOf, unitsLed } from './service.ts'
import { text } from './text.ts'
import { UnitDayPage } from './unit-day-page.tsx'

const rowsOnPage = 100

export const attendanceReturnRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Shown {
    readonly filter?: 'berbeda' | 'kantor' | 'semua'
    readonly page?: number
  }

  async function show(
    request: FastifyRequest<{ Params: { region: string; unit: string } }>,
    reply: FastifyReply,
    { filter = 'semua', page = 1 }: Shown,
  ) {
    const { region: name, unit: agency } = request.params
    const unit = await unitDayOf(app, name, agency)
    if (isRefusal(unit)) return reply.refuse(unit)
    const shown = pageOf(filtered(unit.people, filter), page, rowsOnPage)
    if (isRefusal(shown)) return reply.refuse(shown)
    const { signedIn } = request
    const maySay = signedIn !== undefined && may(signedIn, 'state-return', { region: unit.region.code, agency })
    return reply.page(
      <UnitDayPage
        view={request.viewOf(unit.region)}
        unit={unit}
        filter={filter}
        shown={shown}
        form={maySay ? randomUUID() : undefined}
        t={text[request.language]}
      />,
    )
  }

  app.get('/api/v1/regions/:region/agencies/:unit/attendance', {
    config: { may: 'read-attendance', reads: 'presence', proof: 'recent' },
    schema: {
      summary: 'Who is where in an agency, planned against actual, with evidence',
      tags: ['attendance'],
      params: UnitParams,
      querystring: AttendanceOfApi,
      response: { 200: AttendanceOut },
    },
    handler: async ({ params, query }, reply) => {
      const unit = await unitDayOf(app, params.region, params.unit, query.date as Day | undefined)
      if (isRefusal(unit)) return reply.refuse(unit)
      const shown = pageOf(unit.people, query.page, rowsOnPage)
      if (isRefusal(shown)) return reply.refuse(shown)
      const { agency, name, day, due, figures, stated } = unit
      return {
        ...{ agency, name, date: day, due: momentText(due), ...figuresOut(figures), statement: statementOut(stated) },
        page: shown.page,
        pages: shown.pages,
        attendance: shown.items.map(attendanceOut),
      }
    },
  })

  app.get('/:region/unit', {
    config: { may: 'own-account' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region || !request.signedIn) return reply.refuse({ refused: 'not-found' })
      const agencies = await unitsLed(app, region, request.signedIn)
      const [only, ...more] = agencies
      if (only && more.length === 0) return reply.redirect(`/${region.slug}/unit/${only.unit}`, 303)
      const t = text[request.language]
      return reply.page(<ChoosePage view={request.viewOf(region)} slug={region.slug} agencies={agencies} t={t} />)
    },
  })

  app.get('/:region/unit/:unit', {
    config: { may: 'read-attendance', reads: 'presence' },
    schema: { hide: true, params: UnitParams, querystring: UnitDayQuery },
    handler: (request, reply) => show(request, reply, { filter: request.query.saring, page: request.query.hal }),
  })

  app.post('/:region/unit/:unit', {
    config: { may: 'state-return', page: '/:region/unit/:unit' },
    schema: { hide: true, params: UnitParams, body: StatementForm },
    handler: async (request, reply) => {
      const { params, body, signedIn } = request
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const typed = body as Readonly<Record<string, string>>
      const kinds = Object.keys(deviationWords) as DeviationKind[]
      const stated = await stateReturn(app, signedIn, params.unit, {
        id: body.id,
        reasons: Object.fromEntries(kinds.map((kind) => [kind, typed[reasonField(kind)] ?? ''])),
        note: body.catatan,
      })
      if (isRefusal(stated)) return reply.refuse(stated)
      return reply.redirect(`/${params.region}/unit/${encodeURIComponent(params.unit)}`, 303)
    },
  })
}

const momentText = (at: number): string => new Date(at).toISOString()
const momentOrNone = (at: number | null): string | null => (at === null ? null : momentText(at))

const attendanceOut = ({ person, day, open, checkIns }: Attendance) => ({
  employee: person.employee,
  name: person.name,
  unit: person.unit,
  planned: day.planned,
  state: day.state,
  since: momentOrNone(day.since),
  left: momentOrNone(day.leftAt),
  evidence: day.evidence,
  deviation: day.deviation?.kind ?? null,
  correction_open: open,
  check_ins: checkIns.map(({ kind, place, at, timing, certainty, evidence, outage }) => ({
    ...{ kind, place, at: momentText(at), timing, certainty, outage },
    evidence: evidence.grade,
    reasons: [...evidence.reasons],
  })),
})
