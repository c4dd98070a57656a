import type { EmployeeRecord } from '../staff/facts.ts'

/** One side of people, as far as a rule can read it: each combination that occurs, numbered. */
export interface Side {
  /** A record of each combination. */
  readonly examples: readonly EmployeeRecord[]
  /** Number of the combination, by profile. */
  readonly ofProfile: readonly number[]
}

/** The staff list in columns: one row a record, so that a regency is walked without a look-up for each person. */
export interface Staff {
  readonly records: readonly EmployeeRecord[]
  /** Everybody, in order of appearance. */
  readonly ids: readonly string[]
  /** Position in `ids`, by id. */
  readonly positions: ReadonlyMap<string, number>
  /** Row of a person's newest record, by position. */
  readonly newest: Int32Array
  /** Rows of all records of the few who have several, the newest last, by position. */
  readonly several: ReadonlyMap<number, readonly number[]>
  /** Number of the profile, by row: records that share one differ in nothing a rule can read but age and dated facts. */
  readonly profile: Int32Array
  readonly profiles: number
  readonly unit: Side
  readonly post: Side
  readonly engagement: Side
}

/** Puts records into columns; of one person the newest record stands last. */
export function staffOf(records: readonly EmployeeRecord[]): Staff {
  const ids: string[] = []
  const positions = new Map<string, number>()
  const newest = new Int32Array(records.length)
  const several = new Map<number, number[]>()
  const profile = new Int32Array(records.length)
  const unit = sideOf(
    ({ unit }) => unit,
    ({ employer }) => employer,
    ({ workplaceIn }) => workplaceIn,
  )
  const post = sideOf(
    ({ position }) => position,
    ({ echelon }) => echelon,
  )
  const engagement = sideOf(
    ({ employment }) => employment,
    ({ job }) => job,
    ({ workPattern }) => workPattern,
  )
  const profiles = new Map<number, number>()
  for (let row = 0; row < records.length; row++) {
    const record = records[row] as EmployeeRecord
    let position = positions.get(record.employee)
    if (position === undefined) {
      position = ids.push(record.employee) - 1
      positions.set(record.employee, position)
    } else {
      const own = several.get(position)
      if (own) own.push(row)
      else several.set(position, [newest[position] as number, row])
    }
    newest[position] = row
    const one = unit.numberOf(record)
    const two = post.numberOf(record)
    const three = engagement.numberOf(record)
    // Posts and engagements are closed lists, far below the room given to them.
    const key = (one * sideRoom + two) * sideRoom + three
    let number = profiles.get(key)
    if (number === undefined) {
      number = profiles.size
      profiles.set(key, number)
      unit.ofProfile.push(one)
      post.ofProfile.push(two)
      engagement.ofProfile.push(three)
    }
    profile[row] = number
  }
  return { records, ids, positions, newest, several, profile, profiles: profiles.size, unit, post, engagement }
}

/** Above the number of combinations of a post (position and echelon), and of an engagement. */
export const sideRoom = 65_536

type Node = Map<string | null, Node | number>

/** Numbers the combinations of some fields, in order of appearance. */
function sideOf(...fields: readonly ((record: EmployeeRecord) => string | null)[]) {
  const root: Node = new Map()
  const examples: EmployeeRecord[] = []
  const ofProfile: number[] = []
  const inner = fields.slice(0, -1)
  const last = fields.at(-1) as (record: EmployeeRecord) => string | null
  const numberOf = (record: EmployeeRecord): number => {
    let node = root
    for (const field of inner) {
      const value = field(record)
      let next = node.get(value) as Node | undefined
      if (!next) {
        next = new Map()
        node.set(value, next)
      }
      node = next
    }
    const value = last(record)
    const known = node.get(value)
    if (known !== undefined) return known as number
    node.set(value, examples.length)
    return examples.push(record) - 1
  }
  return { examples, ofProfile, numberOf }
}
