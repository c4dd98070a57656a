/** What a file changes in a list that is known already. */

import type { Period } from '../calendar/day.ts'
import { addDays, type Day, type Instant } from '../calendar/day.ts'
import type { Recorded } from './facts.ts'

type Versioned = Period & Recorded

export interface Difference<Row> {
  readonly added: readonly Row[]
  /** As they will be recorded, with the names of the fields that differ. */
  readonly changed: readonly { readonly id: string; readonly record: Row; readonly fields: readonly string[] }[]
  /** Whose last day comes nearer, and that day. */
  readonly ended: readonly { readonly id: string; readonly lastDay: Day; readonly record: Row }[]
  readonly unchanged: number
  /** Known, and not in the file. They stay as they are, unless the file is said to be complete: then they end. */
  readonly absent: readonly string[]
}

/**
 * Compares a file with what is known. A change without a first day of its own holds from `today`, so that the days
 * before keep what was true of them.
 * @param complete whoever is not in the file ended yesterday
 */
export function difference<Row extends Versioned>(
  file: readonly Row[],
  known: readonly Row[],
  { idOf, today, now, complete }: { idOf: (row: Row) => string; today: Day; now: Instant; complete: boolean },
): Difference<Row> {
  const current = new Map(known.map((row) => [idOf(row), row]))
  const added: Row[] = []
  const changed: Difference<Row>['changed'][number][] = []
  const ended: Difference<Row>['ended'][number][] = []
  let unchanged = 0
  for (const row of file) {
    const id = idOf(row)
    const old = current.get(id)
    current.delete(id)
    if (!old) {
      added.push({ ...row, recorded: now })
      continue
    }
    const fields = fieldsThatDiffer(row, old)
    if (row.until !== null && (old.until === null || row.until < old.until)) {
      const record = { ...row, from: row.from ?? old.from, recorded: now }
      ended.push({ id, lastDay: row.until, record })
    } else if (fields.length === 0) unchanged++
    else changed.push({ id, record: { ...row, from: row.from ?? today, recorded: now }, fields })
  }
  const absent = [...current.keys()]
  if (!complete) return { added, changed, ended, unchanged, absent }
  const lastDay = addDays(today, -1)
  for (const [id, old] of current) ended.push({ id, lastDay, record: { ...old, until: lastDay, recorded: now } })
  return { added, changed, ended, unchanged, absent: [] }
}

/** A blank first day in the file says nothing, so it differs from nothing. */
function fieldsThatDiffer<Row extends Versioned>(row: Row, old: Row): string[] {
  const keys = Object.keys(row) as (keyof Row & string)[]
  return keys.filter((key) => {
    if (key === 'recorded' || (key === 'from' && row.from === null)) return false
    return JSON.stringify(row[key]) !== JSON.stringify(old[key])
  })
}
