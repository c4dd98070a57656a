import type { EscortInput } from './escort-input.ts'
import type { Unescorted, UnescortedReason } from './escort-result.ts'
import { Borders, costOf, overlap } from './reach.ts'
import type { Held, Scene } from './scene.ts'

/** What holds back the teams in reach of each activity that goes without, under a plan. */
export function unescortedIn(input: EscortInput, scene: Scene, escorts: readonly Held[]): Unescorted[] {
  const { activities, teams, clashes } = scene
  const borders = new Borders(input.adjacent)
  const ofTeam = teams.map((): number[] => [])
  const coming = activities.map(() => 0)
  for (const { activity, team } of escorts) {
    ofTeam[team]!.push(activity)
    coming[activity]!++
  }
  const list: Unescorted[] = []
  for (const [place, activity] of activities.entries()) {
    const missing = (activity.teams ?? 1) - coming[place]!
    if (missing <= 0) continue
    const counts = { unavailable: 0, elsewhere: 0, full: 0, left: 0 }
    for (const [at, team] of teams.entries()) {
      if (costOf(team, activity, borders, input.rules) === undefined) continue
      const own = ofTeam[at]!
      if (own.includes(place)) continue
      if (team.unavailable?.some((away) => overlap(away, activity))) counts.unavailable++
      else if (own.some((other) => clashes(other, place))) counts.elsewhere++
      else if (own.length >= team.capacity) counts.full++
      else counts.left++
    }
    list.push({ activity: activity.id, reason: reasonOf(counts), missing, ...counts })
  }
  return list
}

function reasonOf({
  unavailable,
  elsewhere,
  full,
  left,
}: Omit<Unescorted, 'activity' | 'reason' | 'missing'>): UnescortedReason {
  const reasons: [number, UnescortedReason][] = [
    [unavailable, 'all-unavailable'],
    [elsewhere, 'all-elsewhere'],
    [full, 'all-full'],
    [left, 'too-few-left'],
  ]
  const holding = reasons.filter(([count]) => count > 0)
  return holding.length === 0 ? 'none-in-reach' : holding.length === 1 ? holding[0]![1] : 'mixed'
}
