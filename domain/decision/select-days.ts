/** `when`: does a clause speak about a day and time? (circular-language, section 4.1) */
import { isWorking } from '../calendar/calendar.ts'
import { addDays, type Day, dayOf, type Instant, knownBy, startOf, weekdayOf, within } from '../calendar/day.ts'
import type { EventRef, Moment, When } from '../circular/schema.ts'
import { type StatusRecord, unitChain } from '../staff/facts.ts'
import { inherited, type Scene, workplaceOf } from './scene.ts'
import { all, any, opposite, type Truth } from './truth.ts'
import { kindOfDay, type World } from './world.ts'

/** When a moment lies; null when it waits for an event that nobody has declared yet. */
export function instantOf(moment: Moment, world: World, region: string): Instant | null {
  if (typeof moment === 'string') return moment
  const event = world.facts.events.find(
    ({ type, subject, recorded }) => type === moment.event && subject === region && knownBy(recorded, world.known),
  )
  if (!event) return null
  return moment.plus_days === undefined ? event.from : addDays(dayOf(event.from), moment.plus_days)
}

/** A start is inside. Of an end, the whole day is inside, a time is not. */
export const hasBegun = (start: Instant, day: Day, time: string): boolean => startOf(start) <= `${day}T${time}`
export const hasNotEnded = (end: Instant, day: Day, time: string): boolean =>
  end.length === 10 ? day <= end : `${day}T${time}` < end

/** Whether the clause speaks at the scene's day and time; null when a status it needs is not recorded. */
export function holds(when: When | undefined, scene: Scene): Truth {
  if (!when) return true
  const { doc, day, time, world } = scene
  const truths: Truth[] = []
  if (when.from !== undefined) {
    const from = instantOf(when.from, world, doc.region)
    truths.push(from !== null && hasBegun(from, day, time))
  }
  if (when.until !== undefined) {
    const until = instantOf(when.until, world, doc.region)
    truths.push(until === null || hasNotEnded(until, day, time))
  }
  if (when.weekday) truths.push(when.weekday.includes(weekdayOf(day)))
  if (when.day) {
    const kind = kindOfDay(world, day, scene.person.workPattern)
    truths.push(when.day.includes(isWorking(kind) ? 'workday' : kind))
  }
  if (when.dates) truths.push(when.dates.includes(day))
  if (when.season) truths.push(inSeason(when.season, world, day))
  if (when.event) truths.push(eventHolds(when.event, scene))
  for (const [name, wanted] of Object.entries(when.status ?? {})) {
    const value = statusOf(name, scene)
    truths.push(value === null ? null : wanted.includes(value))
  }
  if (when.time) truths.push((when.time.from ?? '00:00') <= time && time < (when.time.to ?? '24:00'))
  if (when.any_of) truths.push(any(when.any_of.map((one) => holds(one, scene))))
  if (when.not) truths.push(opposite(holds(when.not, scene)))
  return all(truths)
}

export const inSeason = (names: readonly string[], world: World, day: Day): boolean =>
  world.facts.seasons.some((season) => names.includes(season.name) && within(day, season))

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

/** Declared, begun, not ended, and inside its number of days. The day of the event is day 1. */
function eventHolds(wanted: EventRef, scene: Scene): boolean {
  const { day, time, world } = scene
  const subjects = subjectsOf(wanted.at, scene)
  return world.facts.events.some((event) => {
    if (event.type !== wanted.type || !subjects.includes(event.subject)) return false
    if (!knownBy(event.recorded, world.known) || !hasBegun(event.from, day, time)) return false
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
