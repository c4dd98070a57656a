import { z } from 'zod'
import { dayAsked, day as dayOfForm, emptyIsAbsent, nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const TeamParams = RegionParams.extend({ team: nameOfAtMost(60) })

/** More activities on a day no team sees. */
export const mostADay = 50

const capacity = wholeNumber(1, mostADay)
const dayOrNone = z.preprocess(emptyIsAbsent, dayAsked)

/** `wilayah`: code of a district or a village; empty: the whole region. `unsur`: bodies, with commas between them. */
export const TeamForm = z.object({
  nomor: z.uuid(),
  nama: nameOfAtMost(120).default(''),
  wilayah: nameOfAtMost(20).default(''),
  unsur: nameOfAtMost(300).default(''),
  kapasitas: capacity,
  mulai: dayOrNone,
  sampai: dayOrNone,
})

export const ChangeForm = z.object({ kapasitas: capacity, sampai: dayOrNone })
export const MemberForm = z.object({ masuk: nameOfAtMost(60).default('') })
export const LeavingForm = z.object({ akun: z.uuid() })
export const AbsenceForm = z.object({ hari: dayOfForm, alasan: wordsOfAtMost(300).default('') })
export const PresenceForm = z.object({ hari: dayOfForm })
