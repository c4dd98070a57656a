import { type DeviationKind, deviationWords } from '@piket/domain/attendance/day-state.ts'
import { z } from 'zod'
import { nameOfAtMost, pageNumber } from '../region/schema.ts'

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

export const AgenciesQuery = z.object({
  saring: z.enum(['semua', 'melanggar', 'belum']).default('semua'),
  bahasa: z.enum(['id', 'en']).optional(),
})
export type AgenciesFilter = z.infer<typeof AgenciesQuery>['saring']
