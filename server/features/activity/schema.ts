import { rhythms, settings } from '@piket/domain/activity/activity.ts'
import { z } from 'zod'
import { day, dayAsked, emptyIsAbsent, nameOfAtMost, RegionParams, timeOfDay, wholeNumber } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const ActivityParams = RegionParams.extend({ activity: z.uuid() })

const language = z.enum(['id', 'en']).optional()
export const WeekQuery = z.object({ tanggal: dayAsked, bahasa: language })
export const ActivityQuery = z.object({ terkirim: z.literal('ya').optional().catch(undefined), bahasa: language })
export const NewActivityQuery = z.object({ bahasa: language })

const listOf = (value: unknown) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])

/** The form of a new activity, in its own words. */
export const ActivityForm = z.object({
  nomor: z.uuid(),
  unit: nameOfAtMost(120),
  tujuan: wordsOfAtMost(300).default(''),
  jenis: z.enum(settings),
  desa: nameOfAtMost(20).default(''),
  tempat: nameOfAtMost(200).default(''),
  hari: day,
  mulai: timeOfDay,
  selesai: timeOfDay,
  ulang: z.enum(rhythms).default('once'),
  sampai: z.preprocess(emptyIsAbsent, dayAsked),
  warga: z.preprocess(emptyIsAbsent, wholeNumber(0, 100_000).optional()),
  pegawai: z.preprocess(listOf, z.array(nameOfAtMost(40)).max(100)),
})

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
  state: z.enum(['registered', 'asked', 'cleared', 'refused', 'done', 'cancelled']),
  /** How its coordination stands under the rules as known now. */
  coordination: z.enum(['free', 'due', 'again', 'waiting', 'settled', 'declined']),
  /** Clauses against which it goes as it stands, as `circular/clause`. */
  against: z.array(z.string()),
})
export const ActivitiesOut = z.object({ activities: z.array(ActivityOut) })
