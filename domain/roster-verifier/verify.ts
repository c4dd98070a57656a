/**
 * Checks a roster without trusting whoever made it. It shares no code with the roster engine and knows only the shapes of
 * input and result: every rule is counted again, every claim of fairness is checked by its certificate, and a refusal by
 * its numbers.
 */
import type { Day } from '../calendar/day.ts'
import type { OfficeLimit, RosterInput, RosterPerson } from '../roster/roster-input.ts'
import type { CertificateLevel, PersonDuty, RosterResult } from '../roster/roster-result.ts'

/** Codes of circular-language section 12. */
export type FaultCode = 'PKT-901' | 'PKT-902' | 'PKT-903' | 'PKT-904' | 'PKT-905' | 'PKT-906'

/** A rule broken: above a maximum, below a minimum, in who must be away, away who must be in, pattern, teams. */
export interface Fault {
  readonly code: FaultCode
  readonly day: Day | null
  readonly person: string | null
  readonly position: string | null
  readonly clause: string | null
  /** What was found and what the bound is; null where there is nothing to count. */
  readonly found: number | null
  readonly bound: number | null
}

/** A statement of the result that is not so. */
export interface FalseClaim {
  readonly claim: 'people' | 'load' | 'seats' | 'level' | 'metrics' | 'gap' | 'status' | 'certificate' | 'explanation'
  readonly about: string
}

export interface Verdict {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  readonly falseClaims: readonly FalseClaim[]
}

const bit = (mask: bigint, day: number) => Number((mask >> BigInt(day)) % 2n)

function count(mask: bigint): number {
  let ones = 0
  for (const digit of mask.toString(2)) if (digit === '1') ones++
  return ones
}

/** One person as the verifier sees them. */
interface Row {
  readonly person: RosterPerson
  readonly duty: PersonDuty
  /** Days the draw could have decided: free, without pins, inside the team's days. */
  readonly free: bigint
  readonly team: number | undefined
  readonly fixed: bigint
  readonly load: number
  readonly limits: readonly OfficeLimit[]
}

/** Verifies what `roster` answered, be it a roster or a refusal. */
export function verify(input: RosterInput, result: RosterResult): Verdict {
  const faults: Fault[] = []
  const falseClaims: FalseClaim[] = []
  const deny = (claim: FalseClaim['claim'], about: string) => {
    falseClaims.push({ claim, about })
  }
  checkOpenDays(input, result, deny)
  if (result.status === 'infeasible') {
    if (result.duties.length > 0) deny('status', 'duties beside a refusal')
  } else {
    const asked = withoutDays(input, result.leftOpen)
    const rows = rowsOf(asked, result, deny)
    checkPlaces(asked, rows, faults)
    checkSeats(asked, rows, result, faults, deny)
    checkPositions(asked, rows, faults)
    checkLimits(rows, faults)
    checkTeams(asked, rows, faults)
    checkClaims(asked, rows, result, deny)
  }
  return { ok: faults.length === 0 && falseClaims.length === 0, faults, falseClaims }
}

type Deny = (claim: FalseClaim['claim'], about: string) => void

/** Days may be left open only where a conflict that holds names them; with all days of turns open there is no roster. */
function checkOpenDays(input: RosterInput, { status, leftOpen, conflicts, teamOf }: RosterResult, deny: Deny) {
  checkDeal(input, teamOf, deny)
  let named = 0n
  let turns = 0n
  for (const conflict of conflicts) {
    if (conflict.days & named) deny('explanation', 'a day twice')
    named |= conflict.days
    checkRefusal(input, conflict, teamOf, deny)
  }
  for (const { free } of input.unit.people) turns |= free
  if (named !== leftOpen) deny('explanation', 'days left open without a reason')
  const all = (turns & ~leftOpen) === 0n
  const expected = leftOpen === 0n ? ['exact', 'bounded'] : [all ? 'infeasible' : 'partial']
  if (!expected.includes(status)) deny('status', status)
}

