/**
 * The tables of coverage that anybody may read. A group has one breakdown for good: the districts that were too small when
 * it was first told stand in it as one sum, and do so from then on. Were one of them told later by itself, its growth
 * would tell what it had been.
 */
import { type Coverage, type Dose, type Doses, doses } from './coverage.ts'

/** Of fewer people nothing is told. */
export const fewest = 10

/** How many of the doses are told, the first before the second. One that is not given yet is told as that. */
export type Told = 0 | 1 | 2

export interface Release {
  /** Of the whole region; 0: of the statement nothing is told. */
  readonly region: Told
  /** Of its districts; never more than of the region. */
  readonly districts: Told
  /** The districts that are told as one sum. */
  readonly merged: readonly string[]
}

export const nothingTold: Release = { region: 0, districts: 0, merged: [] }

export interface Released extends Coverage {
  readonly release: Release
}

export const isTold = (told: Told, dose: Dose): boolean => told > doses.indexOf(dose)

/** A district, or those that are told as one sum. */
export interface DistrictsRow extends Doses {
  readonly districts: readonly string[]
}

const total = (rows: readonly Doses[], part: keyof Doses): number =>
  rows.reduce((sum, row) => sum + (row[part] ?? 0), 0)

/** A dose that is given in one of them is given. */
const sumOf = (rows: readonly Doses[]): Doses => ({
  target: total(rows, 'target'),
  first: rows.every(({ first }) => first === null) ? null : total(rows, 'first'),
  second: rows.every(({ second }) => second === null) ? null : total(rows, 'second'),
})

/** The breakdown of a statement, with its sum last. */
export function breakdown({ districts }: Coverage, merged: readonly string[]): DistrictsRow[] {
  const rows = districts.flatMap(({ district, ...row }) =>
    merged.includes(district) ? [] : [{ ...row, districts: [district] }],
  )
  const rest = districts.filter(({ district }) => merged.includes(district))
  return rest.length === 0 ? rows : [...rows, { ...sumOf(rest), districts: merged }]
}

/** A row as anybody may read it. */
export interface PublicRow {
  readonly target: number
  /** null: not given yet; undefined: not told. */
  readonly first: number | null | undefined
  readonly second: number | null | undefined
}

export interface PublicDistricts extends PublicRow {
  readonly districts: readonly string[]
}

const publicRow = ({ target, first, second }: Doses, told: Told): PublicRow => ({
  target,
  first: isTold(told, 'first') ? first : undefined,
  second: isTold(told, 'second') ? second : undefined,
})

/** The figures of the whole region. Only of a statement of which something is told. */
export const publicTotal = ({ release, ...stated }: Released): PublicRow => publicRow(stated, release.region)

/** The rows of its districts; none: there is no breakdown. */
export const publicDistricts = ({ release, ...stated }: Released): PublicDistricts[] =>
  release.districts === 0
    ? []
    : breakdown(stated, release.merged).map((row) => ({
        districts: row.districts,
        ...publicRow(row, release.districts),
      }))
