import { unitCovers } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { isUnit, unitNames } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { rosterGrid } from '../roster-grid/service.ts'
import { OutbreakPage } from './outbreak-page.tsx'
import { OutbreakQuery, strengthsAsked, UnitParams } from './schema.ts'
import { outbreakOf } from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

/** Seconds until the browser looks again how far the work is. */
const lookAgain = 2

export const outbreakRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/jadwal/:unit/simulasi', {
    config: { may: 'read-people', reads: 'places' },
    schema: { hide: true, params: UnitParams, querystring: OutbreakQuery },
    handler: async (request, reply) => {
      const { tanggal, per, unit, daya } = request.query
      const { signedIn } = request
      const region = await findRegion(app.db, request.params.region)
      if (!region || !signedIn) return reply.refuse(notFound)
      const asked = knowledgeOf(app, region, { date: tanggal, known: per })
      if (isRefusal(asked)) return reply.refuse(asked)
      const made = await rosterGrid(app.db, region, { ...asked, unit: request.params.unit })
      if (!made) return reply.refuse(notFound)
      const { grid, ground } = made
      if (unit !== undefined && !(unitCovers(grid.unit, unit) && isUnit(ground, unit, asked.day)))
        return reply.refuse(notFound)
      const rows = grid.rows.filter((row) => unit === undefined || unitCovers(unit, row.unit))
      const strength = strengthsAsked[daya]
      const outbreak = await outbreakOf(app, grid, rows, strength, signedIn.account)
      if (isRefusal(outbreak)) return reply.refuse(outbreak)
      // Accepted, and nothing shown yet that would have to be written down as read.
      if ('done' in outbreak.outcome) reply.code(202).header('refresh', `${lookAgain}`)
      return reply.page(
        <OutbreakPage
          view={request.viewOf(region)}
          slug={region.slug}
          day={asked.day}
          grid={grid}
          unit={unit ?? null}
          strength={strength}
          outbreak={outbreak}
          unitName={unitNames(ground, asked.day)}
          t={text[request.language]}
        />,
      )
    },
  })
}
