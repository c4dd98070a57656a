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
    (a, b) => a.employer === b.employer && a.workplaceIn === b.workplaceIn,
  )
  const post = sideOf(
    ({ position }) => position,
    (a, b) => a.echelon === b.echelon,
  )
  const engagement = sideOf(
    ({ employment }) => employment,
    (a, b) => a.job === b.job && a.workPattern === b.workPattern,
  )
  const inUnit: number[][] = []
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
    inUnit[one] ??= []
    let number = inUnit[one].find((known) => post.ofProfile[known] === two && engagement.ofProfile[known] === three)
    if (number === undefined) {
      number = unit.ofProfile.push(one) - 1
      post.ofProfile.push(two)
      engagement.ofProfile.push(three)
      inUnit[one].push(number)
    }
    profile[row] = number
  }
  return { records, ids, positions, newest, several, profile, profiles: unit.ofProfile.length, unit, post, engagement }
}

/** Numbers combinations in order of appearance: by one field, then among the few that share it. */
function sideOf(keyOf: (record: EmployeeRecord) => string, alike: (a: EmployeeRecord, b: EmployeeRecord) => boolean) {
  const examples: EmployeeRecord[] = []
  const ofProfile: number[] = []
  const byKey = new Map<string, number[]>()
  const numberOf = (record: EmployeeRecord): number => {
    const key = keyOf(record)
    const sharing = byKey.get(key) ?? []
    const found = sharing.find((number) => alike(examples[number] as EmployeeRecord, record))
    if (found !== undefined) return found
    if (sharing.length === 0) byKey.set(key, sharing)
    const number = examples.push(record) - 1
    sharing.push(number)
    return number
  }
  return { examples, ofProfile, numberOf }
}
