import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { type Facts, nobody, noFacts } from '../staff/facts.ts'
import { middayOf } from './decide.ts'
import { decideList, spansAt } from './decide-list.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import { seatsOf } from './seats.ts'
import { employeeOn } from './world.ts'

const day = '2021-07-21' as Day
const ids = ['e0', 'e1', 'e2', 'e3']

/** The seats of four people of one agency who take turns, under some documents. */
function seatsUnder(texts: readonly string[], given: Partial<Facts> = {}) {
  const register = texts.map((stated, position) => {
    const { doc } = sampleCircular(`id: d${position}\n${stated}`)
    if (!doc) throw new Error('The circular does not parse.')
    return { doc, recorded: null }
  })
  const employees = ids.map((employee) => ({ ...nobody, employee, unit: 'dlh' }))
  const book = rulebook(register, { ...noFacts, employees, ...given }, { known: '2021-07-21T12:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const table = decideList(book, ids, [day])
  const people = ids.flatMap((id, row) => {
    const [person, finding] = [employeeOn(book.world, id, day), middayOf(spansAt(table, row, 0))]
    return person && finding ? [{ person, finding }] : []
  })
  return seatsOf(book, day, people)
}

const turns = '  - {id: t, kind: placement, who: {all: true}, place: rotate, cite: "u:1"}'
const quota = (id: string, amount: string, rest = '') =>
  `  - {id: ${id}, kind: quota, who: {all: true}, per: agency, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:2"${rest}}`
const clauses = (...lines: string[]) => `clauses:\n${lines.join('\n')}`

test('a quota that hangs on a letter counts those who hold it', () => {
  const letter = {
    letter: 'surat_tugas',
    employee: 'e1',
    number: null,
    dated: null,
    signerEchelon: null,
    by: null,
    reportedTo: null,
    reportedOn: null,
    from: null,
    until: null,
    recorded: null,
  }
  const text = clauses(turns, quota('q', '{max: 1}', ', needs: [{letter: surat_tugas}]'))
  expect(seatsUnder([text]).quotas).toEqual([])
  expect(seatsUnder([text], { letters: [letter] }).quotas).toMatchObject([{ clause: 'q', base: 1 }])
})

const asked = (id: string, side: string, rest = '') =>
  quota(id, `{${side}: {ask: opd_head, about: kepala menentukan${rest}}}`)

test('a quota that nobody can say leaves the day unsettled, with its reason and whom to ask', () => {
  expect(seatsUnder([clauses(turns, asked('q', 'max'), quota('r', '{max: 3}'))]).unsettled).toEqual({
    kind: 'open-rule',
    clauses: ['d0/q'],
    least: 0,
    most: 0,
    reason: 'kepala menentukan',
    ask: 'opd_head',
  })
  expect(seatsUnder([clauses(turns, asked('q', 'max', ', until_then: 2'))]).unsettled).toBeNull()
})

const prefer = (levels: 'tightest' | 'nearest'): Partial<Facts> => ({
  settings: { ...noFacts.settings, quota: levels },
})
const floor = `level: province\n${clauses(quota('q', '{min: 3}'))}`

test('the minimum of one document above the maximum of another is a clash that names both', () => {
  const ceiling = clauses(turns, quota('r', '{max: 2}'))
  expect(seatsUnder([ceiling, floor]).unsettled).toMatchObject({
    kind: 'rules-clash',
    clauses: ['d1/q', 'd0/r'],
    least: 3,
    most: 2,
  })
  expect(seatsUnder([ceiling, floor], prefer('nearest')).unsettled).toBeNull()
  expect(seatsUnder([clauses(turns, quota('r', '{max: 3}')), floor]).unsettled).toBeNull()
})

test('with the nearest document alone, a quota that it cannot say is not passed over', () => {
  expect(seatsUnder([clauses(turns, asked('q', 'max')), floor], prefer('nearest'))).toMatchObject({
    quotas: [],
    unsettled: { kind: 'open-rule', clauses: ['d0/q'] },
  })
})

test.each([
  ['fewer people than the ceiling counts', '{employment: [ptt]}', null],
  ['people who are all counted by the ceiling', '{all: true}', 'rules-clash'],
])('a minimum for %s', (_whom, who, kind) => {
  // Whom a narrow ceiling does not count can still come.
  const narrow = quota('r', '{max: 1}').replace('{all: true}', who)
  expect(seatsUnder([clauses(turns, narrow), floor]).unsettled?.kind ?? null).toBe(kind)
})

test('heads whom the ceiling leaves out fill the minimum', () => {
  const head = '  - {id: h, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [t], cite: "u:3"}'
  const ceiling = (heads: string) =>
    clauses(turns, head, quota('r', '{max: 2}').replace('heads: in', `heads: ${heads}`))
  const employees = ids.map((employee, at) => ({
    ...nobody,
    employee,
    unit: 'dlh',
    ...(at === 0 && { position: 'kepala_dinas' }),
  }))
  expect(seatsUnder([ceiling('in'), floor], { employees }).unsettled?.kind).toBe('rules-clash')
  expect(seatsUnder([ceiling('out'), floor], { employees }).unsettled).toBeNull()
})
