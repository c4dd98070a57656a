import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface VoucherRow {
  day: string
  employee_id: string
  voucher_id: string
  kind: string
  moment: string
  place: string
  at: string
  reason: string | null
  seen_by: string | null
  list_id: string | null
  vouched_by: string
  vouched_at: string
}

/** Adds words; one whose id is known for its person and day stays as it was. @returns those that are new */
export const addVoucherRows = (tx: Tx, rows: readonly VoucherRow[]) =>
  tx
    .insertInto('voucher')
    .values(rows.map((row) => ({ ...row, region_id: sql<string>`current_setting('piket.region')` })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['voucher_id as voucher', 'employee_id as employee'])
    .execute()

const milliseconds = (column: RawBuilder<unknown>) => sql<number>`(extract(epoch from ${column}) * 1000)::float8`

/** What is vouched for on a day and was not withdrawn, of some people. */
export const vouchersOn = (tx: Tx, day: string, employees: readonly string[]) =>
  tx
    .selectFrom('voucher')
    .where('day', '=', day)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .select(['employee_id as employee', 'voucher_id as voucher', 'kind', 'moment', 'place', 'reason'])
    .select(['seen_by as seenBy', 'vouched_by as by'])
    .select([milliseconds(sql`at`).as('at'), milliseconds(sql`vouched_at`).as('vouchedAt')])
    .orderBy('at')
    .orderBy('voucher_id')
    .execute()

/** The word of an id, as it was first given, and who took it back. */
export const voucherOfId = (tx: Tx, employee: string, voucher: string) =>
  tx
    .selectFrom('voucher')
    .where('employee_id', '=', employee)
    .where('voucher_id', '=', voucher)
    .select(['day', 'moment', 'place', 'withdrawn_by as withdrawnBy'])
    .select(milliseconds(sql`at`).as('at'))
    .executeTakeFirst()

/** Takes a word back; nothing where somebody else gave it. */
export const withdrawVoucherRow = (
  tx: Tx,
  { employee, voucher, by }: { readonly employee: string; readonly voucher: string; readonly by: string },
  at: string,
) =>
  tx
    .updateTable('voucher')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('employee_id', '=', employee)
    .where('voucher_id', '=', voucher)
    .where('kind', '=', 'superior_word')
    .where('vouched_by', '=', by)
    .where('withdrawn_at', 'is', null)
    // What settled a correction stands as long as the correction does.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('correction')
            .whereRef('correction.correction_id', '=', 'voucher.voucher_id')
            .whereRef('correction.employee_id', '=', 'voucher.employee_id')
            .select('correction_id'),
        ),
      ),
    )
    .returning('day')
    .executeTakeFirst()
