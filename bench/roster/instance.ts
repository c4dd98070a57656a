/** Deterministic staff for measuring: the same sizes and seed give the same people on every machine. */
import { seeded } from '@piket/domain/roster/random.ts'
import type { RosterTable } from '@piket/domain/roster/table.ts'
import { fullWord } from '@piket/domain/roster/word.ts'

/** Working days of the month that is measured. */
const days = 22
const allDays = fullWord(days)

export interface StaffOptions {
  readonly seed: number
  /** Share of people with one spell of leave. */
  readonly leave?: number
  readonly quotas?: readonly number[]
  /** No heads, no exempt people, no positions, no travel, no carry. */
  readonly plain?: boolean
}

/** Units of these sizes. Heads count inside the quota; leave is credited at the unit's share; 5 % travel. */
export function staffOf(sizes: readonly number[], options: StaffOptions): RosterTable {
  const { seed, leave = 0.25, quotas = [0.25, 0.5, 0.75], plain = false } = options
  const random = seeded(seed)
  const people = sizes.reduce((sum, size) => sum + size, 0)
  const unitStart = new Uint32Array(sizes.length + 1)
  const positionIndex = new Uint32Array(sizes.length + 1)
  const free = new Uint32Array(people)
  const carry = new Int16Array(people)
  const demand = new Uint16Array(sizes.length * days)
  const positionStart: number[] = []
  const serviceMin: number[] = []
  /** A spell without its days: up to `longest` days in a row. */
  const spell = (longest: number) => {
    const length = 1 + Math.floor(random() * longest)
    const start = Math.floor(random() * (days - length))
    return { length, mask: fullWord(length) * 2 ** start }
  }
  let person = 0
  for (const [unit, size] of sizes.entries()) {
    const quota = quotas[Math.floor(random() * quotas.length)]!
    unitStart[unit] = person
    positionIndex[unit] = positionStart.length
    const heads = plain ? 0 : 1 + Math.floor(size * 0.06)
    const exempt = plain ? 0 : Math.floor(size * 0.06)
    const rotating = size - heads - exempt
    const positions = plain ? 1 : 1 + Math.floor(size / 25)
    const available = new Int32Array(days)
    let left = rotating
    for (let position = 0; position < positions; position++) {
      const last = position === positions - 1
      const members = last ? left : Math.max(3, Math.floor(rotating / (positions + 1)))
      left -= members
      positionStart.push(person)
      serviceMin.push(last ? 0 : 1)
      for (const end = person + members; person < end; person++) {
        let mask = allDays
        let credit = 0
        if (random() < leave) {
          const away = spell(5)
          mask &= ~away.mask
          credit = Math.round(away.length * quota)
        }
        if (!plain && random() < 0.05) mask &= ~spell(3).mask
        free[person] = mask
        carry[person] = plain ? 0 : credit + (random() < 0.5 ? 1 : 0)
        for (let day = 0; day < days; day++) available[day]! += (mask >>> day) & 1
      }
    }
    positionStart.push(person)
    serviceMin.push(0)
    person += heads + exempt
    const seats = Math.floor(quota * size) - heads
    for (let day = 0; day < days; day++) demand[unit * days + day] = Math.max(0, Math.min(available[day]!, seats))
  }
  unitStart[sizes.length] = person
  positionIndex[sizes.length] = positionStart.length
  positionStart.push(person)
  return {
    days,
    people,
    units: sizes.length,
    unitStart,
    positionIndex,
    positionStart: Uint32Array.from(positionStart),
    positionMin: Uint16Array.from({ length: serviceMin.length * days }, (_, at) => serviceMin[Math.floor(at / days)]!),
    positionMax: null,
    free,
    carry,
    demand,
  }
}

export const office40 = (seed = 7): RosterTable => staffOf([40], { seed, quotas: [0.5] })

/** 10,000 people in 60 units of 12 and more. */
export function regency(options: Partial<StaffOptions> = {}): RosterTable {
  const seed = options.seed ?? 11
  const random = seeded(seed)
  const wished = Array.from({ length: 60 }, () => Math.round(20 + 290 * random() ** 1.1))
  const scale = 10_000 / wished.reduce((sum, size) => sum + size, 0)
  return staffOf(
    remainderLast(
      wished.map((size) => Math.max(12, Math.round(size * scale))),
      10_000,
    ),
    { ...options, seed },
  )
}

/** 4.5 million people in 30,000 units: all civil servants of Indonesia. */
export function nation(options: Partial<StaffOptions> = {}): RosterTable {
  const [units, staff] = [30_000, 4_500_000]
  const seed = options.seed ?? 13
  const random = seeded(seed)
  const sizes = Array.from({ length: units }, (_, unit) =>
    unit === units - 1 ? 0 : Math.max(12, Math.round((staff / units) * (0.3 + 1.4 * random()))),
  )
  return staffOf(remainderLast(sizes, staff), { ...options, seed })
}

/** The last unit takes what is left of the staff, and is a unit all the same. */
function remainderLast(sizes: readonly number[], staff: number): number[] {
  const others = sizes.slice(0, -1)
  return [...others, Math.max(12, staff - others.reduce((sum, size) => sum + size, 0))]
}
