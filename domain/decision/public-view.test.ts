import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { type AttributeRecord, nobody, noFacts } from '../staff/facts.ts'
import { askedAt, decide } from './decide.ts'
import { explain } from './explain.ts'
import { publicViewOf } from './public-view.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

const source = `
piket: circular/1
id: uji
kind: circular
status: in_force
level: regency
region: uji
number: 1/UJI
title: Uji
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: office, force: must, cite: "u:1"}
  - {id: c2, kind: placement, who: {has: [unwell]}, place: home, force: should, over: [c1], cite: "u:2"}
  - {id: c3, kind: placement, who: {age: {at_least: 55}}, place: home, force: should, over: [c1], cite: "u:3"}
  - {id: c4, kind: duty, who: {under: [c2]}, do: health_check, force: must, cite: "u:4"}
  - {id: c5, kind: duty, who: {placed: [home]}, do: work_report, to: direct_superior, force: must, cite: "u:5"}
  - {id: c6, kind: placement, who: {any_of: [{has: [pregnant]}, {position: [lurah]}]}, place: home, force: must, over: [c1], cite: "u:6"}
open_questions:
  - id: q1
    about: [clauses.c2]
    text: Apakah yang tidak sehat tetap datang?
    used: away
    readings: [{id: away}, {id: comes, set: {clauses.c2.place: office}}]
    blocks: none
    ask: bkpsdm
  - id: q2
    about: [clauses.c3]
    text: Apakah yang berusia 55 tetap datang?
    used: away
    readings: [{id: away}, {id: comes, set: {clauses.c3.place: office}}]
    blocks: none
    ask: bkpsdm
`
const day = '2021-07-21' as Day
const always = { from: null, until: null, recorded: null, issuer: null }
const record = (employee: string, attribute: string, value: AttributeRecord['value']): AttributeRecord => ({
  ...always,
  employee,
  attribute,
  value,
})
const { doc, problems } = parseCircular('uji.yaml', source)
if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
const book = rulebook(
  [{ doc, recorded: '2021-07-16' }],
  {
    ...noFacts,
    employees: ['well', 'unwell', 'unknown', 'old', 'expecting'].map((employee) => ({
      ...nobody,
      employee,
      unit: 'dinas',
      birth: (employee === 'old' ? '1960-01-01' : '1990-01-01') as Day,
    })),
    attributes: [
      record('unwell', 'unwell', true),
      record('unknown', 'unwell', 'unknown'),
      record('expecting', 'pregnant', true),
    ],
  },
  { known: '2021-07-21T08:00' },
)
if (isRuleRefusal(book)) throw new Error(book.refused)
const view = publicViewOf(book)

const seenOf = (employee: string) => {
  const [row] = decide(book, employee, day)
  if (!row) throw new Error(`${employee} is not employed.`)
  const shown = view.finding(row)
  const steps = explain(shown, view.clauses(askedAt(book, employee, day, '12:00')), new Map([[doc.id, doc]]))
  return { shown, steps, words: steps.map(({ text }) => `${text.id} ${text.en}`).join('\n') }
}

test.each(['well', 'unwell', 'unknown', 'old', 'expecting'])(
  'nothing that is shown of %s names a clause on individual attributes',
  (employee) => {
    const { shown, steps, words } = seenOf(employee)
    const told = JSON.stringify([shown, steps.map(({ clause }) => clause), words])
    expect(told).not.toMatch(/\bc[2346]\b|u:[2346]|health_check|pregnant|attribute |q[12]/)
  },
)

test('the place stays, decided by the document for an individual reason', () => {
  const { shown, words } = seenOf('unwell')
  expect(shown).toMatchObject({ place: 'home', force: 'should', circular: 'uji', clause: [], cite: [] })
  expect(shown.set_aside).toEqual([{ circular: 'uji', clause: 'c1', by: [] }])
  expect(shown.duties.map(({ clause }) => clause)).toEqual(['c5'])
  expect(words).toContain('Di rumah (dianjurkan) menurut Surat edaran 1/UJI, menyangkut keterangan pribadi.')
  expect(words).toContain('Butir c1 dikesampingkan butir yang menyangkut keterangan pribadi.')
})

test('so few that somebody could be found by them are not counted where an individual attribute moves them', () => {
  expect([view.count('uji/q1.comes', 9), view.count('uji/q1.comes', 0)]).toEqual([null, null])
  expect(view.count('uji/q1.comes', 10)).toBe(10)
  expect(view.count('uji/another.reading', 9)).toBe(9)
})

test('what is not known is named as an individual reason', () => {
  const { shown, words } = seenOf('unknown')
  expect(shown.undetermined).toEqual({
    code: 'attribute_unknown',
    reason: 'an individual reason is not known',
    ask: 'bkpsdm',
  })
  expect(words).toContain('ada keterangan pribadi yang belum tercatat')
})

test('age is hidden beside an attribute that leads to the same place, or illness would be what is left', () => {
  const { shown, steps } = seenOf('old')
  expect(shown).toMatchObject({ place: 'home', circular: 'uji', clause: [], readings: [] })
  expect(steps.map(({ clause }) => clause)).not.toContain('c3')
  expect(seenOf('old').words).toBe(seenOf('unwell').words)
})

test('age alone is no secret: its clause and its readings are shown', () => {
  const { doc: other } = parseCircular(
    'uji.yaml',
    source.replace(/ {2}- \{id: c[246],.*\n/g, '').replace('set: {clauses.c2.place: office}', 'note: x'),
  )
  if (!other) throw new Error('The circular does not parse.')
  const aged = rulebook([{ doc: other, recorded: '2021-07-16' }], book.world.facts, { known: '2021-07-21T08:00' })
  if (isRuleRefusal(aged)) throw new Error(aged.refused)
  const [row] = decide(aged, 'old', day)
  if (!row) throw new Error('Nobody is employed.')
  expect(publicViewOf(aged).finding(row)).toMatchObject({ clause: ['c3'], readings: ['uji/q2.comes=office'] })
})

test.each([
  ['takes the clause out', 'clauses.c2: null'],
  ['sets the clause aside', 'clauses.c1.over: [c2]'],
  ['asks somebody', 'clauses.c2.place: {ask: opd_head}'],
])('a reading that %s is not shown, and a reason it gives is not told', (_, set) => {
  const changed = source.replace('clauses.c2.place: office', set)
  const parsed = parseCircular('uji.yaml', changed)
  if (!parsed.doc) throw new Error(parsed.problems.map(({ finding }) => finding.en).join('\n'))
  for (const readings of [{}, { 'uji/q1': 'comes' }]) {
    const other = rulebook([{ doc: parsed.doc, recorded: '2021-07-16' }], book.world.facts, {
      known: '2021-07-21T08:00',
      readings,
    })
    if (isRuleRefusal(other)) throw new Error(other.refused)
    const [row] = decide(other, 'unwell', day)
    if (!row) throw new Error('Nobody is employed.')
    expect(JSON.stringify(publicViewOf(other).finding(row))).not.toMatch(/q1|\bc2\b/)
  }
})
