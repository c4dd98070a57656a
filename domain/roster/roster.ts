import { breaksOf, fewerBreaks, type RowPattern } from './breaks.ts'
import { certify } from './closure.ts'
import { cohortRoster } from './cohorts.ts'
import { crossingConflict } from './crossing.ts'
import { allOf, type DayMask, hasDay, indexesOf, maskOf, noDays, sizeOf } from './day-mask.ts'
import { type Bounds, boundsAt, type Draw, drawOf, meetable, pinnedToOffice } from './draw.ts'
import { explain } from './explanation.ts'
import { fairest, type Places } from './fairest.ts'
import { leaveOpen, unsettledDays } from './left-open.ts'
import { lessMingling } from './mingling.ts'
import { levelLoads, meetBounds, networkOf, placesOf, seatGreedily, stretch } from './network.ts'
import { countPairs, pairBound } from './pairs.ts'
import { countedByRule, type RosterInput, type RosterPattern } from './roster-input.ts'
import type { Explanation, Gap, PersonDuty, RosterMetrics, RosterResult } from './roster-result.ts'
import { sharesOn, withShares } from './share-out.ts'
import type { RosterTable } from './table.ts'
import { withTeams } from './teams.ts'
import { daysAtLevel, waterLevel } from './water-level.ts'
import { dealWeeks } from './whole-weeks.ts'
import { countDays, daysOfWord } from './word.ts'

/**
 * Draws the roster of one unit. Pure and the same for ever in (input, seed), in whatever order people are listed.
 *
 * Goals in strict order: rules, fairness, pattern, few contacts. Fair means decreasingly minimal loads, which is proved
 * by the certificate. `whole-weeks` alone puts the pattern before fairness, or its weeks would not be whole; what that
 * costs stands in the gap.
 *
 * Days on which nobody can say how many may come are open from the start. Days that cannot be met do not take the others with them: the smallest sets of such days are named and left open, all
 * of their days, for which of them to give up is not for the draw to choose; the rest is drawn.
 * @throws RangeError when the input contradicts itself: a list with another number of days than the period, the same
 * person twice, a carry that is not a whole number, limits of a person that cross
 */
export function roster(input: RosterInput): RosterResult {
  checkShape(input)
  const { teams } = input.unit
  // Teams are dealt once: a reason for leaving a day open speaks of the teams as they were then.
  const { input: dealt, teamOf } = teams ? withTeams(input, teams) : { input, teamOf: {} }
  const turnDays = input.unit.people.reduce((days, { free }) => days | free, noDays)
  const conflicts: Explanation[] = unsettledDays(input)
  let open = conflicts.reduce((days, one) => days | one.days, noDays)
  for (;;) {
    if (open !== noDays && (turnDays & ~open) === noDays) return refusal(drawOf(dealt), teamOf, open, conflicts)
    const restricted = open === noDays ? dealt : leaveOpen(dealt, open)
    const { draw, crossing, unmet } = settleCrossing(drawOf(restricted))
    const sound = unmet.length === 0 && !restricted.unit.people.some(pinsClash)
    const drawn = sound ? drawPlaces(draw, input.pattern) : undefined
    if (drawn) {
      const result = resultOf(
        open === noDays ? input : leaveOpen(input, open),
        restricted,
        { draw, crossing },
        teamOf,
        drawn,
      )
      return open === noDays ? result : { ...result, status: 'partial', leftOpen: open, conflicts }
    }
    const found = explain(restricted)
    // Without the groups that cross others the days can be met: then these are why.
    const why = unmet.length > 0 ? unmet : indexesOf(crossing).map((day) => ({ day, shares: 'not-found' as const }))
    conflicts.push(
      ...(found.length > 0 ? found : why.map(({ day, shares }) => crossingConflict(restricted, day, shares))),
    )
    open = conflicts.reduce((days, one) => days | one.days, noDays)
  }
}

/** Settles how many come from each position on days on which groups cross. */
function settleCrossing(draw: Draw) {
  const shares = new Map<number, readonly number[]>()
  const unmet: { readonly day: number; readonly shares: 'none' | 'not-found' }[] = []
  for (const [day, crossing] of draw.crossing.entries()) {
    if (crossing.length === 0) continue
    const found = sharesOn(draw, day)
    if (typeof found === 'string') unmet.push({ day, shares: found })
    else shares.set(day, found)
  }
  return { draw: shares.size === 0 ? draw : withShares(draw, shares), crossing: maskOf(shares.keys()), unmet }
}

