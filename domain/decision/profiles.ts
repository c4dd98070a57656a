import type { EmployeeRecord } from '../staff/facts.ts'

/** Numbers of profiles: two records with the same one differ in nothing that a rule can read but age and dated facts. */
export interface Profiles {
  /** By record. */
  readonly numbers: ReadonlyMap<EmployeeRecord, number>
  /** A record of each profile. */
  readonly examples: readonly EmployeeRecord[]
}

type Node = Map<string | null, Node | number>

/** Numbers the profiles of all records, in order of appearance. */
export function profilesOf(records: readonly EmployeeRecord[]): Profiles {
  const numbers = new Map<EmployeeRecord, number>()
  const examples: EmployeeRecord[] = []
  const root: Node = new Map()
  for (const record of records) {
    const { unit, position, echelon, employment, job, workPattern, employer, workplaceIn } = record
    const parent = below(
      below(below(below(below(below(below(root, unit), position), echelon), employment), job), employer),
      workplaceIn,
    )
    let number = parent.get(workPattern) as number | undefined
    if (number === undefined) {
      number = examples.length
      examples.push(record)
      parent.set(workPattern, number)
    }
    numbers.set(record, number)
  }
  return { numbers, examples }
}

function below(node: Node, key: string | null): Node {
  const known = node.get(key) as Node | undefined
  if (known) return known
  const made: Node = new Map()
  node.set(key, made)
  return made
}
