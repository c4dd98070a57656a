/** Writes a table as text, JSON or CSV, row by row: no output is held whole, however long it is. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { plural } from '@piket/domain/messages/plural.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { numberText } from '@piket/server/platform/language.ts'
import type { Options } from './command.ts'
import { choiceGiven, type Given } from './given.ts'
import { Refused, systemReason, unreadable } from './refused.ts'
import type { Terminal } from './terminal.ts'

type Language = keyof Bilingual
export type Format = 'text' | 'json' | 'csv'

export const outputOptions: Options = {
  format: {
    takes: 'one',
    value: 'text|json|csv',
    check: formatGiven,
    help: { id: 'bentuk keluaran; tanpa ini text', en: 'form of the output; default text' },
  },
  out: {
    takes: 'one',
    value: 'FILE',
    help: { id: 'tulis ke berkas, bukan ke layar', en: 'write to a file instead of standard output' },
  },
  lang: {
    takes: 'one',
    value: 'id|en',
    check: languageGiven,
    help: { id: 'bahasa keluaran teks; tanpa ini id', en: 'language of text output; default id' },
  },
  'no-color': { takes: 'flag', help: { id: 'tanpa warna', en: 'no colours' } },
}

/** A cell of a CSV. Lists are joined by `|`; a clause of a document is written `document/clause`. */
export type Cell = string | number | boolean | null | readonly string[]

/** How one kind of row is written. */
export interface RowForm<Row> {
  readonly columns: readonly string[]
  json(row: Row): string
  cells(row: Row): readonly Cell[]
  text(row: Row, style: Style): string
}

export interface Style {
  readonly language: Language
  bold(text: string): string
  warn(text: string): string
}

export interface Output<Row> {
  /** `decisions/1` */
  readonly piket: string
  /** What stands before the rows in JSON. */
  readonly head: Readonly<Record<string, unknown>>
  readonly rows: Iterable<Row>
  readonly form: RowForm<Row>
  /** What stands after the rows in JSON, asked for when they are written. */
  tail?(): Readonly<Record<string, unknown>>
  /** Lines after the rows in text. */
  summary?(style: Style): readonly string[]
}

/** Rows whose JSON is the object itself, its keys in the order of the columns. */
export const plainForm = <Row extends object>(
  columns: readonly (keyof Row & string)[],
  text: RowForm<Row>['text'],
  cells: (row: Row) => readonly Cell[] = (row) => columns.map((column) => row[column] as Cell),
): RowForm<Row> => ({ columns, json: (row) => JSON.stringify(row), cells, text })

/**
 * Writes a table where the options say. Whoever reads may stop at any time: what is left is then not written, and the
 * command ends as if it had been.
 */
export async function emit<Row>(given: Given, terminal: Terminal, output: Output<Row>): Promise<void> {
  const format = formatGiven(given)
  const style = styleOf(given, terminal)
  const pieces =
    format === 'json' ? jsonPieces(output) : format === 'csv' ? csvPieces(output) : textPieces(output, style)
  const path = given.one('out')
  if (path === undefined) await write(terminal.out, counted(pieces, terminal, terminal.out))
  else await toFile(path, counted(pieces, terminal, undefined))
}

export function formatGiven(given: Given): Format {
  return choiceGiven(given, 'format', ['text', 'json', 'csv']) ?? 'text'
}

function languageGiven(given: Given): Language {
  return choiceGiven(given, 'lang', ['id', 'en']) ?? 'id'
}

function styleOf(given: Given, { colours, environment }: Terminal): Style {
  const coloured = colours && !given.has('no-color') && !environment.NO_COLOR && !given.has('out')
  const paint = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { language: languageGiven(given), bold: paint(1), warn: paint(33) }
}

function* jsonPieces<Row>({ piket, head, rows, form, tail }: Output<Row>): Generator<string> {
  yield `${JSON.stringify({ piket, ...head }).slice(0, -1)},"rows":[`
  let first = true
  for (const row of rows) {
    yield `${first ? '\n' : ',\n'}${form.json(row)}`
    first = false
  }
  const rest = JSON.stringify(tail?.() ?? {}).slice(1, -1)
  yield `${first ? '' : '\n'}]${rest === '' ? '' : `,${rest}`}}\n`
}

function* csvPieces<Row>({ rows, form }: Output<Row>): Generator<string> {
  yield `${form.columns.join(',')}\n`
  for (const row of rows) yield `${form.cells(row).map(csvCell).join(',')}\n`
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : Array.isArray(cell) ? cell.join('|') : String(cell)
  // What a spreadsheet would take for a formula is written as text.
  const safe = typeof cell !== 'number' && /^([=+@\t\r]|-[^\d]|-$)/.test(text) && text !== '-' ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function* textPieces<Row>({ rows, form, summary }: Output<Row>, style: Style): Generator<string> {
  for (const row of rows) yield `${form.text(row, style)}\n`
  for (const line of summary?.(style) ?? []) yield `${line}\n`
}

/** Tells a person who waits how far the output is; nobody else. */
function* counted(pieces: Iterable<string>, { err, watched, colours }: Terminal, out: Writable | undefined) {
  if (!watched || (out && colours)) return yield* pieces
  let count = 0
  for (const piece of pieces) {
    if (++count % 5_000 === 0) err.write(`\r${numberText(count, 'id')} baris / rows `)
    yield piece
  }
  if (count >= 5_000) err.write('\r\u001b[K')
}

const chunkLength = 65_536

/** Writes at the pace of the reader; a reader that went away ends it. */
async function write(stream: Writable, pieces: Iterable<string>, name = 'stdout'): Promise<void> {
  let gone: NodeJS.ErrnoException | undefined
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = error
  })
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < chunkLength) continue
    if (!stream.write(chunk)) await readyAgain(stream)
    chunk = ''
    if (gone) break
  }
  if (chunk !== '' && !gone) await new Promise<void>((resolve) => stream.write(chunk, () => resolve()))
  if (gone && gone.code !== 'EPIPE') throw unwritable(name, gone)
}

function readyAgain(stream: Writable): Promise<void> {
  const events = ['drain', 'error', 'close']
  return new Promise((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done)
      resolve()
    }
    for (const event of events) stream.on(event, done)
  })
}

/** Writes a file that appears whole or not at all; what is no ordinary file, such as a device, is written as it is. */
async function toFile(path: string, pieces: Iterable<string>): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  const target = there ? await realpath(path) : path
  const draft = there && !there.isFile() ? target : `${target}.${process.pid}.part`
  const stream = createWriteStream(draft)
  try {
    await once(stream, 'open')
    await write(stream, pieces, path)
    stream.end()
    await finished(stream)
    if (draft !== target) await rename(draft, target)
  } catch (error) {
    stream.destroy()
    if (draft !== target) await rm(draft, { force: true })
    throw error instanceof Refused ? error : unwritable(path, error)
  }
}

function unwritable(path: string, error: unknown) {
  const { id, en } = systemReason(error)
  return unreadable(path, `Tidak dapat ditulis. ${id}`, `Cannot be written. ${en}`)
}

/** `1.850 orang, 9.250 hari-orang` */
export function peopleText(people: number, personDays: number, language: Language): string {
  const [count, days] = [numberText(people, language), numberText(personDays, language)]
  return language === 'id'
    ? `${count} orang, ${days} hari-orang`
    : `${count} ${plural(people, 'person', 'people')}, ${days} ${plural(personDays, 'person-day')}`
}
