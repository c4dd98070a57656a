/**
 * What drafts are tried on, as a file for the browser of whoever writes them: people by number, without what no rule
 * reads, and nobody's individual attributes.
 */
import type { Day } from '../calendar/day.ts'
import {
  type EmployeeRecord,
  type Facts,
  type LeaveKind,
  type LeaveRecord,
  type LetterRecord,
  nobody,
  plainUnit,
  type UnitRecord,
} from '../staff/facts.ts'
import type { EffectGround } from './effect.ts'
import { absenceOf, type Place } from './row.ts'

/** A field of many records: each value once, and which of them each record has; a single one is that of all. */
interface Column {
  readonly values: readonly unknown[]
  readonly of?: readonly number[]
}

/** Many records of one kind, by field. */
interface Table<T> {
  readonly rows: number
  readonly columns: { readonly [Field in keyof T]?: Column }
}

/** The fields of people and units that a rule can read, and the names of units, which sentences say. */
const ofPeople = [
  ...(['employment', 'birth', 'unit', 'position', 'echelon', 'job'] as const),
  ...(['workplaceIn', 'employer', 'workPattern', 'from', 'until', 'recorded'] as const),
] satisfies (keyof EmployeeRecord)[]
const ofUnits = [
  ...(['unit', 'name', 'kind', 'class', 'sector', 'functions', 'topEchelons', 'workplaceIn', 'employer'] as const),
  ...(['from', 'until', 'recorded'] as const),
] satisfies (keyof UnitRecord)[]

const ofLeave = ['employee', 'kind', 'from', 'until', 'recorded'] satisfies (keyof LeaveRecord)[]
const ofLetters = [
  ...(['employee', 'letter', 'number', 'dated', 'signerEchelon', 'by', 'reportedTo', 'reportedOn'] as const),
  ...(['from', 'until', 'recorded'] as const),
] satisfies (keyof LetterRecord)[]

type Others = Omit<Facts, 'attributes' | 'drawn' | 'employees' | 'units' | 'leave' | 'letters'>

/** Which drafts a file is for: those whose first day is `from`, or that name none and are tried from today on. */
interface TriedDays {
  readonly today: Day
  readonly from: Day
  readonly until: Day
}

export interface GroundFile extends Omit<EffectGround, 'facts'>, TriedDays {
  readonly facts: Others
  readonly employees: Table<EmployeeRecord>
  /** Whose record each is: how far the number is from the one before. */
  readonly people: readonly number[]
  readonly units: Table<UnitRecord>
  readonly leave: Table<LeaveRecord>
  readonly letters: Table<LetterRecord>
}

/** The file of a ground. */
export function groundFile(
  { facts: { attributes: _, drawn: __, employees, units, leave, letters, ...facts }, ...ground }: EffectGround,
  days: TriedDays,
): GroundFile {
  const numbers = new Map<string, number>()
  for (const { employee } of employees) if (!numbers.has(employee)) numbers.set(employee, numbers.size)
  /** A person by number; whatever else it names stays. */
  const numbered = (id: string): string => {
    const number = numbers.get(id)
    return number === undefined ? id : idOf(number)
  }
  const anonymous = <T extends { readonly employee: string }>(records: readonly T[]): T[] =>
    records.flatMap((record) => {
      const number = numbers.get(record.employee)
      return number === undefined ? [] : [{ ...record, employee: idOf(number) }]
    })
  return {
    ...ground,
    ...days,
    facts: {
      ...facts,
      acting: anonymous(facts.acting).map((one) => ({ ...one, letter: null })),
      overrides: anonymous(facts.overrides).map((one) => ({ ...one, by: '', reason: null })),
      statuses: facts.statuses.map((one) => ({ ...one, subject: numbered(one.subject), authority: null })),
      events: facts.events.map((one) => ({ ...one, subject: numbered(one.subject), authority: null })),
      answers: facts.answers.map((one) => ({ ...one, by: '' })),
    },
    employees: tableOf(employees, ofPeople),
    people: steps(employees.map(({ employee }) => numbers.get(employee) as number)),
    units: tableOf(units, ofUnits),
    // Which leave it is concerns nobody here: only where it leads.
    leave: tableOf(
      anonymous(leave).map((one) => ({ ...one, kind: leaveTo[absenceOf(one.kind)] ?? 'other' })),
      ofLeave,
    ),
    letters: tableOf(
      anonymous(letters).map((one) => ({ ...one, number: null })),
      ofLetters,
    ),
  }
}

/** A number as an id: in the same order as text. */
const idOf = (number: number): string => number.toString(36).padStart(4, '0')

const steps = (numbers: readonly number[]): number[] => numbers.map((one, at) => one - (numbers[at - 1] ?? 0))

const leaveTo: Partial<Record<Place, LeaveKind>> = {
  travel: 'official_travel',
  education: 'education',
}

/** The ground in a file: what drafts are tried on comes out as it does on the server. */
export function groundIn({ known, readings, law, facts, people, ...tables }: GroundFile): EffectGround {
  let number = 0
  const employees = recordsOf(tables.employees, nobody).map((record, row) => {
    number += people[row] as number
    return { ...record, employee: idOf(number) }
  })
  return {
    ...{ known, readings, law },
    facts: {
      ...facts,
      attributes: [],
      drawn: [],
      employees,
      units: recordsOf(tables.units, plainUnit('')),
      leave: recordsOf(tables.leave),
      letters: recordsOf(tables.letters),
    },
  }
}

function tableOf<T extends object>(records: readonly T[], fields: readonly (keyof T)[]): Table<T> {
  const column = (field: keyof T): Column => {
    const numbers = new Map<string, number>()
    const values: unknown[] = []
    const of = records.map((record) => {
      const said = JSON.stringify(record[field])
      const known = numbers.get(said)
      if (known !== undefined) return known
      numbers.set(said, values.length)
      return values.push(record[field]) - 1
    })
    return values.length > 1 ? { values, of } : { values }
  }
  const columns = Object.fromEntries(fields.map((field) => [field, column(field)])) as Table<T>['columns']
  return { rows: records.length, columns }
}

function recordsOf<T extends object>({ rows, columns }: Table<T>, usual?: T): T[] {
  const fields = Object.entries(columns) as [keyof T, Column][]
  return Array.from({ length: rows }, (_, row) => {
    const record = { ...usual } as T
    for (const [field, { values, of }] of fields) record[field] = values[of?.[row] ?? 0] as T[keyof T]
    return record
  })
}
