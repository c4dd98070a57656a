import { activityStates, settings } from '@piket/domain/activity/activity.ts'
import { z } from 'zod'
import { day, dayAsked, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const ActivityParams = RegionParams.extend({ activity: z.uuid() })

const language = z.enum(['id', 'en']).optional()
export const WeekQuery = z.object({ tanggal: dayAsked, bahasa: language })
export const ActivityQuery = z.object({ terkirim: z.literal('ya').optional().catch(undefined), bahasa: language })

export const ActivitiesApi = z.object({ from: day, until: day })

export const ActivityOut = z.object({
  id: z.string(),
  agency: z.string(),
  unit: z.string(),
  purpose: z.string(),
  setting: z.enum(settings),
  /** Code of the village. */
  village: z.string().nullable(),
  district: z.string().nullable(),
  place: z.string().nullable(),
  day: z.string(),
  from: z.string(),
  until: z.string(),
  expected: z.int().nullable(),
  state: z.enum(activityStates),
  /** How its coordination stands under the rules as known now. */
  coordination: z.enum(['free', 'due', 'again', 'waiting', 'settled', 'declined']),
  /** Clauses against which it goes as it stands, as `circular/clause`. */
  against: z.array(z.string()),
})
export const ActivitiesOut = z.object({ activities: z.array(ActivityOut) })
