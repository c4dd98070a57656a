import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { cookieName, tokenOf } from '#platform/session-token.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { ChallengeIn, ChallengeOut, RenewalIn, RenewalOut } from './schema.ts'
import { challenge, renew } from './service.ts'

export const sessionRenewalRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookie = cookieName(app.origin?.startsWith('https:') ?? false)

  /** The session that has run out, of the region in the address. */
  async function runOut(request: FastifyRequest) {
    const { region: name = '' } = request.params as { readonly region?: string }
    const token = tokenOf(request.cookies[cookie])
    const region = await findRegion(app.db, name)
    return region?.code === token?.region ? token : undefined
  }

  app.post('/api/v1/regions/:region/session/challenge', {
    config: { may: 'public' },
    schema: {
      summary: 'What a phone signs to renew the session of its person that has run out',
      tags: ['session'],
      params: RegionParams,
      body: ChallengeIn,
      response: { 200: ChallengeOut },
    },
    handler: async (request, reply) => {
      const token = await runOut(request)
      const made = token && (await challenge(app, token, request.body.device))
      return !made || isRefusal(made) ? reply.refuse(made ?? { refused: 'sign-in-needed' }) : made
    },
  })

  app.post('/api/v1/regions/:region/session/renewal', {
    config: { may: 'public' },
    schema: {
      summary: 'Renew a session by what the phone signed: for the own pages only, and 30 days after signing in at most',
      tags: ['session'],
      params: RegionParams,
      body: RenewalIn,
      response: { 200: RenewalOut },
    },
    handler: async (request, reply) => {
      const token = await runOut(request)
      const agent = request.headers['user-agent']
      const made = token && (await renew(app, token, { ...request.body, agent }))
      if (!made || isRefusal(made)) return reply.refuse(made ?? { refused: 'sign-in-needed' })
      return reply.signIn(made.token).send({ until: made.until })
    },
  })
}
