/** `when`: does a clause speak about a day and time? (circular-language, section 4.1) */
import { isWorking } from '../calendar/calendar.ts'
import { addDays, type Day, dayOf, type Instant, knownBy, startOf, weekdayOf, within } from '../calendar/day.ts'
import type { EventRef, When } from '../circular/clause.ts'
import type { Moment } from '../circular/literal.ts'
import { type DeclaredEvent, type StatusRecord, unitChain } from '../staff/facts.ts'
import { inherited, type Scene, workplaceOf } from './scene.ts'
import { every, opposite, some, type Truth } from './truth.ts'
import { kindOfDay, type World } from './world.ts'

/** When a moment lies, by the newest record of the event; null when it waits for an event that nobody has declared yet. */
export function instantOf(moment: Moment, world: World, region: string): Instant | null {
  if (typeof moment === 'string') return moment
  const event = world.facts.events
    .filter(
      ({ type, subject, recorded }) => type === moment.event && subject === region && knownBy(recorded, world.known),
    )
    .toSorted((one, other) => (one.recorded ?? '').localeCompare(other.recorded ?? ''))
    .at(-1)
  if (!event) return null
  return moment.plus_days === undefined ? event.from : addDays(dayOf(event.from), moment.plus_days)
}

/** A start is inside. Of an end, the whole day is inside, a time is not. */
export const hasBegun = (start: Instant, day: Day, time: string): boolean => startOf(start) <= `${day}T${time}`
export const hasNotEnded = (end: Instant, day: Day, time: string): boolean =>
  end.length === 10 ? day <= end : `${day}T${time}` < end

/** Whether the clause speaks at the scene's day and time; null when a status it needs is not recorded. */
export const holds = (when: When | undefined, scene: Scene): Truth =>
  when === undefined ||
  every(Object.keys(when) as (keyof When)[], (key) => {
    const ask = questions[key] as (wanted: unknown, scene: Scene) => Truth
    return ask(when[key], scene)
  })

type Ask = { [K in keyof When]-?: (wanted: NonNullable<When[K]>, scene: Scene) => Truth }

const questions: Ask = {
  from: (moment, { doc, day, time, world }) => {
    const from = instantOf(moment, world, doc.region)
    return from !== null && hasBegun(from, day, time)
  },
  until: (moment, { doc, day, time, world }) => {
    const until = instantOf(moment, world, doc.region)
    return until === null || hasNotEnded(until, day, time)
  },
  weekday: (wanted, { day }) => wanted.includes(weekdayOf(day)),
  day: (wanted, { day, world, person }) => {
    const kind = kindOfDay(world, day, person.workPattern)
    return wanted.includes(isWorking(kind) ? 'workday' : kind)
  },
  dates: (wanted, { day }) => wanted.includes(day),
  season: (wanted, { world, day }) => inSeason(wanted, world, day),
  event: eventHolds,
  status: (wanted, scene) =>
    every(Object.entries(wanted), ([name, values]) => {
      const value = statusOf(name, scene)
      return value === null ? null : values.includes(value)
    }),
  time: ({ from = '00:00', to = '24:00' }, { time }) => from <= time && time < to,
  any_of: (whens, scene) => some(whens, (one) => holds(one, scene)),
  not: (when, scene) => opposite(holds(when, scene)),
}

export const inSeason = (names: readonly string[], world: World, day: Day): boolean =>
  world.facts.seasons.some(
    (season) => names.includes(season.name) && within(day, season) && knownBy(season.recorded ?? null, world.known),
  )

/** The value of an outside status: looked for at the unit, then the workplace, then the region. null = none recorded. */
export function statusOf(name: string, scene: Scene): string | null {
  if (name === 'sector') return inherited(scene, 'sector')
  if (name === 'weekday') return weekdayOf(scene.day)
  const { doc, day, world, person } = scene
  for (const subject of [...unitChain(person.unit), workplaceOf(scene), doc.region]) {
    const newest = world.facts.statuses
      .filter(
        (record) =>
          record.status === name &&
          record.subject === subject &&
          within(day, record) &&
          knownBy(record.recorded, world.known),
      )
      .toSorted((one, other) => order(one).localeCompare(order(other)))
      .at(-1)
    if (newest) return newest.value
  }
  scene.unknown.add(`status ${name}`)
  return null
}

/** The later start wins, then the later record. */
const order = ({ from, recorded }: StatusRecord) => `${from ?? ''} ${recorded ?? ''}`

const declared = new WeakMap<World, readonly DeclaredEvent[]>()

/** Events as known: one that was recorded again, because it has ended or its end has moved, counts as recorded last. */
export function declaredIn(world: World): readonly DeclaredEvent[] {
  const found = declared.get(world)
  if (found) return found
  const newest = new Map<string, DeclaredEvent>()
  const known = world.facts.events.filter(({ recorded }) => knownBy(recorded, world.known))
  for (const event of known.toSorted((a, b) => (a.recorded ?? '').localeCompare(b.recorded ?? '')))
    newest.set(`${event.type} ${event.subject} ${event.from}`, event)
  const made = [...newest.values()]
  declared.set(world, made)
  return made
}

/** Declared, begun, not ended, and inside its number of days. The day of the event is day 1. */
function eventHolds(wanted: EventRef, scene: Scene): boolean {
  const { day, time, world } = scene
  const subjects = subjectsOf(wanted.at, scene)
  return declaredIn(world).some((event) => {
    if (event.type !== wanted.type || !subjects.includes(event.subject)) return false
    if (!hasBegun(event.from, day, time)) return false
    if (event.until !== null && day > event.until) return false
    return wanted.for === undefined || day <= lastDayOf(dayOf(event.from), wanted.for, wanted.count, scene)
  })
}

function subjectsOf(at: EventRef['at'], scene: Scene): string[] {
  switch (at) {
    case 'person':
      return [scene.person.employee]
    case 'unit':
      return unitChain(scene.person.unit)
    case 'workplace':
      return [workplaceOf(scene)]
    case 'region':
      return [scene.doc.region]
  }
}

function lastDayOf(first: Day, length: number, count: EventRef['count'], { world, person }: Scene): Day {
  const counts = (day: Day) => count !== 'workdays' || isWorking(kindOfDay(world, day, person.workPattern))
  let last = first
  for (let left = length - (counts(first) ? 1 : 0); left > 0; ) {
    last = addDays(last, 1)
    if (counts(last)) left--
  }
  return last
}
