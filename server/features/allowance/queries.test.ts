import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addBandRow, bandOfId, bandsHeld, lockBands, withdrawBandRow } from './queries.ts'

test('the SQL of bands', async () => {
  const { tx, said } = sayingTx()
  const [band, at] = ['20000000-0000-4000-8000-000000000000', '2026-06-09T00:00:00Z']
  await bandsHeld(tx)
  await lockBands(tx)
  await bandOfId(tx, band)
  const words = { label: 'TL 1', regulation: 'Perbup 12/2026' }
  await addBandRow(tx, {
    band_id: band,
    kind: 'late',
    at_least: 1,
    at_most: 30,
    ...words,
    entered_by: 'a',
    recorded_at: at,
  })
  await withdrawBandRow(tx, band, 'a', at)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
