/** A value that is written, looked up in a table, or left to somebody (circular-language, section 4.2). */
import { type Day, knownBy, within } from '../calendar/day.ts'
import type { Clause } from '../circular/clause.ts'
import type { Value } from '../circular/literal.ts'
import { takes, type ValueKind, valuesOf } from '../circular/values.ts'
import { unitChain } from '../staff/facts.ts'
import type { Undetermined } from './row.ts'
import { missingFact, registrar, type Scene } from './scene.ts'
import { statusOf } from './select-days.ts'

export type Found = { readonly value: string | number } | { readonly undetermined: Undetermined }

/** What a field that takes such values holds for the person and day of the scene, or why it cannot be said. */
export function resolveValue(written: Value, clause: Clause, scene: Scene, kind: ValueKind): Found {
  if (typeof written !== 'object') return { value: written }
  const found = 'table' in written ? inTable(written.table, scene) : answered(written, clause, scene, kind)
  if ('undetermined' in found) return found
  if (takes(kind, found.value, scene.doc))
    return kind === 'amount' && /^\d+$/.test(String(found.value)) ? { value: Number(found.value) } : found
  const [code, ask] = 'table' in written ? (['table_gap', registrar] as const) : (['not_decided', written.ask] as const)
  const by = 'table' in written ? `table ${written.table}` : `the answer to clause ${clause.id}`
  return { undetermined: { code, reason: `${by} says ${found.value}, which is no ${kindNames[kind]}`, ask } }
}

const kindNames: Record<ValueKind, string> = {
  place: 'place',
  amount: 'share or number of people',
  service: 'state of a service',
  text: 'text',
  timetable: 'timetable of the document',
}

/** What somebody decided to whom the clause leaves it. */
function answered(written: Extract<Value, { ask: string }>, clause: Clause, scene: Scene, kind: ValueKind): Found {
  const isMeant = meantFor(kind, clause, scene.doc)
  const holding = scene.world.facts.answers.filter(
    (one) =>
      one.circular === scene.doc.id &&
      one.clause === clause.id &&
      within(scene.day, one) &&
      knownBy(one.recorded, scene.world.known) &&
      isMeant(one.value),
  )
  // Who answers for a unit knows it better than who answers for all; of the same reach the newest stands.
  const answer = [...unitChain(scene.person.unit), null]
    .map((unit) => holding.findLast((one) => one.unit === unit))
    .find((one) => one !== undefined)
  if (answer) return { value: answer.value }
  if (written.until_then !== undefined) return { value: written.until_then }
  const reason = written.about ?? `clause ${clause.id} leaves it to ${written.ask}`
  return { undetermined: { code: 'not_decided', reason, ask: written.ask } }
}

/**
 * Which of the answers to a clause a field of some kind takes: a clause may leave several things to somebody, who answers
 * them one by one. Text is what none of the other fields takes; where only one thing is left, every answer is about it.
 */
function meantFor(kind: ValueKind, clause: Clause, doc: Scene['doc']): (value: string | number) => boolean {
  const kinds = new Set(
    valuesOf(clause).flatMap((one) => (typeof one.value === 'object' && 'ask' in one.value ? [one.kind] : [])),
  )
  if (kinds.size < 2) return () => true
  const others = [...kinds].filter((one) => one !== 'text')
  return (value) => (kind === 'text' ? !others.some((one) => takes(one, value, doc)) : takes(kind, value, doc))
}

/** Exactly one row must fit the keys and the day. */
function inTable(name: string, scene: Scene): Found {
  const table = scene.doc.tables?.[name]
  if (!table) throw new Error(`${scene.doc.id} names table ${name}, which fold() must have refused`)
  const keys = new Map<string, string>()
  for (const key of table.by) {
    const value = statusOf(key, scene)
    if (value === null) {
      const { ask } = missingFact([key === 'sector' ? key : `status ${key}`], scene.world)
      return { undetermined: { code: 'status_unknown', reason: `no ${key} is recorded`, ask } }
    }
    keys.set(key, value)
  }
  const fitting = table.rows.filter(
    (row) =>
      table.by.every((key) => String(row[key]) === keys.get(key)) &&
      within(scene.day, { from: (row.from as Day | undefined) ?? null, until: (row.until as Day | undefined) ?? null }),
  )
  const [row] = fitting
  if (row && fitting.length === 1) return { value: row.value as string | number }
  const asked = [...keys].map(([key, value]) => `${key}=${value}`).join(', ')
  const code = row ? 'table_overlap' : 'table_gap'
  return { undetermined: { code, reason: `${fitting.length} rows of table ${name} fit ${asked}`, ask: registrar } }
}
