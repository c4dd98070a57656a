import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addScreen, closeScreenRow, isScreenOf, openScreens, screenBy, screenOfToken } from './queries.ts'

test('the SQL of office screens', async () => {
  const { tx, said } = sayingTx()
  const id = '00000000-0000-4000-8000-000000000000'
  const row = {
    screen_id: id,
    unit_id: 'dlh',
    name: 'Pintu',
    token_hash: Buffer.of(),
    opened_by: 'a',
    opened_at: '2021-07-21',
  }
  await addScreen(tx, row)
  await screenBy(tx, 'a', id)
  await openScreens(tx, 'dlh')
  await screenOfToken(tx, Buffer.of())
  await closeScreenRow(tx, 'dlh', id, 'a', '2021-07-21')
  await isScreenOf(tx, 'dlh', id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
