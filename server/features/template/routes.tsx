import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { RegionParams, TemplatesOut } from './schema.ts'
import { templates } from './service.ts'

export const templateRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/api/v1/regions/:region/templates', {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'What a draft can begin from beside the documents of the region: frames first',
      tags: ['draft'],
      params: RegionParams,
      response: { 200: TemplatesOut },
    },
    handler: async () => ({
      templates: (await templates()).map(({ name, doc, isFrame }) => ({
        ...{ id: name, title: doc.title, kind: doc.kind, frame: isFrame },
      })),
    }),
  })
}
