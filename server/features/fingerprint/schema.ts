import { z } from 'zod'
import { nameOfAtMost, RegionParams, UnitParams } from '../region/schema.ts'

export { RegionParams }

export const MachineParams = UnitParams.extend({ machine: z.uuid() })
export const FileParams = MachineParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const MachineForm = z.object({
  nomor: z.uuid(),
  opd: nameOfAtMost(120).default(''),
  nama: nameOfAtMost(80).default(''),
})

/** Numbers are looked over line by line, whatever they hold. */
export const NumbersForm = z.object({ nomor: z.string().max(50_000).default('') })
