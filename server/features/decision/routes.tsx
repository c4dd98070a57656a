import { addDays, type Day, type Instant } from '@piket/domain/calendar/day.ts'
import { readingInUse } from '@piket/domain/circular/question-words.ts'
import { isRuleRefusal, type RuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Refusal } from '#platform/refusal.ts'
import { type Ground, groundOf, isUnit, monthOf, unitNames } from '../ground/service.ts'
import { businessDay, usualKnown } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, RegionParams, timeOfDay } from '../region/schema.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { agencyOfEmployee } from '../staff/service.ts'
import { AgencyPage } from './agency-page.tsx'
import { PersonPage } from './person-page.tsx'
import { RegionDayPage } from './region-day-page.tsx'
import { AgencyDayOut, DecisionOut, EmployeeParams, RegionDayOut, UnitParams } from './schema.ts'
import { agencyDay, personDay, regionDay } from './service.ts'
import { text } from './text.ts'

const DayOfDecisions = DayOfPage.extend({ simulasi: DayOfPage.shape.tanggal })
const DayOfDecisionsApi = DayOfApi.extend({ simulate: DayOfApi.shape.date })
const TimeOfPerson = DayOfDecisions.extend({ pukul: timeOfDay.optional() })
const TimeOfPersonApi = DayOfDecisionsApi.extend({ at: timeOfDay.optional() })

interface Asked {
  readonly region: RegionAsListed
  readonly day: Day
  readonly known: Instant
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
const isNo = (outcome: object): outcome is Refusal => 'refused' in outcome

export const decisionRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asked(name: string, { date, known, simulate }: Question): Promise<Asked | Refusal> {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const day = (date ?? businessDay(app, region)) as Day
    return { region, day, known: known ?? usualKnown(app, region, day), simulate: simulate as Day | undefined }
  }

  async function ground({ region, day, known, simulate }: Asked, agency?: string): Promise<Ground | Refusal> {
    // One agency is small: its month and the next are loaded, so that pages of one person share them.
    const month = monthOf(day)
    const window =
      agency === undefined
        ? { from: day, until: day }
        : { from: month.from, until: monthOf(addDays(month.until, 1)).until }
    const made = await groundOf(app.db, region, { ...window, known, simulate, ...(agency !== undefined && { agency }) })
    return isRuleRefusal(made) ? refusalOf(made) : made
  }

  async function ofRegion(name: string, query: Question) {
    const where = await asked(name, query)
    if (isNo(where)) return where
    const made = await ground(where)
    return isNo(made) ? made : { ...where, simulate: made.simulate, ground: made, found: regionDay(made, where.day) }
  }

  async function ofAgency(name: string, unit: string, query: Question) {
    const where = await asked(name, query)
    if (isNo(where)) return where
    const made = await ground(where, agencyOf(unit))
    if (isNo(made)) return made
    const found = isUnit(made, unit, where.day) ? agencyDay(made, agencyOf(unit), where.day) : undefined
    return found ? { ...where, simulate: made.simulate, ground: made, ...found } : notFound
  }

  /** Of today the time it is; of another day the middle of it. */
  const usualTime = ({ region, day }: Asked): string =>
    day === businessDay(app, region) ? app.clock.now(region.zone, region.demoDay).slice(11) : '12:00'

  async function ofPerson(name: string, employee: string, query: Question) {
    const where = await asked(name, query)
    if (isNo(where)) return where
    const { region, day, known } = where
    const window = { from: day, until: day, known, zone: region.zone }
    // Somebody who has moved since is looked for where they were that day.
    const agency = await agencyOfEmployee(app.db, region.code, employee, window)
    if (agency === undefined) return notFound
    const made = await ground(where, agency)
    if (isNo(made)) return made
    const found = personDay(made, employee, where.day, query.at ?? usualTime(where))
    return found ? { ...where, simulate: made.simulate, ground: made, found } : notFound
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
      if (isNo(outcome)) return reply.refuse(outcome)
      const { found } = outcome
      return {
        date: found.day,
        known: found.known,
        kind: found.kind,
        without_decree: found.withoutDecree,
        circulars: found.inForce.map(({ doc }) => doc.id),
        total: found.total,
        agencies: found.agencies.map(({ seats, ...agency }) => ({ ...agency, seats: limitsOut(seats.limits) })),
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
      querystring: DayOfDecisionsApi,
      response: { 200: AgencyDayOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await ofAgency(params.region, params.unit, query)
      if (isNo(outcome)) return reply.refuse(outcome)
      const { agency, people, day, known } = outcome
      return {
        unit: agency.unit,
        name: agency.name,
        date: day,
        known,
        seats: limitsOut(agency.seats.limits),
        people: people.map(({ person, finding }) => ({
          employee: person.employee,
          name: person.name,
          title: person.title,
          place: finding.place,
          force: finding.force,
          circular: finding.circular,
          clause: [...finding.clause],
        })),
      }
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
      if (isNo(outcome)) return reply.refuse(outcome)
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
      if (isNo(outcome)) return reply.refuse(outcome)
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
    schema: { hide: true, params: UnitParams, querystring: DayOfDecisions },
    handler: async (request, reply) => {
      const outcome = await ofAgency(request.params.region, request.params.unit, questionOf(request.query))
      if (isNo(outcome)) return reply.refuse(outcome)
      const { region, day, known, simulate, agency, people, ground: made } = outcome
      return reply.page(
        <AgencyPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          day={day}
          known={known}
          agency={agency}
          people={people}
          unitName={unitNames(made, day)}
          simulate={simulate}
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
      if (isNo(outcome)) return reply.refuse(outcome)
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
      if (isNo(outcome)) return reply.refuse(outcome)
      const { receipt } = outcome.found
      return reply
        .header('content-disposition', `attachment; filename="resi-${receipt.row.employee}-${receipt.row.date}.json"`)
        .type('application/json')
        .send(JSON.stringify(receipt, null, 2))
    },
  })
}

const limitsOut = (
  limits: { min: number; max: number; capped: boolean; clause: { circular: string; clause: string } } | null,
) =>
  limits && {
    min: limits.min,
    max: limits.capped ? limits.max : null,
    clause: `${limits.clause.circular}/${limits.clause.clause}`,
  }
