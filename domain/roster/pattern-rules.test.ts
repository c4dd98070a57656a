import { describe, expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { middayOf } from '../decision/decide.ts'
import { decideList, spansAt } from '../decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { verify } from '../roster-verifier/verify.ts'
import { type Facts, nobody, noFacts } from '../staff/facts.ts'
import { hasDay } from './day-mask.ts'
import { lineupsOf } from './lineup.ts'
import { roster } from './roster.ts'
import { unmetOf } from './written.ts'

const ids = ['e1', 'e2', 'e3', 'e4']

/** A roster from Monday 30 August to Friday 10 September 2021, verified. */
function drawnUnder(texts: readonly string[], given: Partial<Facts> = {}, carry = new Map<string, number>()) {
  const register = texts.map((stated, at) => {
    const { doc } = sampleCircular(`id: d${at}\nin_force: {from: 2021-07-01, until: 2021-12-31}\n${stated}`)
    if (!doc) throw new Error('The circular does not parse.')
    return { doc, recorded: null }
  })
  const employees = ids.map((employee) => ({ ...nobody, employee, name: employee, unit: 'dlh' }))
  const book = rulebook(register, { ...noFacts, employees, ...given }, { known: '2021-12-31T23:59' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const table = decideList(book, ids, daysOf('2021-08-30' as Day, '2021-09-10' as Day))
  const [lineup] = lineupsOf(book, table, { seed: 1, carry })
  if (!lineup) throw new Error('Nobody takes turns.')
  const result = roster(lineup.input)
  expect(verify(lineup.input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
  return { table, lineup, result, unmet: unmetOf({ lineup, result }, book) }
}

/** The days of each person, one letter a day on which they work. */
function weeksUnder(...given: Parameters<typeof drawnUnder>): string[] {
  const { table, lineup, result } = drawnUnder(...given)
  return ids.map((id, row) => {
    const office = result.duties.find(({ person }) => person === id)?.days ?? 0n
    return table.days
      .flatMap((day, column) => {
        const at = lineup.input.days.indexOf(day)
        const { place = 'off' } = middayOf(spansAt(table, row, column)) ?? {}
        if (place === 'off') return []
        if (at >= 0 && hasDay(office, at)) return ['o']
        return [place === 'home' || place === 'rotate' ? 'h' : '-']
      })
      .join('')
  })
}

const turns =
  '  - {id: t, kind: placement, who: {all: true}, place: rotate, when: {weekday: [monday, tuesday, wednesday, thursday]}, cite: "u:1"}'
const half =
  '  - {id: q, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 75%}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:2"}'
const friday =
  'level: province\nclauses:\n  - {id: f, kind: placement, who: {all: true}, place: home, when: {weekday: [friday]}, cite: "u:1"}'
const limit = (text: string) => `  - {id: p, kind: pattern, who: {all: true}, limit: {${text}}, cite: "u:3"}`
const local = (...clauses: string[]) => `clauses:\n${[turns, ...clauses].join('\n')}`

const homeIn = (week: number) => (days: string) =>
  [...days.slice(5 * week, 5 * week + 5)].filter((one) => one === 'h').length

test('days at home by another document count where the limit says all documents', () => {
  // Whoever brings many office days along stays at home as often as may be.
  const carry = new Map([['e1', 9]])
  const all = weeksUnder([local(half, limit('place: home, max: 2, per: week, across: all')), friday], {}, carry)
  for (const week of [0, 1]) for (const days of all) expect(homeIn(week)(days)).toBeLessThanOrEqual(2)
})

test('and do not where it speaks of its own document alone', () => {
  const quarter = half.replace('75%', '50%')
  const own = weeksUnder([local(quarter, limit('place: home, max: 2, per: week, across: this')), friday])
  expect(own.map(homeIn(0)).toSorted()).toEqual([3, 3, 3, 3])
})

test('leave is no day at home, and does not spare the days at the office that must be', () => {
  const leave = [
    { employee: 'e1', kind: 'annual' as const, from: '2021-08-30' as Day, until: '2021-08-31' as Day, recorded: null },
  ]
  const quarter = half.replace('75%', '25%')
  const own = weeksUnder([local(quarter, limit('place: office, min: 1, per: week, across: all')), friday], { leave })
  expect(own.every((days) => days.slice(0, 5).includes('o') && days.slice(5).includes('o'))).toBe(true)
})

test('a week that lies in two months is bounded in each of them where a month is bounded too', () => {
  const limits = [
    limit('place: office, max: 2, per: week, across: all'),
    limit('place: office, max: 3, per: month, across: all').replace('id: p', 'id: m'),
  ]
  const own = weeksUnder([local(half, ...limits)])
  for (const days of own) {
    expect([...days.slice(0, 5)].filter((one) => one === 'o').length).toBeLessThanOrEqual(2)
    expect([...days.slice(2)].filter((one) => one === 'o').length).toBeLessThanOrEqual(3)
  }
})

describe('a longest run', () => {
  const run = (text: string) => `  - {id: r, kind: pattern, who: {all: true}, run: {${text}}, cite: "u:4"}`
  const everyDay = turns.replace(', when: {weekday: [monday, tuesday, wednesday, thursday]}', '')
  const longest = (letter: string) => (days: string) =>
    Math.max(...days.split(new RegExp(`[^${letter}]`)).map((one) => one.length))

  test('is kept where seats allow it', () => {
    const own = weeksUnder([`clauses:\n${everyDay}\n${half.replace('75%', '50%')}\n${run('place: home, max: 2')}`])
    expect(own.map(longest('h')).every((length) => length <= 2)).toBe(true)
  })

  test('and counted in the gap where it cannot be, so that the roster claims no more than it is', () => {
    const text = `clauses:\n${everyDay}\n${half.replace('75%', '25%')}\n${run('place: home, max: 2')}`
    const { result, unmet } = drawnUnder([text])
    expect([result.status, result.gap?.breaks.value]).toEqual([
      expect.stringMatching(/exact|bounded/),
      expect.any(Number),
    ])
    expect(result.gap?.breaks.value).toBeGreaterThanOrEqual(unmet.length)
    expect(unmet.length).toBeGreaterThan(0)
    expect(unmet[0]).toMatchObject({ clause: 'd0/r', message_en: 'more than 2 home days in a row' })
  })
})
