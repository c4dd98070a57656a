import type { EscortedActivity, EscortRules, EscortTeam, Minutes } from './escort-input.ts'

type Spot = Pick<EscortedActivity, 'district' | 'village'>

/** Borders to cross between districts, Infinity where no way is known. */
export class Borders {
  readonly #neighbours = new Map<string, string[]>()
  readonly #steps = new Map<string, Map<string, number>>()

  constructor(adjacent: readonly (readonly [string, string])[]) {
    for (const [one, other] of adjacent) {
      this.#join(one, other)
      this.#join(other, one)
    }
  }

  between(from: string, to: string): number {
    let steps = this.#steps.get(from)
    if (!steps) {
      steps = this.#stepsFrom(from)
      this.#steps.set(from, steps)
    }
    return steps.get(to) ?? Infinity
  }

  #join(one: string, other: string) {
    const list = this.#neighbours.get(one)
    if (list) list.push(other)
    else this.#neighbours.set(one, [other])
  }

  #stepsFrom(from: string): Map<string, number> {
    const steps = new Map([[from, 0]])
    // A map hands out what is added while it is walked: breadth first.
    for (const [district, step] of steps) {
      for (const next of this.#neighbours.get(district) ?? []) if (!steps.has(next)) steps.set(next, step + 1)
    }
    return steps
  }
}

/** What a team's way to an activity costs; undefined where it is not the team's to serve. */
export function costOf(
  team: EscortTeam,
  activity: Spot,
  borders: Borders,
  { ownDistrict, border, jointTeam, reach }: EscortRules,
): number | undefined {
  if (team.district === null) return jointTeam
  if (team.village !== null) {
    return team.district === activity.district && team.village === activity.village ? 0 : undefined
  }
  const steps = borders.between(team.district, activity.district)
  return steps <= reach ? ownDistrict + border * steps : undefined
}

/** Minutes from one place to another: a metric, so that what fits pair by pair fits in a row. */
export function travelMinutes(
  from: Spot,
  to: Spot,
  borders: Borders,
  { minutesToLeave, minutesPerBorder }: EscortRules,
): number {
  if (from.district === to.district && from.village === to.village) return 0
  const steps = borders.between(from.district, to.district)
  return steps === Infinity ? Infinity : minutesToLeave + minutesPerBorder * steps
}

/** Whether nobody can be at both, the way between them counted. */
export function clash(one: EscortedActivity, other: EscortedActivity, borders: Borders, rules: EscortRules): boolean {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one]
  if (first.until > second.from) return true
  return first.until + travelMinutes(first, second, borders, rules) > second.from
}

export const overlap = (one: Minutes, other: Minutes): boolean => one.from < other.until && other.from < one.until
