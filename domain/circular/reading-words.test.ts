import { expect, test } from 'vitest'
import { parseCircular } from './parse.ts'
import { readingWords } from './reading-words.ts'

const source = `
piket: circular/1
id: kuota
kind: circular
status: in_force
level: regency
region: uji
number: 1/UJI
title: Kuota
issued_on: 2026-01-01
issuer: {office: bupati, signed_by: Uji}
in_force: {from: 2026-01-01, until: 2026-12-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}
  - {id: c2, kind: placement, who: {position: [lurah]}, place: office, over: [c1], cite: "u:2"}
  - {id: c3, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 25%}, of: {staff: assigned, heads: in, exempt: in}, at_least: 1, cite: "u:3"}
open_questions: []
`
const { doc } = parseCircular('kuota.yaml', source)
if (!doc) throw new Error('The circular does not parse.')

test.each([
  ['a floor that goes', { 'clauses.c3.at_least': null }, 'dibulatkan ke bawah, tanpa "sedikitnya 1 orang"'],
  ['an exception that goes', { 'clauses.c2.over': null }, 'tanpa "butir c1 dikesampingkan"'],
  ['a clause that goes', { 'clauses.c2': null }, 'tanpa butir c2 (penempatan)'],
  ['another rounding', { 'clauses.c3.round': 'up' }, 'dibulatkan ke atas, sedikitnya 1 orang'],
])('%s is said by what changes', (_, set, said) => {
  const [words, ...others] = readingWords(doc, { id: 'other', set }, (unit) => unit)
  expect(others).toEqual([])
  expect(words?.id.replace(/^butir c\d \(\w+\): /, '')).toBe(said)
})
