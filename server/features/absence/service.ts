/** Who of an agency is away, week by week: leave, official travel and study, as the decisions of those days say. */
import { addDays, type Day, daysOf, weekOf } from '@piket/domain/calendar/day.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { groundOf, isUnit, unitNames } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'

export type AwayAt = 'leave' | 'travel' | 'education'

export interface Absent {
  readonly employee: string
  readonly name: string
  /** Where they are on each day; null: at work, off, or not employed. */
  readonly places: readonly (AwayAt | null)[]
}

export interface Absences {
  readonly region: RegionAsListed
  readonly unit: string
  readonly name: string
  readonly today: Day
  readonly days: readonly Day[]
  readonly people: readonly Absent[]
  /** How many belong to the agency. */
  readonly staff: number
}

/** Four weeks: as long as a roster. */
const shown = 28

const isAway = (place: string | undefined): place is AwayAt =>
  place === 'leave' || place === 'travel' || place === 'education'

/**
 * The absences of an agency in the four weeks from the one of a day.
 * @returns a refusal when there is no such agency
 */
export async function absencesOf(
  source: { readonly db: Db; readonly clock: Clock },
  name: string,
  unit: string,
  date: string | undefined,
): Promise<Absences | Refusal> {
  const asked = await askedOf(source, name, { date })
  if (isRefusal(asked)) return asked
  const { region, day, known, personal } = asked
  const agency = agencyOf(unit)
  const from = weekOf(day)
  const until = addDays(from, shown - 1)
  const ground = await groundOf(source.db, region, { from, until, known, personal, agency })
  if (isRuleRefusal(ground)) return { refused: 'reading-impossible' }
  const { book } = ground
  const { ids } = book.world.staff
  if (ids.length === 0 || !isUnit(ground, unit, day)) return { refused: 'not-found' }
  const days = daysOf(from, until)
  const table = decideList(book, ids, days)
  const people = table.employees.flatMap((employee, row): Absent[] => {
    const places = days.map((_, column) => {
      const place = middayOf(spansAt(table, row, column))?.place
      return isAway(place) ? place : null
    })
    const first = days[places.findIndex((place) => place !== null)]
    const person = first && employeeOn(book.world, employee, first)
    return person ? [{ employee, name: person.name, places }] : []
  })
  return {
    region,
    unit: agency,
    name: unitNames(ground, day)(agency),
    today: day,
    days,
    people: people.toSorted((a, b) => a.name.localeCompare(b.name)),
    staff: ids.length,
  }
}
