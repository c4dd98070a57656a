import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addPermitRow,
  decideRow,
  endRow,
  firstAsked,
  grantedRows,
  lockPermitsOf,
  openRows,
  permitRow,
  permitRowsOf,
  waitingOn,
} from './queries.ts'

test('the SQL of permits', async () => {
  const { tx, said } = sayingTx()
  const permit = '20000000-0000-4000-8000-000000000000'
  const at = '2021-07-21T00:00:00Z'
  await lockPermitsOf(tx, 'e1')
  await addPermitRow(tx, {
    permit_id: permit,
    version: 1,
    employee_id: 'e1',
    kind: 'annual',
    starts_on: '2021-07-26',
    ends_on: '2021-07-27',
    outside: false,
    reason: null,
    entered_by: 'e1',
    asked_at: at,
  })
  await permitRow(tx, permit)
  await permitRowsOf(tx, 'e1', '2021-07-01')
  const scope = { employees: ['e1'], kinds: ['health'] }
  await firstAsked(tx, permit)
  const since = { since: '2021-07-21', askedBackSince: '2021-07-14' }
  await openRows(tx, scope, since, 300)
  await grantedRows(tx, scope, '2021-07-21', 300)
  await waitingOn(tx, '2021-07-21', since)
  await decideRow(
    tx,
    { permit, version: 1 },
    {
      state: 'granted',
      decided_by: 'e2',
      decided_as: 'head',
      acting: false,
      signer_name: 'Ani',
      signer_title: null,
      signer_rank: 'II',
      number: null,
      clause: null,
      words: null,
      decided_at: at,
    },
  )
  await endRow(
    tx,
    { permit, version: 1, state: 'granted' },
    { state: 'withdrawn', ended_by: 'e1', ended_for: null, ended_at: at },
  )
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
