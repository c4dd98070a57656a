/**
 * A unit as a circulation: pool -> person -> limits of the person -> (position, day) -> groups -> day -> total -> pool, one unit of
 * flow for each person-day, every bound a lower and an upper bound of an arc. It is exact for whatever the words of the
 * fast path cannot hold: limits of a person over a week or a month, and periods longer than a word.
 */
import { type DayMask, hasDay, indexesOf, noDays, sizeOf } from './day-mask.ts'
import type { Draw, DrawLimit } from './draw.ts'
import { innermostOf } from './draw-groups.ts'

/** The nodes from which all flow starts, and in which it meets. */
export const pool = 0
export const total = 1
const firstPerson = 2

/** What an arc stands for; `limit` is the place in the person's list, `day` and `position` where they apply. */
export type ArcRole =
  | { readonly of: 'share'; readonly person: number }
  | { readonly of: 'limit'; readonly person: number; readonly limit: number }
  | { readonly of: 'cell'; readonly person: number; readonly day: number }
  | { readonly of: 'position'; readonly position: number; readonly day: number }
  | { readonly of: 'group'; readonly group: number; readonly day: number }
  | { readonly of: 'day'; readonly day: number }
  | { readonly of: 'total' }

export interface Network {
  readonly draw: Draw
  readonly nodes: number
  readonly tail: number[]
  readonly head: number[]
  readonly low: number[]
  readonly high: number[]
  readonly flow: number[]
  readonly roles: ArcRole[]
  /** Arcs at a node: 2 x arc where it leaves, 2 x arc + 1 where it enters. */
  readonly at: number[][]
  /** Nodes of the limits, by person and place in the person's list. */
  readonly limitNodes: readonly (readonly number[])[]
  readonly placeNode: (position: number, day: number) => number
  readonly groupNode: (group: number, day: number) => number
  readonly dayNode: (day: number) => number
}

export const personNode = (person: number): number => firstPerson + person

/** @param places drawn days by person, to start from; absent = nobody is drawn */
export function networkOf(draw: Draw, places?: readonly DayMask[]): Network {
  const { days, people, positions, seats } = draw
  let nodes = firstPerson + people.length
  const limitNodes = people.map(({ limits }) => limits.map(() => nodes++))
  const firstPlace = nodes
  const placeNode = (position: number, day: number) => firstPlace + position * days + day
  const firstDay = firstPlace + positions.length * days
  const dayNode = (day: number) => firstDay + day
  nodes = firstDay + days
  const groupNodes = draw.groups.map((own) => own.map(() => nodes++))
  const groupNode = (group: number, day: number) => groupNodes[day]![group]!
  const network: Network = {
    draw,
    nodes,
    tail: [],
    head: [],
    low: [],
    high: [],
    flow: [],
    roles: [],
    at: Array.from({ length: nodes }, () => []),
    limitNodes,
    placeNode,
    groupNode,
    dayNode,
  }
  const { tail, head, low, high, flow, roles, at } = network
  const join = (from: number, to: number, min: number, max: number, value: number, role: ArcRole) => {
    const arc = tail.push(from) - 1
    head.push(to)
    low.push(min)
    high.push(max)
    flow.push(value)
    roles.push(role)
    at[from]!.push(2 * arc)
    at[to]!.push(2 * arc + 1)
  }
  const drawn = (person: number) => places?.[person] ?? noDays
  const present = (position: number, day: number) => {
    if (!places) return 0
    let count = 0
    const { from, to } = positions[position]!
    for (let person = from; person < to; person++) if (hasDay(drawn(person), day)) count++
    return count
  }
  for (const [person, { free, limits, position }] of people.entries()) {
    const own = drawn(person)
    join(pool, personNode(person), 0, Infinity, sizeOf(own), { of: 'share', person })
    const nodeOf = (limit: number) => (limit < 0 ? personNode(person) : limitNodes[person]![limit]!)
    for (const [limit, { days: inside, min, max }] of limits.entries()) {
      join(nodeOf(outerOf(limits, limit)), nodeOf(limit), min, max, sizeOf(own & inside), {
        of: 'limit',
        person,
        limit,
      })
    }
    for (const day of indexesOf(free)) {
      const leaf = nodeOf(innermost(limits, day))
      join(leaf, placeNode(position, day), 0, 1, hasDay(own, day) ? 1 : 0, { of: 'cell', person, day })
    }
  }
  let all = 0
  for (let day = 0; day < days; day++) {
    let here = 0
    const groups = draw.groups[day]!
    const upwards = (group: number) => (group < 0 ? dayNode(day) : groupNode(group, day))
    for (const [position, { bounds }] of positions.entries()) {
      const { min, max } = bounds[day]!
      const value = present(position, day)
      here += value
      const above = upwards(innermostOf(groups, position))
      join(placeNode(position, day), above, min, max, value, { of: 'position', position, day })
    }
    for (const [group, { positions: own, parent, min, max }] of groups.entries()) {
      const value = [...own].reduce((sum, position) => sum + present(position, day), 0)
      join(groupNode(group, day), upwards(parent), min, max, value, { of: 'group', group, day })
    }
    const { min, max } = seats[day]!
    join(dayNode(day), total, min, max, here, { of: 'day', day })
    all += here
  }
  join(total, pool, 0, Infinity, all, { of: 'total' })
  return network
}

