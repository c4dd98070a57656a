import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { figuresOut, statementOut } from '../attendance-return/service.ts'
import { RegionParams } from '../region/schema.ts'
import { agenciesTable } from '../return-file/service.ts'
import { AgenciesPage } from './agencies-page.tsx'
import { AgenciesQuery, ReturnsOut } from './schema.ts'
import { agenciesByFilter, regionDayOf } from './service.ts'
import { text } from './text.ts'

export const regionReturnRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/api/v1/regions/:region/returns', {
    config: { may: 'read-returns' },
    schema: {
      summary: 'What the heads of every agency have stated today',
      tags: ['attendance'],
      params: RegionParams,
      response: { 200: ReturnsOut },
    },
    handler: async ({ params }, reply) => {
      const all = await regionDayOf(app, params.region)
      if (isRefusal(all)) return reply.refuse(all)
      return {
        date: all.day,
        due: new Date(all.due).toISOString(),
        agencies: all.agencies.map(({ agency, name, figures, deviations, stated }) => ({
          ...{ agency, name, ...figuresOut(figures), deviations, statement: statementOut(stated) },
        })),
      }
    },
  })

  app.get('/:region/semua-opd', {
    config: { may: 'read-returns' },
    schema: { hide: true, params: RegionParams, querystring: AgenciesQuery },
    handler: async (request, reply) => {
      const all = await regionDayOf(app, request.params.region)
      if (isRefusal(all)) return reply.refuse(all)
      return reply.page(
        <AgenciesPage
          view={request.viewOf(all.region)}
          all={all}
          filter={request.query.saring}
          lists={agenciesByFilter(all.agencies)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/semua-opd.csv', {
    config: { may: 'read-returns', proof: 'recent' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const all = await regionDayOf(app, request.params.region)
      if (isRefusal(all)) return reply.refuse(all)
      return reply
        .header('content-disposition', `attachment; filename="semua-opd-${all.region.slug}-${all.day}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(agenciesTable(all))
    },
  })
}
