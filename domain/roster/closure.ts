/** Sets of nodes of a unit's network in words of the unit: certificates of fairness, and cuts. */
import { type DayMask, noDays, sizeOf } from './day-mask.ts'
import type { Draw, DrawPerson } from './draw.ts'
import { type Network, networkOf, personNode, pool, total } from './network.ts'
import type { CertificateLevel, Cut } from './roster-result.ts'

/** For each level the closed set of places from which its people could be relieved; see `CertificateLevel`. */
export function certify(draw: Draw, places: readonly DayMask[]): CertificateLevel[] {
  const loads = draw.people.map(({ carry }, person) => carry + sizeOf(places[person]!))
  const levels: CertificateLevel[] = []
  const high = Math.max(...loads)
  const low = Math.min(...loads)
  if (!(high - low >= 2)) return levels
  const network = networkOf(draw, places)
  for (let level = high; level >= low + 2; level--) levels.push(closure(network, level, loads))
  return levels
}

function closure(network: Network, level: number, loads: readonly number[]): CertificateLevel {
  const { nodes, tail, head, low, high, flow, at } = network
  const reached = new Uint8Array(nodes)
  const queue: number[] = []
  const reach = (node: number) => {
    if (reached[node] || node === pool) return
    reached[node] = 1
    queue.push(node)
  }
  for (const [person, load] of loads.entries()) if (load >= level) reach(personNode(person))
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const way of at[node]!) {
      const arc = way >> 1
      // Backwards: who can hand a day to this node.
      if (way & 1) {
        if (flow[arc]! < high[arc]!) reach(tail[arc]!)
      } else if (flow[arc]! > low[arc]!) reach(head[arc]!)
    }
  }
  const { places, days: openDays, groups } = daysInside(network, reached)
  return { level, places, openDays, total: reached[total] === 1, ...(groups && { groups }) }
}

/** The days on which nodes of places, groups and days are marked; groups only where the unit has any. */
function daysInside({ draw, placeNode, groupNode, dayNode }: Network, marked: Uint8Array) {
  const places: Record<string, DayMask> = {}
  const groups: Record<string, DayMask> = {}
  let days = noDays
  for (let day = 0; day < draw.days; day++) {
    const bit = 1n << BigInt(day)
    if (marked[dayNode(day)]) days |= bit
    for (const [position, { id }] of draw.positions.entries())
      if (marked[placeNode(position, day)]) places[id] = (places[id] ?? noDays) | bit
    for (const [group, { source }] of draw.groups[day]!.entries())
      if (marked[groupNode(group, day)]) groups[source.name] = (groups[source.name] ?? noDays) | bit
  }
  return { places, days, groups: draw.groups.some((own) => own.length > 0) ? groups : undefined }
}

/** What the nodes of a cut stand for, in words of the unit. */
export function nodesInside(
  network: Network,
  inside: Uint8Array,
): Omit<Cut, 'people'> & { readonly people: readonly DrawPerson[] } {
  const { draw, limitNodes } = network
  const people: DrawPerson[] = []
  const limits: [string, number][] = []
  for (const [person, one] of draw.people.entries()) {
    if (inside[personNode(person)]) people.push(one)
    for (const [limit, { index }] of one.limits.entries()) {
      if (inside[limitNodes[person]![limit]!]) limits.push([one.source.id, index])
    }
  }
  const { places, days, groups } = daysInside(network, inside)
  const own = { people, limits, places, days, total: inside[total] === 1, pool: inside[pool] === 1 }
  return groups ? { ...own, groups } : own
}
