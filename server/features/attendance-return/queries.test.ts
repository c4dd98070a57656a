import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addReturn, breachesBetween, lockReturns, newestReturns, statedDays } from './queries.ts'

test('the SQL of returns', async () => {
  const { tx, said } = sayingTx()
  const [day, agency] = ['2021-07-21', 'disdukcapil']
  await lockReturns(tx, day, agency)
  await addReturn(tx, {
    day,
    agency_id: agency,
    return_id: '00000000-0000-4000-8000-000000000000',
    stated_by: 'a',
    acting: false,
    stated_at: '2021-07-21',
    due_at: '2021-07-21',
    figures: '{}',
    deviations: '[]',
    note: null,
  })
  await newestReturns(tx, day)
  await newestReturns(tx, day, agency)
  await statedDays(tx, { from: day, until: day })
  await breachesBetween(tx, { from: day, until: day })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
