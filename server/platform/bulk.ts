/** Many rows in few statements. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './db.ts'
import type { DB } from './schema.gen.ts'

type Sql = RawBuilder<unknown>

const castOf = {
  text: (value: Sql) => value,
  id: (value: Sql) => sql`${value}::uuid`,
  texts: (value: Sql) =>
    sql`case when ${value} is not null then array(select json_array_elements_text(${value}::json)) end`,
  day: (value: Sql) => sql`${value}::date`,
  time: (value: Sql) => sql`${value}::time`,
  count: (value: Sql) => sql`${value}::integer`,
  number: (value: Sql) => sql`${value}::double precision`,
  json: (value: Sql) => sql`${value}::jsonb`,
  /** Written as hexadecimal digits. */
  bytes: (value: Sql) => sql`decode(${value}, 'hex')`,
  /** A moment of the world's time, `2021-07-18T23:30:00.000Z`. */
  moment: (value: Sql) => sql`${value}::timestamptz`,
  /** An instant of the region's own time, `2021-07-19T07:30` or a day; null means always known. */
  instant: (value: Sql) => momentOf(value),
} as const

/** What the columns of a table hold. The region is not among them: it is the one of the transaction. */
export type Columns<Name extends string = string> = Readonly<Record<Name, keyof typeof castOf>>

const rowsOfStatement = 10_000

// Control characters that stand in no name and no number. One text split by the server takes a seventh of the time of
// `json_to_recordset` or of an array for each column; COPY is faster still, and closed to tables with row security.
const [endOfRow, endOfField, nothing] = ['\u001e', '\u001f', '\u0001']
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
const separators = /[\u0000\u0001\u001e\u001f]/

/**
 * Writes rows of the transaction's region, in their order. Separator control characters within a value are dropped.
 * @param options `skipKnown`: a row whose key is taken is left as it stands, instead of failing
 */
export async function insertRows<Name extends string>(
  tx: Tx,
  table: keyof DB,
  columns: Columns<Name>,
  rows: readonly Readonly<Record<Name, unknown>>[],
  { skipKnown = false } = {},
): Promise<void> {
  const names = Object.keys(columns) as Name[]
  const targets = sql.join(names.map((name) => sql.ref(name)))
  const values = sql.join(names.map((name, place) => castOf[columns[name]](sql`field[${sql.lit(place + 1)}]`)))
  const otherwise = skipKnown ? sql` on conflict do nothing` : sql``
  for (let start = 0; start < rows.length; start += rowsOfStatement) {
    const text = rows
      .slice(start, start + rowsOfStatement)
      .map((row) => names.map((name) => fieldOf(row[name])).join(endOfField))
      .join(endOfRow)
    await sql`insert into ${sql.table(table)} (region_id, ${targets})
      select current_setting('piket.region'), ${values} from (
        select string_to_array(line, ${endOfField}, ${nothing}) as field
        from string_to_table(${text}, ${endOfRow}) as line offset 0) as line${otherwise}`.execute(tx)
  }
}

function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return nothing
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return separators.test(text) ? text.replaceAll(new RegExp(separators, 'g'), '') : text
}

/** The moment that an instant in the region's own time stands for. */
export const momentOf = (instant: Sql): Sql =>
  sql`coalesce((${instant})::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')`
