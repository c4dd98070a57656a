/** The seats of a unit on a day: how many people a quota lets in, or wants in, and who sits there first. */
import type { Day } from '../calendar/day.ts'
import type { Clause, Quota } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import { everywhere } from '../circular/selectors.ts'
import { agencyOf, type EmployeeRecord } from '../staff/facts.ts'
import { type Active, activeAt } from './active.ts'
import { type Excess, excessOf } from './excess.ts'
import { setAsideIn } from './placement.ts'
import { boundOf, type Direction, type HeadCount } from './quota.ts'
import { type ClauseRef, type Finding, isGap } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { applies } from './speaks-to.ts'
import { clashOf, openRule, type Unsettled } from './unsettled.ts'
import { resolveValue } from './value.ts'

/** Somebody of the unit, and what was decided for the middle of the day. */
export interface Seated {
  readonly person: EmployeeRecord
  readonly finding: Finding
}

/** People by the agency that they belong to: seats are counted for a whole one. */
export function byAgency(people: readonly Seated[]): ReadonlyMap<string, readonly Seated[]> {
  const agencies = new Map<string, Seated[]>()
  for (const one of people) {
    const agency = agencyOf(one.person.unit)
    const own = agencies.get(agency)
    if (own) own.push(one)
    else agencies.set(agency, [one])
  }
  return agencies
}

/** One quota on one unit and day. */
export interface QuotaSeats extends ClauseRef {
  readonly per: Quota['per']
  readonly side: Quota['place']
  /** Everybody whom the clause counts. */
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
}

