/**
 * Checks a plan of escorts without trusting whoever made it: knows the shapes of input and result and nothing else of the
 * engine. Lawfulness is checked wholly; of what is claimed to be the best, only what a count can refute.
 */
import type { EscortedActivity, EscortInput, EscortTeam } from '../escort/escort-input.ts'
import type { EscortPlan, Unescorted } from '../escort/escort-result.ts'

export interface EscortFault {
  readonly fault:
    | 'unknown'
    | 'twice'
    | 'overlap'
    | 'unavailable'
    | 'out-of-reach'
    | 'over-capacity'
    | 'accepted-lost'
    | 'accepted-invented'
    | 'too-many-teams'
    | 'cost'
    | 'escorted'
    | 'unescorted'
    | 'could-be-escorted'
    | 'bound'
  readonly about: string
}

interface Row {
  readonly activity: EscortedActivity
  readonly team: EscortTeam
  readonly cost: number | null
}

/** Everything wrong with a plan; empty when it holds. */
export function verifyEscorts(input: EscortInput, plan: EscortPlan): EscortFault[] {
  const faults: EscortFault[] = []
  const say = (fault: EscortFault['fault'], about: string) => {
    faults.push({ fault, about })
  }
  const borders = bordersBetween(input)
  const activities = new Map(input.activities.map((one) => [one.id, one]))
  const teams = new Map(input.teams.map((one) => [one.id, one]))
  const rows: Row[] = []
  const seen = new Set<string>()
  for (const { activity: id, team: name, cost } of plan.escorts) {
    const [activity, team] = [activities.get(id), teams.get(name)]
    if (!activity || !team) say('unknown', `${id} ${name}`)
    else rows.push({ activity, team, cost })
    if (seen.has(`${id} ${name}`)) say('twice', `${id} ${name}`)
    seen.add(`${id} ${name}`)
  }
  checkAccepted(input, plan, say)
  for (const team of input.teams) checkTeam(input, team, rows, borders, say)
  const proposed = rows.filter(({ cost }) => cost !== null)
  for (const { activity, team, cost } of proposed) {
    const price = priceOf(input, team, activity, borders)
    if (price === null) say('out-of-reach', `${activity.id} ${team.id}`)
    else if (price !== cost) say('cost', `${activity.id} ${team.id}`)
    if (team.unavailable?.some(({ from, until }) => Math.max(from, activity.from) < Math.min(until, activity.until))) {
      say('unavailable', `${activity.id} ${team.id}`)
    }
  }
  if (proposed.reduce((sum, { cost }) => sum + (cost ?? 0), 0) !== plan.cost) say('cost', 'sum')
  checkActivities(input, plan, rows, borders, say)
  return faults
}

type Say = (fault: EscortFault['fault'], about: string) => void
type Steps = (from: string, to: string) => number

function checkAccepted(input: EscortInput, plan: EscortPlan, say: Say) {
  const key = ({ activity, team }: { activity: string; team: string }) => `${activity} ${team}`
  const kept = new Set(plan.escorts.filter(({ cost }) => cost === null).map(key))
  const accepted = new Set(input.accepted.map(key))
  for (const one of accepted) if (!kept.has(one)) say('accepted-lost', one)
  for (const one of kept) if (!accepted.has(one)) say('accepted-invented', one)
}

function checkTeam(input: EscortInput, team: EscortTeam, rows: readonly Row[], borders: Steps, say: Say) {
  const own = rows.filter((row) => row.team === team).toSorted((one, other) => one.activity.from - other.activity.from)
  const accepted = own.filter(({ cost }) => cost === null).length
  if (own.length > Math.max(team.capacity, accepted)) say('over-capacity', team.id)
  for (const [at, { activity }] of own.entries()) {
    const next = own[at + 1]?.activity
    if (next && next.from < activity.until + minutesBetween(input, activity, next, borders)) {
      say('overlap', `${team.id} ${activity.id} ${next.id}`)
    }
  }
}

