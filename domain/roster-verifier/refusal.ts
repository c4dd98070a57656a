/** A refusal, counted again: days that cannot be met, and why. */
import type { RosterInput, RosterPerson } from '../roster/roster-input.ts'
import type { RosterResult } from '../roster/roster-result.ts'
import type { Deny } from './claims.ts'
import { checkCrossing } from './crossing.ts'
import { bit, count } from './masks.ts'
import { type Part, partsOf } from './parts.ts'
import { teamDays } from './teams.ts'

type Refusal = RosterResult['conflicts'][number]

/**
 * Counts a refusal again. With the stated nodes on one side, lower bounds that come in must exceed upper bounds that go
 * out by exactly the stated number; and each clause of the conflict must be one the unit has.
 */
export function checkRefusal(input: RosterInput, stated: Refusal, teamOf: RosterResult['teamOf'], deny: Deny) {
  if (stated.kind === 'groups-cross') return checkCrossing(input, stated, teamOf, deny)
  if (stated.kind === 'open-rule' || stated.kind === 'rules-clash') return checkUnsettled(input, stated, deny)
  if (stated.wanted - stated.left !== stated.short || stated.short <= 0) deny('explanation', 'arithmetic')
  if (stated.kind === 'pin') {
    const pinned = input.unit.people.find(({ id }) => id === stated.people[0]?.person)
    const { pinnedHome = 0n, pinnedOffice = 0n, free = 0n, office = 0n } = pinned ?? {}
    const wrong = (pinnedOffice & ~(free | office)) | (pinnedHome & office) | (pinnedHome & pinnedOffice)
    if (wrong !== stated.days || count(wrong) !== stated.short) deny('explanation', 'pin')
    return
  }
  const clauses = clausesOf(input)
  for (const clause of [...stated.demanding, ...stated.taking, ...stated.alsoTaking])
    if (!clauses.has(clause)) deny('explanation', `no clause ${clause}`)
  for (const one of stated.people)
    if (!isTaken(input, one, teamOf[one.person])) deny('explanation', `days of ${one.person}`)
  for (const { kind, clause, personDays } of stated.repairs)
    if (personDays !== stated.short || !(clause === null ? kind === 'add-staff' : clauses.has(clause)))
      deny('explanation', `repair ${kind}`)
  const cut = cutOf(input, stated, teamOf)
  if (cut.short !== stated.short) deny('explanation', `short by ${cut.short}`)
  if (cut.wanted !== stated.wanted) deny('explanation', `wanted ${cut.wanted}`)
  for (const { position, wanted } of stated.posts) {
    const asks = input.unit.positions.some(
      (rule) => rule.position === position && rule.min.some((min, day) => min === wanted && bit(stated.days, day)),
    )
    if (!asks) deny('explanation', `nobody asks for ${wanted} of ${position}`)
  }
  for (const part of stated.parts ?? []) {
    const asked = ({ groups = [] }: RosterInput['unit']['demand'][number], day: number) =>
      bit(stated.days, day) && groups.some(({ of }) => of === part)
    if (!input.unit.demand.some(asked)) deny('explanation', `no quota of ${part}`)
  }
  if (namesTooMuch(input, stated, teamOf)) deny('explanation', 'a day that is not needed')
}

/** A day on which nobody can say how many may come: the unit says so, with these clauses and numbers. */
function checkUnsettled({ unit }: RosterInput, stated: Refusal, deny: Deny) {
  const { kind, wanted: least, left: most, reason, ask } = stated
  const own = unit.demand.filter((_, day) => bit(stated.days, day))
  const said = { kind, clauses: [...stated.demanding, ...stated.taking], least, most, reason, ask }
  const holds = own.length === 1 && own.every(({ unsettled }) => unsettled && same(unsettled, said))
  if (!holds || least - most !== stated.short) deny('explanation', 'a day that can be settled')
}

