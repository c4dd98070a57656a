/**
 * How fast and how good rosters are, next to a general solver at the same optimum and next to the floor of memory. Only
 * ratios of one run mean something from machine to machine; the absolute figures are there to see where they come from.
 *
 *     npx tsx bench/roster/roster-bench.ts [--json]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { cohortRoster, daysOfLevel } from '@piket/domain/roster/cohorts.ts'
import { indexesOf } from '@piket/domain/roster/day-mask.ts'
import { type Draw, drawOf } from '@piket/domain/roster/draw.ts'
import { emptyPlaces, fairest, type Places } from '@piket/domain/roster/fairest.ts'
import { countPairs, pairBound, simpleBound } from '@piket/domain/roster/pairs.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import { type RosterTable, spanOf } from '@piket/domain/roster/table.ts'
import { countDays } from '@piket/domain/roster/word.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { openHighs, type Solution } from './highs.ts'
import { office40, regency } from './instance.ts'
import { programOf } from './linear-program.ts'
import { leastOf, medianOf } from './median.ts'
import type { NationFigures } from './nation-child.ts'
import { inputOf } from './unit-input.ts'

/** Seconds the range model of one unit may take, and all of them together. What is cut off makes a ratio too small. */
const rangeLimit = 10
const rangeBudget = 100

export type RosterFigures = Readonly<Record<`roster.${string}`, number>>

/** All figures of the roster: about two minutes on a machine of two cores. */
export async function rosterBench(): Promise<RosterFigures> {
  const office = office40()
  const region = regency()
  const officeTimes = timesOf(office, 500)
  const regionTimes = timesOf(region, 300)
  const highs = await openHighs()
  const officePeer = await peer(office, highs.solve, Number.POSITIVE_INFINITY)
  const regionPeer = await peer(region, highs.solve, rangeBudget)
  highs.close()
  const country = await nationFigures()
  const own = qualityOf(region)
  const officeOwn = qualityOf(office)
  const regionTime = medianOf(regionTimes)
  const officeTime = medianOf(officeTimes)
  return {
    'roster.vs_highs_lp': regionPeer.lp / regionTime,
    'roster.vs_highs_range_mip': regionPeer.range / regionTime,
    'roster.nation_vs_fill': country.milliseconds / country.fillMilliseconds,
    'roster.bytes_per_person': country.bytesPerPerson,
    ...mixingFigures(region),
    'roster.regency_people': region.people,
    'roster.regency_units': region.units,
    'roster.regency_ms': regionTime,
    'roster.regency_least_ms': leastOf(regionTimes),
    'roster.regency_squares': own.squares,
    'roster.regency_spread_sum': own.spread,
    'roster.regency_highs_lp_ms': regionPeer.lp,
    'roster.regency_highs_lp_equal_units': regionPeer.lpEqual,
    'roster.regency_highs_range_ms': regionPeer.range,
    'roster.regency_highs_range_equal_units': regionPeer.rangeEqual,
    'roster.regency_highs_range_units_cut_off': regionPeer.cutOff,
    'roster.office_ms': officeTime,
    'roster.office_squares': officeOwn.squares,
    'roster.office_spread': officeOwn.spread,
    'roster.office_vs_highs_lp': officePeer.lp / officeTime,
    'roster.office_vs_highs_range_mip': officePeer.range / officeTime,
    'roster.office_highs_range_cut_off': officePeer.cutOff,
    ...interfaceFigures(office),
    'roster.nation_people': country.people,
    'roster.nation_person_days': country.personDays,
    'roster.nation_ms': country.milliseconds,
    'roster.nation_fill_ms': country.fillMilliseconds,
    'roster.nation_refill_ms': country.refillMilliseconds,
    'roster.nation_vs_refill': country.milliseconds / country.refillMilliseconds,
    'roster.nation_vs_fill_least': country.leastMilliseconds / country.leastFillMilliseconds,
    'roster.nation_people_per_second': (country.people / country.milliseconds) * 1000,
    'roster.nation_resident_bytes_per_person': country.residentBytesPerPerson,
    'roster.nation_chains': country.chains,
  }
}

function timesOf(table: RosterTable, runs: number): number[] {
  const places = emptyPlaces(table)
  for (let run = 0; run < runs / 3; run++) fairest(table, places)
  return Array.from({ length: runs }, () => {
    const start = performance.now()
    fairest(table, places)
    return performance.now() - start
  })
}

/** Sum of squares and sum of spreads over the units. */
function qualityOf(table: RosterTable, places = drawn(table)): { squares: number; spread: number } {
  let squares = 0
  let spread = 0
  for (let unit = 0; unit < table.units; unit++) {
    const { from, to } = spanOf(table, unit)
    const loads = places.load.subarray(from, to)
    squares += loads.reduce((sum, load) => sum + load * load, 0)
    if (loads.length > 0) spread += Math.max(...loads) - Math.min(...loads)
  }
  return { squares, spread }
}

