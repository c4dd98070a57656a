import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { businessDay } from '../knowledge/service.ts'
import { RegionsPage } from './regions-page.tsx'
import { Health, type RegionSummary, Regions } from './schema.ts'
import { isDemonstration, listRegions, type RegionAsListed } from './service.ts'
import { text } from './text.ts'

export const regionRoutes: FastifyPluginAsyncZod = async (app) => {
  const summary = ({ revision: _, ...region }: RegionAsListed): RegionSummary => ({
    ...region,
    today: businessDay(app, { ...region, revision: 0 }),
  })
  const served = async () => (await listRegions(app.db)).filter(({ kind }) => kind !== 'province').map(summary)

  app.get('/api/v1/health', {
    config: { may: 'public' },
    schema: { summary: 'Whether Piket can serve', tags: ['operations'], response: { 200: Health } },
    handler: async () => {
      await listRegions(app.db)
      return { status: 'ok' as const, version: app.release }
    },
  })

  app.get('/api/v1/regions', {
    config: { may: 'public' },
    schema: { summary: 'The regions of this installation', tags: ['region'], response: { 200: Regions } },
    handler: served,
  })

  app.get('/api/v1/openapi.json', {
    config: { may: 'public' },
    schema: { hide: true },
    handler: async () => app.swagger(),
  })

  app.get('/', {
    config: { may: 'public' },
    schema: { hide: true },
    handler: async (request, reply) => {
      const regions = await served()
      const view = { ...request.viewOf(), demonstration: regions.some(isDemonstration) }
      return reply.page(<RegionsPage view={view} regions={regions} t={text[request.language]} />)
    },
  })
}
