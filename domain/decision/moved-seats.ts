/** Whom another reading of a quota concerns: those who take turns where another number of people may come. */
import type { Day } from '../calendar/day.ts'
import { activeAt } from './active.ts'
import type { OtherReading, Rulebook } from './rulebook.ts'
import { documentsFor, type Seated, standingOf } from './seated.ts'
import { type Seats, seatsOf } from './seats.ts'

/** What a roster must keep to: the bounds of the day, or that nobody can say them. */
const boundsOf = ({ limits, unsettled }: Seats): string =>
  JSON.stringify([limits?.min, limits?.max, unsettled?.kind, unsettled?.clauses])

/**
 * Those of an agency who take turns on a day, by the readings under which more or fewer may come, or nobody can say how
 * many. Readings that leave the seats as they are stand in no entry.
 * @param people everybody posted in the agency that day, as decided under the readings in use
 */
export function movedSeats(
  book: Rulebook,
  others: readonly OtherReading[],
  day: Day,
  people: readonly Seated[],
): Map<string, readonly string[]> {
  const [first] = people
  if (!first || others.length === 0) return new Map()
  const { versions, world } = book
  const documents = documentsFor(
    activeAt(versions, { person: first.person, day, time: '12:00', world, unknown: new Set() }),
  )
  const turns = people.filter((one) => standingOf(one, documents) === 'turns').map(({ person }) => person.employee)
  if (turns.length === 0) return new Map()
  const bounds = boundsOf(seatsOf(book, day, people))
  const moving = others.filter(
    (other) => boundsOf(seatsOf({ ...book, versions: other.versions }, day, people)) !== bounds,
  )
  return new Map(moving.map(({ key }) => [key, turns]))
}
