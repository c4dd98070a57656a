import type { Day } from '../calendar/day.ts'
import { day, error, instant, personId } from './cell.ts'
import { optional, required } from './table.ts'

export const from = optional(day, 'mulai', 'dari', 'sejak')
export const until = optional(day, 'sampai', 'selesai', 'hingga')
export const recorded = optional(instant, 'dicatat', 'tanggal dicatat')
export const person = required(personId, 'id pegawai', 'kode pegawai')
export const activeFrom = optional(day, 'tmt', 'tmt jabatan')
export const activeUntil = optional(day, 'tmt berakhir')

/** That a period ends before it starts. */
export function backwards(first: Day | null, last: Day | null) {
  if (first === null || last === null || first <= last) return []
  return [
    error(
      'PKT-401',
      { id: `Berakhir ${last} sebelum mulai ${first}.`, en: `Ends ${last} before it starts ${first}.` },
      { id: 'Betulkan salah satu tanggal.', en: 'Correct one of the dates.' },
    ),
  ]
}