/** The smallest limit around another, -1 when it stands alone. Of equal ones the earlier is around the later. */
export function outerOf(limits: readonly DrawLimit[], limit: number): number {
  const { days } = limits[limit]!
  let outer = -1
  for (const [other, { days: around }] of limits.entries()) {
    if (other === limit || (days & around) === noDays) continue
    const contains = (days & ~around) === noDays && (days !== around || other < limit)
    if (!contains) {
      if ((around & ~days) === noDays) continue
      throw new RangeError('Limits of one person must be nested or disjoint.')
    }
    if (outer < 0 || closer(limits, other, outer)) outer = other
  }
  return outer
}

/** Whether of two limits around the same days the first is the inner one. */
function closer(limits: readonly DrawLimit[], one: number, other: number): boolean {
  const difference = sizeOf(limits[one]!.days) - sizeOf(limits[other]!.days)
  return difference < 0 || (difference === 0 && one > other)
}

function innermost(limits: readonly DrawLimit[], day: number): number {
  let inner = -1
  for (const [limit, { days }] of limits.entries()) {
    if (hasDay(days, day) && (inner < 0 || closer(limits, limit, inner))) inner = limit
  }
  return inner
}

/**
 * Breadth first along arcs with room and against arcs that may give back. Never through the pool when people are
 * exchanged, for that would change the total.
 * @returns the step by which each node was reached (as in `at`), -1 at a start, -2 elsewhere; and the goal, or -1
 */
function search(network: Network, starts: readonly number[], isGoal: (node: number) => boolean, throughPool: boolean) {
  const { nodes, tail, head, low, high, flow, at } = network
  const step = new Int32Array(nodes).fill(-2)
  const queue = new Int32Array(nodes)
  let end = 0
  for (const start of starts) {
    step[start] = -1
    queue[end++] = start
  }
  for (let next = 0; next < end; next++) {
    const node = queue[next]!
    if (isGoal(node)) return { step, goal: node }
    for (const way of at[node]!) {
      const arc = way >> 1
      const forward = (way & 1) === 0
      if (forward ? flow[arc]! >= high[arc]! : flow[arc]! <= low[arc]!) continue
      const other = forward ? head[arc]! : tail[arc]!
      if (step[other] !== -2 || (other === pool && !throughPool)) continue
      step[other] = way
      queue[end++] = other
    }
  }
  return { step, goal: -1 }
}

/** Pushes one unit along a found path; answers with the node it starts from. */
function push({ tail, head, flow }: Network, step: Int32Array, goal: number): number {
  let node = goal
  for (let way = step[node]!; way >= 0; way = step[node]!) {
    const arc = way >> 1
    if (way & 1) {
      flow[arc]!--
      node = head[arc]!
    } else {
      flow[arc]!++
      node = tail[arc]!
    }
  }
  return node
}

/**
 * Meets every lower bound, or shows that none can.
 * @returns undefined when they are met; otherwise the nodes of a cut whose incoming lower bounds exceed its outgoing
 * upper bounds (Hoffman 1960)
 */
export function meetBounds(network: Network): Uint8Array | undefined {
  const { tail, head, low, flow } = network
  for (let arc = 0; arc < tail.length; arc++) {
    while (flow[arc]! < low[arc]!) {
      const { step, goal } = search(network, [head[arc]!], (node) => node === tail[arc], true)
      if (goal < 0) return Uint8Array.from(step, (way) => (way === -2 ? 0 : 1))
      push(network, step, goal)
      flow[arc]!++
    }
  }
  return undefined
}

/**
 * Meets as much of the lower bounds as can be and shows the cut at which all is short that stays short.
 * @returns undefined when every bound is met
 */
export function widestCut(network: Network): Uint8Array | undefined {
  const { tail, head, low, flow } = network
  let first: Uint8Array | undefined
  for (let arc = 0; arc < tail.length; arc++) {
    while (flow[arc]! < low[arc]!) {
      const { step, goal } = search(network, [head[arc]!], (node) => node === tail[arc], true)
      first ??= goal < 0 ? Uint8Array.from(step, (way) => (way === -2 ? 0 : 1)) : undefined
      if (goal < 0) break
      push(network, step, goal)
      flow[arc]!++
    }
  }
  if (!first) return undefined
  const short = tail.flatMap((_, arc) => (flow[arc]! < low[arc]! ? [arc] : []))
  const { step } = search(network, [...new Set(short.map((arc) => head[arc]!))], () => false, true)
  // Where all that is short lies inside, the cut says nothing, and the first one found has to do.
  if (short.every((arc) => step[tail[arc]!] !== -2)) return first
  return Uint8Array.from(step, (way) => (way === -2 ? 0 : 1))
}

