import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Own, ownOf } from '../session/service.ts'
import { DeclarationsPage } from './declarations-page.tsx'
import { DeclarationsQuery, EndForm, EventForm, RegionParams, StatusForm } from './schema.ts'
import { declarations, declareEvent, endEvent, setStatus } from './service.ts'
import { text } from './text.ts'

const page = '/:region/penetapan'

export const declarationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(page, {
    config: { may: 'declare-events' },
    schema: { hide: true, params: RegionParams, querystring: DeclarationsQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const found = await declarations(app, region)
      if (isRefusal(found)) return reply.refuse(found)
      return reply.page(
        <DeclarationsPage
          view={request.viewOf(region)}
          slug={region.slug}
          declarations={found}
          form={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })

  /** Declares something, and shows what is declared. */
  async function done(request: FastifyRequest, reply: FastifyReply, act: (own: Own) => Promise<Refusal | undefined>) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const refusal = await act(own)
    return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/penetapan`, 303)
  }

  app.post(`${page}/kejadian`, {
    config: { may: 'declare-events', page },
    schema: { hide: true, params: RegionParams, body: EventForm },
    handler: (request, reply) =>
      done(request, reply, ({ region, signedIn }) => declareEvent(app, region, signedIn, request.body)),
  })

  app.post(`${page}/akhir`, {
    config: { may: 'declare-events', page },
    schema: { hide: true, params: RegionParams, body: EndForm },
    handler: (request, reply) =>
      done(request, reply, ({ region, signedIn }) => endEvent(app, region, signedIn, request.body)),
  })

  app.post(`${page}/status`, {
    config: { may: 'declare-events', page },
    schema: { hide: true, params: RegionParams, body: StatusForm },
    handler: (request, reply) =>
      done(request, reply, ({ region, signedIn }) => setStatus(app, region, signedIn, request.body)),
  })
}
