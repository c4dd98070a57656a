import { z } from 'zod'
import { day, nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export const OfFindingParams = RegionParams.extend({ finding: z.uuid() })
export const OfComplaintParams = RegionParams.extend({ complaint: z.uuid() })
export const OfInspectionParams = RegionParams.extend({ inspection: z.uuid() })
export const OfRecallParams = RegionParams.extend({ recall: z.uuid() })
export const OfTravelParams = RegionParams.extend({ employee: nameOfAtMost(40) })
export const OpeningQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const OfRecallForm = z.object({ nomor: z.uuid(), kata: wordsOfAtMost(1000).default('') })
export const OfFindingForm = OfRecallForm.extend({ pegawai: nameOfAtMost(40) })
export const OfTravelForm = OfRecallForm.extend({ hari: day })
