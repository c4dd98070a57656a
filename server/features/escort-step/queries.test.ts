import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addEscort, setEscort } from './queries.ts'

test('the SQL of asking teams along and of their answers', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['00000000-0000-4000-8000-000000000000', '2021-07-21T01:00:00Z']
  await addEscort(tx, { activity_id: id, team_id: 't', form_id: id, proposed_by: 'a', proposed_at: at })
  await setEscort(tx, id, { state: 'handed_on', reason: 'Hujan', said_by: 'a', said_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
