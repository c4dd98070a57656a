import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { sizeOf } from '@piket/domain/roster/day-mask.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { groundOf, unitNames } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { RosterListPage } from './list-page.tsx'
import { RostersOut } from './schema.ts'
import { listRosters, newestOf } from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

export const rosterRoutes: FastifyPluginAsyncZod = async (app) => {
  async function published(name: string, date: string | undefined, known: string | undefined) {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const asked = knowledgeOf(app, region, { date, known })
    if (isRefusal(asked)) return asked
    const { day, ...knowledge } = asked
    const query = { from: day, until: day, ...knowledge }
    const newest = new Map(newestOf(await listRosters(app.db, region, query)).map((one) => [one.unit, one]))
    const ground = await groundOf(app.db, region, query)
    return isRuleRefusal(ground)
      ? notFound
      : { region, day, rosters: [...newest.values()], unitName: unitNames(ground, day) }
  }

  app.get('/api/v1/regions/:region/rosters', {
    config: { may: 'public' },
    schema: {
      summary: 'Published rosters that hold on a day',
      tags: ['roster'],
      params: RegionParams,
      querystring: DayOfApi,
      response: { 200: RostersOut },
    },
    handler: async ({ params, query }, reply) => {
      const found = await published(params.region, query.date, query.known)
      if (isRefusal(found)) return reply.refuse(found)
      return found.rosters.map(({ unit, from, until, version, status, published: at }) => ({
        unit,
        from,
        until,
        version,
        status,
        published: at,
      }))
    },
  })

  app.get('/:region/jadwal', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: DayOfPage },
    handler: async (request, reply) => {
      const found = await published(request.params.region, request.query.tanggal, request.query.per)
      if (isRefusal(found)) return reply.refuse(found)
      const { region, day, rosters, unitName } = found
      const sorted = rosters.toSorted(
        (a, b) =>
          sizeOf(b.stated.leftOpen) - sizeOf(a.stated.leftOpen) ||
          unitName(a.unit).localeCompare(unitName(b.unit), 'id'),
      )
      return reply.page(
        <RosterListPage
          view={request.viewOf(region)}
          slug={region.slug}
          day={day}
          rosters={sorted}
          unitName={unitName}
          t={text[request.language]}
        />,
      )
    },
  })
}
