import { expect, test } from 'vitest'
import type { Day, Time } from '../calendar/day.ts'
import {
  type ActivityMove,
  type ActivityState,
  activityMoves,
  activityStates,
  daysOfSeries,
  ends,
  mostInSeries,
  moveRefused,
  moves,
  type Wish,
  wishRefused,
} from './activity.ts'

const today = '2021-07-12' as Day
const tomorrow = '2021-07-13' as Day

test.each<[string, ActivityMove, ActivityState, Day, string, string | undefined]>([
  ['is asked for', 'ask', 'registered', tomorrow, '', undefined],
  ['is asked for again after a no', 'ask', 'refused', tomorrow, '', undefined],
  ['is asked for again under a new clause', 'ask', 'cleared', tomorrow, '', undefined],
  ['is not asked for twice', 'ask', 'asked', tomorrow, '', 'activity-moved'],
  ['is cleared without conditions', 'clear', 'asked', tomorrow, '', undefined],
  ['is cleared for who called', 'clear', 'registered', today, '', undefined],
  ['is cleared with a team that goes along', 'escort', 'asked', tomorrow, 'Satgas Kuaro', undefined],
  ['is escorted by somebody, who is named', 'escort', 'cleared', tomorrow, ' ', 'activity-words-missing'],
  ['is postponed with a reason', 'postpone', 'refused', tomorrow, 'zona merah', undefined],
  ['is not postponed once its day is over', 'postpone', 'cleared', '2021-07-11' as Day, 'hujan', 'activity-over'],
  ['is not refused without a reason', 'refuse', 'asked', tomorrow, ' ', 'activity-words-missing'],
  ['is refused after it was cleared', 'refuse', 'cleared', tomorrow, 'jalan putus', undefined],
  ['is not cleared after its day', 'clear', 'asked', '2021-07-11' as Day, '', 'activity-over'],
  ['is not done before its day', 'carry_out', 'cleared', tomorrow, '', 'activity-ahead'],
  ['is done late in the telling', 'carry_out', 'cleared', '2021-07-01' as Day, '', undefined],
  ['is done although it was refused', 'carry_out', 'refused', today, '', undefined],
  ['is cancelled with a reason', 'cancel', 'cleared', tomorrow, 'hujan', undefined],
  ['is not cancelled without one', 'cancel', 'cleared', tomorrow, '', 'activity-words-missing'],
])('it %s', (_, move, state, day, words, refused) => {
  expect(moveRefused(move, { state, day }, words, today)).toBe(refused)
})

test('nothing leads out of what has ended, and every other state can be left', () => {
  for (const state of activityStates) {
    const ways = activityMoves.filter((move) => moves[move].from.includes(state))
    expect(ways.length > 0).toBe(!ends.has(state))
  }
})

const wish: Wish = {
  day: tomorrow,
  from: '09:00' as Time,
  until: '12:00' as Time,
  setting: 'village',
  village: '64.01.04.2003',
  purpose: 'Perekaman KTP-el',
  place: '',
}

test.each<[string, Partial<Wish>, string | undefined]>([
  ['in a village', {}, undefined],
  ['of today', { day: today }, undefined],
  ['of yesterday', { day: '2021-07-11' as Day }, 'activity-day-past'],
  ['of the year after next', { day: '2022-07-14' as Day }, 'activity-too-far'],
  ['that ends before it begins', { until: '08:00' as Time }, 'activity-times-reversed'],
  ['that ends as it begins', { until: '09:00' as Time }, 'activity-times-reversed'],
  ['without a purpose', { purpose: ' ' }, 'activity-incomplete'],
  ['in no village', { village: null }, 'activity-incomplete'],
  ['at a meeting nowhere', { setting: 'meeting', village: null }, 'activity-incomplete'],
  ['at a meeting somewhere', { setting: 'meeting', village: null, place: 'Pendopo' }, undefined],
])('an activity %s', (_, given, refused) => {
  expect(wishRefused({ ...wish, ...given }, today)).toBe(refused)
})

test('a series keeps its weekday, ends with its last day, and is never longer than half a year of weeks', () => {
  expect(daysOfSeries(today, 'once', '2021-12-31' as Day)).toEqual([today])
  expect(daysOfSeries(today, 'fortnightly', '2021-08-09' as Day)).toEqual(['2021-07-12', '2021-07-26', '2021-08-09'])
  expect(daysOfSeries(today, 'monthly', '2021-09-05' as Day)).toEqual(['2021-07-12', '2021-08-09'])
  expect(daysOfSeries(today, 'weekly', '2031-01-01' as Day)).toHaveLength(mostInSeries)
  expect(daysOfSeries(today, 'weekly', '2021-07-11' as Day)).toEqual([])
})
