/**
 * A phone begins another session when the one it has has run out: it signs what the server makes up with the key that
 * cannot leave its browser. Whatever is in the way, the answer is the same: sign in.
 */
import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { longestRenewable, renewalText } from '@piket/domain/access/renewal.ts'
import { as, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Token } from '#platform/session-token.ts'
import type { Source } from '#platform/source.ts'
import type { Account } from '../account/service.ts'
import { liveDevice } from '../device/service.ts'
import { type Renewal, type RunOut, renewSession, runOutHeld, sessionRunOut } from '../session/service.ts'
import { keepChallenge, takeChallenge } from './queries.ts'

const signIn: Refusal = { refused: 'sign-in-needed' }
const minute = 60_000

interface Renewable extends Pick<Renewal, 'chain' | 'signedInAt' | 'until'> {
  readonly account: Account
  readonly employee: string
  /** As it was registered. */
  readonly key: Buffer
}

/** Whose session a phone may renew now: of its own person, not too long after they signed in themself. */
async function renewable(
  tx: Tx,
  source: Source,
  found: RunOut | undefined,
  device: string,
): Promise<Renewable | Refusal> {
  const employee = found?.account.employee
  if (!found || !employee) return signIn
  const { account, chain, signedInAt } = found
  const until = signedInAt + longestRenewable
  const now = source.clock.moment()
  const key = await liveDevice(tx, employee, device, now)
  return key && now < until ? { account, chain, employee, key, signedInAt, until } : signIn
}

/** Makes up what a phone has to sign. */
export const challenge = (
  source: Source,
  token: Token,
  device: string,
): Promise<{ readonly challenge: string } | Refusal> =>
  as(source.db, { region: token.region, reach: 'region' }, async (tx) => {
    const found = await renewable(tx, source, await sessionRunOut(tx, source, token), device)
    if (isRefusal(found)) return found
    const made = randomBytes(32).toString('base64url')
    const expires = new Date(source.clock.moment() + minute).toISOString()
    const row = { employee_id: found.employee, device_id: device, challenge: made, expires_at: expires }
    await keepChallenge(tx, { token_hash: token.hash, ...row })
    return { challenge: made }
  })

/** What a phone has signed. */
export interface Signed {
  readonly challenge: string
  readonly sig: string
  readonly agent: string | undefined
}

/** Begins a session by what a phone has signed; the token is for the cookie. */
export const renew = (
  source: Source,
  token: Token,
  { challenge: signed, sig, agent }: Signed,
): Promise<{ readonly token: string; readonly until: number } | Refusal> =>
  as(source.db, { region: token.region, reach: 'region' }, async (tx) => {
    // Taken off first: one that was shown is used up, whatever was signed.
    const made = await takeChallenge(tx, token.hash)
    if (made?.challenge !== signed || made.expires <= source.clock.moment()) return signIn
    const found = await renewable(tx, source, await runOutHeld(tx, source, token), made.device)
    if (isRefusal(found) || found.employee !== made.employee) return signIn
    const text = renewalText(token.region, made.employee, made.device, signed)
    if (!isSignedBy(found.key, text, sig)) return signIn
    const { account, chain, signedInAt, until } = found
    const renewal = { device: made.device, from: token.hash, chain, signedInAt, until }
    return { token: await renewSession(tx, source, account, { region: token.region, agent, renewal }), until }
  })

const isSignedBy = (key: Buffer, text: string, sig: string): boolean =>
  verify(
    'sha256',
    Buffer.from(text),
    { key: createPublicKey({ key, format: 'der', type: 'spki' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(sig, 'base64'),
  )
