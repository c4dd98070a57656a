/** Signing in and being recognised. */
import { rolesOfDevice } from '@piket/domain/access/renewal.ts'
import { type Role, roles, type Viewer } from '@piket/domain/access/role.ts'
import { dayOf } from '@piket/domain/calendar/day.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { newToken, type Token } from '#platform/session-token.ts'
import {
  type Account,
  acceptInvitation,
  accountById,
  accountByLogin,
  firstAccounts,
  holderOf,
  isPasswordOf,
  isPasswordOld,
  keepPassword,
  passwordRefused,
} from '../account/service.ts'
import { isDemonstration, listRegions, type RegionAsListed } from '../region/service.ts'
import type { Window } from '../staff/service.ts'
import {
  addFailure,
  addSession,
  endRenewed,
  endSessions,
  failuresOf,
  forgetFailures,
  markSeen,
  sessionOf,
  sessionsOf,
} from './queries.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'passkey' | 'sign_on' | 'invitation' | 'device' | 'demonstration'

/** Somebody recognised, with what pages call them. */
export interface SignedIn extends Viewer {
  readonly name: string
  /** Post as printed in the staff list, or the outside body. */
  readonly title: string | null
  readonly token: Buffer
  readonly method: SignInMethod | 'machine'
  /** Nothing is open to them but choosing a new password. */
  readonly passwordExpired: boolean
}

const hourInMilliseconds = 3_600_000
/** A session ends twelve hours after it began, whatever happens. */
const longest = 12 * hourInMilliseconds
/** Who manages accounts or rules is asked again after half an hour without a request. */
const longestIdle = hourInMilliseconds / 2
const administrators: ReadonlySet<string> = new Set(['personnel_agency', 'organisation_bureau', 'it_officer'])
/** When somebody was last seen is written down once a minute at most. */
const seenEvery = 60_000
/** A session that was ended elsewhere is refused within so many milliseconds. */
const recognisedFor = 5000
const mostRecognised = 20_000

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
    if (now - session.seen > seenEvery) await markSeen(tx, hash, new Date(now))
    return {
      region: code,
      account: account.account,
      ...(account.employee !== null && { employee: account.employee }),
      roles: held,
      name,
      title: posting?.title ?? account.body,
      token: hash,
      method: session.method as SignInMethod,
      passwordExpired: session.method === 'password' && (await isPasswordOld(tx, account, new Date(now), window)),
    }
  })
}

/** A session that ran out, and the phone that renews it. */
export interface Renewal {
  readonly device: string
  readonly from: Buffer
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
  readonly renewal?: Renewal
}

/** Begins a session of an account; the text goes into the cookie and is kept nowhere else. */
export async function beginSession(
  tx: Tx,
  region: string,
  account: string,
  { method, agent, at, renewal }: Beginning,
): Promise<string> {
  const { text, hash } = newToken(region)
  await addSession(tx, {
    token_hash: hash,
    account_id: account,
    method,
    agent: agent?.slice(0, 200) ?? null,
    begun_at: at.toISOString(),
    seen_at: at.toISOString(),
    expires_at: new Date(Math.min(at.getTime() + longest, renewal?.until ?? Infinity)).toISOString(),
    ...(renewal && {
      device_id: renewal.device,
      renewed_from: renewal.from,
      signed_in_at: new Date(renewal.signedInAt).toISOString(),
    }),
  })
  const body = { method, ...(renewal && { device: renewal.device }) }
  await recordEvent(tx, { actor: account, kind: 'signed-in', subject: account, body })
  return text
}

/** Ends a session, all others of its account, or every one. */
export async function endSession(
  { db, clock }: Source,
  { region, account, token }: SignedIn,
  which: 'this' | 'others' | 'all' | Buffer,
): Promise<void> {
  const at = new Date(clock.moment())
  const those =
    which === 'this' ? { only: token } : which === 'others' ? { except: token } : which === 'all' ? {} : { only: which }
  await as(db, { region, reach: 'region' }, async (tx) => {
    await endSessions(tx, account, at, those)
    await recordEvent(tx, { actor: account, kind: 'signed-out', subject: account })
  })
  forget(db, account)
}

