import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addFile, fileOfHash, filesKept } from './queries.ts'

test('the SQL of evidence files', async () => {
  const { tx, said } = sayingTx()
  const sha256 = Buffer.of()
  const row = {
    employee_id: 'e1',
    sha256,
    type: 'image/png',
    content: Buffer.of(),
    kept_by: 'e1',
    kept_at: '2021-07-21',
  }
  await addFile(tx, row)
  await fileOfHash(tx, 'e1', sha256)
  await filesKept(tx, 'e1', [sha256])
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
