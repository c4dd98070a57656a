import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addAnnouncementRow, addReceipt, announcedTo, announcementOf, receiptsOf, toldTo } from './queries.ts'

test('the SQL of announcements', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  const row = { agencies: ['dlh'], title: 'Apel', text: 'Apel ditiadakan.', announced_by: 'e1' }
  await addAnnouncementRow(tx, { ...row, announcement_id: id, announced_at: '2021-07-21' })
  await toldTo(tx, 'dlh', 'e2', new Date(0))
  await announcementOf(tx, id)
  await announcedTo(tx, ['dlh'], 'e1')
  await addReceipt(tx, id, 'e2', new Date(0))
  await receiptsOf(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
