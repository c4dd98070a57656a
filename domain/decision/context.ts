/** Days on which the documents speak alike: what was decided for a group on one of them holds on all. */

import { type Day, type Instant, startOf, weekdayOf, within } from '../calendar/day.ts'
import type { Version } from '../circular/register.ts'
import type { When } from '../circular/schema.ts'
import { workPatterns } from '../staff/facts.ts'
import { type Rulebook, timesOf } from './rulebook.ts'
import { hasBegun, hasNotEnded, instantOf } from './select-days.ts'
import { kindOfDay, type World } from './world.ts'

/**
 * A text that is the same for two days only when no document can tell them apart.
 * Where a document looks at something dated that lies with units or people, each day stands for itself.
 */
export function contextOf(book: Rulebook): (day: Day) => string {
  const versions = [book.versions, ...book.others.map((other) => other.versions)].flat()
  const { world } = book
  const whens = versions.flatMap(({ doc }) =>
    doc.clauses.flatMap(({ when }) => (when ? [{ when, region: doc.region }] : [])),
  )
  if (
    lookAtDatedThings(
      versions,
      whens.map(({ when }) => when),
    )
  )
    return (day) => day
  const weekdays = versions.some(({ doc }) => doc.timetables) || whens.some(({ when }) => namesWeekday(when))
  const edges = [...new Set(versions.flatMap((version) => edgesOf(version, world)))]
  const moments = whens.flatMap(({ when, region }) =>
    momentsIn(when).flatMap((moment) => instantOf(moment, world, region) ?? []),
  )
  const dates = new Set(whens.flatMap(({ when }) => datesIn(when)))
  return (day) => {
    const times = timesOf(book, day, '')
    return [
      times,
      workPatterns.map((pattern) => kindOfDay(world, day, pattern)),
      weekdays ? weekdayOf(day) : '',
      world.facts.seasons.map((season) => within(day, season)),
      dates.has(day) ? day : '',
      [...edges, ...moments].map((edge) =>
        times.map((time) => [hasBegun(edge, day, time), hasNotEnded(edge, day, time)]),
      ),
    ].join()
  }
}

const lookAtDatedThings = (versions: readonly Version[], whens: readonly When[]): boolean =>
  whens.some(looksFurther) ||
  versions.some(({ doc }) => doc.tables || doc.clauses.some((clause) => JSON.stringify(clause).includes('"ask":')))

const looksFurther = ({ event, status, any_of = [], not }: When): boolean =>
  event !== undefined || status !== undefined || any_of.some(looksFurther) || (not !== undefined && looksFurther(not))

const namesWeekday = ({ weekday, any_of = [], not }: When): boolean =>
  weekday !== undefined || any_of.some(namesWeekday) || (not !== undefined && namesWeekday(not))

/** Every instant at which a version begins, ends, or loses the event it hangs on. */
function edgesOf({ segments, doc }: Version, world: World): Instant[] {
  const moments = segments.flatMap(({ from, until }) => [from, ...(until === null ? [] : [until])])
  const condition = doc.in_force.while
  const closing = world.facts.events
    .filter(({ type }) => type === condition?.event)
    .flatMap(({ from, until }) => [startOf(from), ...(until === null ? [] : [until])])
  return [...moments.flatMap((moment) => instantOf(moment, world, doc.region) ?? []), ...closing]
}

const momentsIn = ({ from, until, any_of = [], not }: When): NonNullable<When['from']>[] => [
  ...(from === undefined ? [] : [from]),
  ...(until === undefined ? [] : [until]),
  ...any_of.flatMap(momentsIn),
  ...(not ? momentsIn(not) : []),
]

const datesIn = ({ dates = [], any_of = [], not }: When): string[] => [
  ...dates,
  ...any_of.flatMap(datesIn),
  ...(not ? datesIn(not) : []),
]
