/** Reading of the files of `calendars/`: one year, its decrees in order of time, each with the days it sets. */
import type { CalendarRecord, SeasonRecord } from './calendar.ts'
import { type Day, type Instant, isDay } from './day.ts'

export interface CalendarYear {
  readonly year: number
  /** False: a decree of this year was not read, and whoever asks about its days is told so. */
  readonly complete: boolean
  /** Why the year is not complete. */
  readonly missing: string | null
  readonly records: readonly CalendarRecord[]
  readonly seasons: readonly DeclaredSeason[]
}

/** A season with the day on which its beginning was declared. */
export interface DeclaredSeason extends SeasonRecord {
  readonly recorded: Instant
}

/** What is wrong in a file and where, in the words of both languages. PKT-201 wrong shape, PKT-202 unknown key. */
export interface CalendarProblem {
  readonly code: 'PKT-201' | 'PKT-202'
  readonly path: string
  readonly id: string
  readonly en: string
}

const wrongShape = (path: string, id: string, en: string): CalendarProblem => ({ code: 'PKT-201', path, id, en })

const dayKinds = ['holiday', 'joint_leave', 'workday'] as const

/**
 * The records of one calendar file, given as the object its YAML stands for.
 * A day is recorded from the day its decree is known; the later decree wins from its own day on and not before.
 * Refuses, with every problem at once: unknown keys, days outside the year, a day twice in one decree, decrees out of
 * order, `workday` for a day that no earlier decree set, and an incomplete year that does not say why.
 */
export function readCalendarYear(document: unknown): CalendarYear | { readonly refused: readonly CalendarProblem[] } {
  const problems: CalendarProblem[] = []
  const root = mapping(document, '', ['piket', 'year', 'complete', 'missing', 'decrees', 'seasons'], problems)
  if (root.piket !== 'calendar/1') {
    problems.push(
      wrongShape(
        'piket',
        'Berkas kalender dimulai dengan "piket: calendar/1".',
        'A calendar file starts with "piket: calendar/1".',
      ),
    )
  }
  const year = typeof root.year === 'number' && Number.isInteger(root.year) ? root.year : Number.NaN
  if (Number.isNaN(year)) problems.push(wrongShape('year', 'Tahun ditulis sebagai angka.', 'The year is a number.'))
  if (typeof root.complete !== 'boolean') {
    problems.push(wrongShape('complete', 'Tulis true atau false.', 'Write true or false.'))
  }
  const missing = typeof root.missing === 'string' ? root.missing : null
  if (root.complete === false && missing === null) {
    problems.push(
      wrongShape('missing', 'Tahun yang belum lengkap menyebut sebabnya.', 'A year that is not complete says why.'),
    )
  }

  const records: CalendarRecord[] = []
  let known = ''
  for (const [index, entry] of list(root.decrees, 'decrees', problems).entries()) {
    const path = `decrees.${index}`
    const decree = mapping(entry, path, ['decree', 'known', 'by', 'read_in', 'note', 'days'], problems)
    const name = words(decree.decree, `${path}.decree`, problems)
    const since = day(decree.known, `${path}.known`, problems)
    if (decree.by !== 'signature' && decree.by !== 'report') {
      problems.push(wrongShape(`${path}.by`, 'Tulis signature atau report.', 'Write signature or report.'))
    }
    if (list(decree.read_in, `${path}.read_in`, problems).length === 0) {
      problems.push(wrongShape(`${path}.read_in`, 'Sebutkan sumber yang dibaca.', 'Name the source that was read.'))
    }
    if (since < known) {
      problems.push(
        wrongShape(`${path}.known`, 'Keputusan ditulis menurut urutan waktu.', 'Decrees stand in order of time.'),
      )
    }
    known = since
    const earlier = new Set(records.map((record) => record.day))
    const here = new Set<Day>()
    for (const [row, value] of list(decree.days, `${path}.days`, problems).entries()) {
      const at = `${path}.days.${row}`
      const line = mapping(value, at, ['date', 'kind', 'name'], problems)
      const date = day(line.date, `${at}.date`, problems)
      const kind = dayKinds.find((candidate) => candidate === line.kind)
      if (!kind) {
        problems.push(
          wrongShape(`${at}.kind`, `Jenis hari: ${dayKinds.join(', ')}.`, `The kind of a day: ${dayKinds.join(', ')}.`),
        )
        continue
      }
      if (Number(date.slice(0, 4)) !== year) {
        problems.push(wrongShape(`${at}.date`, `${date} di luar tahun ${year}.`, `${date} lies outside ${year}.`))
      }
      if (here.has(date)) {
        problems.push(
          wrongShape(
            `${at}.date`,
            `${date} disebut dua kali dalam keputusan ini.`,
            `${date} stands twice in this decree.`,
          ),
        )
      }
      if (kind === 'workday' && !earlier.has(date)) {
        problems.push(
          wrongShape(
            `${at}.date`,
            `${date} tidak ditetapkan oleh keputusan sebelumnya, jadi tidak dapat dikembalikan.`,
            `No earlier decree set ${date}, so it cannot be taken back.`,
          ),
        )
      }
      here.add(date)
      records.push({ day: date, kind, name: words(line.name, `${at}.name`, problems), decree: name, recorded: since })
    }
  }

  const seasons: DeclaredSeason[] = []
  for (const [index, entry] of list(root.seasons ?? [], 'seasons', problems).entries()) {
    const path = `seasons.${index}`
    const season = mapping(entry, path, ['name', 'from', 'until', 'decree', 'known', 'read_in'], problems)
    words(season.decree, `${path}.decree`, problems)
    const from = day(season.from, `${path}.from`, problems)
    const until = day(season.until, `${path}.until`, problems)
    if (until < from) {
      problems.push(wrongShape(`${path}.until`, 'Berakhir sebelum mulai.', 'Ends before it starts.'))
    }
    const recorded = day(season.known, `${path}.known`, problems)
    seasons.push({ name: words(season.name, `${path}.name`, problems), from, until, recorded })
  }
  if (problems.length > 0) return { refused: problems }
  return { year, complete: root.complete === true, missing, records, seasons }
}

function mapping(value: unknown, path: string, keys: readonly string[], problems: CalendarProblem[]) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(
      wrongShape(path, 'Di sini diharapkan pasangan kunci dan nilai.', 'Keys with values are expected here.'),
    )
    return {}
  }
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue
    const known = keys.join(', ')
    problems.push({
      code: 'PKT-202',
      path: path ? `${path}.${key}` : key,
      id: `Kunci "${key}" tidak dikenal. Yang dikenal: ${known}.`,
      en: `The key "${key}" is not known. Known: ${known}.`,
    })
  }
  return value as Readonly<Record<string, unknown>>
}

function list(value: unknown, path: string, problems: CalendarProblem[]): readonly unknown[] {
  if (Array.isArray(value)) return value
  problems.push(wrongShape(path, 'Di sini diharapkan daftar.', 'A list is expected here.'))
  return []
}

function words(value: unknown, path: string, problems: CalendarProblem[]): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  problems.push(wrongShape(path, 'Di sini diharapkan teks.', 'Text is expected here.'))
  return ''
}

function day(value: unknown, path: string, problems: CalendarProblem[]): Day {
  if (typeof value === 'string' && isDay(value)) return value
  problems.push(wrongShape(path, 'Tanggal ditulis TTTT-BB-HH dan harus ada.', 'A date is YYYY-MM-DD and exists.'))
  return '' as Day
}
