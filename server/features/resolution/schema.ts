import { resolutionKinds } from '@piket/domain/meeting/resolution.ts'
import { z } from 'zod'
import { dayAsked, emptyIsAbsent, nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const ResolutionParams = RegionParams.extend({ resolution: z.uuid() })

/** A resolution in the form of the minutes, in its own words. */
export const ResolutionForm = z.object({
  nomor: z.uuid(),
  jenis: z.enum(resolutionKinds),
  kata: wordsOfAtMost(800).default(''),
  opd: nameOfAtMost(120).default(''),
  pegawai: nameOfAtMost(60).default(''),
  tenggat: z.preprocess(emptyIsAbsent, dayAsked),
})

export const DoneForm = z.object({ kata: wordsOfAtMost(1000).default('') })
export const TakenUpForm = z.object({
  kata: wordsOfAtMost(1000).default(''),
  edaran: nameOfAtMost(120).default(''),
})
