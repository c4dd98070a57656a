/** What a document names and must hold: clauses, layers, groups, tables, timetables. */
import type { Clause, Who } from './clause.ts'
import type { Find } from './find.ts'
import type { Value } from './literal.ts'
import type { Circular } from './schema.ts'
import { everywhere } from './selectors.ts'
import { takes } from './values.ts'

/** What one clause names. */
export function checkReferences(doc: Circular, clause: Clause, find: Find) {
  const at = `clauses.${clause.id}`
  const { kind, who } = clause
  for (const name of clause.over ?? []) {
    const other = doc.clauses.find(({ id }) => id === name)
    if (!other)
      find(
        'error',
        'PKT-302',
        `${at}.over`,
        `Butir ${clause.id} mengesampingkan butir ${name} yang tidak ada.`,
        `Clause ${clause.id} is over ${name}, which does not exist.`,
      )
    else if (other.kind !== kind)
      find(
        'error',
        'PKT-404',
        `${at}.over`,
        `Butir ${clause.id} hanya dapat mengesampingkan butir sejenis.`,
        `Clause ${clause.id} can only be over a clause of its own kind.`,
      )
  }
  if (clause.layer !== undefined && !doc.order?.includes(clause.layer))
    find(
      'error',
      'PKT-303',
      `${at}.layer`,
      `Lapis ${clause.layer} tidak ada di order.`,
      `Layer ${clause.layer} is not in order.`,
    )
  for (const name of kind === 'hours' ? namesOf(clause.timetable) : [])
    if (!takes('timetable', name, doc))
      find('error', 'PKT-303', `${at}.timetable`, `Jam kerja ${name} tidak ada.`, `Timetable ${name} does not exist.`)
  if (kind === 'placement' && everywhere(who, ({ placed, under }) => [...(placed ?? []), ...(under ?? [])]).length > 0)
    find(
      'error',
      'PKT-405',
      `${at}.who`,
      'Penempatan tidak boleh bergantung pada penempatan (placed, under).',
      'A placement cannot depend on a placement (placed, under).',
    )
  for (const name of everywhere(who, ({ under }) => under ?? []))
    if (!doc.clauses.some(({ id, kind: other }) => id === name && other === 'placement'))
      find(
        'error',
        'PKT-302',
        `${at}.who`,
        `Butir penempatan ${name} tidak ada.`,
        `There is no placement clause ${name}.`,
      )
}

/** What a value names that is written, or holds until somebody decides. */
function namesOf(value: Value | undefined): (string | number)[] {
  if (typeof value !== 'object') return value === undefined ? [] : [value]
  return 'ask' in value && value.until_then !== undefined ? [value.until_then] : []
}

/** A group or table that is named and not there: nobody can evaluate the document. */
export interface Dangling {
  readonly path: string
  readonly kind: 'group' | 'table'
  readonly name: string
}

/** Every group and table that the scope and the clauses name and that the document does not hold. */
export function danglingIn(doc: Circular): Dangling[] {
  const groups = (path: string, selectors: readonly Who[]) =>
    selectors
      .flatMap((selector) => everywhere(selector, ({ group }) => group ?? []))
      .flatMap((name): Dangling[] => (doc.groups[name] ? [] : [{ path, kind: 'group', name }]))
  return [
    ...groups('scope', doc.scope ? [doc.scope] : []),
    ...doc.clauses.flatMap((clause): Dangling[] => {
      const at = `clauses.${clause.id}`
      return [
        ...groups(`${at}.who`, [clause.who]),
        ...groups(`${at}.first`, clause.kind === 'quota' ? (clause.first ?? []) : []),
        ...tablesNamed(clause).flatMap((name): Dangling[] =>
          doc.tables?.[name] ? [] : [{ path: at, kind: 'table', name }],
        ),
      ]
    }),
  ]
}

/** Groups and tables that are named and not there (PKT-303). */
export function checkDangling(doc: Circular, find: Find) {
  for (const { path, kind, name } of danglingIn(doc))
    if (kind === 'group') find('error', 'PKT-303', path, `Kelompok ${name} tidak ada.`, `Group ${name} does not exist.`)
    else find('error', 'PKT-303', path, `Tabel ${name} tidak ada.`, `Table ${name} does not exist.`)
}

const tablesNamed = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('table' in value && typeof value.table === 'string') return [value.table]
  return Object.values(value).flatMap(tablesNamed)
}
