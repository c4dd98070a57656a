import { sql } from 'kysely'
import { type Columns, insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import type { Held } from '#platform/two-clocks.ts'

const region = sql<string>`current_setting('piket.region')`

const columns = [
  'account_id as account',
  'login',
  'employee_id as employee',
  'name',
  'body',
  'state',
  'password_hash as passwordHash',
  'password_set_at as passwordSetAt',
] as const

export const accountOfLogin = (tx: Tx, login: string) =>
  tx.selectFrom('account').where('login', '=', login).select(columns).executeTakeFirst()

export const accountOfId = (tx: Tx, account: string) =>
  tx.selectFrom('account').where('account_id', '=', account).select(columns).executeTakeFirst()

export const accountOfEmployee = (tx: Tx, employee: string) =>
  tx.selectFrom('account').where('employee_id', '=', employee).select(columns).executeTakeFirst()

/** Some accounts, by their ids. */
export const accountsOfIds = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('account')
    .where(sql<boolean>`account_id = any(${accounts}::uuid[])`)
    .select(['account_id as account', 'employee_id as employee', 'name', 'login'])
    .execute()

const offered = 20

export const oldestAccounts = (tx: Tx) =>
  tx
    .selectFrom('account')
    .where('state', '=', 'active')
    .select(columns)
    .orderBy('created_at')
    .orderBy('login')
    .limit(offered)
    .execute()

/** Accounts of some people; null: of those without a staff record, and of whoever was given a role. */
export const accountsOf = (tx: Tx, employees: readonly string[] | null) =>
  tx
    .selectFrom('account')
    .$if(employees === null, (query) =>
      query.where((where) =>
        where.or([
          where('employee_id', 'is', null),
          where(
            'account_id',
            'in',
            where.selectFrom('role_grant').where('withdrawn_at', 'is', null).select('account_id'),
          ),
        ]),
      ),
    )
    .$if(employees !== null, (query) => query.where(sql<boolean>`employee_id = any(${employees ?? []}::text[])`))
    .select(columns)
    .orderBy('login')
    .execute()

interface AccountRow {
  login: string
  employee_id: string | null
  name: string | null
  body: string | null
  state: 'invited' | 'active'
  password_hash: string | null
}

/** Adds an account; nothing when the login or the person has one. */
export const addAccountRow = (tx: Tx, row: AccountRow) =>
  tx
    .insertInto('account')
    .values({ ...row, region_id: region, password_set_at: row.password_hash === null ? null : sql`now()` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id as account')
    .executeTakeFirst()

const invitedColumns = { login: 'text', employee_id: 'text', state: 'text' } as const satisfies Columns

/** Adds accounts of people, invited; who has one keeps it, and so does a login. */
export const addInvitedRows = (tx: Tx, rows: readonly { readonly login: string; readonly employee_id: string }[]) =>
  insertRows(
    tx,
    'account',
    invitedColumns,
    rows.map((row) => ({ ...row, state: 'invited' })),
    { skipKnown: true },
  )

export const setState = (tx: Tx, account: string, state: 'invited' | 'active' | 'suspended' | 'ended') =>
  tx.updateTable('account').set({ state }).where('account_id', '=', account).execute()

export const setPasswordHash = (tx: Tx, account: string, hash: string, at: Date) =>
  tx
    .updateTable('account')
    .set({ password_hash: hash, password_set_at: at.toISOString() })
    .where('account_id', '=', account)
    .execute()

/**
 * Roles given for the days of the window and not taken back. What somebody may do is asked of the present alone: a role
 * taken back is gone whatever the day that is looked at.
 */
const inForce = ({ from, until }: Pick<Held, 'from' | 'until'>) =>
  sql<boolean>`withdrawn_at is null
    and (valid_from is null or valid_from <= ${until}) and (valid_until is null or valid_until >= ${from})`

export const grantsHeld = (tx: Tx, accounts: readonly string[], window: Held) =>
  tx
    .selectFrom('role_grant')
    .where(inForce(window))
    .where(sql<boolean>`account_id = any(${accounts}::uuid[])`)
    .select(['account_id as account', 'role', 'valid_from as from', 'valid_until as until', 'letter'])
    .orderBy('id')
    .execute()

/** Every role given and not taken back, of past and coming days too. */
export const grantsOf = (tx: Tx, account: string) =>
  tx
    .selectFrom('role_grant')
    .where('account_id', '=', account)
    .where('withdrawn_at', 'is', null)
    .select(['role', 'valid_from as from', 'valid_until as until', 'letter'])
    .orderBy('id')
    .execute()

/** Active accounts with a role in the window, by id. */
export const activeHolders = (tx: Tx, role: string, window: Held) =>
  tx
    .selectFrom('role_grant')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'role_grant.region_id')
        .onRef('account.account_id', '=', 'role_grant.account_id'),
    )
    .where('role', '=', role)
    .where('state', '=', 'active')
    .where(inForce(window))
    .select(['account.account_id as account', 'account.employee_id as employee'])
    .distinct()
    .execute()

interface GrantRow {
  account_id: string
  role: string
  valid_from: string | null
  valid_until: string | null
  granted_by: string
  letter: string | null
}

export const addGrant = (tx: Tx, row: GrantRow) =>
  tx
    .insertInto('role_grant')
    .values({ ...row, region_id: region })
    .execute()

export const withdrawGrants = (tx: Tx, account: string, role: string, at: Date) =>
  tx
    .updateTable('role_grant')
    .set({ withdrawn_at: at.toISOString() })
    .where('account_id', '=', account)
    .where('role', '=', role)
    .where('withdrawn_at', 'is', null)
    .execute()