/** Teams must be dealt evenly, each position over all of them: else a lopsided deal could make up a reason. */
function checkDeal({ unit }: RosterInput, teamOf: RosterResult['teamOf'], deny: Deny) {
  if (!unit.teams) return
  const turning = unit.people.filter(({ free }) => free !== 0n)
  for (const position of new Set(turning.map((person) => person.position))) {
    const sizes = Array.from({ length: unit.teams.count }, () => 0)
    for (const person of turning) {
      const team = teamOf[person.id]
      if (person.position === position && team !== undefined && team in sizes) sizes[team]!++
    }
    const dealt = sizes.reduce((sum, size) => sum + size, 0)
    const everybody = turning.filter((person) => person.position === position).length
    if (dealt !== everybody || Math.max(...sizes) - Math.min(...sizes) > 1) deny('explanation', `teams of ${position}`)
  }
}

/** A unit of which nothing is asked on some days, and nobody may be drawn on them. */
function withoutDays(input: RosterInput, open: bigint): RosterInput {
  if (open === 0n) return input
  const { unit } = input
  return {
    ...input,
    unit: {
      ...unit,
      people: unit.people.map((person) => ({
        ...person,
        free: person.free & ~open,
        pinnedHome: (person.pinnedHome ?? 0n) & ~open,
        pinnedOffice: (person.pinnedOffice ?? 0n) & ~open,
      })),
      demand: unit.demand.map((one, day) => (bit(open, day) ? { ...one, min: 0 } : one)),
      positions: unit.positions.map((one) => ({ ...one, min: one.min.map((min, day) => (bit(open, day) ? 0 : min)) })),
    },
  }
}

function rowsOf(input: RosterInput, { duties, teamOf }: RosterResult, deny: Deny): Row[] {
  const { unit } = input
  const byId = new Map(duties.map((duty) => [duty.person, duty]))
  if (byId.size !== duties.length || byId.size !== unit.people.length) deny('people', 'not everybody exactly once')
  const rows: Row[] = []
  for (const person of unit.people) {
    const duty = byId.get(person.id)
    if (!duty) {
      deny('people', person.id)
      continue
    }
    const pinnedOffice = (person.pinnedOffice ?? 0n) & ~person.office
    const fixed = person.office | pinnedOffice
    const load = person.carry + count(duty.days)
    if (person.free !== 0n && duty.load !== load) deny('load', person.id)
    rows.push({
      person,
      duty,
      free: person.free & teamDays(input, teamOf[person.id]) & ~pinnedOffice & ~(person.pinnedHome ?? 0n),
      team: teamOf[person.id],
      fixed,
      load,
      limits: [...(unit.limits ?? []), ...(person.limits ?? [])],
    })
  }
  return rows
}

/** Days on which a team comes; without a team, every day. */
function teamDays({ days, unit }: RosterInput, team: number | undefined): bigint {
  if (team === undefined) return 2n ** BigInt(days.length) - 1n
  // On days without the rule every team may come.
  let own = unit.teams?.days === undefined ? 0n : (2n ** BigInt(days.length) - 1n) & ~unit.teams.days
  for (const [index, day] of days.entries()) {
    const turn = unit.teams?.swap === 'week' ? weekNumber(days, day) : index
    if (unit.teams && turn % unit.teams.count === team) own |= 1n << BigInt(index)
  }
  return own
}

/** How many weeks with days of the period lie before the week of a day. */
function weekNumber(days: readonly Day[], day: Day): number {
  // 1970-01-05 was a Monday.
  const week = (one: Day) => Math.floor((Date.parse(`${one}T00:00:00Z`) / 86_400_000 - 4) / 7)
  return new Set(days.filter((other) => week(other) < week(day)).map(week)).size
}

function checkPlaces({ days }: RosterInput, rows: readonly Row[], faults: Fault[]) {
  for (const { person, duty, fixed } of rows) {
    const away = duty.days & ~(person.free | person.office)
    const homePinned = duty.days & (person.pinnedHome ?? 0n)
    const missing = fixed & ~duty.days
    for (const [index, day] of days.entries()) {
      const clause = person.away.find(({ mask }) => bit(mask, index))?.clause ?? null
      const fault = { day, person: person.id, position: null, found: null, bound: null }
      if (bit(away | homePinned, index)) faults.push({ code: 'PKT-903', clause, ...fault })
      if (bit(missing, index)) faults.push({ code: 'PKT-904', clause: null, ...fault })
    }
    if (duty.days >> BigInt(days.length)) {
      faults.push({
        code: 'PKT-903',
        day: null,
        person: person.id,
        position: null,
        clause: null,
        found: null,
        bound: null,
      })
    }
  }
}

