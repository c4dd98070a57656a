import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addReceiptKey, ownRegion, receiptKey, regions, saveRegionRow } from './queries.ts'

test('the SQL of regions', async () => {
  const { tx, said } = sayingTx()
  await regions(tx)
  await ownRegion(tx)
  const place = { region_id: '64.01', slug: 'paser', kind: 'regency', zone: 'Asia/Makassar', within: null }
  await saveRegionRow(tx, { ...place, name_id: 'Kabupaten Paser', name_en: 'Paser', demo_day: null, invented: false })
  await addReceiptKey(tx)
  await receiptKey(tx)
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