/** Ends every session of an account that somebody else suspends or ends. */
export const endSessionsOf = (tx: Tx, account: string, at: Date) => endSessions(tx, account, at)

/** Ends the sessions that a phone has renewed. */
export const endSessionsOfDevice = (tx: Tx, device: string, at: Date) => endRenewed(tx, { device }, at)

/** A session that was not ended but has run out, with whose it was and when they signed in themself. */
export async function sessionRunOut(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  { hash }: Token,
): Promise<{ readonly account: Account; readonly signedInAt: number } | undefined> {
  const session = await sessionOf(tx, hash)
  if (!session || session.expires > clock.moment()) return undefined
  const account = await accountById(tx, session.account)
  return account?.state === 'active' ? { account, signedInAt: session.signedIn } : undefined
}

/** Whose session has run out by its time alone, where they are on the staff list. */
export const personOfRunOut = ({ db, clock }: Source, token: Token): Promise<string | undefined> =>
  as(db, { region: token.region, reach: 'region' }, async (tx) => {
    const found = await sessionRunOut(tx, { clock }, token)
    return found?.account.employee ?? undefined
  })

/** Begins a session in place of one that ran out. Asked for again, the one that was begun before ends. */
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
  await endRenewed(tx, { from: renewal.from }, at)
  return beginSession(tx, region, account.account, { method: 'device', agent, at, renewal })
}

