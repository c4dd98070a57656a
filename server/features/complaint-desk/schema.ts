import { complaintStates } from '@piket/domain/complaint/complaint.ts'
import { z } from 'zod'
import { pageNumber, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const ComplaintParams = RegionParams.extend({ complaint: z.uuid() })
export const DeskQuery = z.object({
  keadaan: z.enum(complaintStates).optional().catch(undefined),
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
export const mostOfAnswer = 2000
export const AnswerForm = z.object({ jawaban: wordsOfAtMost(mostOfAnswer).default('') })
