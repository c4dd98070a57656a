import { nodesInside } from './closure.ts'
import { arcsAcross, groupOf, narrowed, type Violation, violated } from './cut.ts'
import { allOf, type DayMask, indexesOf, noDays, sizeOf } from './day-mask.ts'
import { type Aside, type Draw, limitsFor } from './draw.ts'
import { lackingByDay } from './lacking.ts'
import { type ArcRole, widestCut } from './network.ts'
import {
  individualClause,
  type Placed,
  pinClause,
  type RepairCosts,
  type RosterInput,
  usualRepairCosts,
} from './roster-input.ts'
import type { Affected, Cut, Explanation, Repair, ShortageKind } from './roster-result.ts'

/** Every rule counts. */
const nothingAside = (days: number): Aside => ({ clauses: new Set(), days: allOf(days) })

/**
 * Why a unit has no roster: first the smallest set of days, then the smallest set of clauses, each found by leaving one
 * out after the other and asking whether the rest can still not be met. Answers with nothing when a roster exists.
 * Further entries concern days that the ones before leave untouched.
 */
export function explain(input: RosterInput): Explanation[] {
  const pins = contradictoryPins(input)
  if (pins.length > 0) return pins
  const found: Explanation[] = []
  let aside = nothingAside(input.days.length)
  for (let cut = violated(input, aside); cut; cut = violated(input, aside)) {
    const explanation = explainCut(input, cut)
    found.push(explanation)
    aside = { ...aside, days: aside.days & ~explanation.days }
  }
  return found
}

function explainCut(input: RosterInput, first: Violation): Explanation {
  const none: ReadonlySet<string> = new Set()
  let days = demandedDays(first)
  for (const day of indexesOf(days).reverse()) {
    const fewer = days & ~(1n << BigInt(day))
    if (violated(input, { clauses: none, days: fewer })) days = fewer
  }
  const violation = narrowed(violated(input, { clauses: none, days }, widestCut) ?? first)
  // Of two clashes on the same days, the one that is described is named: whatever asks for something else is given up
  // first, and what the cut asks for last.
  const { asking, others } = askersOf(input, violation)
  const turn = (clause: string) => (others.has(clause) ? 0 : asking.has(clause) ? 2 : 1)
  const clauses = clausesOf(input).toSorted((one, other) => turn(one) - turn(other))
  const clash = (few: readonly string[]) =>
    violated(input, { clauses: new Set(clauses.filter((one) => !few.includes(one))), days }) !== undefined
  let conflict = clauses
  // Once is not enough: whoever is let off a day at the office is bound by limits again that the day had gone over.
  for (let before = conflict.length + 1; conflict.length < before; ) {
    before = conflict.length
    for (const clause of conflict) {
      const fewer = conflict.filter((other) => other !== clause)
      if (clash(fewer)) conflict = fewer
    }
  }
  return describe(input, violation, days, conflict)
}

/** The clauses that ask in a cut, and those that ask for people elsewhere and have no part in it. */
function askersOf(input: RosterInput, violation: Violation) {
  const { draw } = violation.network
  const { positions, demand } = input.unit
  const { asked, open } = arcsAcross(violation)
  const asking = new Set(asked.flatMap(({ role }) => demanderOf(input, draw, role)))
  const bounding = new Set(
    open.flatMap(({ role }) => (role.of === 'day' ? [demand[role.day]!.clause] : demanderOf(input, draw, role))),
  )
  const all = [...positions, ...demand, ...demand.flatMap(({ groups = [] }) => groups)].map(({ clause }) => clause)
  const minima = demand.flatMap(({ minClause }) => (minClause ? [minClause] : []))
  return { asking, others: new Set([...all, ...minima].filter((one) => !asking.has(one) && !bounding.has(one))) }
}

