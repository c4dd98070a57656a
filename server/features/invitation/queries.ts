import { sql } from 'kysely'
import { type Columns, insertRows } from '#platform/bulk.ts'
import { hold, type Tx } from '#platform/db.ts'

interface InvitationRow {
  account_id: string
  /** In hexadecimal digits. */
  code_hash: string
  invited_by: string
  invited_at: string
  expires_at: string
}

const columns = {
  account_id: 'id',
  code_hash: 'bytes',
  invited_by: 'text',
  invited_at: 'moment',
  expires_at: 'moment',
} as const satisfies Columns

/** Makes whoever sends the same form of slips wait until the transaction ends. */
export const lockPrint = (tx: Tx, form: string) => hold(tx, 'slips', form)

export const addInvitations = (tx: Tx, rows: readonly InvitationRow[]) => insertRows(tx, 'invitation', columns, rows)

const moment = (column: 'invited_at' | 'used_at' | 'expires_at') =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

/** The invitation of a code, however it stands; held until the transaction ends, so that it is used once. */
export const invitationOf = (tx: Tx, account: string, codeHash: Buffer) =>
  tx
    .selectFrom('invitation')
    .where('account_id', '=', account)
    .where('code_hash', '=', codeHash)
    .select(['id', moment('used_at').as('used'), moment('expires_at').$notNull().as('expires')])
    .forUpdate()
    .executeTakeFirst()

/** When the newest of an account was made, where it is newer than one of them. */
export const newerThan = (tx: Tx, account: string, id: number) =>
  tx
    .selectFrom('invitation')
    .where('account_id', '=', account)
    .where('id', '>', id)
    .select(moment('invited_at').$notNull().as('made'))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Closes what is still open: used, or ended by a newer one. */
export const closeInvitations = (tx: Tx, accounts: readonly string[], at: Date) =>
  tx
    .updateTable('invitation')
    .set({ used_at: at.toISOString() })
    .where(sql<boolean>`account_id = any(${accounts}::uuid[])`)
    .where('used_at', 'is', null)
    .execute()
