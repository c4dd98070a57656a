import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Own, ownOf } from '../session/service.ts'
import { DeclarationsPage } from './declarations-page.tsx'
import {
  DeclarationsOut,
  DeclarationsQuery,
  EndForm,
  EndIn,
  EventForm,
  EventIn,
  RegionParams,
  StatusForm,
  StatusIn,
} from './schema.ts'
import { type Declarations, declarations, declareEvent, endEvent, setStatus } from './service.ts'
import { text } from './text.ts'

const page = '/:region/penetapan'
const api = '/api/v1/regions/:region/declarations'

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

  app.get(api, {
    config: { may: 'declare-events' },
    schema: {
      summary: 'What authorities have declared, and what documents wait for',
      tags: ['declaration'],
      params: RegionParams,
      response: { 200: DeclarationsOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const found = await declarations(app, own.region)
      return isRefusal(found) ? reply.refuse(found) : declarationsOut(found)
    },
  })

  /** Declares something, and says what is declared then. */
  async function declared(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (own: Own) => Promise<Refusal | undefined>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const refusal = await act(own)
    if (refusal) return reply.refuse(refusal)
    // What was declared is a revision of the region, of which the one above knows nothing.
    const now = await ownOf(app, request)
    if (isRefusal(now)) return reply.refuse(now)
    const found = await declarations(app, now.region)
    return isRefusal(found) ? reply.refuse(found) : reply.send(declarationsOut(found))
  }

  app.post(`${api}/events`, {
    config: { may: 'declare-events' },
    schema: {
      summary: 'Record an event that an authority has declared; sent twice it is one',
      tags: ['declaration'],
      params: RegionParams,
      body: EventIn,
      response: { 200: DeclarationsOut },
    },
    handler: (request, reply) =>
      declared(request, reply, ({ region, signedIn }) => {
        const { event, time, until, ...rest } = request.body
        const form = { ...declaring(rest), kejadian: event, jam: time ?? '', sampai: until ?? ('' as const) }
        return declareEvent(app, region, signedIn, form)
      }),
  })

  app.post(`${api}/events/end`, {
    config: { may: 'declare-events' },
    schema: {
      summary: 'Record when an event ended, as an authority has declared; sent twice it is once',
      tags: ['declaration'],
      params: RegionParams,
      body: EndIn,
      response: { 200: DeclarationsOut },
    },
    handler: (request, reply) =>
      declared(request, reply, ({ region, signedIn }) => {
        const { form: nomor, event, subject, from, until } = request.body
        const form = { nomor, kejadian: event, tempat: subject, sejak: from, sampai: until }
        return endEvent(app, region, signedIn, form)
      }),
  })

  app.post(`${api}/statuses`, {
    config: { may: 'declare-events' },
    schema: {
      summary: 'Record a status that an authority has set; sent twice it is one',
      tags: ['declaration'],
      params: RegionParams,
      body: StatusIn,
      response: { 200: DeclarationsOut },
    },
    handler: (request, reply) =>
      declared(request, reply, ({ region, signedIn }) => {
        const { status, value, ...rest } = request.body
        return setStatus(app, region, signedIn, { ...declaring(rest), status, nilai: value })
      }),
  })
}

type Declaring = Pick<z.infer<typeof EventIn>, 'form' | 'place' | 'from' | 'authority'>

const declaring = ({ form, place, from, authority }: Declaring) => ({
  ...{ nomor: form, tempat: place ?? '', sejak: from, pejabat: authority },
})

const declarationsOut = ({ awaited, events, statuses, units, placeName }: Declarations) => ({
  awaited: {
    events: [...awaited.events].map(([event, at]) => ({ event, at })),
    statuses: [...awaited.statuses].map(([status, values]) => ({ status, values: [...values] })),
  },
  events: events.map(({ type, ...rest }) => ({ ...rest, event: type, name: placeName(rest.subject) })),
  statuses: statuses.map((one) => ({ ...one, name: placeName(one.subject) })),
  units: units.map(([unit, name]) => ({ unit, name })),
})