function resultOf(
  asked: RosterInput,
  restricted: RosterInput,
  { draw, crossing }: { readonly draw: Draw; readonly crossing: DayMask },
  teamOf: RosterResult['teamOf'],
  { places, gap: patternGap }: Drawn,
): RosterResult {
  const carry = draw.people.map((person) => person.carry)
  const total = places.map(sizeOf).reduce((sum, own) => sum + own, 0)
  const available = draw.people.map(({ free }) => sizeOf(free))
  const { level, over } = waterLevel(carry, available, total)
  const metrics = metricsOf(draw, places)
  const bounded = asked.unit.teams || crossing !== noDays
  const gap = bounded ? gapBeside(drawOf(asked), draw, metrics, total, patternGap) : patternGap
  const unfair = patternGap !== null && patternGap.squares.value > patternGap.squares.bound
  const far = gap && (gap.squares.value > gap.squares.bound || gap.breaks.value > gap.breaks.bound)
  return {
    status: far ? 'bounded' : 'exact',
    leftOpen: noDays,
    duties: dutiesOf(restricted, draw, places),
    teamOf,
    level,
    over,
    seats: seatsOf(restricted, places),
    exceededByMandatory: draw.excess,
    certificate: unfair
      ? null
      : { level, over, levels: certify(draw, places), ...(crossing !== noDays && { crossing }) },
    metrics,
    gap,
    conflicts: [],
  }
}

function checkShape({ days, unit }: RosterInput): void {
  if (unit.demand.length !== days.length) throw new RangeError('One demand a day.')
  for (const { position, min, max } of unit.positions) {
    if (min.length !== days.length || (max && max.length !== days.length)) {
      throw new RangeError(`One minimum and maximum a day for position ${position}.`)
    }
  }
  if (new Set(unit.people.map(({ id }) => id)).size !== unit.people.length)
    throw new RangeError('The same person twice.')
  const all = allOf(days.length)
  for (const { id, carry, free, office } of unit.people) {
    if (!Number.isInteger(carry) || Math.abs(carry) > 9999)
      throw new RangeError(`Carry of ${id} is not a whole number of days.`)
    if (free & office || (free | office) & ~all)
      throw new RangeError(`Days of ${id} overlap or lie outside the period.`)
  }
}

function pinsClash({
  pinnedHome = noDays,
  pinnedOffice = noDays,
  free,
  office,
}: RosterInput['unit']['people'][number]) {
  return ((pinnedOffice & ~(free | office)) | (pinnedHome & office) | (pinnedHome & pinnedOffice)) !== noDays
}

function refusal(
  draw: Draw,
  teamOf: RosterResult['teamOf'],
  leftOpen: DayMask,
  conflicts: readonly Explanation[],
): RosterResult {
  return {
    status: 'infeasible',
    leftOpen,
    duties: [],
    teamOf,
    level: 0,
    over: 0,
    seats: [],
    exceededByMandatory: draw.excess,
    certificate: null,
    metrics: null,
    gap: null,
    conflicts,
  }
}

interface Drawn {
  readonly places: readonly DayMask[]
  /** Null where the pattern leaves nothing open. */
  readonly gap: Gap | null
}

/** Drawn days by person of the draw; undefined when the rules cannot be met. */
function drawPlaces(draw: Draw, pattern: RosterPattern): Drawn | undefined {
  const fair = fairPlaces(draw)
  if (!fair) return undefined
  const seats = meetable(draw)
  const table = seats && draw.days <= daysOfWord ? tableOf(draw, seats) : undefined
  const row = pattern === 'whole-weeks' || pattern === 'alternating' ? pattern : null
  let start = fair
  if (pattern === 'daily-cohorts' || pattern === 'weekly-cohorts') {
    if (table) {
      const places = startFrom(table, fair)
      cohortRoster(table, 0, places, draw.weeks, [pattern === 'daily-cohorts' ? 'day' : 'week'])
      start = masksOf(places)
    } else start = throughWindows(draw, fair, 'cohorts')
  }
  if (row === null && draw.people.every(({ source }) => !source.runs)) return { places: start, gap: null }
  if (pattern === 'whole-weeks' && table) {
    const places = startFrom(table, fair)
    dealWeeks(table, places, draw.weeks, Number(draw.patternDays))
    start = masksOf(places)
  }
  const places = throughWindows(draw, start, row ?? 'runs')
  const squares = { value: squaresOf(draw, places), bound: squaresOf(draw, fair) }
  return { places, gap: { squares, breaks: breaksOf(row, draw, places) } }
}

