import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { readingInUse } from '@piket/domain/circular/question-words.ts'
import { isRuleRefusal, type RuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { type ActingRecord, agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { says } from '#platform/invalid.ts'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Ground, groundOf, monthOf, unitNames } from '../ground/service.ts'
import { businessDay, type Knowledge, knowledgeOf } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, pageNumber, partOfName, RegionParams, timeOfDay } from '../region/schema.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { agencyOfEmployee } from '../staff/service.ts'
import { BoardPage } from './board-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { peopleOfPage } from './people-table-page.tsx'
import { PersonPage } from './person-page.tsx'
import { RegionDayPage } from './region-day-page.tsx'
import { AgencyDayOut, DecisionOut, EmployeeParams, PeopleOut, RegionDayOut, UnitParams } from './schema.ts'
import { boardOf, peopleNamed, personalLater, personDay, regionDay, type Selection } from './service.ts'
import { text } from './text.ts'

const DayOfDecisions = DayOfPage.extend({ simulasi: DayOfPage.shape.tanggal })
const DayOfDecisionsApi = DayOfApi.extend({ simulate: DayOfApi.shape.date })
const BoardOfPage = DayOfDecisions.extend({
  cari: partOfName.default(''),
  hal: pageNumber,
  unit: UnitParams.shape.unit.optional(),
})
const BoardOfApi = DayOfDecisionsApi.extend({ search: partOfName.default(''), page: pageNumber })
const NamedOfPage = BoardOfPage.omit({ unit: true })
const NamedOfApi = BoardOfApi.extend({
  // Asked also where nothing is given, so that one who forgets it is told what it is for.
  search: partOfName
    .trim()
    .refine(
      (part) => part !== '',
      says({ id: 'bagian dari nama yang dicari', en: 'part of the name that is looked for' }),
    )
    .prefault(''),
})
const UnitPathParams = RegionParams.extend({ '*': UnitParams.shape.unit })
const TimeOfPerson = DayOfDecisions.extend({ pukul: timeOfDay.optional() })
const TimeOfPersonApi = DayOfDecisionsApi.extend({ at: timeOfDay.optional() })

interface Asked extends Knowledge {
  readonly region: RegionAsListed
  readonly simulate: Day | undefined
}

/** The day somebody asks about, as they wrote it. */
interface Question {
  readonly date?: string | undefined
  readonly known?: string | undefined
  readonly simulate?: string | undefined
  readonly at?: string | undefined
}

/** The same question as the addresses of pages ask it. */
const questionOf = ({ tanggal, per, simulasi, pukul }: z.infer<typeof TimeOfPerson>): Question => ({
  date: tanggal,
  known: per,
  simulate: simulasi,
  at: pukul,
})

const refusalOf = ({ refused, circular }: RuleRefusal): Refusal => ({
  refused: 'reading-impossible',
  detail: {
    id: `Surat ${circular} tidak dapat dihitung dengan bacaan itu (${refused}).`,
    en: `Document ${circular} cannot be evaluated under that reading (${refused}).`,
  },
})
const notFound: Refusal = { refused: 'not-found' }
const noUnit = (unit: string): Refusal => ({
  ...notFound,
  detail: { id: text.id.noUnit(unit), en: text.en.noUnit(unit) },
})
const noPerson = (employee: string): Refusal => ({
  ...notFound,
  detail: { id: text.id.noPerson(employee), en: text.en.noPerson(employee) },
})

