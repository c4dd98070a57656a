/** Days on which the documents speak alike: what was decided for a group on one of them holds on all. */

import { type Day, startOf, weekdayOf, within } from '../calendar/day.ts'
import type { When } from '../circular/clause.ts'
import type { Version } from '../circular/register.ts'
import { everyWhen } from '../circular/selectors.ts'
import { type DeclaredEvent, workPatterns } from '../staff/facts.ts'
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
    doc.clauses.flatMap(({ when }) => (when ? everyWhen(when).map((one) => ({ when: one, region: doc.region })) : [])),
  )
  if (
    lookAtDatedThings(
      versions,
      whens.map(({ when }) => when),
    )
  )
    return (day) => day
  const weekdays = versions.some(({ doc }) => doc.timetables) || whens.some(({ when }) => when.weekday !== undefined)
  const starts = [
    ...versions.flatMap(({ segments, doc }) =>
      segments.flatMap(({ from }) => instantOf(from, world, doc.region) ?? []),
    ),
    ...closings(versions, world).map(({ from }) => startOf(from)),
    ...whens.flatMap(({ when, region }) =>
      when.from === undefined ? [] : (instantOf(when.from, world, region) ?? []),
    ),
  ]
  const ends = [
    ...versions.flatMap(({ segments, doc }) =>
      segments.flatMap(({ until }) => (until === null ? [] : (instantOf(until, world, doc.region) ?? []))),
    ),
    ...closings(versions, world).flatMap(({ until }) => until ?? []),
    ...whens.flatMap(({ when, region }) =>
      when.until === undefined ? [] : (instantOf(when.until, world, region) ?? []),
    ),
  ]
  const dates = new Set(whens.flatMap(({ when }) => when.dates ?? []))
  return (day) => {
    const times = timesOf(book, day, '')
    return [
      times,
      workPatterns.map((pattern) => kindOfDay(world, day, pattern)),
      weekdays ? weekdayOf(day) : '',
      world.facts.seasons.map((season) => within(day, season)),
      dates.has(day) ? day : '',
      starts.map((start) => times.map((time) => hasBegun(start, day, time))),
      ends.map((end) => times.map((time) => hasNotEnded(end, day, time))),
    ].join()
  }
}

const lookAtDatedThings = (versions: readonly Version[], whens: readonly When[]): boolean =>
  whens.some(({ event, status }) => event !== undefined || status !== undefined) ||
  versions.some(({ doc }) => doc.tables || doc.clauses.some((clause) => JSON.stringify(clause).includes('"ask":')))

/** Events whose closing ends a version. */
const closings = (versions: readonly Version[], world: World): DeclaredEvent[] =>
  versions.flatMap(({ doc }) => world.facts.events.filter(({ type }) => type === doc.in_force.while?.event))
