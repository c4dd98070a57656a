import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursToAnswer } from '../access/recourse.ts'
import {
  type CaseAnswer,
  type CaseCourse,
  type CaseDesk,
  type CasePhase,
  caseAnswerFault,
  caseDesks,
  caseLevels,
  caseStanding,
  type Measure,
  measuresFor,
  shownCount,
} from './case.ts'

const hour = 3_600_000
const term = hoursToAnswer
const begun: CaseCourse = {
  openedAt: 0,
  clarifiedAt: null,
  hasSuperior: true,
  viewedAt: null,
  decision: null,
  appealedAt: null,
  appealDecision: null,
}
const ruled = (outcome: 'upheld' | 'dismissed', level: CaseDesk, hours: number) => ({
  outcome,
  level,
  at: hours * hour,
})
const upheld = ruled('upheld', 'head', 10)
const explained = { clarifiedAt: hour, viewedAt: 2 * hour }

test.each<[string, Partial<CaseCourse>, number, CasePhase, CaseDesk | null, number | null]>([
  ['the person is asked first', {}, 1, 'clarification', null, term],
  ['then the superior, once the person has explained', { clarifiedAt: 5 * hour }, 6, 'view', null, 5 + term],
  ['or has let the time pass', {}, term, 'view', null, 2 * term],
  [
    'a late explanation gives the superior no more time',
    { clarifiedAt: (term + 9) * hour },
    term + 10,
    'view',
    null,
    2 * term,
  ],
  ['then the head decides', explained, 3, 'decision', 'head', 2 + term],
  ['also where nobody said a word', {}, 2 * term, 'decision', 'head', 3 * term],
  [
    'also where there is no superior to ask',
    { hasSuperior: false, clarifiedAt: hour },
    2,
    'decision',
    'head',
    1 + term,
  ],
  ['a head who does not decide is passed by', explained, 2 + term, 'decision', 'personnel_agency', 2 + 2 * term],
  ['the last desk keeps the word', explained, 2 + 9 * term, 'decision', 'regional_head', null],
  ['what is dismissed is closed', { ...explained, decision: ruled('dismissed', 'head', 10) }, 11, 'closed', null, null],
  ['what is upheld can be appealed', { ...explained, decision: upheld }, 11, 'appealable', null, 10 + term],
  ['but not for ever', { ...explained, decision: upheld }, 10 + term, 'closed', null, null],
  [
    'an appeal goes one up',
    { ...explained, decision: upheld, appealedAt: 12 * hour },
    13,
    'appeal',
    'personnel_agency',
    12 + term,
  ],
  [
    'and is the last word',
    { ...explained, decision: upheld, appealedAt: 12 * hour, appealDecision: ruled('upheld', 'personnel_agency', 14) },
    15,
    'closed',
    null,
    null,
  ],
])('%s', (_, given, hours, phase, level, until) => {
  const standing = caseStanding({ ...begun, ...given }, caseLevels({ leads: false }), hours * hour)
  expect([standing.phase, standing.level, standing.until]).toEqual([phase, level, until === null ? null : until * hour])
})

test('nobody decides their own: of who leads an agency the head is no desk', () => {
  expect(caseStanding({ ...begun, ...explained }, caseLevels({ leads: true }), 3 * hour).level).toBe('personnel_agency')
})

test('whatever has happened and whenever it is looked at, one turn runs, and it has begun', () => {
  const moment = fc.option(fc.integer({ min: 0, max: 800 * hour }))
  fc.assert(
    fc.property(
      moment,
      moment,
      fc.boolean(),
      fc.integer({ min: 0, max: 900 * hour }),
      (clarifiedAt, viewed, has, now) => {
        const course = {
          ...begun,
          clarifiedAt,
          hasSuperior: has,
          viewedAt: viewed === null ? null : viewed + (clarifiedAt ?? 0),
        }
        const { since, until, phase } = caseStanding(course, caseDesks, now)
        expect(since).toBeLessThanOrEqual(now)
        if (until !== null) expect(until).toBeGreaterThan(now)
        expect(phase).not.toBe('closed')
      },
    ),
  )
})

const ladder: readonly Measure[] = [
  { measure: 'word', version: 1, rank: 1, desk: 'head' },
  { measure: 'letter', version: 2, rank: 2, desk: 'head' },
  { measure: 'allowance', version: 1, rank: 3, desk: 'personnel_agency' },
  { measure: 'post', version: 1, rank: 4, desk: 'regional_head' },
]

test.each<[string, CaseDesk, Pick<Measure, 'rank'> | null | undefined, readonly string[]]>([
  ['a head pronounces the mild ones', 'head', undefined, ['word', 'letter']],
  ['the regional head all of them', 'regional_head', undefined, ['word', 'letter', 'allowance', 'post']],
  ['an appeal makes nothing heavier', 'regional_head', { rank: 2 }, ['word', 'letter']],
  ['nor takes a measure where none was taken', 'regional_head', null, []],
])('%s', (_, desk, appealed, open) => {
  expect(measuresFor(ladder, desk, appealed).map(({ measure }) => measure)).toEqual(open)
})

const whole: CaseAnswer = { outcome: 'upheld', reason: 'Terbukti', clause: 'ppkm/c3', measure: 'word' }
test.each<[string, Partial<CaseAnswer>, string | undefined]>([
  ['is whole', {}, undefined],
  ['is whole without a measure', { measure: null }, undefined],
  ['gives its reason', { reason: ' ' }, 'case-reason-missing'],
  ['cites a clause', { clause: null }, 'case-clause-missing'],
  ['cites one of the case', { clause: 'lain/c1' }, 'case-clause-missing'],
  ['takes a measure that is open to the desk', { measure: 'post' }, 'case-measure-not-open'],
  ['takes none where nothing was broken', { outcome: 'dismissed', clause: null }, 'case-measure-without-breach'],
  ['needs no clause where nothing was broken', { outcome: 'dismissed', clause: null, measure: null }, undefined],
])('an answer %s', (_, given, fault) => {
  expect(caseAnswerFault({ ...whole, ...given }, ['ppkm/c3'], measuresFor(ladder, 'head'))).toBe(fault)
})

test('no number under five is told from another, and no shown number is exact', () => {
  expect([0, 1, 4].map(shownCount)).toEqual([null, null, null])
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 10_000 }), (count) => {
      const shown = shownCount(count) ?? 0
      const alike = [count - 2, count - 1, count, count + 1, count + 2].filter((one) => shownCount(one) === shown)
      expect(Math.abs(shown - count)).toBeLessThanOrEqual(2)
      expect(alike.length).toBeGreaterThan(1)
    }),
  )
})
