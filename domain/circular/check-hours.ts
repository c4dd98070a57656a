/** Timetables and clauses on hours. */

import type { Hours } from './clause.ts'
import type { Find } from './find.ts'
import type { Circular } from './schema.ts'

type Row = NonNullable<Circular['timetables']>[string]['rows'][number]

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes from the start of a row to its end; a shift may end on the next morning. */
function lengthOf({ from, to, shift }: Row): number {
  const length = minutesOf(to) - minutesOf(from)
  return length <= 0 && shift !== undefined ? length + 24 * 60 : length
}

/** Each row says when work is (PKT-414), and the hours of a week add up (PKT-409). */
export function checkTimetables(doc: Circular, find: Find) {
  for (const [name, { rows, week_minutes }] of Object.entries(doc.timetables ?? {})) {
    for (const [position, row] of rows.entries()) {
      const wrong = wrongIn(row, rows.slice(0, position))
      if (wrong) find('error', 'PKT-414', `timetables.${name}.rows.${position}`, ...wrong)
    }
    const total = rows
      .filter(({ season, shift }) => season === undefined && shift === undefined)
      .reduce((sum, row) => sum + row.weekday.length * (lengthOf(row) - row.break_minutes), 0)
    if (week_minutes !== undefined && total !== week_minutes)
      find(
        'error',
        'PKT-409',
        `timetables.${name}.week_minutes`,
        `Jumlah jam seminggu ${total} menit, bukan ${week_minutes}.`,
        `The week adds up to ${total} minutes, not ${week_minutes}.`,
      )
  }
}

function wrongIn(row: Row, before: readonly Row[]): readonly [id: string, en: string] | undefined {
  const { weekday, shift, season, from, to, break_minutes, start_from, start_until } = row
  if (lengthOf(row) <= break_minutes)
    return [
      `Dari ${from} sampai ${to} tidak ada waktu kerja di luar istirahat.`,
      `From ${from} to ${to} there is no work beside the break.`,
    ]
  if (start_from !== undefined && start_until !== undefined && start_until < start_from)
    return [
      `Mulai paling lambat ${start_until} sebelum ${start_from}.`,
      `Starts until ${start_until}, before ${start_from}.`,
    ]
  const twice = weekday.find((day) =>
    before.some(
      (other) =>
        other.shift === shift &&
        other.weekday.includes(day) &&
        (season === undefined ? other.season === undefined : season.some((one) => other.season?.includes(one))),
    ),
  )
  return twice === undefined
    ? undefined
    : ['Hari yang sama sudah ada di baris lain.', 'The same weekday stands in another row.']
}

/** A clause on hours says something, and its windows run forwards. */
export function checkHours({ id, timetable, presence = [] }: Hours, find: Find) {
  if (timetable === undefined && presence.length === 0)
    find(
      'error',
      'PKT-414',
      `clauses.${id}`,
      `Butir ${id} tidak menyebut jam kerja atau presensi.`,
      `Clause ${id} names neither a timetable nor presence.`,
    )
  const backwards = presence.find(({ from, to }) => to <= from)
  if (backwards)
    find(
      'error',
      'PKT-414',
      `clauses.${id}.presence`,
      `Presensi ${backwards.name} berakhir ${backwards.to} sebelum mulai ${backwards.from}.`,
      `The window ${backwards.name} ends at ${backwards.to}, before it opens at ${backwards.from}.`,
    )
}
