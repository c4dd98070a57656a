/** A roster file as drawn places: `roster.csv` of the tables, or what `piket roster` wrote as CSV or JSON. */
import { readFile } from 'node:fs/promises'
import { type Day, isDay } from '@piket/domain/calendar/day.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import type { DrawnPlace } from '@piket/domain/staff/facts.ts'
import { exits, Refused, systemReason, unreadable } from './refused.ts'
import { rowsOfSheet, wrongLine } from './sheet-columns.ts'

/** One line of a roster file. */
export interface RosterLine {
  readonly employee: string
  readonly date: Day
  readonly place: string
  readonly shift: string | undefined
}

export interface RosterFile {
  readonly lines: readonly RosterLine[]
  /** What else a JSON roster states; undefined for a CSV. */
  readonly stated: Readonly<Record<string, unknown>> | undefined
}

/** @throws Refused: PKT-002 when it cannot be read, PKT-201 for every line that is none */
export async function readRosterFile(path: string): Promise<RosterFile> {
  const start = await readFile(path).catch((error) => {
    const { id, en } = systemReason(error)
    throw unreadable(path, id, en)
  })
  return /^\s*\{/.test(start.toString('utf8', 0, 64))
    ? fromJson(path, start.toString('utf8'))
    : { lines: await fromSheet(path), stated: undefined }
}

/** The lines of a roster that place somebody at the office or at home. */
export const drawnPlaces = (lines: readonly RosterLine[]): DrawnPlace[] =>
  lines.flatMap(({ employee, date, place, shift }) =>
    place === 'office' || place === 'home'
      ? [{ employee, day: date, place, ...(shift !== undefined && { shift }) }]
      : [],
  )

function fromJson(path: string, text: string): RosterFile {
  const stated = parsed(path, text)
  const rows = stated.rows
  if (stated.piket !== 'roster/1' || !Array.isArray(rows))
    throw new Refused(
      exits.input,
      wrongLine(path, undefined, 'Berkas ini bukan roster/1.', 'This file is no roster/1.'),
    )
  const problems: Problem[] = []
  const lines = rows.flatMap((row: unknown, position) => {
    const { employee, date, place, shift } = (typeof row === 'object' && row !== null ? row : {}) as Record<
      string,
      unknown
    >
    const line = lineOf(employee, date, place, shift)
    if (!line) problems.push(notALine(path, position + 1))
    return line ?? []
  })
  if (problems.length > 0) throw new Refused(exits.input, ...problems)
  return { lines, stated }
}

/** @throws Refused (PKT-201) when the text is no JSON object */
export function parsed(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Refused(
    exits.input,
    wrongLine(path, undefined, 'Berkas ini bukan JSON yang utuh.', 'This file is no whole JSON.'),
  )
}

async function fromSheet(path: string): Promise<RosterLine[]> {
  const lines: RosterLine[] = []
  const problems: Problem[] = []
  for await (const { row, cell } of rowsOfSheet(path, ['employee', 'date', 'place'])) {
    const line = lineOf(cell('employee'), cell('date'), cell('place'), cell('shift'))
    if (line) lines.push(line)
    else problems.push(notALine(path, row))
  }
  if (problems.length > 0) throw new Refused(exits.input, ...problems)
  return lines
}

const known = new Set(['office', 'home', 'other_office', 'field', 'leave', 'travel', 'education', 'off'])

function lineOf(employee: unknown, date: unknown, place: unknown, shift: unknown): RosterLine | undefined {
  if (typeof employee !== 'string' || employee === '') return undefined
  if (typeof date !== 'string' || !isDay(date)) return undefined
  if (typeof place !== 'string' || !known.has(place)) return undefined
  return { employee, date, place, shift: typeof shift === 'string' && shift !== '' ? shift : undefined }
}

const notALine = (path: string, line: number) =>
  wrongLine(
    path,
    line,
    'Baris ini tidak memuat pegawai, tanggal, dan tempat (office atau home).',
    'This line does not hold an employee, a date and a place (office or home).',
  )