function checkActivities(input: EscortInput, plan: EscortPlan, rows: readonly Row[], borders: Steps, say: Say) {
  const told = new Map(plan.unescorted.map((one) => [one.activity, one]))
  let escorted = 0
  for (const activity of input.activities) {
    const own = rows.filter((row) => row.activity === activity)
    if (own.length > 1 && own.some(({ cost }) => cost !== null)) say('too-many-teams', activity.id)
    const reason = told.get(activity.id)
    if (own.length > 0) {
      escorted++
      if (reason) say('unescorted', activity.id)
      continue
    }
    if (!reason) say('unescorted', activity.id)
    else checkReason(input, activity, reason, rows, borders, say)
  }
  if (escorted !== plan.escorted || told.size !== input.activities.length - escorted) say('escorted', `${escorted}`)
  const { bound, status } = plan
  const met = bound.escorted === plan.escorted && bound.cost === plan.cost
  if (
    bound.escorted < plan.escorted ||
    (bound.escorted === plan.escorted && bound.cost > plan.cost) ||
    bound.cost < 0
  ) {
    say('bound', 'below what was found')
  }
  if ((status === 'exact') !== met) say('bound', status)
}

/** Counts again what holds back the teams in reach; with one of them left no plan would be the best. */
function checkReason(
  input: EscortInput,
  activity: EscortedActivity,
  { unavailable, elsewhere, full }: Unescorted,
  rows: readonly Row[],
  borders: Steps,
  say: Say,
) {
  const found = { unavailable: 0, elsewhere: 0, full: 0, left: 0 }
  for (const team of input.teams) {
    if (priceOf(input, team, activity, borders) === null) continue
    const own = rows.filter((row) => row.team === team).map((row) => row.activity)
    const atOnce = own.some((other) => {
      const [first, then] = other.from < activity.from ? [other, activity] : [activity, other]
      return then.from < first.until + minutesBetween(input, first, then, borders)
    })
    const away = team.unavailable?.some(({ from, until }) => from < activity.until && activity.from < until)
    found[away ? 'unavailable' : atOnce ? 'elsewhere' : own.length >= team.capacity ? 'full' : 'left']++
  }
  const same = found.unavailable === unavailable && found.elsewhere === elsewhere && found.full === full
  if (!same) say('unescorted', activity.id)
  if (found.left > 0) say('could-be-escorted', activity.id)
}

function priceOf({ rules }: EscortInput, team: EscortTeam, activity: EscortedActivity, borders: Steps): number | null {
  const { district, village } = team
  if (district === null) return rules.jointTeam
  const away = borders(district, activity.district)
  if (village !== null) return away === 0 && village === activity.village ? 0 : null
  return away > rules.reach ? null : rules.ownDistrict + away * rules.border
}

function minutesBetween(
  { rules }: EscortInput,
  one: EscortedActivity,
  other: EscortedActivity,
  borders: Steps,
): number {
  const away = borders(one.district, other.district)
  if (away === 0) return one.village === other.village ? 0 : rules.minutesToLeave
  return away === Infinity ? Infinity : rules.minutesToLeave + rules.minutesPerBorder * away
}

/** Shortest ways between all districts (Floyd and Warshall), unlike the engine's search from one. */
function bordersBetween({ activities, teams, adjacent }: EscortInput): Steps {
  const names = new Set([...activities, ...teams].flatMap(({ district }) => district ?? []))
  for (const name of adjacent.flat()) names.add(name)
  const all = [...names]
  const at = new Map(all.map((name, place) => [name, place]))
  const steps = all.map((_, row) => all.map((_, column) => (row === column ? 0 : Infinity)))
  for (const [one, other] of adjacent) {
    if (one === other) continue
    steps[at.get(one)!]![at.get(other)!] = 1
    steps[at.get(other)!]![at.get(one)!] = 1
  }
  for (const middle of all.keys()) {
    for (const from of all.keys()) {
      for (const to of all.keys()) {
        const round = steps[from]![middle]! + steps[middle]![to]!
        if (round < steps[from]![to]!) steps[from]![to] = round
      }
    }
  }
  return (from, to) => steps[at.get(from)!]![at.get(to)!]!
}
