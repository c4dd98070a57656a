import type { EmployeeRecord } from '../staff/facts.ts'

/** The staff list in columns: one row a record, so that a regency is walked without a look-up for each person. */
export interface Staff {
  readonly records: readonly EmployeeRecord[]
  /** Everybody, in order of appearance. */
  readonly ids: readonly string[]
  /** Row of the only record, by position in `ids`; -1: there are several, see `rows`. */
  readonly only: Int32Array
  /** Rows of a person's records, the newest last. Nearly everybody has one. */
  readonly rows: ReadonlyMap<string, number | readonly number[]>
  /** Number of the profile, by row: records that share one differ in nothing a rule can read but age and dated facts. */
  readonly profile: Int32Array
  /** A record of each profile. */
  readonly examples: readonly EmployeeRecord[]
}

/** Puts records into columns; of one person the newest record stands last. */
export function staffOf(records: readonly EmployeeRecord[]): Staff {
  const rows = new Map<string, number | number[]>()
  const profile = new Int32Array(records.length)
  const examples: EmployeeRecord[] = []
  const root: Node = new Map()
  for (const [row, record] of records.entries()) {
    const own = rows.get(record.employee)
    if (own === undefined) rows.set(record.employee, row)
    else if (typeof own === 'number') rows.set(record.employee, [own, row])
    else own.push(row)
    profile[row] = profileOf(record, root, examples)
  }
  const ids = [...rows.keys()]
  const only = Int32Array.from(rows.values(), (own) => (typeof own === 'number' ? own : -1))
  return { records, ids, only, rows, profile, examples }
}

type Node = Map<string | null, Node | number>

function profileOf(record: EmployeeRecord, root: Node, examples: EmployeeRecord[]): number {
  const { unit, position, echelon, employment, job, workPattern, employer, workplaceIn } = record
  const post = below(below(below(root, unit), position), echelon)
  const leaf = below(below(below(below(post, employment), job), employer), workplaceIn)
  const known = leaf.get(workPattern)
  if (known !== undefined) return known as number
  leaf.set(workPattern, examples.length)
  return examples.push(record) - 1
}

function below(node: Node, key: string | null): Node {
  const known = node.get(key) as Node | undefined
  if (known) return known
  const made: Node = new Map()
  node.set(key, made)
  return made
}
