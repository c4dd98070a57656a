/**
 * What somebody can conclude who has kept every table. They know the target of every district and on which days something
 * was stated, that doses once given stay given, and that who had two had one. All of that is sums: a later count is the
 * earlier one and its growth, a first dose is the second one and who lacks it, a whole is its districts. Each sum narrows
 * what its parts can be, until nothing more follows.
 */
import { type Dose, type Doses, doses } from './coverage.ts'
import { breakdown, fewest, isTold, type Released } from './public-table.ts'

/** The least and the greatest that a number can be. */
type Bounds = [least: number, greatest: number]

interface Sum {
  readonly whole: Bounds
  readonly parts: readonly Bounds[]
}

/** A number of few people. */
interface Secret {
  readonly name: string
  readonly bounds: Bounds
  /** How many it could be if nothing was told. */
  readonly most: number
}

interface Knowledge {
  readonly sums: Sum[]
  readonly secrets: Secret[]
}

/** Of a table: the whole, each district, and the districts that are told as one sum. */
interface Row extends Doses {
  readonly area: string
  /** The districts of the sum. */
  readonly of?: readonly string[]
}
const [whole, merged] = ['*', '+']
type Numbers = ReadonlyMap<string, Bounds>

/**
 * What tables tell about fewer than ten people: who is hidden in a table, who came between two, who lacks a second dose.
 * Names of such numbers that can be narrowed further than by ten.
 * @param all one of each day; of which nothing was told, nothing is known but what those around it say
 */
export function concluded(all: readonly Released[]): Set<string> {
  const tables = all.filter(({ release }) => release.region > 0)
  const known: Knowledge = { sums: [], secrets: [] }
  const together = tables.find(({ release }) => release.districts > 0)?.release.merged ?? []
  const read: Read[] = tables
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((table) => {
      const rows = rowsOf(table, together)
      const numbers = { first: tell(known, table, rows, 'first'), second: tell(known, table, rows, 'second') }
      const lack = amounts(known, rows)
      for (const row of rows) {
        add(known, numbers.first, [numbers.second, lack], row.area)
        const count = row.second === null ? 0 : (row.first ?? 0) - row.second
        keep(known, count, lack, row, `${table.day} lack`)
      }
      return { table, rows, numbers }
    })
  for (const dose of doses)
    for (const isBroken of [false, true]) {
      // What follows from two days apart follows from those between; of breakdowns too, which come more seldom.
      const told = read.filter(({ table: { release } }) => isTold(isBroken ? release.districts : release.region, dose))
      for (const [place, now] of told.entries()) {
        const then = told[place - 1]
        if (then) grow(known, then, now, dose)
      }
    }
  for (let isNarrower = true; isNarrower; ) {
    isNarrower = false
    for (const sum of known.sums) isNarrower = narrow(sum) || isNarrower
  }
  const found = known.secrets.filter(({ bounds: [least, greatest], most }) => greatest - least < Math.min(fewest, most))
  return new Set(found.map(({ name }) => name))
}

/** What a table says, as numbers that an attacker knows more or less of. */
interface Read {
  readonly table: Released
  readonly rows: readonly Row[]
  readonly numbers: Readonly<Record<Dose, Numbers>>
}

/** That a table is an earlier one and what came between. */
function grow(known: Knowledge, then: Read, now: Read, dose: Dose): void {
  const before = new Map(then.rows.map((row) => [row.area, row[dose] ?? 0]))
  const growth = amounts(known, now.rows)
  for (const row of now.rows) {
    const from = before.get(row.area)
    add(known, now.numbers[dose], [then.numbers[dose], growth], row.area)
    if (from !== undefined)
      keep(known, (row[dose] ?? 0) - from, growth, row, `${then.table.day} ${now.table.day} ${dose}`)
  }
}

const isFew = (count: number): boolean => 0 < count && count < fewest

function rowsOf(table: Released, together: readonly string[]): Row[] {
  const rows = [{ ...table, area: whole }, ...table.districts.map((one) => ({ ...one, area: one.district }))]
  const sum = breakdown(table, together).find(({ districts }) => districts === together)
  return sum ? [...rows, { ...sum, area: merged, of: together }] : rows
}

const mostOf = ({ target, first }: Doses): number => Math.max(target, first ?? 0)

/** Numbers of which nothing is known but that they add up. */
function amounts(known: Knowledge, rows: readonly Row[], boundsOf = (row: Row): Bounds => [0, mostOf(row)]): Numbers {
  const numbers = new Map(rows.map((row) => [row.area, boundsOf(row)]))
  const districts = rows.flatMap(({ area }) => (area === whole || area === merged ? [] : [area]))
  for (const { area, of = area === whole ? districts : [] } of rows) {
    const sum = numbers.get(area)
    const parts = of.flatMap((one) => [numbers.get(one)].filter((bounds) => bounds !== undefined))
    if (sum && parts.length > 0) known.sums.push({ whole: sum, parts })
  }
  return numbers
}

/** What a table tells of a dose. */
function tell(known: Knowledge, { day, release }: Released, rows: readonly Row[], dose: Dose): Numbers {
  const together = new Set(release.merged)
  const numbers = amounts(known, rows, (row) => {
    const count = row[dose]
    const isSaid = isTold(row.area === whole ? release.region : release.districts, dose) && !together.has(row.area)
    return count === null || isSaid ? [count ?? 0, count ?? 0] : [0, mostOf(row)]
  })
  for (const row of rows) {
    const count = row[dose]
    const isSecret = count !== null && (count < fewest || Math.abs(row.target - count) < fewest)
    if (isSecret) keep(known, 1, numbers, row, `${day} ${dose}`)
  }
  return numbers
}

/** A number is the sum of others in the same area. */
function add({ sums }: Knowledge, sum: Numbers, of: readonly Numbers[], area: string): void {
  const all = sum.get(area)
  const parts = of.map((one) => one.get(area))
  if (all && parts.every((one) => one !== undefined)) sums.push({ whole: all, parts })
}

function keep({ secrets }: Knowledge, count: number, numbers: Numbers, row: Row, name: string): void {
  const bounds = numbers.get(row.area)
  if (bounds && isFew(count)) secrets.push({ name: `${name} ${row.area}`, bounds, most: mostOf(row) })
}

/** Narrows a sum by its parts, and each part by the sum and the others. @returns whether anything became narrower */
function narrow({ whole: all, parts }: Sum): boolean {
  let [least, greatest] = [0, 0]
  for (const [low, high] of parts) {
    least += low
    greatest += high
  }
  let isNarrower = tighten(all, least, greatest)
  for (const part of parts) {
    const [low, high] = part
    // Against what the parts were at first: narrower ones wait for the next time.
    isNarrower = tighten(part, all[0] - (greatest - high), all[1] - (least - low)) || isNarrower
  }
  return isNarrower
}

function tighten(bounds: Bounds, least: number, greatest: number): boolean {
  const isTighter = least > bounds[0] || greatest < bounds[1]
  bounds[0] = Math.max(bounds[0], least)
  bounds[1] = Math.min(bounds[1], greatest)
  return isTighter
}