const same = (one: object, other: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(one).every(([key, value]) => JSON.stringify(value) === JSON.stringify(other[key]))

/** Whether a clause takes these days of that person, in the way that is stated. */
function isTaken(
  input: RosterInput,
  { person, clause, days, to }: Refusal['people'][number],
  team: number | undefined,
): boolean {
  const { unit } = input
  const found = unit.people.find(({ id }) => id === person)
  const placed = (to === 'office' ? found?.held : found?.away) ?? []
  const pinned = to === 'away' && clause === 'pin' ? (found?.pinnedHome ?? 0n) : 0n
  const others = to === 'away' && clause === unit.teams?.clause ? ~teamDays(input, team) : 0n
  const taken = placed.reduce((mask, one) => (one.clause === clause ? mask | one.mask : mask), pinned | others)
  return days !== 0n && (days & ~taken) === 0n
}

/** Every clause of which the unit knows. */
const clausesOf = ({ unit }: RosterInput): ReadonlySet<string> =>
  new Set([
    'pin',
    ...unit.demand.flatMap(({ clause, minClause = clause, groups = [] }) => [
      clause,
      minClause,
      ...groups.map((part) => part.clause),
    ]),
    ...unit.positions.map(({ clause }) => clause),
    ...(unit.limits ?? []).map(({ clause }) => clause),
    ...unit.people.flatMap(({ away, held, limits }) =>
      [...away, ...(held ?? []), ...(limits ?? [])].map(({ clause }) => clause),
    ),
    ...(unit.teams ? [unit.teams.clause] : []),
  ])

/** Whether the same cut is violated with one of the days set aside: then that day is not part of the smallest set. */
function namesTooMuch(input: RosterInput, stated: Refusal, teamOf: RosterResult['teamOf']): boolean {
  if (count(stated.days) === 1) return false
  return input.days.some((_, day) => {
    const one = 1n << BigInt(day)
    if (!(stated.days & one)) return false
    const { cut } = stated
    // A day that is set aside may lie on either side.
    const sides = [
      {
        ...cut,
        days: cut.days & ~one,
        places: mapped(cut.places, (mask) => mask & ~one),
        groups: mapped(cut.groups ?? {}, (mask) => mask & ~one),
      },
      {
        ...cut,
        days: cut.days | one,
        places: mapped(placesOf(input, cut), (mask) => mask | one),
        groups: mapped(groupsOf(input, cut), (mask) => mask | one),
      },
    ]
    return sides.some((side) => cutOf(input, { ...stated, days: stated.days & ~one, cut: side }, teamOf).short > 0)
  })
}

type Places = Refusal['cut']['places']

const mapped = (places: Places, change: (mask: bigint) => bigint): Places =>
  Object.fromEntries(Object.entries(places).map(([position, mask]) => [position, change(mask)]))

/** The places of a cut with every position of the unit named. */
const placesOf = ({ unit }: RosterInput, { places }: Refusal['cut']): Places =>
  Object.fromEntries(
    [...unit.people, ...unit.positions].map(({ position }) => [position, places[position] ?? 0n] as const),
  )

/** The parts of a cut with every part of the unit named. */
const groupsOf = ({ unit }: RosterInput, { groups = {} }: Refusal['cut']): Places =>
  Object.fromEntries(
    unit.demand.flatMap((demand) => (demand.groups ?? []).map(({ name }) => [name, groups[name] ?? 0n] as const)),
  )

function cutOf(
  input: RosterInput,
  { cut, days: active }: Refusal,
  teamOf: RosterResult['teamOf'],
): { short: number; wanted: number } {
  const { unit, days } = input
  let wanted = 0
  let stated = 0
  let left = 0
  /** One arc: from a node inside or not to another, with its bounds and the lower bound as the clause states it. */
  const arc = (from: boolean, to: boolean, min: number, max: number, asStated = min) => {
    if (!from && to && min > 0) {
      wanted += min
      stated += asStated
    }
    if (from && !to) left += max
  }
  const inside = new Set(cut.people)
  const insideLimits = new Set(cut.limits.map(([person, limit]) => `${limit} ${person}`))
  const at = (mask: bigint | undefined, day: number) => bit(mask ?? 0n, day) === 1
  const asks = (mask: bigint) => (mask & ~active) === 0n
  const pinnedTo = (person: RosterPerson) => (person.pinnedOffice ?? 0n) & ~person.office
  const fixedOf = (person: RosterPerson) => person.office | pinnedTo(person)
  const freeOf = (person: RosterPerson) =>
    person.free & teamDays(input, teamOf[person.id]) & ~pinnedTo(person) & ~(person.pinnedHome ?? 0n)
  for (const person of unit.people) {
    if (person.free === 0n) continue
    const { id, position } = person
    const free = freeOf(person)
    const fixed = fixedOf(person)
    const limits = [...(unit.limits ?? []), ...(person.limits ?? [])]
      .map((limit, index) => ({ ...limit, index, inside: insideLimits.has(`${index} ${id}`) }))
      .sort((one, other) => count(other.days) - count(one.days) || one.index - other.index)
    const ownerInside = (mask: bigint, before: number) =>
      limits.findLast((limit, index) => index < before && (mask & ~limit.days) === 0n)?.inside ?? inside.has(id)
    arc(cut.pool, inside.has(id), 0, Infinity)
    for (const [index, limit] of limits.entries()) {
      const taken = count(fixed & limit.days)
      const excused = count(limit.days & ~(person.free | person.office))
      const min = asks(limit.days) ? Math.max(0, limit.min - excused - taken) : 0
      arc(ownerInside(limit.days, index), limit.inside, min, Math.max(0, limit.max - taken), limit.min)
    }
    for (const [day] of days.entries()) {
      if (at(free, day)) arc(ownerInside(1n << BigInt(day), limits.length), at(cut.places[position], day), 0, 1)
    }
  }
  const positions = new Set([
    ...unit.people.map((person) => person.position),
    ...unit.positions.map((one) => one.position),
  ])
  for (const [day] of days.entries()) {
    const demand = unit.demand[day]!
    const byRule = unit.people.filter(({ office, outside = 0n }) => at(office & ~outside, day)).length
    const pinned = unit.people.filter((person) => at(pinnedTo(person), day)).length
    const fixed = byRule + pinned
    const asked = at(active, day)
    const min = asked ? Math.max(0, demand.min - fixed) : 0
    arc(at(cut.days, day), cut.total, min, Math.max(0, demand.max - fixed), demand.min)
    const parts = partsOf(demand)
    const isInside = (part: Part | undefined) => at(part ? cut.groups?.[part.name] : cut.days, day)
    for (const part of parts.nested) {
      const members = unit.people.filter((person) => part.positions.includes(person.position))
      const pinnedHere = members.filter((person) => at(pinnedTo(person), day)).length
      const here =
        pinnedHere + unit.people.filter(({ id, office }) => part.inside.includes(id) && at(office, day)).length
      const freeHere = members.filter((person) => at(freeOf(person), day)).length
      const least = part.first ? Math.min(part.min, freeHere + here) : part.min
      const [lowest, most] = [asked ? Math.max(0, least - here) : 0, Math.max(0, part.max - here)]
      arc(isInside(part), isInside(parts.around(part)), lowest, most, part.min)
    }
    for (const position of positions) {
      const members = unit.people.filter((person) => person.position === position)
      const there = members.filter((person) => at(fixedOf(person), day)).length
      const rules = unit.positions.filter((one) => one.position === position)
      const stated = Math.max(0, ...rules.map((rule) => rule.min[day]!))
      const most = Math.min(...rules.map((rule) => Math.max(0, (rule.max?.[day] ?? Infinity) - there)))
      const above = isInside(parts.around(position))
      arc(at(cut.places[position], day), above, asked ? Math.max(0, stated - there) : 0, most, stated)
    }
  }
  arc(cut.total, cut.pool, 0, Infinity)
  return { short: wanted - left, wanted: stated }
}
