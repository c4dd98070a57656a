import { instant, numberOrWords, unitPath, words } from './cell.ts'
import { backwards, from, recorded, until } from './columns.ts'
import type { AnswerRecord, DeclaredEvent, StatusRecord } from './facts.ts'
import { optional, required, type Table, tableOf } from './table.ts'

export const statusTable: Table<StatusRecord> = tableOf(
  {
    status: required(words),
    subject: required(words, 'tentang'),
    value: required(words, 'nilai'),
    from,
    until,
    authority: optional(words, 'pihak berwenang'),
    recorded,
  },
  { record: (cells) => cells, row: (record) => record, check: (cells) => backwards(cells.from, cells.until) },
)

export const eventTable: Table<DeclaredEvent> = tableOf(
  {
    type: required(words, 'jenis'),
    subject: required(words, 'tentang'),
    from: required(instant, 'mulai', 'dari', 'sejak'),
    until,
    authority: optional(words, 'pihak berwenang'),
    recorded,
  },
  { record: (cells) => cells, row: (record) => record },
)

export const answerTable: Table<AnswerRecord> = tableOf(
  {
    circular: required(words, 'edaran'),
    clause: required(words, 'butir'),
    unit_id: optional(unitPath, 'unit'),
    value: required(numberOrWords, 'nilai', 'jawaban'),
    from,
    until,
    by: required(words, 'oleh'),
    recorded,
  },
  {
    record: ({ unit_id, ...cells }) => ({ ...cells, unit: unit_id }),
    row: ({ unit, ...record }) => ({ ...record, unit_id: unit }),
    check: (cells) => backwards(cells.from, cells.until),
  },
)
