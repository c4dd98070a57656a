import { checkInPlaces } from '@piket/domain/attendance/check-in-record.ts'
import { z } from 'zod'
import { day, dayAsked, nameOfAtMost, pageNumber, RegionParams, timeOfDay } from '../region/schema.ts'

export const PersonParams = RegionParams.extend({ employee: nameOfAtMost(40) })
export const VoucherParams = PersonParams.extend({ voucher: z.uuid() })

const language = z.enum(['id', 'en']).optional()

export const TeamQuery = z.object({ hal: pageNumber, bahasa: language })
export const PersonQuery = z.object({
  tanggal: dayAsked,
  tercatat: z.literal('ya').optional().catch(undefined),
  bahasa: language,
})

export const moments = ['in', 'out'] as const

export const VouchForm = z.object({
  nomor: z.uuid(),
  hari: day,
  arah: z.enum(moments),
  tempat: z.enum(checkInPlaces),
  jam: timeOfDay,
  alasan: nameOfAtMost(300).default(''),
  saksi: nameOfAtMost(120).default(''),
})
