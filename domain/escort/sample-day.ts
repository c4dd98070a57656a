/** Days of activities and teams for tests and benchmarks, each from one number. */
import { seeded } from '../roster/random.ts'
import { type EscortInput, usualEscortRules } from './escort-input.ts'

export interface DaySample {
  readonly seed: number
  readonly activities: number
  readonly teams: number
  readonly districts: number
  readonly villagesEach: number
  /** Activities a team takes, at most. */
  readonly capacity: number
  /** Share of escorts accepted already. */
  readonly accepted?: number
  /** Activities keep to four sessions of the day; otherwise they begin at any quarter of an hour. */
  readonly sessions?: boolean
  readonly nodeLimit?: number
}

const sessions = [480, 600, 780, 900].map((from) => ({ from, until: from + 90 }))

/** Districts in a row with a shortcut here and there; office hours by quarters; the same sample, the same day. */
export function sampleDay(sample: DaySample): EscortInput {
  const { seed, activities, teams, districts, villagesEach, capacity, accepted = 0, nodeLimit = 4000 } = sample
  const random = seeded(seed)
  const below = (count: number) => Math.floor(random() * count)
  const district = () => `d-${below(districts)}`
  const village = () => (random() < 0.15 ? null : `v-${below(villagesEach)}`)
  const id = (kind: string, at: number) => `${kind}-${String((at * 7919) % 100_003).padStart(6, '0')}`
  const adjacent: [string, string][] = []
  for (let at = 1; at < districts; at++) {
    if (random() < 0.95) adjacent.push([`d-${at - 1}`, `d-${at}`])
    if (at > 2 && random() < 0.4) adjacent.push([`d-${below(at - 1)}`, `d-${at}`])
  }
  const stretch = (from: number, until: number, longest: number) => {
    const start = from + 15 * below((until - from) / 15)
    return { from: start, until: start + 30 + 15 * below((longest - 15) / 15) }
  }
  const list = Array.from({ length: activities }, (_, at) => ({
    id: id('a', at),
    district: district(),
    village: village(),
    ...(sample.sessions ? sessions[below(sessions.length)]! : stretch(480, 900, 150)),
  }))
  const crews = Array.from({ length: teams }, (_, at) => {
    const kind = random()
    const home = kind < 0.04 ? null : district()
    return {
      id: id('t', at),
      district: home,
      village: home !== null && kind < 0.45 ? `v-${below(villagesEach)}` : null,
      capacity: 1 + below(capacity),
      ...(random() < 0.15 ? { unavailable: [stretch(480, 900, 240)] } : {}),
    }
  })
  // One for each team at most, so that no two of them clash.
  const yes = list
    .filter(() => random() < accepted)
    .slice(0, teams)
    .map(({ id: activity }, at) => ({ activity, team: crews[at]!.id }))
  return {
    activities: list,
    teams: crews,
    adjacent,
    accepted: yes,
    rules: { ...usualEscortRules, reach: 1 + below(2) },
    nodeLimit,
  }
}
