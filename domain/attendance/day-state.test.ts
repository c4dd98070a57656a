import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { minutesOf, momentOf } from '../calendar/zone.ts'
import type { CheckInPlace } from './check-in-record.ts'
import {
  attendanceReturn,
  type DayInput,
  type DayStateName,
  type DeviationKind,
  dayState,
  type JudgedCheckIn,
} from './day-state.ts'
import { type Evidence, gradeEvidence } from './evidence.ts'
import { arrive, noShow, orderRecall, type Recall } from './recall.ts'

const date = '2021-07-21' as Day
const at = (time: string) => momentOf(date, minutesOf(time), 420)
const evidence = (place: CheckInPlace, change: Partial<Parameters<typeof gradeEvidence>[0]> = {}): Evidence =>
  gradeEvidence({
    place,
    stated: true,
    position: null,
    places: [],
    officeCode: place === 'office',
    vouchers: [],
    ...change,
  })
const came = (place: CheckInPlace, time: string, change: Partial<JudgedCheckIn> = {}): JudgedCheckIn => ({
  kind: 'in',
  place,
  at: at(time),
  timing: 'on_time',
  evidence: evidence(place),
  ...change,
})
const all = (place: DayInput['plan'][number]['place']) => [{ span: '00:00-24:00', place }]
const base: DayInput = {
  plan: all('home'),
  recall: null,
  checkIns: [],
  windows: [
    { kind: 'in', opensAt: at('06:00'), closesAt: at('07:30') },
    { kind: 'out', opensAt: at('16:00'), closesAt: at('24:00') },
  ],
  now: at('09:20'),
  date,
  offset: 420,
}
const far: Evidence = { ...evidence('home'), proximity: { to: 'baamang', band: 'away', within: 5_000, accuracy: 20 } }
const call = orderRecall({
  person: 'p1',
  reason: 'meeting',
  to: 'Aula',
  orderedAt: at('08:00'),
  arriveByAt: at('09:00'),
  planned: 'home',
  atOffice: false,
  allowed: ['meeting'],
  earlier: [],
}) as Recall
const fromNoon = (first: 'office' | 'home' | 'off', then: 'office' | 'leave') => [
  { span: '00:00-12:00', place: first },
  { span: '12:00-24:00', place: then },
]

test.each<[string, Partial<DayInput>, DayStateName, string | null, DeviationKind | null]>([
  ['at home as planned', { checkIns: [came('home', '07:28')] }, 'at_home', '07:28', null],
  ['before the deadline nobody is missing', { now: at('07:10') }, 'not_due', null, null],
  ['after it they are', {}, 'not_recorded', null, 'not_recorded'],
  ['hours that cannot be said make nobody missing', { windows: [] }, 'not_due', null, null],
  [
    'who is to come after a free morning has time to get there',
    { plan: fromNoon('off', 'office'), now: at('12:40') },
    'not_due',
    null,
    null,
  ],
  ['and is missing then', { plan: fromNoon('off', 'office'), now: at('13:10') }, 'not_recorded', null, 'not_recorded'],
  ['leave excuses', { plan: all('leave') }, 'excused', '00:00', null],
  ['a day off excuses', { plan: all('off') }, 'excused', '00:00', null],
  [
    'work on leave is shown',
    { plan: all('leave'), checkIns: [came('home', '07:28')] },
    'at_home',
    '07:28',
    'working_while_excused',
  ],
  ['at the office instead of at home', { checkIns: [came('office', '07:05')] }, 'at_office', '07:05', 'other_place'],
  ['in the field as planned', { plan: all('field'), checkIns: [came('field', '08:00')] }, 'in_field', '08:00', null],
  [
    'another office is an office',
    { plan: all('other_office'), checkIns: [came('office', '07:05')] },
    'at_office',
    '07:05',
    null,
  ],
  [
    'where the plan is open any place is right',
    { plan: all('conflict'), checkIns: [came('office', '07:05')] },
    'at_office',
    '07:05',
    null,
  ],
  ['late', { checkIns: [came('home', '08:01', { timing: 'late' })] }, 'at_home', '08:01', 'late'],
  ['credited is on time', { checkIns: [came('home', '08:01', { timing: 'credited' })] }, 'at_home', '08:01', null],
  [
    'undecided is for the superior',
    { checkIns: [came('home', '08:01', { timing: 'undecided' })] },
    'at_home',
    '08:01',
    'time_undecided',
  ],
  [
    'the point lies elsewhere',
    { checkIns: [came('home', '07:28', { evidence: far })] },
    'elsewhere',
    '07:28',
    'location_differs',
  ],
  [
    'little evidence for the office',
    {
      plan: all('office'),
      checkIns: [came('office', '07:20', { evidence: evidence('office', { officeCode: false }) })],
    },
    'at_office',
    '07:20',
    'evidence_thin',
  ],
  [
    'moved to the office at noon',
    { plan: fromNoon('home', 'office'), checkIns: [came('home', '07:28'), came('office', '12:20')], now: at('13:30') },
    'at_office',
    '12:20',
    null,
  ],
  [
    'still on the way',
    { plan: fromNoon('home', 'office'), checkIns: [came('home', '07:28')], now: at('12:40') },
    'at_home',
    '07:28',
    null,
  ],
  [
    'not moved',
    { plan: fromNoon('home', 'office'), checkIns: [came('home', '07:28')], now: at('13:30') },
    'at_home',
    '07:28',
    'other_place',
  ],
  [
    'on leave from noon on',
    { plan: fromNoon('office', 'leave'), checkIns: [came('office', '07:28')], now: at('13:30') },
    'excused',
    '12:00',
    null,
  ],
  [
    'who was late stays late after moving',
    {
      plan: fromNoon('home', 'office'),
      checkIns: [came('home', '08:28', { timing: 'late' }), came('office', '12:20')],
      now: at('13:30'),
    },
    'at_office',
    '12:20',
    'late',
  ],
  [
    'recalled, the deadline not passed',
    { recall: call, checkIns: [came('home', '07:28')], now: at('08:50') },
    'at_home',
    '07:28',
    null,
  ],
  [
    'recalled and not there',
    { recall: call, checkIns: [came('home', '07:28')] },
    'at_home',
    '07:28',
    'recall_not_followed',
  ],
  [
    'recalled and never heard of',
    { recall: noShow(call, at('09:10')) as Recall },
    'not_recorded',
    null,
    'recall_not_followed',
  ],
  [
    'recalled and there',
    { recall: arrive(call, at('08:58')) as Recall, checkIns: [came('home', '07:28'), came('office', '08:58')] },
    'at_office',
    '08:58',
    null,
  ],
  [
    'left before the end',
    { checkIns: [came('home', '07:28'), came('home', '14:00', { kind: 'out', timing: 'early' })], now: at('15:00') },
    'at_home',
    '07:28',
    'left_early',
  ],
])('%s', (_, change, state, since, deviation) => {
  const found = dayState({ ...base, ...change })
  expect([found.state, found.since, found.deviation?.kind ?? null]).toEqual([state, since && at(since), deviation])
})

