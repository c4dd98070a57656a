import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import type { Row, RowDuty } from '../decision/row.ts'
import { isRefused } from '../messages/refused.ts'
import {
  approveReport,
  cameLate,
  deadlineMoment,
  draftReport,
  longestReport,
  type ReportRefusal,
  type ReportSettings,
  type ReportState,
  reportDayRefusal,
  reportDeadline,
  reportStanding,
  reportStates,
  returnReport,
  reviewersOf,
  sendReport,
  type WorkReport,
} from './report.ts'

const wednesday = '2021-07-21' as Day
const duty = (due: RowDuty['due'], change: Partial<RowDuty> = {}): RowDuty => ({
  circular: 'kotim-2021-07',
  clause: 'c5',
  do: 'work_report',
  force: 'must',
  to: 'direct_superior',
  due,
  channels: [],
  certain: true,
  ...change,
})
const plain: ReportSettings = { headDue: null, hoursEnd: '16:00' }
const deadline = (change: Partial<Pick<Row, 'date' | 'place' | 'duties'>>, settings = plain) => {
  const found = reportDeadline({ date: wednesday, place: 'home', duties: [], ...change }, settings)
  return isRefused(found) ? found.refused : `${found.on} ${found.time} ${found.askedBy}`
}

test.each<[string, string, string]>([
  [
    'every working day, at the end of the hours',
    deadline({ duties: [duty({ every: 'workday' })] }),
    '2021-07-21 16:00 duty',
  ],
  [
    'at the time of the clause',
    deadline(
      { duties: [duty({ every: 'day', time: '15:00' })] },
      { ...plain, headDue: { every: 'workday', time: '14:00' } },
    ),
    '2021-07-21 15:00 duty',
  ],
  [
    'at the time of the head where the clause names none',
    deadline({ duties: [duty({ every: 'day' })] }, { ...plain, headDue: { every: 'workday', time: '14:00' } }),
    '2021-07-21 14:00 duty',
  ],
  ['a clause that leaves it open', deadline({ duties: [duty(null)] }), '2021-07-21 16:00 duty'],
  ['weekly, on Monday', deadline({ duties: [duty({ every: 'week', day: 1 })] }), '2021-07-26 16:00 duty'],
  ['weekly, on the last day of work', deadline({ duties: [duty({ every: 'week' })] }), '2021-07-23 16:00 duty'],
  ['monthly, on the fifth', deadline({ duties: [duty({ every: 'month', day: 5 })] }), '2021-08-05 16:00 duty'],
  [
    'monthly, on the last',
    deadline({ date: '2024-02-10' as Day, duties: [duty({ every: 'month' })] }),
    '2024-02-29 16:00 duty',
  ],
  ['once, on a day to come', deadline({ duties: [duty({ on: '2021-07-30' as Day })] }), '2021-07-30 16:00 duty'],
  ['once, on a day that is past', deadline({ duties: [duty({ on: '2021-07-01' as Day })] }), '2021-07-21 16:00 duty'],
  ['before an activity', deadline({ duties: [duty({ before: 'field_activity' })] }), '2021-07-21 16:00 duty'],
  [
    'by two clauses, the earlier',
    deadline({ duties: [duty({ every: 'week' }), duty({ every: 'day' })] }),
    '2021-07-21 16:00 duty',
  ],
  [
    'weekly by the head, at the end of the hours',
    deadline({}, { ...plain, headDue: { every: 'week', day: 4 } }),
    '2021-07-22 16:00 head',
  ],
  [
    'by the head alone',
    deadline({}, { ...plain, headDue: { every: 'workday', time: '15:30' } }),
    '2021-07-21 15:30 head',
  ],
  [
    'asked by nobody',
    deadline({ duties: [duty({ every: 'day' }, { certain: false }), duty({ every: 'day' }, { do: 'report' })] }),
    '2021-07-21 16:00 null',
  ],
  ['not on a day off', deadline({ place: 'off', duties: [duty({ every: 'day' })] }), 'report-day-off'],
  ['not on leave', deadline({ place: 'leave' }), 'report-on-leave'],
  ['not while travelling', deadline({ place: 'travel' }), 'report-on-leave'],
])('due %s', (_, found, expected) => {
  expect(found).toBe(expected)
})

test('the deadline names the clause that asks', () => {
  const ask = (duties: RowDuty[]) =>
    reportDeadline({ date: wednesday, place: 'home', duties }, plain) as { readonly clause: unknown }
  expect(ask([duty({ every: 'day' })]).clause).toEqual({ circular: 'kotim-2021-07', clause: 'c5' })
  expect(ask([]).clause).toBeNull()
})

