/** Figures of districts as they are pasted from a table: a line each, with the name first and the numbers behind it. */
import type { Bilingual } from '../messages/problem.ts'
import { readCount } from './count.ts'
import { type DistrictDoses, type Dose, type Doses, doses, partWords } from './coverage.ts'

export interface LinesRefusal {
  readonly refused: 'coverage-districts-unread'
  readonly detail: Bilingual
}

interface District {
  readonly code: string
  readonly name: string
}

const unread = (line: string, id: string, en: string): LinesRefusal => ({
  refused: 'coverage-districts-unread',
  detail: { id: `${line}: ${id}.`, en: `${line}: ${en}.` },
})

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Reads `Tenggarong; 1.200; 340; 120`, also with tabs. Where the whole region has a dose, each line has it.
 * @returns the districts of the region in order of code; none where nothing is written
 */
export function readDistrictLines(
  text: string,
  districts: readonly District[],
  whole: Pick<Doses, Dose>,
): DistrictDoses[] | LinesRefusal {
  const codes = new Map(districts.map(({ code, name }) => [plain(name), code]))
  const read = new Map<string, DistrictDoses>()
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [name = '', ...cells] = line.split(/[;\t]/).map((cell) => cell.trim())
    const district = codes.get(plain(name))
    if (district === undefined) return unread(name, 'kecamatan ini tidak ada di daerah ini', 'is no district here')
    if (read.has(district)) return unread(name, 'disebut dua kali', 'is named twice')
    const numbers = cells.map((cell) => (cell === '' ? null : readCount(cell)))
    const wrong = cells.find((_, at) => numbers[at] === undefined)
    if (wrong !== undefined || cells.length > 3)
      return unread(name, `“${wrong ?? line}” bukan angka`, `“${wrong ?? line}” is no number`)
    const [target = null, first = null, second = null] = numbers as (number | null)[]
    const row = { district, target, first, second }
    const absent = (['target', ...doses] as const).find(
      (part) => row[part] === null && (part === 'target' || whole[part] !== null),
    )
    if (absent || target === null) {
      const words = partWords[absent ?? 'target']
      return unread(name, `${words.id.toLowerCase()} belum ditulis`, `${words.en.toLowerCase()} is missing`)
    }
    read.set(district, { ...row, target })
  }
  const missing = districts.filter(({ code }) => read.size > 0 && !read.has(code)).map(({ name }) => name)
  if (missing.length > 0) return unread(missing.join(', '), 'belum disebut', 'not named yet')
  return [...read.values()].toSorted((a, b) => a.district.localeCompare(b.district))
}

/** The lines that are read as these districts again. */
export const districtLines = (districts: readonly DistrictDoses[], nameOf: (district: string) => string): string =>
  districts
    .map(({ district, target, first, second }) => [nameOf(district), target, first ?? '', second ?? ''].join('; '))
    .join('\n')
