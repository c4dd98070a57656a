/**
 * Checks a roster without trusting whoever made it. It shares no code with the roster engine and knows only the shapes of
 * input and result: every rule is counted again, every claim of fairness is checked by its certificate, and a refusal by
 * its numbers.
 */
import type { Day } from '../calendar/day.ts'
import type { RosterInput } from '../roster/roster-input.ts'
import type { RosterResult } from '../roster/roster-result.ts'
import { closed, type Row } from './certificate.ts'
import type { Deny, FalseClaim } from './claims.ts'
import { bit, count } from './masks.ts'
import { countPart, partsOf } from './parts.ts'
import { checkRefusal } from './refusal.ts'
import { checkDeal, teamDays, weekNumber } from './teams.ts'

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

export interface Verdict {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  readonly falseClaims: readonly FalseClaim[]
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
  for (const [index, day] of input.days.entries())
    if (input.unit.demand[index]?.unsettled && !bit(leftOpen, index))
      deny('explanation', `nobody can say who may come on ${day}`)
  const all = (turns & ~leftOpen) === 0n
  const expected = leftOpen === 0n ? ['exact', 'bounded'] : [all ? 'infeasible' : 'partial']
  if (!expected.includes(status)) deny('status', status)
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
        ...(person.runs && { runs: person.runs.map((run) => ({ ...run, days: run.days & ~open })) }),
        pinnedHome: (person.pinnedHome ?? 0n) & ~open,
        pinnedOffice: (person.pinnedOffice ?? 0n) & ~open,
      })),
      demand: unit.demand.map((one, day) =>
        bit(open, day) ? { ...one, min: 0, groups: (one.groups ?? []).map((part) => ({ ...part, min: 0 })) } : one,
      ),
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
    const byRule = rows.filter(({ person }) => bit(person.office & ~(person.outside ?? 0n), index)).length
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
    const excess = (group?: string) =>
      result.exceededByMandatory.find((one) => one.day === index && one.position === null && one.group === group)?.by ??
      0
    if (excess() !== Math.max(0, mandatory - demand.max)) deny('seats', `excess on ${day}`)
    for (const part of demand.groups ?? []) {
      const own = countPart(part, rows, index)
      const { name, clause, post = null } = part
      const of = { day, person: null, position: post, found: own.found, clause }
      if (own.found > Math.max(own.max, own.mandatory)) faults.push({ code: 'PKT-901', bound: own.max, ...of })
      if (own.found < own.min) faults.push({ code: 'PKT-902', bound: own.min, ...of })
      const over = part.first ? 0 : Math.max(0, own.mandatory - own.max)
      if (excess(name) !== over) deny('seats', `excess of ${name} on ${day}`)
    }
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
  let crossing = 0n
  for (const [index, demand] of input.unit.demand.entries())
    if (partsOf(demand).crossing.length > 0) crossing |= 1n << BigInt(index)
  if (certificate && (certificate.crossing ?? 0n) !== crossing) deny('certificate', 'days on which groups cross')
  const runs = deciding.some(({ person }) => person.runs !== undefined)
  if (row || runs || input.unit.teams || crossing) {
    if (!gap) return deny('gap', 'none')
    if (gap.squares.value !== squares || gap.squares.bound > squares) deny('gap', 'squares')
    const breaks = (row ? breaksIn(input, deciding) : 0) + overlongIn(deciding)
    if ((row || runs) && gap.breaks.value !== breaks) deny('gap', 'breaks')
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

/** Days that lie in a run after its longest: leave and days off do not part it, other places do. */
function overlongIn(deciding: readonly Row[]): number {
  let found = 0
  for (const { person, duty } of deciding) {
    for (const { place, max, days, elsewhere } of person.runs ?? []) {
      let run = 0
      for (let day = 0; days >> BigInt(day); day++) {
        if (!bit(days, day)) continue
        const here = bit(duty.days, day) ? 'office' : bit(elsewhere, day) ? 'elsewhere' : 'home'
        run = here === place ? run + 1 : 0
        found += run > max ? 1 : 0
      }
    }
  }
  return found
}
