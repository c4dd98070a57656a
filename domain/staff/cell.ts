/** Cells of the tables: what may stand in one, how it is read, how it is written. */
import { addDays, type Day, type Instant, isDay } from '../calendar/day.ts'
import type { Bilingual, Problem } from '../messages/problem.ts'

/** What is wrong with a cell or a row, apart from where it stands. */
export type Finding = Pick<Problem, 'code' | 'level' | 'finding' | 'fix'>

/** A value with, perhaps, something to confirm; or what is wrong. */
export type Reading<V> = { readonly value: V; readonly note?: Finding } | { readonly wrong: Finding }

export interface Cell<V> {
  /** Reads a cell that is not blank; the text comes without blanks at its ends. */
  read(text: string): Reading<V>
  write(value: V): string
}

export const error = (code: string, finding: Bilingual, fix: Bilingual): Finding => ({
  code,
  level: 'error',
  finding,
  fix,
})
export const warning = (code: string, finding: Bilingual, fix: Bilingual): Finding => ({
  code,
  level: 'warning',
  finding,
  fix,
})

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

export const words: Cell<string> = { read: (value) => ({ value }), write: (value) => value }

/** An id of a person: any text of 1 to 40 characters. */
export const personId: Cell<string> = {
  read: (value) =>
    value.length <= 40
      ? { value }
      : {
          wrong: error(
            'PKT-201',
            { id: 'Pengenal lebih dari 40 huruf.', en: 'The id is longer than 40 characters.' },
            { id: 'Pakai pengenal yang lebih pendek dan tetap.', en: 'Use a shorter id that stays.' },
          ),
        },
  write: (value) => value,
}

/** Path of a unit, `dlh/bidang-kebersihan`. Capitals are lowered. */
export const unitPath: Cell<string> = {
  read: (text) =>
    /^[a-z0-9-]+(\/[a-z0-9-]+)*$/i.test(text)
      ? { value: text.toLowerCase() }
      : {
          wrong: error(
            'PKT-201',
            { id: `"${text}" bukan kode unit.`, en: `"${text}" is not the id of a unit.` },
            {
              id: 'Tulis kode dari tabel unit, misalnya dlh/bidang-kebersihan.',
              en: 'Write an id of the table of units, such as dlh/bidang-kebersihan.',
            },
          ),
        },
  write: (value) => value,
}

/** One of a closed set; each value with the other words under which lists carry it. */
export function choice<V extends string>(accepted: Readonly<Record<V, readonly string[]>>): Cell<V> {
  const values = Object.keys(accepted) as V[]
  const byWord = new Map(values.flatMap((value) => [value, ...accepted[value]].map((word) => [plain(word), value])))
  const list = values.join(', ')
  return {
    read(text) {
      const value = byWord.get(plain(text))
      if (value !== undefined) return { value }
      return {
        wrong: error(
          'PKT-201',
          { id: `"${text}" tidak dikenal di sini.`, en: `"${text}" is not known here.` },
          { id: `Tulis salah satu dari: ${list}.`, en: `Write one of: ${list}.` },
        ),
      }
    },
    write: (value) => value,
  }
}

/** Several texts between semicolons. */
export const several: Cell<readonly string[]> = {
  read: (text) => ({
    value: text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  }),
  write: (values) => values.join(';'),
}

/** Several of a closed set between semicolons; the first that is not known is the finding. */
export const severalOf = <V extends string>(one: Cell<V>): Cell<readonly V[]> => ({
  read(text) {
    const values: V[] = []
    for (const part of text.split(';').map((piece) => piece.trim())) {
      const reading = one.read(part)
      if ('wrong' in reading) return reading
      values.push(reading.value)
    }
    return { value: values }
  },
  write: (values) => values.join(';'),
})

/** A whole number above zero. */
export const count: Cell<number> = {
  read: (text) =>
    /^[1-9]\d{0,8}$/.test(text)
      ? { value: Number(text) }
      : {
          wrong: error(
            'PKT-201',
            { id: `"${text}" bukan bilangan bulat.`, en: `"${text}" is not a whole number.` },
            { id: 'Tulis angka tanpa satuan.', en: 'Write digits without a unit.' },
          ),
        },
  write: String,
}

/** A number where the text is one, else the text. */
export const numberOrWords: Cell<string | number> = {
  read: (text) => ({ value: /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text }),
  write: String,
}

const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ')
const shortMonths: Readonly<Record<string, number>> = {
  ...Object.fromEntries(months.map((name, place) => [name.slice(0, 3), place + 1])),
  agt: 8,
  nop: 11,
  pebruari: 2,
  nopember: 11,
  sept: 9,
  agust: 8,
}

/**
 * A day: `2021-07-19`, `19/07/2021`, `19-07-2021` or `19 Juli 2021`. The month never comes first; where a day could be
 * taken for a month, it is read day first and listed.
 */
export const day: Cell<Day> = { read: readDay, write: (value) => value }

/** Spreadsheets count days from here; a cell without a date format shows the bare count: 44396 is 2021-07-19. */
const spreadsheetDayZero = '1899-12-30' as Day

