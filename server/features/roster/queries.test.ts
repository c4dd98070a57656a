import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addDuties, addRoster, linesOf, publishedRosters, serviceNeeds } from './queries.ts'

test('the SQL of rosters', async () => {
  const { tx, said } = sayingTx()
  const window = { from: '2021-07-19', until: '2021-08-13', known: '2021-07-19T06:00', zone: 'Asia/Makassar' }
  await serviceNeeds(tx)
  await addRoster(tx, {
    unit_id: 'disdukcapil',
    starts_on: '2021-07-19',
    ends_on: '2021-08-13',
    seed: 1,
    engine: 'circular/1.0',
    pattern: 'daily',
    input_hash: '0',
    certificate: '{}',
    metrics: '{}',
    infeasible: null,
    by: 'e1',
    published: '2021-07-19T06:00',
  }).catch(() => 'the transaction answers nothing')
  await addDuties(tx, [
    {
      roster_id: '00000000-0000-0000-0000-000000000000',
      employee_id: 'e1',
      day: '2021-07-19',
      place: 'office',
      shift: null,
      reason: 'drawn',
      clause: ['kotim-2021-07/c2'],
      unit_id: 'disdukcapil',
    },
  ])
  await publishedRosters(tx, window)
  await publishedRosters(tx, { ...window, unit: 'disdukcapil' })
  await publishedRosters(tx, { ...window, withOpenDays: true })
  await linesOf(tx, '00000000-0000-0000-0000-000000000000')
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
