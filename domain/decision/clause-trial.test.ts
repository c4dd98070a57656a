import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { overlapsOf } from '../circular/overlap.ts'
import { versionsIn } from '../circular/register.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import type { Circular } from '../circular/schema.ts'
import { nobody, noFacts, plainUnit } from '../staff/facts.ts'
import { type ClauseTrial, claimTrials, clauseTrials, isRedundant, isTrue } from './clause-trial.ts'
import { daysTriedOf, reachedBy, type Trial, trialOn } from './effect.ts'

const reading = { known: '2021-07-20T08:00', readings: {} }
const employees = ['kepala_dinas', 'staf', 'staf', 'staf'].map((position, at) => ({
  ...nobody,
  ...{ employee: `e${at}`, unit: 'dinas', position },
}))
const facts = { ...noFacts, employees, units: [plainUnit('dinas')] }
const above = sampleCircular(`id: gubernur
level: province
clauses:
  - {id: g1, kind: placement, who: {all: true}, place: office, cite: "u:1"}
  - {id: g2, kind: placement, who: {position: [kepala_dinas]}, place: home, over: [g1], cite: "u:2"}`).doc as Circular
const draft = {
  ...(sampleCircular(`id: konsep
in_force: {from: 2021-08-02, until: 2021-08-13}
relations: [{type: stricter, target: gubernur}]
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: rotate, cite: "u:1"}
  - {id: c2, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [c1], cite: "u:2"}
  - {id: c3, kind: placement, who: {echelon: [II]}, place: home, over: [c1, c2], cite: "u:3"}
  - {id: c4, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 50%}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:4"}`)
    .doc as Circular),
  status: 'draft' as const,
}
const law = [{ doc: above, recorded: '2021-07-01' }]
const [from, until] = daysTriedOf(draft, '2021-07-21' as Day)
const trial = trialOn({ ...reading, law, facts }, from, until) as Trial

function stepped<T>(work: Generator<void, T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

test('a clause without which nobody and no seat changes is redundant; a quota that moves nobody is not', () => {
  const told = stepped(clauseTrials({ doc: draft, amends: null }, trial)) ?? []
  const same = ({ moves }: ClauseTrial) => (typeof moves === 'string' ? moves : moves.same)
  expect(told.map((one) => [one.clause, same(one), one.agencies, isRedundant(one)])).toEqual([
    ['c1', 1, 1, false],
    ['c2', 3, 1, false],
    ['c3', 4, 0, true],
    ['c4', 4, 1, false],
  ])
})

test('a claim to be stricter is held against who comes and who stays away', () => {
  const [claim] = stepped(claimTrials(draft, trial))
  expect(claim).toEqual({ type: 'stricter', target: 'gubernur', stricter: 0, looser: 1 })
  expect(claim && isTrue(claim)).toBe(false)
  const looser = { ...draft, relations: [{ type: 'looser' as const, target: 'gubernur' }] }
  expect(stepped(claimTrials(looser, trial)).map(isTrue)).toEqual([true])
})

test('who falls under a clause is named', () => {
  const reached = (clause: string) =>
    reachedBy({ doc: draft, amends: null }, trial, clause)?.people.map(({ person }) => person.employee)
  expect([reached('c1')?.length, reached('c2'), reached('c3'), reached('c9')]).toEqual([4, ['e0'], [], []])
})

test('documents of the same authority on the same days overlap, unless a relation is stated', () => {
  const other = { ...draft, id: 'lama', status: 'in_force' as const, relations: [] }
  const versions = versionsIn(
    [
      { doc: above, recorded: null },
      { doc: other, recorded: '2021-07-01' },
    ],
    reading,
  )
  const late = { ...draft, in_force: { from: '2021-08-16' as Day, until: null } }
  expect(overlapsOf(draft, versions)).toEqual(['lama'])
  expect(overlapsOf({ ...draft, relations: [{ type: 'follows', target: 'lama' }] }, versions)).toEqual([])
  expect(overlapsOf(late, versions)).toEqual([])
})

test('a clause about health or for the public is never called redundant, and a draft that contradicts itself tells nothing', () => {
  const health: Circular['clauses'] = [
    { id: 'h1', kind: 'placement', who: { has: ['pregnant'] }, place: 'home', force: 'must', cite: 'u:1' },
    { id: 'h2', kind: 'service', who: { public: true }, public: 'open', force: 'must', cite: 'u:2' },
  ]
  const told = stepped(clauseTrials({ doc: { ...draft, clauses: health }, amends: null }, trial)) ?? []
  expect(told.map((one) => [one.moves, isRedundant(one)])).toEqual([
    ['untold', false],
    ['untold', false],
  ])
  const broken = { ...draft, clauses: [{ ...health[0], who: { group: ['tidak_ada'] } }] as Circular['clauses'] }
  expect(stepped(clauseTrials({ doc: broken, amends: null }, trial))).toBeUndefined()
  expect(reachedBy({ doc: broken, amends: null }, trial, 'h1')).toBeUndefined()
})

test('whoever a draft does not speak of is no witness against its claim', () => {
  const narrow = {
    ...draft,
    clauses: draft.clauses.slice(1, 2).map((one) => ({ ...one, over: undefined })),
  } as Circular
  const stricter = { ...narrow, clauses: narrow.clauses.map((one) => ({ ...one, place: 'home' })) } as Circular
  const [claim] = stepped(claimTrials(stricter, trial))
  expect(claim).toMatchObject({ stricter: 0, looser: 0 })
  expect(claim && isTrue(claim)).toBe(true)
})
