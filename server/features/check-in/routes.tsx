import { type FastifyPluginAsyncZod, validatorCompiler } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { cookieName } from '#platform/session-token.ts'
import { cancellationOf } from '../recall/service.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { CheckInOut, DeliveryIn, TimeOut, TimeQuery } from './schema.ts'

/** A record with its longest note takes less than half of it. */
const bodyLimit = 8 * 1024

export const checkInRoutes: FastifyPluginAsyncZod = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const cookie = cookieName(app.origin?.startsWith('https:') ?? false)

  app.post('/api/v1/regions/:region/check-ins', {
    // The statement that keeps it proves the session; whoever may check in is who the record names.
    config: { may: 'own-day', provenBy: 'statement' },
    // An answer of a hundred bytes is not worth a look at the encodings.
    compress: false,
    bodyLimit,
    // The body goes to the counter as it came, which names what is wrong with it; its shape here is for the contract.
    validatorCompiler: (part) =>
      part.httpPart === 'body' ? (value: unknown) => ({ value }) : validatorCompiler(part as never),
    // We made the answer ourselves: it is not read once more.
    serializerCompiler: () => JSON.stringify,
    schema: {
      summary: 'Keep a check-in that a device signed; sent again, it is kept once and answered alike',
      tags: ['check-in'],
      params: RegionParams,
      body: DeliveryIn,
      response: { 201: CheckInOut },
    },
    handler: async ({ params, body, cookies }, reply) => {
      const arrived = { region: params.region, session: cookies[cookie], body: String(body), at: app.clock.moment() }
      const kept = await app.checkIns.keep(arrived)
      if (isRefusal(kept)) return reply.refuse(kept)
      const { id, received, anchor, answers } = kept
      const cancelled = answers ? await cancellationOf(app.db, params.region, answers) : undefined
      return reply.code(201).send({ id, received: new Date(received).toISOString(), anchor, cancelled })
    },
  })

  app.get('/api/v1/regions/:region/time', {
    config: { may: 'public' },
    schema: {
      summary: 'The time of the server, signed for a device',
      tags: ['check-in'],
      params: RegionParams,
      querystring: TimeQuery,
      response: { 200: TimeOut },
    },
    handler: async ({ params, query }, reply) => {
      const region = await findRegion(app.db, params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      reply.header('cache-control', 'no-store')
      return app.signTime(region.code, query.device, app.clock.moment())
    },
  })
}
