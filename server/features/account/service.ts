/** Accounts: who may enter, in which roles, and how a password is chosen. */
import { hash, verify } from '@node-rs/argon2'
import {
  type PasswordProfile,
  passwordFault,
  passwordFaultWords,
  passwordProfiles,
} from '@piket/domain/access/password.ts'
import { type GrantedRole, grantedRoles, type RoleHeld } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { as } from '#platform/db.ts'
import { lockRegion, recordEvent, recordEvents } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Held } from '#platform/two-clocks.ts'
import { leadingOf } from '../leader/service.ts'
import { settingOf } from '../region/service.ts'
import { namesOf, type Posting, postingOf } from '../staff/service.ts'
import {
  accountOfEmployee,
  accountOfId,
  accountOfLogin,
  accountsOf,
  accountsOfIds,
  activeHolders,
  addAccountRow,
  addGrant,
  addInvitedRows,
  grantsHeld,
  grantsOf,
  oldestAccounts,
  setPasswordHash,
  setState,
  withdrawGrants,
} from './queries.ts'

export type AccountState = 'invited' | 'active' | 'suspended' | 'ended'

export interface Account {
  readonly account: string
  readonly login: string
  /** Internal id in the staff list; null: a member of an outside body, or a post without a staff record. */
  readonly employee: string | null
  /** Of those without a staff record. */
  readonly name: string | null
  readonly body: string | null
  readonly state: AccountState
  readonly passwordHash: string | null
  readonly passwordSetAt: string | null
}

/** OWASP's second recommendation for argon2id: 19 MiB, two passes; about 11 ms on an ordinary server. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), argon)

/** What unknown logins are compared with, so that they take as long as known ones. */
const nobodysHash = hashPassword('nobody has this password')

/** Whether a password is the account's. Takes as long when there is no account, or none with a password. */
export const isPasswordOf = (account: Account | undefined, password: string): Promise<boolean> =>
  isHashOf(account?.passwordHash ?? undefined, password)

/** Whether a stored hash is of a password or a PIN. Takes as long when nothing is stored. */
export const isHashOf = async (stored: string | undefined, password: string): Promise<boolean> =>
  (await verify(stored ?? (await nobodysHash), password.normalize('NFKC'))) && stored !== undefined

/** A login as it is stored: a NIP is often typed in groups. */
export const loginOf = (typed: string): string => typed.toLowerCase().replace(/\s/g, '')

export const accountByLogin = async (tx: Tx, login: string): Promise<Account | undefined> =>
  (await accountOfLogin(tx, login)) as Account | undefined

export const accountById = async (tx: Tx, account: string): Promise<Account | undefined> =>
  (await accountOfId(tx, account)) as Account | undefined

export const accountByEmployee = async (tx: Tx, employee: string): Promise<Account | undefined> =>
  (await accountOfEmployee(tx, employee)) as Account | undefined

/** The accounts that were added first, of those that are active: in a demonstration, the ones it came with. */
export const firstAccounts = async (tx: Tx): Promise<Account[]> => (await oldestAccounts(tx)) as Account[]

export interface NewAccount {
  readonly login: string
  readonly employee?: string
  readonly name?: string
  readonly body?: string
  readonly passwordHash?: string
}

/**
 * Adds an account: active when it has a password, else invited.
 * @returns its id; undefined when the login or the person has one already
 */
export async function addAccount(tx: Tx, given: NewAccount, by: string): Promise<string | undefined> {
  const { login, employee, name, body, passwordHash } = given
  const row = await addAccountRow(tx, {
    login: login.toLowerCase(),
    employee_id: employee ?? null,
    name: name ?? null,
    body: body ?? null,
    state: passwordHash === undefined ? 'invited' : 'active',
    password_hash: passwordHash ?? null,
  })
  if (row) await recordEvent(tx, { actor: by, kind: 'account-added', subject: row.account })
  return row?.account
}

export interface Grant {
  readonly role: GrantedRole
  readonly from?: Day
  readonly until?: Day
  readonly letter?: string
}

/** Gives a role to an account. */
export async function grantRole(tx: Tx, account: string, { role, from, until, letter }: Grant, by: string) {
  await addGrant(tx, {
    account_id: account,
    role,
    valid_from: from ?? null,
    valid_until: until ?? null,
    granted_by: by,
    letter: letter ?? null,
  })
  await recordEvent(tx, { actor: by, kind: 'role-granted', subject: account, body: { role } })
}

