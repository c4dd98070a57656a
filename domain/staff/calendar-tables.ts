/** Tables of days of the calendar and of seasons. */
import type { CalendarRecord, SeasonRecord } from '../calendar/calendar.ts'
import { choice, day, words } from './cell.ts'
import { backwards, from, recorded, until } from './columns.ts'
import { optional, required, type Table, tableOf, usually } from './table.ts'

export const calendarTable: Table<CalendarRecord> = tableOf(
  {
    date: required(day, 'tanggal'),
    kind: required(
      choice({ holiday: ['libur', 'hari libur'], joint_leave: ['cuti bersama'], workday: ['hari kerja'] }),
      'jenis',
    ),
    name: required(words, 'nama', 'keterangan'),
    decree: optional(words, 'keputusan', 'dasar'),
    decree_date: optional(day, 'tanggal keputusan'),
    scope: usually('national', choice({ national: ['nasional'], region: ['daerah'] }), 'lingkup'),
    recorded,
  },
  {
    // A decree is known from its own date on where the table does not say better.
    record: (cells) => ({
      day: cells.date,
      kind: cells.kind,
      name: cells.name,
      decree: cells.decree,
      recorded: cells.recorded ?? cells.decree_date,
    }),
    row: ({ day: date, kind, name, decree, recorded: known }) => ({
      date,
      kind,
      name,
      decree,
      decree_date: null,
      scope: 'national' as const,
      recorded: known,
    }),
  },
)

export const seasonTable: Table<SeasonRecord> = tableOf(
  {
    name: required(words, 'nama'),
    from,
    until,
    decree: optional(words, 'keputusan', 'dasar'),
    recorded,
  },
  {
    record: ({ decree, ...cells }) => cells,
    row: ({ recorded: known = null, ...record }) => ({ ...record, decree: null, recorded: known }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)
