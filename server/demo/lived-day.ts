/** How the invented people of a demonstration live a working day: most come in time, some do not. */
import type { CheckInPlace } from '@piket/domain/attendance/check-in-record.ts'
import type { MomentWindow } from '@piket/domain/attendance/time-bounds.ts'
import type { Place } from '@piket/domain/decision/row.ts'
import type { Random } from './random.ts'

export interface LivedTap {
  readonly kind: MomentWindow['kind']
  /** In milliseconds. */
  readonly at: number
  readonly place: CheckInPlace
  /** Whether the person scans the screen of the office. */
  readonly scans: boolean
}

/** Where people go who are told to be there; whoever is told nothing clear comes to the office. */
const goTo: Partial<Record<Place, CheckInPlace>> = {
  office: 'office',
  other_office: 'office',
  home: 'home',
  field: 'field',
  conflict: 'office',
  undetermined: 'office',
}

const minute = 60_000

/** Shares are invented; no region has published its own. */
const shares = { absent: 0.02, elsewhere: 0.01, late: 0.03, leavesEarly: 0.01, scans: 0.85 }

/** The taps of somebody on a day; the same chance gives the same day. */
export function livedDay(chance: Random, planned: Place, windows: readonly MomentWindow[]): LivedTap[] {
  const told = goTo[planned]
  if (told === undefined || chance.chance(shares.absent)) return []
  const place = chance.chance(shares.elsewhere) && told !== 'field' ? other(told) : told
  const scans = place === 'office' && chance.chance(shares.scans)
  return windows.map(({ kind, opensAt, closesAt }) => ({
    kind,
    at: kind === 'in' ? arrival(chance, closesAt) : leaving(chance, opensAt),
    place,
    scans,
  }))
}

const other = (place: CheckInPlace): CheckInPlace => (place === 'office' ? 'home' : 'office')

const arrival = (chance: Random, closesAt: number): number =>
  closesAt + (chance.chance(shares.late) ? between(chance, 2, 25) : -between(chance, 1, 50))

const leaving = (chance: Random, opensAt: number): number =>
  opensAt + (chance.chance(shares.leavesEarly) ? -between(chance, 10, 60) : between(chance, 1, 45))

/** Milliseconds of so many minutes, to the second. */
const between = (chance: Random, least: number, most: number): number =>
  chance.between(least * 60, most * 60) * (minute / 60)
