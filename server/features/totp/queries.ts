import { sql } from 'kysely'
import { type Columns, insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface TotpRow {
  account_id: string
  secret: Buffer
  last_step: number
  begun_at: string
}

export const addTotp = (tx: Tx, row: TotpRow) =>
  tx
    .insertInto('totp')
    .values({ ...row, region_id: region })
    .execute()

/** When the codes of an account were begun, in milliseconds. */
export const totpBegun = (tx: Tx, account: string) =>
  tx
    .selectFrom('totp')
    .where('account_id', '=', account)
    .select(sql<number>`(extract(epoch from begun_at) * 1000)::float8`.as('begun'))
    .executeTakeFirst()

/** The secret of an account; held until the transaction ends, so that tries come one after the other. */
export const lockTotp = (tx: Tx, account: string) =>
  tx
    .selectFrom('totp')
    .where('account_id', '=', account)
    .select(['secret', 'last_step as lastStep'])
    .forUpdate()
    .executeTakeFirst()

export const takeStep = (tx: Tx, account: string, step: number) =>
  tx.updateTable('totp').set({ last_step: step }).where('account_id', '=', account).execute()

/** @returns undefined when there was none */
export const removeTotp = (tx: Tx, account: string) =>
  tx.deleteFrom('totp').where('account_id', '=', account).returning('account_id').executeTakeFirst()

export const removeRecoveryCodes = (tx: Tx, account: string) =>
  tx.deleteFrom('recovery_code').where('account_id', '=', account).execute()

const columns = { account_id: 'id', code_hash: 'bytes' } as const satisfies Columns

/** @param hashes in hexadecimal digits */
export const addRecoveryCodes = (tx: Tx, account: string, hashes: readonly string[]) =>
  insertRows(
    tx,
    'recovery_code',
    columns,
    hashes.map((code_hash) => ({ account_id: account, code_hash })),
  )

/** Whether a recovery code of an account is one that was not used. */
export const isRecoveryCode = async (tx: Tx, account: string, hash: Buffer): Promise<boolean> =>
  (await tx
    .selectFrom('recovery_code')
    .where('account_id', '=', account)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .select('account_id')
    .executeTakeFirst()) !== undefined

/** How many recovery codes of an account were not used. */
export const recoveryCodesLeft = async (tx: Tx, account: string): Promise<number> =>
  (
    await tx
      .selectFrom('recovery_code')
      .where('account_id', '=', account)
      .where('used_at', 'is', null)
      .select(sql<number>`count(*)::int`.as('left'))
      .executeTakeFirstOrThrow()
  ).left

/** Uses a recovery code up. */
export const takeRecoveryCode = (tx: Tx, account: string, hash: Buffer, at: Date) =>
  tx
    .updateTable('recovery_code')
    .set({ used_at: at.toISOString() })
    .where('account_id', '=', account)
    .where('code_hash', '=', hash)
    .execute()