export const decisionRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asked(name: string, { date, known, simulate }: Question): Promise<Asked | Refusal> {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const knowledge = knowledgeOf(app, region, { date, known })
    return isRefusal(knowledge) ? knowledge : { region, ...knowledge, simulate: simulate as Day | undefined }
  }

  async function ground({ region, day, known, personal, simulate }: Asked, agency?: string): Promise<Ground | Refusal> {
    // One agency is small: its month and the next are loaded, so that pages of one person share them.
    const month = monthOf(day)
    const window =
      agency === undefined
        ? { from: day, until: day }
        : { from: month.from, until: monthOf(addDays(month.until, 1)).until }
    const made = await groundOf(app.db, region, {
      ...window,
      known,
      personal,
      simulate,
      ...(agency !== undefined && { agency }),
    })
    return isRuleRefusal(made) ? refusalOf(made) : made
  }

  async function ofRegion(name: string, query: Question) {
    const where = await asked(name, query)
    if (isRefusal(where)) return where
    const made = await ground(where)
    if (isRefusal(made)) return made
    return { ...where, simulate: made.simulate, ground: made, found: await regionDay(app.db, made, where.day) }
  }

  async function ofUnit(name: string, unit: string, query: Question, search: string) {
    const where = await asked(name, query)
    if (isRefusal(where)) return where
    const made = await ground(where, agencyOf(unit))
    if (isRefusal(made)) return made
    const board = await boardOf(app.db, made, unit, where.day, search)
    return board ? { ...where, simulate: made.simulate, ground: made, board } : noUnit(unit)
  }

  /** Of today the time it is; of another day the middle of it. */
  const usualTime = ({ region, day }: Asked): string =>
    day === businessDay(app, region) ? app.clock.now(region.zone, region.demoDay).slice(11) : '12:00'

  async function ofPerson(name: string, employee: string, query: Question) {
    const where = await asked(name, query)
    if (isRefusal(where)) return where
    const { region, day, known } = where
    const window = { from: day, until: day, known, zone: region.zone }
    // Somebody who has moved since is looked for where they were that day.
    const agency = await agencyOfEmployee(app.db, region.code, employee, window)
    if (agency === undefined) return noPerson(employee)
    const made = await ground(where, agency)
    if (isRefusal(made)) return made
    const found = await personDay(app.db, made, employee, where.day, query.at ?? usualTime(where))
    return found ? { ...where, simulate: made.simulate, ground: made, found } : noPerson(employee)
  }

  app.get('/api/v1/regions/:region/day', {
    config: { may: 'public' },
    schema: {
      summary: 'Who is where in a region on a day',
      tags: ['decision'],
      params: RegionParams,
      querystring: DayOfDecisionsApi,
      response: { 200: RegionDayOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await ofRegion(params.region, query)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { found } = outcome
      return {
        date: found.day,
        known: found.known,
        kind: found.kind,
        without_decree: found.withoutDecree,
        circulars: found.inForce.map(({ doc }) => doc.id),
        total: found.total,
        agencies: found.agencies.map(({ seats, leftOpen, ...agency }) => ({
          ...agency,
          seats: limitsOut(seats.limits),
          left_open: leftOpen,
        })),
        questions: found.questions.map(({ doc, question, answer, moved }) => ({
          circular: doc.id,
          question: question.id,
          used: readingInUse(question, answer),
          answered: answer ? { by: answer.by, recorded: answer.recorded } : null,
          blocks: answer ? ('none' as const) : question.blocks,
          moved: Object.fromEntries(moved),
        })),
      }
    },
  })

  app.get('/api/v1/regions/:region/agencies/:unit/day', {
    config: { may: 'public' },
    schema: {
      summary: 'Who is where in an agency on a day',
      tags: ['decision'],
      params: UnitParams,
      querystring: BoardOfApi,
      response: { 200: AgencyDayOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await ofUnit(params.region, params.unit, query, query.search)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { board, day, known } = outcome
      const { unit, name, agency, tree } = board
      return {
        unit,
        name,
        agency: agency.unit,
        date: day,
        known,
        seats: limitsOut(agency.seats.limits),
        left_open: agency.leftOpen,
        acting_here: board.actingHere.map(({ employee, name: holder, postedIn, ...post }) => ({
          employee,
          name: holder,
          counted_in: agencyOf(postedIn),
          ...actingOut(post),
        })),
        units: tree.filter((one) => one.unit !== unit && unitCovers(unit, one.unit)),
        ...selectionOut(board, query.page),
      }
    },
  })

  app.get('/api/v1/regions/:region/employees', {
    config: { may: 'public' },
    schema: {
      summary: 'Where people of a name are on a day',
      tags: ['decision'],
      params: RegionParams,
      querystring: NamedOfApi,
      response: { 200: PeopleOut },
    },
    handler: async ({ params, query }, reply) => {
      const where = await asked(params.region, query)
      if (isRefusal(where)) return reply.refuse(where)
      const made = await ground(where)
      if (isRefusal(made)) return reply.refuse(made)
      const { day, known } = where
      return { date: day, known, ...selectionOut(await peopleNamed(app.db, made, day, query.search), query.page) }
    },
  })

  app.get('/api/v1/regions/:region/employees/:employee/decision', {
    config: { may: 'public' },
    schema: {
      summary: 'Where one person works on a day, and why',
      tags: ['decision'],
      params: EmployeeParams,
      querystring: TimeOfPersonApi,
      response: { 200: DecisionOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await ofPerson(params.region, params.employee, query)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { rows, steps, receipt } = outcome.found
      const out = {
        rows,
        steps: steps.map(({ text: words, ...step }) => ({ ...step, text_id: words.id, text_en: words.en })),
        receipt,
      }
      return out as unknown as z.input<typeof DecisionOut>
    },
  })

  app.get('/:region', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: DayOfDecisions },
    handler: async (request, reply) => {
      const outcome = await ofRegion(request.params.region, questionOf(request.query))
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, found, simulate, ground: made } = outcome
      const hasProposals = made.register.filed.some(({ doc }) => doc.status === 'proposed')
      return reply.page(
        <RegionDayPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          found={found}
          simulate={simulate}
          hasProposals={hasProposals}
          unitName={unitNames(made, found.day)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/opd/:unit', {
    config: { may: 'public' },
    schema: { hide: true, params: UnitParams, querystring: BoardOfPage },
    handler: async (request, reply) => {
      const { params, query, url } = request
      const unit = unitPath(query.unit || params.unit)
      if (unit !== params.unit) return lead(reply, params.region, unit, url)
      const outcome = await ofUnit(params.region, unit, questionOf(query), query.cari.trim())
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, day, known, simulate, board, ground: made } = outcome
      return reply.page(
        <BoardPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          day={day}
          known={known}
          personalLater={personalLater(made)}
          board={board}
          search={query.cari.trim()}
          page={query.hal}
          unitName={unitNames(made, day)}
          simulate={simulate}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/opd/*', {
    config: { may: 'public' },
    schema: { hide: true, params: UnitPathParams },
    handler: async ({ params, url }, reply) => lead(reply, params.region, unitPath(params['*']), url),
  })

  /** Leads to the one address of a unit, with what was asked. */
  async function lead(reply: FastifyReply, name: string, unit: string, url: string) {
    const region = await findRegion(app.db, name)
    if (!region || unit === '') return reply.refuse(notFound)
    const query = new URLSearchParams(url.split('?')[1])
    query.delete('unit')
    return reply.redirect(`/${region.slug}/opd/${encodeURIComponent(unit)}${query.size > 0 ? `?${query}` : ''}`)
  }

  app.get('/:region/pegawai', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: NamedOfPage },
    handler: async (request, reply) => {
      const { query } = request
      const where = await asked(request.params.region, questionOf(query))
      if (isRefusal(where)) return reply.refuse(where)
      const made = await ground(where)
      if (isRefusal(made)) return reply.refuse(made)
      const { region, day, known } = where
      const search = query.cari.trim()
      return reply.page(
        <PeoplePage
          view={request.viewOf(region)}
          slug={region.slug}
          region={region.name[request.language]}
          zone={region.zone}
          day={day}
          known={known}
          personalLater={personalLater(made)}
          search={search}
          found={search === '' ? undefined : await peopleNamed(app.db, made, day, search)}
          page={query.hal}
          unitName={unitNames(made, day)}
          simulate={made.simulate}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/pegawai/:employee', {
    config: { may: 'public' },
    schema: { hide: true, params: EmployeeParams, querystring: TimeOfPerson },
    handler: async (request, reply) => {
      const outcome = await ofPerson(request.params.region, request.params.employee, questionOf(request.query))
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, day, found, simulate, ground: made } = outcome
      return reply.page(
        <PersonPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          day={day}
          found={found}
          documents={new Map(made.register.filed.map(({ id, doc }) => [id, doc]))}
          unitName={unitNames(made, day)}
          simulate={simulate}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/pegawai/:employee/resi.json', {
    config: { may: 'public' },
    schema: { hide: true, params: EmployeeParams, querystring: TimeOfPerson },
    handler: async (request, reply) => {
      const outcome = await ofPerson(request.params.region, request.params.employee, questionOf(request.query))
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { receipt } = outcome.found
      return reply
        .header('content-disposition', `attachment; filename="resi-${receipt.row.employee}-${receipt.row.date}.json"`)
        .type('application/json')
        .send(JSON.stringify(receipt, null, 2))
    },
  })
}

/** The path of a unit, however it is typed: units are written in small letters, with single slashes between. */
const unitPath = (written: string): string => written.toLowerCase().split('/').filter(Boolean).join('/')

/** One page of the people selected; beyond the last page there is nobody. */
function selectionOut({ total, people }: Selection, wanted: number) {
  const { items, page, pages } = pageOf(people, wanted, peopleOfPage)
  return {
    total,
    page: wanted,
    pages,
    people: (page === wanted ? items : []).map(({ person, finding, acting, leftOpen }) => ({
      employee: person.employee,
      name: person.name,
      title: person.title,
      unit: person.unit,
      place: finding.place,
      force: finding.force,
      circular: finding.circular,
      clause: [...finding.clause],
      acting: acting.map(actingOut),
      left_open: leftOpen,
    })),
  }
}

const actingOut = ({ kind, position, unit, letter }: Pick<ActingRecord, 'kind' | 'position' | 'unit' | 'letter'>) => ({
  kind,
  position,
  unit,
  letter,
})

const limitsOut = (
  limits: { min: number; max: number; capped: boolean; clause: { circular: string; clause: string } } | null,
) =>
  limits && {
    min: limits.min,
    max: limits.capped ? limits.max : null,
    clause: `${limits.clause.circular}/${limits.clause.clause}`,
  }
