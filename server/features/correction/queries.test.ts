import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addCorrection,
  addDecision,
  appeal,
  correctionById,
  correctionsAsked,
  correctionsOf,
  lockCorrections,
  openAbout,
  undecided,
} from './queries.ts'

test('the SQL of corrections', async () => {
  const { tx, said } = sayingTx()
  const [id, day, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21', '2021-07-21T00:00:00Z']
  const asked = { kind: 'forgot', moment: 'in', place: 'office', at, reason: 'Lupa', file: null, asked_at: at }
  await addCorrection(tx, { ...asked, employee_id: 'e1', correction_id: id, day })
  await lockCorrections(tx, 'e1')
  await correctionsOf(tx, 'e1')
  await correctionById(tx, 'e1', id)
  await undecided(tx)
  await openAbout(tx, day, at, ['e1'])
  const decision = {
    round: 1,
    outcome: 'refused',
    reason: 'x',
    decided_by: 'e2',
    decided_as: 'superior',
    decided_at: at,
  }
  await addDecision(tx, { ...decision, employee_id: 'e1', correction_id: id })
  await appeal(tx, 'e1', id, 'Saya hadir', at)
  await correctionsAsked(tx, { from: '2021-07-01', until: '2021-07-31' })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
