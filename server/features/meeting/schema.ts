import { meetingModes } from '@piket/domain/meeting/meeting.ts'
import { z } from 'zod'
import { day, nameOfAtMost, partOfName, RegionParams, timeOfDay } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const MeetingParams = RegionParams.extend({ meeting: z.uuid() })

/** `cari`: part of the name of somebody to call. */
export const MeetingQuery = z.object({
  cari: partOfName.default(''),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** More points nobody gets through in a meeting. */
export const mostPoints = 30

/** The form of a new meeting, in its own words. `acara`: a point on each line. */
export const MeetingForm = z.object({
  nomor: z.uuid(),
  perihal: nameOfAtMost(200).default(''),
  tujuan: wordsOfAtMost(1000).default(''),
  cara: z.enum(meetingModes),
  tempat: nameOfAtMost(200).default(''),
  tautan: nameOfAtMost(500).default(''),
  hari: day,
  mulai: timeOfDay,
  selesai: timeOfDay,
  acara: wordsOfAtMost(4000).default(''),
})

export const StaffForm = z.object({ nomor: z.uuid(), pegawai: nameOfAtMost(60) })

export const GuestForm = z.object({
  nomor: z.uuid(),
  nama: nameOfAtMost(120).default(''),
  jabatan: nameOfAtMost(200).default(''),
  badan: nameOfAtMost(200).default(''),
})

export const ParticipantForm = z.object({ peserta: z.uuid() })

export const CancelForm = z.object({ alasan: wordsOfAtMost(500).default('') })
