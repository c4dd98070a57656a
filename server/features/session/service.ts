/** Sessions: begun, recognised, proved anew, renewed and ended. */
import { createHash } from 'node:crypto'
import { rolesOfDevice } from '@piket/domain/access/renewal.ts'
import { administrators, type Viewer } from '@piket/domain/access/role.ts'
import { type Lack, lackOf, type SecondFactor } from '@piket/domain/access/second-factor.ts'
import { dayOf } from '@piket/domain/calendar/day.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { newToken, type Token } from '#platform/session-token.ts'
import type { Source } from '#platform/source.ts'
import { type Account, accountById, holderOf, isPasswordOld } from '../account/service.ts'
import { findRegion, isDemonstration, listRegions, type RegionAsListed } from '../region/service.ts'
import type { Window } from '../staff/service.ts'
import {
  addSession,
  changeToken,
  endChain,
  endOfDevice,
  endSessions,
  holdAccount,
  markSeen,
  sessionOf,
  sessionsOf,
} from './queries.ts'

/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'passkey' | 'sign_on' | 'invitation' | 'device' | 'demonstration'

/** Somebody recognised, with what pages call them. */
export interface SignedIn extends Viewer {
  readonly name: string
  /** Post as printed in the staff list, or the outside body. */
  readonly title: string | null
  readonly token: Buffer
  readonly method: SignInMethod | 'machine'
  /** When they last proved who they are, in milliseconds since 1970. */
  readonly proved: number
  /** Nothing is open to them but showing it, or making it. */
  readonly lacks: Lack
  /** Nothing is open to them but choosing a new password. */
  readonly passwordExpired: boolean
}

const hourInMilliseconds = 3_600_000
/** A session ends twelve hours after it began, whatever happens. */
const longest = 12 * hourInMilliseconds
/** An administrator is asked again after half an hour without a request. */
const longestIdle = hourInMilliseconds / 2
/** When somebody was last seen is written down once a minute at most. */
const seenEvery = 60_000
/** A session that was ended elsewhere is refused within so many milliseconds. */
const recognisedFor = 5000
const mostRecognised = 20_000

/** Who has signed in, and to which region. */
export interface Own {
  readonly region: RegionAsListed
  readonly signedIn: SignedIn
}

/** The region of an address and who has signed in to it; the guard has seen to both. */
export async function ownOf(
  { db }: Pick<Source, 'db'>,
  { params, signedIn }: { readonly params: unknown; readonly signedIn: SignedIn | undefined },
): Promise<Own | Refusal> {
  const { region: name = '' } = params as { readonly region?: string }
  const region = await findRegion(db, name)
  return region && signedIn ? { region, signedIn } : { refused: 'not-found' }
}

/** The business day of a region, as known now: what roles are asked for. */
export function roleWindow({ clock }: Pick<Source, 'clock'>, { zone, demoDay }: RegionAsListed): Window {
  const now = clock.now(zone, demoDay)
  return { from: dayOf(now), until: dayOf(now), known: now, zone }
}

interface Recognised {
  readonly at: number
  readonly signedIn: SignedIn
}

const recognised = new WeakMap<Db, Map<string, Recognised>>()

function keptOf(db: Db): Map<string, Recognised> {
  const kept = recognised.get(db) ?? new Map<string, Recognised>()
  recognised.set(db, kept)
  return kept
}

/** Marks a session without telling its token. */
export const markOf = ({ token }: Pick<SignedIn, 'token'>): string =>
  createHash('sha256').update(token).digest('hex').slice(0, 12)

/** Who holds a token; undefined when its session has ended or run out, or the account is not active. */
export async function recognise(source: Source, token: Token): Promise<SignedIn | undefined> {
  const kept = keptOf(source.db)
  const key = token.hash.toString('base64')
  const now = source.clock.moment()
  const known = kept.get(key)
  if (known && now - known.at < recognisedFor) return known.signedIn
  kept.delete(key)
  const signedIn = await lookUp(source, token, now)
  if (!signedIn) return undefined
  if (kept.size >= mostRecognised) kept.clear()
  kept.set(key, { at: now, signedIn })
  return signedIn
}

