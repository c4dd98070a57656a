import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addFinding, carriedOutAgainst, findingAbout, findingById, findingsHeld } from './queries.ts'

test('the SQL of findings', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  await carriedOutAgainst(tx)
  await addFinding(tx, {
    finding_id: id,
    activity_id: id,
    agency_id: 'disdukcapil',
    unit_id: 'disdukcapil/bidang-piak',
    day: '2021-07-08',
    clauses: ['paser-2021-07/c3'],
    found_at: '2021-07-08',
  })
  await findingsHeld(tx, 200)
  await findingById(tx, id)
  await findingAbout(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
