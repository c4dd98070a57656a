/** Whom a quota counts on a day, by the groups of its `per`, and what its bounds come to in each. */
import type { Quota } from '../circular/clause.ts'
import type { Active } from './active.ts'
import { setAsideIn } from './placement.ts'
import { baseOf, boundOf, type Direction } from './quota.ts'
import { groupOf, partOf } from './quota-groups.ts'
import type { Undetermined } from './row.ts'
import { missingFact, type Scene } from './scene.ts'
import { byAgency, headCount, type Seated, type Standing } from './seated.ts'
import type { QuotaSeats } from './seats.ts'
import { shiftsOf } from './shifts.ts'
import { applies } from './speaks-to.ts'
import { type Found, resolveValue } from './value.ts'

/** What one bound comes to for some people. */
export type BoundSeats = Pick<
  QuotaSeats,
  'side' | 'direction' | 'amount' | 'base' | 'bound' | 'min' | 'max' | 'exceededByMandatory'
>

/** One bound of a quota on one of its groups. */
export interface GroupBound {
  readonly whole: BoundSeats
  /** By agency; they add up to the whole. */
  readonly parts: ReadonlyMap<string, BoundSeats>
}

export interface CountedGroup {
  /** null: nobody has recorded in which room they sit, and nothing is bounded. */
  readonly group: string | null
  readonly people: readonly Seated[]
  /** Each bound that is written, or why nobody can say it. */
  readonly bounds: readonly (GroupBound | Undetermined)[]
}

export interface Counted {
  /** Why nobody can say whom it counts; null: it can be said. */
  readonly open: Undetermined | null
  /** The group of each employee whom it counts. */
  readonly groups: ReadonlyMap<string, CountedGroup>
}

/** From what everybody is counted: the scene of the day, whoever is in it, and what each is to quotas. */
export interface Counting {
  readonly scene: Omit<Scene, 'doc'>
  readonly standing: (one: Seated) => Standing
}

/** Of the same people, agencies that share a group ask the same. A document in force is one of a world, day and employer. */
const remembered = new WeakMap<readonly Seated[], Map<Active, Map<Quota, Counted>>>()

/** Counts the people of a quota, once for however many agencies ask. */
export function countedBy(quota: Quota, active: Active, among: readonly Seated[], counting: Counting): Counted {
  const byDocument = remembered.get(among) ?? new Map<Active, Map<Quota, Counted>>()
  remembered.set(among, byDocument)
  const byQuota = byDocument.get(active) ?? new Map<Quota, Counted>()
  byDocument.set(active, byQuota)
  const known = byQuota.get(quota)
  if (known) return known
  const made = count(quota, active, among, counting)
  byQuota.set(quota, made)
  return made
}

/** The quotas of a document that no other declines. */
export const quotasOf = ({ doc, declines }: Active): Quota[] =>
  doc.clauses.filter((clause): clause is Quota => clause.kind === 'quota' && !declines(clause))

function count(quota: Quota, active: Active, among: readonly Seated[], { scene, standing }: Counting): Counted {
  const { doc } = active
  const unknown = new Set<string>()
  const above = quotasOf(active).filter(({ id }) => setAsideIn(active.version).get(id)?.has(quota.id))
  const says = (clause: Quota, person: Seated['person']) => applies(clause, { ...scene, person, doc, unknown })
  const people = among.filter(
    ({ person }) => says(quota, person) === true && !above.some((other) => says(other, person) === true),
  )
  const rule = [...unknown].find((fact) => fact === 'sector' || fact.startsWith('status '))
  if (rule !== undefined) {
    const reason = `no ${rule.replace('status ', '')} is recorded`
    return { open: { ...missingFact([rule], scene.world), reason }, groups: new Map() }
  }
  const named = new Map<string | null, Seated[]>()
  for (const one of people) {
    const group = groupOf(quota.per, { ...scene, person: one.person, doc })
    const known = named.get(group)
    if (known) known.push(one)
    else named.set(group, [one])
  }
  const groups = new Map<string, CountedGroup>()
  for (const [group, own] of named) {
    const bounds = group === null ? [] : groupBounds(quota, own, { ...scene, doc }, standing)
    const made = { group, people: own, bounds }
    for (const { person } of own) groups.set(person.employee, made)
  }
  return { open: null, groups }
}

function groupBounds(
  quota: Quota,
  people: readonly Seated[],
  scene: Scene,
  standing: Counting['standing'],
): (GroupBound | Undetermined)[] {
  const bounds: (GroupBound | Undetermined)[] = []
  for (const direction of ['max', 'min', 'exact'] as const) {
    const written = quota.amount[direction]
    if (written === undefined) continue
    const amount = amountOf(written, quota, people, scene)
    if ('undetermined' in amount) bounds.push(amount.undetermined)
    else {
      const shifts = quota.per === 'shift' ? Math.max(1, shiftsOf(people, scene).length) : 1
      const whole = wholeSeats(quota, people, standing, { amount: amount.value, direction, shifts })
      bounds.push({ whole, parts: partsOf(whole, quota, people, standing) })
    }
  }
  return bounds
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

interface Stated {
  readonly amount: string | number
  readonly direction: Direction
  /** In how many shifts of a day the bound lets people in. */
  readonly shifts: number
}

function wholeSeats(
  quota: Quota,
  people: readonly Seated[],
  standing: Counting['standing'],
  { amount, direction, shifts }: Stated,
): BoundSeats {
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
 * What each agency has of a group: whoever must be there sits first, and the seats that are left are divided among those
 * who take turns, by largest remainders; where nobody does, among those who are not there. Of seats that are fewer than
 * those who must be there, each agency lacks its part of what is lacking.
 */
function partsOf(
  whole: BoundSeats,
  quota: Quota,
  people: readonly Seated[],
  standing: Counting['standing'],
): Map<string, BoundSeats> {
  const agencies = [...byAgency(people)].map(([agency, own]) => ({
    agency,
    ...baseOf(quota, headCount(own, standing)),
    turns: own.filter((one) => standing(one) === 'turns').length,
  }))
  type Share = (typeof agencies)[number]
  const weights = (of: (share: Share) => number) => new Map(agencies.map((one) => [one.agency, of(one)]))
  const insiders = weights(({ inside }) => inside)
  const takesTurns = agencies.some(({ turns }) => turns > 0)
  const others = weights(({ turns, base, inside }) => (takesTurns ? turns : base - inside))
  const insideAll = agencies.reduce((sum, { inside }) => sum + inside, 0)
  const part = (seats: number, { agency, inside }: Share) =>
    seats < insideAll
      ? inside - partOf(insideAll - seats, insiders, agency)
      : inside + partOf(seats - insideAll, others, agency)
  const parts = agencies.map((share): [string, BoundSeats] => {
    const { agency, base } = share
    const [min, max] = [part(whole.min, share), whole.max < whole.base ? part(whole.max, share) : base]
    const stated = (whole.direction === 'min') === (whole.side === 'office') ? min : max
    const bound = whole.side === 'office' ? stated : base - stated
    const exceededByMandatory = partOf(whole.exceededByMandatory, insiders, agency)
    return [agency, { ...whole, base, min, max, bound, exceededByMandatory }]
  })
  return new Map(parts)
}
