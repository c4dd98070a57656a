import { expect, test } from 'vitest'
import { foundIn } from './found.ts'
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
number: 800/7/UJI
title: Kerja dari rumah selama kabut asap
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat Uji}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {counters: {label_id: loket, units: [capil/loket]}}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}
  - {id: c2, kind: placement, who: {group: [counters]}, place: office, over: [c1], reason: melayani warga, cite: "u:2"}
open_questions: []
`,
)
const names = (unit: string) => (unit === 'capil/loket' ? 'Loket Akta Kelahiran' : unit)

test.each<[string, readonly string[] | undefined]>([
  ['asap', []],
  ['800/7', []],
  ['rahmat', []],
  ['bupati', []],
  ['akta kelahiran', ['c2']],
  ['warga', ['c2']],
  ['seluruh pegawai', ['c1']],
  ['banjir', undefined],
  ['asap akta', undefined],
])('%s is found where it is said', (search, clauses) => {
  if (!doc) throw new Error('The document does not parse.')
  expect(foundIn(doc, search, names)?.clauses).toEqual(clauses)
})
