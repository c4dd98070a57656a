import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addReceiptKey,
  addSettingRows,
  ownRegion,
  receiptKey,
  regions,
  saveRegionRow,
  settingsHeld,
} from './queries.ts'

test('the SQL of regions', async () => {
  const { tx, said } = sayingTx()
  await regions(tx)
  await ownRegion(tx)
  const place = { region_id: '64.01', slug: 'paser', kind: 'regency', zone: 'Asia/Makassar', within: null }
  await saveRegionRow(tx, { ...place, name_id: 'Kabupaten Paser', name_en: 'Paser', demo_day: null, invented: false })
  await addReceiptKey(tx)
  await receiptKey(tx)
  await settingsHeld(tx, { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' })
  await addSettingRows(tx, [{ name: 'placement', value: '"nearest"', recorded_at: null }])
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
