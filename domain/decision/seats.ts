/** The seats of a unit on a day: how many people a quota lets in, or wants in, and who sits there first. */
import type { Day } from '../calendar/day.ts'
import type { Circular, Clause, Quota } from '../circular/schema.ts'
import { everywhere } from '../circular/selectors.ts'
import type { EmployeeRecord } from '../staff/facts.ts'
import { type Active, activeAt } from './active.ts'
import { type Excess, excessOf } from './excess.ts'
import { setAsideIn } from './placement.ts'
import { boundOf, type Direction, type HeadCount } from './quota.ts'
import { type ClauseRef, type Finding, isGap, type Undetermined } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { speaksTo } from './speaks-to.ts'
import { resolveValue } from './value.ts'

/** Somebody of the unit, and what was decided for the middle of the day. */
export interface Seated {
  readonly person: EmployeeRecord
  readonly finding: Finding
}

/** One quota on one unit and day. */
export interface QuotaSeats extends ClauseRef {
  readonly per: Quota['per']
  readonly side: Quota['place']
  readonly direction: Direction
  readonly amount: string | number
  readonly base: number
  readonly bound: number
  /** Fewest and most people at the office by this quota. */
  readonly min: number
  readonly max: number
  /** People at the office by rule who count inside. */
  readonly inside: number
  readonly exceededByMandatory: number
  /** Why more sit at the office than `max`; null: they do not. */
  readonly excess: Excess | null
}

export interface Seats {
  /** Everybody for whom it is a working day. */
  readonly staff: number
  readonly atOffice: number
  readonly quotas: readonly QuotaSeats[]
  /** The tightest of all quotas; null: none speaks of this unit today. */
  readonly limits: {
    readonly min: number
    readonly max: number
    /** Whether a clause sets that maximum; otherwise it is the base of the quota. */
    readonly capped: boolean
    readonly inside: number
    /** Why more sit at the office than the maximum; null: they do not. */
    readonly excess: Excess | null
    readonly clause: ClauseRef
    readonly minClause: ClauseRef
  } | null
  /** The minimum of one document lies above the maximum of another. */
  readonly conflict: boolean
  /** Quotas whose amount nobody can say yet. */
  readonly undetermined: readonly (ClauseRef & { readonly why: Undetermined })[]
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
  const scene = (person: EmployeeRecord) => ({
    person,
    day,
    time: '12:00',
    world: book.world,
    unknown: new Set<string>(),
  })
  const active = first ? activeAt(book.versions, scene(first.person)) : []
  const documents = documentsFor(active)
  const quotas: QuotaSeats[] = []
  const undetermined: (ClauseRef & { why: Undetermined })[] = []
  for (const one of active) {
    for (const quota of quotasOf(one)) {
      const counted = people.filter(({ person }) => speaksTo(quota, { ...scene(person), doc: one.doc }) === true)
      const [any] = counted
      if (!any) continue
      const ref = { circular: one.doc.id, clause: quota.id }
      const count = headCount(counted, documents)
      for (const direction of ['max', 'min', 'exact'] as const) {
        const written = quota.amount[direction]
        if (written === undefined) continue
        const amount = resolveValue(written, quota, { ...scene(any.person), doc: one.doc })
        if ('undetermined' in amount) undetermined.push({ ...ref, why: amount.undetermined })
        else {
          const seats = quotaSeats(quota, ref, count, amount.value, direction)
          quotas.push({ ...seats, excess: excessOf(seats.max, seatedIn(quota, counted, documents)) })
        }
      }
    }
    // "Nearest" lets the first document that states a quota speak alone.
    if (quotas.length > 0 && book.world.facts.settings.quota === 'nearest') break
  }
  const staff = people.filter(({ finding }) => finding.place !== 'off').length
  const atOffice = people.filter(({ finding }) => finding.place === 'office').length
  const limits = tightestOf(quotas)
  return { staff, atOffice, quotas, limits, conflict: limits !== null && limits.min > limits.max, undetermined }
}

function quotasOf(active: Active): Quota[] {
  const over = setAsideIn(active.version)
  const quotas = active.doc.clauses.filter((clause) => clause.kind === 'quota')
  return quotas.filter((quota) => !active.declines(quota) && !quotas.some(({ id }) => over.get(id)?.has(quota.id)))
}

/** The people of one unit as a quota counts them. */
export function headCount(people: readonly Seated[], documents: ReadonlyMap<string, Circular>): HeadCount {
  const count = { assigned: 0, eligible: 0, present: 0, heads: 0, exempt: 0, fixed: 0 }
  for (const one of people) {
    const standing = standingOf(one, documents)
    if (standing === 'off') continue
    const { place, force } = one.finding
    const absent = place === 'leave' || place === 'travel' || place === 'education'
    count.assigned++
    if (!absent) count.present++
    if (!absent && !(place === 'home' && force === 'must' && standing === 'away')) count.eligible++
    if (standing === 'head') count.heads++
    if (standing === 'exempt') count.exempt++
    if (standing === 'head' || standing === 'exempt' || standing === 'in') count.fixed++
  }
  return count
}

/** Those at the office who fill seats of a quota: all, those called in, and those whom a clause places there. */
function seatedIn({ of }: Quota, people: readonly Seated[], documents: ReadonlyMap<string, Circular>) {
  const seated = { all: 0, recalled: 0, byClause: 0 }
  for (const one of people) {
    if (one.finding.place !== 'office') continue
    const standing = standingOf(one, documents)
    if ((standing === 'head' && of.heads === 'out') || (standing === 'exempt' && of.exempt === 'out')) continue
    seated.all++
    if (one.finding.override) seated.recalled++
    else if (standing !== 'turns' && !isGap(one.finding)) seated.byClause++
  }
  return seated
}

function quotaSeats(
  quota: Quota,
  ref: ClauseRef,
  count: HeadCount,
  amount: string | number,
  direction: Direction,
): Omit<QuotaSeats, 'excess'> {
  const { base, bound, exceededByMandatory } = boundOf(quota, count, amount, direction)
  const outside = (quota.of.heads === 'out' ? count.heads : 0) + (quota.of.exempt === 'out' ? count.exempt : 0)
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
    inside: Math.max(0, count.fixed - outside),
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
