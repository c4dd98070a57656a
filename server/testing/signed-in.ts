import type { GrantedRole } from '@piket/domain/access/role.ts'
import { as, type Db } from '#platform/db.ts'
import { accountByEmployee, addAccount, grantRole } from '../features/account/service.ts'
import { beginSession } from '../features/session/service.ts'

/** The cookie of somebody of the staff list, who is given an account where there is none. It outlasts every test. */
export const cookieOf = (db: Db, region: string, employee: string): Promise<{ readonly piket: string }> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const known = await accountByEmployee(tx, employee)
    const account =
      known?.account ?? (await addAccount(tx, { login: `nip-${employee}`, employee, passwordHash: '-' }, 'test'))
    if (account === undefined) throw new Error(`${employee} has no account.`)
    const at = new Date('2098-12-31')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 'test', at }) }
  })

/** The session of somebody without a staff record, in a role of the region; proved at `at`, by default for every test. */
export const officerSession = (
  db: Db,
  region: string,
  {
    name,
    role,
    at = new Date('2098-12-31'),
  }: { readonly name: string; readonly role: GrantedRole; readonly at?: Date },
): Promise<string> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login: name, name, body: 'Setda', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error(`${name} has an account already.`)
    await grantRole(tx, account, { role }, 'test')
    return beginSession(tx, region, account, { method: 'passkey', agent: 'test', at })
  })
