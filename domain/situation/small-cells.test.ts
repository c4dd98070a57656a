import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../calendar/day.ts'
import type { Coverage, Dose } from './coverage.ts'
import { doses } from './coverage.ts'
import { fewest, publicDistricts, publicTotal, type Released } from './public-table.ts'
import { releaseOf } from './small-cells.ts'

const begins = '2021-02-01' as Day

/** Rows of target, first and second dose; the whole is their sum. */
type Rows = readonly (readonly [number, number | null, number | null])[]

function stated(at: number, rows: Rows): Coverage {
  const districts = rows.map(([target, first, second], place) => ({ district: `d${place}`, target, first, second }))
  const sum = (part: 'target' | Dose) =>
    rows.every((_, place) => districts[place]?.[part] === null)
      ? null
      : districts.reduce((all, one) => all + (one[part] ?? 0), 0)
  const whole = { target: sum('target') ?? 0, first: sum('first'), second: sum('second') }
  return { group: 'health_workers', day: addDays(begins, at), ...whole, districts }
}

/** Statements in the order they were made. */
function told(statements: readonly Coverage[]): Released[] {
  const all: Released[] = []
  for (const one of statements) all.push({ ...one, release: releaseOf(one, all) })
  return all
}

const last = (statements: readonly Coverage[]): Released => {
  const one = told(statements).at(-1)
  if (!one) throw new Error('Nothing was stated.')
  return one
}

test('a group that is not vaccinated yet is told as that', () => {
  const one = last([stated(0, [[700, null, null]])])
  expect(publicTotal(one)).toEqual({ target: 700, first: null, second: null })
})

test.each([
  [9, 0],
  [10, 2],
  [90, 2],
  [91, 0],
  [100, 0],
  [109, 0],
  [110, 2],
])('of a target of 100, %i vaccinated are told: %i', (first, region) => {
  expect(last([stated(0, [[100, first, null]])]).release.region).toBe(region)
})

test('a second dose of a few, or of all but a few, stays untold beside the first', () => {
  expect(last([stated(0, [[100, 40, 3]])]).release.region).toBe(1)
  expect(last([stated(0, [[100, 40, 35]])]).release.region).toBe(1)
  expect(last([stated(0, [[100, 40, 40]])]).release.region).toBe(2)
})

test('small districts stand in one sum, which is large and has more than one of them', () => {
  const one = last([
    stated(0, [
      [300, 120, null],
      [60, 4, null],
      [200, 90, null],
      [250, 30, null],
    ]),
  ])
  expect(one.release).toEqual({ region: 2, districts: 2, merged: ['d1', 'd3'] })
  expect(publicDistricts(one)).toEqual([
    { districts: ['d0'], target: 300, first: 120, second: null },
    { districts: ['d2'], target: 200, first: 90, second: null },
    { districts: ['d1', 'd3'], target: 310, first: 34, second: null },
  ])
})

test('where most districts are small there is no breakdown yet', () => {
  const one = last([
    stated(0, [
      [300, 120, null],
      [60, 4, null],
      [60, 5, null],
    ]),
  ])
  expect(one.release).toEqual({ region: 2, districts: 0, merged: [] })
  expect(publicDistricts(one)).toEqual([])
})

test('who stood in the sum stays in it when they have grown', () => {
  const first = stated(0, [
    [300, 120, null],
    [60, 4, null],
    [200, 90, null],
    [250, 30, null],
  ])
  const later = stated(7, [
    [300, 150, null],
    [60, 40, null],
    [200, 110, null],
    [250, 80, null],
  ])
  expect(last([first, later]).release).toEqual({ region: 2, districts: 2, merged: ['d1', 'd3'] })
})

test('what differs by a few from anything told is not told; by nothing it is', () => {
  const first = stated(0, [[500, 100, null]])
  expect(last([first, stated(1, [[500, 109, null]])]).release.region).toBe(0)
  expect(last([first, stated(1, [[500, 100, null]])]).release.region).toBe(2)
  expect(last([first, stated(1, [[500, 109, null]]), stated(2, [[500, 112, null]])]).release.region).toBe(2)
  // A correction of the same day too.
  expect(last([first, stated(0, [[500, 97, null]])]).release.region).toBe(0)
})

/** The least and the greatest that somebody can conclude. */
type Bounds = [number, number]
const widthOf = ([least, greatest]: Bounds) => greatest - least

/** Narrows numbers by their sum, which is known. @returns whether anything became narrower */
function narrowBySum(cells: readonly Bounds[], sum: number): boolean {
  let isNarrower = false
  for (const cell of cells) {
    const others = cells.filter((one) => one !== cell)
    const least = sum - others.reduce((all, [, greatest]) => all + greatest, 0)
    const greatest = sum - others.reduce((all, [lowest]) => all + lowest, 0)
    isNarrower = narrow(cell, least, greatest) || isNarrower
  }
  return isNarrower
}

