import { describe, expect, test } from 'vitest'
import { type Day, daysOf, type Instant } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { decideList } from '../decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { verify } from '../roster-verifier/verify.ts'
import { type EmployeeRecord, nobody, noFacts, type OverrideRecord } from '../staff/facts.ts'
import { allOf, indexesOf, maskOf } from './day-mask.ts'
import { lineupsOf } from './lineup.ts'
import { roster } from './roster.ts'
import { sentences } from './sentence.ts'

const circular = (id: string, from: string, clauses: string) => `
piket: circular/1
id: ${id}
kind: circular
status: in_force
level: regency
region: uji
number: "${id}"
title: Uji
issued_on: 2021-07-01
issuer: {office: bupati, signed_by: null}
in_force: {from: ${from}, until: 2021-12-31}
relations: []
basis: []
sources: [{id: s, type: invented, publisher: Uji}]
groups: {}
clauses:
${clauses}
open_questions: []
`

const turns = circular(
  'giliran',
  '2021-07-01',
  `  - {id: c1, kind: placement, who: {all: true}, place: rotate, cite: "s:1"}
  - {id: c2, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [c1], cite: "s:2"}
  - {id: c3, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 50%}, of: {staff: assigned, heads: in, exempt: in}, cite: "s:3"}`,
)
const pattern = (clause: string) =>
  circular('pola', '2021-07-21', `  - {id: c1, kind: pattern, who: {unit: [dinas-a]}, ${clause}, cite: "s:1"}`)

