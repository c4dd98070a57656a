/** Whom `piket invite` lets in: it gives nobody a second role that would look over their own work. */
import { addAccount, grantRole } from '@piket/server/features/account/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { afterAll, expect, test } from 'vitest'
import { piket } from './testing/piket.ts'

const served = await serveRegion()
const { database } = served
afterAll(() => served[Symbol.asyncDispose]())

const withRole = (login: string, role: 'personnel_agency' | 'organisation_bureau' | 'it_officer' | 'auditor') =>
  as(database.db, { region: '63.99', reach: 'region' }, async (tx) => {
    const id = (await addAccount(tx, { login, name: 'Ani Uji', passwordHash: '-' }, 'test')) ?? ''
    await grantRole(tx, id, { role }, 'test')
    return id
  })
const rolesOf = async (account: string) => {
  const grants = await database.owner
    .selectFrom('role_grant')
    .select('role')
    .where('account_id', '=', account)
    .execute()
  return grants.map(({ role }) => role)
}
const invite = (login: string) =>
  piket(['invite', '--login', login, '--name', 'Ani Uji', '--region', '63.99'], { DATABASE_URL: database.appUrl })

test.each(['personnel_agency', 'organisation_bureau', 'it_officer'] as const)(
  'a %s who lost every passkey is invited anew, and gets no other role',
  async (role) => {
    const login = `uji-${role.replaceAll('_', '-')}`
    const account = await withRole(login, role)
    const { exit, out } = await invite(login)
    expect([exit, out]).toEqual([0, expect.stringMatching(new RegExp(`^${login} [A-Z0-9-]{14}\\n$`))])
    expect(await rolesOf(account)).toEqual([role])
  },
)

test('whoever looks over an IT officer is not made one', async () => {
  const account = await withRole('uji-auditor', 'auditor')
  expect(await invite('uji-auditor')).toMatchObject({ exit: 4, out: '', err: expect.stringContaining('looks over') })
  expect(await rolesOf(account)).toEqual(['auditor'])
})
