import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { cookieName, tokenOf } from '#platform/session-token.ts'
import { demonstrationPassword, offeredAccounts, signInToDemonstration } from '../demonstration/service.ts'
import { relyingParty } from '../passkey/service.ts'
import { signInWithPassword } from '../password/service.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion, isDemonstration, type RegionAsListed } from '../region/service.ts'
import { DemonstrationForm, SignInForm, SignInQuery } from './schema.ts'
import { endSession, personOfRunOut } from './service.ts'
import { SignInPage } from './sign-in-page.tsx'
import { text } from './text.ts'

const browserCookie = 'peramban'
const yearInSeconds = 31_536_000

export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookie = cookieName(app.origin?.startsWith('https:') ?? false)

  /** The browser's own random name; given to it when it has none. */
  function browserOf(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[browserCookie]
    if (known && /^[\w-]{22}$/.test(known)) return known
    const name = randomBytes(16).toString('base64url')
    reply.setCookie(browserCookie, name, { path: '/', maxAge: yearInSeconds, httpOnly: true, sameSite: 'lax' })
    return name
  }

  interface Shown {
    readonly back: string | undefined
    readonly login?: string
    readonly refusal?: Refusal
  }

  async function form(region: RegionAsListed, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { back, login = '', refusal } = shown
    const offered = isDemonstration(region) ? await offeredAccounts(app, region) : []
    if (refusal) reply.code(refusals[refusal.refused].status)
    if (refusal?.after !== undefined) reply.header('retry-after', refusal.after)
    return reply.page(
      <SignInPage
        view={request.viewOf(region)}
        slug={region.slug}
        back={back}
        login={login}
        refusal={refusal}
        offered={offered}
        offersPasskeys={relyingParty(app.origin, request.host) !== undefined}
        offersSignOn={app.providers?.has(region.code) ?? false}
        renewable={back !== undefined && !refusal ? await renewable(region, request, back) : undefined}
        demonstrationPassword={offered.length > 0 ? demonstrationPassword : undefined}
        t={text[request.language]}
      />,
    )
  }

  /** Of whom the session in the cookie has run out, where a page has led to the form. */
  async function renewable({ code }: RegionAsListed, { cookies }: FastifyRequest, to: string) {
    const token = tokenOf(cookies[cookie])
    if (token?.region !== code) return undefined
    const person = await personOfRunOut(app, token)
    return person === undefined ? undefined : { region: code, person, to }
  }

  const home = ({ slug }: RegionAsListed, back: string | undefined) => back ?? `/${slug}/saya`

  app.get('/:region/masuk', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: SignInQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      browserOf(request, reply)
      return form(region, request, reply, { back: request.query.ke })
    },
  })

  app.post('/:region/masuk', {
    config: { may: 'public', page: '/:region/masuk' },
    schema: { hide: true, params: RegionParams, body: SignInForm },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { nip: login, sandi: password, ke: back } = request.body
      const credentials = { login, password, browser: browserOf(request, reply), agent: request.headers['user-agent'] }
      const outcome = await signInWithPassword(app, region, credentials)
      if (isRefusal(outcome)) return form(region, request, reply, { back, login, refusal: outcome })
      return reply.signIn(outcome.token).redirect(home(region, back), 303)
    },
  })

  app.post('/:region/masuk/peragaan', {
    config: { may: 'public', page: '/:region/masuk' },
    schema: { hide: true, params: RegionParams, body: DemonstrationForm },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { akun: account, ke: back } = request.body
      const outcome = await signInToDemonstration(app, region, account, request.headers['user-agent'])
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return reply.signIn(outcome.token).redirect(home(region, back), 303)
    },
  })

  app.post('/:region/keluar', {
    config: { may: 'own-account', withOldPassword: true, withoutSecondFactor: 'showing' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      if (request.signedIn) await endSession(app, request.signedIn, 'this')
      return reply.signOut().redirect(`/${request.params.region}`, 303)
    },
  })
}
