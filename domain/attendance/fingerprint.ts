/** What a fingerprint machine has kept, as its export says it: who, when, and where the machine knows it, which way. */
import type { Day, Time } from '../calendar/day.ts'
import { type Cell, choice, day, error, type Finding, warning, words } from '../staff/cell.ts'
import type { Checker } from '../staff/findings.ts'
import { optional, required, type Table, tableOf } from '../staff/table.ts'
import type { Vouched } from './vouched.ts'

export const tapDirections = ['in', 'out', 'unsaid'] as const
export type TapDirection = (typeof tapDirections)[number]

/** A finger on a machine, to the minute: workbooks keep no more, and the same tap is one whatever file it came in. */
export interface FingerprintRow {
  /** As the machine knows the person. */
  readonly number: string
  readonly day: Day
  readonly time: Time
  readonly direction: TapDirection
}

/** `07:20`, `7.20`, `07:20:15`, `7:20:15 AM`. */
const timeOfDay: Cell<Time> = {
  read(text) {
    const [, hours = '', minutes = '', half] = /^(\d{1,2})[.:]([0-5]\d)(?:[.:][0-5]\d)?\s*([ap]m)?$/i.exec(text) ?? []
    const isHalf = half === undefined ? hours !== '' && Number(hours) < 24 : Number(hours) >= 1 && Number(hours) <= 12
    if (!isHalf) return { wrong: noTime(text) }
    const of = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
    return { value: `${String(of).padStart(2, '0')}:${minutes}` }
  },
  write: (value) => value,
}

/** A day without the note that it was read day first: the page says so once, for all rows. */
const dayFirst: Cell<Day> = {
  read(text) {
    const reading = day.read(text)
    return 'wrong' in reading ? reading : { value: reading.value }
  },
  write: day.write,
}

/** A day and a time in one cell. */
const stamp: Cell<{ readonly day: Day; readonly time: Time }> = {
  read(text) {
    const [, date = '', clock = ''] = /^(\S+)[T ]+(\d{1,2}[.:].*)$/.exec(text) ?? []
    const [on, at] = [dayFirst.read(date), timeOfDay.read(clock)]
    if ('wrong' in on) return on
    return 'wrong' in at ? at : { value: { day: on.value, time: at.value } }
  },
  write: (value) => `${value.day}T${value.time}`,
}

const said = choice<'in' | 'out'>({
  in: ['masuk', 'datang', 'c/in', 'check in', 'i', '0'],
  out: ['pulang', 'keluar', 'c/out', 'check out', 'o', '1'],
})
/** What a machine names otherwise, a break or overtime, is a tap all the same. */
const direction: Cell<TapDirection> = {
  read(text) {
    const reading = said.read(text)
    return 'wrong' in reading ? { value: 'unsaid' } : reading
  },
  write: (value) => value,
}

export const fingerprintTable: Table<FingerprintRow> = tableOf(
  {
    number: required(words, 'nomor', 'no id', 'ac no', 'pin', 'user id', 'id', 'en no', 'badge', 'nip', 'no pegawai'),
    stamp: optional(stamp, 'tanggal/jam', 'tanggal/waktu', 'tgl/waktu', 'date/time', 'waktu scan', 'timestamp'),
    date: optional(dayFirst, 'tanggal', 'tgl'),
    time: optional(timeOfDay, 'jam', 'waktu'),
    direction: optional(direction, 'arah', 'status', 'state', 'in/out', 'masuk/pulang'),
  },
  {
    record({ number, stamp: at, date, time, direction: way }): FingerprintRow {
      const on = at ?? { day: date as Day, time: time as Time }
      return { number: plainNumber(number), day: on.day, time: on.time, direction: way ?? 'unsaid' }
    },
    row: ({ number, day: on, time, direction: way }) => ({
      ...{ number, stamp: { day: on, time }, date: null, time: null },
      direction: way,
    }),
    check: ({ stamp: at, date, time }) => (at === null && (date === null || time === null) ? [noMoment] : []),
  },
)

/** Machines fill numbers up with noughts, and their exports not always. */
export const plainNumber = (text: string): string => text.trim().replace(/^0+(?=.)/, '')

/** What rows are held against. */
export interface FingerprintAround {
  /** Employee ids by the numbers of the machine, and by NIP and employee id, all plain. */
  readonly numbers: ReadonlyMap<string, string>
  /** Who imports: nobody brings evidence of their own. */
  readonly by: string
  readonly today: Day
  /** The time of day now. */
  readonly now: Time
  /** Days before it are changed no more. */
  readonly since: Day
}

