import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { AddressForm, SubscriptionIn } from './schema.ts'
import { stateAddress, subscribe, unsubscribe } from './service.ts'

export const noticeAddressRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region and the person who has signed in; members of outside bodies are told nothing. */
  async function own(
    request: FastifyRequest,
  ): Promise<{ readonly region: RegionAsListed; readonly employee: string } | Refusal> {
    const { region: name = '' } = request.params as { readonly region?: string }
    const region = await findRegion(app.db, name)
    const employee = request.signedIn?.employee
    return region && employee !== undefined ? { region, employee } : { refused: 'not-found' }
  }

  app.post('/:region/akun/pemberitahuan', {
    config: { may: 'own-day', about: 'reach', page: '/:region/akun' },
    schema: { hide: true, params: RegionParams, body: AddressForm },
    handler: async (request, reply) => {
      const asked = await own(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const refused = await stateAddress(app, asked.region, asked.employee, request.body.surel)
      return refused ? reply.refuse(refused) : reply.redirect(`/${asked.region.slug}/akun#pemberitahuan`, 303)
    },
  })

  app.post('/:region/akun/pemberitahuan/ponsel', {
    config: { may: 'own-day', about: 'reach', takes: 'json' },
    schema: { hide: true, params: RegionParams, body: SubscriptionIn },
    handler: async (request, reply) => {
      const asked = await own(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { endpoint, keys } = request.body
      const refused = await subscribe(app, asked.region, asked.employee, { endpoint, ...keys })
      return refused ? reply.refuse(refused) : reply.code(201).send({ to: `/${asked.region.slug}/akun#pemberitahuan` })
    },
  })

  app.post('/:region/akun/pemberitahuan/ponsel/cabut', {
    config: { may: 'own-day', about: 'reach', page: '/:region/akun' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const asked = await own(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      await unsubscribe(app, asked.region, asked.employee)
      return reply.redirect(`/${asked.region.slug}/akun#pemberitahuan`, 303)
    },
  })
}
