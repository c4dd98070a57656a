import { z } from 'zod'
import { day, nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const InstructionParams = RegionParams.extend({ instruction: z.uuid() })

export const InstructionQuery = z.object({
  diberikan: z.uuid().optional().catch(undefined),
  bahasa: z.enum(['id', 'en']).optional(),
})

export const InstructionForm = z.object({
  nomor: z.uuid(),
  pegawai: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(nameOfAtMost(40)).max(300),
  ),
  tugas: wordsOfAtMost(1000).default(''),
  tenggat: day,
  cara: z.enum(['piket', 'whatsapp', 'phone']),
  catatan: wordsOfAtMost(500).default(''),
})