/** A tap of somebody known. */
export interface Tap extends Omit<FingerprintRow, 'number'> {
  readonly employee: string
}

/** The tap that a row tells of, or why it is left out. */
export function tapOf(
  { number, ...when }: FingerprintRow,
  { numbers, by, today, now, since }: FingerprintAround,
): Tap | Finding {
  const employee = numbers.get(number)
  if (employee === undefined) return unknownNumber(number)
  if (when.day > today || (when.day === today && when.time > now)) return ahead
  if (when.day < since) return past
  return employee === by ? own : { employee, ...when }
}

export const isTap = (one: Tap | Finding): one is Tap => 'employee' in one

/** The same tap has the same key. */
export const keyOf = ({ employee, day: on, time, direction: way }: Tap): string => [employee, on, time, way].join(' ')

/** Names the rows that are left out, and those that stand in the file twice. */
export function fingerprintChecker(around: FingerprintAround): Checker<FingerprintRow> {
  const rowOf = new Map<string, number>()
  return {
    add(record, row) {
      const tap = tapOf(record, around)
      if (!isTap(tap)) return [{ row, header: 'number', finding: tap }]
      const before = rowOf.get(keyOf(tap))
      rowOf.set(keyOf(tap), before ?? row)
      return before === undefined ? [] : [{ row, header: 'number', finding: twice(before) }]
    },
    end: () => [],
  }
}

/** A finger held on for long, or laid on again to be sure, is no leaving. */
const apart = 3_600_000

/**
 * The coming and the going that the taps of somebody's day tell of, whatever order they come in. Where the machine does
 * not say which way, the first is the coming and the last, an hour later at least, the going; a single one is a coming:
 * if it was none, its time cannot be settled and the superior looks.
 */
export function comingAndGoing(
  taps: readonly { readonly at: number; readonly direction: TapDirection }[],
): Pick<Vouched, 'moment' | 'at'>[] {
  const at = (way: TapDirection) => taps.filter((tap) => tap.direction === way).map((tap) => tap.at)
  const unsaid = at('unsaid')
  const [first, last] = [Math.min(...unsaid), Math.max(...unsaid)]
  const comings = [...at('in'), ...(unsaid.length > 0 ? [first] : [])]
  const goings = [...at('out'), ...(last - first >= apart ? [last] : [])]
  return [
    ...(comings.length > 0 ? [{ moment: 'in' as const, at: Math.min(...comings) }] : []),
    ...(goings.length > 0 ? [{ moment: 'out' as const, at: Math.max(...goings) }] : []),
  ]
}

const noTime = (text: string) =>
  error(
    'PKT-201',
    { id: `"${text}" bukan jam.`, en: `"${text}" is not a time of day.` },
    { id: 'Tulis seperti 07:30.', en: 'Write it as 07:30.' },
  )
const noMoment = error(
  'PKT-201',
  { id: 'Tanggal atau jamnya tidak ada.', en: 'The date or the time is missing.' },
  {
    id: 'Isi kolom tanggal dan jam, atau satu kolom tanggal/jam.',
    en: 'Fill in a date and a time, or both in one column.',
  },
)
const unknownNumber = (number: string) =>
  error(
    'PKT-811',
    { id: `Nomor "${number}" tidak dikenal di mesin ini.`, en: `The number "${number}" is not known here.` },
    { id: 'Tambahkan pada daftar nomor, lalu kirim lagi.', en: 'Add it to the list of numbers and send again.' },
  )
const ahead = error(
  'PKT-201',
  { id: 'Waktu ini belum tiba.', en: 'This time is still to come.' },
  { id: 'Periksa jam mesinnya.', en: 'Check the clock of the machine.' },
)
const past = warning(
  'PKT-814',
  { id: 'Hari itu sudah lewat lebih dari 31 hari dan dilewati.', en: 'That day is more than 31 days ago: left out.' },
  { id: 'Kehadiran selama itu tidak lagi diubah.', en: 'Presence so long ago is changed no more.' },
)
const own = warning(
  'PKT-814',
  { id: 'Baris Anda sendiri dilewati.', en: 'Your own row is left out.' },
  { id: 'Minta BKPSDM mengirim berkas ini.', en: 'Ask the personnel agency to send this file.' },
)
const twice = (before: number) =>
  warning(
    'PKT-814',
    { id: `Sama dengan baris ${before}; dihitung sekali.`, en: `The same as row ${before}: counted once.` },
    { id: 'Tidak perlu diubah.', en: 'Nothing to change.' },
  )
