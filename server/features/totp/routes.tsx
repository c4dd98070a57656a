import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { encode } from 'uqr'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { base32, totpAddress } from '#platform/totp.ts'
import type { Vault } from '#platform/vault.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type Own, ownOf } from '../session/service.ts'
import { CodesPage, type Offer } from './codes-page.tsx'
import { type RecoveryList, RecoveryPage } from './recovery-page.tsx'
import { BeginForm, RegionParams } from './schema.ts'
import {
  beginCodes,
  codesInUse,
  endOwnCodes,
  mayUseCodes,
  offerSecret,
  recoveryCodes,
  renewRecoveryCodes,
} from './service.ts'
import { text } from './text.ts'

/** Where a browser holds the secret that it was offered, closed. */
const cookieOfOffer = 'kode'

export const totpRoutes: FastifyPluginAsyncZod = async (app) => {
  const offerCookie = ({ slug }: RegionAsListed) =>
    ({
      path: `/${slug}/akun/kode`,
      httpOnly: true,
      sameSite: 'lax',
      secure: app.origin?.startsWith('https:') ?? false,
    }) as const

  /** The secret that this browser is offered: the one that it holds, where it holds one. */
  function offerTo(own: Own, request: FastifyRequest, reply: FastifyReply, vault: Vault): Offer {
    const { region, signedIn } = own
    const held = request.cookies[cookieOfOffer]
    const use = request.refusedForm ? 'send' : 'show'
    const { secret, closed } = offerSecret(vault, signedIn, app.clock.moment(), held, use)
    if (closed !== held) reply.setCookie(cookieOfOffer, closed, offerCookie(region))
    return { key: base32(secret), closed, squares: encode(totpAddress(secret, signedIn.name)).data }
  }

  /** Who asks, where codes are for them. */
  async function userOf(request: FastifyRequest): Promise<Own | Refusal> {
    const own = await ownOf(app, request)
    return isRefusal(own) || mayUseCodes(own.signedIn) ? own : { refused: 'not-found' }
  }

  async function show(own: Own, request: FastifyRequest, reply: FastifyReply) {
    const { region, signedIn } = own
    const { language } = request
    const used = await codesInUse(app, signedIn)
    const zoned = (at: number) => momentText(clockOf(() => at).now(region.zone), region.zone, language)
    return reply
      .header('cache-control', 'no-store')
      .page(
        <CodesPage
          view={request.viewOf(region)}
          slug={region.slug}
          inUse={used && { since: zoned(used.since), left: used.left, of: recoveryCodes }}
          offer={used || !app.vault ? undefined : offerTo(own, request, reply, app.vault)}
          t={text[language]}
        />,
      )
  }

  /** The list, which is shown once: not kept by a browser, and in both languages. */
  function showList({ region }: Own, request: FastifyRequest, reply: FastifyReply, list: RecoveryList) {
    const view = request.viewOf(region)
    const words = [text[request.language], text[request.language === 'id' ? 'en' : 'id']] as const
    return reply
      .header('cache-control', 'no-store')
      .page(<RecoveryPage {...{ view, slug: region.slug, list, words }} />)
  }

  app.get('/:region/akun/kode', {
    config: { may: 'own-keys', proof: 'recent' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await userOf(request)
      return isRefusal(own) ? reply.refuse(own) : show(own, request, reply)
    },
  })

  app.post('/:region/akun/kode', {
    config: { may: 'own-keys', proof: 'recent', page: '/:region/akun/kode' },
    schema: { hide: true, params: RegionParams, body: BeginForm },
    handler: async (request, reply) => {
      const own = await userOf(request)
      if (isRefusal(own) || !app.vault) return reply.refuse(isRefusal(own) ? own : { refused: 'not-found' })
      const { rahasia: closed, kode: typed } = request.body
      const begun = await beginCodes(app, app.vault, own.signedIn, { closed, typed })
      if (isRefusal(begun)) return reply.refuse(begun)
      reply.signIn(begun.token).clearCookie(cookieOfOffer, offerCookie(own.region))
      return showList(own, request, reply, { codes: begun.codes, isFirst: true })
    },
  })

  app.post('/:region/akun/kode/cadangan', {
    config: { may: 'own-keys', proof: 'recent', page: '/:region/akun/kode' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await userOf(request)
      if (isRefusal(own)) return reply.refuse(own)
      const made = await renewRecoveryCodes(app, own.signedIn)
      if (isRefusal(made)) return reply.refuse(made)
      return showList(own, request, reply, { codes: made.codes, isFirst: false })
    },
  })

  app.post('/:region/akun/kode/henti', {
    config: { may: 'own-keys', proof: 'recent', page: '/:region/akun/kode' },
    schema: { hide: true, params: RegionParams },
    handler: async ({ signedIn, params }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      await endOwnCodes(app, signedIn)
      return reply.redirect(`/${params.region}/akun`, 303)
    },
  })
}