/** Fills as many seats as may be, or as few as must be. */
export function stretch(network: Network, fill: 'ceiling' | 'minima'): void {
  const last = network.flow.length - 1
  const [from, to, change] = fill === 'ceiling' ? [pool, total, 1] : [total, pool, -1]
  const { high, low, flow } = network
  // The arc from total to pool is what is being stretched, so no path may use it.
  const bounds = [low[last]!, high[last]!] as const
  for (;;) {
    low[last] = flow[last]!
    high[last] = flow[last]!
    const { step, goal } = search(network, [from], (node) => node === to, true)
    if (goal < 0) break
    push(network, step, goal)
    flow[last]! += change
  }
  low[last] = bounds[0]
  high[last] = bounds[1]
}

/** Seats people day by day, the least loaded first, as far as upper bounds allow. A start, not a promise. */
export function seatGreedily(network: Network): void {
  const { draw, at, tail, head, high, low, flow } = network
  const last = flow.length - 1
  const loads = draw.people.map(({ carry }) => carry)
  const cells: { person: number; arc: number }[][] = Array.from({ length: draw.days }, () => [])
  const shares: number[] = []
  for (const [arc, role] of network.roles.entries()) {
    if (role.of === 'cell') cells[role.day]!.push({ person: role.person, arc })
    if (role.of === 'share') shares[role.person] = arc
  }
  /** The arcs above a leaf up to the person; undefined when one of them is full. */
  const upward = (person: number, arc: number) => {
    const path = [arc]
    for (let node = tail[arc]!; node !== personNode(person); ) {
      const above = at[node]!.find((way) => way & 1)! >> 1
      if (flow[above]! >= high[above]!) return undefined
      path.push(above)
      node = tail[above]!
    }
    return path
  }
  /** The arcs from a place through its groups and its day to the total. */
  const toTotal = (place: number) => {
    const path: number[] = []
    for (let node = place; node !== total; node = head[path.at(-1)!]!)
      path.push(at[node]!.find((way) => !(way & 1))! >> 1)
    return path
  }
  for (const day of cells) {
    day.sort((one, other) => loads[one.person]! - loads[other.person]! || one.person - other.person)
    for (const { person, arc } of day) {
      const onwards = toTotal(head[arc]!)
      const ofDay = onwards.at(-1)!
      const wanted = draw.fill === 'ceiling' ? high[ofDay]! : low[ofDay]!
      if (flow[ofDay]! >= wanted) break
      if (onwards.some((one) => flow[one]! >= high[one]!)) continue
      const path = upward(person, arc)
      if (!path) continue
      for (const taken of [...path, ...onwards, shares[person]!, last]) flow[taken]!++
      loads[person]!++
    }
  }
}

/** The exact step of `makeBalancer` on a network: exchanges until the loads are decreasingly minimal. */
export function levelLoads(network: Network): number {
  const { draw, flow } = network
  const shares = sharesOf(network)
  const loads = draw.people.map(({ carry }, person) => carry + flow[shares[person]!]!)
  let chains = 0
  const low = () => Math.min(...loads)
  for (let level = Math.max(...loads); level >= low() + 2; level--) {
    for (;;) {
      const starts = loads.flatMap((load, person) => (load <= level - 2 ? [personNode(person)] : []))
      const gives = (node: number) => {
        const person = node - firstPerson
        return person >= 0 && person < loads.length && loads[person]! >= level && flow[shares[person]!]! > 0
      }
      const { step, goal } = search(network, starts, gives, false)
      if (goal < 0) break
      const taker = push(network, step, goal) - firstPerson
      const giver = goal - firstPerson
      flow[shares[taker]!]!++
      flow[shares[giver]!]!--
      loads[taker]!++
      loads[giver]!--
      chains++
    }
  }
  return chains
}

function sharesOf({ roles }: Network): number[] {
  const shares: number[] = []
  for (const [arc, role] of roles.entries()) if (role.of === 'share') shares[role.person] = arc
  return shares
}

/** Drawn days by person. */
export function placesOf({ draw, roles, flow }: Network): DayMask[] {
  const places = draw.people.map(() => noDays)
  for (const [arc, role] of roles.entries()) {
    if (role.of === 'cell' && flow[arc]) places[role.person]! |= 1n << BigInt(role.day)
  }
  return places
}
