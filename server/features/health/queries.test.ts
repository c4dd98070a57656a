import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addHealthAttributes, addSensitiveRead, healthAttributesHeld, setPurpose } from './queries.ts'

test('the SQL of health data', async () => {
  const { tx, said } = sayingTx()
  const window = { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' }
  await setPurpose(tx, 'decision')
  await healthAttributesHeld(tx, window, null)
  await healthAttributesHeld(tx, window, 'e1')
  await addSensitiveRead(tx, { subject: 'e1', reader: 'e2', purpose: 'own', fields: ['pregnant'] })
  await addHealthAttributes(tx, [
    {
      employee_id: 'e1',
      attribute: 'pregnant',
      value: 'yes',
      valid_from: null,
      valid_until: null,
      issuer: null,
      recorded_at: null,
    },
  ])
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