function narrow(cell: Bounds, least: number, greatest: number): boolean {
  const [from, until] = cell
  cell[0] = Math.max(from, least)
  cell[1] = Math.min(until, greatest)
  return cell[0] > from || cell[1] < until
}

/**
 * Somebody who has kept every table, knows the target of every district, that doses once given stay given, that who had
 * two had one, and on which days something was stated, also where nothing of it was told.
 */
class Attacker {
  readonly cells: readonly Readonly<Record<Dose, Bounds[]>>[]
  readonly wholes: readonly Readonly<Record<Dose, Bounds>>[]
  readonly byDay: readonly Released[]

  constructor(all: readonly Released[]) {
    this.byDay = all.toSorted((a, b) => a.day.localeCompare(b.day))
    const cap = (most: number, count: number | null): Bounds => [0, Math.max(most, count ?? 0)]
    this.cells = this.byDay.map(({ districts }) => ({
      first: districts.map(({ target, first }) => cap(target, first)),
      second: districts.map(({ target, first }) => cap(target, first)),
    }))
    this.wholes = this.byDay.map(({ target, first }) => ({ first: cap(target, first), second: cap(target, first) }))
    let goOn = true
    while (goOn) goOn = this.conclude()
  }

  private conclude(): boolean {
    const found = this.byDay.flatMap((table, at) =>
      doses.flatMap((dose) => [this.read(table, at, dose), this.compare(at, dose)]),
    )
    return found.some(Boolean)
  }

  /** What a table says. */
  private read(table: Released, at: number, dose: Dose): boolean {
    const cells = this.cells[at]?.[dose] ?? []
    const whole = this.wholes[at]?.[dose] ?? [0, 0]
    const said = table.release.region > 0 ? publicTotal(table)[dose] : undefined
    const found = said === undefined ? [] : [narrow(whole, said ?? 0, said ?? 0)]
    const sums = ([least, greatest]: Bounds, [low, high]: Bounds): Bounds => [least + low, greatest + high]
    const [low, high] = cells.reduce(sums, [0, 0])
    found.push(narrow(whole, low, high))
    for (const cell of cells) {
      const others = cells.filter((one) => one !== cell).reduce(sums, [0, 0])
      found.push(narrow(cell, whole[0] - others[1], whole[1] - others[0]))
    }
    for (const row of publicDistricts(table)) {
      const count = row[dose]
      const own = table.districts.flatMap(({ district }, place) =>
        row.districts.includes(district) ? [cells[place] as Bounds] : [],
      )
      if (count !== undefined) found.push(narrowBySum(own, count ?? 0))
    }
    return found.some(Boolean)
  }

  /** What the days before and the other dose say. */
  private compare(at: number, dose: Dose): boolean {
    const pairs = (from: Readonly<Record<Dose, Bounds[]>>, to: Readonly<Record<Dose, Bounds[]>>) =>
      (from[dose] ?? []).map((cell, place): [Bounds, Bounds] => [cell, to[dose]?.[place] as Bounds])
    const [own, whole] = [this.cells[at], this.wholes[at]]
    const [then, wholeThen] = [this.cells[at - 1], this.wholes[at - 1]]
    if (!own || !whole) return false
    const rising: [Bounds, Bounds][] = [
      ...(then && wholeThen ? [...pairs(then, own), [wholeThen[dose], whole[dose]] as [Bounds, Bounds]] : []),
      ...own.second.map((second, place): [Bounds, Bounds] => [second, own.first[place] as Bounds]),
      [whole.second, whole.first],
    ]
    return rising
      .map(([less, more]) => {
        const isMoreNarrower = narrow(more, less[0], Number.POSITIVE_INFINITY)
        return narrow(less, 0, more[1]) || isMoreNarrower
      })
      .some(Boolean)
  }

  /** How much of what was given to each district between two statements can be concluded. */
  growth(from: number, until: number, dose: Dose): Bounds[] {
    const cells = (this.cells[until]?.[dose] ?? []).map((later, place): Bounds => {
      const earlier = this.cells[from]?.[dose][place] as Bounds
      return [Math.max(0, later[0] - earlier[1]), later[1] - earlier[0]]
    })
    const [then, now] = [this.wholes[from]?.[dose], this.wholes[until]?.[dose]]
    const isKnown = then && now && widthOf(then) === 0 && widthOf(now) === 0
    for (let goOn = true; goOn; ) {
      goOn = isKnown ? narrowBySum(cells, now[0] - then[0]) : false
      const tables = [this.byDay[from], this.byDay[until]] as [Released, Released]
      const [before, after] = tables.map((table) => publicDistricts(table))
      for (const [place, row] of (after ?? []).entries()) {
        const [less, more] = [before?.[place]?.[dose], row[dose]]
        if (less === undefined || more === undefined) continue
        const own = cells.filter((_, at) => row.districts.includes(`d${at}`))
        goOn = narrowBySum(own, (more ?? 0) - (less ?? 0)) || goOn
      }
    }
    return cells
  }
}

const isFew = (count: number) => 0 < count && count < fewest

