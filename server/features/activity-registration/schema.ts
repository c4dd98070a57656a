import { rhythms, settings } from '@piket/domain/activity/activity.ts'
import { z } from 'zod'
import { day, dayAsked, emptyIsAbsent, nameOfAtMost, RegionParams, timeOfDay, wholeNumber } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const NewActivityQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

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
