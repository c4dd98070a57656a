import { caseOutcomes } from '@piket/domain/case/case.ts'
import { z } from 'zod'
import { emptyIsAbsent, nameOfAtMost, roundTyped } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { CaseParams, DeskParams } from '../case/schema.ts'

export const WordsForm = z.object({ kata: wordsOfAtMost(2000).default('') })

export const DecisionForm = z.object({
  putaran: roundTyped,
  putusan: z.enum(caseOutcomes),
  kata: wordsOfAtMost(2000).default(''),
  butir: z.preprocess(emptyIsAbsent, nameOfAtMost(200).optional()),
  tindakan: z.preprocess(emptyIsAbsent, z.uuid().optional()),
})
