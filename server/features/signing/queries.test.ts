import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addLetter, keptLetter, letterMarks, lockSigning } from './queries.ts'

test('the SQL of signed letters', async () => {
  const { tx, said } = sayingTx()
  const [draft, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21T09:00:00Z']
  await lockSigning(tx)
  await addLetter(tx, {
    ...{ circular_id: 'uji', version: 1, draft_id: draft, sha256: Buffer.from('x'), content: Buffer.from('x') },
    ...{ is_same: true, differs: null, signed_by: 'x', kept_by: draft, kept_at: at },
  })
  await keptLetter(tx, 'uji')
  await letterMarks(tx, 'uji')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
