/** Passkeys: a key on the own phone or computer signs in, and nothing that could be told to anybody. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { agentWords } from '#platform/agent-words.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountById } from '../account/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { beginSession, forget, keepProof, type SignedIn } from '../session/service.ts'
import {
  addChallenge,
  addPasskeyRow,
  markUsed,
  passkeyOf,
  passkeysOf,
  revoke,
  revokeAll,
  sweepChallenges,
  takeChallenge,
} from './queries.ts'

/** For whom a key is made: it signs for no other site. */
export interface RelyingParty {
  /** The name of the host. */
  readonly id: string
  readonly origin: string
}

/**
 * For whom keys are made here: the public address over https. Without one only a browser on this machine, by the name
 * `localhost`, for browsers make no keys for numbers. Undefined: no keys here.
 * @param host as the browser asked for it
 */
export function relyingParty(origin: string | undefined, host: string): RelyingParty | undefined {
  const url = new URL(origin ?? `http://${host}`)
  const isHere = url.protocol === 'http:' && url.hostname === 'localhost'
  return isHere || url.protocol === 'https:' ? { id: url.hostname, origin: url.origin } : undefined
}

const minuteInMilliseconds = 60_000
const goodFor = 5 * minuteInMilliseconds
const challengeLength = 32

async function challengeFor(tx: Tx, account: string | null, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = crypto.getRandomValues(new Uint8Array(challengeLength))
  await sweepChallenges(tx, at)
  await addChallenge(tx, {
    challenge: Buffer.from(challenge).toString('base64url'),
    account_id: account,
    expires_at: new Date(at.getTime() + goodFor).toISOString(),
  })
  return challenge
}

/** The challenge that an answer says it signed; undefined: it says nothing readable. */
function challengeIn(clientData: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** Takes the challenge of an answer; undefined when it was never given to this account, was answered, or is too old. */
async function answered(tx: Tx, clientData: string, account: string | null, at: Date): Promise<string | undefined> {
  const challenge = challengeIn(clientData)
  const known = challenge === undefined ? undefined : await takeChallenge(tx, challenge, at)
  return known?.fresh && known.account === account ? challenge : undefined
}

const refused: Refusal = { refused: 'passkey-refused' }

/** What a browser needs to make a key for somebody who has signed in. */
export const registrationOptions = ({ db, clock }: Source, signedIn: SignedIn, party: RelyingParty) =>
  as(db, { region: signedIn.region, reach: 'region' }, async (tx) => {
    const { account, name } = signedIn
    const own = await accountById(tx, account)
    const known = await passkeysOf(tx, account)
    return generateRegistrationOptions({
      rpName: 'Piket',
      rpID: party.id,
      userID: Uint8Array.from(Buffer.from(account.replaceAll('-', ''), 'hex')),
      userName: own?.login ?? account,
      userDisplayName: name,
      challenge: await challengeFor(tx, account, new Date(clock.moment())),
      attestationType: 'none',
      excludeCredentials: known.map(({ credential }) => ({ id: credential })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
  })

/** Keeps the key that a browser made. */
export async function registerPasskey(
  { db, clock }: Source,
  { region, account }: SignedIn,
  party: RelyingParty,
  response: RegistrationResponseJSON,
  agent: string | undefined,
): Promise<Refusal | undefined> {
  const outcome = await as(db, { region, reach: 'region' }, async (tx) => {
    const at = new Date(clock.moment())
    const expectedChallenge = await answered(tx, response.response.clientDataJSON, account, at)
    if (expectedChallenge === undefined) return refused
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    }).catch(() => ({ verified: false, registrationInfo: undefined }))
    if (!verified || !registrationInfo) return refused
    const { id, publicKey, counter } = registrationInfo.credential
    const added = await addPasskeyRow(tx, {
      credential_id: id,
      account_id: account,
      public_key: Buffer.from(publicKey),
      counter,
      transports: response.response.transports ?? [],
      label: agentWords(agent ?? null) ?? 'Piket',
      registered_at: at.toISOString(),
    })
    if (!added) return refused
    await recordEvent(tx, { actor: account, kind: 'passkey-registered', subject: account })
    return undefined
  })
  forget(db, account)
  return outcome
}

/** What a browser needs to offer the keys it has for this site. */
export const signInOptions = ({ db, clock }: Source, { code }: RegionAsListed, party: RelyingParty) =>
  as(db, { region: code, reach: 'region' }, async (tx) =>
    generateAuthenticationOptions({
      rpID: party.id,
      challenge: await challengeFor(tx, null, new Date(clock.moment())),
      userVerification: 'required',
    }),
  )

interface Answer {
  readonly response: AuthenticationResponseJSON
  /** Whom the challenge was made for; null: somebody who signs in. */
  readonly account: string | null
  readonly at: Date
}

/** Whose key signed an answer; undefined: nobody's. The challenge is used up, whatever comes of it. */
async function signerOf(tx: Tx, party: RelyingParty, { response, account, at }: Answer): Promise<string | undefined> {
  const expectedChallenge = await answered(tx, response.response.clientDataJSON, account, at)
  const known = await passkeyOf(tx, response.id)
  if (expectedChallenge === undefined || !known) return undefined
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: known.credential, publicKey: Uint8Array.from(known.publicKey), counter: known.counter },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) return undefined
  await markUsed(tx, known.credential, authenticationInfo.newCounter, at)
  return known.account
}