async function lookUp(source: Source, { region: code, hash }: Token, now: number): Promise<SignedIn | undefined> {
  const region = (await listRegions(source.db)).find((one) => one.code === code)
  if (!region) return undefined
  return as(source.db, { region: code, reach: 'region' }, async (tx) => {
    const session = await sessionOf(tx, hash)
    if (!session || session.expires <= now) return undefined
    const account = await accountById(tx, session.account)
    if (account?.state !== 'active') return undefined
    const window = roleWindow(source, region)
    const { name, posting, roles: every } = await holderOf(tx, account, window)
    const held = session.method === 'device' ? rolesOfDevice(every) : every
    if (held.some(({ role }) => administrators.has(role)) && now - session.seen > longestIdle) return undefined
    const method = session.method as SignInMethod
    const { hasPasskey, hasCodes } = session
    if (now - session.seen > seenEvery) await markSeen(tx, hash, new Date(now))
    return {
      region: code,
      account: account.account,
      ...(account.employee !== null && { employee: account.employee }),
      roles: held,
      name,
      title: posting?.title ?? account.body,
      token: hash,
      method,
      proved: session.proved,
      // The password of a demonstration is no secret, and its people are invented.
      lacks: isDemonstration(region)
        ? undefined
        : lackOf({ roles: held, method, second: session.second as SecondFactor | null, hasPasskey, hasCodes }),
      passwordExpired: method === 'password' && (await isPasswordOld(tx, account, new Date(now), window)),
    }
  })
}

/** A session that ran out, and the phone that renews it. */
export interface Renewal {
  readonly device: string
  readonly from: Buffer
  /** What it has in common with all that it came from. */
  readonly chain: string
  /** When somebody last signed in themself, in milliseconds. */
  readonly signedInAt: number
  /** After this moment it cannot be renewed any more. */
  readonly until: number
}

export interface Beginning {
  readonly method: SignInMethod
  /** What the browser calls itself. */
  readonly agent: string | undefined
  readonly at: Date
  /** What was shown beside the first proof, in the same go. */
  readonly second?: SecondFactor | undefined
  readonly renewal?: Renewal
}

/** Begins a session of an account; the text goes into the cookie and is kept nowhere else. */
export async function beginSession(
  tx: Tx,
  region: string,
  account: string,
  { method, agent, at, second, renewal }: Beginning,
): Promise<string> {
  const { text, hash } = newToken(region)
  await addSession(tx, {
    token_hash: hash,
    account_id: account,
    method,
    agent: agent?.slice(0, 200) ?? null,
    begun_at: at.toISOString(),
    seen_at: at.toISOString(),
    // The key of a phone shows that it is the phone, not whose hand holds it.
    proved_at: method === 'device' ? '-infinity' : at.toISOString(),
    second_factor: second ?? null,
    expires_at: new Date(Math.min(at.getTime() + longest, renewal?.until ?? Infinity)).toISOString(),
    ...(renewal && {
      device_id: renewal.device,
      chain_id: renewal.chain,
      signed_in_at: new Date(renewal.signedInAt).toISOString(),
    }),
  })
  const body = { method, ...(renewal && { device: renewal.device }) }
  await recordEvent(tx, { actor: account, kind: 'signed-in', subject: account, body })
  return text
}

/** Whether a session goes on: it was not ended, has not run out, and was not given another token. */
export const goesOn = async (tx: Tx, token: Buffer, at: Date): Promise<boolean> =>
  ((await sessionOf(tx, token))?.expires ?? 0) > at.getTime()

/** How somebody who has signed in proved once more who they are. */
export type ProofMethod = Exclude<SignInMethod, 'invitation' | 'device'> | 'totp' | 'recovery_code'

/**
 * Keeps that somebody has proved who they are once more. Whoever calls it makes every process of theirs `forget` the
 * account afterwards.
 * @returns the text of the new token for the cookie; a refusal when the session ended meanwhile
 */
export async function keepProof(
  tx: Tx,
  { region, account, token }: Pick<SignedIn, 'region' | 'account' | 'token'>,
  {
    method,
    at,
    second,
  }: { readonly method: ProofMethod; readonly at: Date; readonly second?: SecondFactor | undefined },
): Promise<{ readonly token: string } | Refusal> {
  const { text, hash } = newToken(region)
  if (!(await changeToken(tx, token, { hash, at, second }))) return { refused: 'sign-in-needed' }
  await recordEvent(tx, { actor: account, kind: 'proved-again', subject: account, body: { method } })
  return { token: text }
}

/** Keeps a proof that was found good, in a transaction of its own. */
export async function prove(
  { db, clock }: Source,
  signedIn: SignedIn,
  method: ProofMethod,
): Promise<{ readonly token: string } | Refusal> {
  const at = new Date(clock.moment())
  const kept = await as(db, { region: signedIn.region, reach: 'region' }, (tx) =>
    keepProof(tx, signedIn, { method, at }),
  )
  forget(db, signedIn.account)
  return kept
}

