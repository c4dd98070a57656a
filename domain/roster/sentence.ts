import { type Day, weekdayOf, weekdays } from '../calendar/day.ts'
import { type DayMask, indexesOf } from './day-mask.ts'
import { pinClause } from './roster-input.ts'
import type { Excess, Explanation, Repair } from './roster-result.ts'

/** A text in both languages. */
export interface Words {
  readonly id: string
  readonly en: string
}

/** How clauses and posts are called in full: `butir 4.b (55 tahun ke atas)` / `clause 4.b (55 and over)`. */
export interface RosterNames {
  readonly days: readonly Day[]
  readonly clause: (clause: string) => Words
  readonly position: (position: string) => Words
}

const idMonths = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')
const enMonths = 'January February March April May June July August September October November December'.split(' ')
const idWeekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']
const enWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const idNumbers = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')
const enNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

const both = (id: string, en: string): Words => ({ id, en })
const inWords = (count: number): Words => both(idNumbers[count] ?? `${count}`, enNumbers[count] ?? `${count}`)

/** Why there is no roster and what would help, as an official would say it, the smallest repair last. */
export function sentence(explanation: Explanation, names: RosterNames): Words {
  const { days, wanted, left, short, kind } = explanation
  const on = dayNames(days, names.days)
  const clauses = (ids: readonly string[]) => listOf(ids.map((id) => clauseName(id, names)))
  const demanding = clauses(explanation.demanding)
  const missing = inWords(short)
  const takers = takersOf(explanation, names)
  const what = subjectOf(explanation, names)
  const [repair] = explanation.repairs
  const fix = repair
    ? both(` Perbaikan terkecil: ${repairWords(repair, names).id}.`, ` Smallest fix: ${repairWords(repair, names).en}.`)
    : both('', '')
  if (kind === 'pin') {
    return both(
      `Pada ${on.id} tempat yang dikunci kepala bertentangan dengan ketentuan yang berlaku${takers ? `: ${takers.id}` : ''}.${fix.id}`,
      `On ${on.en} a place pinned by the head contradicts the rules in force${takers ? `: ${takers.en}` : ''}.${fix.en}`,
    )
  }
  return both(
    `Pada ${on.id} ${what.id} (${demanding.id}) memerlukan ${wanted} orang-hari, tetapi ${takers?.id ?? 'daftar pegawai'} menyisakan ${left}: kurang ${missing.id}.${fix.id}`,
    `On ${on.en} ${what.en} (${demanding.en}) needs ${wanted} person-days, but ${takers?.en ?? 'the staff list'} ${takers?.many ? 'leave' : 'leaves'} ${left}: ${missing.en} short.${fix.en}`,
  )
}

/** Says that people at the office by rule alone exceed a bound, and that they stay. */
export function excessSentence({ day, clause, by, position }: Excess, names: RosterNames): Words {
  const on = day === null ? both('dalam periode ini', 'in this period') : dayNames(1n << BigInt(day), names.days)
  const post = position === null ? both('', '') : names.position(position)
  const name = clauseName(clause, names)
  const count = inWords(by)
  return both(
    `${day === null ? 'Dalam periode ini' : `Pada ${on.id}`} pegawai yang wajib di kantor${post.id && ` (${post.id})`} sudah melebihi batas ${name.id} sebanyak ${count.id} orang; mereka tetap bertugas dan tidak ada kursi giliran.`,
    `${day === null ? 'In this period' : `On ${on.en}`} people who must be at the office${post.en && ` (${post.en})`} alone exceed the bound of ${name.en} by ${count.en}; they stay, and no seat is left for turns.`,
  )
}