function drawn(table: RosterTable): Places {
  const places = emptyPlaces(table)
  fairest(table, places)
  return places
}

/** The solver on every unit of a table: the sum of squares as a linear program, the range as an integer one. */
async function peer(
  table: RosterTable,
  solve: (text: string, seconds?: number) => Promise<Solution>,
  budget: number,
): Promise<{ lp: number; lpEqual: number; range: number; rangeEqual: number; cutOff: number }> {
  const figures = { lp: 0, lpEqual: 0, range: 0, rangeEqual: 0, cutOff: 0 }
  const places = drawn(table)
  for (let unit = 0; unit < table.units; unit++) {
    const draw = drawOf(inputOf(table, unit))
    const { from, to } = spanOf(table, unit)
    const loads = places.load.subarray(from, to)
    const squares = loads.reduce((sum, load) => sum + load * load, 0)
    const spread = loads.length > 0 ? Math.max(...loads) - Math.min(...loads) : 0

    const lp = programOf(draw, 'squares', false)
    const answers: Solution[] = []
    for (let run = 0; run < 3; run++) answers.push(await solve(lp.text))
    figures.lp += medianOf(answers.map(({ milliseconds }) => milliseconds))
    const [answer] = answers
    if (answer?.status === 'Optimal' && Math.round(answer.objective + lp.constant) === squares) figures.lpEqual++

    if (figures.range > budget * 1000) {
      figures.cutOff++
      continue
    }
    const range = await solve(programOf(draw, 'range', true).text, rangeLimit)
    figures.range += range.milliseconds
    if (range.status !== 'Optimal') figures.cutOff++
    else if (spreadOf(draw, range.columns) === spread) figures.rangeEqual++
  }
  return figures
}

function spreadOf({ people }: Draw, columns: readonly string[]): number {
  const loads = people.map(({ carry }) => carry)
  for (const name of columns) loads[Number(name.slice(1, name.indexOf('_')))]! += 1
  return Math.max(...loads) - Math.min(...loads)
}

/** Pairs who ever meet, in cohorts, against their bounds; and whether fairness is what it was. */
function mixingFigures(table: RosterTable): RosterFigures {
  const places = emptyPlaces(table)
  const weeks = Array.from({ length: table.days }, (_, day) => Math.floor(day / 5))
  const start = performance.now()
  for (let unit = 0; unit < table.units; unit++) cohortRoster(table, unit, places, weeks, ['day', 'week'])
  const milliseconds = performance.now() - start
  let pairs = 0
  let simple = 0
  let sharp = 0
  for (let unit = 0; unit < table.units; unit++) {
    const { from, to } = spanOf(table, unit)
    const { days } = daysOfLevel(table, unit)
    const least = Math.min(...table.demand.subarray(unit * table.days, (unit + 1) * table.days))
    const union = (one: number, other: number) => countDays(table.free[from + one]! | table.free[from + other]!)
    pairs += countPairs(places.placed.subarray(from, to))
    simple += simpleBound(days, least)
    sharp += pairBound(days, union, least, table.days)
  }
  const fair = qualityOf(table)
  const mixed = qualityOf(table, places)
  return {
    'roster.mixing_vs_sharp_bound': pairs / sharp,
    'roster.mixing_vs_simple_bound': pairs / simple,
    'roster.mixing_ms_per_unit': milliseconds / table.units,
    'roster.mixing_same_fairness': fair.squares === mixed.squares && fair.spread === mixed.spread ? 1 : 0,
  }
}

/** One unit through the public interface: roster with proof, and its verification. */
function interfaceFigures(table: RosterTable): RosterFigures {
  const input = inputOf(table, 0)
  const rosters: number[] = []
  const checks: number[] = []
  let sound = 1
  for (let run = 0; run < 60; run++) {
    const start = performance.now()
    const result = roster(input)
    const done = performance.now()
    if (!verify(input, result).ok) sound = 0
    rosters.push(done - start)
    checks.push(performance.now() - done)
  }
  const people = roster(input).duties.filter(({ drawn: own }) => indexesOf(own).length > 0).length
  return {
    'roster.interface_people': people,
    'roster.interface_ms': medianOf(rosters),
    'roster.verify_ms': medianOf(checks),
    'roster.verify_sound': sound,
  }
}

async function nationFigures(): Promise<NationFigures> {
  const child = fork(fileURLToPath(new URL('./nation-child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  const [figures] = await once(child, 'message')
  return figures as NationFigures
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await rosterBench()
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures, undefined, 2))
  else
    for (const [name, value] of Object.entries(figures)) {
      console.log(name.padEnd(48), Number.isInteger(value) ? value : Number(value.toPrecision(5)))
    }
}
