/**
 * Who goes along with which activity of a day: as many activities as possible, then at the least cost. With capacities
 * alone this is an assignment, which a flow solves exactly; a team that cannot be at two places at once makes it interval
 * scheduling with costs that differ by machine, NP-hard in general (Arkin and Silverberg 1987). So: a flow that already
 * excludes most overlaps, branch and bound on the others, and a bound instead of a claim where the search ends early.
 */
import { refuser } from '../messages/refused.ts'
import type { EscortInput } from './escort-input.ts'
import type { EscortPlan, EscortRefusal, ProposedEscort } from './escort-result.ts'
import { Borders, clash } from './reach.ts'
import { type Held, heldIn, inOrder, type Scene, sceneOf } from './scene.ts'
import { type Found, search } from './search.ts'
import { unescortedIn } from './unescorted.ts'

const refuse = refuser({
  'escorts-clash': {
    id: 'Satu tim sudah menerima dua kegiatan yang tidak mungkin didampingi keduanya: waktunya sama, atau perjalanan di antaranya terlalu jauh. Serahkan salah satu kepada tim lain.',
    en: 'One team has accepted two activities and cannot be at both: they overlap, or the way between them is too long. Hand one of them on to another team.',
  },
  'escort-unknown': {
    id: 'Pendampingan yang sudah diterima menyebut tim atau kegiatan yang tidak ada pada hari itu. Periksa keduanya.',
    en: 'An accepted escort names a team or an activity that is not there on that day. Check both.',
  },
})

export function proposeEscorts(input: EscortInput): EscortPlan | EscortRefusal {
  const held = heldIn(input, input.accepted)
  if (!Array.isArray(held)) {
    const { team, activity } = held as { team: string; activity: string }
    return { ...refuse('escort-unknown'), team, activities: [activity] }
  }
  const refusal = clashAmong(input, held)
  if (refusal) return refusal
  const scene = sceneOf(input, held)
  return planOf(input, scene, held, search(scene, input.nodeLimit))
}

function clashAmong(input: EscortInput, held: readonly Held[]): EscortRefusal | undefined {
  const { activities, teams } = inOrder(input)
  const borders = new Borders(input.adjacent)
  for (const [at, one] of held.entries()) {
    const other = held
      .slice(0, at)
      .find(
        ({ team, activity }) =>
          team === one.team &&
          (activity === one.activity || clash(activities[activity]!, activities[one.activity]!, borders, input.rules)),
      )
    if (!other) continue
    const names = [other, one].map(({ activity }) => activities[activity]!.id)
    return { ...refuse('escorts-clash'), team: teams[one.team]!.id, activities: names }
  }
  return undefined
}

function planOf(
  input: EscortInput,
  scene: Scene,
  held: readonly Held[],
  { options, value, bound, nodes }: Found,
): EscortPlan {
  const chosen = options.map((option) => scene.options[option]!)
  const named = ({ activity, team }: Held, cost: number | null): ProposedEscort => ({
    activity: scene.activities[activity]!.id,
    team: scene.teams[team]!.id,
    cost,
  })
  const escorts = [...held.map((one) => named(one, null)), ...chosen.map((one) => named(one, one.cost))].toSorted(
    (one, other) =>
      one.activity !== other.activity ? (one.activity < other.activity ? -1 : 1) : one.team < other.team ? -1 : 1,
  )
  const unescorted = unescortedIn(input, scene, [...held, ...chosen])
  const total = scene.activities.length
  return {
    status: bound >= value ? 'exact' : 'bounded',
    escorts,
    unescorted,
    escorted: total - unescorted.length,
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    bound: boundOf(scene, bound),
    nodes,
  }
}

/** Reads a value as activities that go without and a cost. */
function boundOf({ miss, activities }: Scene, value: number): EscortPlan['bound'] {
  const without = Math.floor(value / miss)
  return { escorted: activities.length - without, cost: value - without * miss }
}
