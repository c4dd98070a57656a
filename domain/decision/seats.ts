/** The seats of a unit on a day: how many people a quota lets in, or wants in, and who sits there first. */
import type { Day } from '../calendar/day.ts'
import type { Quota } from '../circular/clause.ts'
import { agencyOf } from '../staff/facts.ts'
import { type Active, activeAt } from './active.ts'
import { type Excess, excessOf } from './excess.ts'
import { setAsideIn } from './placement.ts'
import { boundOf, type Direction } from './quota.ts'
import { groupOf, partOf, reachesOverAgencies, roomUnknown } from './quota-groups.ts'
import type { ClauseRef, Undetermined } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { missingFact, type Scene } from './scene.ts'
import { documentsFor, headCount, insideOf, type Seated, type Standing, seatedIn, standingsBy } from './seated.ts'
import { shiftsOf } from './shifts.ts'
import { applies } from './speaks-to.ts'
import { clashOf, openRule, type Unsettled } from './unsettled.ts'
import { type Found, resolveValue } from './value.ts'

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
interface Counting {
  readonly scene: Omit<Scene, 'doc'>
  readonly people: readonly Seated[]
  /** Everybody whom groups that reach over agencies count. */
  readonly around: readonly Seated[]
  readonly standing: (one: Seated) => Standing
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
  const counting = { scene, people, around, standing: standingsBy(documentsFor(active)), open: [] as Unsettled[] }
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

const quotasOf = ({ doc, declines }: Active): Quota[] =>
  doc.clauses.filter((clause): clause is Quota => clause.kind === 'quota' && !declines(clause))

/** The bounds of one clause: for each of its groups that has people of the unit, and each way of bounding. */
function boundsOf(quota: Quota, active: Active, counting: Counting): QuotaSeats[] {
  const { doc } = active
  const { scene, people, around, standing, open } = counting
  const ref = { circular: doc.id, clause: quota.id }
  const unknown = new Set<string>()
  const above = quotasOf(active).filter(({ id }) => setAsideIn(active.version).get(id)?.has(quota.id))
  const says = (clause: Quota, person: Seated['person']) => applies(clause, { ...scene, person, doc, unknown })
  const counts = ({ person }: Seated) =>
    says(quota, person) === true && !above.some((other) => says(other, person) === true)
  const counted = (reachesOverAgencies(quota) ? around : people).filter(counts)
  const rule = [...unknown].find((fact) => fact === 'sector' || fact.startsWith('status '))
  if (rule !== undefined) {
    const reason = `no ${rule.replace('status ', '')} is recorded`
    open.push(openRule(ref, { ...missingFact([rule], scene.world), reason }))
    return []
  }
  const groups = new Map<string | null, Seated[]>()
  for (const one of counted) {
    const group = groupOf(quota.per, { ...scene, person: one.person, doc })
    const known = groups.get(group)
    if (known) known.push(one)
    else groups.set(group, [one])
  }
  const own = new Set(people.map(({ person }) => person.employee))
  return [...groups].flatMap(([group, all]): QuotaSeats[] => {
    const here = all.filter(({ person }) => own.has(person.employee))
    if (here.length === 0) return []
    if (group === null) {
      open.push(openRule(ref, roomUnknown))
      return []
    }
    const members = new Set(here.map(({ person }) => person.employee))
    const inside = insideOf(quota, here, standing)
    const first = firstOf(quota, here, { ...scene, doc })
    const bounds: QuotaSeats[] = []
    for (const direction of ['max', 'min', 'exact'] as const) {
      const written = quota.amount[direction]
      if (written === undefined) continue
      const amount = amountOf(written, quota, all, { ...scene, doc })
      if ('undetermined' in amount) open.push(openRule(ref, amount.undetermined))
      else {
        const shifts = quota.per === 'shift' ? Math.max(1, shiftsOf(here, { ...scene, doc }).length) : 1
        const whole = quotaSeats(quota, all, standing, { amount: amount.value, direction, shifts })
        const seats = all.length === here.length ? whole : ownPart(whole, all, here, quota, standing)
        const excess = excessOf(seats.max, seatedIn(quota, here, standing))
        bounds.push({ ...ref, per: quota.per, group, members, inside, first, excess, ...seats })
      }
    }
    return bounds
  })
}

/** What a group is told; where a table or an answer tells its people different things, nobody can say it. */
function amountOf(
  written: NonNullable<Quota['amount']['max']>,
  quota: Quota,
  group: readonly Seated[],
  scene: Scene,
): Found {
  const [any] = group
  if (typeof written !== 'object' || !any) return { value: written as string | number }
  const found = group.map(({ person }) => resolveValue(written, quota, { ...scene, person }, 'amount'))
  const open = found.find((one) => 'undetermined' in one)
  if (open) return open
  const values = [...new Set(found.map((one) => ('value' in one ? String(one.value) : '')))]
  if (values.length === 1) return found[0] as Found
  const undetermined: Undetermined = {
    code: 'table_overlap',
    reason: `${values.toSorted().join(' and ')} hold within ${groupOf(quota.per, { ...scene, person: any.person })}`,
    ask: 'bagian_organisasi',
  }
  return { undetermined }
}

type OwnSeats = Pick<
  QuotaSeats,
  'side' | 'direction' | 'amount' | 'base' | 'bound' | 'min' | 'max' | 'exceededByMandatory'
>

interface Stated {
  readonly amount: string | number
  readonly direction: Direction
  /** In how many shifts of a day the bound lets people in. */
  readonly shifts: number
}

function quotaSeats(
  quota: Quota,
  people: readonly Seated[],
  standing: Counting['standing'],
  { amount, direction, shifts }: Stated,
): OwnSeats {
  const { base, bound, exceededByMandatory } = boundOf(quota, headCount(people, standing), amount, direction)
  const atMost = direction !== 'min'
  const atLeast = direction !== 'max'
  // A share at home is the rest of the base at the office.
  const here = quota.place === 'office' ? Math.min(base, bound * shifts) : base - bound
  const [limitsAbove, limitsBelow] = quota.place === 'office' ? [atMost, atLeast] : [atLeast, atMost]
  return {
    side: quota.place,
    direction,
    amount,
    base,
    bound,
    min: limitsBelow ? here : 0,
    max: limitsAbove ? here : base,
    exceededByMandatory: quota.place === 'office' ? exceededByMandatory : 0,
  }
}

/**
 * The part of one agency in a group that reaches over several: whoever must be there sits first, and the seats that are
 * left are divided among those who take turns, by largest remainders.
 */
function ownPart(
  whole: OwnSeats,
  all: readonly Seated[],
  here: readonly Seated[],
  quota: Quota,
  standing: Counting['standing'],
): OwnSeats {
  const turns = new Map<string, number>()
  for (const one of all) {
    const agency = agencyOf(one.person.unit)
    turns.set(agency, (turns.get(agency) ?? 0) + (standing(one) === 'turns' ? 1 : 0))
  }
  const agency = agencyOf(here[0]?.person.unit ?? '')
  const [inside, insideAll] = [insideOf(quota, here, standing).size, insideOf(quota, all, standing).size]
  const part = (bound: number) => inside + partOf(Math.max(0, bound - insideAll), turns, agency)
  const count = headCount(here, standing)
  const outside = (quota.of.heads === 'out' ? count.heads : 0) + (quota.of.exempt === 'out' ? count.exempt : 0)
  const base = count[quota.of.staff] - outside
  const [min, max] = [whole.min > 0 ? part(whole.min) : 0, whole.max < whole.base ? part(whole.max) : base]
  const bound = whole.side === 'office' ? (whole.direction === 'min' ? min : max) : base - (whole.min > 0 ? min : max)
  return { ...whole, base, min, max, bound }
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
