/** Timetables and tables of a document as they stand on paper. */
import { dayWords } from '../messages/day-words.ts'
import { eventWords, placeWords, serviceWords, weekdayWords, wordFor } from '../messages/words.ts'
import type { Clause } from './clause.ts'
import type { Circular } from './schema.ts'
import { stretchWords } from './selector-words.ts'
import { capital } from './speech.ts'

export interface PaperTable {
  /** Null: the clause itself says what it is. */
  readonly title: string | null
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type TimetableRow = NonNullable<Circular['timetables']>[string]['rows'][number]
const said = { language: 'id' } as const
const readable = (key: string) => capital(key.replaceAll('_', ' '))

/** Columns in which some row says something. */
function withoutEmpty(title: string | null, columns: readonly (readonly [string, readonly string[]])[]): PaperTable {
  const kept = columns.filter(([, cells]) => cells.some(Boolean))
  const length = kept[0]?.[1].length ?? 0
  return {
    title,
    header: kept.map(([name]) => name),
    rows: Array.from({ length }, (_, at) => kept.map(([, cells]) => cells[at] ?? '')),
  }
}

/** The timetable that a clause names; undefined: none, or the document does not hold it. */
export function timetableOf(clause: Clause, { timetables }: Circular): PaperTable | undefined {
  if (clause.kind !== 'hours' || typeof clause.timetable !== 'string') return undefined
  const rows = timetables?.[clause.timetable]?.rows
  if (!rows) return undefined
  const column = (name: string, cell: (row: TimetableRow) => string) => [name, rows.map(cell)] as const
  return withoutEmpty(null, [
    column('Hari', ({ weekday }) => weekday.map((one) => weekdayWords[one].id).join(', ')),
    column('Masa', ({ season = [] }) => season.map((one) => wordFor(eventWords, one).id).join(', ')),
    column('Sif', ({ shift = '' }) => shift),
    column('Jam kerja', ({ from, to }) => stretchWords(from, to, said)),
    column('Istirahat', ({ break_minutes }) => `${break_minutes} menit`),
    column('Mulai antara', ({ start_from, start_until }) =>
      start_from === undefined && start_until === undefined ? '' : stretchWords(start_from, start_until, said),
    ),
  ])
}

/** The tables that a clause looks its values up in. */
export const tablesOf = (clause: Clause, { tables = {} }: Circular): PaperTable[] =>
  lookedUp(clause).flatMap((name) => {
    const table = tables[name]
    if (!table) return []
    const { by, rows } = table
    const day = (value: string | number | undefined) =>
      typeof value === 'string' ? dayWords(value as Parameters<typeof dayWords>[0]).id : ''
    const column = (title: string, cell: (row: (typeof rows)[number]) => string) => [title, rows.map(cell)] as const
    return [
      withoutEmpty(`Tabel ${name}`, [
        ...by.map((key) => column(readable(key), (row) => String(row[key] ?? '').replaceAll('_', ' '))),
        column('Nilai', ({ value = '' }) => wordFor({ ...placeWords, ...serviceWords }, String(value)).id),
        column('Sejak', ({ from }) => day(from)),
        column('Sampai', ({ until }) => day(until)),
      ]),
    ]
  })

function lookedUp(clause: Clause): string[] {
  const values =
    clause.kind === 'placement'
      ? [clause.place]
      : clause.kind === 'quota'
        ? Object.values(clause.amount)
        : clause.kind === 'service'
          ? [clause.public, clause.hours]
          : clause.kind === 'hours'
            ? [clause.timetable]
            : []
  return values.flatMap((value) => (typeof value === 'object' && 'table' in value ? [value.table] : []))
}