function checkSeats(
  { days, unit }: RosterInput,
  rows: readonly Row[],
  result: RosterResult,
  faults: Fault[],
  deny: Deny,
) {
  for (const [index, day] of days.entries()) {
    const demand = unit.demand[index]!
    const byRule = demand.inside ?? rows.filter(({ person }) => bit(person.office, index)).length
    const turns = rows.filter(({ person, duty }) => bit(duty.days & ~person.office, index)).length
    const pinned = rows.filter(({ person, fixed }) => bit(fixed & ~person.office, index)).length
    const seated = byRule + turns
    const mandatory = byRule + pinned
    const at = { day, person: null, position: null, found: seated }
    if (seated > Math.max(demand.max, mandatory)) {
      faults.push({ code: 'PKT-901', clause: demand.clause, bound: demand.max, ...at })
    }
    if (seated < demand.min) {
      faults.push({ code: 'PKT-902', clause: demand.minClause ?? demand.clause, bound: demand.min, ...at })
    }
    if (result.seats[index] !== seated) deny('seats', day)
    const excess = result.exceededByMandatory.find((one) => one.day === index && one.position === null)
    if ((excess?.by ?? 0) !== Math.max(0, mandatory - demand.max)) deny('seats', `excess on ${day}`)
  }
}

function checkPositions({ days, unit }: RosterInput, rows: readonly Row[], faults: Fault[]) {
  for (const { position, min, max, clause } of unit.positions) {
    const members = rows.filter(({ person }) => person.position === position)
    for (const [index, day] of days.entries()) {
      const found = members.filter(({ duty }) => bit(duty.days, index)).length
      const fixed = members.filter((row) => bit(row.fixed, index)).length
      const most = max?.[index] ?? Infinity
      const at = { day, person: null, position, clause, found }
      if (found < min[index]!) faults.push({ code: 'PKT-902', bound: min[index]!, ...at })
      if (found > Math.max(most, fixed)) faults.push({ code: 'PKT-901', bound: most, ...at })
    }
  }
}

function checkLimits(rows: readonly Row[], faults: Fault[]) {
  for (const { person, duty, fixed, limits } of rows) {
    if (person.free === 0n) continue
    for (const { days, min, max, clause } of limits) {
      const found = count(duty.days & days)
      const at = { day: null, person: person.id, position: null, clause, found }
      const least = min - count(days & ~(person.free | person.office))
      if (found < least) faults.push({ code: 'PKT-905', bound: least, ...at })
      if (found > Math.max(max, count(fixed & days))) faults.push({ code: 'PKT-905', bound: max, ...at })
    }
  }
}

function checkTeams(input: RosterInput, rows: readonly Row[], faults: Fault[]) {
  const { teams } = input.unit
  if (!teams) return
  for (const { person, duty, team } of rows) {
    const turns = duty.days & ~person.office & ~(person.pinnedOffice ?? 0n)
    const outside = team === undefined ? turns : turns & ~teamDays(input, team)
    for (const [index, day] of input.days.entries()) {
      if (!bit(outside, index)) continue
      const { clause } = teams
      faults.push({ code: 'PKT-906', day, person: person.id, position: null, clause, found: null, bound: null })
    }
  }
}

function checkClaims(input: RosterInput, rows: readonly Row[], result: RosterResult, deny: Deny) {
  const deciding = rows.filter(({ person }) => person.free !== 0n)
  const loads = deciding.map(({ load }) => load)
  const squares = loads.reduce((sum, load) => sum + load * load, 0)
  const high = Math.max(...loads)
  const low = Math.min(...loads)
  const spread = loads.length > 0 ? high - low : 0
  let pairs = 0
  for (const [index, one] of deciding.entries()) {
    for (const other of deciding.slice(0, index)) if ((one.duty.days & other.duty.days) !== 0n) pairs++
  }
  const { metrics, gap, certificate, status } = result
  if (metrics?.squares !== squares || metrics.spread !== spread || metrics.pairs !== pairs) deny('metrics', 'recount')
  if (metrics && metrics.pairBound > pairs) deny('metrics', 'fewer pairs than the bound')
  if (!levelHolds(deciding, result.level, result.over)) deny('level', `${result.level}`)
  const row = input.pattern === 'whole-weeks' || input.pattern === 'alternating'
  if (row || input.unit.teams) {
    if (!gap) return deny('gap', 'none')
    if (gap.squares.value !== squares || gap.squares.bound > squares) deny('gap', 'squares')
    if (row && gap.breaks.value !== breaksIn(input, deciding)) deny('gap', 'breaks')
    const far = gap.squares.value > gap.squares.bound || gap.breaks.value > gap.breaks.bound
    if (status !== 'partial' && far !== (status === 'bounded')) deny('status', status)
    if (!certificate && gap.squares.value > gap.squares.bound) return
  } else if (status === 'bounded') deny('status', status)
  if (!certificate) return deny('certificate', 'none')
  if (certificate.level !== result.level || certificate.over !== result.over) deny('certificate', 'level')
  for (let level = high; level >= low + 2; level--) {
    const entry = certificate.levels.find((one) => one.level === level)
    if (!entry) deny('certificate', `level ${level} is missing`)
    else if (!closed(input, rows, deciding, entry)) deny('certificate', `level ${level} is not closed`)
  }
}

