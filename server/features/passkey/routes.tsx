import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import type { SignedIn } from '../session/service.ts'
import { AssertionIn, RegionParams, RegistrationIn, RevokeForm } from './schema.ts'
import {
  type RelyingParty,
  registerPasskey,
  registrationOptions,
  relyingParty,
  revokePasskey,
  signInOptions,
  signInWithPasskey,
} from './service.ts'

export const passkeyRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Asked {
    readonly region: RegionAsListed
    readonly party: RelyingParty
  }

  async function ask(request: FastifyRequest): Promise<Asked | Refusal> {
    const { region: name = '' } = request.params as { readonly region?: string }
    const region = await findRegion(app.db, name)
    if (!region) return { refused: 'not-found' }
    const party = relyingParty(app.origin, request.host)
    return party ? { region, party } : { refused: 'passkey-unavailable' }
  }

  /** The same for somebody who has signed in; the guard has seen to it. */
  async function own(request: FastifyRequest): Promise<(Asked & { readonly signedIn: SignedIn }) | Refusal> {
    const asked = await ask(request)
    if (isRefusal(asked)) return asked
    const { signedIn } = request
    return signedIn ? { ...asked, signedIn } : { refused: 'not-found' }
  }

  app.post('/:region/masuk/kunci/pilihan', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const asked = await ask(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      return signInOptions(app, asked.region, asked.party)
    },
  })

  app.post('/:region/masuk/kunci', {
    config: { may: 'public', takes: 'json' },
    schema: { hide: true, params: RegionParams, body: AssertionIn },
    handler: async (request, reply) => {
      const asked = await ask(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { ke: back, ...response } = request.body
      const agent = request.headers['user-agent']
      const { region, party } = asked
      const outcome = await signInWithPasskey(app, region, party, response as AuthenticationResponseJSON, agent)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return reply.signIn(outcome.token).send({ to: back ?? `/${region.slug}/saya` })
    },
  })

  app.post('/:region/akun/kunci/pilihan', {
    config: { may: 'own-keys', proof: 'recent', withoutSecondFactor: 'enrolling' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const asked = await own(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      return registrationOptions(app, asked.signedIn, asked.party)
    },
  })

  app.post('/:region/akun/kunci', {
    config: { may: 'own-keys', proof: 'recent', withoutSecondFactor: 'enrolling', takes: 'json' },
    schema: { hide: true, params: RegionParams, body: RegistrationIn },
    handler: async (request, reply) => {
      const asked = await own(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, party, signedIn } = asked
      const response = request.body as RegistrationResponseJSON
      const refusal = await registerPasskey(app, signedIn, party, response, request.headers['user-agent'])
      return refusal ? reply.refuse(refusal) : { to: `/${region.slug}/akun` }
    },
  })

  app.post('/:region/akun/kunci/cabut', {
    config: { may: 'own-keys', proof: 'recent', page: '/:region/akun' },
    schema: { hide: true, params: RegionParams, body: RevokeForm },
    handler: async (request, reply) => {
      // Not by `own`: a key can be revoked also where none can be made.
      const { signedIn } = request
      const refusal: Refusal | undefined = signedIn
        ? await revokePasskey(app, signedIn, request.body.kunci)
        : { refused: 'not-found' }
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${request.params.region}/akun`, 303)
    },
  })
}
