import type { circular } from '@piket/domain/circular/schema.ts'
import { z } from 'zod'
import { DayOfPage, nameOfAtMost, partOfName, RegionParams } from '../region/schema.ts'

export const CircularParams = RegionParams.extend({ circular: nameOfAtMost(120) })

/** Documents of a day, as known then or since, that say what is looked for. */
export const ListQuery = DayOfPage.extend({ cari: partOfName.optional() })

export const CircularSummary = z.object({
  id: z.string(),
  kind: z.string(),
  /** How the document stands on the day asked about; the status that its text states is in `document`. */
  status: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  version: z.int(),
  sha256: z.string(),
  recorded: z.string().nullable(),
  recorded_by: z.string(),
})
export const Circulars = z.array(CircularSummary)

const sentence = z.object({ id: z.string(), en: z.string() })

/** A document as filed, with each clause read aloud. */
export const CircularOut = CircularSummary.extend({
  document: z.looseObject({ piket: z.literal('circular/1') }),
  sentences: z.record(z.string(), sentence),
  /** Answers to its open questions, by question; one without an answer is open. */
  answers: z.record(z.string(), z.object({ reading: z.string(), by: z.string(), recorded: z.string().nullable() })),
  source: z.string(),
})
export type CircularDocument = z.infer<typeof circular>
