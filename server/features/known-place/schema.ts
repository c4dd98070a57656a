import { z } from 'zod'
import { nameOfAtMost, UnitParams } from '../region/schema.ts'

export const PlaceForm = z.object({
  nomor: z.uuid(),
  unit: nameOfAtMost(120).default(''),
  jenis: z.enum(['office', 'field']),
  nama: nameOfAtMost(80).default(''),
  titik: nameOfAtMost(60).default(''),
  radius: z.coerce.number().catch(0),
})

export const PlaceParams = UnitParams.extend({ place: z.uuid() })
