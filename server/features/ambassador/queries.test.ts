import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  acceptedNameless,
  acceptedRows,
  addAmbassador,
  addAward,
  awardRows,
  changeAmbassador,
  dropNames,
  holdAmbassador,
  nominated,
} from './queries.ts'

test('the SQL of ambassadors', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['20000000-0000-4000-8000-000000000000', '2021-01-27T00:00:00Z']
  await nominated(tx)
  await nominated(tx, 'a')
  await acceptedRows(tx)
  await acceptedNameless(tx).catch(() => undefined)
  await dropNames(tx, new Date(0))
  await holdAmbassador(tx, id)
  await awardRows(tx)
  const what = { name: 'Ani', description: 'Pedagang', reason: 'Teladan' }
  await addAmbassador(tx, { ambassador_id: id, ...what, nominated_by: 'a', nominated_at: at })
  await changeAmbassador(tx, id, { accepted: true, decided_by: 'a', decided_at: at })
  await changeAmbassador(tx, id, { consent: null, consent_by: 'a', consent_at: at })
  const award = { award_id: id, ambassador_id: id, month: '2021-01-01', reason: 'x' }
  await addAward(tx, { ...award, given_by: 'a', given_at: at })
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