/** Whether people filled to the level, free days permitting, have all but `over` days, and one level more is too much. */
function levelHolds(deciding: readonly Row[], level: number, over: number): boolean {
  const before = ({ person, fixed }: Row) => person.carry + count(fixed)
  const filled = (to: number) =>
    deciding.reduce((sum, row) => sum + Math.max(0, Math.min(count(row.free), to - before(row))), 0)
  const drawn = deciding.reduce((sum, { duty }) => sum + count(duty.drawn), 0)
  if (deciding.length === 0) return true
  return filled(level) + over === drawn && (over === 0 || filled(level + 1) > drawn)
}

function breaksIn({ days, pattern, patternDays }: RosterInput, deciding: readonly Row[]): number {
  let breaks = 0
  const weeks = days.map((day) => weekNumber(days, day))
  for (const { free, duty } of deciding) {
    let before = -1
    for (const index of days.keys()) {
      if (!bit(free, index) || (patternDays !== undefined && !bit(patternDays, index))) continue
      if (before >= 0) {
        const same = bit(duty.drawn, index) === bit(duty.drawn, before)
        const sameWeek = weeks[index] === weeks[before]
        if (pattern === 'alternating' ? same : !same && sameWeek && before === index - 1) breaks++
      }
      before = index
    }
  }
  return breaks
}

/**
 * Whether nobody at or above the level can be relieved by somebody two below. It is enough that the stated places are
 * closed: whoever could take one of them has all days they could give inside; a reached place above its minimum opens the
 * day, an open day offers itself to every position below its maximum, a day above its minimum reaches the total, the
 * total offers every day below its maximum; and nobody two below the level could take a reached place.
 */
function closed(input: RosterInput, rows: readonly Row[], deciding: readonly Row[], entry: CertificateLevel): boolean {
  const { unit, days } = input
  const positions = new Set([
    ...rows.map(({ person }) => person.position),
    ...unit.positions.map((one) => one.position),
  ])
  for (const [index] of days.entries()) {
    const demand = unit.demand[index]!
    const byRule = demand.inside ?? rows.filter(({ person }) => bit(person.office, index)).length
    const seated = byRule + rows.filter(({ person, duty }) => bit(duty.days & ~person.office, index)).length
    const open = bit(entry.openDays, index)
    if (open && seated > demand.min && !entry.total) return false
    if (entry.total && seated < demand.max && !open) return false
    for (const position of positions) {
      const here = rows.filter(({ person, duty }) => person.position === position && bit(duty.days, index)).length
      const rules = unit.positions.filter((one) => one.position === position)
      const min = Math.max(0, ...rules.map((rule) => rule.min[index]!))
      const max = Math.min(Infinity, ...rules.map((rule) => rule.max?.[index] ?? Infinity))
      const reached = bit(entry.places[position] ?? 0n, index)
      if (reached && here > min && !open) return false
      if (open && here < max && !reached) return false
    }
  }
  return deciding.every((row) => personClosed(row, entry))
}