export interface Seats {
  /** Everybody for whom it is a working day. */
  readonly staff: number
  readonly atOffice: number
  readonly quotas: readonly QuotaSeats[]
  /** The tightest of all quotas; null: none speaks of this unit today, or nobody can say what they come to. */
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

/** What a person is to a quota: takes turns, must be in for a post or for a unit, is in anyway, or is not in. */
export type Standing = 'turns' | 'head' | 'exempt' | 'in' | 'away' | 'off'

/** How a quota counts somebody. Turns stay turns when the roster has drawn a place. */
export function standingOf({ finding }: Seated, documents: ReadonlyMap<string, Circular>): Standing {
  const { place, circular, clause, override } = finding
  if (place === 'off') return 'off'
  if (override) return place === 'office' ? 'in' : 'away'
  const live = (documents.get(circular ?? '')?.clauses ?? []).filter(({ id }) => clause.includes(id))
  if (live.some((one) => one.kind === 'placement' && one.place === 'rotate')) return 'turns'
  if (place === 'rotate') return 'turns'
  if (place !== 'office') return 'away'
  const doc = documents.get(circular ?? '')
  if (doc && live.some((one) => looksAtPosts(one, doc))) return 'head'
  return doc && live.some((one) => looksAtUnits(one, doc)) ? 'exempt' : 'in'
}

const looksAtPosts = ({ who }: Clause, { groups }: Circular): boolean =>
  everywhere(who, ({ position = [], echelon = [], top_levels, group = [] }) => [
    ...position,
    ...echelon,
    ...(top_levels === undefined ? [] : [top_levels]),
    ...group.flatMap((name) => groups[name]?.positions ?? []),
  ]).length > 0

const looksAtUnits = ({ who }: Clause, { groups }: Circular): boolean =>
  everywhere(who, ({ unit = [], group = [] }) => [
    ...unit,
    ...group.flatMap((name) => [...(groups[name]?.units ?? []), ...Object.keys(groups[name]?.items ?? {})]),
  ]).length > 0

/** The documents in force for the people of a unit, by id. */
export const documentsFor = (active: readonly Active[]): ReadonlyMap<string, Circular> =>
  new Map(active.map(({ doc }) => [doc.id, doc]))

/**
 * Counts the seats of a group of people who share a quota.
 * @param people everybody posted in the group that day
 */
export function seatsOf(book: Rulebook, day: Day, people: readonly Seated[]): Seats {
  const [first] = people
  if (!first) return { staff: 0, atOffice: 0, quotas: [], limits: null, unsettled: null }
  const scene = { person: first.person, day, time: '12:00', world: book.world, unknown: new Set<string>() }
  const active = activeAt(book.versions, scene)
  const standing = standingsBy(documentsFor(active))
  const quotas: QuotaSeats[] = []
  const open: Unsettled[] = []
  for (const one of active) {
    for (const quota of quotasOf(one)) {
      const counted = people.filter(({ person }) => applies(quota, { ...scene, person, doc: one.doc }) === true)
      const [any] = counted
      if (!any) continue
      const ref = { circular: one.doc.id, clause: quota.id }
      const members = new Set(counted.map(({ person }) => person.employee))
      const count = headCount(counted, standing)
      const inside = insideOf(quota, counted, standing)
      for (const direction of ['max', 'min', 'exact'] as const) {
        const written = quota.amount[direction]
        if (written === undefined) continue
        const amount = resolveValue(written, quota, { ...scene, person: any.person, doc: one.doc }, 'amount')
        if ('undetermined' in amount) open.push(openRule(ref, amount.undetermined))
        else {
          const seats = quotaSeats(quota, ref, { count, inside }, amount.value, direction)
          quotas.push({ ...seats, members, excess: excessOf(seats.max, seatedIn(quota, counted, standing)) })
        }
      }
    }
    // "Nearest" lets the first document that states a quota speak alone.
    if (quotas.length + open.length > 0 && book.world.facts.settings.quota === 'nearest') break
  }
  const staff = people.filter(({ finding }) => finding.place !== 'off').length
  const atOffice = people.filter(({ finding }) => finding.place === 'office').length
  const unsettled = open[0] ?? clashOf(quotas)
  return { staff, atOffice, quotas, limits: unsettled ? null : tightestOf(quotas), unsettled }
}

function quotasOf(active: Active): Quota[] {
  const over = setAsideIn(active.version)
  const quotas = active.doc.clauses.filter((clause) => clause.kind === 'quota')
  return quotas.filter((quota) => !active.declines(quota) && !quotas.some(({ id }) => over.get(id)?.has(quota.id)))
}

/** Standings under some documents. Many people share one finding, and their standing hangs on nothing else. */
function standingsBy(documents: ReadonlyMap<string, Circular>): (one: Seated) => Standing {
  const known = new Map<Finding, Standing>()
  return (one) => {
    const found = known.get(one.finding) ?? standingOf(one, documents)
    known.set(one.finding, found)
    return found
  }
}

/** The people of one unit as a quota counts them. */
function headCount(people: readonly Seated[], standing: (one: Seated) => Standing): HeadCount {
  const count = { assigned: 0, eligible: 0, present: 0, heads: 0, exempt: 0, fixed: 0 }
  for (const one of people) {
    const own = standing(one)
    if (own === 'off') continue
    const { place, force } = one.finding
    const absent = place === 'leave' || place === 'travel' || place === 'education'
    count.assigned++
    if (!absent) count.present++
    if (!absent && !(place === 'home' && force === 'must' && own === 'away')) count.eligible++
    if (own === 'head') count.heads++
    if (own === 'exempt') count.exempt++
    if (own === 'head' || own === 'exempt' || own === 'in') count.fixed++
  }
  return count
}

/** Whom a quota counts of those at the office by rule: heads and exempt people as it says. */
function insideOf(quota: Quota, people: readonly Seated[], standing: (one: Seated) => Standing) {
  const atOffice = ['head', 'exempt', 'in']
  const inside = people.filter((one) => atOffice.includes(standing(one)) && takesSeat(quota, standing(one)))
  return new Set(inside.map(({ person }) => person.employee))
}

const takesSeat = ({ of }: Quota, standing: Standing): boolean =>
  !((standing === 'head' && of.heads === 'out') || (standing === 'exempt' && of.exempt === 'out'))

/** Those at the office who fill seats of a quota: all, those called in, and those whom a clause places there. */
function seatedIn(quota: Quota, people: readonly Seated[], standing: (one: Seated) => Standing) {
  const seated = { all: 0, recalled: 0, byClause: 0 }
  for (const one of people) {
    if (one.finding.place !== 'office' || !takesSeat(quota, standing(one))) continue
    seated.all++
    if (one.finding.override) seated.recalled++
    else if (standing(one) !== 'turns' && !isGap(one.finding)) seated.byClause++
  }
  return seated
}

function quotaSeats(
  quota: Quota,
  ref: ClauseRef,
  { count, inside }: { readonly count: HeadCount; readonly inside: ReadonlySet<string> },
  amount: string | number,
  direction: Direction,
): Omit<QuotaSeats, 'excess' | 'members'> {
  const { base, bound, exceededByMandatory } = boundOf(quota, count, amount, direction)
  const atMost = direction !== 'min'
  const atLeast = direction !== 'max'
  // A share at home is the rest of the base at the office.
  const here = quota.place === 'office' ? bound : base - bound
  const [limitsAbove, limitsBelow] = quota.place === 'office' ? [atMost, atLeast] : [atLeast, atMost]
  return {
    ...ref,
    per: quota.per,
    side: quota.place,
    direction,
    amount,
    base,
    bound,
    min: limitsBelow ? here : 0,
    max: limitsAbove ? here : base,
    inside,
    exceededByMandatory: quota.place === 'office' ? exceededByMandatory : 0,
  }
}

function tightestOf(quotas: readonly QuotaSeats[]): Seats['limits'] {
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