function readDay(text: string): Reading<Day> {
  if (isDay(text)) return { value: text }
  if (/^[2-6]\d{4}$/.test(text)) return { value: addDays(spreadsheetDayZero, Number(text)) }
  const figures = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (figures) {
    const [, first = '', , second = '', year = ''] = figures
    const value = asDay(year, Number(second), first)
    if (!isDay(value)) return { wrong: noDay(text) }
    const couldBeMonth = Number(first) <= 12 && Number(first) !== Number(second)
    return couldBeMonth ? { value, note: dayFirst(text, value) } : { value }
  }
  const [, date = '', name = '', year = ''] = /^(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})$/i.exec(text) ?? []
  const word = name.toLowerCase()
  const month = months.indexOf(word) + 1 || shortMonths[word]
  const value = month ? asDay(year, month, date) : ''
  return isDay(value) ? { value } : { wrong: noDay(text) }
}

const asDay = (year: string, month: number, date: string): string =>
  `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`

const noDay = (text: string) =>
  error(
    'PKT-201',
    { id: `"${text}" bukan tanggal kalender.`, en: `"${text}" is not a day of the calendar.` },
    {
      id: 'Tulis seperti 2021-07-19, 19/07/2021 atau 19 Juli 2021; hari selalu di depan bulan.',
      en: 'Write it like 2021-07-19, 19/07/2021 or 19 Juli 2021; the day always stands before the month.',
    },
  )

const dayFirst = (text: string, value: Day) =>
  warning(
    'PKT-808',
    { id: `"${text}" dibaca hari dahulu: ${value}.`, en: `"${text}" is read day first: ${value}.` },
    { id: 'Periksa, atau tulis seperti 2021-07-19.', en: 'Check it, or write it like 2021-07-19.' },
  )

/** A day, or a day with a time: `2021-07-19T10:00`, also with a blank for the T. */
export const instant: Cell<Instant> = {
  read(text) {
    const [, date = '', time = ''] = /^(\S+)[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::\d\d)?$/.exec(text) ?? []
    if (time === '') return readDay(text)
    const reading = readDay(date)
    return 'wrong' in reading ? reading : { ...reading, value: `${reading.value}T${time}` }
  },
  write: (value) => value,
}

const echelonWords = new Map<string, Echelon>([
  ['jptmadya', 'I'],
  ['jptpratama', 'II'],
  ['administrator', 'III'],
  ['pengawas', 'IV'],
  ...['pelaksana', 'fungsional', 'noneselon', 'none', ''].map((word) => [word, 'none'] as const),
])
type Echelon = 'I' | 'II' | 'III' | 'IV' | 'none'

/** `II`, `II.a`, `Eselon III/b`, `JPT Pratama`, `Pelaksana`, `-`. */
export const echelon: Cell<Echelon> = {
  read(text) {
    const word = plain(text).replace(/^eselon/, '')
    const value =
      echelonWords.get(word) ?? (/^(iv|i{1,3})[a-e]?$/.exec(word)?.[1]?.toUpperCase() as Echelon | undefined)
    if (value !== undefined) return { value }
    return {
      wrong: error(
        'PKT-201',
        { id: `"${text}" bukan eselon.`, en: `"${text}" is not an echelon.` },
        { id: 'Tulis I, II, III, IV atau none.', en: 'Write I, II, III, IV or none.' },
      ),
    }
  },
  write: (value) => value,
}

/** Digits of a NIP, without blanks, dots and the apostrophe of spreadsheets. Its rule depends on the employment. */
export const nip: Cell<string> = {
  read(text) {
    if (/e\+?\d+$/i.test(text)) return { wrong: roundedNip(text) }
    return { value: text.replace(/[\s.'’-]/g, '') }
  },
  write: (value) => value,
}

const roundedNip = (text: string) =>
  error(
    'PKT-801',
    {
      id: `NIP tersimpan sebagai angka (${text}), sehingga digit akhirnya hilang.`,
      en: `The NIP is stored as a number (${text}), so its last digits are lost.`,
    },
    {
      id: 'Ubah format kolom menjadi teks, lalu isi ulang NIP dari sumbernya.',
      en: 'Format the column as text, then fill in the NIP from its source again.',
    },
  )

/** A telephone number in its +62 form. */
export const phone: Cell<string> = {
  read(text) {
    const digits = text.replace(/[\s.()'-]/g, '').replace(/^(\+62|62|0)(?=\d)/, '')
    if (/^[2-9]\d{6,12}$/.test(digits)) return { value: `+62${digits}` }
    return {
      wrong: error(
        'PKT-201',
        { id: `"${text}" bukan nomor telepon.`, en: `"${text}" is not a telephone number.` },
        { id: 'Tulis seperti +6281234567890, atau kosongkan.', en: 'Write it like +6281234567890, or leave it blank.' },
      ),
    }
  },
  write: (value) => value,
}

export const email: Cell<string> = {
  read: (text) =>
    /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
      ? { value: text.toLowerCase() }
      : {
          wrong: error(
            'PKT-201',
            { id: `"${text}" bukan alamat surel.`, en: `"${text}" is not a mail address.` },
            { id: 'Betulkan, atau kosongkan.', en: 'Correct it, or leave it blank.' },
          ),
        },
  write: (value) => value,
}
