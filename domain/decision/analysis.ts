/** What a document would do to a real staff list, before it is signed (circular-language, section 11). */
import type { Day } from '../calendar/day.ts'
import type { Circular } from '../circular/schema.ts'
import { everywhere } from '../circular/selectors.ts'
import type { DecisionTable } from './decide-list.ts'
import { isGap } from './row.ts'
import type { Rulebook } from './rulebook.ts'

/** People in the same position, and one of them. */
export interface HeadCount {
  readonly people: number
  readonly example: { readonly employee: string; readonly date: Day }
}

export interface Collision extends HeadCount {
  /** Live clauses of the document that disagree. */
  readonly clauses: readonly string[]
}

export interface Analysis {
  readonly collisions: readonly Collision[]
  /** People of whom no clause speaks on some working day; null: none. */
  readonly gap: HeadCount | null
  /** Placement clauses that decide for nobody on any day. */
  readonly idle: readonly string[]
  /** Units that the document names and the data do not hold, with the path that names each. */
  readonly unknownUnits: readonly { readonly path: string; readonly unit: string }[]
}

/**
 * Looks at a document through the decisions it makes alone.
 * @param table decisions of the whole staff on days inside the period of the document
 */
export function analyse(doc: Circular, book: Rulebook, table: DecisionTable): Analysis {
  const collisions = new Map<string, Counting>()
  const gap = counting()
  const deciding = new Set<string>()
  const looked = table.answers.map((spans) => spans.map(({ finding }) => finding))
  for (const findings of looked) for (const { clause } of findings) for (const id of clause) deciding.add(id)
  for (const [row, employee] of table.employees.entries()) {
    for (const [column, date] of table.days.entries()) {
      for (const finding of looked[table.lines[row]?.[column] ?? -1] ?? []) {
        if (isGap(finding)) gap.add(employee, date)
        if (finding.place !== 'conflict') continue
        const own = collisions.get(finding.clause.join()) ?? counting()
        collisions.set(finding.clause.join(), own)
        own.add(employee, date)
      }
    }
  }
  return {
    collisions: [...collisions].flatMap(([clauses, { count }]) => {
      const counted = count()
      return counted ? [{ clauses: clauses.split(','), ...counted }] : []
    }),
    gap: gap.count(),
    idle: doc.clauses.flatMap(({ id, kind }) => (kind === 'placement' && !deciding.has(id) ? [id] : [])),
    unknownUnits: unknownUnits(doc, book),
  }
}

interface Counting {
  add(employee: string, date: Day): void
  count(): HeadCount | null
}

function counting(): Counting {
  const people = new Set<string>()
  let example: HeadCount['example'] | undefined
  return {
    add(employee, date) {
      people.add(employee)
      example ??= { employee, date }
    },
    count: () => (example ? { people: people.size, example } : null),
  }
}

/** Names of units; `class:`, `sector:` and `function:` are no names. */
function unknownUnits(doc: Circular, { world }: Rulebook): { path: string; unit: string }[] {
  // Without a table of units nobody can say which exist.
  if (world.units.size === 0) return []
  const named = [
    ...Object.entries(doc.groups).flatMap(([name, { units = [], items = {} }]) => [
      ...units.map((unit) => ({ path: `groups.${name}.units`, unit })),
      ...Object.entries(items).flatMap(([item, own]) =>
        own.map((unit) => ({ path: `groups.${name}.items.${item}`, unit })),
      ),
    ]),
    ...(doc.scope ? everywhere(doc.scope, ({ unit = [] }) => unit).map((unit) => ({ path: 'scope', unit })) : []),
    ...doc.clauses.flatMap(({ id, who }) =>
      everywhere(who, ({ unit = [] }) => unit).map((unit) => ({ path: `clauses.${id}.who`, unit })),
    ),
  ]
  return named.filter(({ unit }) => !unit.includes(':') && !world.units.has(unit))
}
