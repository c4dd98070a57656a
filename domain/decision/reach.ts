/** Whom each clause of a document speaks to on a day, whatever other clauses say of them. */
import { type Day, within } from '../calendar/day.ts'
import type { Clause } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import { everyWhen } from '../circular/selectors.ts'
import { grouping } from './grouping.ts'
import type { Finding } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import type { Seated } from './seated.ts'
import { speaksTo } from './speaks-to.ts'
import type { World } from './world.ts'

/** How many people, by clause. */
export type Reach = ReadonlyMap<string, number>

/**
 * How many fall under each clause. Duties, bans, hours and services look at where somebody was placed; one that may or may
 * not speak to somebody, for something is not known, is not counted.
 * @param people with what was decided for the middle of the day
 */
export function reachOf(doc: Circular, { world }: Rulebook, day: Day, people: readonly Seated[]): Reach {
  const alike = alikeIn(doc, world, day, people)
  const speaks = speaking(doc, world, day)
  const count = (clause: Clause) => alike.reduce((sum, { one, count }) => (speaks(clause, one) ? sum + count : sum), 0)
  return new Map(doc.clauses.map((clause) => [clause.id, clause.who.public ? 0 : count(clause)]))
}

/** The people whom one clause speaks to. */
export function peopleUnder(
  id: string,
  doc: Circular,
  { world }: Rulebook,
  day: Day,
  people: readonly Seated[],
): readonly Seated[] {
  const clause = doc.clauses.find((one) => one.id === id)
  const speaks = speaking(doc, world, day)
  return clause && !clause.who.public ? people.filter((one) => speaks(clause, one)) : []
}

function speaking(doc: Circular, world: World, day: Day): (clause: Clause, one: Seated) => boolean {
  const unknown = new Set<string>()
  /** A clause of some hours speaks when they begin. */
  const timeOf = ({ when }: Clause) => (when && everyWhen(when).flatMap(({ time }) => time?.from ?? [])[0]) ?? '12:00'
  return (clause, { person, finding: { place, circular, clause: settledBy } }) =>
    speaksTo(clause, {
      ...{ doc, person, day, time: timeOf(clause), world, unknown, placed: place },
      settledBy: circular === doc.id ? settledBy : [],
    }) === true
}

interface Alike {
  readonly one: Seated
  count: number
}

/** People whom no clause of a document tells apart: one of each kind, and how many they are. */
function alikeIn(doc: Circular, world: World, day: Day, people: readonly Seated[]): Alike[] {
  const { staff } = world
  const groups = grouping([{ doc, recorded: null, segments: [] }], world, day, day)
  const kinds: Alike[] = []
  const known = new Map<number, Map<Finding, Alike>>()
  for (const one of people) {
    const position = staff.positionOf(one.person.employee) as number
    const apart = groups.daysApart(position)
    if (!apart || apart.some((period) => within(day, period))) {
      kinds.push({ one, count: 1 })
      continue
    }
    const group = groups.groupOf(staff.newest[position] as number)
    const inGroup = known.get(group) ?? new Map<Finding, Alike>()
    known.set(group, inGroup)
    const kind = inGroup.get(one.finding)
    if (kind) kind.count++
    else {
      const made = { one, count: 1 }
      inGroup.set(one.finding, made)
      kinds.push(made)
    }
  }
  return kinds
}
