import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { SignOnProvider } from '#platform/sign-on-providers.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { RegionParams, ReturnQuery, SignOnQuery } from './schema.ts'
import { beginSignOn, finishSignOn } from './service.ts'

const stateCookie = 'tunggal'
const tenMinutesInSeconds = 600

export const signOnRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Asked {
    readonly region: RegionAsListed
    readonly provider: SignOnProvider
  }

  async function ask(request: FastifyRequest): Promise<Asked | Refusal> {
    const { region: name = '' } = request.params as { readonly region?: string }
    const region = await findRegion(app.db, name)
    const provider = region && app.providers?.get(region.code)
    return provider ? { region, provider } : { refused: 'not-found' }
  }

  const originOf = (request: FastifyRequest) => app.origin ?? `${request.protocol}://${request.host}`
  const cookie = ({ slug }: RegionAsListed) =>
    ({
      path: `/${slug}/masuk/tunggal`,
      httpOnly: true,
      // The provider leads back by a link: a strict cookie would stay at home.
      sameSite: 'lax',
      secure: app.origin?.startsWith('https:') ?? false,
    }) as const

  app.get('/:region/masuk/tunggal', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: SignOnQuery },
    handler: async (request, reply) => {
      const asked = await ask(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, provider } = asked
      const callback = `${originOf(request)}/${region.slug}/masuk/tunggal/kembali`
      const { ke: back, ulang } = request.query
      const account = ulang && request.signedIn?.region === region.code ? request.signedIn.account : undefined
      const departure = await beginSignOn(app, region, provider, { callback, back, account })
      if (isRefusal(departure)) return reply.refuse(departure)
      reply.setCookie(stateCookie, departure.state, { ...cookie(region), maxAge: tenMinutesInSeconds })
      return reply.redirect(departure.href, 303)
    },
  })

  app.get('/:region/masuk/tunggal/kembali', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: ReturnQuery },
    handler: async (request, reply) => {
      const asked = await ask(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, provider } = asked
      const returned = new URL(request.url, originOf(request))
      const kept = request.cookies[stateCookie]
      const agent = request.headers['user-agent']
      const outcome = await finishSignOn(app, region, provider, { returned, kept, agent, signedIn: request.signedIn })
      reply.clearCookie(stateCookie, cookie(region))
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return reply.signIn(outcome.token).redirect(outcome.back ?? `/${region.slug}/saya`, 303)
    },
  })
}
