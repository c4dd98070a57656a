/** Which documents are in force at a day and time, and in which order they speak. */
import { type Day, type Instant, startOf, type Time } from '../calendar/day.ts'
import type { Clause } from '../circular/clause.ts'
import type { Segment, Version } from '../circular/register.ts'
import { type Circular, levels, type Relation } from '../circular/schema.ts'
import type { Settings } from '../staff/facts.ts'
import { inherited, type Scene } from './scene.ts'
import { declaredIn, hasBegun, hasNotEnded, instantOf } from './select-days.ts'
import type { World } from './world.ts'

/** A version in force at a day and time. */
export interface Active {
  readonly version: Version
  readonly doc: Circular
  readonly segment: Segment
  readonly start: Instant
  /** Distance of the authority: 0 the unit itself, then regency or city, province, national. */
  readonly rank: number
  /** What this document declines for the region; no clauses: all of that document. */
  readonly declined: readonly Pick<Relation, 'target' | 'clauses'>[]
  /** Whether another document in force declines that clause of this one for the region. */
  readonly declines: (clause: Clause) => boolean
}

const rankOf = ({ level }: Circular) => (level === 'city' ? levels.indexOf('regency') : levels.indexOf(level))

/** Found before, for one rulebook: by its versions, then by day, time and employer. */
const found = new WeakMap<World, Map<readonly Version[], Map<string, Active[]>>>()

/** The documents in force for a person, the one that speaks first at the front. */
export function activeAt(versions: readonly Version[], scene: Omit<Scene, 'doc'>): readonly Active[] {
  const { day, time, world, person } = scene
  // Who names no employer is posted by the region that keeps the data: the first of the list.
  const [own] = world.facts.regions
  const employer = own ? (person.employer ?? inherited(scene, 'employer') ?? own.region) : null
  const byVersions = found.get(world) ?? new Map<readonly Version[], Map<string, Active[]>>()
  found.set(world, byVersions)
  const byMoment = byVersions.get(versions) ?? new Map<string, Active[]>()
  byVersions.set(versions, byMoment)
  const key = `${day} ${time} ${employer}`
  const known = byMoment.get(key)
  if (known) return known
  const made = speaking(versions, day, time, world, employer)
  byMoment.set(key, made)
  return made
}

function speaking(versions: readonly Version[], day: Day, time: Time, world: World, employer: string | null): Active[] {
  const inForce = versions.flatMap((version) => {
    const running = runningAt(version, day, time, world)
    return running && reachesRegion(version.doc, employer, world) ? [{ version, ...running }] : []
  })
  const adopted = new Set(inForce.filter(({ version }) => version.adopted).map(({ version }) => version.doc.id))
  const running = inForce.filter(({ version }) => version.adopted || !adopted.has(version.doc.id))
  const declined = running.flatMap(({ version }) => declinedBy(version.doc))
  const active = running.map(({ version, segment, start }): Active => {
    const { doc } = version
    const here = declined.filter(({ target }) => target === doc.id)
    return {
      version,
      doc,
      segment,
      start,
      rank: rankOf(doc),
      declined: declinedBy(doc),
      declines: ({ id, binding }) => !binding && here.some(({ clauses }) => !clauses || clauses.includes(id)),
    }
  })
  return active.toSorted(speakingOrder(world.facts.settings))
}

const declinedBy = ({ relations }: Circular) => relations.filter(({ type }) => type === 'declines')

/** Nearest authority first (or farthest, by setting), then the later start, then the later issue. 0 = a complete tie. */
export function speakingOrder({ placement }: Settings): (a: Active, b: Active) => number {
  const direction = placement === 'parent' ? -1 : 1
  return (a, b) =>
    direction * (a.rank - b.rank) ||
    Number(a.version.adopted ?? false) - Number(b.version.adopted ?? false) ||
    b.start.localeCompare(a.start) ||
    (b.doc.issued_on ?? '').localeCompare(a.doc.issued_on ?? '')
}

/** A document reaches the people its region employs, and those below, unless its scope itself speaks of that. */
function reachesRegion(doc: Circular, employer: string | null, { facts }: World): boolean {
  if (facts.regions.length === 0 || doc.scope?.employer || doc.scope?.workplace_in) return true
  const above = new Map(facts.regions.map(({ region, within }) => [region, within]))
  const seen = new Set<string>()
  for (let region: string | null | undefined = employer; region && !seen.has(region); region = above.get(region)) {
    if (region === doc.region) return true
    seen.add(region)
  }
  return false
}

/** The segment in which a version holds at a day and time; undefined when none does, or what it hangs on has closed. */
export function runningAt({ segments, doc }: Pick<Version, 'segments' | 'doc'>, day: Day, time: Time, world: World) {
  if (isClosed(doc, day, time, world)) return undefined
  for (const segment of segments) {
    const start = instantOf(segment.from, world, doc.region)
    if (start === null || !hasBegun(start, day, time)) continue
    const until = segment.until === null ? null : instantOf(segment.until, world, doc.region)
    if (until === null || hasNotEnded(until, day, time)) return { segment, start }
  }
  return undefined
}

/** `while` holds until an authority records that the event has closed; no record means that it still holds. */
function isClosed({ in_force, region }: Circular, day: Day, time: Time, world: World): boolean {
  const condition = in_force.while
  if (!condition) return false
  const records = declaredIn(world).filter(({ type, subject }) => type === condition.event && subject === region)
  const holds = records.some(({ from, until }) => startOf(from) <= `${day}T${time}` && (until === null || day <= until))
  return records.length > 0 && !holds
}

/** Documents that wait for an event to be declared. */
export const pendingIn = (versions: readonly Version[], world: World): string[] =>
  versions
    .filter(({ segments, doc }) => segments.some(({ from }) => instantOf(from, world, doc.region) === null))
    .map(({ doc }) => doc.id)