/** A repair as the end of a sentence. */
export function repairWords({ kind, clause, personDays, perDay }: Repair, names: RosterNames): Words {
  const name = clause === null ? both('', '') : clauseName(clause, names)
  const seats = (word: Words) =>
    perDay.length === 0
      ? both(`${inWords(personDays).id} ${word.id}`, `${inWords(personDays).en} ${word.en}`)
      : listOf(
          perDay.map(([day, count]) => {
            const on = dayNames(1n << BigInt(day), names.days)
            return both(`${inWords(count).id} ${word.id} pada ${on.id}`, `${inWords(count).en} ${word.en} on ${on.en}`)
          }),
        )
  const places = seats(both('orang', personDays === 1 ? 'person' : 'people'))
  const days = both(
    `${inWords(personDays).id} orang-hari`,
    `${inWords(personDays).en} person-day${personDays === 1 ? '' : 's'}`,
  )
  switch (kind) {
    case 'lower-quota':
      return both(`turunkan kuota (${name.id}) sebesar ${places.id}`, `lower the quota (${name.en}) by ${places.en}`)
    case 'raise-quota':
      return both(`naikkan kuota (${name.id}) sebesar ${places.id}`, `raise the quota (${name.en}) by ${places.en}`)
    case 'lower-service':
      return both(
        `turunkan jumlah minimum layanan (${name.id}) sebesar ${places.id}`,
        `lower the service minimum (${name.en}) by ${places.en}`,
      )
    case 'change-limit':
      return both(
        `longgarkan batas hari per orang (${name.id}) sebanyak ${days.id}`,
        `relax the limit of days per person (${name.en}) by ${days.en}`,
      )
    case 'unpin':
      return both(`lepaskan ${days.id} yang dikunci kepala`, `release ${days.en} pinned by the head`)
    case 'add-staff':
      return both(`tambah ${places.id} dari unit lain`, `add ${places.en} from another unit`)
    case 'release':
      return both(`panggil kembali ${days.id} dari ${name.id}`, `call back ${days.en} from ${name.en}`)
  }
}

function subjectOf({ kind, position }: Explanation, names: RosterNames): Words {
  if (kind === 'quota') return both('kuota', 'the quota')
  if (kind === 'personal-minimum') return both('batas hari per orang', 'the minimum of days per person')
  if (position === null) return both('jumlah minimum layanan', 'the service minima')
  const name = names.position(position)
  return both(`jumlah minimum ${name.id}`, `the minimum of ${name.en}`)
}

/** What takes the days; nothing when the staff list itself is too short. */
function takersOf(
  { kind, taking, alsoTaking }: Explanation,
  names: RosterNames,
): (Words & { many: boolean }) | undefined {
  const named = taking.map((id) => clauseName(id, names))
  const others = kind === 'quota' || kind === 'service' ? alsoTaking.map((id) => clauseName(id, names)) : []
  const all = [...named, ...others]
  return all.length === 0 ? undefined : { ...listOf(all), many: all.length > 1 }
}

const clauseName = (clause: string, names: RosterNames): Words =>
  clause === pinClause ? both('kunci dari kepala', 'pins of the head') : names.clause(clause)

function listOf(words: readonly Words[]): Words {
  const join = (texts: readonly string[], and: string) =>
    texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`
  return both(
    join(
      words.map(({ id }) => id),
      'dan',
    ),
    join(
      words.map(({ en }) => en),
      'and',
    ),
  )
}

/** Days in full, the month and year once where they are the same: Rabu 8 dan Kamis 9 Juli 2026. */
function dayNames(mask: DayMask, days: readonly Day[]): Words {
  const named = indexesOf(mask).map((index) => {
    const day = days[index] as Day
    const weekday = weekdays.indexOf(weekdayOf(day))
    const month = Number(day.slice(5, 7)) - 1
    return {
      short: both(`${idWeekdays[weekday]} ${Number(day.slice(8))}`, `${enWeekdays[weekday]} ${Number(day.slice(8))}`),
      month: both(`${idMonths[month]} ${day.slice(0, 4)}`, `${enMonths[month]} ${day.slice(0, 4)}`),
    }
  })
  return listOf(
    named.map(({ short, month }, index) =>
      named[index + 1]?.month.id === month.id ? short : both(`${short.id} ${month.id}`, `${short.en} ${month.en}`),
    ),
  )
}
