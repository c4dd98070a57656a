import { expect, test } from 'vitest'
import { sampleCircular } from '../circular/sample-circular.ts'
import { answerChecker } from './answers.ts'

const { doc } = sampleCircular(`
timetables: {short: {rows: [{weekday: [friday], from: '07:30', to: '11:30', break_minutes: 0}]}}
clauses:
  - {id: p, kind: placement, who: {all: true}, place: {ask: opd_head}, cite: "u:1"}
  - {id: q, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: {ask: opd_head}}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:2"}
  - {id: h, kind: hours, who: {all: true}, timetable: {ask: opd_head}, cite: "u:3"}
  - {id: s, kind: service, who: {all: true}, public: {ask: opd_head}, cite: "u:4"}
  - {id: w, kind: placement, who: {unit: [dlh]}, place: home, over: [p], cite: "u:5"}`)
if (!doc) throw new Error('The circular does not parse.')
const checker = answerChecker([doc])
const wrongIn = (circular: string, clause: string, value: string | number) =>
  checker
    .add({ circular, clause, value, unit: null, by: 'head', from: null, until: null, recorded: null }, 2)
    .map(({ header, finding }) => `${header} ${finding.code}`)

test.each([
  ['p', 'home'],
  ['q', '25%'],
  ['q', 3],
  ['q', '3'],
  ['h', 'short'],
  ['s', 'limited'],
])('clause %s takes %s', (clause, value) => {
  expect(wrongIn('contoh', clause, value)).toEqual([])
})

test.each([
  ['contoh', 'p', 'rumahh', 'value'],
  ['contoh', 'q', 'lots', 'value'],
  ['contoh', 'q', -3, 'value'],
  ['contoh', 'q', 2.5, 'value'],
  ['contoh', 'h', 'toString', 'value'],
  ['contoh', 's', 'half', 'value'],
  ['contoh', 'w', 'home', 'clause'],
  ['contoh', 'z', 'home', 'clause'],
  ['lain', 'p', 'home', 'circular'],
])('an answer to %s, clause %s, of %s is refused', (circular, clause, value, header) => {
  expect(wrongIn(circular, clause, value)).toEqual([`${header} PKT-815`])
})
