import { hasDay, indexesOf } from '@piket/domain/roster/day-mask.ts'
import type { Draw } from '@piket/domain/roster/draw.ts'

export interface Program {
  /** In the LP format of CPLEX. */
  readonly text: string
  /** What the objective leaves out. */
  readonly constant: number
  /** Taken off the objective for each drawn day, so that seats are filled first. */
  readonly reward: number
}

/** More than any step of a square in a period of a month costs. */
const fillingReward = 1000

/**
 * One unit as a linear or integer program. `squares`: the sum of squared loads as a convex sum of steps, whose linear
 * program has whole corners; seats are filled first where a day leaves their number open. `range`: largest less smallest
 * load, which is the model one would write first and which needs whole numbers.
 */
export function programOf(draw: Draw, goal: 'squares' | 'range', whole: boolean): Program {
  const { people, positions, seats, days } = draw
  const reward = goal === 'squares' && seats.some(({ min, max }) => min !== max) ? fillingReward : 0
  const costs: string[] = []
  const rows: string[] = []
  const columns: string[] = []
  const bounds: string[] = []
  let constant = 0
  for (const [person, { free, carry, limits }] of people.entries()) {
    constant += carry ** 2
    const own = indexesOf(free).map((day) => `x${person}_${day}`)
    columns.push(...own)
    if (!whole) bounds.push(...own.map((name) => `0 <= ${name} <= 1`))
    if (own.length === 0) continue
    const sum = own.join(' + ')
    if (goal === 'squares') {
      const steps = own.map((_, step) => `y${person}_${step}`)
      costs.push(...steps.map((name, step) => `${2 * (carry + step + 1) - 1 - reward} ${name}`))
      bounds.push(...steps.map((name) => `0 <= ${name} <= 1`))
      rows.push(`${sum} - ${steps.join(' - ')} = 0`)
    } else rows.push(`${sum} - M <= ${-carry}`, `${sum} - m >= ${-carry}`)
    for (const limit of limits) {
      const inside = indexesOf(free & limit.days).map((day) => `x${person}_${day}`)
      pushRange(rows, inside, limit.min, limit.max)
    }
  }
  for (let day = 0; day < days; day++) {
    const all: string[] = []
    for (const { from, to, bounds: own } of positions) {
      const members: string[] = []
      for (let person = from; person < to; person++) {
        if (hasDay(people[person]?.free ?? 0n, day)) members.push(`x${person}_${day}`)
      }
      all.push(...members)
      pushRange(rows, members, own[day]?.min ?? 0, own[day]?.max ?? Infinity)
    }
    pushRange(rows, all, seats[day]?.min ?? 0, seats[day]?.max ?? Infinity)
  }
  const objective = goal === 'squares' ? costs.join(' + ').replace(/\+ -/g, '- ') || '0 dummy' : 'M - m'
  const range = goal === 'range' ? '-100 <= M <= 100\n-100 <= m <= 100\n' : ''
  const text = [
    `Minimize\n obj: ${wrapped(objective)}`,
    `Subject To\n${rows.map((row, at) => ` r${at}: ${wrapped(row)}`).join('\n')}`,
    `Bounds\n${bounds.join('\n')}\n${range}`,
    whole ? `Binary\n${columns.join('\n')}\n` : '',
    'End\n',
  ].join('\n')
  return { text, constant, reward }
}

/** A row for each bound that can bind. With nobody in it a minimum cannot be met: that is written, too. */
function pushRange(rows: string[], names: readonly string[], min: number, max: number): void {
  const sum = names.length > 0 ? names.join(' + ') : '0 dummy'
  if (min === max) rows.push(`${sum} = ${min}`)
  else {
    if (min > 0) rows.push(`${sum} >= ${min}`)
    if (max < names.length) rows.push(`${sum} <= ${max}`)
  }
}

/** The format has lines of limited length. */
const wrapped = (line: string): string => line.replace(/(.{200}[^+-]*[+-])/g, '$1\n')
