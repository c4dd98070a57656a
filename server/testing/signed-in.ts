import { as, type Db } from '#platform/db.ts'
import { accountByEmployee, addAccount } from '../features/account/service.ts'
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