/** The exact step: on words where the days can be met one by one, else on the network of the unit. */
function fairPlaces(draw: Draw): DayMask[] | undefined {
  const seats = meetable(draw)
  if (seats && draw.days <= daysOfWord) {
    const table = tableOf(draw, seats)
    const places: Places = { placed: new Uint32Array(table.people), load: new Int16Array(table.people) }
    fairest(table, places)
    return masksOf(places)
  }
  const network = networkOf(draw)
  seatGreedily(network)
  if (meetBounds(network)) return undefined
  stretch(network, draw.fill)
  levelLoads(network)
  return placesOf(network)
}

const masksOf = ({ placed }: Places): DayMask[] => Array.from(placed, BigInt)

const startFrom = (table: RosterTable, places: readonly DayMask[]): Places => ({
  placed: Uint32Array.from(places, Number),
  load: Int16Array.from(places, (own, person) => table.carry[person]! + sizeOf(own)),
})

const squaresOf = (draw: Draw, places: readonly DayMask[]): number =>
  draw.people.reduce((sum, { carry }, person) => sum + (carry + sizeOf(places[person]!)) ** 2, 0)

/** A unit as a table, or those of its days that a window shows. */
function tableOf(
  draw: Draw,
  seats: readonly number[],
  first = 0,
  boundsOn: (position: number, day: number) => Bounds = (position, day) => boundsAt(draw, position, day),
): RosterTable {
  const { people, positions } = draw
  const days = seats.length
  const bounds = positions.flatMap((_, position) => seats.map((_seats, day) => boundsOn(position, first + day)))
  const tail = { length: days }
  return {
    days,
    people: people.length,
    units: 1,
    unitStart: Uint32Array.of(0, people.length),
    positionIndex: Uint32Array.of(0, positions.length + 1),
    positionStart: Uint32Array.of(...positions.map(({ from }) => from), people.length, people.length),
    positionMin: Uint16Array.from([...bounds, ...Array.from(tail, () => ({ min: 0 }))], ({ min }) => min),
    positionMax: Uint16Array.from([...bounds, ...Array.from(tail, () => ({ max: 0 }))], ({ max }) =>
      Math.min(max, 65_535),
    ),
    free: Uint32Array.from(people, ({ free }) => Number((free >> BigInt(first)) & allOf(days))),
    carry: Int16Array.from(people, ({ carry }) => carry),
    demand: Uint16Array.from(seats),
  }
}

/**
 * Arranges places by exchanges inside windows of whole weeks that a word holds. Loads are those of the whole period, so
 * fairness stays; limits are asked about the whole period too.
 */
function throughWindows(draw: Draw, start: readonly DayMask[], goal: 'cohorts' | 'runs' | RowPattern) {
  const places = [...start]
  for (let first = 0, past = 0; first < draw.days; first = past) {
    past = windowEnd(draw, first)
    const window = allOf(past - first) << BigInt(first)
    const seats = Array.from(
      { length: past - first },
      (_, day) => places.filter((own) => hasDay(own, first + day)).length,
    )
    // Where groups join positions, a seat stays with its position: then no exchange can break a group.
    const stays = (position: number, day: number): Bounds => {
      if ((draw.groups[day] as Draw['groups'][number]).every(({ positions }) => positions.size === 1))
        return boundsAt(draw, position, day)
      const { from, to } = draw.positions[position]!
      const here = places.slice(from, to).filter((own) => hasDay(own, day)).length
      return { min: here, max: here }
    }
    const table = tableOf(draw, seats, first, stays)
    const wordOf = (mask: DayMask) => Number((mask & window) >> BigInt(first))
    const view: Places = {
      placed: Uint32Array.from(places, wordOf),
      load: Int16Array.from(places, (own, person) => draw.people[person]!.carry + sizeOf(own)),
    }
    const whole = (person: number, word: number) => (places[person]! & ~window) | (BigInt(word) << BigInt(first))
    const limits = draw.people.map((person, at) =>
      person.limits.map(({ days, min, max }) => ({
        inside: wordOf(days),
        outside: sizeOf(places[at]! & days & ~window),
        min,
        max,
      })),
    )
    const fits = (person: number, word: number) => {
      for (const { inside, outside, min, max } of limits[person]!) {
        const count = outside + countDays(word & inside)
        if (count < min || count > max) return false
      }
      return true
    }
    if (goal === 'cohorts') lessMingling(table, 0, view, fits)
    else {
      const runs = draw.people.map(({ fixed, source }) =>
        (source.runs ?? []).map((limit) => ({
          ...limit,
          days: wordOf(limit.days),
          elsewhere: wordOf(limit.elsewhere),
          fixed: wordOf(fixed),
        })),
      )
      const asked = { pattern: goal === 'runs' ? null : goal, days: wordOf(draw.patternDays), runs }
      fewerBreaks(asked, table, view, draw.weeks.slice(first, past), fits)
    }
    for (const [person, word] of view.placed.entries()) places[person] = whole(person, word)
  }
  return places
}

