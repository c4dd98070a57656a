import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const AnnouncementParams = RegionParams.extend({ announcement: z.uuid() })

export const AnnouncementForm = z.object({
  nomor: z.uuid(),
  opd: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(nameOfAtMost(120)).max(300),
  ),
  judul: nameOfAtMost(160).default(''),
  isi: wordsOfAtMost(4000).default(''),
})