/** Everything about few people that an attacker would have narrowed down. */
function disclosed(all: readonly Released[]): string[] {
  const attacker = new Attacker(all)
  const found: string[] = []
  const look = (what: string, bounds: Bounds, most: number) => {
    if (widthOf(bounds) < Math.min(fewest, most)) found.push(`${what} is in ${bounds.join('..')}`)
  }
  for (const [at, table] of attacker.byDay.entries()) {
    const rows = [table, ...table.districts]
    for (const dose of doses)
      for (const [place, { target, first, [dose]: count }] of rows.entries()) {
        if (count === null || target === 0) continue
        const of = (one: Dose) =>
          (place === 0 ? attacker.wholes[at]?.[one] : attacker.cells[at]?.[one][place - 1]) as Bounds
        const name = `${table.day} ${place === 0 ? 'whole' : `d${place - 1}`} ${dose}`
        if (count < fewest || Math.abs(target - count) < fewest) look(`${name} of ${target}`, of(dose), target)
        const gap = (first ?? 0) - count
        const [one, two] = [of('first'), of('second')]
        if (dose === 'second' && isFew(gap))
          look(`${name} alone lack it`, [Math.max(0, one[0] - two[1]), one[1] - two[0]], target)
      }
    for (let from = 0; from < at; from += 1)
      for (const dose of doses)
        for (const [place, bounds] of attacker.growth(from, at, dose).entries()) {
          const now = table.districts[place]
          const grown = (now?.[dose] ?? 0) - (attacker.byDay[from]?.districts[place]?.[dose] ?? 0)
          if (isFew(grown)) look(`${table.day} d${place} ${dose} grew by ${grown}`, bounds, now?.target ?? 0)
        }
  }
  return found
}

test('the attacker finds what is left out when tables are told as they are', () => {
  const rows = stated(0, [
    [300, 120, null],
    [60, 4, null],
    [200, 90, null],
  ])
  const careless = { region: 2, districts: 2, merged: ['d1'] } as const
  expect(disclosed([{ ...rows, release: careless }])).toEqual(['2021-02-01 d1 first of 60 is in 4..4'])
  const later = { ...stated(1, [[500, 103, null]]), release: { region: 2, districts: 0, merged: [] } as const }
  expect(disclosed([...told([stated(0, [[500, 100, null]])]), later])).toEqual([
    '2021-02-02 d0 first grew by 3 is in 3..3',
  ])
})

/** How many more a week brings to a district: nobody, a few, or a share of who is left. */
const week = fc.record({
  kind: fc.constantFrom('none', 'few', 'share'),
  few: fc.integer({ min: 1, max: 14 }),
  share: fc.double({ min: 0, max: 0.6, noNaN: true }),
})

function grown(from: number, most: number, { kind, few, share }: { kind: string; few: number; share: number }): number {
  const more = kind === 'none' ? 0 : kind === 'few' ? few : Math.round((most - from) * share)
  return Math.max(from, Math.min(most, from + more))
}

const histories = fc
  .record({
    targets: fc.array(fc.constantFrom(0, 4, 9, 15, 22, 40, 60, 150, 400), { minLength: 1, maxLength: 5 }),
    weeks: fc.array(
      fc.record({
        first: fc.array(week, { minLength: 5, maxLength: 5 }),
        second: fc.array(week, { minLength: 5, maxLength: 5 }),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    secondFrom: fc.integer({ min: 0, max: 4 }),
    begun: fc.double({ min: 0, max: 1, noNaN: true }),
    /** Numbers by which the statements are put in order: some come late. */
    order: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
    isLate: fc.boolean(),
  })
  .map(({ targets, weeks, secondFrom, begun, order, isLate }) => {
    let rows = targets.map((target) => ({ target, first: Math.round(target * begun), second: 0 }))
    const statements = weeks.map((one, at) => {
      const isGiven = at >= secondFrom
      rows = rows.map(({ target, first, second }, place) => {
        const more = grown(first, target, one.first[place] as never)
        return { target, first: more, second: isGiven ? grown(second, more, one.second[place] as never) : 0 }
      })
      return stated(
        7 * at,
        rows.map(({ target, first, second }) => [target, first, isGiven ? second : null] as const),
      )
    })
    if (!isLate) return statements
    const places = statements.map((_, at) => at).toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0))
    return places.map((at) => statements[at] as Coverage)
  })

test('nobody who keeps every table narrows anything about few people down', () => {
  fc.assert(
    fc.property(histories, (statements) => {
      expect(disclosed(told(statements))).toEqual([])
    }),
    { numRuns: 800 },
  )
})

test('tables that are told add up', () => {
  fc.assert(
    fc.property(histories, (statements) => {
      for (const one of told(statements).filter(({ release }) => release.districts > 0))
        for (const dose of doses) {
          const counts = publicDistricts(one).map((row) => row[dose])
          if (counts.some((count) => count === undefined)) continue
          expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(publicTotal(one)[dose] ?? 0)
        }
    }),
  )
})
