import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addCheckRow,
  addSiteRow,
  allSites,
  changeSiteRow,
  checkOfForm,
  checksOf,
  holdSite,
  holdSites,
  lastChecks,
  siteRow,
  withdrawSiteRow,
} from './queries.ts'

test('the SQL of pilot sites', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  await allSites(tx)
  await siteRow(tx, id)
  await holdSite(tx, id)
  await lastChecks(tx, '2021-01-27')
  await checksOf(tx, id)
  await checkOfForm(tx, id)
  await addSiteRow(tx, {
    ...{ site_id: id, kind: 'market', name: 'Pasar', district_code: '64.02.06', village_code: '64.02.06.1001' },
    ...{ agency_id: 'disperindag', starts_on: '2021-01-27', ends_on: null, proposed: true, entered_by: 'a' },
    entered_at: '2021-01-27T00:00:00Z',
  })
  await addCheckRow(tx, {
    ...{ check_id: id, site_id: id, day: '2021-01-27', met: ['masks'], note: '', checked_by: 'a' },
    checked_at: '2021-01-27T00:00:00Z',
  })
  await holdSites(tx)
  await withdrawSiteRow(tx, id, { withdrawn_for: 'x', withdrawn_by: 'a', withdrawn_at: '2021-01-27T00:00:00Z' })
  await changeSiteRow(tx, id, { ends_on: null, proposed: false })
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
