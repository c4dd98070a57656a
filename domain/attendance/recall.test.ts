import { expect, test } from 'vitest'
import type { Place } from '../decision/row.ts'
import { isRefused } from '../messages/refused.ts'
import {
  acknowledge,
  arrive,
  courseOf,
  decline,
  hear,
  isOpen,
  leastNotice,
  minutesLeft,
  noShow,
  openAnswers,
  orderRecall,
  type Recall,
  type RecallOrder,
  type RecallReason,
  type RecallRefusal,
  type RecallState,
  reasonsOf,
  recallReasons,
  recallStates,
  remind,
  settlingWord,
  silent,
  silentAfter,
} from './recall.ts'

const minute = 60_000
const order: RecallOrder = {
  person: 'p1',
  reason: 'urgent_service',
  to: 'Loket 2',
  orderedAt: 0,
  arriveByAt: 78 * minute,
  planned: 'home',
  atOffice: false,
  allowed: ['meeting', 'urgent_service'],
  earlier: [],
}

/** The recall itself; a refusal fails the test. */
function held(answer: ReturnType<typeof orderRecall>): Recall {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const refusal = (answer: ReturnType<typeof orderRecall>): RecallRefusal | RecallState =>
  isRefused(answer) ? answer.refused : answer.state
const ordered = held(orderRecall(order))

test.each<[Place, RecallRefusal | RecallState]>([
  ['home', 'ordered'],
  ['field', 'ordered'],
  ['undetermined', 'ordered'],
  ['leave', 'recall-on-leave'],
  ['travel', 'recall-on-travel'],
  ['education', 'recall-on-education'],
  ['off', 'recall-day-off'],
  ['office', 'recall-at-office-already'],
])('somebody whose place is %s: %s', (planned, answer) => {
  expect(refusal(orderRecall({ ...order, planned }))).toBe(answer)
})

test.each<[string, Partial<RecallOrder>, RecallRefusal | RecallState]>([
  ['who came anyway is there', { atOffice: true }, 'recall-at-office-already'],
  ['one recall at a time', { earlier: [ordered] }, 'recall-open-already'],
  ['again after a decline', { earlier: [held(decline(ordered, 'sakit', 1))] }, 'ordered'],
  ['a reason outside the clause', { reason: 'important_gathering' }, 'recall-reason-not-allowed'],
  ['no clause that lets people be called', { allowed: [] }, 'recall-no-clause'],
  ['no time to get there', { arriveByAt: (leastNotice - 1) * minute }, 'recall-deadline-too-short'],
  ['time as the region sets it', { arriveByAt: 15 * minute, noticeMinutes: 15 }, 'ordered'],
])('%s', (_, change, answer) => {
  expect(refusal(orderRecall({ ...order, ...change }))).toBe(answer)
})

test('ordered, acknowledged, arrived before the deadline', () => {
  const coming = held(acknowledge(ordered, 2 * minute))
  expect(held(acknowledge(coming, 5 * minute))).toBe(coming)
  expect(minutesLeft(coming, 60 * minute)).toBe(18)
  const there = held(arrive(coming, 53 * minute))
  expect([there.state, there.answeredAt, minutesLeft(there, 999 * minute)]).toEqual(['arrived', 2 * minute, 25])
  expect(refusal(arrive(there, 54 * minute))).toBe('recall-arrived-already')
  expect(refusal(acknowledge(there, 54 * minute))).toBe('recall-closed')
})

test('a decline needs its reason', () => {
  expect(refusal(decline(ordered, '  ', 1))).toBe('recall-decline-reason-missing')
  const away = held(decline(held(acknowledge(ordered, 1)), ' anak sakit ', 2))
  expect([away.state, away.declinedFor, isOpen(away)]).toEqual(['declined', 'anak sakit', false])
  expect(refusal(decline(away, 'x', 3))).toBe('recall-answered-already')
  expect(refusal(noShow(away, 1e9))).toBe('recall-closed')
})

test('a no-show is known after the deadline only, and who comes late has come', () => {
  expect(refusal(noShow(ordered, 78 * minute))).toBe('recall-still-open')
  const missing = held(noShow(ordered, 79 * minute))
  expect(missing.state).toBe('no_show')
  const late = held(arrive(missing, 90 * minute))
  expect([late.state, minutesLeft(late, 0)]).toEqual(['arrived', -12])
})

test('the silent are those without an answer since the last notice', () => {
  const coming = held(acknowledge(ordered, minute))
  expect(silent([ordered, coming], (silentAfter - 1) * minute)).toEqual([])
  expect(silent([ordered, coming], silentAfter * minute)).toEqual([ordered])
  const told = held(remind(ordered, silentAfter * minute))
  expect(silent([told], 12 * minute)).toEqual([])
  expect(refusal(remind(held(noShow(ordered, 1e9)), 1))).toBe('recall-closed')
})

test('reasons and states are those of the circulars', () => {
  expect(Object.keys(recallReasons) satisfies string[] as RecallReason[]).toEqual([
    'meeting',
    'important_gathering',
    'urgent_service',
  ])
  expect(recallStates).toHaveLength(5)
})

test('clauses name the reasons; one that names none lets every reason count', () => {
  expect(reasonsOf([])).toEqual([])
  expect(reasonsOf([{ for: ['urgent_service', 'something_else'] }])).toEqual(['urgent_service'])
  expect(reasonsOf([{ for: ['meeting'] }, {}])).toEqual(['meeting', 'important_gathering', 'urgent_service'])
})

const yes = { at: 2 * minute, answer: 'acknowledged', why: '' } as const
const no = { at: 3 * minute, answer: 'declined', why: 'jalan putus' } as const

test.each<[string, Partial<Parameters<typeof courseOf>[1]>, RecallState]>([
  ['nothing is heard', {}, 'ordered'],
  ['answers count in the order in which they were given', { answers: [no, yes] }, 'declined'],
  ['who comes after all says so', { answers: [no, { ...yes, at: 78 * minute }] }, 'acknowledged'],
  [
    'who says so after the deadline is not missing',
    { answers: [no, { ...yes, at: 79 * minute }], now: 90 * minute },
    'declined',
  ],
  [
    'who comes after all, and does not, is missing',
    { answers: [no, { ...yes, at: 4 * minute }], now: 79 * minute },
    'no_show',
  ],
  ['a decline without a reason is none', { answers: [{ ...no, why: ' ' }] }, 'ordered'],
  ['a check-in at the office before the order is no arrival', { came: [-minute] }, 'ordered'],
  ['a check-in of later than now has not been made', { came: [90 * minute] }, 'ordered'],
  ['who is there has arrived, whatever was answered', { answers: [no], came: [50 * minute] }, 'arrived'],
  ['nobody there after the deadline', { now: 79 * minute }, 'no_show'],
  ['who said to come and did not', { answers: [yes], now: 79 * minute }, 'no_show'],
  ['who declined is not missing', { answers: [no], now: 79 * minute }, 'declined'],
  ['who comes late has come', { came: [90 * minute], now: 91 * minute }, 'arrived'],
])('%s', (_, course, state) => {
  const given = { answers: [], came: [], now: 60 * minute, ...course }
  expect(courseOf(ordered, given).state).toBe(state)
})

test.each<[string, Recall]>([
  ['a check-in shows', ordered],
  ['is kept', held(arrive(ordered, 50 * minute))],
])('the answer from before an arrival that %s stays; one from after it is none', (_, recall) => {
  const after = { at: 51 * minute, answer: 'declined', why: 'pulang lagi' } as const
  const come = courseOf(recall, { answers: [after, no], came: [50 * minute], now: 60 * minute })
  expect(come).toMatchObject({ state: 'arrived', arrivedAt: 50 * minute, answeredAt: no.at, declinedFor: no.why })
})

test("the superior's word on an arrival stands over a check-in that is found later", () => {
  const there = held(arrive(held(decline(ordered, 'sakit', 1)), 40 * minute))
  expect(courseOf(there, { answers: [], came: [50 * minute], now: 60 * minute })).toEqual(there)
})

test('a missed recall is settled with a word, and nothing else is', () => {
  const settled = (recall: Recall, word: string, now: number) => {
    const answer = settlingWord(recall, word, now)
    return 'refused' in answer ? answer.refused : answer.word
  }
  expect(settled(ordered, 'sudah bicara', 78 * minute)).toBe('recall-still-open')
  expect(settled(ordered, ' ', 79 * minute)).toBe('recall-word-missing')
  expect(settled(ordered, ' sudah bicara ', 79 * minute)).toBe('sudah bicara')
  expect(settled(held(decline(ordered, 'sakit', 1)), 'x', 79 * minute)).toBe('recall-closed')
})

test.each<[string, Recall, Parameters<typeof hear>[1], RecallRefusal | RecallState]>([
  ['comes', ordered, { at: 5 * minute, answer: 'acknowledged', why: '' }, 'acknowledged'],
  ['cannot come', ordered, { at: 5 * minute, answer: 'declined', why: 'Jalan putus' }, 'declined'],
  ['cannot come, without a reason', ordered, { at: 0, answer: 'declined', why: ' ' }, 'recall-decline-reason-missing'],
  ['before the order', ordered, { at: -1, answer: 'acknowledged', why: '' }, 'recall-heard-when'],
  ['later than now', ordered, { at: 11 * minute, answer: 'acknowledged', why: '' }, 'recall-heard-when'],
  [
    'comes, as they have said themselves',
    { ...ordered, state: 'acknowledged', answeredAt: 0 },
    { at: 0, answer: 'acknowledged', why: '' },
    'recall-answered-already',
  ],
  [
    'cannot come after all',
    { ...ordered, state: 'acknowledged', answeredAt: 0 },
    { at: 0, answer: 'declined', why: 'Ban bocor' },
    'declined',
  ],
  [
    'is there already',
    { ...ordered, state: 'arrived', arrivedAt: 0 },
    { at: 0, answer: 'declined', why: 'Ban bocor' },
    'recall-closed',
  ],
])('heard by telephone: %s', (_, recall, heard, outcome) => {
  const answer = hear(recall, heard, 10 * minute)
  expect(refusal(answer)).toBe(outcome)
  if (!isRefused(answer)) expect(answer.answeredAt).toBe(heard.at)
})

const heardYes = held(hear(ordered, { at: 5 * minute, answer: 'acknowledged', why: '' }, 6 * minute))
const heardNo = held(hear(ordered, { at: 5 * minute, answer: 'declined', why: 'Jalan putus' }, 6 * minute))

test.each<[string, Recall, RecallState, number, RecallRefusal | RecallState]>([
  ['comes after all', heardNo, 'acknowledged', 7, 'acknowledged'],
  ['cannot come, for a reason of their own', heardNo, 'declined', 7, 'declined'],
  ['does come, as was heard', heardYes, 'acknowledged', 7, 'acknowledged'],
  ['cannot come after all', heardYes, 'declined', 7, 'declined'],
  ['comes, though the deadline has passed', heardNo, 'acknowledged', 79, 'recall-closed'],
])("the person's own word over what was heard: %s", (_, recall, answer, at, outcome) => {
  const own = answer === 'declined' ? decline(recall, 'Ban bocor', at * minute) : acknowledge(recall, at * minute)
  expect(refusal(own)).toBe(outcome)
  if (isRefused(own)) return
  expect([own.heard, own.answeredAt]).toEqual([false, at * minute])
  expect(own.declinedFor).toBe(answer === 'declined' ? 'Ban bocor' : null)
})

const ownYes = held(acknowledge(ordered, 4 * minute))
const ownNo = held(decline(ordered, 'Ban bocor', 4 * minute))

test.each<[string, Recall, Parameters<typeof hear>[1], number, RecallRefusal | RecallState]>([
  ['mends a heard no', heardNo, { at: 6 * minute, answer: 'acknowledged', why: '' }, 10, 'acknowledged'],
  ['mends a heard yes', heardYes, { at: 3 * minute, answer: 'declined', why: 'Ban bocor' }, 10, 'declined'],
  ['mends the words', heardNo, { at: 5 * minute, answer: 'declined', why: 'Ban bocor' }, 10, 'declined'],
  ['makes nobody missing', heardNo, { at: 6 * minute, answer: 'acknowledged', why: '' }, 79, 'recall-closed'],
  ['before an own yes', ownYes, { at: 3 * minute, answer: 'declined', why: 'Ban bocor' }, 10, 'recall-heard-when'],
  ['after an own yes', ownYes, { at: 4 * minute, answer: 'declined', why: 'Ban bocor' }, 10, 'declined'],
  ['after an own no', ownNo, { at: 5 * minute, answer: 'acknowledged', why: '' }, 10, 'acknowledged'],
  ['after an own no, too late', ownNo, { at: 5 * minute, answer: 'acknowledged', why: '' }, 79, 'recall-closed'],
])('heard again by telephone, it %s', (_, recall, heard, now, outcome) => {
  const answer = hear(recall, heard, now * minute)
  expect(refusal(answer)).toBe(outcome)
  if (!isRefused(answer)) expect([answer.heard, answer.answeredAt]).toEqual([true, heard.at])
})

test.each<[string, Recall, readonly RecallState[], RecallState, boolean]>([
  ['an own no tapped before the call does not undo it', heardYes, ['declined'], 'acknowledged', true],
  ['an own yes tapped before the call does not undo it', heardNo, ['acknowledged'], 'declined', true],
])('the newest answer counts: %s', (_, recall, [answer], state, heard) => {
  const before = { at: 4 * minute, answer: answer as 'declined', why: 'Ban bocor' }
  const stands = courseOf(recall, { answers: [before], came: [], now: 10 * minute })
  expect([stands.state, stands.heard, stands.answeredAt]).toEqual([state, heard, 5 * minute])
  const after = { ...before, at: 7 * minute }
  const own = courseOf(recall, { answers: [after], came: [], now: 10 * minute })
  expect([own.state, own.heard, own.answeredAt]).toEqual([answer, false, 7 * minute])
  const same = { ...after, answer: state as 'declined' }
  expect(courseOf(recall, { answers: [same], came: [], now: 10 * minute }).heard).toBe(false)
})

test.each<[string, Recall, number, readonly RecallState[]]>([
  ['who was not heard of', ordered, 10, ['acknowledged', 'declined']],
  ['who says to come', ownYes, 10, ['declined']],
  ['who cannot come', ownNo, 10, ['acknowledged']],
  ['who cannot come, after the deadline', ownNo, 79, []],
  ['who is said to come', heardYes, 10, ['acknowledged', 'declined']],
  ['who is said not to come', heardNo, 10, ['acknowledged', 'declined']],
  ['who is said not to come, after the deadline', heardNo, 79, ['declined']],
  ['who is missing', held(noShow(heardYes, 79 * minute)), 79, []],
  ['who is there', held(arrive(heardNo, 50 * minute)), 60, []],
])('what can be answered still by %s', (_, recall, now, answers) => {
  expect(openAnswers(recall, now * minute)).toEqual(answers)
})

test('who answered by telephone is no longer silent', () => {
  const heard = held(hear(ordered, { at: 5 * minute, answer: 'acknowledged', why: '' }, 6 * minute))
  expect([silent([ordered], 9 * minute).length, silent([heard], 9 * minute).length]).toEqual([1, 0])
})
