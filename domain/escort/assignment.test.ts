import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { assignmentRefused } from './assignment.ts'
import { proposeEscorts } from './escort.ts'
import { type EscortedActivity, type EscortTeam, usualEscortRules } from './escort-input.ts'
import { sampleDay } from './sample-day.ts'
import { type EscortAnswer, type EscortState, escortAnswerRefused } from './standing.ts'

const ground = { adjacent: [['kuaro', 'long-ikis']] as const, rules: usualEscortRules }
const team: EscortTeam = { id: 't', district: 'kuaro', village: null, capacity: 2 }
const at = (from: number, until: number, district = 'kuaro', village = 'lolo'): EscortedActivity => ({
  id: `${district} ${from}`,
  district,
  village,
  from,
  until,
})

test.each<[string, Partial<EscortTeam>, EscortedActivity, readonly EscortedActivity[], string | undefined]>([
  ['goes along in its district', {}, at(540, 720), [], undefined],
  ['goes along in the next one', {}, at(540, 720, 'long-ikis'), [], undefined],
  ['goes nowhere without a known way', {}, at(540, 720, 'muara-samu'), [], 'escort-team-elsewhere'],
  ['of a village stays there', { village: 'tajur' }, at(540, 720), [], 'escort-team-elsewhere'],
  ['of the region goes everywhere', { district: null }, at(540, 720, 'muara-samu'), [], undefined],
  [
    'that is away does not come',
    { unavailable: [{ from: 0, until: 1440 }] },
    at(540, 720),
    [],
    'escort-team-unavailable',
  ],
  ['that is away later comes', { unavailable: [{ from: 720, until: 800 }] }, at(540, 720), [], undefined],
  ['is not at two places', {}, at(540, 720), [at(700, 800)], 'escort-team-twice'],
  ['needs its time on the way', {}, at(540, 720, 'long-ikis'), [at(480, 530)], 'escort-team-twice'],
  ['comes after the way', {}, at(600, 720, 'long-ikis'), [at(480, 530)], undefined],
  ['takes no more than it can', { capacity: 1 }, at(600, 720), [at(480, 500)], 'escort-team-full'],
])('a team %s', (_, given, activity, taken, refused) => {
  expect(assignmentRefused({ ...team, ...given }, activity, taken, ground)).toBe(refused)
})

test('what the engine proposes nothing refuses', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const day = sampleDay({ seed, activities: 12, teams: 8, districts: 4, villagesEach: 3, capacity: 3 })
      const plan = proposeEscorts(day)
      if ('refused' in plan) throw new Error(plan.refused)
      const activityOf = (id: string) => day.activities.find((one) => one.id === id) as EscortedActivity
      for (const { activity, team: id } of plan.escorts) {
        const others = plan.escorts.filter((one) => one.team === id && one.activity !== activity)
        const own = day.teams.find((one) => one.id === id) as EscortTeam
        const taken = others.map((one) => activityOf(one.activity))
        expect(assignmentRefused(own, activityOf(activity), taken, day)).toBe(undefined)
      }
    }),
    { numRuns: 60, seed: 7 },
  )
})

const today = '2021-07-12' as Day
const tomorrow = '2021-07-13' as Day
const yesterday = '2021-07-11' as Day

test.each<[string, EscortAnswer, EscortState, Day, string, string | undefined]>([
  ['is accepted', 'accept', 'proposed', tomorrow, '', undefined],
  ['is not accepted twice', 'accept', 'accepted', tomorrow, '', 'escort-moved'],
  ['is not accepted when it is over', 'accept', 'proposed', yesterday, '', 'escort-day-over'],
  ['is handed on with a reason', 'hand_on', 'accepted', today, 'Piket pasar', undefined],
  ['is not handed on without one', 'hand_on', 'proposed', today, ' ', 'escort-reason-missing'],
  ['is not handed on when it is over', 'hand_on', 'accepted', yesterday, 'Hujan', 'escort-day-over'],
  ['is attended on its day', 'attend', 'accepted', today, '', undefined],
  ['is attended unasked', 'attend', 'proposed', yesterday, '', undefined],
  ['is not attended before', 'attend', 'accepted', tomorrow, '', 'escort-day-ahead'],
  ['is missed with a reason', 'miss', 'accepted', today, 'Tidak tampak', undefined],
  ['is not missed without one', 'miss', 'accepted', today, '', 'escort-reason-missing'],
  ['that was attended is not missed', 'miss', 'attended', today, 'Keliru', 'escort-moved'],
  ['is attended late', 'attend', 'absent', today, '', undefined],
  ['that was handed on is another team’s', 'attend', 'handed_on', today, '', 'escort-moved'],
])('an escort %s', (_, answer, state, day, words, refused) => {
  expect(escortAnswerRefused(answer, { state, day }, words, today)).toBe(refused)
})
