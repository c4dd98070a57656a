/** The seats of a unit on a day: how many people a quota lets in, or wants in, and who sits there first. */
import type { Day } from '../calendar/day.ts'
import type { Quota } from '../circular/clause.ts'
import { agencyOf } from '../staff/facts.ts'
import { type Active, activeAt } from './active.ts'
import { type BoundSeats, type CountedGroup, type Counting, countedBy, quotasOf } from './counted.ts'
import { type Excess, excessOf } from './excess.ts'
import type { Direction } from './quota.ts'
import { reachesOverAgencies, roomUnknown } from './quota-groups.ts'
import type { ClauseRef } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import type { Scene } from './scene.ts'
import { documentsFor, insideOf, type Seated, seatedIn, standingsBy } from './seated.ts'
import { applies } from './speaks-to.ts'
import { clashOf, openRule, type Unsettled } from './unsettled.ts'

/** One bound of a quota on one of its groups and one day. */
export interface QuotaSeats extends ClauseRef {
  readonly per: Quota['per']
  /** Which of the groups of `per`: the path of a unit, a room, a place or the region. */
  readonly group: string
  readonly side: Quota['place']
  /** Everybody of the unit whom the clause counts in this group. */
  readonly members: ReadonlySet<string>
  readonly direction: Direction
  readonly amount: string | number
  readonly base: number
  readonly bound: number
  /** Fewest and most people at the office by this quota. */
  readonly min: number
  readonly max: number
  /** People at the office by rule who count inside. */
  readonly inside: ReadonlySet<string>
  readonly exceededByMandatory: number
  /** Why more sit at the office than `max`; null: they do not. */
  readonly excess: Excess | null
  /** Members in the order in which seats go to them, as far as the clause says: each entry before the next. */
  readonly first: readonly ReadonlySet<string>[]
}

export interface Seats {
  /** Everybody for whom it is a working day. */
  readonly staff: number
  readonly atOffice: number
  readonly quotas: readonly QuotaSeats[]
  /**
   * The tightest bounds of the unit as a whole: those of quotas whose groups count everybody who works, added up. null:
   * no quota does today, or nobody can say what they come to.
   */
  readonly limits: {
    readonly min: number
    readonly max: number
    /** Whether a clause sets that maximum; otherwise it is the base of the quota. */
    readonly capped: boolean
    readonly inside: ReadonlySet<string>
    /** Why more sit at the office than the maximum; null: they do not. */
    readonly excess: Excess | null
    readonly clause: ClauseRef
    readonly minClause: ClauseRef
  } | null
  /** Why nobody can say how many may come; null: it can be said. */
  readonly unsettled: Unsettled | null
}

/** What the quotas of one unit and day are counted from. */
interface UnitCounting extends Counting {
  readonly people: readonly Seated[]
  /** Everybody whom groups that reach over agencies count. */
  readonly around: readonly Seated[]
  readonly open: Unsettled[]
}

/**
 * Counts the seats of one agency.
 * @param people everybody posted in the agency that day
 * @param around everybody of the region, for shares that several agencies have to divide: each gets a part of the seats
 */
export function seatsOf(
  book: Rulebook,
  day: Day,
  people: readonly Seated[],
  around: readonly Seated[] = people,
): Seats {
  const [first] = people
  if (!first) return { staff: 0, atOffice: 0, quotas: [], limits: null, unsettled: null }
  const { versions, world } = book
  const scene = { person: first.person, day, time: '12:00', world, unknown: new Set<string>() }
  const active = activeAt(versions, scene)
  const counting: UnitCounting = { scene, people, around, standing: standingsBy(documentsFor(active)), open: [] }
  const nearest = world.facts.settings.quota === 'nearest'
  const quotas: QuotaSeats[] = []
  for (const one of active) {
    // "Nearest" lets the first document that states a quota speak alone, but for what binds.
    const settled = nearest && quotas.length + counting.open.length > 0
    for (const quota of quotasOf(one)) if (!settled || quota.binding) quotas.push(...boundsOf(quota, one, counting))
  }
  const staff = people.filter(({ finding }) => finding.place !== 'off')
  const atOffice = people.filter(({ finding }) => finding.place === 'office').length
  const unsettled = counting.open[0] ?? clashOf(quotas)
  const working = staff.map(({ person }) => person.employee)
  return {
    staff: staff.length,
    atOffice,
    quotas,
    limits: unsettled ? null : tightestOf(wholeOf(quotas, working)),
    unsettled,
  }
}

