import { unitCovers } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { isUnit, unitNames } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, pageNumber, UnitParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { openDaysOf } from '../roster/service.ts'
import { RosterGridPage } from './grid-page.tsx'
import { RosterOut } from './schema.ts'
import { rosterGrid } from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

/** Rows of a page: a phone reads one screen at a time, and a large unit has thousands of people. */
const peopleOfPage = 60

const GridOfPage = DayOfPage.extend({
  unit: z.string().max(120).optional(),
  hal: pageNumber,
})

export const rosterGridRoutes: FastifyPluginAsyncZod = async (app) => {
  async function gridOf(name: string, unit: string, date: string | undefined, given: string | undefined) {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const asked = knowledgeOf(app, region, { date, known: given })
    if (isRefusal(asked)) return asked
    const { day } = asked
    const made = await rosterGrid(app.db, region, { ...asked, unit })
    if (!made) return notFound
    const { grid, ground } = made
    const unitName = unitNames(ground, day)
    const { roster, documents } = grid
    return { region, day, grid, ground, unitName, open: roster ? openDaysOf(roster, { documents, unitName }) : [] }
  }

  app.get('/api/v1/regions/:region/rosters/:unit', {
    config: { may: 'read-people', reads: 'places' },
    schema: {
      summary: 'The roster of an agency that covers a day',
      tags: ['roster'],
      params: UnitParams,
      querystring: DayOfApi,
      response: { 200: RosterOut },
    },
    handler: async ({ params, query }, reply) => {
      const found = await gridOf(params.region, params.unit, query.date, query.known)
      if (isRefusal(found)) return reply.refuse(found)
      const { grid, open } = found
      const { roster } = grid
      return {
        unit: grid.unit,
        status: roster?.status ?? ('not_published' as const),
        version: roster?.version ?? null,
        published: roster?.published ?? null,
        seed: roster?.seed ?? null,
        input_hash: roster?.inputHash ?? null,
        overlapping: grid.overlapping.map(({ from, until, version, status }) => ({ from, until, version, status })),
        days: [...grid.days],
        people: grid.rows.map(({ employee, name, unit, turns, officeDays, cells }) => ({
          employee,
          name,
          unit,
          turns,
          office_days: officeDays,
          cells: cells.map((cell) => cell && { ...cell, fixed: cell.by !== 'turn' }),
        })),
        quotas: grid.days.map((date, position) => {
          const seats = grid.seats[position]
          const limits = seats?.limits
          return {
            date,
            present: seats?.atOffice ?? 0,
            min: limits?.min ?? null,
            max: limits?.capped ? limits.max : null,
            clause: limits ? `${limits.clause.circular}/${limits.clause.clause}` : null,
          }
        }),
        infeasible: open.map(({ days, words, kept }) => ({
          dates: [...days],
          kept: [...kept],
          text_id: words.id,
          text_en: words.en,
        })),
        verified: grid.verdict ? grid.verdict.ok : null,
      }
    },
  })

  app.get('/:region/jadwal/:unit', {
    config: { may: 'read-people', reads: 'places' },
    schema: { hide: true, params: UnitParams, querystring: GridOfPage },
    handler: async (request, reply) => {
      const { tanggal, per, unit, hal } = request.query
      const found = await gridOf(request.params.region, request.params.unit, tanggal, per)
      if (isRefusal(found)) return reply.refuse(found)
      const { region, day, grid, unitName, open } = found
      if (unit !== undefined && !(unitCovers(grid.unit, unit) && isUnit(found.ground, unit, day)))
        return reply.refuse(notFound)
      const rows = grid.rows.filter((row) => unit === undefined || unitCovers(unit, row.unit))
      const at = pageOf(rows, hal, peopleOfPage)
      if (isRefusal(at)) return reply.refuse(at)
      return reply.page(
        <RosterGridPage
          view={request.viewOf(region)}
          slug={region.slug}
          day={day}
          grid={grid}
          name={unitName(grid.unit)}
          unit={unit ?? null}
          rows={rows}
          at={at}
          open={open}
          unitName={unitName}
          t={text[request.language]}
        />,
      )
    },
  })
}