test.each([
  ['2021-07-22', 'report-day-ahead'],
  ['2021-07-21', undefined],
  ['2021-06-20', undefined],
  ['2021-06-19', 'report-day-past'],
])('a report of %s on 21 July: %s', (day, refused) => {
  expect(reportDayRefusal(day as Day, wednesday)?.refused).toBe(refused)
})

const by = deadlineMoment({ on: wednesday, time: '16:00' }, 420)
const written = { employee: 'p1', day: wednesday, done: '14 berkas diverifikasi.', enteredBy: 'p1' }
function held(answer: WorkReport | { refused: ReportRefusal }): WorkReport {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const answered = (answer: WorkReport | { refused: ReportRefusal }): ReportRefusal | ReportState =>
  'refused' in answer ? answer.refused : answer.state
const draft = held(draftReport(null, written))
const sent = held(sendReport(draft, by - 60_000))
const reviewers = ['boss']

test('the deadline is the whole of its minute, in the zone of the region', () => {
  expect(new Date(by).toISOString()).toBe('2021-07-21T09:00:59.999Z')
  expect([cameLate({ sentAt: by }, by), cameLate({ sentAt: by + 1 }, by), cameLate({ sentAt: by + 1 }, null)]).toEqual([
    false,
    true,
    false,
  ])
})

test('a missing report is not due, then late, and never late where nobody asks for it', () => {
  expect([reportStanding(null, by, by), reportStanding(null, by, by + 1), reportStanding(null, null, by + 1)]).toEqual([
    'not_due',
    'late',
    'not_due',
  ])
  expect([reportStanding(draft, by, by), reportStanding(draft, by, by + 1)]).toEqual(['draft', 'late'])
  expect(reportStanding(sent, by, by + 1)).toBe('sent')
})

test('written, sent, approved', () => {
  expect(reportStates).toContain(draft.state)
  const approved = held(approveReport(sent, 'boss', reviewers, by))
  expect([approved.state, approved.reviewedBy, reportStanding(approved, by, by * 2)]).toEqual([
    'approved',
    'boss',
    'approved',
  ])
  expect(answered(approveReport(approved, 'boss', reviewers, by))).toBe('report-reviewed-already')
  expect(answered(draftReport(approved, written))).toBe('report-sent-already')
  expect(answered(sendReport(approved, by))).toBe('report-sent-already')
})

test('returned with a reason, written anew, sent again', () => {
  expect(answered(returnReport(sent, 'boss', reviewers, { why: ' ', at: by }))).toBe('report-return-reason-missing')
  const back = held(returnReport(sent, 'boss', reviewers, { why: ' berapa akta? ', at: by }))
  expect([back.state, back.returnedFor]).toEqual(['returned', 'berapa akta?'])
  expect([reportStanding(back, by, by + 3_600_000), reportStanding(back, by, by + 90_000_000)]).toEqual([
    'returned',
    'late',
  ])
  const again = held(sendReport(held(draftReport(back, { ...written, done: '61 akta.' })), by + 1))
  expect([again.state, again.done, again.reviewedBy, again.returnedFor]).toEqual([
    'sent',
    '61 akta.',
    null,
    'berapa akta?',
  ])
})

test.each<[string, WorkReport | { refused: ReportRefusal }, ReportRefusal]>([
  ['empty', sendReport({ ...draft, done: '  ' }, by), 'report-empty'],
  ['too long', draftReport(null, { ...written, done: 'x'.repeat(longestReport + 1) }), 'report-too-long'],
  ['reviewed before it was sent', approveReport(draft, 'boss', reviewers, by), 'report-not-sent'],
  ['reviewed by its author', approveReport(sent, 'p1', ['p1'], by), 'report-own-review'],
  ['reviewed by a colleague', returnReport(sent, 'p2', reviewers, { why: 'x', at: by }), 'report-not-yours-to-review'],
])('a report %s is refused', (_, answer, code) => {
  expect(answered(answer)).toBe(code)
})

test('superior and head review, and whoever acts for them on the day', () => {
  const deputies = [
    { employee: 'plt', inPlaceOf: 'head', from: '2021-07-01' as Day, until: '2021-07-31' as Day },
    { employee: 'past', inPlaceOf: 'boss', from: null, until: '2021-07-20' as Day },
    { employee: 'p1', inPlaceOf: 'boss', from: null, until: null },
  ]
  expect(reviewersOf('p1', { supervisor: 'boss', head: 'head' }, deputies, wednesday)).toEqual(['boss', 'head', 'plt'])
  expect(reviewersOf('head', { supervisor: null, head: 'head' }, deputies, wednesday)).toEqual(['plt'])
})
