import type { Day } from '@piket/domain/calendar/day.ts'
import { activeAt } from '@piket/domain/decision/active.ts'
import { askedAt, decide } from '@piket/domain/decision/decide.ts'
import { explain as stepsOf } from '@piket/domain/decision/explain.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { documentsFor } from '@piket/domain/decision/seated.ts'
import { actingOn, employeeOn, unitOn } from '@piket/domain/decision/world.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { openDaysOf } from '@piket/server/features/roster/service.ts'
import { bookOf, unknownEmployee } from './book.ts'
import type { Command } from './command.ts'
import { decisionForm, isOpen, orderedRow, rowColumns } from './decision-form.ts'
import { dayGiven, type Given } from './given.ts'
import { type Ground, groundOf, groundOptions } from './ground.ts'
import { emit, outputOptions, plainForm, type RowForm, type Style } from './output.ts'
import { strictOption } from './people-options.ts'
import { receiptFor } from './receipt.ts'
import { exits, Refused, wrongUsage } from './refused.ts'
import { say } from './terminal.ts'

/** A step of an explanation as it is written out. */
interface WrittenStep {
  readonly step: string
  readonly document: string | null
  readonly clause: string | null
  readonly truth: boolean | null
  readonly text_id: string
  readonly text_en: string
}

type ExplainedRow = Row & { readonly steps: readonly WrittenStep[] }

export const explain: Command = {
  usage: 'explain --employee ID --on DATE [--at HH:MM]',
  summary: {
    id: 'Satu hari seorang pegawai dalam kata-kata, langkah demi langkah, dengan resi keputusan.',
    en: 'One day of an employee in words, step by step, with the receipt of the decision.',
  },
  notes: [
    {
      id: 'Keluaran explanation/1; dengan --format json juga receipt, yang diperiksa piket verify-receipt. Tanpa --at semua bagian hari dijelaskan dan resinya untuk pukul 12.00.',
      en: 'Output explanation/1; with --format json also the receipt that piket verify-receipt checks. Without --at every part of the day is explained, and the receipt is that of noon.',
    },
  ],
  options: {
    employee: { takes: 'one', value: 'ID', help: { id: 'pegawai', en: 'the employee' } },
    on: { takes: 'one', value: 'DATE', check: (given) => dayGiven(given, 'on'), help: { id: 'hari', en: 'the day' } },
    at: { takes: 'one', value: 'HH:MM', check: timeGiven, help: { id: 'jam', en: 'the time' } },
    ...strictOption,
    ...groundOptions,
    ...outputOptions,
  },
  required: ['employee', 'on'],
  words: { name: '', least: 0, most: 0 },
  async run(given, terminal) {
    const day = dayGiven(given, 'on') as Day
    const employee = given.one('employee') as string
    const time = timeGiven(given)
    const ground = await groundOf(given, terminal, { from: day, until: day })
    const book = bookOf(ground)
    if (book.world.staff.positionOf(employee) === undefined) throw new Refused(exits.input, unknownEmployee(employee))
    const all = decide(book, employee, day).map(orderedRow)
    const atTime = all.find(({ span }) => span.slice(0, 5) <= (time ?? '12:00') && (time ?? '12:00') < span.slice(6))
    if (!atTime)
      say(
        terminal,
        `piket: ${employee} tidak tercatat bekerja pada ${day}. / ${employee} is not on record as employed on ${day}.`,
      )
    const rows = (time === undefined ? all : all.filter((row) => row === atTime)).map((row) =>
      explained(ground, book, row),
    )
    await emit(given, terminal, {
      piket: 'explanation/1',
      head: envelope(ground),
      rows,
      form: explanationForm,
      tail: () => ({ receipt: atTime ? receiptFor(atTime, book, ground) : null }),
    })
    return given.has('strict') && rows.some(isOpen) ? exits.negative : exits.done
  },
}

function timeGiven(given: Given): string | undefined {
  const text = given.one('at')
  if (text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  throw wrongUsage(`--at ${text} bukan jam; tulis seperti 07:30.`, `--at ${text} is not a time; write it like 07:30.`)
}

function explained(ground: Ground, book: Rulebook, row: Row): ExplainedRow {
  const { employee, date, span } = row
  const time = span.slice(0, 5)
  const unitName = (unit: string) => unitOn(book.world, unit, date)?.name ?? unit
  const person = employeeOn(book.world, employee, date)
  const active = person
    ? activeAt(book.versions, { person, day: date, time, world: book.world, unknown: new Set() })
    : []
  const steps = stepsOf(row, askedAt(book, employee, date, time), documentsFor(active), {
    unitName,
    leftOpen: person && leftOpenIn(agencyOf(person.unit), date, ground, { documents: documentsOf(book), unitName }),
    acting: { posts: actingOn(book.world, employee, date), unit: person?.unit ?? '' },
  })
  return {
    ...row,
    steps: steps.map(({ step, document, clause, truth, text }) => ({
      step,
      document,
      clause,
      truth,
      text_id: text.id,
      text_en: text.en,
    })),
  }
}

const documentsOf = ({ versions }: Rulebook) => new Map(versions.map(({ doc }) => [doc.id, doc]))

/** Why the published roster of an agency leaves a day open; undefined: it does not, or none is published. */
function leftOpenIn(
  agency: string,
  date: Day,
  { openDays }: Ground,
  names: Parameters<typeof openDaysOf>[1],
): Bilingual | undefined {
  const open = openDays.find(({ unit, day }) => unit === agency && day === date)
  return open && openDaysOf(open.roster, names).find(({ days }) => days.includes(date))?.words
}

const explanationForm: RowForm<ExplainedRow> = {
  ...plainForm<ExplainedRow>([...rowColumns, 'steps'], explanationText),
  cells: (row) => [
    ...decisionForm.cells({ ...row, finding: row }),
    row.steps.map(({ step, document, clause }) => [step, document, clause].filter((part) => part !== null).join('/')),
  ],
}

function explanationText({ employee, date, span, steps }: ExplainedRow, { language, bold }: Style): string {
  const lines = steps.map((step) => `  ${language === 'id' ? step.text_id : step.text_en}`)
  return [bold(`${employee}  ${date}  ${span}`), ...lines].join('\n')
}