/** Clauses in the order in which they are tried out: pins and limits first, the quota last. */
function clausesOf({ unit }: RosterInput): string[] {
  const ids = [
    ...(unit.people.some(({ pinnedHome, pinnedOffice }) => pinnedHome || pinnedOffice) ? [pinClause] : []),
    ...unit.people.flatMap((person) => limitsFor(unit.limits, person).map(({ clause }) => clause)).toSorted(),
    ...unit.people.flatMap(({ away }) => away.map(({ clause }) => clause)).toSorted(),
    ...unit.people.flatMap(({ held = [] }) => held.map(({ clause }) => clause)).toSorted(),
    ...unit.positions.map(({ clause }) => clause).toSorted(),
    ...unit.demand.flatMap(({ groups = [] }) => groups.map(({ clause }) => clause)).toSorted(),
    ...unit.demand.flatMap(({ clause, minClause }) => [clause, ...(minClause ? [minClause] : [])]),
  ]
  return [...new Set(ids)]
}

function demandedDays(violation: Violation): DayMask {
  const { people } = violation.network.draw
  let days = noDays
  for (const { role } of arcsAcross(violation).asked) {
    if (role.of === 'limit') days |= people[role.person]!.limits[role.limit]!.days
    else if ('day' in role) days |= 1n << BigInt(role.day)
  }
  return days
}

function describe(input: RosterInput, violation: Violation, days: DayMask, conflict: readonly string[]): Explanation {
  const { draw } = violation.network
  const { asked, open } = arcsAcross(violation)
  const kind = kindOf(draw, asked, open)
  const short = asked.reduce((sum, { low }) => sum + low, 0) - open.reduce((sum, { high }) => sum + high, 0)
  const wanted = asked.reduce((sum, { role }) => sum + statedMinimum(input, draw, role), 0)
  const demanders = new Set(asked.flatMap(({ role }) => demanderOf(input, draw, role)))
  const demanding = conflict.filter((clause) => demanders.has(clause))
  const taking = conflict.filter((clause) => !demanders.has(clause))
  const posts = new Map<string, number>()
  for (const { role } of asked) {
    if (role.of !== 'position' && role.of !== 'group') continue
    const id = role.of === 'position' ? draw.positions[role.position]!.id : groupOf(draw, role).post
    if (id === undefined) continue
    posts.set(id, Math.max(posts.get(id) ?? 0, statedMinimum(input, draw, role)))
  }
  const asking = asked.flatMap(({ role }) => (role.of === 'group' ? (groupOf(draw, role).of ?? []) : []))
  const parts = [...new Set(asking)].toSorted()
  const { people, ...cut } = cutOf(input, violation, days)
  return {
    kind,
    days,
    posts: [...posts].map(([position, minimum]) => ({ position, wanted: minimum })),
    ...(parts.length > 0 && { parts }),
    wanted,
    left: wanted - short,
    short,
    demanding,
    taking,
    alsoTaking: clausesTaking(input, days).filter((clause) => !conflict.includes(clause)),
    people: peopleIn(input, days, taking),
    repairs: repairsOf(input, violation, { kind, days, short, demanding, taking }),
    cut: { ...cut, people: people.map(({ source }) => source.id) } satisfies Cut,
  }
}

/**
 * The cut in the whole unit. Days that were set aside lie on the side of the pool: nobody who could come on them lies on
 * the other side alone, for whoever gives a day back gives it to the pool.
 */
function cutOf(input: RosterInput, { network, inside }: Violation, days: DayMask) {
  const cut = nodesInside(network, inside)
  if (!cut.pool) return cut
  const others = allOf(input.days.length) & ~days
  const places = network.draw.positions.map(({ id }) => [id, (cut.places[id] ?? noDays) | others] as const)
  const aside = { ...cut, days: cut.days | others, places: Object.fromEntries(places) }
  if (!cut.groups) return aside
  const names = new Set(network.draw.groups.flatMap((own) => own.map(({ source }) => source.name)))
  const groups = [...names].map((name) => [name, (cut.groups?.[name] ?? noDays) | others] as const)
  return { ...aside, groups: Object.fromEntries(groups) }
}

