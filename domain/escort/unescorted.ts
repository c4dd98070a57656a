import type { EscortInput } from './escort-input.ts'
import type { Unescorted, UnescortedReason } from './escort-result.ts'
import { Borders, costOf, overlap } from './reach.ts'
import type { Held, Scene } from './scene.ts'

/** What holds back the teams in reach of each activity that goes without, under a plan. */
export function unescortedIn(input: EscortInput, scene: Scene, escorts: readonly Held[]): Unescorted[] {
  const { activities, teams, clashes } = scene
  const borders = new Borders(input.adjacent)
  const ofTeam = teams.map((): number[] => [])
  const escorted = new Set<number>()
  for (const { activity, team } of escorts) {
    ofTeam[team]!.push(activity)
    escorted.add(activity)
  }
  const list: Unescorted[] = []
  for (const [place, activity] of activities.entries()) {
    if (escorted.has(place)) continue
    const counts = { unavailable: 0, elsewhere: 0, full: 0 }
    for (const [at, team] of teams.entries()) {
      if (costOf(team, activity, borders, input.rules) === undefined) continue
      const own = ofTeam[at]!
      if (team.unavailable?.some((away) => overlap(away, activity))) counts.unavailable++
      else if (own.some((other) => clashes(other, place))) counts.elsewhere++
      else counts.full++
    }
    list.push({ activity: activity.id, reason: reasonOf(counts), ...counts })
  }
  return list
}

function reasonOf({ unavailable, elsewhere, full }: Omit<Unescorted, 'activity' | 'reason'>): UnescortedReason {
  const reasons: [number, UnescortedReason][] = [
    [unavailable, 'all-unavailable'],
    [elsewhere, 'all-elsewhere'],
    [full, 'all-full'],
  ]
  const holding = reasons.filter(([count]) => count > 0)
  return holding.length === 0 ? 'none-in-reach' : holding.length === 1 ? holding[0]![1] : 'mixed'
}
