import { z } from 'zod'
import { dayOrEmpty, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const AnswersQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const AnswerForm = z.object({
  /** Of the form: sent twice, it is one answer. */
  nomor: z.uuid(),
  surat: nameOfAtMost(120),
  butir: nameOfAtMost(60),
  /** An agency; empty: the whole region. */
  unit: nameOfAtMost(120).default(''),
  nilai: nameOfAtMost(120).default(''),
  sejak: dayOrEmpty.default(''),
  sampai: dayOrEmpty.default(''),
})
export type AnswerForm = z.infer<typeof AnswerForm>
