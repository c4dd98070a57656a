/**
 * Objecting to a decision about oneself. What it is about says whose desk it goes to. It never suspends the decision;
 * it only keeps its days from counting against the person until it is closed.
 */
import { type Course, type Happening, happenings, type Levels, type Standing, standingOf } from '../access/recourse.ts'
import { type Day, daysBetween } from '../calendar/day.ts'
import type { Bilingual } from '../messages/problem.ts'

export const objectionKinds = {
  record: { id: 'Data kepegawaian saya keliru', en: 'My staff record is wrong' },
  clause: { id: 'Butir surat dibaca keliru', en: 'A clause is read wrongly' },
  roster: { id: 'Pembagian jadwal tidak adil', en: 'The roster is unfair' },
  health: { id: 'Golongan kesehatan saya belum dikenal', en: 'My health category is not known' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type ObjectionKind = keyof typeof objectionKinds

export const desks = ['head', 'organisation_bureau', 'personnel_agency', 'regional_head'] as const
/** Who answers, each a role. */
export type Desk = (typeof desks)[number]

// Health never passes the head of the agency, and whoever reads clauses answers only for them.
const ladders: Readonly<Record<ObjectionKind, Levels<Desk>>> = {
  record: ['personnel_agency', 'regional_head'],
  clause: ['organisation_bureau', 'regional_head'],
  roster: ['head', 'personnel_agency', 'regional_head'],
  health: ['personnel_agency', 'regional_head'],
}

/** The desks of an objection, from the first on. @param leads the person leads the own agency: nobody answers themself */
export const desksFor = (kind: ObjectionKind, { leads }: { readonly leads: boolean }): Levels<Desk> =>
  kind === 'roster' && leads ? ['personnel_agency', 'regional_head'] : ladders[kind]

export interface ObjectionCourse extends Course<Desk> {
  readonly withdrawnAt: number | null
}

export interface ObjectionStanding extends Omit<Standing<Desk>, 'state'> {
  readonly state: Standing<Desk>['state'] | 'withdrawn'
}

/** How an objection stands. */
export const objectionStanding = (course: ObjectionCourse, levels: Levels<Desk>, now: number): ObjectionStanding =>
  course.withdrawnAt === null
    ? standingOf(course, levels, now)
    : { state: 'withdrawn', level: null, until: null, appealable: false, open: false }

/** Everything that has happened to an objection, the oldest first; withdrawing it ends the list and has no entry. */
export const objectionHistory = (course: ObjectionCourse, levels: Levels<Desk>, now: number): Happening<Desk>[] =>
  happenings(course, levels, course.withdrawnAt ?? now)

/** Objections are taken against the days of about a month, behind and ahead. */
const daysAround = 31

/** Whether a day can be objected to: what lies further off is closed, or not drawn yet. */
export const isObjectionDay = (day: Day, today: Day): boolean => Math.abs(daysBetween(today, day)) <= daysAround

/** A staff list that comes more than a year later mends nothing that anybody waits for. */
const longestUntilRight = 366

/** Whether a staff record that was wrong on a day can be right from another: not before, and not in a far year. */
export const isRightFrom = (from: Day, wrongOn: Day): boolean => {
  const days = daysBetween(wrongOn, from)
  return days >= 0 && days <= longestUntilRight
}
