import { indexesOf } from '@piket/domain/roster/day-mask.ts'
import { rosterNames } from '@piket/domain/roster/names.ts'
import { sentences } from '@piket/domain/roster/sentence.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { unitNames } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, pageNumber } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { type OpenDays, RosterGridPage } from './grid-page.tsx'
import { RosterOut, UnitParams } from './schema.ts'
import { type RosterGrid, rosterGrid } from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }
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
    return { region, day, grid, unitName, open: openDaysOf(grid, unitName) }
  }

  app.get('/api/v1/regions/:region/rosters/:unit', {
    config: { may: 'public' },
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
          cells: [...cells],
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
        infeasible: open.map(({ days, words }) => ({ dates: [...days], text_id: words.id, text_en: words.en })),
        verified: grid.verdict ? grid.verdict.ok : null,
      }
    },
  })

  app.get('/:region/jadwal/:unit', {
    config: { may: 'public' },
    schema: { hide: true, params: UnitParams, querystring: GridOfPage },
    handler: async (request, reply) => {
      const { tanggal, per, unit, hal } = request.query
      const found = await gridOf(request.params.region, request.params.unit, tanggal, per)
      if (isRefusal(found)) return reply.refuse(found)
      const { region, day, grid, unitName, open } = found
      return reply.page(
        <RosterGridPage
          view={request.viewOf(region)}
          slug={region.slug}
          day={day}
          grid={grid}
          name={unitName(grid.unit)}
          unit={unit ?? null}
          page={hal}
          open={open}
          unitName={unitName}
          t={text[request.language]}
        />,
      )
    },
  })
}

/** Why days of the roster are left open, in the words of their clauses. */
function openDaysOf({ roster, documents }: RosterGrid, unitName: (unit: string) => string): OpenDays[] {
  if (!roster) return []
  const { days, stated } = roster
  return sentences(stated.conflicts, rosterNames({ days, documents, unitName })).map(({ days: mask, words }) => ({
    days: indexesOf(mask).flatMap((index) => days[index] ?? []),
    words,
  }))
}