/** Makes this process look an account up anew: its sessions, state or roles were changed. */
export function forget(db: Db, account: string): void {
  const kept = keptOf(db)
  for (const [key, { signedIn }] of kept) if (signedIn.account === account) kept.delete(key)
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

export interface Credentials {
  readonly login: string
  readonly password: string
  /** A random name the browser keeps, so that failures elsewhere do not slow its owner down. */
  readonly browser: string
  readonly agent: string | undefined
}

/** A login as it is stored: a NIP is often typed in groups. */
export const loginOf = (typed: string): string => typed.toLowerCase().replace(/\s/g, '')

const triesWithoutPause = 10
const longestPause = 300

/** Seconds between tries after so many failures: none at first, then doubling up to five minutes. */
const pauseAfter = (failures: number): number =>
  failures < triesWithoutPause ? 0 : Math.min(longestPause, 2 ** (failures - triesWithoutPause))

/**
 * The account whose password was given.
 * @returns a refusal that is the same, and takes as long, for unknown logins and wrong passwords
 */
async function accountOfPassword(
  { db, clock }: Source,
  region: RegionAsListed,
  { login, password, browser }: Omit<Credentials, 'agent'>,
): Promise<Account | Refusal> {
  const at = new Date(clock.moment())
  const actor = { region: region.code, reach: 'region' } as const
  const { account, wait } = await as(db, actor, async (tx) => {
    const failed = await failuresOf(tx, login, browser, at)
    const left = failed === undefined ? 0 : pauseAfter(failed.failures) - failed.ago
    return { account: await accountByLogin(tx, login), wait: Math.ceil(left) }
  })
  if (wait > 0) return { refused: 'try-later', after: wait }
  const isRight = await isPasswordOf(account, password)
  return as(db, actor, async (tx) => {
    if (isRight && account !== undefined) {
      await forgetFailures(tx, login, browser)
      return account
    }
    await addFailure(tx, login, browser, at)
    return { refused: 'wrong-credentials' }
  })
}

/** Signs in with a password; the token is for the cookie. */
export async function signInWithPassword(
  source: Source,
  region: RegionAsListed,
  { login: typed, password, browser, agent }: Credentials,
): Promise<{ readonly token: string } | Refusal> {
  const account = await accountOfPassword(source, region, { login: loginOf(typed), password, browser })
  if (isRefusal(account)) return account
  if (account.state !== 'active') return { refused: 'account-not-active' }
  return { token: await signInAs(source, account, { region: region.code, method: 'password', agent }) }
}

/** Chooses the password of an account with its invitation, ends the sessions there were, and signs in. */
export async function signInWithInvitation(
  source: Source,
  region: RegionAsListed,
  given: { readonly login: string; readonly code: string; readonly password: string },
  agent: string | undefined,
): Promise<{ readonly token: string } | Refusal> {
  const at = new Date(source.clock.moment())
  const window = roleWindow(source, region)
  const accepted = { ...given, login: loginOf(given.login) }
  const account = await acceptInvitation(source.db, region.code, accepted, { window, at })
  if (isRefusal(account)) return account
  await as(source.db, { region: region.code, reach: 'region' }, (tx) => endSessions(tx, account.account, at))
  forget(source.db, account.account)
  return { token: await signInAs(source, account, { region: region.code, method: 'invitation', agent }) }
}

const ownPage = 'akun'

/** Changes the own password by the current one, and ends the other sessions. */
export async function changePassword(
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
  { current, chosen }: { readonly current: string; readonly chosen: string },
): Promise<Refusal | undefined> {
  const actor = { region: region.code, reach: 'region' } as const
  const own = await as(source.db, actor, (tx) => accountById(tx, signedIn.account))
  if (!own) return { refused: 'not-found' }
  const given = { login: own.login, password: current, browser: ownPage }
  const account = await accountOfPassword(source, region, given)
  if (isRefusal(account)) return account.refused === 'wrong-credentials' ? { refused: 'wrong-password' } : account
  if (current === chosen) return { refused: 'password-refused', detail: sameWords }
  const refused = await as(source.db, actor, async (tx) => {
    const fault = await passwordRefused(tx, account, chosen, roleWindow(source, region))
    if (fault) return fault
    const at = new Date(source.clock.moment())
    await keepPassword(tx, account.account, chosen, { by: account.account, at })
    return undefined
  })
  if (refused) return refused
  await endSession(source, signedIn, 'others')
  return undefined
}

const sameWords = { id: 'Kata sandi baru sama dengan yang lama.', en: 'The new password is the old one.' }

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

/** An account that a demonstration lets in with one click. */
export interface Offered {
  readonly account: string
  readonly name: string
  readonly title: string | null
  readonly roles: readonly Role[]
}

/** What every demonstration account is given beside the click, to try the form itself. It is no secret. */
export const demonstrationPassword = 'peragaan tanpa rahasia'

/** The accounts of a demonstration region, in the order of their highest role. Of those that are none, none. */
export async function offeredAccounts(source: Source, region: RegionAsListed): Promise<Offered[]> {
  if (!isDemonstration(region)) return []
  const offered = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const window = roleWindow(source, region)
    const found: Offered[] = []
    for (const account of await firstAccounts(tx)) {
      const { name, posting, roles: held } = await holderOf(tx, account, window)
      const own = [...new Set(held.map(({ role }) => role))]
      // Everybody on the staff list is an employee; it is said of those who are nothing more.
      const told = own.length > 1 ? own.filter((role) => role !== 'employee') : own
      found.push({ account: account.account, name, title: posting?.title ?? account.body, roles: told })
    }
    return found
  })
  const rank = ({ roles: told }: Offered) => Math.max(...told.map((role) => roles.indexOf(role)))
  return offered.toSorted((a, b) => rank(a) - rank(b))
}

/** Signs in to a demonstration without any proof. */
export async function signInToDemonstration(
  source: Source,
  region: RegionAsListed,
  account: string,
  agent: string | undefined,
): Promise<{ readonly token: string } | Refusal> {
  const offered = await offeredAccounts(source, region)
  const found = offered.find((one) => one.account === account)
  if (!found) return { refused: 'not-found' }
  return { token: await signInAs(source, found, { region: region.code, method: 'demonstration', agent }) }
}
