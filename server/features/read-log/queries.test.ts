import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addRead, readsOf } from './queries.ts'

test('the SQL of the log of reads', async () => {
  const { tx, said } = sayingTx()
  await addRead(tx, { subject: 'e1', agency: null, reader: 'a1', purpose: 'read-reports', fields: ['reports'] })
  await readsOf(tx, { employee: 'e1', agency: 'dlh', zone: 'Asia/Makassar' })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
