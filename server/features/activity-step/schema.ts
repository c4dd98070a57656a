import { activityMoves } from '@piket/domain/activity/activity.ts'
import { z } from 'zod'
import { dayAsked, emptyIsAbsent, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export const ActivityParams = RegionParams.extend({ activity: z.uuid() })

/** `hari`: the new day of what is postponed. */
export const StepForm = z.object({
  langkah: z.enum(activityMoves),
  kata: wordsOfAtMost(1000).default(''),
  hari: z.preprocess(emptyIsAbsent, dayAsked),
})