/** Takes a role back. */
export async function withdrawRole(tx: Tx, account: string, role: GrantedRole, { by, at }: By): Promise<void> {
  await withdrawGrants(tx, account, role, at)
  await recordEvent(tx, { actor: by, kind: 'role-withdrawn', subject: account, body: { role } })
}

/** Who does something, and when. */
export interface By {
  /** Account id of who does it, or the part of Piket that does. */
  readonly by: string
  readonly at: Date
}

/** Suspends an account, lets it in again, or ends it. Its sessions end within seconds. */
export async function changeState(
  tx: Tx,
  account: string,
  state: 'invited' | 'active' | 'suspended' | 'ended',
  { by }: By,
): Promise<void> {
  await setState(tx, account, state)
  await recordEvent(tx, { actor: by, kind: `account-${state}`, subject: account })
}

/** A role as it was given: since when, until when, by which letter. */
export interface GrantHeld {
  readonly role: GrantedRole
  readonly from: Day | null
  readonly until: Day | null
  readonly letter: string | null
}

/** Every role an account was given and that was not taken back, of past and coming days too. */
export const grantsOfAccount = async (tx: Tx, account: string): Promise<GrantHeld[]> =>
  (await grantsOf(tx, account)) as GrantHeld[]

/** Roles without which nobody could manage accounts any more. */
const administering = ['personnel_agency', 'it_officer'] as const satisfies readonly GrantedRole[]

/**
 * Whether an account is the last active one with a role that manages accounts. One change at a time: the region is held
 * until the transaction ends.
 * @param lost the roles it is to lose: all of them, where the account itself is shut
 */
export async function isLastAdministrator(
  tx: Tx,
  account: string,
  window: Held,
  lost: readonly GrantedRole[] = grantedRoles,
): Promise<boolean> {
  await lockRegion(tx)
  for (const role of administering.filter((one) => lost.includes(one))) {
    const holders = await activeHolders(tx, role, window)
    if (holders.length === 1 && holders[0]?.account === account) return true
  }
  return false
}

/** Whether anybody active holds a role. */
export const isRoleHeld = async (tx: Tx, role: GrantedRole, window: Held): Promise<boolean> =>
  (await activeHolders(tx, role, window)).length > 0

/** People of the staff list who hold a given role. Members of outside bodies are none of them. */
export const peopleWithRole = async (tx: Tx, role: GrantedRole, window: Held): Promise<string[]> =>
  (await activeHolders(tx, role, window)).flatMap(({ employee }) => employee ?? [])

/** Whom an account stands for on a day: the person of the staff list, or the name written down. */
export interface Holder {
  readonly name: string
  readonly posting: Posting | undefined
  readonly roles: readonly RoleHeld[]
}

/** Who an account is on a day, and every role it has then: those given, and those that follow from the staff list. */
export async function holderOf(tx: Tx, account: Account, window: Held): Promise<Holder> {
  const granted = await grantsHeld(tx, [account.account], window)
  const roles: RoleHeld[] = granted.map(({ role }) => ({ role: role as GrantedRole }))
  const posting = account.employee === null ? undefined : await postingOf(tx, account.employee, window)
  if (account.employee !== null && posting) {
    const { agencies, supervises } = await leadingOf(tx, account.employee, posting, window)
    roles.push({ role: 'employee', agency: posting.agency })
    if (supervises) roles.push({ role: 'supervisor' })
    roles.push(...agencies.map((agency): RoleHeld => ({ role: 'head', agency })))
  }
  return { name: posting?.name ?? account.name ?? account.login, posting, roles }
}

/**
 * What accounts are called: the person of the staff list, as known now or then, or the name written down; the id of one
 * that is not known.
 */
export async function accountNames(
  tx: Tx,
  accounts: readonly string[],
  then?: Pick<Held, 'known' | 'zone'>,
): Promise<(account: string) => string> {
  const known = new Map((await accountsOfIds(tx, [...new Set(accounts)])).map((one) => [one.account, one]))
  const nameOf = await namesOf(
    tx,
    [...known.values()].flatMap(({ employee }) => employee ?? []),
    then,
  )
  return (account) => {
    const one = known.get(account)
    return one ? (one.employee === null ? (one.name ?? one.login) : nameOf(one.employee)) : account
  }
}

