import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const LanguageQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })
export const AmbassadorParams = RegionParams.extend({ ambassador: z.uuid() })

export const NominationForm = z.object({
  nomor: z.uuid(),
  nama: nameOfAtMost(120).default(''),
  sebagai: nameOfAtMost(200).default(''),
  alasan: wordsOfAtMost(500).default(''),
})

export const DecisionForm = z.object({ putusan: z.enum(['terima', 'tolak']) })

/** `setuju`: the person agrees. `izin`: how they did; empty: they do not, or no longer. */
export const ConsentForm = z.object({ izin: nameOfAtMost(200).default(''), setuju: z.literal('ya').optional() })

/** `bulan`: `2021-01`, as browsers send a month. */
export const AwardForm = z.object({
  nomor: z.uuid(),
  bulan: z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/),
  atas: nameOfAtMost(200).default(''),
})

export const AmbassadorsOut = z.object({
  ambassadors: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      awards: z.array(z.object({ month: z.string(), reason: z.string() })),
    }),
  ),
  unnamed: z.number().describe('Ambassadors who do not agree to be named'),
})
