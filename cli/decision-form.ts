/** Rows of decisions as JSON, CSV and text, in the order of columns that is promised. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { type DecisionTable, spansAt } from '@piket/domain/decision/decide-list.ts'
import { type ClauseRef, type Finding, isGap, otherPlace, type Row } from '@piket/domain/decision/row.ts'
import { findingFields } from '@piket/domain/messages/finding-words.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { undeterminedWords } from '@piket/domain/messages/undetermined-words.ts'
import { forceWords, placeWords, wordFor } from '@piket/domain/messages/words.ts'
import type { Cell, RowForm, Style } from './output.ts'

/** A row whose larger part it shares with others. */
export interface SharedRow {
  readonly employee: string
  readonly date: Day
  readonly span: string
  readonly finding: Finding
}

export const rowColumns = ['employee', 'date', 'span', ...findingFields] as const

/** A row with its fields in the order of the columns. */
export const orderedRow = (row: Row): Row =>
  Object.fromEntries(rowColumns.map((field) => [field, row[field]])) as unknown as Row

/** Rows of a table of decisions: person, day, span. */
export function* rowsOf(
  table: DecisionTable,
  wanted: (employee: string, day: Day) => boolean = () => true,
): Generator<SharedRow> {
  for (const [row, employee] of table.employees.entries()) {
    for (const [column, date] of table.days.entries()) {
      const spans = spansAt(table, row, column)
      if (spans.length === 0 || !wanted(employee, date)) continue
      for (const { span, finding } of spans) yield { employee, date, span, finding }
    }
  }
}

const once = <T>(make: (finding: Finding) => T) => {
  const made = new WeakMap<Finding, T>()
  return (finding: Finding): T => {
    const known = made.get(finding)
    if (known !== undefined) return known
    const fresh = make(finding)
    made.set(finding, fresh)
    return fresh
  }
}

const jsonOf = once((finding) =>
  findingFields.map((field) => `,${JSON.stringify(field)}:${JSON.stringify(finding[field])}`).join(''),
)
const cellsOf = once((finding) => findingFields.map((field) => findingCell(field, finding)))

const named = (refs: readonly ClauseRef[]) => refs.map(({ circular, clause }) => `${circular}/${clause}`)

function findingCell(field: (typeof findingFields)[number], finding: Finding): Cell {
  switch (field) {
    case 'duties':
    case 'bans':
    case 'services':
    case 'set_aside':
    case 'conflicts':
    case 'missing':
      return named(finding[field])
    case 'undetermined':
      return finding.undetermined?.code ?? null
    case 'override':
      return finding.override && `${finding.override.do}/${finding.override.by}`
    default:
      return finding[field]
  }
}

export const decisionForm: RowForm<SharedRow> = {
  columns: rowColumns,
  json: ({ employee, date, span, finding }) =>
    `${JSON.stringify({ employee, date, span }).slice(0, -1)}${jsonOf(finding)}}`,
  cells: ({ employee, date, span, finding }) => [employee, date, span, ...cellsOf(finding)],
  text: ({ employee, date, span, finding }, style) =>
    `${employee}  ${date}  ${span}  ${placeInWords(finding, style)}${basisInWords(finding, style)}`,
}

/** `kantor (wajib)`; places at which nobody works have no strength. */
function placeInWords({ place, force, circular, override }: Finding, { language, bold, warn }: Style): string {
  const word = placeWords[place][language]
  if (place === 'conflict' || place === 'undetermined') return warn(word)
  return circular === null && override === null ? bold(word) : `${bold(word)} (${forceWords[force][language]})`
}

function basisInWords(finding: Finding, { language, warn }: Style): string {
  const { circular, clause, override, undetermined, readings } = finding
  const noted: string[] = []
  if (circular !== null) noted.push(`${circular}/${clause.join(',')}`)
  else if (isGap(finding)) noted.push({ id: 'tidak ada butir', en: 'no clause' }[language])
  if (override) noted.push(`${orderWords[override.do][language]} ${override.by}`)
  if (undetermined) noted.push(warn(`${undetermined.code}: ${undeterminedWords(undetermined.reason)[language]}`))
  noted.push(...readings.map((reading) => readingText(reading, language)))
  return noted.map((text) => `  ${text}`).join('')
}

const orderWords = {
  recall: { id: 'dipanggil', en: 'called by' },
  field: { id: 'perintah', en: 'by order of' },
} as const

/** `document/question.reading=place` as `--reading` takes it, then the place in words. */
function readingText(other: string, language: keyof Bilingual): string {
  const one = otherPlace(other)
  return one ? `${one.document}/${one.question}=${one.reading}: ${wordFor(placeWords, one.place)[language]}` : other
}

/** Whether somebody still has to say what holds. */
export const isOpen = ({ place }: Pick<Finding, 'place'>): boolean => place === 'conflict' || place === 'undetermined'