function kindOf(
  draw: Draw,
  asked: readonly { readonly role: ArcRole }[],
  open: readonly { readonly role: ArcRole; readonly high: number }[],
): ShortageKind {
  const asks = (of: ArcRole['of']) => asked.some(({ role }) => role.of === of)
  if (asks('limit')) return 'personal-minimum'
  const ofQuota = (role: ArcRole) =>
    role.of === 'day' || (role.of === 'group' && groupOf(draw, role).post === undefined)
  if (asked.some(({ role }) => ofQuota(role))) return 'quota'
  return open.some(({ role }) => ofQuota(role)) ? 'ceiling' : 'service'
}

/** A minimum as the clause states it, people at the office by rule included. */
function statedMinimum({ unit }: RosterInput, draw: Draw, role: ArcRole): number {
  if (role.of === 'day') return unit.demand[role.day]!.min
  if (role.of === 'group') return groupOf(draw, role).min
  if (role.of === 'position') {
    const rules = unit.positions.filter(({ position }) => position === draw.positions[role.position]!.id)
    return Math.max(...rules.map(({ min }) => min[role.day] ?? 0))
  }
  if (role.of !== 'limit') return 0
  const person = draw.people[role.person]!
  return limitsFor(unit.limits, person.source)[person.limits[role.limit]!.index]!.min
}

function demanderOf({ unit }: RosterInput, draw: Draw, role: ArcRole): string[] {
  if (role.of === 'day') return [unit.demand[role.day]!.minClause ?? unit.demand[role.day]!.clause]
  if (role.of === 'group') return [groupOf(draw, role).clause]
  if (role.of === 'position') {
    const { id } = draw.positions[role.position]!
    return unit.positions.filter(({ position }) => position === id).map(({ clause }) => clause)
  }
  if (role.of !== 'limit') return []
  const person = draw.people[role.person]!
  return [limitsFor(unit.limits, person.source)[person.limits[role.limit]!.index]!.clause]
}

function clausesTaking({ unit }: RosterInput, days: DayMask): string[] {
  const taking = unit.people.flatMap(({ away }) =>
    away.flatMap(({ mask, clause }) => ((mask & days) === noDays ? [] : [clause])),
  )
  return [...new Set(taking)].toSorted()
}

function peopleIn({ unit }: RosterInput, days: DayMask, clauses: readonly string[]): Affected[] {
  return unit.people
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((person) => {
      const { id, away, held = [], pinnedHome = noDays } = person
      const taken = (to: Affected['to'], { mask, clause }: Placed): Affected => ({
        person: id,
        clause,
        days: mask & days,
        to,
      })
      return [
        ...away.map((one) => taken('away', one)),
        ...held.map((one) => taken('office', one)),
        taken('away', { mask: pinnedHome, clause: pinClause }),
      ].filter((entry) => entry.days !== noDays && clauses.includes(entry.clause))
    })
}

/** Whom a clause that anybody may know of keeps at the office, and so takes seats from those who lack. */
export const keptAtOffice = ({ people }: Explanation): readonly Affected[] =>
  people.filter(({ to, clause }) => to === 'office' && clause !== individualClause)

interface Shortage {
  readonly kind: ShortageKind
  readonly days: DayMask
  readonly short: number
  readonly demanding: readonly string[]
  readonly taking: readonly string[]
}

