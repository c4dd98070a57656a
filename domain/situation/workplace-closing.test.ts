import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { recordedFromText } from '../circular/recorded.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { noFacts } from '../staff/facts.ts'
import { workplaceClosing } from './workplace-closing.ts'

const folder = join(import.meta.dirname, '../../circulars')

function read(name: string, source = readFileSync(join(folder, `${name}.yaml`), 'utf8')) {
  const { doc } = parseCircular(name, source)
  if (!doc) throw new Error(`${name} does not parse.`)
  return { doc, recorded: recordedFromText(doc).recorded }
}

function closingOf(documents: ReturnType<typeof read>[], day: string) {
  const book = rulebook(documents, noFacts, { known: '2022-12-31' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return workplaceClosing(book, day as Day)
}

test.each([
  ['bontang-2020-se-188-65-504-org', '2020-03-22', 0, null],
  ['bontang-2020-se-188-65-504-org', '2020-03-24', 2, 1],
  ['paser-2021-01-se-061-1-01-org', '2021-01-12', 2, 1],
  ['paser-2021-01-se-061-1-01-org', '2021-01-19', 0, null],
  ['kotim-2021-07', '2021-07-21', 2, 1],
])('%s on %s: level %i', (name, day, level, flag) => {
  expect(closingOf([read(name)], day)).toMatchObject({ level, flag })
})

const invented = (clause: string, status = 'in_force') =>
  read(
    'uji',
    `
piket: circular/1
id: uji
kind: circular
status: ${status}
level: regency
region: uji
number: 1/UJI
title: Uji
issued_on: 2021-01-01
issuer: {office: bupati, signed_by: Uji}
in_force: {from: 2021-01-01, until: 2021-12-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, ${clause}, cite: "u:1"}
open_questions: []
`,
  )

test.each([
  ['kind: placement, who: {all: true}, place: home', 2, 1],
  ['kind: placement, who: {all: true}, place: rotate', 2, 1],
  ['kind: placement, who: {all: true}, place: home, force: should', 1, 1],
  ['kind: placement, who: {all: true}, place: home, force: may', 0, null],
  ['kind: placement, who: {all: true}, place: office', 0, null],
  ['kind: placement, who: {workplace_in: [a]}, place: home', 2, 0],
  ['kind: placement, who: {any_of: [{workplace_in: [a]}, {unit: [b]}]}, place: home', 2, 1],
  ['kind: placement, who: {all: true}, place: home, when: {from: 2021-08-01}', 0, null],
  [
    'kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 25%}, of: {staff: assigned, heads: out, exempt: out}',
    2,
    1,
  ],
  [
    'kind: quota, who: {all: true}, per: agency, place: office, amount: {min: 25%}, of: {staff: assigned, heads: out, exempt: out}',
    0,
    null,
  ],
  ['kind: service, who: {all: true}, public: limited', 1, 1],
  ['kind: service, who: {all: true}, public: open', 0, null],
])('a clause %s makes level %i with flag %s', (clause, level, flag) => {
  const closing = closingOf([invented(clause)], '2021-07-01')
  expect(closing).toEqual({ level, flag, clauses: level === 0 ? [] : [{ circular: 'uji', clause: 'c1' }] })
})

test('a proposal closes nothing beside a circular that keeps everybody at the office', () => {
  const office = read('paser-2021-01-se-061-1-01-org')
  const proposal = invented('kind: placement, who: {all: true}, place: home', 'proposed')
  expect(closingOf([office, proposal], '2021-07-01')).toEqual({ level: 0, flag: null, clauses: [] })
})

test('days that the tracker does not cover have no level', () => {
  expect(closingOf([invented('kind: placement, who: {all: true}, place: home')], '2023-01-01')).toBeUndefined()
  expect(closingOf([invented('kind: placement, who: {all: true}, place: home')], '2019-12-31')).toBeUndefined()
})
