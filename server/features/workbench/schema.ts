import { z } from 'zod'
import { ProblemOut } from '../circular/schema.ts'
import { day, nameOfAtMost } from '../region/schema.ts'

export { DraftParams } from '../draft/schema.ts'

export const BenchQuery = z.object({
  /** The clause whose form is open. */
  ubah: nameOfAtMost(60).optional(),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** The first day that drafts are tried on; absent: that of the draft. */
export const GroundQuery = z.object({ mulai: day.optional() })

/** People, each under every heading that is true of them on some day. */
const Moves = z.object({
  ...{ people: z.int(), to_home: z.int(), to_office: z.int(), to_turns: z.int(), elsewhere: z.int() },
  /** The place stays; hours, strength, a duty, a ban or a service is another one. */
  otherwise: z.int(),
  ...{ same: z.int(), undetermined: z.int(), conflict: z.int(), gap: z.int(), person_days: z.int() },
})

const words = z.object({ id: z.string(), en: z.string() })

/** An agency that cannot do it: `people` must come, can come, or are wanted by another clause, against `bound`. */
const Strain = z.object({
  ...{ agency: z.string(), name: z.string(), kind: z.enum(['too_many', 'too_few', 'clash']) },
  ...{ circular: z.string(), clause: z.string(), bound: z.int(), people: z.int(), staff: z.int() },
  ...{ says: words, fix: words },
})

const OfficeRange = z.object({ least: z.int(), most: z.int() })

export const EffectOut = z.object({
  draft: z.string(),
  /** The newest edit that it was tried with. */
  newest_edit: z.int(),
  /** Null: the draft contradicts itself, so that nothing follows from it; the problems say how. */
  effect: z
    .object({
      from: z.string(),
      until: z.string(),
      /** Clauses and agencies are counted on this day. */
      counted_on: z.string(),
      moves: Moves,
      clauses: z.array(
        z.object({
          clause: z.string(),
          /** Null: it speaks of no staff, or hangs on individual particulars, which are looked at for nobody. */
          people: z.int().nullable(),
          individual: z.boolean(),
          /** It decides for nobody on any of the days. */
          idle: z.boolean(),
        }),
      ),
      strains: z.array(Strain),
      /** How many can be at the office, whoever is drawn: now and under the draft, and where it changes. */
      offices: z.object({
        staff: z.int(),
        /** Agencies of which nobody can say under the draft how many may come. */
        unsettled: z.int(),
        before: OfficeRange,
        after: OfficeRange,
        agencies: z.array(
          z.object({ agency: z.string(), name: z.string(), staff: z.int(), before: OfficeRange, after: OfficeRange }),
        ),
        /** Agencies whose head and deputies all work elsewhere, and units to which nobody comes, by the draft. */
        leaderless: z.array(z.string()),
        empty: z.array(z.string()),
      }),
      /** Clauses of the draft that disagree, and about how many people. */
      collisions: z.array(z.object({ clauses: z.array(z.string()), people: z.int() })),
      /** Of how many no clause of the draft speaks on some working day. */
      gap: z.int(),
      unknown_units: z.array(z.object({ path: z.string(), unit: z.string() })),
    })
    .nullable(),
  problems: z.array(ProblemOut),
  /** What every other answer to an open question would change. */
  readings: z.array(z.object({ question: z.string(), reading: z.string(), moves: Moves })),
})
