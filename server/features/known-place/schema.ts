import { z } from 'zod'
import { nameOfAtMost, UnitParams, wholeNumber } from '../region/schema.ts'

/** Metres. */
export const [leastRadius, mostRadius] = [20, 20_000]

export const PlaceForm = z.object({
  nomor: z.uuid(),
  unit: nameOfAtMost(120).default(''),
  jenis: z.enum(['office', 'field']),
  nama: nameOfAtMost(80).default(''),
  titik: nameOfAtMost(60).default(''),
  radius: wholeNumber(leastRadius, mostRadius).catch(0),
})

export const PlaceParams = UnitParams.extend({ place: z.uuid() })
