import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ruling } from '../access/recourse.ts'
import type { Day } from '../calendar/day.ts'
import {
  type Desk,
  desksFor,
  isObjectionDay,
  isRightFrom,
  type ObjectionCourse,
  type ObjectionKind,
  objectionHistory,
  objectionKinds,
  objectionStanding,
} from './objection.ts'

const hour = 3_600_000
const asked: ObjectionCourse = {
  askedAt: 0,
  decision: null,
  appealedAt: null,
  appealDecision: null,
  withdrawnAt: null,
}

test.each<[ObjectionKind, boolean, Desk[]]>([
  ['record', false, ['personnel_agency', 'regional_head']],
  ['record', true, ['personnel_agency', 'regional_head']],
  ['clause', false, ['organisation_bureau', 'regional_head']],
  ['roster', false, ['head', 'personnel_agency', 'regional_head']],
  ['roster', true, ['personnel_agency', 'regional_head']],
  ['health', false, ['personnel_agency', 'regional_head']],
])('%s, the person leads the agency: %s, goes to %j', (kind, leads, desks) => {
  expect(desksFor(kind, { leads })).toEqual(desks)
})

test.each([
  [0, 'head', 72],
  [71.99, 'head', 72],
  [72, 'personnel_agency', 144],
  [144, 'regional_head', null],
  [9000, 'regional_head', null],
] as const)('after %s hours an objection to a roster waits for %s', (hours, level, until) => {
  const standing = objectionStanding(asked, desksFor('roster', { leads: false }), hours * hour)
  expect(standing).toMatchObject({ state: 'waiting', level, until: until && until * hour, open: true })
})

test('withdrawn it is closed, whatever was decided before, and rises no more', () => {
  const levels = desksFor('roster', { leads: false })
  const withdrawn = { ...asked, withdrawnAt: 80 * hour }
  expect(objectionStanding(withdrawn, levels, 81 * hour)).toEqual({
    ...{ state: 'withdrawn', level: null, until: null, appealable: false, open: false },
  })
  expect(objectionHistory(withdrawn, levels, 900 * hour).map(({ kind }) => kind)).toEqual(['asked', 'rose'])
})

test.each([
  ['2021-06-20', true],
  ['2021-06-19', false],
  ['2021-08-21', true],
  ['2021-08-22', false],
] as [Day, boolean][])('%s can be objected to on 21 July: %s', (day, expected) => {
  expect(isObjectionDay(day, '2021-07-21' as Day)).toBe(expected)
})

const steps = ['wait', 'accept', 'refuse', 'appeal', 'withdraw'] as const

test('no order of steps leaves an objection without a desk, or lets a desk answer twice', () => {
  const step = fc.record({ does: fc.constantFrom(...steps), hours: fc.integer({ min: 0, max: 100 }) })
  const kind = fc.constantFrom(...(Object.keys(objectionKinds) as ObjectionKind[]))
  fc.assert(
    fc.property(kind, fc.boolean(), fc.array(step, { maxLength: 12 }), (what, leads, taken) => {
      const levels = desksFor(what, { leads })
      let course = asked
      let now = 0
      let wasOpen = true
      for (const { does, hours } of taken) {
        now += hours * hour
        course = after(course, does, objectionStanding(course, levels, now), now)
        const standing = objectionStanding(course, levels, now)
        expect(standing.state === 'waiting').toBe(standing.level !== null)
        if (standing.level !== null) {
          expect(levels).toContain(standing.level)
          expect(objectionHistory(course, levels, now).at(-1)?.level).toBe(standing.level)
        }
        expect(standing.open).toBe(standing.level !== null || standing.appealable)
        // What was closed stays closed.
        if (!wasOpen) expect(standing.open).toBe(false)
        wasOpen = standing.open
        const [first, second] = [course.decision, course.appealDecision].map((one) =>
          levels.indexOf(one?.level as Desk),
        )
        if (course.appealDecision) expect(second).toBeGreaterThanOrEqual(first ?? 0)
      }
    }),
  )
})

/** What a step makes of it where it is open to somebody. */
function after(
  course: ObjectionCourse,
  does: (typeof steps)[number],
  { level, appealable, open }: ReturnType<typeof objectionStanding>,
  at: number,
): ObjectionCourse {
  if (does === 'withdraw') return open ? { ...course, withdrawnAt: at } : course
  if (does === 'appeal') return appealable ? { ...course, appealedAt: at } : course
  if (does === 'wait' || level === null) return course
  const ruling: Ruling<Desk> = { outcome: does === 'accept' ? 'accepted' : 'refused', level, at }
  return course.appealedAt === null ? { ...course, decision: ruling } : { ...course, appealDecision: ruling }
}

test.each<[string, boolean]>([
  ['2021-07-20', false],
  ['2021-07-21', true],
  ['2022-07-22', true],
  ['2022-07-23', false],
])('a record that was wrong on 2021-07-21 can be right from %s: %s', (from, isRight) => {
  expect(isRightFrom(from as Day, '2021-07-21' as Day)).toBe(isRight)
})
