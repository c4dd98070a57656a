import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export const RecallParams = RegionParams.extend({ recall: z.uuid() })

export const longestAnswer = 200

export const AnswerForm = z.object({
  jawab: z.enum(['acknowledged', 'declined']),
  alasan: wordsOfAtMost(longestAnswer).default(''),
})
