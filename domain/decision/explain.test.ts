import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { type ActingRecord, nobody, noFacts } from '../staff/facts.ts'
import { askedAt, decide } from './decide.ts'
import { explain } from './explain.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

const { doc } = parseCircular(
  'uji.yaml',
  `
piket: circular/1
id: uji
kind: circular
status: in_force
level: regency
region: uji
number: 2/UJI
title: Pejabat di kantor
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, force: must, cite: "u:1"}
  - {id: c2, kind: placement, who: {position: [camat]}, place: office, force: must, over: [c1], cite: "u:2"}
  - {id: c3, kind: placement, who: {echelon: [III]}, place: office, force: must, over: [c1], cite: "u:3"}
open_questions: []
`,
)
if (!doc) throw new Error('The circular does not parse.')

const day = '2021-07-21' as Day
const post = (position: string, echelon: ActingRecord['echelon']): ActingRecord => ({
  employee: 'e1',
  position,
  echelon,
  unit: position,
  kind: 'plt',
  letter: null,
  from: null,
  until: null,
})

/** The headline of somebody who holds these acting posts beside an own one that no clause names. */
function headline(...acting: ActingRecord[]): string | undefined {
  const employees = [{ ...nobody, employee: 'e1', unit: 'dinas' }]
  const book = rulebook([{ doc: doc!, recorded: '2021-07-16' }], { ...noFacts, employees, acting }, { known: day })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const [row] = decide(book, 'e1', day)
  const steps = explain(row!, askedAt(book, 'e1', day, '12:00'), new Map([['uji', doc!]]))
  return steps.find(({ step }) => step === 'place')?.text.id
}

test('the headline names the acting post through which every live clause reaches', () => {
  expect(headline(post('camat', 'III'))).toBe(
    'Di kantor (wajib) sebagai Plt. camat, camat, menurut butir c2, c3 Surat edaran 2/UJI.',
  )
})

test('the headline names none where clauses reach through several', () => {
  expect(headline(post('camat', 'none'), post('sekretaris', 'III'))).toBe(
    'Di kantor (wajib) menurut butir c2, c3 Surat edaran 2/UJI.',
  )
})

test('what follows from the place is explained, each with its clause', () => {
  const { doc: ruled } = sampleCircular(`
timetables: {short: {rows: [{weekday: [wednesday], from: '07:30', to: '14:00', break_minutes: 30}]}}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}
  - {id: h, kind: hours, who: {all: true}, timetable: short, presence: [{name: pagi, from: '07:00', to: '08:00'}], cite: "u:2"}
  - {id: d, kind: duty, who: {placed: [home]}, do: work_report, to: direct_superior, cite: "u:3"}
  - {id: e, kind: duty, who: {has: [vaccinated]}, do: work_report, cite: "u:4"}
  - {id: b, kind: ban, who: {all: true}, act: [travel_out_of_region], cite: "u:5"}
  - {id: s, kind: service, who: {unit: [dlh]}, public: open, cite: "u:6"}`)
  const employees = [{ ...nobody, employee: 'e1', unit: 'dlh' }]
  const attribute = { employee: 'e1', attribute: 'vaccinated', value: 'unknown', issuer: null } as const
  const attributes = [{ ...attribute, from: null, until: null, recorded: null }]
  const book = rulebook([{ doc: ruled!, recorded: null }], { ...noFacts, employees, attributes }, { known: day })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const [row] = decide(book, 'e1', day)
  const steps = explain(row!, askedAt(book, 'e1', day, '12:00'), new Map([['contoh', ruled!]]))
  const following = ['hours', 'duty', 'ban', 'service']
  expect(
    steps
      .filter(({ step }) => following.includes(step))
      .map(({ step, clause, truth, text }) => [step, clause, truth, text.en]),
  ).toEqual([
    ['hours', null, true, 'Hours of work 07:30–14:00, break of 30 minutes. Check-in pagi 07:00–08:00.'],
    ['duty', 'd', true, expect.stringMatching(/^Duty by clause d: .*report.* the direct superior\.$/)],
    ['duty', 'e', null, expect.stringMatching(/^Duty by clause e, not known whether it applies: /)],
    ['ban', 'b', true, 'Ban by clause b: All staff must not travel out of the region.'],
    ['service', 's', true, 'Service by clause s: Service of dlh: open.'],
  ])
})
