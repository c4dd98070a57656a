import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addToken, goodToken, nameOf, revokeRow, tokenBy, tokens } from './queries.ts'

test('the SQL of tokens of machines', async () => {
  const { tx, said } = sayingTx()
  const [id, hash] = ['20000000-0000-4000-8000-000000000000', Buffer.alloc(32)]
  const at = '2026-01-05T00:00:00.000Z'
  await addToken(tx, {
    token_id: id,
    name: 'SIMPEG',
    permissions: ['read-people'],
    token_hash: hash,
    made_by: 'a1',
    made_at: at,
    expires_at: '2026-12-31T00:00:00.000Z',
  })
  await tokenBy(tx, 'a1', id)
  await tokens(tx)
  await goodToken(tx, hash, at)
  await revokeRow(tx, id, 'a1', at)
  await nameOf(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