const person = (employee: string, unit: string, given: Partial<EmployeeRecord> = {}): EmployeeRecord => ({
  ...nobody,
  employee,
  name: employee,
  unit,
  ...given,
})
const staff = [
  person('a0', 'dinas-a', { position: 'kepala_dinas' }),
  ...['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => person(id, 'dinas-a')),
  ...['b1', 'b2', 'b3', 'b4'].map((id) => person(id, 'dinas-b')),
]

/** Lineups from Monday 19 to Friday 30 July 2021; what else is filed starts on Wednesday 21. */
function lineups(
  documents: readonly string[],
  employees: readonly EmployeeRecord[] = staff,
  overrides: readonly OverrideRecord[] = [],
) {
  const register = documents.map((source) => {
    const { doc, problems } = parseCircular('uji.yaml', source)
    if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
    return { doc, recorded: null }
  })
  const book = rulebook(register, { ...noFacts, employees, overrides }, { known: '2021-07-31T23:59' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const table = decideList(book, book.world.staff.ids, daysOf('2021-07-19' as Day, '2021-07-30' as Day))
  return Object.fromEntries(lineupsOf(book, table, { seed: 1 }).map((lineup) => [lineup.unit, lineup]))
}

describe('people whom a clause keeps at the office', () => {
  const counting = (heads: string) => turns.replace('heads: in', `heads: ${heads}`)
  const headOf = (heads: string) =>
    lineups([counting(heads)])['dinas-a']?.input.unit.people.find(({ id }) => id === 'a0')
  const workdays = allOf(10)

  test('are held by that clause', () => {
    expect(headOf('in')).toMatchObject({
      office: workdays,
      held: [{ clause: 'giliran/c2', mask: workdays }],
      outside: 0n,
    })
  })

  test('lie outside its bounds where the quota leaves them out', () => {
    expect(headOf('out')).toMatchObject({ held: [{ clause: 'giliran/c2', mask: workdays }], outside: workdays })
  })
})

test.each(['2021-07-20T08:30', '2021-07-20T13:10'])('who was called and came at %s has an office day', (at) => {
  const call = { employee: 'a1', day: '2021-07-20' as Day, do: 'recall', by: 'opd_head', at, reason: null } as const
  const { 'dinas-a': a } = lineups([turns], staff, [{ ...call, at: at as Instant }])
  expect(a?.input.unit.people.find(({ id }) => id === 'a1')?.office).toBe(maskOf([1]))
})

test.each([
  ['place: office, amount: {max: 50%}', 'ceiling'],
  ['place: office, amount: {min: 50%}', 'minima'],
  ['place: home, amount: {max: 50%}', 'minima'],
  ['place: home, amount: {min: 50%}', 'ceiling'],
])('with %s seats are drawn to the %s', (amount, fill) => {
  const { 'dinas-a': a } = lineups([turns.replace('place: office, amount: {max: 50%}', amount)])
  expect(a?.input.unit.fill).toBe(fill)
})

describe('days on which nobody can say how many may come', () => {
  const named = (stated: string) =>
    circular(
      'lain',
      '2021-07-21',
      `  - {id: c9, kind: quota, who: {unit: [dinas-a]}, per: agency, ${stated}, cite: "s:1"}`,
    )
  const of = 'of: {staff: assigned, heads: in, exempt: in}'
  const words = {
    days: [],
    clause: (id: string) => ({ id, en: id }),
    position: (id: string) => ({ id, en: id }),
    part: () => undefined,
  }

  test.each([
    [
      'a clash',
      `place: office, amount: {min: 5}, ${of}`,
      'rules-clash',
      'asks for at least 5 at the office, while giliran/c3 allows at most 3',
    ],
    [
      'an open rule',
      `place: office, amount: {max: {ask: opd_head}}, ${of}`,
      'open-rule',
      'the quota of lain/c9 cannot be said: clause c9 leaves it to heads of agencies. No turns are drawn; ask the head of the agency',
    ],
  ])('%s leaves its days open, and the others are drawn', (_what, stated, kind, said) => {
    const { 'dinas-a': a } = lineups([turns, named(stated)])
    const input = a!.input
    const result = roster(input)
    expect([result.status, indexesOf(result.leftOpen)]).toEqual(['partial', [2, 3, 4, 5, 6, 7, 8, 9]])
    expect(result.conflicts.map((one) => one.kind)).toEqual(Array.from({ length: 8 }, () => kind))
    expect(result.duties.every(({ drawn }) => (drawn & result.leftOpen) === 0n)).toBe(true)
    expect(sentences(result.conflicts, { ...words, days: input.days }).map(({ words: { en } }) => en)).toEqual([
      expect.stringContaining(said),
    ])
    expect(verify(input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
    const { 'dinas-a': settled } = lineups([turns])
    expect(verify(input, roster(settled!.input)).ok).toBe(false)
    expect(verify(settled!.input, result).ok).toBe(false)
  })

  test('where every day is such a day there is no roster, and that is verified', () => {
    const { 'dinas-a': a } = lineups([turns.replace('{max: 50%}', '{max: {ask: opd_head}}')])
    const result = roster(a!.input)
    expect([result.status, result.duties]).toEqual(['infeasible', []])
    expect(verify(a!.input, result).ok).toBe(true)
  })
})

describe('a clause on patterns that starts inside the period', () => {
  test('limits the days of people from its own day, and only of the people it speaks to', () => {
    const { 'dinas-a': a, 'dinas-b': b } = lineups([
      turns,
      pattern('limit: {place: office, max: 1, per: week, across: this}'),
    ])
    const limitsOf = (id: string, unit: typeof a) => unit?.input.unit.people.find((one) => one.id === id)?.limits
    expect(limitsOf('a1', a)?.map(({ days, max }) => [indexesOf(days), max])).toEqual([
      [[2, 3, 4], 1],
      [[5, 6, 7, 8, 9], 1],
    ])
    expect(limitsOf('b1', b)).toBeUndefined()
  })

  test.each([
    ['day', 'alternating'],
    ['week', 'whole-weeks'],
  ] as const)('asks for turns by the %s from its own day', (by, expected) => {
    const { 'dinas-a': a, 'dinas-b': b } = lineups([turns, pattern(`alternate: ${by}`)])
    expect(a?.input).toMatchObject({ pattern: expected, patternDays: maskOf([2, 3, 4, 5, 6, 7, 8, 9]) })
    expect([b?.input.pattern, b?.input.patternDays]).toEqual(['daily', undefined])
    expect(verify(a!.input, roster(a!.input)).ok).toBe(true)
  })

  test('keeps teams apart from its own day, and lets everybody meet before', () => {
    const { 'dinas-a': a } = lineups([turns, pattern('teams: {count: 2, mix: false, swap: day}')])
    const result = roster(a!.input)
    expect(verify(a!.input, result).ok).toBe(true)
    const teamsOn = (day: number) =>
      new Set(result.duties.filter(({ drawn }) => (drawn >> BigInt(day)) & 1n).map((one) => result.teamOf[one.person]))
    expect([2, 3, 4, 5].map((day) => teamsOn(day).size)).toEqual([1, 1, 1, 1])
    expect(a!.input.unit.teams?.days).toBe(maskOf([2, 3, 4, 5, 6, 7, 8, 9]))
  })
})

test('what somebody is to the quota does not hang on who is listed first', () => {
  const later = person('a', 'dinas-a', { from: '2021-07-22' as Day })
  const { 'dinas-a': a } = lineups([turns], [later, ...staff])
  expect(a?.people.find(({ employee }) => employee === 'a0')?.days.map((day) => day?.standing)).toEqual(
    Array.from({ length: 10 }, () => 'head'),
  )
})
