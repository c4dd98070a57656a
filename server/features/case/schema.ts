import { type CaseKind, caseDesks, caseKinds, caseOutcomes, casePhases } from '@piket/domain/case/case.ts'
import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const CaseParams = RegionParams.extend({ case: z.uuid() })
export const DeskParams = RegionParams.extend({ employee: nameOfAtMost(40), case: z.uuid() })

export const CaseQuery = z.object({
  terkirim: z.literal('ya').optional().catch(undefined),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** A case as its person sees it. Moments are milliseconds since 1970. */
export const CaseOut = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(caseKinds) as [CaseKind, ...CaseKind[]]),
  /** On which it happened. */
  day: z.string(),
  /** That it rests on, as `circular/clause`. */
  clauses: z.array(z.string()),
  /** What is to be explained. */
  asked: z.string(),
  phase: z.enum(casePhases),
  /** The desk whose word it waits for. */
  waits_for: z.enum(caseDesks).nullable(),
  until: z.number().nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
  steps: z.array(
    z.object({
      what: z.enum(['clarify', 'view', 'decide', 'appeal', 'decide_appeal']),
      as: z.enum(['self', 'superior', ...caseDesks]),
      at: z.number(),
      words: z.string(),
      outcome: z.enum(caseOutcomes).nullable(),
      clause: z.string().nullable(),
      /** As the region calls it. */
      measure: z.string().nullable(),
    }),
  ),
})
export const CasesOut = z.object({ cases: z.array(CaseOut) })
