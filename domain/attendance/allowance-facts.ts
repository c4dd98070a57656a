/**
 * Facts of a person's month on which a region's allowance may hang. The region's regulation says what they come to: no
 * share and no money is known here.
 */
import type { DayRecord } from './day-record.ts'

export const bandKinds = ['late', 'early', 'absent'] as const
export type BandKind = (typeof bandKinds)[number]

/** A band of the region's regulation: minutes of a day, or days of a month where it is `absent`. */
export interface Band {
  readonly kind: BandKind
  readonly atLeast: number
  /** null: no end. */
  readonly atMost: number | null
}

/** Whether two bands hold for one figure: a day or a month would be in both. */
export const bandsOverlap = (one: Band, other: Band): boolean =>
  one.kind === other.kind &&
  one.atLeast <= (other.atMost ?? Number.POSITIVE_INFINITY) &&
  other.atLeast <= (one.atMost ?? Number.POSITIVE_INFINITY)

export interface AllowanceFacts {
  readonly closedDays: number
  readonly workingDays: number
  readonly atOffice: number
  readonly atHome: number
  readonly inField: number
  readonly elsewhere: number
  readonly excused: number
  /** Closed and not open. */
  readonly absent: number
  /** In no other figure but those of closed and working days. */
  readonly openDays: number
  readonly daysLate: number
  readonly minutesLate: number
  readonly daysEarly: number
  readonly minutesEarly: number
  /** Days credited by an outage. */
  readonly creditedDays: number
  readonly reportsMissing: number
}

const isOpen = ({ openFor }: Pick<DayRecord, 'openFor'>): boolean => openFor.length > 0

/** The facts of the closed days of a person. */
export function allowanceFacts(days: readonly DayRecord[]): AllowanceFacts {
  const working = days.filter(({ standing }) => standing !== 'none')
  const settled = working.filter((one) => !isOpen(one))
  const count = (holds: (one: DayRecord) => boolean) => settled.filter(holds).length
  const sum = (of: (one: DayRecord) => number) => settled.reduce((all, one) => all + of(one), 0)
  const present = (state: DayRecord['state']) => count((one) => one.standing === 'present' && one.state === state)
  return {
    closedDays: days.length,
    workingDays: working.length,
    atOffice: present('at_office'),
    atHome: present('at_home'),
    inField: present('in_field'),
    elsewhere: present('elsewhere'),
    excused: count(({ standing }) => standing === 'excused'),
    absent: count(({ standing }) => standing === 'unexcused'),
    openDays: working.length - settled.length,
    daysLate: count(({ minutesLate }) => minutesLate > 0),
    minutesLate: sum(({ minutesLate }) => minutesLate),
    daysEarly: count(({ minutesEarly }) => minutesEarly > 0),
    minutesEarly: sum(({ minutesEarly }) => minutesEarly),
    creditedDays: count(({ outage }) => outage !== null),
    reportsMissing: count(({ report }) => report === 'missing'),
  }
}

const holds = (value: number, { atLeast, atMost }: Band): boolean =>
  value >= atLeast && (atMost === null || value <= atMost)

/** How often a band is met in a month: days of lateness or early leaving within it; of absence, 0 or 1. */
export function timesInBand(days: readonly DayRecord[], band: Band): number {
  const settled = days.filter((one) => one.standing !== 'none' && !isOpen(one))
  if (band.kind === 'absent')
    return Number(holds(settled.filter(({ standing }) => standing === 'unexcused').length, band))
  return settled.filter((one) => holds(band.kind === 'late' ? one.minutesLate : one.minutesEarly, band)).length
}