test('a statement of a unit counts everybody once, and takes one tap when nothing deviates', () => {
  const planned = (person: string, place: 'office' | 'home') => ({
    person,
    day: dayState({ ...base, plan: all(place), checkIns: [came(place, '07:20')] }),
  })
  const limits = { officeMost: 1, officeLeast: 1, minima: [{ name: 'Loket 2', least: 1, people: ['a'] }] }
  const calm = attendanceReturn([planned('a', 'office'), planned('b', 'home'), planned('c', 'home')], limits)
  expect(calm).toMatchObject({ people: 3, nothingDeviates: true, tooFull: 0, tooEmpty: 0, lacking: [], deviations: [] })
  expect(calm.counts).toMatchObject({ at_office: 1, at_home: 2, not_recorded: 0 })
  const full = attendanceReturn([planned('b', 'office'), planned('c', 'office')], limits)
  expect(full).toMatchObject({
    tooFull: 1,
    lacking: [{ name: 'Loket 2', lacks: 1, counters: 1 }],
    nothingDeviates: false,
  })
  const empty = attendanceReturn([{ person: 'a', day: dayState(base) }], limits)
  expect(empty).toMatchObject({ tooEmpty: 1, nothingDeviates: false })
  expect(empty.deviations).toEqual([
    { person: 'a', kind: 'not_recorded', words: { id: 'belum mencatat', en: 'has not checked in' } },
  ])
})

describe('a minimum', () => {
  const office = { ...base, plan: all('office') }
  const limits = { officeMost: null, officeLeast: 1, minima: [{ name: 'Loket 2', least: 1, people: ['a'] }] }
  const stated = (input: DayInput) => attendanceReturn([{ person: 'a', day: dayState(input) }], limits)
  const out = (time: string, timing: JudgedCheckIn['timing']) => came('office', time, { kind: 'out', timing })

  test('is not missed before people have to be there', () => {
    expect(stated({ ...office, now: at('07:00') })).toMatchObject({ tooEmpty: 0, lacking: [] })
    expect(stated({ ...office, now: at('07:40') })).toMatchObject({ tooEmpty: 1, lacking: [{ lacks: 1 }] })
  })

  test('stays met when people go home at the end, and is missed when they go early', () => {
    const evening = { ...office, now: at('18:00') }
    const [early, inTime] = [out('14:00', 'early'), out('16:05', 'on_time')]
    expect(stated({ ...evening, checkIns: [came('office', '07:20'), inTime] })).toMatchObject({
      tooEmpty: 0,
      lacking: [],
    })
    expect(stated({ ...evening, checkIns: [came('office', '07:20'), early] })).toMatchObject({
      lacking: [{ lacks: 1 }],
    })
  })

  test('of several counters of one service is said once', () => {
    const counter = (person: string) => ({ name: 'Loket', least: 2, people: [person] })
    const sum = attendanceReturn([], { ...limits, minima: [counter('a'), counter('b')] })
    expect(sum.lacking).toEqual([{ name: 'Loket', lacks: 4, counters: 2 }])
  })
})
