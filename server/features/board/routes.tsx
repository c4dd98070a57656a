import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { readingInUse } from '@piket/domain/circular/question-words.ts'
import type { Seats } from '@piket/domain/decision/seats.ts'
import { type ActingRecord, agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { type Page, pageOf } from '#platform/paging.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { groundAsked, unitNames } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { asMachinesAsk, RegionParams, SimulatedDayOfApi, SimulatedDayOfPage, UnitParams } from '../region/schema.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { BoardPage } from './board-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { RegionDayPage } from './region-day-page.tsx'
import {
  AgencyDayOut,
  BoardOfApi,
  BoardOfPage,
  NamedOfApi,
  NamedOfPage,
  PeopleOut,
  RegionDayOut,
  UnitPathParams,
} from './schema.ts'
import { boardOf, type OnBoard, peopleNamed, personalLater, regionDay, type Selection } from './service.ts'
import { text } from './text.ts'

/** Rows of a page: a cheap phone opens it at once, and most agencies still fit on one. */
const peopleOfPage = 100

type Question = z.infer<typeof SimulatedDayOfApi>

/** Part of a name, and the page of those who bear it. */
interface Sought {
  readonly search: string
  readonly page: number
}

const notFound: Refusal = { refused: 'not-found' }
const noUnit = (unit: string): Refusal => ({
  ...notFound,
  detail: { id: text.id.noUnit(unit), en: text.en.noUnit(unit) },
})

/** Whether somebody may look for people of the whole region. */
const reachesRegion = (viewer: Viewer | undefined, { code }: RegionAsListed): boolean =>
  viewer !== undefined && may(viewer, 'read-people', { region: code })

export const boardRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region and the day asked about with their ground, the whole region's unless an agency is named. */
  async function groundFor(name: string, query: Question, agency?: string) {
    const asked = await askedOf(app, name, query)
    if (isRefusal(asked)) return asked
    const ground = await groundAsked(app.db, asked, agency)
    return isRefusal(ground) ? ground : { ...asked, ground }
  }

  async function ofRegion(name: string, query: Question) {
    const asked = await groundFor(name, query)
    return isRefusal(asked) ? asked : { ...asked, found: await regionDay(app.db, asked.ground, asked.day) }
  }

  async function ofUnit(name: string, unit: string, query: Question, { search, page }: Sought) {
    const asked = await groundFor(name, query, agencyOf(unit))
    if (isRefusal(asked)) return asked
    const board = await boardOf(app.db, asked.ground, unit, asked.day, search)
    if (!board) return noUnit(unit)
    const at = pageOf(board.people, page, peopleOfPage)
    return isRefusal(at) ? at : { ...asked, board, at }
  }

  async function ofName(name: string, query: Question, { search, page }: Sought) {
    const asked = await groundFor(name, query)
    if (isRefusal(asked)) return asked
    const found = await peopleNamed(app.db, asked.ground, asked.day, search)
    const at = pageOf(found.people, page, peopleOfPage)
    return isRefusal(at) ? at : { ...asked, found, at }
  }

  app.get('/api/v1/regions/:region/day', {
    config: { may: 'public' },
    schema: {
      summary: 'Who is where in a region on a day',
      tags: ['board'],
      params: RegionParams,
      querystring: SimulatedDayOfApi,
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
          seats: limitsOut(seats),
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
    config: { may: 'read-people', reads: 'places' },
    schema: {
      summary: 'Who is where in an agency on a day',
      tags: ['board'],
      params: UnitParams,
      querystring: BoardOfApi,
      response: { 200: AgencyDayOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await ofUnit(params.region, params.unit, query, query)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { board, day, known, at } = outcome
      const { unit, name, agency, tree } = board
      return {
        unit,
        name,
        agency: agency.unit,
        date: day,
        known,
        seats: limitsOut(agency.seats),
        left_open: agency.leftOpen,
        acting_here: board.actingHere.map(({ employee, name: holder, postedIn, ...post }) => ({
          employee,
          name: holder,
          counted_in: agencyOf(postedIn),
          ...actingOut(post),
        })),
        units: tree.filter((one) => one.unit !== unit && unitCovers(unit, one.unit)),
        ...selectionOut(board, at),
      }
    },
  })

  app.get('/api/v1/regions/:region/employees', {
    config: { may: 'read-people' },
    schema: {
      summary: 'Where people of a name are on a day',
      tags: ['board'],
      params: RegionParams,
      querystring: NamedOfApi,
      response: { 200: PeopleOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await ofName(params.region, query, query)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { day, known, found, at } = outcome
      return { date: day, known, ...selectionOut(found, at) }
    },
  })

  app.get('/:region', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: SimulatedDayOfPage },
    handler: async (request, reply) => {
      const outcome = await ofRegion(request.params.region, asMachinesAsk(request.query))
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, found, ground } = outcome
      const hasProposals = ground.register.filed.some(({ doc }) => doc.status === 'proposed')
      return reply.page(
        <RegionDayPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          found={found}
          simulate={ground.simulate}
          hasProposals={hasProposals}
          unitName={unitNames(ground, found.day)}
          mayFind={reachesRegion(request.signedIn, region)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/opd/:unit', {
    config: { may: 'read-people', reads: 'places' },
    schema: { hide: true, params: UnitParams, querystring: BoardOfPage },
    handler: async (request, reply) => {
      const { params, query, url } = request
      const unit = unitPath(query.unit || params.unit)
      if (unit !== params.unit) return lead(reply, params.region, unit, url)
      const search = query.cari.trim()
      const outcome = await ofUnit(params.region, unit, asMachinesAsk(query), { search, page: query.hal })
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, day, known, board, at, ground } = outcome
      return reply.page(
        <BoardPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          day={day}
          known={known}
          personalLater={personalLater(ground)}
          board={board}
          search={search}
          at={at}
          unitName={unitNames(ground, day)}
          simulate={ground.simulate}
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
    config: { may: 'read-people' },
    schema: { hide: true, params: RegionParams, querystring: NamedOfPage },
    handler: async (request, reply) => {
      const { query } = request
      const search = query.cari.trim()
      const outcome = await ofName(request.params.region, asMachinesAsk(query), { search, page: query.hal })
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, day, known, found, at, ground } = outcome
      return reply.page(
        <PeoplePage
          view={request.viewOf(region)}
          slug={region.slug}
          region={region.name[request.language]}
          zone={region.zone}
          day={day}
          known={known}
          personalLater={personalLater(ground)}
          search={search}
          found={found}
          at={at}
          unitName={unitNames(ground, day)}
          simulate={ground.simulate}
          t={text[request.language]}
        />,
      )
    },
  })
}

/** The path of a unit, however it is typed: units are written in small letters, with single slashes between. */
const unitPath = (written: string): string => written.toLowerCase().split('/').filter(Boolean).join('/')

/** One page of the people selected. */
function selectionOut({ total }: Selection, { items, page, pages }: Page<OnBoard>) {
  return {
    total,
    page,
    pages,
    people: items.map(({ person, finding, acting, leftOpen }) => ({
      employee: person.employee,
      name: person.name,
      title: person.title,
      unit: person.unit,
      place: finding.place,
      force: finding.force,
      circular: finding.circular,
      clause: [...finding.clause],
      order: finding.override,
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

const limitsOut = ({ limits }: Seats) =>
  limits && {
    min: limits.min,
    max: limits.capped ? limits.max : null,
    clause: `${limits.clause.circular}/${limits.clause.clause}`,
    excess: limits.excess && {
      people: limits.excess.people,
      recalled: limits.excess.recalled,
      by_clause: limits.excess.byClause,
    },
  }
