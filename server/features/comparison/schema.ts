import { z } from 'zod'
import { dayAsked, nameOfAtMost, pageNumber, RegionParams } from '../region/schema.ts'

export { RegionParams }

/** A document, a document as known on a day (`id@2021-07-19`), or a draft (`konsep:` and its id). */
const side = nameOfAtMost(160).optional()

export const ComparisonQuery = z.object({
  a: side,
  b: side,
  dari: dayAsked,
  sampai: dayAsked,
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
export type ComparisonQuery = z.infer<typeof ComparisonQuery>

/** The same for machines. */
export const ComparisonOfApi = z.object({ a: side, b: side, from: dayAsked, until: dayAsked, page: pageNumber })

const change = {
  before_place: z.string().nullable(),
  before_force: z.string().nullable(),
  after_place: z.string().nullable(),
  after_force: z.string().nullable(),
  /** Fields of a decision that differ. */
  changed: z.array(z.string()),
}

export const ComparisonOut = z.object({
  /** What can stand on a side, as `a` and `b` name it; a document also as known on a day: `id@2021-07-19`. */
  comparables: z.array(z.object({ side: z.string(), title: z.string(), number: z.string().nullable() })),
  from: z.string(),
  until: z.string(),
  /** Null: nobody has said what is compared. */
  comparison: z
    .object({
      people: z.int(),
      person_days: z.int(),
      sums: z.array(z.object({ ...change, people: z.int(), person_days: z.int() })),
      page: z.int(),
      pages: z.int(),
      /** Stretches of days on which the same changes for somebody, by person and day. */
      runs: z.array(
        z.object({
          ...{ employee: z.string(), name: z.string(), unit: z.string() },
          ...{ from: z.string(), until: z.string(), span: z.string(), ...change },
          ...{ before_clause: z.array(z.string()), after_clause: z.array(z.string()) },
        }),
      ),
    })
    .nullable(),
})