/** Follows a person's limits: a day taken passes upwards through limits with room, a day given downwards above minima. */
function personClosed({ person, duty, free, fixed, load, limits }: Row, { level, places }: CertificateLevel): boolean {
  const reach = places[person.position] ?? 0n
  const couldTake = free & ~duty.drawn & reach
  const own = limits.map((limit, index) => ({ ...limit, index, found: count(duty.days & limit.days) }))
  // From the outside in; of equal limits the earlier is the outer one.
  own.sort((one, other) => count(other.days) - count(one.days) || one.index - other.index)
  const around = (days: bigint, before: number) =>
    own.findLastIndex((limit, index) => index < before && (days & ~limit.days) === 0n)
  /** -1 is the person as a whole. */
  const reached = new Set<number>()
  if (load >= level) reached.add(-1)
  const dayOwner = (day: number) => around(1n << BigInt(day), own.length)
  for (let day = 0n, rest = couldTake; rest; day++, rest >>= 1n) if (rest % 2n) reached.add(dayOwner(Number(day)))
  for (let grown = true; grown; ) {
    grown = false
    for (const [index, { days, min, max, found }] of own.entries()) {
      const outer = around(days, index)
      const up = reached.has(index) && found < max && !reached.has(outer)
      const least = min - count(days & ~(person.free | person.office))
      const down = reached.has(outer) && found > Math.max(least, count(fixed & days)) && !reached.has(index)
      if (up) reached.add(outer)
      if (down) reached.add(index)
      grown ||= up || down
    }
  }
  if (reached.has(-1) && load <= level - 2) return false
  for (let day = 0n, rest = duty.drawn; rest; day++, rest >>= 1n) {
    if (rest % 2n && reached.has(dayOwner(Number(day))) && !bit(reach, Number(day))) return false
  }
  return true
}

type Refusal = RosterResult['conflicts'][number]

/**
 * Counts a refusal again. With the stated nodes on one side, lower bounds that come in must exceed upper bounds that go
 * out by exactly the stated number; and each clause of the conflict must be one the unit has.
 */
function checkRefusal(input: RosterInput, stated: Refusal, teamOf: RosterResult['teamOf'], deny: Deny) {
  if (stated.wanted - stated.left !== stated.short || stated.short <= 0) deny('explanation', 'arithmetic')
  if (stated.kind === 'pin') {
    const pinned = input.unit.people.find(({ id }) => id === stated.people[0]?.person)
    const { pinnedHome = 0n, pinnedOffice = 0n, free = 0n, office = 0n } = pinned ?? {}
    const wrong = (pinnedOffice & ~(free | office)) | (pinnedHome & office) | (pinnedHome & pinnedOffice)
    if (wrong !== stated.days || count(wrong) !== stated.short) deny('explanation', 'pin')
    return
  }
  const clauses = clausesOf(input)
  for (const clause of [...stated.demanding, ...stated.taking, ...stated.alsoTaking])
    if (!clauses.has(clause)) deny('explanation', `no clause ${clause}`)
  const cut = cutOf(input, stated, teamOf)
  if (cut.short !== stated.short) deny('explanation', `short by ${cut.short}`)
  if (cut.wanted !== stated.wanted) deny('explanation', `wanted ${cut.wanted}`)
  for (const { position, wanted } of stated.posts) {
    const asks = input.unit.positions.some(
      (rule) => rule.position === position && rule.min.some((min, day) => min === wanted && bit(stated.days, day)),
    )
    if (!asks) deny('explanation', `nobody asks for ${wanted} of ${position}`)
  }
  if (namesTooMuch(input, stated, teamOf)) deny('explanation', 'a day that is not needed')
}

/** Every clause of which the unit knows. */
const clausesOf = ({ unit }: RosterInput): ReadonlySet<string> =>
  new Set([
    'pin',
    ...unit.demand.flatMap(({ clause, minClause }) => [clause, minClause ?? clause]),
    ...unit.positions.map(({ clause }) => clause),
    ...(unit.limits ?? []).map(({ clause }) => clause),
    ...unit.people.flatMap(({ away, limits }) => [...away, ...(limits ?? [])].map(({ clause }) => clause)),
    ...(unit.teams ? [unit.teams.clause] : []),
  ])

/** Whether the same cut is violated with one of the days set aside: then that day is not part of the smallest set. */
function namesTooMuch(input: RosterInput, stated: Refusal, teamOf: RosterResult['teamOf']): boolean {
  if (count(stated.days) === 1) return false
  return input.days.some((_, day) => {
    const one = 1n << BigInt(day)
    if (!(stated.days & one)) return false
    const { cut } = stated
    // A day that is set aside may lie on either side.
    const sides = [
      { ...cut, days: cut.days & ~one, places: mapped(cut.places, (mask) => mask & ~one) },
      { ...cut, days: cut.days | one, places: mapped(placesOf(input, cut), (mask) => mask | one) },
    ]
    return sides.some((side) => cutOf(input, { ...stated, days: stated.days & ~one, cut: side }, teamOf).short > 0)
  })
}

