/** A cut through a unit that shows that its rules cannot be met. */
import { type Aside, type Draw, drawOf } from './draw.ts'
import { type ArcRole, meetBounds, type Network, networkOf, seatGreedily } from './network.ts'
import type { GroupDemand, RosterInput } from './roster-input.ts'

export interface Violation {
  readonly network: Network
  readonly inside: Uint8Array
}

/** A cut that shows that the rules cannot be met with some of them set aside. */
export function violated(input: RosterInput, aside: Aside, cutOf = meetBounds): Violation | undefined {
  const network = networkOf(drawOf(input, aside))
  seatGreedily(network)
  const inside = cutOf(network)
  return inside && { network, inside }
}

/** What a group of a draw is asked for. */
export const groupOf = ({ groups }: Draw, { day, group }: Extract<ArcRole, { of: 'group' }>): GroupDemand =>
  groups[day]![group]!.source

/** Arcs that enter a cut with a lower bound, and arcs that leave it: what is asked and what is left. */
export function arcsAcross({ network, inside }: Violation) {
  const { tail, head, low, high, roles } = network
  const asked: { role: ArcRole; low: number }[] = []
  const open: { role: ArcRole; high: number }[] = []
  for (let arc = 0; arc < tail.length; arc++) {
    const from = inside[tail[arc]!]
    const to = inside[head[arc]!]
    if (!from && to && low[arc]! > 0) asked.push({ role: roles[arc]!, low: low[arc]! })
    if (from && !to) open.push({ role: roles[arc]!, high: high[arc]! })
  }
  return { asked, open }
}

const shortOf = (violation: Violation): number => {
  const { asked, open } = arcsAcross(violation)
  return asked.reduce((sum, { low }) => sum + low, 0) - open.reduce((sum, { high }) => sum + high, 0)
}

/** The same cut without parts and posts that ask for no more than there is: they are met, and no reason. */
export function narrowed(violation: Violation): Violation {
  const { network } = violation
  let narrow = violation
  for (const { role } of arcsAcross(violation).asked) {
    if (role.of !== 'group' && role.of !== 'position') continue
    const inside = Uint8Array.from(narrow.inside)
    const { groups } = network.draw
    const below = role.of === 'group' ? groups[role.day]![role.group]!.positions : new Set([role.position])
    for (const position of below) inside[network.placeNode(position, role.day)] = 1
    for (const [group, { positions }] of groups[role.day]!.entries())
      if (role.of === 'group' && [...positions].every((one) => below.has(one)))
        inside[network.groupNode(group, role.day)] = 1
    const less = { network, inside }
    if (shortOf(less) >= shortOf(narrow)) narrow = less
  }
  return narrow
}
