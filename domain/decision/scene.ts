import type { Day, Time } from '../calendar/day.ts'
import type { Circular } from '../circular/schema.ts'
import type { EmployeeRecord, UnitRecord } from '../staff/facts.ts'
import type { Undetermined } from './row.ts'
import { unitsAbove, type World } from './world.ts'

/** Where a selector is asked: about whom, on which day and time, in whose document. */
export interface Scene {
  readonly doc: Circular
  readonly person: EmployeeRecord
  readonly day: Day
  readonly time: Time
  readonly world: World
  /** The final place of the day; only duties, bans, hours and services are asked after it is settled. */
  readonly placed?: string
  /** The clauses of this document that settled it. */
  readonly settledBy?: readonly string[]
  /** What was asked and is not known; grows while selectors are asked. */
  readonly unknown: Set<string>
}

/** Keeps the register of documents, its tables and the units. */
export const registrar = 'bagian_organisasi'

/** Which kind of fact is missing, and who can record it. What concerns the person goes first: it is not told to others. */
export function missingFact(names: readonly string[], { facts }: World): Pick<Undetermined, 'code' | 'ask'> {
  if (names.some((name) => name === 'birth_date' || name.startsWith('attribute ')))
    return { code: 'attribute_unknown', ask: 'bkpsdm' }
  const [, status] = names.map((name) => /^status (.+)$/.exec(name)).find((found) => found !== null) ?? []
  if (status === undefined) return { code: 'attribute_unknown', ask: registrar }
  return {
    code: 'status_unknown',
    ask: facts.statuses.findLast((record) => record.status === status)?.authority ?? registrar,
  }
}

/** Who, when, and the facts: all that a look at the unit needs. */
type Somebody = Pick<Scene, 'person' | 'day' | 'world'>

type Inherited = 'sector' | 'workplaceIn' | 'employer' | 'topEchelons'

/** A property of the unit, or of the nearest unit above it that has one. */
export function inherited<K extends Inherited>(scene: Somebody, key: K): UnitRecord[K] {
  return (
    unitsAbove(scene.world, scene.person.unit, scene.day).find((unit) => unit[key] !== null)?.[key] ??
    (null as UnitRecord[K])
  )
}

/** Where the workplace lies: the person's own entry, else the unit's, else the region of the document. */
export const workplaceOf = (scene: Scene): string =>
  scene.person.workplaceIn ?? inherited(scene, 'workplaceIn') ?? scene.doc.region

/** Who pays and posts the person: the own entry, else the unit's, else the region of the document. */
export const employerOf = (scene: Scene): string =>
  scene.person.employer ?? inherited(scene, 'employer') ?? scene.doc.region
