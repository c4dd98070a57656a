import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { type AnswerGiven, answerFault } from './answer.ts'

const [before, day] = ['2021-07-20', '2021-07-21'] as [Day, Day]
const refusing = {
  outcome: 'refused',
  reason: 'Sesuai surat',
  clause: 'uji/c1',
  changedAt: null,
  rightFrom: null,
} as const
const accepting = { ...refusing, outcome: 'accepted', clause: null, changedAt: '/uji/surat' } as const
const placed = { kind: 'clause', day, clause: 'uji/c1' } as const
const recorded = { ...placed, kind: 'record' } as const
const correcting = { ...accepting, changedAt: null, rightFrom: day } as const

test.each<[string, Parameters<typeof answerFault>[0], AnswerGiven, string | undefined]>([
  ['a refusal that cites a clause on file', placed, refusing, undefined],
  ['a refusal without a word', placed, { ...refusing, reason: '' }, 'objection-reason-missing'],
  ['a refusal without a clause', placed, { ...refusing, clause: null }, 'objection-clause-missing'],
  [
    'a refusal with a clause that is not on file',
    placed,
    { ...refusing, clause: 'uji/c9' },
    'objection-clause-missing',
  ],
  ['a refusal where no clause decided', { ...placed, clause: null }, { ...refusing, clause: null }, undefined],
  ['a refusal that names a change', placed, { ...refusing, changedAt: '/uji/surat' }, 'objection-answer-mixed'],
  ['a yes that names the change', placed, accepting, undefined],
  ['a yes without the change', placed, { ...accepting, changedAt: null }, 'objection-change-missing'],
  ['a yes that cites a clause', placed, { ...accepting, clause: 'uji/c1' }, 'objection-answer-mixed'],
  ['a yes with a day of the staff list', placed, { ...accepting, rightFrom: day }, 'objection-answer-mixed'],
  ['a record that is right from the day', recorded, correcting, undefined],
  ['a record without a day', recorded, { ...correcting, rightFrom: null }, 'objection-import-missing'],
  [
    'a record that is right on a day before only',
    recorded,
    { ...correcting, rightFrom: before },
    'objection-import-day',
  ],
])('%s', (_, objection, answer, fault) => {
  expect(answerFault(objection, answer, (clause) => clause === 'uji/c1')).toBe(fault)
})
