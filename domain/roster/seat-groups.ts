/**
 * Quotas of a unit as its roster needs them: one that counts everybody who takes turns bounds the day; the others, and
 * counters whose people fall into several of their groups, bound groups of positions.
 */
import { type QuotaSeats, type Seats, tightestOf } from '../decision/seats.ts'
import type { Member } from './lineup.ts'
import type { GroupDemand, PositionRule } from './roster-input.ts'

export type Fill = 'ceiling' | 'minima'

/** What bounds a day. */
export interface DayQuotas {
  /** Of everybody; null: only groups are bounded. */
  readonly whole: Seats['limits']
  readonly groups: readonly Drafted[]
}

export interface Grouped {
  /** The position of each person, in the order in which they were given. */
  readonly positions: readonly string[]
  /** Counters that stand in one position each. */
  readonly rules: readonly PositionRule[]
  /** One entry a day. */
  readonly groups: readonly (readonly GroupDemand[])[]
}

/** A group while its people are known by name. */
interface Drafted extends Omit<GroupDemand, 'positions'> {
  readonly members: ReadonlySet<string>
}

const takesTurns = ({ days }: Member, day: number): boolean => days[day]?.standing === 'turns'

/** A day on which some people of a unit take turns. */
export interface TurnDay {
  readonly seats: Seats
  /** Employee ids of those who do. */
  readonly turning: readonly string[]
}

/** Whether seats are filled: not where every quota is a floor, which asks for as many as must come, and counts everybody. */
export function fillOf(days: readonly TurnDay[]): Fill {
  const floors = days.every(({ seats: { quotas }, turning }) => {
    const counted = new Set(quotas.flatMap(({ members }) => [...members]))
    return (
      quotas.length > 0 &&
      quotas.every(({ direction, side }) => direction === (side === 'office' ? 'min' : 'max')) &&
      turning.every((one) => counted.has(one))
    )
  })
  return floors ? 'minima' : 'ceiling'
}

/** Who takes turns on a day. */
export const turningOn = (people: readonly Member[], day: number): string[] =>
  people.filter((one) => takesTurns(one, day)).map(({ employee }) => employee)

/** Sorts the quotas of a day into those that bound it and those that bound a part of its people. */
export function quotasOfDay(
  { quotas, unsettled }: Seats,
  people: readonly Member[],
  day: number,
  fill: Fill,
): DayQuotas {
  if (unsettled) return { whole: null, groups: [] }
  const turning = turningOn(people, day)
  const counting = quotas.filter(({ members }) => turning.every((one) => members.has(one)))
  const lowest = counting.reduce<QuotaSeats | undefined>(
    (best, one) => (best && best.max <= one.max ? best : one),
    undefined,
  )
  // Of one sum only one set of people at the office by rule can be counted in.
  const whole = counting.filter(({ inside }) => lowest && sameSet(inside, lowest.inside))
  return {
    whole: tightestOf(whole),
    groups: quotas.flatMap((quota) => draftsOf(quota, turning, { fill, bounded: whole.includes(quota) })),
  }
}

const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((item) => other.has(item))

/** A quota as groups: its bounds, where the day is not bounded by it, and the fewest of those whom it names first. */
function draftsOf(
  { circular, clause, direction, per, group, members, inside, min, max, first }: QuotaSeats,
  turning: readonly string[],
  { fill, bounded }: { readonly fill: Fill; readonly bounded: boolean },
): Drafted[] {
  const own = turning.filter((employee) => members.has(employee))
  if (own.length === 0) return []
  const name = `${circular}/${clause} ${direction} ${group}`
  const about = { clause: `${circular}/${clause}`, of: `${per}:${group}` }
  const most = Math.min(max, inside.size + own.length)
  const bounds: Drafted = { ...about, name, inside: [...inside].toSorted(), min, max: most, members }
  const seats = Math.max(0, (fill === 'ceiling' ? most : min) - inside.size)
  const named = first.flatMap((set, place): Drafted[] => {
    const those = own.filter((employee) => set.has(employee))
    if (those.length === 0) return []
    const least = Math.min(seats, those.length)
    const firstName = `${name} ${place + 1}`
    return [{ ...about, name: firstName, inside: [], min: least, max: those.length, first: true, members: set }]
  })
  return [...(bounded ? [] : [bounds]), ...named]
}

/**
 * Puts people who stand in the same groups on every day into one position.
 * @param counters the counter of each person
 */
export function groupPositions(
  people: readonly Member[],
  days: readonly DayQuotas[],
  counters: readonly string[],
  needs: readonly PositionRule[],
): Grouped {
  const keys = people.map(({ employee, days: own }) =>
    days
      .map(({ groups }, day) =>
        groups.length === 0 || !own[day]
          ? ''
          : groups.flatMap(({ members }, group) => (members.has(employee) ? [group] : [])).join('.'),
      )
      .join(' '),
  )
  const positions = namesOf(counters, keys)
  const positionsOf = (members: ReadonlySet<string>, day: number) => {
    const found = people.flatMap((one, at) =>
      one.days[day] && members.has(one.employee) ? [positions[at] as string] : [],
    )
    return [...new Set(found)].toSorted()
  }
  const split = needs.filter(({ position }) =>
    counters.some((counter, at) => counter === position && positions[at] !== position),
  )
  return {
    positions,
    rules: needs.filter((rule) => !split.includes(rule)),
    groups: days.map(({ groups }, day) => [
      ...groups.map(({ members, ...group }) => ({ ...group, positions: positionsOf(members, day) })),
      ...split.map(({ position, min, clause }): GroupDemand => {
        const members = people.filter((_, at) => counters[at] === position)
        const there = members.filter(({ days: own }) => ['head', 'exempt', 'in'].includes(own[day]?.standing ?? 'off'))
        return {
          name: position,
          positions: positionsOf(new Set(members.map(({ employee }) => employee)), day),
          inside: there.map(({ employee }) => employee).toSorted(),
          min: min[day] ?? 0,
          max: members.length,
          clause,
          post: position,
        }
      }),
    ]),
  }
}

/** A counter keeps its name where its people need not be told apart; else its positions are numbered. */
function namesOf(counters: readonly string[], keys: readonly string[]): string[] {
  const byCounter = new Map<string, Set<string>>()
  for (const [at, counter] of counters.entries())
    byCounter.set(counter, (byCounter.get(counter) ?? new Set()).add(keys[at] as string))
  return counters.map((counter, at) => {
    const own = [...(byCounter.get(counter) as Set<string>)].toSorted()
    return own.length < 2 ? counter : `${counter}~${own.indexOf(keys[at] as string) + 1}`
  })
}
