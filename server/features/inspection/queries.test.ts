import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import * as queries from './queries.ts'

test('the SQL of inspections', async () => {
  const { tx, said } = sayingTx()
  const [id, day, at] = ['00000000-0000-4000-8000-000000000000', '2021-07-21', '2021-07-21T01:00:00Z']
  await queries.lockVisits(tx, day)
  await queries.lockNumbers(tx, day)
  await queries.lockInspection(tx, id)
  await queries.agenciesOn(tx, day)
  await queries.closedSince(tx, day)
  const planned = { inspection_id: id, day, agency_id: 'dinas-a', draw_id: null, reason: 'x', planned_by: 'a' }
  await queries.addInspection(tx, { ...planned, planned_at: at })
  await queries.inspectionById(tx, id)
  await queries.inspectionsSince(tx, day)
  await queries.beginRow(tx, id, { list: '[]', begun_by: 'a', begun_at: at })
  const mark = { inspection_id: id, mark_id: id, employee_id: 'a1', kind: 'found', note: '', inspector: 'a' }
  await queries.addMark(tx, { ...mark, marked_at: at, received_at: at })
  await queries.markById(tx, id, id)
  await queries.marksOf(tx, id)
  await queries.lastNumber(tx, day).catch(() => undefined)
  const office = {
    remark: null,
    office_name: null,
    team_signature: null,
    office_signature: null,
    office_word: 'nobody',
  }
  await queries.closeRow(tx, id, { ...office, number: 1, closed_by: 'a', closed_at: at })
  const finding = { kind: 'not_found', circular: 'c', clause: ['c1'], people: ['a1'] }
  await queries.addFindings(tx, id, [{ ...finding, finding_no: 1 }])
  await queries.findingRows(tx, id)
  await queries.replyRow(tx, id, { reply: 'x', replied_by: 'a', replied_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
