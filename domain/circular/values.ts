/** The values of a clause that may be written, looked up or left to somebody, and what each of them takes. */
import { type Clause, places, serviceStates } from './clause.ts'
import type { Value } from './literal.ts'
import type { Circular } from './schema.ts'

export type ValueKind = 'place' | 'amount' | 'service' | 'text' | 'timetable'

/** A value of a clause, by the field in which it stands. */
export interface FieldValue {
  readonly field: string
  readonly kind: ValueKind
  readonly value: Value
}

/** Every value of a clause that need not be written. */
export function valuesOf(clause: Clause): FieldValue[] {
  const at = (field: string, kind: ValueKind, value: Value | undefined): FieldValue[] =>
    value === undefined ? [] : [{ field, kind, value }]
  switch (clause.kind) {
    case 'placement':
      return at('place', 'place', clause.place)
    case 'quota':
      return (['max', 'min', 'exact'] as const).flatMap((side) => at(`amount.${side}`, 'amount', clause.amount[side]))
    case 'hours':
      return at('timetable', 'timetable', clause.timetable)
    case 'service':
      return [...at('public', 'service', clause.public), ...at('hours', 'text', clause.hours)]
    default:
      return []
  }
}

const isIn = (words: readonly string[]) => (value: string | number) => words.includes(String(value))

const fits: Record<ValueKind, (value: string | number, doc: Pick<Circular, 'timetables'>) => boolean> = {
  place: isIn(places),
  amount: (value) => /^((100|\d{1,2})%|\d{1,9})$/.test(String(value)),
  service: isIn(serviceStates),
  text: (value) => String(value) !== '',
  timetable: (value, { timetables = {} }) => Object.hasOwn(timetables, value),
}

/** Whether a field of that kind takes a value. */
export const takes = (kind: ValueKind, value: string | number, doc: Pick<Circular, 'timetables'>): boolean =>
  fits[kind](value, doc)
