import { isProved } from '@piket/domain/access/proof.ts'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { proofOptions, proveWithPasskey, relyingParty } from '../passkey/service.ts'
import { proveWithPassword } from '../password/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type Own, ownOf } from '../session/service.ts'
import { proveWithCode } from '../totp/service.ts'
import { ProofPage } from './proof-page.tsx'
import { ProvedPage } from './proved-page.tsx'
import { AssertionIn, CodeForm, PasswordProofForm, ProofQuery, RegionParams } from './schema.ts'
import { fileAt, isSecondStep, proveInDemonstration, waysOf } from './service.ts'
import { text } from './text.ts'

export const proofRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Shown {
    readonly back: string | undefined
    readonly refusal?: Refusal
  }

  async function form({ region, signedIn }: Own, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { back, refusal } = shown
    const { login, ways } = await waysOf(app, region, signedIn, relyingParty(app.origin, request.host))
    if (refusal) reply.code(refusals[refusal.refused].status)
    if (refusal?.after !== undefined) reply.header('retry-after', refusal.after)
    // The switch of language keeps where somebody wanted to go.
    const address = back === undefined ? `/${region.slug}/akun/bukti` : proofHref(region, back)
    const view = { ...request.viewOf(region), address }
    const t = text[request.language]
    const lacks = isSecondStep(signedIn)
    return reply.page(<ProofPage {...{ view, slug: region.slug, back, login, ways, lacks, refusal, t }} />)
  }

  const proofHref = ({ slug }: RegionAsListed, back: string) =>
    `/${slug}/akun/bukti?${new URLSearchParams({ ke: back })}`

  /** Where a proof leads: back to the page, or to the link of the file. */
  const onward = (region: RegionAsListed, back = `/${region.slug}/akun`): string =>
    fileAt(back) === undefined ? back : proofHref(region, back)

  interface Asking {
    readonly own: Own
    readonly back: string | undefined
    readonly outcome: { readonly token: string } | Refusal
  }

  /**
   * Whoever was overtaken by another proof of theirs goes on too: the guard knows the cookie that one was given, and
   * leads whose session has ended to the way in.
   */
  const isOvertaken = (outcome: Asking['outcome']): boolean =>
    isRefusal(outcome) && outcome.refused === 'sign-in-needed'

  function answer({ own, back, outcome }: Asking, request: FastifyRequest, reply: FastifyReply) {
    if (isRefusal(outcome) && !isOvertaken(outcome)) return form(own, request, reply, { back, refusal: outcome })
    if (!isRefusal(outcome)) reply.signIn(outcome.token)
    return reply.redirect(onward(own.region, back), 303)
  }

  app.get('/:region/akun/bukti', {
    config: { may: 'own-account', withoutSecondFactor: 'showing' },
    schema: { hide: true, params: RegionParams, querystring: ProofQuery },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, signedIn } = asked
      const { ke: back } = request.query
      if (isSecondStep(signedIn) || !isProved(signedIn.proved, app.clock.moment(), 'show'))
        return form(asked, request, reply, { back })
      const file = back === undefined ? undefined : fileAt(back)
      const view = request.viewOf(region)
      return reply.page(<ProvedPage {...{ view, slug: region.slug, back, file, t: text[request.language] }} />)
    },
  })

  app.post('/:region/akun/bukti', {
    config: { may: 'own-account', withoutSecondFactor: 'enrolling' },
    schema: { hide: true, params: RegionParams, body: PasswordProofForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { sandi: password, ke: back } = request.body
      const outcome = await proveWithPassword(app, asked.region, asked.signedIn, password)
      return answer({ own: asked, back, outcome }, request, reply)
    },
  })

  app.post('/:region/akun/bukti/kode', {
    config: { may: 'own-account', withoutSecondFactor: 'showing', page: '/:region/akun/bukti' },
    schema: { hide: true, params: RegionParams, body: CodeForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { kode: typed, ke: back } = request.body
      const outcome = await proveWithCode(app, app.vault, asked.signedIn, typed)
      return answer({ own: asked, back, outcome }, request, reply)
    },
  })

  app.post('/:region/akun/bukti/peragaan', {
    config: { may: 'own-account' },
    schema: { hide: true, params: RegionParams, body: ProofQuery },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const outcome = await proveInDemonstration(app, asked.region, asked.signedIn)
      // Who did not come in with one click is not told of this way.
      if (isRefusal(outcome) && !isOvertaken(outcome)) return reply.refuse(outcome)
      return answer({ own: asked, back: request.body.ke, outcome }, request, reply)
    },
  })

  app.post('/:region/akun/bukti/kunci/pilihan', {
    config: { may: 'own-account', withoutSecondFactor: 'showing' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const party = relyingParty(app.origin, request.host)
      return party ? proofOptions(app, asked.signedIn, party) : reply.refuse({ refused: 'passkey-unavailable' })
    },
  })

  app.post('/:region/akun/bukti/kunci', {
    config: { may: 'own-account', withoutSecondFactor: 'showing', takes: 'json' },
    schema: { hide: true, params: RegionParams, body: AssertionIn },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const party = relyingParty(app.origin, request.host)
      if (!party) return reply.refuse({ refused: 'passkey-unavailable' })
      const { ke: back, ...response } = request.body
      const outcome = await proveWithPasskey(app, asked.signedIn, party, response as AuthenticationResponseJSON)
      if (isRefusal(outcome) && !isOvertaken(outcome)) return reply.refuse(outcome)
      if (!isRefusal(outcome)) reply.signIn(outcome.token)
      return reply.send({ to: onward(asked.region, back) })
    },
  })
}
