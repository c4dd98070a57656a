/** What is wrong with a shape, in the words of a clerk; and which key was probably meant. */
import type { z } from 'zod'
import type { Bilingual } from '../messages/problem.ts'

/** Marks that the schema puts on its own refusals, in words. */
const marks: Record<string, Bilingual> = {
  day: {
    id: 'Bukan tanggal kalender; tulis seperti 2021-07-19.',
    en: 'Not a day of the calendar; write it like 2021-07-19.',
  },
  instant: {
    id: 'Bukan tanggal kalender; tulis seperti 2021-07-19, atau 2021-07-19T10:00 bila berlaku sejak jam tertentu.',
    en: 'Not a day of the calendar; write it like 2021-07-19, or 2021-07-19T10:00 when a time matters.',
  },
  time: {
    id: 'Bukan jam; tulis seperti 07:30 di antara tanda kutip.',
    en: 'Not a time; write it like 07:30 in quotes.',
  },
  identifier: {
    id: 'Pengenal hanya memuat huruf kecil, angka, titik, garis bawah, @ dan tanda hubung.',
    en: 'An id holds only lower case letters, digits, dots, underscores, @ and hyphens.',
  },
  percent: { id: 'Bukan persen; tulis seperti 25%.', en: 'Not a share; write it like 25%.' },
  number: { id: 'Nomor butir daftar harus angka.', en: 'The number of an item must be digits.' },
  empty: { id: 'Isi tidak boleh kosong.', en: 'This must not be empty.' },
  'empty-selector': {
    id: 'Pemilih kosong tidak memilih siapa pun; tulis {all: true} untuk semua.',
    en: 'An empty selector selects nobody; write {all: true} for everybody.',
  },
  'no-bound': {
    id: 'Kuota tanpa batas; tulis max, min atau exact.',
    en: 'A quota without a bound; state max, min or exact.',
  },
}

const typeNames: Record<string, Bilingual> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'angka', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  object: { id: 'kumpulan kunci', en: 'a map of keys' },
  record: { id: 'kumpulan kunci', en: 'a map of keys' },
  array: { id: 'daftar', en: 'a list' },
}

/** The finding for one issue of the schema. */
export function describeIssue(issue: z.core.$ZodIssue): Bilingual {
  const mark = marks[issue.message]
  if (mark) return mark
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.join(', ')
      return { id: `Harus salah satu dari: ${values}.`, en: `Must be one of: ${values}.` }
    }
    case 'invalid_type': {
      if (issue.input === undefined && issue.message.includes('undefined')) {
        const key = String(issue.path.at(-1) ?? '')
        return { id: `Kunci ${key} wajib ada.`, en: `The key ${key} is required.` }
      }
      const expected = typeNames[issue.expected] ?? { id: issue.expected, en: issue.expected }
      return { id: `Harus berupa ${expected.id}.`, en: `Must be ${expected.en}.` }
    }
    case 'too_small':
      return { id: 'Isi kosong atau terlalu kecil.', en: 'Empty or too small.' }
    case 'too_big':
      return { id: 'Isi terlalu besar.', en: 'Too large.' }
    case 'invalid_union': {
      const branches = issue.errors.map((errors) => errors[0]).filter((first) => first !== undefined)
      const nested = branches.filter(({ path }) => path.length > 0)
      const words = [
        ...new Map(
          (nested.length > 0 ? nested : branches).map((first) => [describeIssue(first).id, describeIssue(first)]),
        ).values(),
      ]
      if (words.length === 0) return { id: 'Bentuk ini tidak diizinkan di sini.', en: 'This form is not allowed here.' }
      return { id: words.map(({ id }) => id).join(' Atau: '), en: words.map(({ en }) => en).join(' Or: ') }
    }
    default:
      return { id: 'Bentuk ini tidak diizinkan di sini.', en: 'This form is not allowed here.' }
  }
}

/** The known key at that place that is spelt most alike, when one is near enough to be meant. */
export function nearestKey(schema: z.ZodType, path: readonly PropertyKey[], key: string): string | undefined {
  return nearestWord([...new Set(keysAt(schema, path))], key)
}

/** The known word that is spelt most alike, when one is near enough to be meant. */
export function nearestWord(known: readonly string[], word: string): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(candidate, word) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined
}

interface Definition {
  readonly type: string
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly getter?: () => z.ZodType
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const { type, shape, element, valueType, innerType, options, getter } = schema.def as unknown as Definition
  if (getter) return keysAt(getter(), path)
  if (innerType) return keysAt(innerType, path)
  if (options) return options.flatMap((option) => keysAt(option, path))
  const [next, ...rest] = path
  if (next === undefined) return type === 'object' ? Object.keys(shape ?? {}) : []
  const inner = shape?.[String(next)] ?? element ?? valueType
  return inner ? keysAt(inner, rest) : []
}

/** Levenshtein distance: letters to add, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, position) => position)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
