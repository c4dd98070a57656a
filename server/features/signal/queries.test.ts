import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addAnswer, answerOf, answersSince } from './queries.ts'

test('the SQL of signs', async () => {
  const { tx, said } = sayingTx()
  const answer = { kind: 'shared_point', until_day: '2021-07-21', answer: 'asked', words: 'Mengapa sama?' }
  await addAnswer(tx, { ...answer, employee_id: 'e1', answered_by: 'e2', answered_at: '2021-07-21T00:00:00Z' })
  await answerOf(tx, { ...answer, employee_id: 'e1' })
  await answersSince(tx, ['e1'], '2021-06-21')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
