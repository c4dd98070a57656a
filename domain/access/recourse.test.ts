import { describe, expect, test } from 'vitest'
import { type Course, happenings, standingOf } from './recourse.ts'

const day = 24 * 3_600_000
const levels = ['superior', 'head', 'personnel_agency'] as const
type Level = (typeof levels)[number]
const asked: Course<Level> = { askedAt: 0, decision: null, appealedAt: null, appealDecision: null }
const refusedBy = (level: Level, at: number) => ({ outcome: 'refused', level, at }) as const
const standing = (course: Partial<Course<Level>>, now: number) => standingOf({ ...asked, ...course }, levels, now)

describe('whose word it waits for', () => {
  test.each([
    [0, 'superior', 3 * day],
    [3 * day - 1, 'superior', 3 * day],
    [3 * day, 'head', 6 * day],
    [6 * day, 'personnel_agency', null],
    [600 * day, 'personnel_agency', null],
  ] as const)('after %i ms: %s', (now, level, until) => {
    expect(standing({}, now)).toEqual({ state: 'waiting', level, until, appealable: false, open: true })
  })

  test('an appeal goes to the level above, and climbs on from there', () => {
    const appealed = { decision: refusedBy('superior', day), appealedAt: 2 * day }
    expect(standing(appealed, 2 * day)).toMatchObject({ level: 'head', until: 5 * day, open: true })
    expect(standing(appealed, 5 * day)).toMatchObject({ level: 'personnel_agency', until: null })
  })

  test('an appeal against the last level goes to it once more', () => {
    const appealed = { decision: refusedBy('personnel_agency', day), appealedAt: 2 * day }
    expect(standing(appealed, 9 * day)).toMatchObject({ level: 'personnel_agency' })
  })
})

describe('a refusal', () => {
  test('can be appealed for three days, in which the day is open', () => {
    const refused = { decision: refusedBy('superior', day) }
    expect(standing(refused, 4 * day - 1)).toMatchObject({ state: 'refused', appealable: true, open: true })
    expect(standing(refused, 4 * day)).toMatchObject({ state: 'refused', appealable: false, open: false })
  })

  test('of the appeal is the last', () => {
    const course = {
      decision: refusedBy('superior', day),
      appealedAt: 2 * day,
      appealDecision: refusedBy('head', 3 * day),
    }
    expect(standing(course, 3 * day)).toMatchObject({ state: 'refused', appealable: false, open: false })
  })
})

test('once accepted it is closed, by whom and whenever that was', () => {
  const accepted = { outcome: 'accepted', level: 'head', at: day } as const
  expect(standing({ decision: accepted }, 9 * day)).toMatchObject({ state: 'accepted', open: false })
  const onAppeal = { decision: refusedBy('superior', day), appealedAt: 2 * day, appealDecision: accepted }
  expect(standing(onAppeal, 9 * day)).toMatchObject({ state: 'accepted', open: false })
})

describe('what has happened', () => {
  const course = { ...asked, decision: refusedBy('head', 4 * day), appealedAt: 5 * day }

  test('tells each rise at its moment, and none that the time has not come for', () => {
    expect(happenings(asked, levels, 3 * day - 1)).toEqual([{ kind: 'asked', at: 0, level: 'superior' }])
    expect(happenings(course, levels, 20 * day)).toEqual([
      { kind: 'asked', at: 0, level: 'superior' },
      { kind: 'rose', at: 3 * day, level: 'head' },
      { kind: 'refused', at: 4 * day, level: 'head' },
      { kind: 'appealed', at: 5 * day, level: 'personnel_agency' },
    ])
  })
})

test('hours are hours: from Friday evening over the weekend to Monday evening', () => {
  const friday = Date.parse('2021-07-23T18:00:00+08:00')
  const monday = Date.parse('2021-07-26T18:00:00+08:00')
  expect(standingOf({ ...asked, askedAt: friday }, levels, friday).until).toBe(monday)
  expect(standingOf({ ...asked, askedAt: friday }, levels, monday).level).toBe('head')
})
