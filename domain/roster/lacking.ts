import { arcsAcross, type Violation } from './cut.ts'
import type { Draw } from './draw.ts'
import { type ArcRole, networkOf, seatGreedily, stretch } from './network.ts'
import type { RosterInput } from './roster-input.ts'

/** How the shortage falls on days when as much as possible is met: the day's demand less what a fullest roster gives. */
export function lackingByDay(input: RosterInput, violation: Violation): [number, number][] {
  const { asked } = arcsAcross(violation)
  const { draw } = violation.network
  const { days } = input
  const demand = new Map<string, number>()
  const wanted = days.map(() => 0)
  const within = days.map(() => new Set<number>())
  for (const { role, low } of asked) {
    if (role.of !== 'day' && role.of !== 'group' && role.of !== 'position') continue
    demand.set(keyOf(role), low)
    wanted[role.day]! += low
    const own =
      role.of === 'position'
        ? [role.position]
        : role.of === 'group'
          ? draw.groups[role.day]![role.group]!.positions
          : draw.positions.keys()
    for (const position of own) within[role.day]!.add(position)
  }
  const atMost = (role: Asking, otherwise: number) => demand.get(keyOf(role)) ?? otherwise
  // Only what is asked for may be filled, and only up to what is asked.
  const only: Draw = {
    ...draw,
    people: draw.people.map((person) => ({
      ...person,
      limits: person.limits.map((limit) => ({ ...limit, min: 0 })),
    })),
    seats: draw.seats.map((_, day) => ({ min: 0, max: atMost({ of: 'day', day }, draw.people.length) })),
    groups: draw.groups.map((own, day) =>
      own.map((one, group) => ({ ...one, min: 0, max: atMost({ of: 'group', day, group }, one.max) })),
    ),
    positions: draw.positions.map((one, position) => ({
      ...one,
      bounds: one.bounds.map(({ max }, day) => ({
        min: 0,
        max: atMost({ of: 'position', day, position }, within[day]!.has(position) ? max : 0),
      })),
    })),
    fill: 'ceiling',
  }
  const network = networkOf(only)
  seatGreedily(network)
  stretch(network, 'ceiling')
  const lacking = new Map<number, number>()
  for (const [arc, role] of network.roles.entries()) {
    if (role.of !== 'day') continue
    const missing = wanted[role.day]! - network.flow[arc]!
    if (missing > 0) lacking.set(role.day, missing)
  }
  return days.flatMap((_, day) => (lacking.has(day) ? [[day, lacking.get(day)!] as [number, number]] : []))
}

type Asking = Extract<ArcRole, { of: 'day' | 'group' | 'position' }>

const keyOf = (role: Asking): string =>
  `${role.of} ${role.day} ${role.of === 'group' ? role.group : role.of === 'position' ? role.position : ''}`
