import { signalKinds } from '@piket/domain/attendance/signals.ts'
import { z } from 'zod'
import { day, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const PersonParams = RegionParams.extend({ employee: nameOfAtMost(40) })

export const SignalQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

const about = { tanda: z.enum(signalKinds), hari: day, kata: nameOfAtMost(300).default('') }

export const ReplyForm = z.object(about)
export const AnswerForm = z.object({ ...about, jawaban: z.enum(['asked', 'explained']) })
