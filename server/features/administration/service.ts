/** Accounts as the personnel agency and the IT officer manage them: invite, suspend, end, give and take back roles. */
import { type GrantedRole, overseeing, type Role } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { agencyOf, type EmployeeRecord, type UnitRecord } from '@piket/domain/staff/facts.ts'
import { nameSearch } from '@piket/domain/staff/name-search.ts'
import { as, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import {
  type Account,
  type AccountOfEmployee,
  accountById,
  accountByLogin,
  addAccount,
  addStaffAccounts,
  changeState,
  type Grant,
  type GrantHeld,
  grantRole,
  grantsOfAccount,
  holderOf,
  isLastAdministrator,
  isRoleHeld,
  listAccounts,
  withdrawRole,
} from '../account/service.ts'
import { invite, printOnce } from '../invitation/service.ts'
import { countPasskeys, revokePasskeys } from '../passkey/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { endSessionsOf, forget, roleWindow, type SignedIn } from '../session/service.ts'
import { listEmployees, listUnits, postingOf } from '../staff/service.ts'
import { endCodes, usesCodes } from '../totp/service.ts'

const inRegion = <T>({ db }: Source, region: RegionAsListed, work: (tx: Tx) => Promise<T>): Promise<T> =>
  as(db, { region: region.code, reach: 'region' }, work)

const by = ({ clock }: Source, { account }: SignedIn) => ({ by: account, at: new Date(clock.moment()) })

/** Agencies to choose from, by name. */
export const listAgencies = (source: Source, region: RegionAsListed): Promise<UnitRecord[]> =>
  inRegion(source, region, async (tx) => {
    const units = await listUnits(tx, roleWindow(source, region))
    const agencies = new Map(units.filter(({ unit }) => unit === agencyOf(unit)).map((unit) => [unit.unit, unit]))
    return [...agencies.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
  })

/** Somebody of the staff list, and the account they have. */
export interface StaffMember {
  readonly person: EmployeeRecord
  readonly held: AccountOfEmployee | undefined
  /** What they sign in with, or would. */
  readonly login: string
}

/** The NIP; who has none signs in with the id of the staff list, made long enough to be told from a slip of the hand. */
const loginOf = ({ nip, employee }: EmployeeRecord): string =>
  nip ?? (employee.length < 3 ? `pegawai-${employee}` : employee).toLowerCase()

async function staffOf(tx: Tx, source: Source, region: RegionAsListed, agency: string): Promise<StaffMember[]> {
  const window = roleWindow(source, region)
  const versions = (await listEmployees(tx, window)).filter(({ unit }) => agencyOf(unit) === agency)
  const people = [...new Map(versions.map((person) => [person.employee, person])).values()]
  const accounts = await listAccounts(
    tx,
    people.map(({ employee }) => employee),
    window,
  )
  const byEmployee = new Map(accounts.map((held) => [held.account.employee, held]))
  return people
    .map((person) => {
      const held = byEmployee.get(person.employee)
      return { person, held, login: held?.account.login ?? loginOf(person) }
    })
    .toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'id'))
}

export interface Staff {
  /** Those whose name holds what is looked for. */
  readonly found: readonly StaffMember[]
  readonly all: number
  readonly without: number
}

/** The people of an agency with their accounts, by name. */
export const listStaff = (source: Source, region: RegionAsListed, agency: string, search: string): Promise<Staff> =>
  inRegion(source, region, async (tx) => {
    const staff = await staffOf(tx, source, region, agency)
    const isMeant = nameSearch(search)
    return {
      found: staff.filter(({ person }) => isMeant(person.name)),
      all: staff.length,
      without: staff.filter(({ held }) => held === undefined).length,
    }
  })

/** An account with the name of its holder. */
export interface NamedAccount extends AccountOfEmployee {
  readonly name: string
}

/** Accounts without a staff record, and those of whoever was given a role. */
export const listHolders = (source: Source, region: RegionAsListed): Promise<NamedAccount[]> =>
  inRegion(source, region, async (tx) => {
    const window = roleWindow(source, region)
    const named: NamedAccount[] = []
    for (const held of await listAccounts(tx, null, window)) {
      const { employee, name, login } = held.account
      const posting = employee === null ? undefined : await postingOf(tx, employee, window)
      named.push({ ...held, name: posting?.name ?? name ?? login })
    }
    return named.toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
  })

/** All there is to manage of one account. */
export interface ManagedAccount {
  readonly account: Account
  readonly name: string
  readonly title: string | null
  readonly agency: string | undefined
  readonly grants: readonly GrantHeld[]
  /** Passkeys that still sign in. */
  readonly keys: number
  /** A code is asked for after the password. */
  readonly codes: boolean
}

