import type { Escort, EscortedActivity, EscortInput, EscortTeam } from './escort-input.ts'
import { Borders, clash, costOf, overlap } from './reach.ts'

/** A team that may go along with an activity; both by their place in the scene. */
export interface Option {
  readonly team: number
  readonly activity: number
  readonly cost: number
}

/** The input by places instead of names, in the order of ids, so that the order of asking changes nothing. */
export interface Scene {
  readonly activities: readonly EscortedActivity[]
  readonly teams: readonly EscortTeam[]
  /** Whether an activity still lacks its team. */
  readonly lacking: readonly boolean[]
  /** Activities a team still takes, beside what is accepted. */
  readonly capacity: readonly number[]
  readonly options: readonly Option[]
  /** Places in `options`: of a team by activity, of an activity by cost, then team. */
  readonly ofTeam: readonly (readonly number[])[]
  readonly ofActivity: readonly (readonly number[])[]
  /** Whether nobody can be at both. */
  readonly clashes: (one: number, other: number) => boolean
  /** What a plan pays for an activity without a team: more than all escorts together, so that none is left out to save. */
  readonly miss: number
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)

/** The accepted escorts by place. */
export interface Held {
  readonly activity: number
  readonly team: number
}

export function sceneOf(input: EscortInput, held: readonly Held[]): Scene {
  const { rules } = input
  const { activities, teams } = inOrder(input)
  const borders = new Borders(input.adjacent)
  const clashes = clashTable(activities, (one, other) => clash(one, other, borders, rules))
  const lacking = activities.map((_, place) => held.every(({ activity }) => activity !== place))
  const heldBy = teams.map((_, team) => held.filter((one) => one.team === team).map(({ activity }) => activity))
  const options: Option[] = []
  const ofTeam = teams.map((): number[] => [])
  const ofActivity = activities.map((): number[] => [])
  for (const [team, here] of teams.entries()) {
    const taken = heldBy[team]!
    for (const [place, activity] of activities.entries()) {
      const cost = costOf(here, activity, borders, rules)
      if (!lacking[place] || cost === undefined) continue
      if (here.unavailable?.some((away) => overlap(away, activity))) continue
      if (taken.some((other) => clashes(other, place))) continue
      const option = options.push({ team, activity: place, cost }) - 1
      ofTeam[team]!.push(option)
      ofActivity[place]!.push(option)
    }
  }
  for (const list of ofActivity) list.sort((one, other) => options[one]!.cost - options[other]!.cost || one - other)
  const miss = ofActivity.reduce((sum, list) => sum + (list.length > 0 ? options[list.at(-1)!]!.cost : 0), 1)
  return {
    activities,
    teams,
    lacking,
    capacity: teams.map(({ capacity }, team) => Math.max(0, capacity - heldBy[team]!.length)),
    options,
    ofTeam,
    ofActivity,
    clashes,
    miss,
  }
}

/** Activities and teams in the order of the scene. */
export function inOrder(input: EscortInput) {
  const whole = (value: number, least: number, most: number) =>
    Number.isSafeInteger(value) && value >= least && value <= most
  for (const { id, from, until } of input.activities) {
    if (from >= until) throw new RangeError(`Activity ${id} has no such hours.`)
  }
  for (const { id, capacity } of input.teams) {
    if (!whole(capacity, 0, 1e6)) throw new RangeError(`Team ${id} has no such capacity.`)
  }
  const { ownDistrict, border, jointTeam } = input.rules
  if (![ownDistrict, border, jointTeam].every((price) => whole(price, 0, 1e6))) {
    throw new RangeError('Costs of escorts are whole numbers, not negative.')
  }
  return { activities: input.activities.toSorted(byId), teams: input.teams.toSorted(byId) }
}

/** The places of accepted escorts; the one that names nobody where there is such. */
export function heldIn(input: EscortInput, accepted: readonly Escort[]): Held[] | Escort {
  const { activities, teams } = inOrder(input)
  const activityAt = new Map(activities.map(({ id }, place) => [id, place]))
  const teamAt = new Map(teams.map(({ id }, place) => [id, place]))
  const held: Held[] = []
  for (const escort of accepted) {
    const activity = activityAt.get(escort.activity)
    const team = teamAt.get(escort.team)
    if (activity === undefined || team === undefined) return escort
    held.push({ activity, team })
  }
  return held
}

function clashTable(
  activities: readonly EscortedActivity[],
  clash: (one: EscortedActivity, other: EscortedActivity) => boolean,
) {
  const size = activities.length
  const table = new Uint8Array(size * size)
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < one; other++) {
      const value = clash(activities[one]!, activities[other]!) ? 1 : 0
      table[one * size + other] = value
      table[other * size + one] = value
    }
  }
  return (one: number, other: number) => table[one * size + other] === 1
}
