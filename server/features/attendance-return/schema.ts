import { type DeviationKind, dayStates, deviationWords } from '@piket/domain/attendance/day-state.ts'
import { z } from 'zod'
import { day, nameOfAtMost, pageNumber } from '../region/schema.ts'

export const UnitDayQuery = z.object({
  saring: z.enum(['berbeda', 'kantor', 'semua']).default('semua'),
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
export type UnitDayFilter = z.infer<typeof UnitDayQuery>['saring']

const longestReason = 300
const reason = nameOfAtMost(longestReason).default('')

/** Field of the reason for everybody of a kind. */
export const reasonField = (kind: DeviationKind): string => `alasan_${kind}`

export const StatementForm = z.object({
  id: z.uuid(),
  catatan: nameOfAtMost(longestReason).default(''),
  ...Object.fromEntries(Object.keys(deviationWords).map((kind) => [reasonField(kind as DeviationKind), reason])),
})

export const AttendanceOfApi = z.object({ date: day.optional(), page: pageNumber })

const deviationKind = z.enum(Object.keys(deviationWords) as [DeviationKind, ...DeviationKind[]])
const counts = z.object(Object.fromEntries(dayStates.map((state) => [state, z.int()])))

/** The figures of an agency. A day can be too full and too empty at once; both are breaches. */
export const figures = {
  people: z.int(),
  counts,
  office_most: z.int().nullable(),
  office_least: z.int().nullable(),
  too_full: z.int(),
  too_empty: z.int(),
  lacking: z.array(z.object({ service: z.string(), lacks: z.int() })),
  /** Of those at the office, how many more than their own word speaks for. */
  evidenced: z.int(),
}
/** The newest statement of the head; null: there is none yet. */
export const statement = z
  .object({ id: z.string(), version: z.int(), acting: z.boolean(), stated: z.string(), late: z.boolean() })
  .nullable()

/** Who is where in an agency. Of absences it says that there is one, never which. */
export const AttendanceOut = z.object({
  agency: z.string(),
  name: z.string(),
  date: z.string(),
  /** Until when the head is to state the day. */
  due: z.string(),
  ...figures,
  statement,
  page: z.int(),
  pages: z.int(),
  attendance: z.array(
    z.object({
      employee: z.string(),
      name: z.string(),
      unit: z.string(),
      planned: z.string(),
      state: z.enum(dayStates),
      since: z.string().nullable(),
      left: z.string().nullable(),
      evidence: z.int(),
      deviation: deviationKind.nullable(),
      /** A correction is open: until it is closed the day counts against nobody. */
      correction_open: z.boolean(),
      check_ins: z.array(
        z.object({
          kind: z.enum(['in', 'out']),
          place: z.string(),
          at: z.string(),
          timing: z.string(),
          certainty: z.string(),
          evidence: z.int(),
          reasons: z.array(z.string()),
          outage: z.string().nullable(),
        }),
      ),
    }),
  ),
})
