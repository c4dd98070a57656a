import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addPhoto, dropPhotos, photoBytes, photoRows } from './queries.ts'

test('the SQL of photos', async () => {
  const { tx, said } = sayingTx()
  const id = '00000000-0000-4000-8000-000000000000'
  const at = '2021-07-21T01:00:00Z'
  const kept = {
    inspection_id: id,
    photo_id: id,
    sha256: Buffer.alloc(32),
    type: 'image/png',
    content: Buffer.from('x'),
  }
  await addPhoto(tx, { ...kept, caption: '', inspector: 'a', taken_at: at, received_at: at })
  await photoRows(tx, id)
  await photoBytes(tx, id, id)
  await dropPhotos(tx, new Date(0))
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
