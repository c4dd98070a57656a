import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { type Echelon, type Facts, nobody, noFacts } from '../staff/facts.ts'
import { type Asked, rulingOf } from './clauses.ts'
import type { Capacity, PermitKind } from './kinds.ts'

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
  - {id: c1, kind: placement, who: {all: true}, place: rotate, force: must, cite: "u:1"}
  - {id: c2, kind: placement, who: {has: [road_cut_off]}, place: home, force: must, over: [c1], cite: "u:2"}
  - {id: c3, kind: ban, who: {placed: [home]}, act: [travel_out_of_region], includes: [family], force: must, cite: "u:3"}
  - {id: c4, kind: ban, who: {unit: [puskesmas]}, act: [leave], unless: [{reason: [sick]}], cite: "u:4"}
  - {id: c5, kind: ban, who: {unit: [rsud]}, act: [travel_out_of_region], unless: [{letter: surat_tugas, signer_at_least: II}], cite: "u:5"}
  - {id: c6, kind: placement, who: {unit: [setda]}, place: home, force: must, over: [c1], needs: [{letter: surat_perintah, by: opd_head, signer_at_least: III, report_to: bkpsdm, within_workdays: 1}], cite: "u:6"}
  - {id: c7, kind: ban, who: {unit: [dpmd]}, act: [travel_out_of_region], force: should, cite: "u:7"}
open_questions: []
`

const officeDay = '2021-07-21' as Day
const homeDay = '2021-07-22' as Day

function bookOf(unit: string) {
  const { doc } = parseCircular('uji.yaml', source)
  if (!doc) throw new Error('The circular does not parse.')
  const facts: Facts = {
    ...noFacts,
    employees: [{ ...nobody, employee: 'e1', unit }],
    drawn: [
      { employee: 'e1', day: officeDay, place: 'office' },
      { employee: 'e1', day: homeDay, place: 'home' },
    ],
  }
  const book = rulebook([{ doc, recorded: null }], facts, { known: '2021-07-20T12:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return book
}

interface Case {
  readonly unit?: string
  readonly day?: Day
  readonly outside?: boolean
  readonly as?: Capacity
  readonly rank?: Echelon
}

const ruled = (
  kind: PermitKind,
  { unit = 'dinas', day = homeDay, outside = false, as = 'head', rank = 'II' }: Case = {},
) => {
  const asked: Asked = { kind, employee: 'e1', from: day, until: day, outside, category: null }
  const ruling = rulingOf(bookOf(unit), asked, { as, rank, at: '2021-07-20T12:00', number: null })
  const clause = ruling.clause?.clause ?? '-'
  return 'refused' in ruling ? `${ruling.refused} ${clause}` : `granted ${clause} ${ruling.letters.join()}`.trim()
}

test.each<[string, PermitKind, Case, string]>([
  ['leave is no matter of circulars', 'annual', {}, 'granted -'],
  [
    'a journey of one’s own on a day at home is banned without exception',
    'travel_out_of_region',
    {},
    'permit-banned c3',
  ],
  ['on a day at the office nothing bans it', 'travel_out_of_region', { day: officeDay }, 'permit-not-needed -'],
  ['who is on leave is not placed at home: the journey is theirs', 'annual', { outside: true }, 'granted -'],
  ['so is a journey on duty', 'official_travel', { outside: true }, 'granted -'],
  ['a freeze of leave', 'annual', { unit: 'puskesmas' }, 'permit-banned c4'],
  ['spares illness', 'sick', { unit: 'puskesmas' }, 'granted c4'],
  [
    'a letter of rank II lets somebody travel',
    'travel_out_of_region',
    { unit: 'rsud', day: officeDay },
    'granted c5 surat_tugas',
  ],
  [
    'one of rank III does not',
    'travel_out_of_region',
    { unit: 'rsud', day: officeDay, rank: 'III' },
    'permit-signer-too-low c5',
  ],
  ['the letter that a clause asks for', 'surat_perintah', { unit: 'setda' }, 'granted c6'],
  ['signed by a lower rank', 'surat_perintah', { unit: 'setda', rank: 'IV' }, 'permit-signer-too-low c6'],
  ['signed in another post', 'surat_perintah', { unit: 'setda', as: 'superior' }, 'permit-signer-too-low c6'],
  ['a letter that no clause asks for', 'surat_tugas', {}, 'granted -'],
  ['a circumstance that a clause names', 'road_cut_off', { day: officeDay }, 'granted c2'],
  ['a circumstance that none names', 'still_travelling', {}, 'permit-no-effect -'],
  ['advice against a journey is no ban', 'travel_out_of_region', { unit: 'dpmd', day: officeDay }, 'granted c7'],
])('%s', (_, kind, given, expected) => {
  expect(ruled(kind, given)).toBe(expected)
})
