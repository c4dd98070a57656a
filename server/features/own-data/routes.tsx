import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { OwnDataPage } from './own-data-page.tsx'
import { OwnDataFile } from './schema.ts'
import { ownDataOf } from './service.ts'
import { text } from './text.ts'

export const ownDataRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/data-saya', {
    config: { may: 'own-data', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownDataOf(app, request.signedIn)
      if (isRefusal(own)) return reply.refuse(own)
      const { language } = request
      const { region } = own
      return reply.page(
        <OwnDataPage
          view={request.viewOf(region)}
          slug={region.slug}
          own={own}
          moment={(at) => momentText(clockOf(() => at).now(region.zone), region.zone, language)}
          t={text[language]}
        />,
      )
    },
  })

  app.get('/:region/data-saya.json', {
    config: { may: 'own-data', about: 'reach' },
    schema: { hide: true, params: RegionParams, response: { 200: OwnDataFile } },
    handler: async (request, reply) => {
      const own = await ownDataOf(app, request.signedIn)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, employee, held, reads } = own
      const written = new Date(app.clock.moment()).toISOString()
      reply.header('content-disposition', `attachment; filename="data-saya-${written.slice(0, 10)}.json"`)
      return reply.send({
        region: region.slug,
        employee,
        written,
        held: Object.fromEntries([...held].map(([table, rows]) => [table, rows.map((row) => ({ ...row }))])),
        reads: reads.map(({ by, fields, lastAt, ...read }) => ({
          ...read,
          ...by,
          fields: [...fields],
          last: new Date(lastAt).toISOString(),
        })),
      })
    },
  })
}