/** Ends a session with all that it was renewed from, all others of its account, or every one. */
export async function endSession(
  { db, clock }: Source,
  { region, account, token }: SignedIn,
  which: 'this' | 'others' | 'all' | Buffer,
): Promise<void> {
  const at = new Date(clock.moment())
  const those =
    which === 'this' ? { only: token } : which === 'others' ? { except: token } : which === 'all' ? {} : { only: which }
  await as(db, { region, reach: 'region' }, async (tx) => {
    await holdAccount(tx, 'account_id', account)
    await endSessions(tx, account, at, those)
    await recordEvent(tx, { actor: account, kind: 'signed-out', subject: account })
  })
  forget(db, account)
}

/** Ends every session of an account that somebody else suspends or ends. */
export async function endSessionsOf(tx: Tx, account: string, at: Date): Promise<void> {
  await holdAccount(tx, 'account_id', account)
  await endSessions(tx, account, at)
}

/**
 * Ends the sessions that a phone of somebody has renewed. Whoever calls it makes this process forget the person
 * afterwards.
 */
export async function endSessionsOfDevice(tx: Tx, employee: string, device: string, at: Date): Promise<void> {
  await holdAccount(tx, 'employee_id', employee)
  await endOfDevice(tx, device, at)
}

/** A session that was not ended but has run out. */
export interface RunOut extends Pick<Renewal, 'signedInAt' | 'chain'> {
  /** Whose it was. */
  readonly account: Account
}

/** A session that was not ended but has run out, with whose it was and when they signed in themself. */
export async function sessionRunOut(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  { hash }: Token,
): Promise<RunOut | undefined> {
  const session = await sessionOf(tx, hash)
  if (!session || session.expires > clock.moment()) return undefined
  const account = await accountById(tx, session.account)
  return account?.state === 'active' ? { account, signedInAt: session.signedIn, chain: session.chain } : undefined
}

/**
 * A session that has run out and is about to be renewed. Whoever ends sessions of its account waits until that is done,
 * and sees the new one; who did so before has ended this one.
 */
export async function runOutHeld(tx: Tx, source: Pick<Source, 'clock'>, token: Token): Promise<RunOut | undefined> {
  const found = await sessionRunOut(tx, source, token)
  if (!found) return undefined
  await holdAccount(tx, 'account_id', found.account.account)
  return sessionRunOut(tx, source, token)
}

/** Whose session has run out by its time alone, where they are on the staff list. */
export const personOfRunOut = ({ db, clock }: Source, token: Token): Promise<string | undefined> =>
  as(db, { region: token.region, reach: 'region' }, async (tx) => {
    const found = await sessionRunOut(tx, { clock }, token)
    return found?.account.employee ?? undefined
  })

/**
 * Begins a session in place of one that ran out. All others of its chain end: asked for again, the one that was begun
 * before, and whoever shows an older cookie begins nothing beside it.
 */
export async function renewSession(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  account: Account,
  {
    region,
    agent,
    renewal,
  }: { readonly region: string; readonly agent: string | undefined; readonly renewal: Renewal },
): Promise<string> {
  const at = new Date(clock.moment())
  await endChain(tx, renewal.chain, renewal.from, at)
  return beginSession(tx, region, account.account, { method: 'device', agent, at, renewal })
}

/** Makes this process look an account up anew: its sessions, state or roles were changed. */
export const forget = (db: Db, account: string): void => forgetWhere(db, (signedIn) => signedIn.account === account)

/** The same for somebody on the staff list of a region. */
export const forgetPerson = (db: Db, region: string, employee: string): void =>
  forgetWhere(db, (signedIn) => signedIn.region === region && signedIn.employee === employee)

function forgetWhere(db: Db, isThem: (signedIn: SignedIn) => boolean): void {
  const kept = keptOf(db)
  for (const [key, { signedIn }] of kept) if (isThem(signedIn)) kept.delete(key)
}

/** A session as its owner sees it in the list. */
export interface OpenSession {
  readonly token: Buffer
  readonly method: SignInMethod
  readonly agent: string | null
  /** Milliseconds since 1970. */
  readonly begun: number
  readonly seen: number
}

/** The sessions of an account that still let somebody in, the newest first. */
export async function openSessions({ db, clock }: Source, { region, account }: SignedIn): Promise<OpenSession[]> {
  const now = clock.moment()
  const rows = await as(db, { region, reach: 'region' }, (tx) => sessionsOf(tx, account))
  return (rows as (OpenSession & { readonly expires: number })[]).filter(({ expires }) => expires > now)
}

/** Signs an account in that has proved itself otherwise. */
export const signInAs = (
  { db, clock }: Source,
  account: Pick<Account, 'account'>,
  {
    region,
    method,
    agent,
  }: { readonly region: string; readonly method: SignInMethod; readonly agent: string | undefined },
): Promise<string> =>
  as(db, { region, reach: 'region' }, (tx) =>
    beginSession(tx, region, account.account, { method, agent, at: new Date(clock.moment()) }),
  )
