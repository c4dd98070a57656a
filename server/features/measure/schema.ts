import { caseDesks } from '@piket/domain/case/case.ts'
import { z } from 'zod'
import { nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'

export { RegionParams }

export const MeasureParams = RegionParams.extend({ measure: z.uuid() })
export const MeasuresQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

const version = wholeNumber(1, 999)

export const MeasureForm = z.object({
  /** Of the measure: a new one, or one that is changed. */
  nomor: z.uuid(),
  /** 1 of a new one; of one that is changed the next after the version that was read. */
  versi: version,
  tingkat: wholeNumber(1, 99),
  nama: nameOfAtMost(120).default(''),
  peraturan: nameOfAtMost(200).default(''),
  meja: z.enum(caseDesks),
})

export const WithdrawalForm = z.object({ versi: version })