/** Each repair is offered only when it alone makes the days possible: that is tried, not estimated. */
function repairsOf(input: RosterInput, violation: Violation, shortage: Shortage): Repair[] {
  const { kind, days, short, demanding, taking } = shortage
  const costs: RepairCosts = { ...usualRepairCosts, ...input.costs }
  const repairs: Repair[] = []
  const offer = (
    repair: Repair['kind'],
    clause: string | null,
    cost: number,
    perDay: readonly (readonly [number, number])[] = [],
  ) => {
    repairs.push({ kind: repair, clause, personDays: short, perDay, cost: cost * short })
  }
  const single = sizeOf(days) === 1 ? [[indexesOf(days)[0]!, short] as const] : []
  const [demander = null] = demanding
  if (kind === 'quota') offer('lower-quota', demander, costs.lowerQuota, lackingByDay(input, violation))
  if (kind === 'service') offer('lower-service', demander, costs.lowerService, lackingByDay(input, violation))
  if (kind === 'ceiling') offer('lower-service', demander, costs.lowerService, single)
  if (kind === 'personal-minimum') offer('change-limit', demander, costs.changeLimit)
  if (kind === 'quota' || kind === 'service') offer('add-staff', null, costs.addStaff, lackingByDay(input, violation))
  const roles = rolesOf(input)
  for (const clause of taking) {
    if (clause === individualClause || violated(input, { clauses: new Set([clause]), days })) continue
    const role = roles(clause)
    if (role === 'pin') offer('unpin', clause, costs.unpin)
    else if (role === 'limit') offer('change-limit', clause, costs.changeLimit)
    else if (role === 'held') offer('excuse', clause, costs.excuse)
    else if (role === 'quota') offer('raise-quota', clause, costs.raiseQuota, single)
    else if (role === 'service') offer('lower-service', clause, costs.lowerService)
    else offer('release', clause, costs.releaseClause[clause] ?? costs.release)
  }
  return repairs.sort((one, other) => one.cost - other.cost)
}

/** What a clause does in the unit. One that does several things is repaired where it takes days. */
function rolesOf({ unit }: RosterInput) {
  const away = new Set(unit.people.flatMap((person) => person.away.map(({ clause }) => clause)))
  const held = new Set(unit.people.flatMap((person) => (person.held ?? []).map(({ clause }) => clause)))
  const limits = new Set(unit.people.flatMap((person) => limitsFor(unit.limits, person).map(({ clause }) => clause)))
  const quotas = new Set(
    unit.demand.flatMap(({ clause, minClause = clause, groups = [] }) => [
      clause,
      minClause,
      ...groups.flatMap((group) => (group.post === undefined ? [group.clause] : [])),
    ]),
  )
  return (clause: string) => {
    if (clause === pinClause) return 'pin'
    if (away.has(clause)) return 'away'
    if (held.has(clause)) return 'held'
    if (limits.has(clause)) return 'limit'
    return quotas.has(clause) ? 'quota' : 'service'
  }
}

/** Pins that say two things about a day, or the opposite of a rule. */
function contradictoryPins(input: RosterInput): Explanation[] {
  const { unit, costs } = input
  const unpin = costs?.unpin ?? usualRepairCosts.unpin
  return unit.people
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((person) => {
      const { pinnedHome = noDays, pinnedOffice = noDays, free, office, away } = person
      const wrong = (pinnedOffice & ~(free | office)) | (pinnedHome & office) | (pinnedHome & pinnedOffice)
      if (wrong === noDays) return []
      const taking = away.flatMap(({ mask, clause }) => ((mask & wrong) === noDays ? [] : [clause]))
      const short = sizeOf(wrong)
      const perDay = indexesOf(wrong).map((day): [number, number] => [day, 1])
      const explanation: Explanation = {
        kind: 'pin',
        days: wrong,
        posts: [],
        wanted: short,
        left: 0,
        short,
        demanding: [pinClause],
        taking: [...new Set(taking)].toSorted(),
        alsoTaking: [],
        people: [{ person: person.id, clause: pinClause, days: wrong, to: 'away' }],
        repairs: [{ kind: 'unpin', clause: pinClause, personDays: short, perDay, cost: unpin * short }],
        cut: { people: [person.id], limits: [], places: {}, days: wrong, total: false, pool: false },
      }
      return [explanation]
    })
}