/** Adds invited accounts of people who have none. A login that is another's is left out. */
export async function addStaffAccounts(
  tx: Tx,
  people: readonly { readonly login: string; readonly employee: string }[],
  { by }: By,
): Promise<void> {
  const employees = people.map(({ employee }) => employee)
  const before = new Set((await accountsOf(tx, employees)).map(({ account }) => account))
  await addInvitedRows(
    tx,
    people.map(({ login, employee }) => ({ login: login.toLowerCase(), employee_id: employee })),
  )
  const added = (await accountsOf(tx, employees)).map(({ account }) => account).filter((one) => !before.has(one))
  await recordEvents(tx, { actor: by, kind: 'account-added' }, added)
}

/** An account of somebody of an agency, as the list for administrators shows it. */
export interface AccountOfEmployee {
  readonly account: Account
  readonly granted: readonly GrantedRole[]
}

/** Accounts of some people by employee id; null: those without a staff record, and of whoever was given a role. */
export async function listAccounts(
  tx: Tx,
  employees: readonly string[] | null,
  window: Held,
): Promise<AccountOfEmployee[]> {
  const accounts = (await accountsOf(tx, employees)) as Account[]
  const grants = await grantsHeld(
    tx,
    accounts.map(({ account }) => account),
    window,
  )
  return accounts.map((account) => ({
    account,
    granted: grantedRoles.filter((role) => grants.some((one) => one.account === account.account && one.role === role)),
  }))
}

/** What passwords of the region must be. */
const passwordProfileOf = async (tx: Tx, window: Held): Promise<PasswordProfile> => {
  const set = await settingOf(tx, 'password_profile', window)
  return passwordProfiles.find((profile) => profile === set) ?? 'nist'
}

/** The same for a page. */
export const passwordRule = (db: Db, region: string, window: Held): Promise<PasswordProfile> =>
  as(db, { region, reach: 'region' }, (tx) => passwordProfileOf(tx, window))

/** What somebody reads of their own account. */
export interface OwnAccount {
  readonly login: string
  readonly agency: string | undefined
  /** Milliseconds since 1970; undefined: no password. */
  readonly passwordSet: number | undefined
}

/**
 * The own account.
 * @throws when there is none of that id
 */
export const ownAccount = (
  db: Db,
  { region, account }: { readonly region: string; readonly account: string },
  window: Held,
): Promise<OwnAccount> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const own = await accountById(tx, account)
    if (!own) throw new Error('Somebody who has signed in has an account.')
    const { posting } = await holderOf(tx, own, window)
    const { login, passwordSetAt, passwordHash } = own
    const hasPassword = passwordHash !== null && passwordSetAt !== null
    return { login, agency: posting?.agency, passwordSet: hasPassword ? new Date(passwordSetAt).getTime() : undefined }
  })

const dayInMilliseconds = 86_400_000

/** Whether a password is older than the region lets it become. Under `nist` passwords do not age. */
export async function isPasswordOld(tx: Tx, { passwordSetAt }: Account, at: Date, window: Held): Promise<boolean> {
  if (passwordSetAt === null || (await passwordProfileOf(tx, window)) !== 'bssn') return false
  const days = await settingOf(tx, 'password_days', window)
  return typeof days === 'number' && at.getTime() - new Date(passwordSetAt).getTime() > days * dayInMilliseconds
}

/** Why a password cannot be chosen for an account; undefined: it can. */
export async function passwordRefused(
  tx: Tx,
  account: Account,
  password: string,
  window: Held,
): Promise<Refusal | undefined> {
  const { name, posting } = await holderOf(tx, account, window)
  const known = { login: account.login, name, birth: posting?.birth ?? null }
  const fault = passwordFault(password, await passwordProfileOf(tx, window), known)
  return fault && { refused: 'password-refused', detail: passwordFaultWords[fault] }
}

/** Keeps a password; the account is active from then on. */
export async function keepPassword(tx: Tx, account: string, password: string, { by, at }: By): Promise<void> {
  await setPasswordHash(tx, account, await hashPassword(password), at)
  await setState(tx, account, 'active')
  await recordEvent(tx, { actor: by, kind: 'password-set', subject: account })
}
