import { checkInPlaces } from '@piket/domain/attendance/check-in-record.ts'
import { type CorrectionKind, correctionKinds, correctionLevels } from '@piket/domain/attendance/correction.ts'
import { z } from 'zod'
import { day, dayAsked, nameOfAtMost, RegionParams, round, roundTyped, timeOfDay } from '../region/schema.ts'

export { RegionParams }

export const CorrectionParams = RegionParams.extend({ correction: z.uuid() })
export const DecisionParams = RegionParams.extend({ employee: nameOfAtMost(40), correction: z.uuid() })

const kind = z.enum(Object.keys(correctionKinds) as [CorrectionKind, ...CorrectionKind[]])
export const moments = ['in', 'out'] as const
const reason = nameOfAtMost(300)

export const CorrectionQuery = z.object({
  tanggal: dayAsked,
  terkirim: z.literal('ya').optional().catch(undefined),
  bahasa: z.enum(['id', 'en']).optional(),
})

export const CorrectionForm = z.object({
  nomor: z.uuid(),
  hari: day,
  sebab: kind,
  arah: z.enum(moments),
  tempat: z.enum(checkInPlaces),
  jam: timeOfDay,
  alasan: reason.min(1),
})

export const AppealForm = z.object({ alasan: reason.default('') })

export const DecisionForm = z.object({
  putaran: roundTyped,
  putusan: z.enum(['accepted', 'refused']),
  alasan: reason.default(''),
})

export const CorrectionIn = z.object({
  /** UUID: sent twice, it is one. */
  id: z.uuid(),
  day,
  kind,
  moment: z.enum(moments),
  place: z.enum(checkInPlaces),
  /** When the person came or went, in the region's own time. */
  time: timeOfDay,
  reason,
})

export const DecisionIn = z.object({
  /** The round that is decided, as it was read. */
  round,
  outcome: z.enum(['accepted', 'refused']),
  reason: reason.default(''),
})

/** A correction as it stands. Moments are milliseconds since 1970. */
const CorrectionOut = z.object({
  id: z.string(),
  employee: z.string(),
  day: z.string(),
  kind,
  moment: z.enum(moments),
  place: z.enum(checkInPlaces),
  at: z.number(),
  reason: z.string(),
  /** 1 as it was asked, 2 after an appeal. */
  round,
  state: z.enum(['waiting', 'accepted', 'refused']),
  /** Whose word it waits for. */
  waits_for: z.enum(correctionLevels).nullable(),
  until: z.number().nullable(),
  appealable: z.boolean(),
  /** The day counts against nobody yet. */
  open: z.boolean(),
})
export const CorrectionsOut = z.array(CorrectionOut)