/** The bounds of one clause: for each of its groups that has people of the unit, and each way of bounding. */
function boundsOf(quota: Quota, active: Active, { people, around, open, ...counting }: UnitCounting): QuotaSeats[] {
  const { doc } = active
  const { scene, standing } = counting
  const ref = { circular: doc.id, clause: quota.id }
  const counted = countedBy(quota, active, reachesOverAgencies(quota) ? around : people, counting)
  if (counted.open) {
    open.push(openRule(ref, counted.open))
    return []
  }
  const groups = new Map<CountedGroup, Seated[]>()
  for (const one of people) {
    const group = counted.groups.get(one.person.employee)
    if (!group) continue
    const known = groups.get(group)
    if (known) known.push(one)
    else groups.set(group, [one])
  }
  return [...groups].flatMap(([{ group, people: all, bounds }, here]): QuotaSeats[] => {
    if (group === null) {
      open.push(openRule(ref, roomUnknown))
      return []
    }
    const agency = agencyOf(here[0]?.person.unit ?? '')
    const members = new Set(here.map(({ person }) => person.employee))
    const inside = insideOf(quota, here, standing)
    const first = firstOf(quota, here, { ...scene, doc })
    return bounds.flatMap((bound): QuotaSeats[] => {
      if ('reason' in bound) {
        open.push(openRule(ref, bound))
        return []
      }
      const seats = all.length === here.length ? bound.whole : (bound.parts.get(agency) as BoundSeats)
      const excess = excessOf(seats.max, seatedIn(quota, here, standing))
      return [{ ...ref, per: quota.per, group, members, inside, first, excess, ...seats }]
    })
  })
}

/** Whom the clause names first for the seats, each with those named before: the first, then the first and second ... */
function firstOf(quota: Quota, people: readonly Seated[], scene: Scene): ReadonlySet<string>[] {
  let before = new Set<string>()
  return (quota.first ?? []).map((who) => {
    const clause = { ...quota, who, when: undefined, needs: undefined }
    const named = people.filter(({ person }) => applies(clause, { ...scene, person }) === true)
    before = new Set([...before, ...named.map(({ person }) => person.employee)])
    return before
  })
}

/** Each quota as one bound of the unit: its groups added up, where together they count everybody who works. */
function wholeOf(quotas: readonly QuotaSeats[], working: readonly string[]): QuotaSeats[] {
  const clauses = new Map<string, QuotaSeats[]>()
  for (const one of quotas) {
    const key = `${one.circular}/${one.clause} ${one.direction}`
    clauses.set(key, [...(clauses.get(key) ?? []), one])
  }
  return [...clauses.values()].flatMap((groups) => {
    const [one, ...others] = groups as [QuotaSeats, ...QuotaSeats[]]
    const members = new Set(groups.flatMap((group) => [...group.members]))
    if (!working.every((employee) => members.has(employee))) return []
    if (others.length === 0) return [one]
    const sum = (of: (group: QuotaSeats) => number) => groups.reduce((all, group) => all + of(group), 0)
    const inside = new Set(groups.flatMap((group) => [...group.inside]))
    const excess = groups.reduce<Excess | null>(
      (all, group) =>
        group.excess === null || all === null
          ? (all ?? group.excess)
          : {
              people: all.people + group.excess.people,
              recalled: all.recalled + group.excess.recalled,
              byClause: all.byClause + group.excess.byClause,
            },
      null,
    )
    const [min, max] = [sum((group) => group.min), sum((group) => group.max)]
    return [{ ...one, members, inside, excess, min, max }]
  })
}

/** The tightest of bounds of the same people; null where there are none. */
export function tightestOf(quotas: readonly QuotaSeats[]): Seats['limits'] {
  const [first] = quotas
  if (!first) return null
  const lowest = quotas.reduce((best, quota) => (quota.max < best.max ? quota : best), first)
  const highest = quotas.reduce((best, quota) => (quota.min > best.min ? quota : best), first)
  const ref = ({ circular, clause }: QuotaSeats) => ({ circular, clause })
  const capped = quotas.some(({ side, direction }) => direction !== (side === 'office' ? 'min' : 'max'))
  return {
    min: highest.min,
    max: lowest.max,
    capped,
    inside: lowest.inside,
    excess: lowest.excess,
    clause: ref(lowest),
    minClause: ref(highest),
  }
}
