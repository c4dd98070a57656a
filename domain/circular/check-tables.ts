/** Tables of a document: rows that a clause can look up, one for each day and key. */
import { isDay } from '../calendar/day.ts'
import type { Find } from './find.ts'
import type { Circular } from './schema.ts'
import { takes, type ValueKind, valuesOf } from './values.ts'

type Row = NonNullable<Circular['tables']>[string]['rows'][number]

const ownKeys: ReadonlySet<string> = new Set(['value', 'from', 'until'])

/** Every row is typed by what the clauses take that look at it (PKT-411); a table that nobody looks at says nothing. */
export function checkTables(doc: Circular, find: Find) {
  for (const [name, { by, rows }] of Object.entries(doc.tables ?? {})) {
    const kinds = doc.clauses
      .flatMap(valuesOf)
      .flatMap(({ value, kind }) => (typeof value === 'object' && 'table' in value && value.table === name ? kind : []))
    if (kinds.length === 0) {
      find(
        'warning',
        'PKT-517',
        `tables.${name}`,
        `Tidak ada butir yang memakai tabel ${name}.`,
        `No clause looks at table ${name}.`,
      )
      continue
    }
    for (const [position, row] of rows.entries()) {
      const wrong = wrongIn(row, by, kinds, doc) ?? overlapOf(row, by, rows.slice(0, position))
      if (wrong) find('error', 'PKT-411', `tables.${name}.rows.${position}`, ...wrong)
    }
  }
}

type Words = readonly [id: string, en: string]

function wrongIn(row: Row, by: readonly string[], kinds: readonly ValueKind[], doc: Circular): Words | undefined {
  const { value, from, until } = row
  const missing = [...by, 'value'].find((key) => row[key] === undefined)
  if (missing !== undefined) return [`Baris ini tanpa ${missing}.`, `This row has no ${missing}.`]
  const foreign = Object.keys(row).find((key) => !ownKeys.has(key) && !by.includes(key))
  if (foreign !== undefined)
    return [`Tabel ini tidak dicari menurut ${foreign}.`, `This table is not looked up by ${foreign}.`]
  if (!kinds.every((kind) => takes(kind, value as string | number, doc)))
    return [
      `Butir yang memakai tabel ini tidak menerima ${value}.`,
      `The clause that looks here does not take ${value}.`,
    ]
  const noDay = [from, until].find((edge) => edge !== undefined && !isDay(String(edge)))
  if (noDay !== undefined) return [`${noDay} bukan tanggal.`, `${noDay} is no day.`]
  if (from !== undefined && until !== undefined && until < from)
    return [`Berakhir ${until} sebelum mulai ${from}.`, `Ends ${until} before it starts ${from}.`]
  return undefined
}

/** Two rows for the same keys and day: neither would be found. */
function overlapOf(row: Row, by: readonly string[], before: readonly Row[]): Words | undefined {
  const alike = before.some(
    (other) =>
      by.every((key) => String(other[key]) === String(row[key])) &&
      !(row.until !== undefined && other.from !== undefined && row.until < other.from) &&
      !(other.until !== undefined && row.from !== undefined && other.until < row.from),
  )
  return alike
    ? ['Baris di atasnya sudah berlaku pada hari yang sama.', 'A row above it holds on the same days already.']
    : undefined
}
