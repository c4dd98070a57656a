/** A row of a table that somebody brings, and what ends the reading of it. */
import type { Finding } from '@piket/domain/staff/cell.ts'

export interface SheetRow {
  /** Number of the row in the file, the header being the first. */
  readonly row: number
  readonly cells: readonly string[]
  /** Places of cells that hold a formula; their text is the result that was saved. */
  readonly formulas: readonly number[]
}

/** A file that cannot be taken, or not further. */
export class SheetRefused extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(`${finding.finding.id} ${finding.fix.id} / ${finding.finding.en} ${finding.fix.en}`)
    this.finding = finding
  }
}

export const sheetLimits = {
  bytes: 50_000_000,
  inflated: 150_000_000,
  texts: 50_000_000,
  ratio: 100,
  rows: 200_000,
  /** Far more than any table has: a wide row is held as one text a column. */
  columns: 1_000,
  cell: 32_767,
} as const
