import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { FindingPage } from './finding-page.tsx'
import { FindingsPage } from './findings-page.tsx'
import { FindingParams, FindingQuery, FindingsOut, RegionParams } from './schema.ts'
import { findingOf, findingsOf } from './service.ts'
import { text } from './text.ts'

export const findingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/temuan', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: RegionParams, querystring: FindingQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const held = await findingsOf(app, region)
      if (isRefusal(held)) return reply.refuse(held)
      const view = request.viewOf(region)
      return reply.page(
        <FindingsPage view={view} slug={region.slug} findings={held.findings} t={text[request.language]} />,
      )
    },
  })

  app.get('/:region/temuan/:finding', {
    config: { may: 'read-activities' },
    schema: { hide: true, params: FindingParams, querystring: FindingQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const found = await findingOf(app, region, request.params.finding)
      if (isRefusal(found)) return reply.refuse(found)
      return reply.page(
        <FindingPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...found}
          moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
          mayOpen={mayAtAll(signedIn, 'open-cases')}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/api/v1/regions/:region/findings', {
    config: { may: 'read-activities' },
    schema: {
      summary: 'Activities that were carried out against clauses which demand coordination, the newest first',
      tags: ['activity'],
      params: RegionParams,
      response: { 200: FindingsOut },
    },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const held = await findingsOf(app, region)
      if (isRefusal(held)) return reply.refuse(held)
      return {
        findings: held.findings.map(({ finding, activity, agency, unit, day, clauses, foundAt }) => ({
          ...{ id: finding, activity, agency, unit, day, clauses: [...clauses] },
          found_at: foundAt.toISOString(),
        })),
      }
    },
  })
}
