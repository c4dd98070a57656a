import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { encode } from 'uqr'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { base32, totpAddress } from '#platform/totp.ts'
import { findRegion } from '../region/service.ts'
import { CodesPage, type Offer } from './codes-page.tsx'
import { RecoveryPage } from './recovery-page.tsx'
import { BeginForm, RegionParams } from './schema.ts'
import { beginCodes, codesSince, endOwnCodes, mayUseCodes, offeredSecret, offerSecret } from './service.ts'
import { text } from './text.ts'

export const totpRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Shown {
    /** The offer of the form that was sent: the application has it already. */
    readonly closed?: string
    readonly refusal?: Refusal
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { closed, refusal }: Shown = {}) {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    const { signedIn, language } = request
    if (!region || !signedIn || !mayUseCodes(signedIn)) return reply.refuse({ refused: 'not-found' })
    const since = await codesSince(app, signedIn)
    const known = closed && app.vault && offeredSecret(app.vault, signedIn, closed)
    const offered = known && closed ? { secret: known, closed } : app.vault && offerSecret(app.vault, signedIn)
    const offer: Offer | undefined = offered && {
      key: base32(offered.secret),
      closed: offered.closed,
      squares: encode(totpAddress(offered.secret, signedIn.name)).data,
    }
    if (refusal) reply.code(refusals[refusal.refused].status)
    return reply
      .header('cache-control', 'no-store')
      .page(
        <CodesPage
          view={request.viewOf(region)}
          slug={region.slug}
          since={
            since === undefined ? undefined : momentText(clockOf(() => since).now(region.zone), region.zone, language)
          }
          offer={offer}
          refusal={refusal}
          t={text[language]}
        />,
      )
  }

  app.get('/:region/akun/kode', {
    config: { may: 'own-keys', proof: 'recent' },
    schema: { hide: true, params: RegionParams },
    handler: (request, reply) => show(request, reply),
  })

  app.post('/:region/akun/kode', {
    config: { may: 'own-keys', proof: 'recent' },
    schema: { hide: true, params: RegionParams, body: BeginForm },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      const { signedIn, language } = request
      if (!region || !signedIn || !app.vault || !mayUseCodes(signedIn)) return reply.refuse({ refused: 'not-found' })
      const { rahasia: closed, kode: typed } = request.body
      const begun = await beginCodes(app, app.vault, signedIn, { closed, typed })
      if (isRefusal(begun)) return show(request, reply, { closed, refusal: begun })
      const { codes, token } = begun
      const view = request.viewOf(region)
      return reply
        .signIn(token)
        .header('cache-control', 'no-store')
        .page(<RecoveryPage {...{ view, slug: region.slug, codes, t: text[language] }} />)
    },
  })

  app.post('/:region/akun/kode/henti', {
    config: { may: 'own-keys', proof: 'recent' },
    schema: { hide: true, params: RegionParams },
    handler: async ({ signedIn, params }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      await endOwnCodes(app, signedIn)
      return reply.redirect(`/${params.region}/akun`, 303)
    },
  })
}
