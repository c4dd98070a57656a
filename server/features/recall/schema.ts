import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export const RecallParams = RegionParams.extend({ recall: z.uuid() })

export const AnswerForm = z.object({
  jawab: z.enum(['acknowledged', 'declined']),
  alasan: wordsOfAtMost(200).default(''),
})
