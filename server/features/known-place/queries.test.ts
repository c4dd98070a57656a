import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addPlace, closePlaceRow, placesOf } from './queries.ts'

test('the SQL of known places', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  const point = { latitude: -1.9, longitude: 116.2, radius: 80 }
  await addPlace(tx, {
    place_id: id,
    unit_id: 'dlh',
    kind: 'office',
    name: 'Gedung A',
    ...point,
    known_by: 'a',
    known_at: '2021-07-21',
  })
  await placesOf(tx)
  await placesOf(tx, 'dlh')
  await placesOf(tx, undefined, '2021-07-21T00:00:00Z')
  await closePlaceRow(tx, 'dlh', id, 'a', '2021-07-21')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
