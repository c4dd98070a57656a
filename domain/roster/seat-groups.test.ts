import { describe, expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { decide } from '../decision/decide.ts'
import { decideList } from '../decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { verify } from '../roster-verifier/verify.ts'
import { type EmployeeRecord, type Facts, nobody, noFacts, plainUnit } from '../staff/facts.ts'
import { hasDay } from './day-mask.ts'
import { type Lineup, lineupsOf } from './lineup.ts'
import { rosterNames } from './names.ts'
import { roster } from './roster.ts'
import { sentence } from './sentence.ts'
import { rosterRowsOf } from './written.ts'

const person = (employee: string, unit: string, given: Partial<EmployeeRecord> = {}): EmployeeRecord => ({
  ...nobody,
  employee,
  name: employee,
  unit,
  ...given,
})
const team = (letter: string, count: number, unit: string, given: Partial<EmployeeRecord> = {}) =>
  Array.from({ length: count }, (_, at) => person(`${letter}${at + 1}`, unit, given))

const turns = '  - {id: c1, kind: placement, who: {all: true}, place: rotate, cite: "u:1"}'
const quota = (id: string, who: string, per: string, amount: string, rest = '') =>
  `  - {id: ${id}, kind: quota, who: ${who}, per: ${per}, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:2"${rest}}`

const from = '2021-07-19' as Day
const until = '2021-07-23' as Day

function bookOf(clauses: readonly string[], employees: readonly EmployeeRecord[], given: Partial<Facts>, more = '') {
  const { doc } = sampleCircular(`${more}clauses:\n${[turns, ...clauses].join('\n')}`)
  if (!doc) throw new Error('The circular does not parse.')
  const book = rulebook([{ doc, recorded: null }], { ...noFacts, employees, ...given }, { known: '2021-07-31T23:59' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return book
}

function drawnFrom(clauses: readonly string[], employees: readonly EmployeeRecord[], more: string) {
  const book = bookOf(clauses, employees, {}, more)
  const table = decideList(book, book.world.staff.ids, daysOf(from, until))
  const [lineup] = lineupsOf(book, table, { seed: 1 })
  if (!lineup) throw new Error('Nobody takes turns.')
  return { book, lineup }
}

function lineups(clauses: readonly string[], employees: readonly EmployeeRecord[], given: Partial<Facts> = {}) {
  const book = bookOf(clauses, employees, given)
  const table = decideList(book, book.world.staff.ids, daysOf(from, until))
  return new Map(lineupsOf(book, table, { seed: 1 }).map((lineup) => [lineup.unit, lineup]))
}

/** How many of some people come on each day of a roster that was verified. */
function presence(lineup: Lineup | undefined, counted: (employee: string) => boolean): number[] {
  if (!lineup) throw new Error('Nobody takes turns.')
  const result = roster(lineup.input)
  expect(verify(lineup.input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
  return lineup.input.days.map(
    (_, day) => result.duties.filter(({ person: id, days }) => counted(id) && hasDay(days, day)).length,
  )
}
const of = (letter: string) => (employee: string) => employee.startsWith(letter)
const every = (count: number) => Array.from({ length: 5 }, () => count)

const office = [...team('a', 4, 'dlh/bidang-a'), ...team('b', 6, 'dlh/bidang-b/regu-1'), ...team('c', 2, 'dlh')]

describe('a share is taken among those of one group', () => {
  test('of each sub-unit', () => {
    const dlh = lineups([quota('c2', '{all: true}', 'sub_unit', '{max: 50%}')], office).get('dlh')
    expect([presence(dlh, of('a')), presence(dlh, of('b')), presence(dlh, of('c'))]).toEqual([
      every(2),
      every(3),
      every(1),
    ])
  })

  test('of each room, which units share', () => {
    const units = ['dlh/bidang-a', 'dlh/bidang-b'].map((unit) => ({ ...plainUnit(unit), building: 'balai', room: '1' }))
    const rest = { ...plainUnit('dlh'), building: 'balai', room: '2' }
    const dlh = lineups([quota('c2', '{all: true}', 'room', '{max: 50%}')], office, { units: [...units, rest] }).get(
      'dlh',
    )
    expect([presence(dlh, (id) => !of('c')(id)), presence(dlh, of('c'))]).toEqual([every(5), every(1)])
  })

  test('of whom the clause speaks of, while the others come as they may', () => {
    const ages = [...team('a', 4, 'dlh', { job: 'functional' }), ...team('b', 4, 'dlh')]
    const dlh = lineups([quota('c2', '{job: [functional]}', 'agency', '{max: 25%}')], ages).get('dlh')
    expect([presence(dlh, of('a')), presence(dlh, of('b'))]).toEqual([every(1), every(4)])
  })

  test('of nobody of whom a clause over it speaks', () => {
    const people = [...team('a', 4, 'dlh', { job: 'functional' }), ...team('b', 4, 'dlh')]
    const clauses = [
      quota('c2', '{all: true}', 'agency', '{max: 25%}'),
      quota('c3', '{job: [functional]}', 'agency', '{max: 75%}', ', over: [c2]'),
    ]
    const dlh = lineups(clauses, people).get('dlh')
    expect([presence(dlh, of('a')), presence(dlh, of('b'))]).toEqual([every(3), every(1)])
  })
})

test('one clause for the agency and one for its sub-units hold together', () => {
  const clauses = [
    quota('c2', '{all: true}', 'agency', '{max: 5}'),
    quota('c3', '{all: true}', 'sub_unit', '{max: 50%}', ', at_least: 1'),
  ]
  const dlh = lineups(clauses, office).get('dlh')
  expect(presence(dlh, () => true)).toEqual(every(5))
  expect(presence(dlh, of('b')).every((count) => count <= 3)).toBe(true)
})

test('seats go first to those whom the clause names, and to the others what is left', () => {
  const people = [...team('a', 2, 'dlh', { employment: 'pppk' }), ...team('b', 6, 'dlh')]
  const first = ', first: [{employment: [pppk]}]'
  const dlh = lineups([quota('c2', '{all: true}', 'agency', '{max: 50%}', first)], people).get('dlh')
  expect([presence(dlh, of('a')), presence(dlh, of('b'))]).toEqual([every(2), every(2)])
})

test('agencies divide the seats of a region, and their parts add up', () => {
  const people = [...team('a', 5, 'dlh'), ...team('b', 5, 'dishub'), ...team('c', 4, 'dinsos')]
  const all = lineups([quota('c2', '{all: true}', 'region', '{max: 50%}')], people)
  const parts = ['dlh', 'dishub', 'dinsos'].map((unit) => presence(all.get(unit), () => true)[0] ?? 0)
  expect(parts.toSorted()).toEqual([2, 2, 3])
})

describe('groups that cross', () => {
  const people = [
    ...team('a', 4, 'dlh/bidang-a', { job: 'functional' }),
    ...team('b', 4, 'dlh/bidang-a'),
    ...team('c', 4, 'dlh/bidang-b', { job: 'functional' }),
    ...team('d', 4, 'dlh/bidang-b'),
  ]
  const clauses = (least: string) => [
    quota('c2', '{all: true}', 'sub_unit', '{max: 50%}'),
    quota('c3', '{job: [functional]}', 'agency', `{${least}}`),
  ]

  test('are all kept, and the certificate says for which numbers it speaks', () => {
    const dlh = lineups(clauses('max: 25%'), people).get('dlh')
    expect([presence(dlh, (id) => of('a')(id) || of('c')(id)), presence(dlh, () => true)]).toEqual([every(2), every(8)])
    expect(roster(dlh!.input).certificate?.crossing).toBe(31n)
  })

  test('that cannot be met together leave the day open, with the clauses', () => {
    const many = [...clauses('min: 7'), quota('c4', '{not: {job: [functional]}}', 'agency', '{min: 2}')]
    const dlh = lineups(many, people).get('dlh')
    const result = roster(dlh!.input)
    expect(verify(dlh!.input, result).ok).toBe(true)
    expect(result.status).toBe('infeasible')
    const names = rosterNames({ days: dlh!.input.days, documents: new Map(), unitName: (unit) => unit })
    expect(sentence(result.conflicts[0]!, names)).toEqual({
      id: 'Pada Senin 19 Juli 2021 butir c2, butir c3 dan butir c4 contoh menghitung kelompok pegawai yang beririsan, dan tidak dapat dipenuhi bersama-sama. Giliran tidak dibagi sampai salah satunya diubah.',
      en: 'On Monday 19 July 2021 clause c2, clause c3 and clause c4 of contoh count groups of people that overlap, and cannot be met together. No turns are drawn until one of them is changed.',
    })
  })
})

test('a refusal names the part whose quota it is', () => {
  const dlh = lineups(
    [quota('c2', '{all: true}', 'sub_unit', '{min: 3}')],
    [...team('a', 4, 'dlh/bidang-a'), ...team('b', 4, 'dlh/bidang-b')],
    {
      leave: ['a1', 'a2'].map((employee) => ({ employee, kind: 'annual' as const, from, until: from, recorded: null })),
    },
  ).get('dlh')
  const result = roster(dlh!.input)
  expect(verify(dlh!.input, result).ok).toBe(true)
  const names = rosterNames({ days: dlh!.input.days, documents: new Map(), unitName: (unit) => unit })
  expect(sentence(result.conflicts[0]!, names)).toEqual({
    id: 'Pada Senin 19 Juli 2021 kuota dlh/bidang-a (butir c2 contoh) memerlukan 3 orang, tetapi cuti menyisakan 2: kurang satu. Perbaikan terkecil: turunkan kuota (butir c2 contoh) sebesar satu orang pada Senin 19 Juli 2021.',
    en: 'On Monday 19 July 2021 the quota of dlh/bidang-a (clause c2 of contoh) needs 3 people, but leave leaves 2: one short. Smallest fix: lower the quota (clause c2 of contoh) by one person on Monday 19 July 2021.',
  })
})

test('a room that nobody has recorded leaves the day open, with whom to ask', () => {
  const dlh = lineups([quota('c2', '{all: true}', 'room', '{max: 50%}')], office).get('dlh')
  expect(roster(dlh!.input).conflicts[0]).toMatchObject({ kind: 'open-rule', ask: 'bagian_organisasi' })
})

describe('shifts', () => {
  const hours = '  - {id: h, kind: hours, who: {all: true}, timetable: two, cite: "u:9"}'
  const days = '[monday, tuesday, wednesday, thursday, friday]'
  const timetables = `timetables:
  two:
    rows:
      - {weekday: ${days}, shift: early, from: '07:00', to: '13:00', break_minutes: 0}
      - {weekday: ${days}, shift: late, from: '10:30', to: '16:30', break_minutes: 0}
`
  const people = team('a', 5, 'dlh')

  test('each take their bound of people, and everybody at work has one', () => {
    const clauses = [hours, quota('c2', '{all: true}', 'shift', '{max: 40%}')]
    const { lineup, book } = drawnFrom(clauses, people, timetables)
    const result = roster(lineup.input)
    expect(verify(lineup.input, result).ok).toBe(true)
    const rows = rosterRowsOf({ lineup, result }, book)
    expect(rows.every(({ shift }) => shift === 'early' || shift === 'late')).toBe(true)
    for (const day of lineup.input.days) {
      const here = rows.filter(({ date, place }) => date === day && place === 'office').map(({ shift }) => shift)
      expect(here.toSorted()).toEqual(['early', 'early', 'late', 'late'])
    }
    expect(new Set(rows.filter(({ employee }) => employee === 'a1').map(({ shift }) => shift)).size).toBe(2)
    const { employee, date, shift } = rows[0]!
    const drawn = rows.map((row) => ({ employee: row.employee, day: row.date, place: row.place, shift: row.shift! }))
    const decided = rulebook(
      [{ doc: book.versions[0]!.doc, recorded: null }],
      { ...book.world.facts, drawn },
      { known: '2021-07-31' },
    )
    if (isRuleRefusal(decided)) throw new Error(decided.refused)
    expect(decide(decided, employee, date)[0]?.hours).toBe(shift === 'early' ? '07:00-13:00/0' : '10:30-16:30/0')
  })
})
