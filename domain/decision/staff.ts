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
  /** Position in `ids` of an id; undefined: nobody has it. */
  readonly positionOf: (employee: string) => number | undefined
  /** Row of a person's newest record, by position. */
  readonly newest: Int32Array
  /** Rows of all records of the few who have several, the newest last, by position. */
  readonly several: ReadonlyMap<number, readonly number[]>
  /** Positions of people whose newest record begins or ends on a day. */
  readonly dated: readonly number[]
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
  /** Only a list out of order needs an index to see whether somebody was there before. */
  let positions: Map<string, number> | undefined
  const newest = new Int32Array(records.length)
  const several = new Map<number, number[]>()
  const dated: number[] = []
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
    const { employee } = record
    const last = ids.at(-1)
    if (last !== undefined && employee < last) positions ??= indexOf(ids)
    let position = positions ? positions.get(employee) : last === employee ? ids.length - 1 : undefined
    if (position === undefined) {
      position = ids.push(employee) - 1
      positions?.set(employee, position)
    } else {
      const own = several.get(position)
      if (own) own.push(row)
      else several.set(position, [newest[position] as number, row])
    }
    newest[position] = row
    if (record.from !== null || record.until !== null) dated.push(position)
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
  const positionOf = positions ? (employee: string) => positions?.get(employee) : lookUpIn(ids)
  const profiles = unit.ofProfile.length
  return { records, ids, positionOf, newest, several, dated, profile, profiles, unit, post, engagement }
}

const indexOf = (ids: readonly string[]) => new Map(ids.map((id, position) => [id, position]))

/** Looks ids up in an ascending list: a few are searched, for many an index is made. */
function lookUpIn(ids: readonly string[]): Staff['positionOf'] {
  let index: Map<string, number> | undefined
  let searched = 0
  return (employee) => {
    if (!index && searched++ > ids.length / 4) index = indexOf(ids)
    return index ? index.get(employee) : search(ids, employee)
  }
}

function search(ids: readonly string[], wanted: string): number | undefined {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return ids[low] === wanted ? low : undefined
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
