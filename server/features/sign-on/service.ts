/** Signing in with the account of the region's own OpenID provider: authorization code, PKCE, state and nonce. */
import { isPhishingResistant, type SecondFactor } from '@piket/domain/access/second-factor.ts'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { SignOnProvider } from '#platform/sign-on-providers.ts'
import type { Source } from '#platform/source.ts'
import { accountByLogin, loginOf } from '../account/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { beginSession, forget, keepProof, type SignedIn } from '../session/service.ts'
import { addAttempt, sweepAttempts, takeAttempt } from './queries.ts'

const goodFor = 600_000

const known = new WeakMap<SignOnProvider, Promise<Configuration>>()

/** What the provider says of itself, asked once; after a failure it is asked again. */
function configurationOf(provider: SignOnProvider): Promise<Configuration> {
  const before = known.get(provider)
  if (before) return before
  const { issuer, client, secret } = provider
  // Plain http was refused before, but for a provider on this machine.
  const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : []
  const asked = discovery(issuer, client, secret, undefined, { execute })
  known.set(provider, asked)
  asked.catch(() => known.delete(provider))
  return asked
}

export interface Departure {
  /** The provider's page. */
  readonly href: string
  /** What the browser keeps to show that it is the one that left. */
  readonly state: string
}

/**
 * Prepares the way over the provider.
 * @param callback the address it leads back to
 * @param back where somebody wanted to go
 * @param account who has signed in already, and proves who they are once more; absent: somebody who signs in
 */
export async function beginSignOn(
  { db, clock }: Source,
  { code }: RegionAsListed,
  provider: SignOnProvider,
  {
    callback,
    back,
    account,
  }: { readonly callback: string; readonly back: string | undefined; readonly account?: string | undefined },
): Promise<Departure | Refusal> {
  const configuration = await configurationOf(provider).catch(() => undefined)
  if (!configuration) return { refused: 'sign-on-unreachable' }
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const at = clock.moment()
  await as(db, { region: code, reach: 'region' }, async (tx) => {
    await sweepAttempts(tx, new Date(at))
    const expires = new Date(at + goodFor).toISOString()
    await addAttempt(tx, {
      state,
      nonce,
      verifier,
      back: back ?? null,
      account_id: account ?? null,
      expires_at: expires,
    })
  })
  const href = buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope: 'openid profile',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    // Whoever is still signed in at the provider would come back without having shown anything.
    ...(account !== undefined && { prompt: 'login', max_age: '0' }),
  })
  return { href: href.href, state }
}

const failed: Refusal = { refused: 'sign-on-failed' }

interface Return {
  /** The address asked for, with what the provider added. */
  readonly returned: URL
  /** What the browser kept of its departure. */
  readonly kept: string | undefined
  readonly agent: string | undefined
  readonly signedIn: SignedIn | undefined
}

/**
 * Signs in whoever comes back from the provider, to an account that is there already and carries the NIP of the claim; or
 * keeps that somebody who had signed in has proved who they are once more.
 */
export async function finishSignOn(
  { db, clock }: Source,
  { code }: RegionAsListed,
  provider: SignOnProvider,
  { returned, kept, agent, signedIn }: Return,
): Promise<{ readonly token: string; readonly back: string | null } | Refusal> {
  const actor = { region: code, reach: 'region' } as const
  const at = new Date(clock.moment())
  const state = returned.searchParams.get('state')
  if (state === null || kept !== state) return failed
  const attempt = await as(db, actor, (tx) => takeAttempt(tx, state, at))
  if (!attempt?.fresh) return failed
  const proves = attempt.account !== null
  const age = proves && { maxAge: Math.ceil((at.getTime() - (attempt.expires - goodFor)) / 1000) }
  const vouched = await vouchedBy(provider, returned, { state, ...attempt, ...age }).catch(() => undefined)
  if (vouched === undefined) return failed
  const { nip, second } = vouched
  const outcome = await as(db, actor, async (tx) => {
    const account = await accountByLogin(tx, loginOf(nip))
    if (!account) return { refused: 'sign-on-unknown' } as const
    if (account.state !== 'active') return { refused: 'account-not-active' } as const
    if (proves) {
      const isSame = signedIn?.account === attempt.account && account.account === attempt.account
      if (!signedIn || !isSame) return { refused: 'sign-on-of-another' } as const
      const renewed = await keepProof(tx, signedIn, { method: 'sign_on', at, second })
      return isRefusal(renewed) ? renewed : { ...renewed, back: attempt.back }
    }
    const token = await beginSession(tx, code, account.account, { method: 'sign_on', agent, at, second })
    return { token, back: attempt.back }
  })
  if (signedIn) forget(db, signedIn.account)
  return outcome
}

interface Expected {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** How many seconds ago the provider may last have asked who it is: since the departure. */
  readonly maxAge?: number
}

/**
 * The NIP the provider vouches for, in the token or at its address for claims, and whether it says that it asked for a
 * key; undefined when it names none.
 */
async function vouchedBy(
  provider: SignOnProvider,
  returned: URL,
  { state, nonce, verifier, maxAge }: Expected,
): Promise<{ readonly nip: string; readonly second: SecondFactor | undefined } | undefined> {
  const configuration = await configurationOf(provider)
  const tokens = await authorizationCodeGrant(configuration, returned, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    ...(maxAge !== undefined && { maxAge }),
  })
  const claims = tokens.claims()
  if (!claims) return undefined
  const own = claims[provider.claim]
  const asked =
    own === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? (await fetchUserInfo(configuration, tokens.access_token, claims.sub))[provider.claim]
      : own
  if (typeof asked !== 'string' || asked === '') return undefined
  return { nip: asked, second: isPhishingResistant({ amr: claims.amr, acr: claims.acr }) ? 'sign_on' : undefined }
}
