import { complaintKinds, complaintStates } from '@piket/domain/complaint/complaint.ts'
import { z } from 'zod'
import { dayAsked, emptyIsAbsent, nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

const language = z.enum(['id', 'en']).optional()

/** Which service the form begins with. */
export const ComplaintQuery = z.object({ unit: nameOfAtMost(120).optional(), bahasa: language })
export const SentQuery = z.object({ bahasa: language })
export const TrackQuery = z.object({ kode: nameOfAtMost(60).optional(), bahasa: language })

export const kinds = Object.keys(complaintKinds) as [keyof typeof complaintKinds]
export const mostWords = 1000
export const mostOfContact = 120

/** What is missing is said by the service, all of it at once. */
export const ComplaintForm = z.object({
  tanda: nameOfAtMost(200).default(''),
  /** Stays empty: people do not see it. */
  situs: z.string().default(''),
  jenis: z.enum([...kinds, '']).default(''),
  unit: nameOfAtMost(120).default(''),
  hari: z.preprocess(emptyIsAbsent, dayAsked),
  kata: wordsOfAtMost(mostWords).default(''),
  kontak: nameOfAtMost(mostOfContact).default(''),
})

export const states = complaintStates