function windowEnd({ days, weeks }: Draw, first: number): number {
  let end = Math.min(days, first + daysOfWord)
  if (end < days) while (weeks[end] === weeks[end - 1] && weeks[end - 1] !== weeks[first]) end--
  return end
}

/** Fairness inside teams, or of settled numbers, is exact; against a unit without them at the same total it is a bound. */
function gapBeside(free: Draw, draw: Draw, metrics: RosterMetrics, total: number, gap: Gap | null): Gap {
  const own = new Map(free.people.map((person) => [person.source.id, person]))
  const people = draw.people.map((person) => own.get(person.source.id) ?? person)
  const carry = people.map((person) => person.carry)
  const available = people.map((person) => sizeOf(person.free))
  const { level, over } = waterLevel(carry, available, total)
  const loads = people.map((_, person) => carry[person]! + daysAtLevel(level, carry[person]!, available[person]!))
  const bound = loads.reduce((sum, load) => sum + load * load, 0) + over * (2 * level + 1)
  return { squares: { value: metrics.squares, bound }, breaks: gap?.breaks ?? { value: 0, bound: 0 } }
}

function metricsOf(draw: Draw, places: readonly DayMask[]): RosterMetrics {
  const { people, days } = draw
  if (people.length === 0) return { spread: 0, squares: 0, pairs: 0, pairBound: 0 }
  const office = people.map(({ fixed }, person) => fixed | places[person]!)
  const loads = people.map(({ carry }, person) => carry + sizeOf(places[person]!))
  const least = Math.min(...Array.from({ length: days }, (_, day) => office.filter((own) => hasDay(own, day)).length))
  const reachable = people.map(({ free, fixed }) => free | fixed)
  const words = days <= daysOfWord ? Uint32Array.from(reachable, Number) : undefined
  const union = (one: number, other: number) =>
    words ? countDays(words[one]! | words[other]!) : sizeOf(reachable[one]! | reachable[other]!)
  return {
    spread: Math.max(...loads) - Math.min(...loads),
    squares: squaresOf(draw, places),
    pairs: pairsOf(office, days),
    pairBound: pairBound(office.map(sizeOf), union, least, days),
  }
}

function pairsOf(office: readonly DayMask[], days: number): number {
  if (days <= daysOfWord) return countPairs(office.map(Number))
  let pairs = 0
  for (const [one, own] of office.entries()) {
    for (const theirs of office.slice(0, one)) if ((own & theirs) !== noDays) pairs++
  }
  return pairs
}

function dutiesOf({ unit }: RosterInput, draw: Draw, places: readonly DayMask[]): PersonDuty[] {
  const drawn = new Map(draw.people.map(({ source, carry, fixed }, person) => [source.id, { person, carry, fixed }]))
  return unit.people
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, office }) => {
      const own = drawn.get(id)
      if (!own) return { person: id, days: office, drawn: noDays, load: null }
      const place = places[own.person]!
      return { person: id, days: own.fixed | place, drawn: place, load: own.carry + sizeOf(place) }
    })
}

function seatsOf({ unit }: RosterInput, places: readonly DayMask[]): number[] {
  const counted = unit.people.map(countedByRule)
  return unit.demand.map((_, day) => {
    const byRule = counted.filter((own) => hasDay(own, day)).length
    const pinned = unit.people.filter((person) => hasDay(pinnedToOffice(person), day)).length
    return byRule + pinned + places.filter((own) => hasDay(own, day)).length
  })
}
