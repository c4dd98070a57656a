import type { Day } from '@piket/domain/calendar/day.ts'
import { nobody } from '@piket/domain/staff/facts.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { saveFacts } from '../fact/service.ts'
import {
  accountByEmployee,
  addAccount,
  grantRole,
  hashPassword,
  holderOf,
  isPasswordOf,
  listAccounts,
  withdrawRole,
} from './service.ts'

const served = await serveRegion()
const { db } = served.database
afterAll(() => served[Symbol.asyncDispose]())

const window = { from: '2021-07-21', until: '2021-07-21', known: '2021-07-21T07:30', zone: 'Asia/Makassar' }
const at = new Date('2021-07-20T23:30:00Z')
const by = { by: 'test', at }
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(db, { region: '63.98', reach: 'region' }, work)
const account = (employee: string) =>
  inRegion((tx) => accountByEmployee(tx, employee)).then((found) => {
    if (!found) throw new Error(`no account for ${employee}`)
    return found
  })
const rolesOf = async (employee: string, on = window) => {
  const known = await account(employee)
  const { roles } = await inRegion((tx) => holderOf(tx, known, on))
  return roles.map(({ role, agency }) => (agency ? `${role} ${agency}` : role))
}

beforeAll(() =>
  inRegion(async (tx) => {
    for (const employee of ['a0', 'a1', 'b0', 'b1', 'c1', 'c2'])
      await addAccount(tx, { login: `nip-${employee}`, employee }, 'test')
  }),
)

describe('roles that follow from the staff list', () => {
  test('a member of staff is an employee of the own agency', async () => {
    expect(await rolesOf('c2')).toEqual(['employee kantor-c'])
  })
  test('a head leads by the post, or by being named on the unit', async () => {
    expect(await rolesOf('a0')).toEqual(['employee dinas-a', 'head dinas-a'])
    expect(await rolesOf('b0')).toEqual(['employee dinas-b', 'head dinas-b'])
  })
  test('an acting head leads another agency while the letter lasts, and not a day longer', async () => {
    expect(await rolesOf('c1')).toEqual(['employee kantor-c', 'head dinas-b'])
    const later = { ...window, from: '2021-08-02', until: '2021-08-02' }
    expect(await rolesOf('c1', later)).toEqual(['employee kantor-c'])
  })
  test('a superior is who somebody answers to', async () => {
    const b1 = { employee: 'b1', name: 'Pegawai b1', unit: 'dinas-b', supervisor: 'b0' }
    await inRegion(async (tx) => {
      await saveFacts(tx, { employees: [{ ...nobody, ...b1 }] }, { by: 'test', recorded: null })
    })
    expect(await rolesOf('b0')).toContain('supervisor')
    expect(await rolesOf('b1')).toEqual(['employee dinas-b'])
  })
})

test('a role is given for a time and taken back, and the list shows who has it', async () => {
  const { account: id } = await account('a1')
  await inRegion((tx) => grantRole(tx, id, { role: 'auditor', until: '2021-07-21' as Day }, 'test'))
  expect(await rolesOf('a1')).toContain('auditor')
  expect(await rolesOf('a1', { ...window, from: '2021-07-22', until: '2021-07-22' })).not.toContain('auditor')
  const listed = await inRegion((tx) => listAccounts(tx, ['a0', 'a1'], window))
  expect(listed.map(({ account: { login }, granted }) => [login, ...granted])).toEqual([
    ['nip-a0'],
    ['nip-a1', 'auditor'],
  ])
  await inRegion((tx) => withdrawRole(tx, id, 'auditor', by))
  // Whatever day or earlier knowledge is looked at.
  expect(await rolesOf('a1', { ...window, known: '2021-07-21T07:00' })).not.toContain('auditor')
})

test('a person has one account and a login one owner', async () => {
  expect(await inRegion((tx) => addAccount(tx, { login: 'lain', employee: 'c1' }, 'test'))).toBeUndefined()
  expect(await inRegion((tx) => addAccount(tx, { login: 'NIP-C1', name: 'Lain' }, 'test'))).toBeUndefined()
})

test('who has no account, or one without a password, has no right password', async () => {
  expect(await isPasswordOf(undefined, 'nobody has this password')).toBe(false)
  expect(await isPasswordOf(await account('c1'), 'nobody has this password')).toBe(false)
  const withOne = { ...(await account('c1')), passwordHash: await hashPassword('kopi pahit tanpa gula') }
  expect(await isPasswordOf(withOne, 'kopi pahit tanpa gula')).toBe(true)
})
