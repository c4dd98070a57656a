import { escortAnswers } from '@piket/domain/escort/standing.ts'
import { z } from 'zod'
import { day, nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const EscortParams = RegionParams.extend({ escort: z.uuid() })

/** `sidik`: of the proposal that was read. */
export const ProposalForm = z.object({ nomor: z.uuid(), hari: day, sidik: nameOfAtMost(64).default('') })
export const AssignmentForm = z.object({ nomor: z.uuid(), kegiatan: z.uuid(), tim: nameOfAtMost(60).default('') })
export const AnswerForm = z.object({ jawab: z.enum(escortAnswers), alasan: wordsOfAtMost(500).default('') })
