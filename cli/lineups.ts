/** The lineups a command draws or checks, from the documents and the staff. */
import { type Day, dayOf, daysOf } from '@piket/domain/calendar/day.ts'
import { type DecisionTable, decideList } from '@piket/domain/decision/decide-list.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { codes } from '@piket/domain/messages/codes.ts'
import { plural } from '@piket/domain/messages/plural.ts'
import { recipientWords, wordFor } from '@piket/domain/messages/words.ts'
import { type Lineup, lineupsOf } from '@piket/domain/roster/lineup.ts'
import type { infeasibleOf, unmetOf } from '@piket/domain/roster/written.ts'
import { bookOf } from './book.ts'
import { placed } from './circular-files.ts'
import type { Stretch } from './given.ts'
import type { Ground } from './ground.ts'
import { exits, type Reason, Refused } from './refused.ts'
import { rowsOfSheet, wrongLine } from './sheet-columns.ts'
import { say, type Terminal } from './terminal.ts'

export interface Lineups {
  readonly book: Rulebook
  /** Decisions without drawn places. */
  readonly table: DecisionTable
  /** By unit. */
  readonly lineups: readonly Lineup[]
}

export interface LineupQuery extends Stretch {
  readonly seed: number
  readonly carry: ReadonlyMap<string, number>
}

export function lineupsFor(ground: Ground, { from, until, seed, carry }: LineupQuery): Lineups {
  const book = bookOf(ground, { withoutRoster: true, withoutOtherReadings: true })
  const table = decideList(book, book.world.staff.ids.toSorted(), daysOf(from, until))
  const lineups = lineupsOf(book, table, { seed, services: ground.needs, carry })
  return { book, table, lineups: lineups.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)) }
}

/** Why days of units stay open: the first reason of each unit in words, and how many more there are. */
export function sayReasons(terminal: Terminal, reasons: ReturnType<typeof infeasibleOf>) {
  for (const id of new Set(reasons.map((one) => one.unit))) {
    const [first, ...more] = reasons.filter((one) => one.unit === id)
    const rest =
      more.length > 0
        ? [` (${more.length} sebab lain)`, ` (${more.length} more ${plural(more.length, 'reason')})`]
        : ['', '']
    say(terminal, `piket: ${id}: ${first?.message_id}${rest[0]} / ${first?.message_en}${rest[1]}`)
  }
}

/** Patterns that units do not keep: the first day of each unit in words, and how many more there are. */
export function sayUnmet(terminal: Terminal, unmet: ReturnType<typeof unmetOf>) {
  for (const id of new Set(unmet.map(({ unit }) => unit))) {
    const [first, ...more] = unmet.filter(({ unit }) => unit === id)
    if (!first) continue
    const { employee, date, clause, message_id, message_en } = first
    const [others, rest] =
      more.length > 0
        ? [` (${more.length} hari lain)`, ` (${more.length} more ${plural(more.length, 'day')})`]
        : ['', '']
    say(
      terminal,
      `piket: ${id}: ${employee} ${date}, pola ${clause} tidak terpenuhi: ${message_id}${others} / pattern ${clause} is not kept: ${message_en}.${rest}`,
    )
  }
}

/**
 * Open questions of documents in force in the period that hold a roster back, as long as nobody has answered them.
 * @throws Refused (PKT-703, exit 4) with each of them
 */
export function refuseOpenQuestions(ground: Ground, { versions }: Rulebook, { from, until }: Stretch): void {
  const running = new Set(
    versions.flatMap(({ doc, segments }) =>
      segments.some((segment) => overlaps(segment.from, segment.until, from, until)) ? doc.id : [],
    ),
  )
  const reasons = ground.documents
    .filter(({ id }) => running.has(id))
    .flatMap((document): Reason[] =>
      document.doc.open_questions
        .filter(({ id, blocks }) => blocks === 'roster' && ground.readings[`${document.id}/${id}`] === undefined)
        .map(({ id, used, ask }) =>
          placed(document, {
            code: 'PKT-703',
            level: 'error',
            path: `open_questions.${id}`,
            finding: {
              id: `Pertanyaan ${document.id}/${id} menahan jadwal, ditujukan kepada ${wordFor(recipientWords, ask).id}.`,
              en: `Question ${document.id}/${id} holds back the roster, addressed to ${wordFor(recipientWords, ask).en}.`,
            },
            fix: {
              id: `${codes['PKT-703'].fix.id} Misalnya --reading ${document.id}/${id}=${used}.`,
              en: `${codes['PKT-703'].fix.en} For example --reading ${document.id}/${id}=${used}.`,
            },
          }),
        ),
    )
  if (reasons.length > 0) throw new Refused(exits.refused, ...reasons)
}

const overlaps = (from: unknown, until: unknown, first: Day, last: Day) =>
  (typeof from !== 'string' || dayOf(from) <= last) && (typeof until !== 'string' || dayOf(until) >= first)

/**
 * Office days that people bring along: `employee_id,carry`.
 * @throws Refused: PKT-002, or PKT-201 for a line that is none
 */
export async function readCarry(path: string | undefined): Promise<Map<string, number>> {
  const carry = new Map<string, number>()
  if (path === undefined) return carry
  for await (const { row, cell } of rowsOfSheet(path, ['employee', 'carry'])) {
    const [employee, days] = [cell('employee'), cell('carry')]
    if (employee === '' || !/^-?\d{1,4}$/.test(days))
      throw new Refused(
        exits.input,
        wrongLine(
          path,
          row,
          'Baris ini tidak memuat pegawai dan hari bawaan sebagai bilangan bulat.',
          'This line does not hold an employee and a whole number of days.',
        ),
      )
    carry.set(employee, Number(days))
  }
  return carry
}
