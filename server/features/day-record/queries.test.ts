import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  absencesBetween,
  addRecords,
  agencyDays,
  closings,
  firstRecordedDay,
  keepClosing,
  lockDay,
  recordsBetween,
  recordsOn,
  replaceRecords,
  touchedSince,
  unsettledDays,
} from './queries.ts'

test('the SQL of records of days', async () => {
  const { tx, said } = sayingTx()
  const [day, at] = ['2026-06-09', '2026-06-10T00:00:00Z']
  await lockDay(tx, day)
  await firstRecordedDay(tx)
  await closings(tx, { from: day, until: day })
  await touchedSince(tx, day)
  await recordsOn(tx, day)
  await recordsBetween(tx, { from: day, until: day, employees: ['e1'] })
  await recordsBetween(tx, { from: day, until: day, agency: 'dlh' })
  await unsettledDays(tx)
  await absencesBetween(tx, { from: day, until: day })
  await agencyDays(tx, { from: day, until: day })
  await agencyDays(tx, { from: day, until: day, agency: 'dlh' })
  await replaceRecords(tx, day, ['e1'], at)
  const words = { agency_id: 'dlh', employment: 'pns', planned: 'office', clause: null, state: 'at_office' }
  const times = { deviation: null, standing: 'present', arrival: 'on_time', leaving: null }
  const numbers = {
    version: 1,
    minutes_late: 0,
    minutes_early: 0,
    evidence: 2,
    outage: null,
    report: null,
    open_for: [],
  }
  await addRecords(tx, day, [{ employee_id: 'e1', ...words, ...times, ...numbers }], at)
  await keepClosing(tx, day, at, { revision: 1, people: 1 })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
