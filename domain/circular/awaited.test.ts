import { expect, test } from 'vitest'
import { awaitedBy } from './awaited.ts'
import { parseCircular } from './parse.ts'

const { doc } = parseCircular(
  'x',
  `
piket: circular/1
id: uji
kind: circular
status: in_force
level: regency
region: uji
number: null
title: Uji
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: null}
in_force: {from: {event: ramadan_begins}, until: null, while: {event: ppkm}}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
tables: {seats: {by: [zone, sector], rows: [{zone: red, sector: ordinary, value: 25%}]}}
clauses:
  - id: c1
    kind: placement
    who: {all: true}
    when: {any_of: [{event: {type: flood, at: workplace}}, {not: {status: {zone: [orange]}}}]}
    place: home
    cite: "u:1"
  - {id: c2, kind: placement, who: {all: true}, when: {event: {type: flood, at: region}}, place: home, cite: "u:1"}
open_questions: []
`,
)

test('events and statuses are found wherever a document looks at them', () => {
  if (!doc) throw new Error('The document does not parse.')
  const { events, statuses } = awaitedBy([doc])
  expect([...events]).toEqual([
    ['ramadan_begins', 'region'],
    ['ppkm', 'region'],
    ['flood', 'workplace'],
  ])
  expect([...statuses]).toEqual([['zone', ['orange', 'red']]])
})