/** Signs in with what a key signed. */
export const signInWithPasskey = (
  { db, clock }: Source,
  { code }: RegionAsListed,
  party: RelyingParty,
  response: AuthenticationResponseJSON,
  agent: string | undefined,
): Promise<{ readonly token: string } | Refusal> =>
  as(db, { region: code, reach: 'region' }, async (tx) => {
    const at = new Date(clock.moment())
    const signer = await signerOf(tx, party, { response, account: null, at })
    if (signer === undefined) return refused
    const account = await accountById(tx, signer)
    if (account?.state !== 'active') return { refused: 'account-not-active' }
    return { token: await beginSession(tx, code, signer, { method: 'passkey', agent, at }) }
  })

/** What a browser needs to let one of the own keys sign once more. */
export const proofOptions = ({ db, clock }: Source, { region, account }: SignedIn, party: RelyingParty) =>
  as(db, { region, reach: 'region' }, async (tx) =>
    generateAuthenticationOptions({
      rpID: party.id,
      challenge: await challengeFor(tx, account, new Date(clock.moment())),
      allowCredentials: (await passkeysOf(tx, account)).map(({ credential }) => ({ id: credential })),
      userVerification: 'required',
    }),
  )

/** Proves with what one of the own keys signed. */
export async function proveWithPasskey(
  { db, clock }: Source,
  signedIn: SignedIn,
  party: RelyingParty,
  response: AuthenticationResponseJSON,
): Promise<{ readonly token: string } | Refusal> {
  const { region, account } = signedIn
  const kept = await as(db, { region, reach: 'region' }, async (tx) => {
    const at = new Date(clock.moment())
    const signer = await signerOf(tx, party, { response, account, at })
    return signer === account ? keepProof(tx, signedIn, { method: 'passkey', at, second: 'passkey' }) : refused
  })
  forget(db, account)
  return kept
}

/** A key as its owner sees it in the list. */
export interface Passkey {
  readonly credential: string
  readonly label: string
  /** Milliseconds since 1970. */
  readonly registered: number
  readonly used: number | null
}

/** The keys of an account that still sign in, the oldest first. */
export const listPasskeys = ({ db }: Source, { region, account }: SignedIn): Promise<Passkey[]> =>
  as(db, { region, reach: 'region' }, (tx) => passkeysOf(tx, account))

/** How many keys of an account still sign in. */
export const countPasskeys = async (tx: Tx, account: string): Promise<number> => (await passkeysOf(tx, account)).length

/** Ends every key of an account: the phone is lost, and somebody else sees to it that its owner can make a new one. */
export async function revokePasskeys(
  tx: Tx,
  account: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const ended = await revokeAll(tx, account, at)
  if (ended.length > 0)
    await recordEvent(tx, { actor: by, kind: 'passkeys-revoked', subject: account, body: { count: ended.length } })
}

/** Ends a key of one's own. */
export async function revokePasskey(
  { db, clock }: Source,
  { region, account }: SignedIn,
  credential: string,
): Promise<Refusal | undefined> {
  const refusal = await as(db, { region, reach: 'region' }, async (tx): Promise<Refusal | undefined> => {
    if (!(await revoke(tx, account, credential, new Date(clock.moment())))) return { refused: 'not-found' }
    await recordEvent(tx, { actor: account, kind: 'passkey-revoked', subject: account })
    return undefined
  })
  forget(db, account)
  return refusal
}