type Places = Refusal['cut']['places']

const mapped = (places: Places, change: (mask: bigint) => bigint): Places =>
  Object.fromEntries(Object.entries(places).map(([position, mask]) => [position, change(mask)]))

/** The places of a cut with every position of the unit named. */
const placesOf = ({ unit }: RosterInput, { places }: Refusal['cut']): Places =>
  Object.fromEntries(
    [...unit.people, ...unit.positions].map(({ position }) => [position, places[position] ?? 0n] as const),
  )

function cutOf(
  input: RosterInput,
  { cut, days: active }: Refusal,
  teamOf: RosterResult['teamOf'],
): { short: number; wanted: number } {
  const { unit, days } = input
  let wanted = 0
  let stated = 0
  let left = 0
  /** One arc: from a node inside or not to another, with its bounds and the lower bound as the clause states it. */
  const arc = (from: boolean, to: boolean, min: number, max: number, asStated = min) => {
    if (!from && to && min > 0) {
      wanted += min
      stated += asStated
    }
    if (from && !to) left += max
  }
  const inside = new Set(cut.people)
  const insideLimits = new Set(cut.limits.map(([person, limit]) => `${limit} ${person}`))
  const at = (mask: bigint | undefined, day: number) => bit(mask ?? 0n, day) === 1
  const asks = (mask: bigint) => (mask & ~active) === 0n
  const pinnedTo = (person: RosterPerson) => (person.pinnedOffice ?? 0n) & ~person.office
  const fixedOf = (person: RosterPerson) => person.office | pinnedTo(person)
  for (const person of unit.people) {
    if (person.free === 0n) continue
    const { id, position } = person
    const free = person.free & teamDays(input, teamOf[id]) & ~pinnedTo(person) & ~(person.pinnedHome ?? 0n)
    const fixed = fixedOf(person)
    const limits = [...(unit.limits ?? []), ...(person.limits ?? [])]
      .map((limit, index) => ({ ...limit, index, inside: insideLimits.has(`${index} ${id}`) }))
      .sort((one, other) => count(other.days) - count(one.days) || one.index - other.index)
    const ownerInside = (mask: bigint, before: number) =>
      limits.findLast((limit, index) => index < before && (mask & ~limit.days) === 0n)?.inside ?? inside.has(id)
    arc(cut.pool, inside.has(id), 0, Infinity)
    for (const [index, limit] of limits.entries()) {
      const taken = count(fixed & limit.days)
      const excused = count(limit.days & ~(person.free | person.office))
      const min = asks(limit.days) ? Math.max(0, limit.min - excused - taken) : 0
      arc(ownerInside(limit.days, index), limit.inside, min, Math.max(0, limit.max - taken), limit.min)
    }
    for (const [day] of days.entries()) {
      if (at(free, day)) arc(ownerInside(1n << BigInt(day), limits.length), at(cut.places[position], day), 0, 1)
    }
  }
  const positions = new Set([
    ...unit.people.map((person) => person.position),
    ...unit.positions.map((one) => one.position),
  ])
  for (const [day] of days.entries()) {
    const demand = unit.demand[day]!
    const office = unit.people.filter((person) => at(person.office, day)).length
    const pinned = unit.people.filter((person) => at(pinnedTo(person), day)).length
    const fixed = (demand.inside ?? office) + pinned
    const asked = at(active, day)
    const min = asked ? Math.max(0, demand.min - fixed) : 0
    arc(at(cut.days, day), cut.total, min, Math.max(0, demand.max - fixed), demand.min)
    for (const position of positions) {
      const members = unit.people.filter((person) => person.position === position)
      const there = members.filter((person) => at(fixedOf(person), day)).length
      const rules = unit.positions.filter((one) => one.position === position)
      const stated = Math.max(0, ...rules.map((rule) => rule.min[day]!))
      const most = Math.min(...rules.map((rule) => Math.max(0, (rule.max?.[day] ?? Infinity) - there)))
      arc(at(cut.places[position], day), at(cut.days, day), asked ? Math.max(0, stated - there) : 0, most, stated)
    }
  }
  arc(cut.total, cut.pool, 0, Infinity)
  return { short: wanted - left, wanted: stated }
}
