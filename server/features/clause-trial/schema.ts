import { z } from 'zod'
import { DraftParams } from '../draft/schema.ts'
import { nameOfAtMost, pageNumber } from '../region/schema.ts'

export { DraftParams }

export const ClauseParams = DraftParams.extend({ clause: nameOfAtMost(60) })
export const TrialQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })
export const PeopleQuery = TrialQuery.extend({ hal: pageNumber })
export const PeopleOfApi = z.object({ page: pageNumber })

export const TrialsOut = z.object({
  from: z.string(),
  until: z.string(),
  /** What would change without each clause. */
  clauses: z.array(
    z.object({
      clause: z.string(),
      /** `unfit`: without it the text contradicts itself. `untold`: about individual particulars, the public, or rosters. */
      outcome: z.enum(['told', 'unfit', 'untold']),
      redundant: z.boolean(),
      people: z.int().nullable(),
      person_days: z.int().nullable(),
      /** Agencies in which more or fewer could be at the office. */
      agencies: z.int(),
    }),
  ),
  /** Claims of being stricter or looser, with how many people each is true and false of. */
  claims: z.array(
    z.object({ type: z.string(), target: z.string(), holds: z.boolean(), stricter: z.int(), looser: z.int() }),
  ),
})

export const PeopleOut = z.object({
  day: z.string(),
  page: z.int(),
  pages: z.int(),
  count: z.int(),
  people: z.array(z.object({ employee: z.string(), name: z.string(), unit: z.string(), place: z.string() })),
})
