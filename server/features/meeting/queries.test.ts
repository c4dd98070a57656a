import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import * as queries from './queries.ts'

test('the SQL of meetings', async () => {
  const { tx, said } = sayingTx()
  const [id, day, at] = ['00000000-0000-4000-8000-000000000000', '2021-01-25', '2021-01-25T01:00:00Z']
  await queries.meetingRow(tx, id)
  await queries.lockedMeeting(tx, id)
  await queries.listedMeetings(tx, undefined)
  await queries.listedMeetings(tx, 'e1')
  const when = { day, starts_at: '09:00', ends_at: '12:00' }
  const where = { mode: 'video', place: 'Ruang video', link: null }
  await queries.addMeeting(tx, {
    ...{ meeting_id: id, title: 'Rapat', aim: 'Sikap', ...when, ...where },
    ...{ agenda: ['Laporan'], planned_by: 'a', planned_at: at },
  })
  await queries.participantRows(tx, id)
  await queries.addParticipant(tx, {
    ...{
      meeting_id: id,
      participant_id: id,
      position: 1,
      employee_id: null,
      name: null,
      post: 'Wakil',
      body: 'Polres',
      added_at: at,
    },
  })
  await queries.removeParticipant(tx, id, id)
  await queries.noteRow(tx, id, id, { attendance: 'present', represented_by: null })
  await queries.changeMeeting(tx, id, { begun_by: 'a', begun_at: at })
  await queries.lastNumber(tx, day).catch(() => undefined)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
