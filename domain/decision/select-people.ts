/** `who`: does a selector reach a person? (circular-language, section 3) */
import { addDays, ageOn } from '../calendar/day.ts'
import type { Who } from '../circular/clause.ts'
import type { Group } from '../circular/schema.ts'
import { type Echelon, echelons, headsOn } from '../staff/facts.ts'
import { employerOf, inherited, type Scene, workplaceOf } from './scene.ts'
import { every, opposite, some, type Truth } from './truth.ts'
import { actingOn, attributeOn, listedOn } from './world.ts'

type Ask = { [K in keyof Who]-?: (wanted: NonNullable<Who[K]>, scene: Scene) => Truth }

const questions: Ask = {
  all: () => true,
  public: () => false,
  any_of: (selectors, scene) => some(selectors, (selector) => reaches(selector, scene)),
  not: (selector, scene) => opposite(reaches(selector, scene)),
  group: (names, scene) => some(names, (name) => inGroup(name, scene)),
  unit: inUnits,
  employer: (wanted, scene) => wanted.includes(employerOf(scene)),
  workplace_in: (wanted, scene) => wanted.includes(workplaceOf(scene)),
  position: holdsPost,
  echelon: (wanted, scene) => wanted.includes(highestEchelon(scene)),
  top_levels: amongTopLevels,
  job: (wanted, { person }) => wanted.includes(person.job),
  employment: (wanted, { person }) => wanted.includes(person.employment),
  age: hasAge,
  has: (wanted, scene) => some(wanted, (name) => hasAttribute(name, scene)),
  placed: (wanted, { placed }) => placed !== undefined && wanted.includes(placed),
  under: (wanted, { settledBy }) => wanted.some((clause) => settledBy?.includes(clause)),
}

/** Whether a selector reaches the person of the scene; null when a fact it needs is not known. */
export function reaches(who: Who, scene: Scene): Truth {
  return every(Object.keys(who) as (keyof Who)[], (key) => {
    const ask = questions[key] as (wanted: unknown, scene: Scene) => Truth
    return ask(who[key], scene)
  })
}

function inGroup(name: string, scene: Scene): Truth {
  const group = scene.doc.groups[name]
  if (!group) throw new Error(`${scene.doc.id} names group ${name}, which fold() must have refused`)
  if (group.positions && holdsPost(group.positions, scene)) return true
  return inUnits(unitsIn(group), scene)
}

const listed = new WeakMap<Group, readonly string[]>()

/** The units a group lists, numbered items included. */
function unitsIn(group: Group): readonly string[] {
  const known = listed.get(group)
  if (known) return known
  const made = [...(group.units ?? []), ...Object.values(group.items ?? {}).flat()]
  listed.set(group, made)
  return made
}

/** Whether the unit, or one above it, is listed: whatever names a unit covers everything below it. */
function inUnits(wanted: readonly string[], scene: Scene): Truth {
  const { world, day, person } = scene
  const { units, sectors } = listedOn(world, day, wanted)
  const { unit } = person
  if (units.has(unit)) return true
  for (let end = unit.lastIndexOf('/'); end > 0; end = unit.lastIndexOf('/', end - 1))
    if (units.has(unit.slice(0, end))) return true
  return some(sectors, (sector) => isOfSector(sector, scene))
}

function isOfSector(wanted: string, scene: Scene): Truth {
  const sector = inherited(scene, 'sector')
  if (sector !== null) return sector === wanted
  scene.unknown.add('sector')
  return null
}

/** The own post and every acting post that runs on that day. */
const posts = ({ person, world, day }: Scene): { position: string; echelon: Echelon | null }[] => [
  person,
  ...actingOn(world, person.employee, day),
]

function holdsPost(wanted: readonly string[], scene: Scene): boolean {
  const heads = headsOn(scene.world.facts.settings, scene.day)
  return posts(scene).some(
    ({ position }) => wanted.includes(position) || (wanted.includes('opd_head') && heads.includes(position)),
  )
}

/** The highest post held decides the echelon, otherwise an acting official would be in conflict with himself. */
function highestEchelon(scene: Scene): Echelon {
  const held = posts(scene)
  return echelons.find((echelon) => held.some((post) => post.echelon === echelon)) ?? 'none'
}

function amongTopLevels(levels: number, scene: Scene): Truth {
  const known = inherited(scene, 'topEchelons')
  if (known !== null) return known.slice(0, levels).includes(highestEchelon(scene))
  scene.unknown.add('top_echelons')
  return null
}

function hasAge(wanted: NonNullable<Who['age']>, scene: Scene): Truth {
  const { birth } = scene.person
  if (birth === null) {
    scene.unknown.add('birth_date')
    return null
  }
  const age = ageOn(birth, scene.day)
  const { at_least, over, past_birthday, under } = wanted
  return (
    (at_least === undefined || age >= at_least) &&
    (over === undefined || age > over) &&
    (past_birthday === undefined || ageOn(birth, addDays(scene.day, -1)) >= past_birthday) &&
    (under === undefined || age < under)
  )
}

/** No record means no; a record that says "unknown" is asked about where it matters. */
function hasAttribute(name: string, scene: Scene): Truth {
  if (name === 'works_shifts') return scene.person.workPattern === 'shift'
  const record = attributeOn(scene.world, scene.person.employee, name, scene.day)
  if (!record) return false
  if (record.value !== 'unknown') return record.value
  scene.unknown.add(`attribute ${name}`)
  return null
}
