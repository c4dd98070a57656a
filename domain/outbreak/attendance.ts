/** A unit as its roster stands, and the same people under each pattern of attendance. */
import { addDays, type Day, daysOf, weekOf } from '../calendar/day.ts'
import type { Place } from '../decision/row.ts'
import { type DayMask, maskOf, noDays, sizeOf } from '../roster/day-mask.ts'
import type { Grid } from '../roster/grid.ts'
import { officeNetwork } from './contact-network.ts'
import { type Cycle, type Presence, type PresencePattern, patternPresence, rosterPresence } from './presence.ts'
import { type Repeats, repeated } from './repeats.ts'

/** Who is at the office when, of those who could be on some day; bit n of a mask is the n-th day of the grid. */
export interface UnitAttendance {
  readonly office: readonly DayMask[]
  /** Days on which they are neither on leave nor elsewhere on duty: the patterns are tried on these. */
  readonly able: readonly DayMask[]
  readonly cycle: Cycle
  /** Days of people whose place nobody has settled yet: taken as not at the office. */
  readonly unsettled: number
}

/** The roster, or a pattern in its stead. */
export type Attending = 'roster' | PresencePattern

/** Hazards of a usual contact on one day. None is measured: what each comes to is told by the local R it implies. */
export const transmissions = { weak: 0.05, medium: 0.12, strong: 0.25 } as const
export type Strength = keyof typeof transmissions

/** More people take too long, and are no unit whose people meet. */
export const mostPeople = 500
const runsEach = 400

const unsettledPlaces: ReadonlySet<Place> = new Set(['rotate', 'conflict', 'undetermined'])
const ablePlaces: ReadonlySet<Place> = new Set([...unsettledPlaces, 'office', 'home'])

export function attendanceOf({ days, rows }: Pick<Grid, 'days' | 'rows'>): UnitAttendance {
  const people = rows
    // By id: a name that is corrected changes no lot.
    .toSorted((one, other) => (one.employee < other.employee ? -1 : 1))
    .map(({ cells }) => {
      const where = (holds: (place: Place) => boolean) =>
        maskOf(cells.flatMap((cell, column) => (cell && holds(cell.place) ? [column] : [])))
      return {
        office: where((place) => place === 'office'),
        able: where((place) => ablePlaces.has(place)),
        unsettled: sizeOf(where((place) => unsettledPlaces.has(place))),
      }
    })
    .filter(({ able }) => able !== noDays)
  return {
    office: people.map(({ office }) => office),
    able: people.map(({ able }) => able),
    cycle: cycleOf(days),
    unsettled: people.reduce((sum, { unsettled }) => sum + unsettled, 0),
  }
}

/** Whole weeks around the days, twice: so turns by week and by day come out even. */
function cycleOf(days: readonly Day[]): Cycle {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const places = new Map(days.map((day, place) => [day, place]))
  const once = daysOf(weekOf(first), addDays(weekOf(last), 6)).map((day) => places.get(day) ?? null)
  return [...once, ...once]
}

/** Who is there when; leave stays leave under every pattern. */
export function presenceOf({ office, able, cycle }: UnitAttendance, attending: Attending, seed: number): Presence {
  if (attending === 'roster') return rosterPresence(office, cycle)
  const [pattern, ofAble] = [patternPresence(attending, able.length, seed, cycle), rosterPresence(able, cycle)]
  return {
    cycle: cycle.length,
    there: (person, day) => pattern.there(person, day) && ofAble.there(person, day),
  }
}

/** What one infected person of the unit may start. */
export const estimateUnit = (unit: UnitAttendance, attending: Attending, transmission: number, seed: number): Repeats =>
  repeated({
    networkOf: (own) => officeNetwork(unit.able.length, own),
    presenceOf: (own) => presenceOf(unit, attending, own),
    transmission,
    runsEach,
    seed,
  })
