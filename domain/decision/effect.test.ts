/** What a draft does beside what holds, where it does something to a document in force. */
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { amendmentBegun, baseOf } from '../circular/amendment.ts'
import { edited } from '../circular/edit.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import type { Circular } from '../circular/schema.ts'
import { nobody, noFacts, plainUnit } from '../staff/facts.ts'
import { daysTriedOf, effectOf, type Trial, trialOn } from './effect.ts'

const rule = sampleCircular(`clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}
  - {id: c2, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [c1], cite: "u:2"}`).doc as Circular
const law = [{ doc: rule, recorded: '2021-07-01' }]
const reading = { known: '2021-07-20T08:00', readings: {} }
const employees = ['kepala_dinas', 'staf', 'staf'].map((position, at) => ({
  ...nobody,
  ...{ employee: `e${at}`, unit: 'dinas', position },
}))
const ground = { ...reading, law, facts: { ...noFacts, employees, units: [plainUnit('dinas')] } }

function tried(doc: Circular, amends: string | null) {
  const [from, until] = daysTriedOf(doc, '2021-07-21' as Day)
  return effectOf({ doc, amends }, trialOn(ground, from, until) as Trial)
}

test('one that replaces another ends it: what that alone said holds no more', () => {
  const draft: Circular = {
    ...rule,
    ...{ id: 'baru', status: 'draft', relations: [{ type: 'replaces', target: 'contoh' }] },
    in_force: { from: '2021-08-02', until: '2021-08-31' },
    clauses: rule.clauses.slice(1).map((one) => ({ ...one, over: undefined })) as Circular['clauses'],
  }
  expect(tried(draft, null)?.moves).toMatchObject({ people: 3, toOffice: 2, gap: 2 })
})

test('an amendment moves whom its changes move, and its clauses reach whom they reach', () => {
  const base = baseOf('contoh', law, reading)
  if (!base) throw new Error('There is nothing to amend.')
  const begun = amendmentBegun(base, { id: 'ubahan', region: 'uji', level: 'regency', office: 'bupati' })
  const next = edited(begun, { 'in_force.from': '2021-08-02', 'clauses.c1.place': 'office' })
  if (!('doc' in next)) throw new Error(next.asked)
  const effect = tried(next.doc, 'contoh')
  expect(effect?.moves).toMatchObject({ people: 3, toOffice: 2, same: 1, gap: 0 })
  expect(effect?.offices).toMatchObject({ before: { least: 1 }, after: { least: 3 } })
  expect([...(effect?.reach ?? [])]).toEqual([
    ['c1', 3],
    ['c2', 1],
  ])
  expect(tried(begun, 'tidak-ada')).toBeUndefined()
})

test('a clause of Fridays, and one of some hours, are counted when they speak; a draft that waits is tried as declared', () => {
  const doc = sampleCircular(`in_force: {from: {event: flood}, until: null, review: 2021-12-31}
status: draft
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, when: {weekday: [friday]}, cite: "u:1"}
  - {id: c2, kind: placement, who: {position: [staf]}, place: home, when: {time: {from: "13:00", to: "15:00"}}, over: [c1], cite: "u:2"}`)
    .doc as Circular
  const effect = effectOf(
    { doc, amends: null },
    trialOn({ ...ground, law: [] }, ...daysTriedOf(doc, '2021-07-21' as Day)) as Trial,
  )
  expect([effect?.day, [...(effect?.reach ?? [])], [...(effect?.reachDays ?? [])]]).toEqual([
    '2021-07-21',
    [
      ['c1', 3],
      ['c2', 2],
    ],
    [['c1', '2021-07-23']],
  ])
  // All three on Fridays, and the staff on every afternoon.
  expect(effect?.moves).toMatchObject({ people: 3, toHome: 3, same: 0 })
})