/** One account; undefined when there is none of that id. */
export const managedAccount = (
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<ManagedAccount | undefined> =>
  inRegion(source, region, async (tx) => {
    const account = await accountById(tx, id)
    if (!account) return undefined
    const { name, posting } = await holderOf(tx, account, roleWindow(source, region))
    const grants = await grantsOfAccount(tx, id)
    const [keys, codes] = [await countPasskeys(tx, id), await usesCodes(tx, id)]
    return { account, name, title: posting?.title ?? account.body, agency: posting?.agency, grants, keys, codes }
  })

/** What is handed to somebody on paper: shown once, and kept nowhere. */
export interface Slip {
  readonly name: string
  readonly login: string
  readonly code: string
  /** Unit, or the outside body. */
  readonly of: string | null
}

/** Invites one person of an agency, or everybody who has no account; who was invited before gets a new code. */
export const inviteStaff = (
  source: Source,
  region: RegionAsListed,
  { form, agency, employee }: { readonly form: string; readonly agency: string; readonly employee: string | undefined },
  signedIn: SignedIn,
): Promise<Slip[] | Refusal> =>
  inRegion(source, region, (tx) =>
    printOnce(tx, { by: signedIn.account, form, of: employee ?? agency }, async () => {
      const staff = await staffOf(tx, source, region, agency)
      const meant = staff.filter(({ person, held }) =>
        employee === undefined ? held === undefined || held.account.state === 'invited' : person.employee === employee,
      )
      if (meant.length === 0) return { refused: 'not-found' }
      const oversees = meant.flatMap(({ held }) => held?.granted ?? [])
      const refused = await overseeingRefused(tx, source, region, signedIn, oversees)
      if (refused) return refused
      await addStaffAccounts(
        tx,
        meant.map(({ person: { employee: id }, login }) => ({ employee: id, login })),
        by(source, signedIn),
      )
      const people = meant.map(({ person }) => person)
      const ids = people.map((person) => person.employee)
      const accounts = await listAccounts(tx, ids, roleWindow(source, region))
      const open = accounts
        .map(({ account }) => account)
        .filter(({ state }) => state === 'invited' || state === 'active')
      if (open.length === 0) return { refused: 'account-not-active' }
      const codes = await invite(
        tx,
        open.map(({ account }) => account),
        by(source, signedIn),
      )
      const byEmployee = new Map(open.map((account) => [account.employee, account]))
      return people.flatMap((person) => {
        const account = byEmployee.get(person.employee)
        const code = account && codes.get(account.account)
        return code === undefined ? [] : [{ name: person.name, login: account?.login ?? '', code, of: person.unit }]
      })
    }),
  )

/** Makes a new code for an account: it was forgotten, or the slip was lost. */
export const inviteAgain = (
  source: Source,
  region: RegionAsListed,
  { form, id }: { readonly form: string; readonly id: string },
  signedIn: SignedIn,
): Promise<Slip[] | Refusal> =>
  changing(source, region, id, signedIn, (tx, account) =>
    printOnce(tx, { by: signedIn.account, form, of: id }, async () => {
      if (account.state === 'suspended' || account.state === 'ended') return { refused: 'account-not-active' }
      const { name, posting } = await holderOf(tx, account, roleWindow(source, region))
      const code = (await invite(tx, [id], by(source, signedIn))).get(id) ?? ''
      return [{ name, login: account.login, code, of: posting?.unit ?? account.body }]
    }),
  )

export interface Outsider extends Grant {
  /** UUID of the form: sent twice, it is one. */
  readonly form: string
  readonly login: string
  readonly name: string
  readonly body: string
}

/** Adds a member of an outside body, without a staff record, with a role, and invites them. */
export const addOutsider = (
  source: Source,
  region: RegionAsListed,
  { form, login, name, body, ...grant }: Outsider,
  signedIn: SignedIn,
): Promise<Slip[] | Refusal> =>
  inRegion(source, region, async (tx) => {
    const refused = await overseeingRefused(tx, source, region, signedIn, [grant.role])
    if (refused) return refused
    const added = await addAccount(tx, { login, name, body }, signedIn.account)
    const id = added ?? (await accountByLogin(tx, login.toLowerCase()))?.account ?? ''
    return printOnce(tx, { by: signedIn.account, form, of: id }, async () => {
      if (added === undefined) return { refused: 'login-taken' }
      await grantRole(tx, id, grant, signedIn.account)
      const code = (await invite(tx, [id], by(source, signedIn))).get(id) ?? ''
      return [{ name, login: login.toLowerCase(), code, of: body }]
    })
  })

/**
 * Whether somebody may touch roles that oversee: the personnel agency may; where nobody holds that role yet, whoever sets
 * the region up gives it.
 */
async function overseeingRefused(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
  roles: readonly Role[],
): Promise<Refusal | undefined> {
  if (signedIn.roles.some(({ role }) => role === 'personnel_agency')) return undefined
  const touched = roles.filter((role) => overseeing.has(role))
  if (touched.length === 0) return undefined
  const isFirst = touched.every((role) => role === 'personnel_agency')
  if (isFirst && !(await isRoleHeld(tx, 'personnel_agency', roleWindow(source, region)))) return undefined
  return { refused: 'role-of-personnel-agency' }
}

/** Changes an account that is not one's own. */
async function changing<T>(
  source: Source,
  region: RegionAsListed,
  id: string,
  signedIn: SignedIn,
  change: (tx: Tx, account: Account) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (id === signedIn.account) return { refused: 'own-account' }
  const outcome = await inRegion(source, region, async (tx) => {
    const account = await accountById(tx, id)
    if (!account) return { refused: 'not-found' } as const
    const { roles } = await holderOf(tx, account, roleWindow(source, region))
    const held = roles.map(({ role }) => role)
    return (await overseeingRefused(tx, source, region, signedIn, held)) ?? change(tx, account)
  })
  forget(source.db, id)
  return outcome
}

/** Suspends an account, lets it in again, or ends it; its sessions end with it. */
export async function setAccountState(
  source: Source,
  region: RegionAsListed,
  { id, state }: { readonly id: string; readonly state: 'active' | 'suspended' | 'ended' },
  signedIn: SignedIn,
): Promise<Refusal | undefined> {
  const outcome = await changing(source, region, id, signedIn, async (tx, account) => {
    const window = roleWindow(source, region)
    if (state !== 'active' && (await isLastAdministrator(tx, id, window))) return { refused: 'last-administrator' }
    // Who never chose a password goes on being invited.
    const next = state === 'active' && account.passwordHash === null ? 'invited' : state
    await changeState(tx, id, next, by(source, signedIn))
    if (state !== 'active') await endSessionsOf(tx, id, new Date(source.clock.moment()))
    return {}
  })
  return isRefusal(outcome) ? outcome : undefined
}

/**
 * Ends every passkey, code and session of an account whose phone was lost. Its holder makes a new key after the next sign-in, so
 * that no administrator is locked out for good.
 */
export async function endKeys(
  source: Source,
  region: RegionAsListed,
  id: string,
  signedIn: SignedIn,
): Promise<Refusal | undefined> {
  const outcome = await changing(source, region, id, signedIn, async (tx) => {
    await revokePasskeys(tx, id, by(source, signedIn))
    await endCodes(tx, id, signedIn.account)
    await endSessionsOf(tx, id, new Date(source.clock.moment()))
    return {}
  })
  return isRefusal(outcome) ? outcome : undefined
}

/** Gives a role to an account. */
export async function giveRole(
  source: Source,
  region: RegionAsListed,
  { id, ...grant }: Grant & { readonly id: string },
  signedIn: SignedIn,
): Promise<Refusal | undefined> {
  const outcome = await changing(source, region, id, signedIn, async (tx) => {
    const refused = await overseeingRefused(tx, source, region, signedIn, [grant.role])
    if (refused) return refused
    await grantRole(tx, id, grant, signedIn.account)
    return {}
  })
  return isRefusal(outcome) ? outcome : undefined
}

/** Takes a role back from an account, with every date it was given for. */
export async function takeRoleBack(
  source: Source,
  region: RegionAsListed,
  { id, role }: { readonly id: string; readonly role: GrantedRole },
  signedIn: SignedIn,
): Promise<Refusal | undefined> {
  const outcome = await changing(source, region, id, signedIn, async (tx) => {
    const window = roleWindow(source, region)
    if (await isLastAdministrator(tx, id, window, [role])) return { refused: 'last-administrator' }
    await withdrawRole(tx, id, role, by(source, signedIn))
    return {}
  })
  return isRefusal(outcome) ? outcome : undefined
}

/** A role as a form gives it. */
export const grantOf = (form: {
  readonly peran: GrantedRole
  readonly dari?: string | undefined
  readonly sampai?: string | undefined
  readonly surat?: string | undefined
}): Grant => ({
  role: form.peran,
  ...(form.dari !== undefined && { from: form.dari as Day }),
  ...(form.sampai !== undefined && { until: form.sampai as Day }),
  ...(form.surat !== undefined && { letter: form.surat }),
})
