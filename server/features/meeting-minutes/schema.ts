import { attendances } from '@piket/domain/meeting/meeting.ts'
import { z } from 'zod'
import { nameOfAtMost } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { MeetingParams } from '../meeting/schema.ts'
export { ResolutionForm } from '../resolution/schema.ts'

/** `wakil`: who came instead. */
export const AttendanceForm = z.object({
  peserta: z.uuid(),
  hadir: z.enum(attendances),
  wakil: nameOfAtMost(120).default(''),
})

export const StrikeForm = z.object({ keputusan: z.uuid() })
export const ClosingForm = z.object({ catatan: wordsOfAtMost(2000).default('') })
export const CorrectionForm = z.object({ nomor: z.uuid(), kata: wordsOfAtMost(1000).default('') })
