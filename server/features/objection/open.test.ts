/** SQL finds whose day is open without the domain: for every course both say the same, at the millisecond. */
import { hoursToAnswer, type Ruling } from '@piket/domain/access/recourse.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import * as corrections from '../correction/queries.ts'
import { openOn, ownCorrections } from '../correction/service.ts'
import { findRegion } from '../region/service.ts'
import * as objections from './queries.ts'
import { objectedOn, ownObjections } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const hour = 3_600_000
/** Of the first decision. */
const decided = morning
/** The last moment at which it can be appealed is the one before. */
const closed = decided + hoursToAnswer * hour
type End = Ruling<string>['outcome']

interface Course {
  readonly decision?: End
  readonly appealed?: true
  readonly appealDecision?: End
  readonly withdrawn?: true
}

const courses: readonly (readonly [string, Course])[] = [
  ['asked', {}],
  ['granted', { decision: 'accepted' }],
  ['refused', { decision: 'refused' }],
  ['appealed', { decision: 'refused', appealed: true }],
  ['granted on appeal', { decision: 'refused', appealed: true, appealDecision: 'accepted' }],
  ['refused on appeal', { decision: 'refused', appealed: true, appealDecision: 'refused' }],
  ['withdrawn', { withdrawn: true }],
  ['withdrawn after a refusal', { decision: 'refused', withdrawn: true }],
  ['withdrawn after the appeal', { decision: 'refused', appealed: true, withdrawn: true }],
]
/** Each course has a day of its own. */
const dayOf = (index: number): Day => addDays('2021-06-01' as Day, index)
const uuid = (index: number) => `20000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const at = (moment: number) => new Date(moment).toISOString()
const employee = 'a2'
const region = await findRegion(app.db, 'sungai-uji')
if (!region) throw new Error('The sample region is missing.')

beforeAll(() =>
  as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
    for (const [index, [, { decision, appealed, appealDecision, withdrawn }]] of courses.entries()) {
      const asked = { employee_id: employee, day: dayOf(index), reason: 'Sebab', asked_at: at(decided - 2 * hour) }
      const rounds = [decision, appealDecision].flatMap((outcome, before) => (outcome ? [{ outcome, before }] : []))
      const ruled = rounds.map(({ outcome, before }) => ({
        ...{ employee_id: employee, round: before + 1, outcome, reason: 'Sebab', decided_by: 'a0' },
        decided_at: at(decided + 2 * before * hour),
      }))
      const [correction_id, objection_id] = [uuid(index), uuid(index)]
      const present = { kind: 'present', moment: 'in', place: 'office', at: at(decided), file: null }
      await objections.addObjection(tx, {
        ...{ ...asked, objection_id, kind: 'roster', standing: false, staff_column: null, clause: null },
        ...{ receipt: '{}', seen_receipt: '{}' },
      })
      if (!withdrawn) await corrections.addCorrection(tx, { ...asked, ...present, correction_id })
      for (const one of ruled) {
        const answer = { clause: null, changed_at: '/sungai-uji/jadwal', right_from: null, decided_as: 'head' }
        await objections.addDecision(tx, { ...one, ...answer, objection_id })
        if (!withdrawn) await corrections.addDecision(tx, { ...one, correction_id, decided_as: 'head' })
      }
      const appeal = { appealed_at: at(decided + hour), appealed_for: 'Tetap' }
      if (appealed) await objections.markObjection(tx, employee, objection_id, appeal)
      if (appealed && !withdrawn)
        await corrections.appeal(tx, employee, correction_id, appeal.appealed_for, appeal.appealed_at)
      if (withdrawn) await objections.markObjection(tx, employee, objection_id, { withdrawn_at: at(decided + hour) })
    }
  }),
)

/** Whether a course is open, before and from the end of the time to appeal. */
const expected = ({ decision, appealed, appealDecision, withdrawn }: Course, now: number): boolean => {
  if (withdrawn || appealDecision || decision === 'accepted') return false
  return decision === undefined || appealed === true || now < closed
}

test.each([
  ['one millisecond before the time to appeal has run out', closed - 1],
  ['when it has', closed],
  ['one millisecond later', closed + 1],
])('%s', async (_, now) => {
  served.moment = now
  const own = {
    corrections: await ownCorrections(app, region, employee),
    objections: await ownObjections(app, region, employee),
  }
  for (const [index, [name, course]] of courses.entries()) {
    const day = dayOf(index)
    const found = await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => ({
      correction: (await openOn(tx, app, day, [employee])).has(employee),
      objection: (await objectedOn(tx, app, day, [employee])).has(employee),
    }))
    const standing = {
      correction: own.corrections.find((one) => one.day === day)?.standing.open ?? false,
      objection: own.objections.find((one) => one.day === day)?.standing.open,
    }
    const open = expected(course, now)
    expect([name, found]).toEqual([name, { correction: open, objection: open }])
    expect([name, standing]).toEqual([name, found])
  }
})
