/** Who asks: one account for each role, and another system; and whom each of them asks about. */
import { randomUUID } from 'node:crypto'
import { machinePermissions } from '@piket/domain/access/permission.ts'
import { type GrantedRole, grantedRoles } from '@piket/domain/access/role.ts'
import { nobody } from '@piket/domain/staff/facts.ts'
import { addAccount, grantRole, hashPassword } from '@piket/server/features/account/service.ts'
import { saveFacts } from '@piket/server/features/fact/service.ts'
import { makeToken } from '@piket/server/features/machine-token/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { isRefusal } from '@piket/server/platform/refusal.ts'
import type { ServedRegion } from '@piket/server/testing/served-region.ts'

/** Whom a request is about, seen from who asks. */
export const subjects = ['own', 'theirs', 'same unit', 'other unit', 'other region'] as const
export type SubjectKind = (typeof subjects)[number]

export interface Subject {
  readonly region: 'sungai-uji' | 'tetangga'
  readonly employee: string
  readonly unit: string
}

export interface Viewer {
  readonly name: string
  readonly account?: string
  /** Token of another system, instead of a session. */
  readonly bearer?: string
  readonly subjects: Readonly<Partial<Record<SubjectKind, Subject>>>
}

const here = (employee: string, unit: string): Subject => ({ region: 'sungai-uji', employee, unit })
const stranger: Subject = { region: 'tetangga', employee: 't1', unit: 'dinas-a' }
export const ofAlfa = {
  own: here('a3', 'dinas-a'),
  'same unit': here('a4', 'dinas-a'),
  'other unit': here('b1', 'dinas-b'),
  'other region': stranger,
}

/** Those whose roles follow from the staff list, by employee id. */
const staff = [
  { name: 'employee', employee: 'a3', subjects: ofAlfa },
  {
    name: 'supervisor',
    employee: 'a2',
    subjects: { ...ofAlfa, own: here('a2', 'dinas-a'), theirs: here('b3', 'dinas-b') },
  },
  { name: 'head', employee: 'a0', subjects: { ...ofAlfa, own: here('a0', 'dinas-a'), theirs: here('a5', 'dinas-a') } },
  {
    name: 'acting head',
    employee: 'c1',
    subjects: {
      own: here('c1', 'kantor-c'),
      theirs: here('b1', 'dinas-b'),
      'same unit': here('c2', 'kantor-c'),
      'other unit': here('a4', 'dinas-a'),
      'other region': stranger,
    },
  },
] as const
/** Accounts without a staff record: nobody's own, so that the role shows alone. */
const elsewhere = { 'other unit': ofAlfa['other unit'], 'other region': stranger }

/** An id that nothing has. */
export const noId = '00000000-0000-4000-8000-000000000000'
export const code = '63.98'
export const codes = { 'sungai-uji': code, tetangga: '63.99' } as const
export const inRegion = { region: code, reach: 'region' } as const

/** One account for each role in the region of the tests; the first viewer has none, and the last is no person. */
export async function addViewers(served: ServedRegion): Promise<readonly Viewer[]> {
  return [...(await addPeople(served)), await addMachine(served)]
}

/** Another system, with all that can be given to one. */
async function addMachine({ app, database: { db } }: ServedRegion): Promise<Viewer> {
  const officer = { region: code, account: noId, roles: [] }
  const order = { id: randomUUID(), name: 'SIMPEG', permissions: machinePermissions, days: 1 }
  const made = await makeToken({ db, clock: app.clock }, officer, order)
  if (isRefusal(made)) throw new Error(`The token was refused: ${made.refused}.`)
  return { name: 'machine', bearer: made.token, subjects: elsewhere }
}

async function addPeople({ database: { db } }: ServedRegion): Promise<readonly Viewer[]> {
  const passwordHash = await hashPassword(matrixPassword)
  return as(db, inRegion, async (tx) => {
    const b3 = { ...nobody, employee: 'b3', name: 'Pegawai b3', unit: 'dinas-b', position: 'staf', supervisor: 'a2' }
    await saveFacts(tx, { employees: [b3] }, { by: 'test', recorded: null })
    const add = async (given: { readonly employee?: string; readonly name?: string }, role?: GrantedRole) => {
      const login = `matriks-${given.employee ?? role}`
      const account = await addAccount(tx, { login, passwordHash, ...given }, 'test')
      if (account === undefined) throw new Error(`${login} was there already.`)
      if (role) await grantRole(tx, account, { role }, 'test')
      return account
    }
    const viewers: Viewer[] = [{ name: 'nobody', subjects: elsewhere }]
    for (const { name, employee, subjects } of staff) viewers.push({ name, account: await add({ employee }), subjects })
    for (const role of grantedRoles)
      viewers.push({ name: role, account: await add({ name: role }, role), subjects: elsewhere })
    return viewers
  })
}

const matrixPassword = 'gajah lemari biru sungai'

export const accountStates = ['active', 'invited', 'suspended', 'ended'] as const
export type AccountState = (typeof accountStates)[number]

/** Puts every account of the viewers into a state, as the owner of the database may. */
export const putInState = ({ database: { owner } }: ServedRegion, viewers: readonly Viewer[], state: AccountState) =>
  owner
    .updateTable('account')
    .set({ state })
    .where('region_id', '=', code)
    .where(
      'account_id',
      'in',
      viewers.flatMap(({ account }) => account ?? []),
    )
    .execute()
