import { describe, expect, test } from 'vitest'
import { type CorrectionCourse, correctionLevels, correctionStanding, levelsFor } from './correction.ts'

const day = 24 * 3_600_000
const asked: CorrectionCourse = { askedAt: 0, decision: null, appealedAt: null, appealDecision: null }
const refusedBy = (level: (typeof correctionLevels)[number], at: number) => ({ outcome: 'refused', level, at }) as const
const standing = (course: Partial<CorrectionCourse>, now: number, levels = correctionLevels) =>
  correctionStanding({ ...asked, ...course }, levels, now)

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

test.each([
  [{ superior: true, head: false, superiorIsHead: false }, ['superior', 'head', 'personnel_agency']],
  [{ superior: true, head: false, superiorIsHead: true }, ['superior', 'personnel_agency']],
  [{ superior: false, head: false, superiorIsHead: false }, ['head', 'personnel_agency']],
  [{ superior: false, head: true, superiorIsHead: false }, ['personnel_agency']],
  [{ superior: true, head: true, superiorIsHead: false }, ['superior', 'personnel_agency']],
])('%j has the levels %j', (person, levels) => {
  expect(levelsFor(person)).toEqual(levels)
})
