import { recallReasons, settlements } from '@piket/domain/attendance/recall.ts'
import { z } from 'zod'
import { noticeChannels } from '../notice/schema.ts'
import { longestAnswer } from '../recall/schema.ts'
import { nameOfAtMost, RegionParams, timeOfDay } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const RecallParams = RegionParams.extend({ recall: z.uuid() })

export const BoardQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const longestPlace = 120
export const longestWord = 500

const reasons = Object.keys(recallReasons) as (keyof typeof recallReasons)[]

const people = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(nameOfAtMost(40)).max(1000),
)

/** Part of a name, or of what a unit is called. */
const search = z.string().max(80).optional()

export const OrderForm = z.object({
  nomor: z.uuid(),
  pegawai: people,
  alasan: z.enum(reasons),
  tempat: nameOfAtMost(longestPlace).default(''),
  pukul: timeOfDay,
  /** The recall of somebody who cannot come. */
  gantikan: z.uuid().optional(),
  cari: search,
})
export type OrderForm = z.infer<typeof OrderForm>

/** The form as it was begun: for somebody who could come instead, or with what was typed while people were looked for. */
export const BegunQuery = BoardQuery.extend({
  gantikan: OrderForm.shape.gantikan,
  pegawai: people,
  alasan: OrderForm.shape.alasan.optional(),
  tempat: OrderForm.shape.tempat.unwrap().optional(),
  pukul: timeOfDay.optional(),
  cari: search,
})
export type BegunQuery = z.infer<typeof BegunQuery>

/** What the person said by telephone. */
export const HeardForm = z.object({
  nomor: z.uuid(),
  jawab: z.enum(['acknowledged', 'declined']),
  pukul: timeOfDay,
  kata: wordsOfAtMost(longestAnswer).default(''),
})
export type HeardForm = z.infer<typeof HeardForm>

export const ResendForm = z.object({ saluran: z.enum(noticeChannels) })

export const SettlementForm = z.object({
  sebagai: z.enum(settlements),
  kata: wordsOfAtMost(longestWord).default(''),
})
