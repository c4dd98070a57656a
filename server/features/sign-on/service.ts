/** Signing in with the account of the region's own OpenID provider: authorization code, PKCE, state and nonce. */
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
import type { Clock } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { SignOnProvider } from '#platform/sign-on-providers.ts'
import { accountByLogin } from '../account/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { beginSession, loginOf } from '../session/service.ts'
import { addAttempt, sweepAttempts, takeAttempt } from './queries.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

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
 */
export async function beginSignOn(
  { db, clock }: Source,
  { code }: RegionAsListed,
  provider: SignOnProvider,
  { callback, back }: { readonly callback: string; readonly back: string | undefined },
): Promise<Departure | Refusal> {
  const configuration = await configurationOf(provider).catch(() => undefined)
  if (!configuration) return { refused: 'sign-on-unreachable' }
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const at = clock.moment()
  await as(db, { region: code, reach: 'region' }, async (tx) => {
    await sweepAttempts(tx, new Date(at))
    const expires = new Date(at + goodFor).toISOString()
    await addAttempt(tx, { state, nonce, verifier, back: back ?? null, expires_at: expires })
  })
  const href = buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope: 'openid profile',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { href: href.href, state }
}

const failed: Refusal = { refused: 'sign-on-failed' }

/**
 * Signs in whoever comes back from the provider: to an account that is there already and carries the NIP of the claim.
 * @param returned the address asked for, with what the provider added
 * @param kept what the browser kept of its departure
 */
export async function finishSignOn(
  { db, clock }: Source,
  { code }: RegionAsListed,
  provider: SignOnProvider,
  {
    returned,
    kept,
    agent,
  }: { readonly returned: URL; readonly kept: string | undefined; readonly agent: string | undefined },
): Promise<{ readonly token: string; readonly back: string | null } | Refusal> {
  const actor = { region: code, reach: 'region' } as const
  const at = new Date(clock.moment())
  const state = returned.searchParams.get('state')
  if (state === null || kept !== state) return failed
  const attempt = await as(db, actor, (tx) => takeAttempt(tx, state, at))
  if (!attempt?.fresh) return failed
  const nip = await numberOf(provider, returned, { state, ...attempt }).catch(() => undefined)
  if (nip === undefined) return failed
  return as(db, actor, async (tx) => {
    const account = await accountByLogin(tx, loginOf(nip))
    if (!account) return { refused: 'sign-on-unknown' }
    if (account.state !== 'active') return { refused: 'account-not-active' }
    const token = await beginSession(tx, code, account.account, { method: 'sign_on', agent, at })
    return { token, back: attempt.back }
  })
}

/** The NIP the provider vouches for, in the token or at its address for claims; undefined when it names none. */
async function numberOf(
  provider: SignOnProvider,
  returned: URL,
  { state, nonce, verifier }: { readonly state: string; readonly nonce: string; readonly verifier: string },
): Promise<string | undefined> {
  const configuration = await configurationOf(provider)
  const tokens = await authorizationCodeGrant(configuration, returned, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) return undefined
  const own = claims[provider.claim]
  const asked =
    own === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? (await fetchUserInfo(configuration, tokens.access_token, claims.sub))[provider.claim]
      : own
  return typeof asked === 'string' && asked !== '' ? asked : undefined
}
