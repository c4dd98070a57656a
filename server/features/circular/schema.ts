import type { circular } from '@piket/domain/circular/schema.ts'
import { z } from 'zod'
import { DayOfApi, DayOfPage, nameOfAtMost, partOfName, RegionParams } from '../region/schema.ts'

export const CircularParams = RegionParams.extend({ circular: nameOfAtMost(120) })

/** Documents of a day, as known then or since, that say what is looked for. */
export const ListQuery = DayOfPage.extend({ cari: partOfName.optional() })

/** The same for machines. */
export const ListOfApi = DayOfApi.extend({ search: partOfName.default('') })

/** A day, with or without a time, or the event that it waits for; null: nobody knows, or it is open. */
const moment = z.union([z.string(), z.looseObject({ event: z.string() })]).nullable()

export const CircularSummary = z.object({
  id: z.string(),
  kind: z.string(),
  /** How the document stands on the day asked about; the status that its text states is in `document`. */
  status: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  issued_on: z.string().nullable(),
  issuer: z.object({ office: z.string(), signed_by: z.string().nullable() }),
  in_force: z.object({ from: moment, until: moment }),
  /** Where it ends, extensions counted in. */
  end: moment,
  /** Documents that it rests on and that are over on that day. */
  lapsed: z.array(z.string()),
  /** The day of its review, from a week before until a letter has extended or amended it; null: none is due. */
  review_due: z.string().nullable(),
  version: z.int(),
  sha256: z.string(),
  recorded: z.string().nullable(),
  recorded_by: z.string(),
})
export const Circulars = z.array(
  // Clauses that say what is looked for; none where nothing is.
  CircularSummary.extend({ clauses: z.array(z.string()) }),
)

const sentence = z.object({ id: z.string(), en: z.string() })

/** What is wrong with a document: what happened, which rule, what to do next. */
export const ProblemOut = z.object({
  code: z.string(),
  level: z.enum(['error', 'warning', 'question']),
  /** Where in the document, by keys: `clauses.c3.over`. */
  path: z.string(),
  finding: sentence,
  fix: sentence,
})

/** A document of the language, whole. */
export const DocumentOut = z.looseObject({ piket: z.literal('circular/1') })

/** A document as filed, with each clause read aloud. */
export const CircularOut = CircularSummary.extend({
  document: DocumentOut,
  /** As amendments make it read on the day; null: as it was issued. */
  reads: DocumentOut.nullable(),
  /** Each of its texts: from when on, and by which document; null: as it was issued. */
  wordings: z.array(z.object({ from: z.string().nullable(), by: z.string().nullable() })),
  /** Its clauses on the day, read aloud. */
  sentences: z.record(z.string(), sentence),
  /** Answers to its open questions, by question; one without an answer is open. */
  answers: z.record(z.string(), z.object({ reading: z.string(), by: z.string(), recorded: z.string().nullable() })),
  /** Each with the reading in use, and how many people each other one would move; null: so few that it is not told. */
  questions: z.array(
    z.object({
      question: z.string(),
      used: z.string(),
      /** What waits for the answer: an answered question blocks nothing. */
      blocks: z.string(),
      moved: z.record(z.string(), z.int().nullable()),
    }),
  ),
  /** Where each clause is read by people, for good. */
  addresses: z.record(z.string(), z.string()),
  /** What other documents do to this one. */
  acted_on: z.array(
    z.object({
      circular: z.string(),
      type: z.string(),
      from: z.string().nullable(),
      until: z.string().nullable(),
    }),
  ),
  /** Its texts, as far as they were known, the first one first. */
  versions: z.array(
    z.object({
      version: z.int(),
      sha256: z.string(),
      recorded: z.string().nullable(),
      recorded_by: z.string(),
      filed_at: z.string(),
    }),
  ),
  /** Of the signed letter; null: none is kept. */
  signed_letter: z.object({ sha256: z.string(), same: z.boolean() }).nullable(),
  problems: z.array(ProblemOut),
  source: z.string(),
})
export type CircularDocument = z.infer<typeof circular>
