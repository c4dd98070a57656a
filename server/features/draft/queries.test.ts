import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addDraft, draftRow, draftRows, editRows, endDraft, lockBeginning, lockDraft } from './queries.ts'

test('the SQL of drafts', async () => {
  const { tx, said } = sayingTx()
  const [draft, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21T09:00:00Z']
  await lockBeginning(tx)
  await lockDraft(tx, draft)
  await addDraft(tx, {
    draft_id: draft,
    amends: null,
    begun_from: 'banjir',
    source: 'x',
    begun_by: draft,
    begun_at: at,
  })
  await draftRow(tx, draft)
  await draftRows(tx, 20)
  await editRows(tx, [draft])
  await endDraft(tx, draft, { ended_as: 'dropped', ended_by: draft, ended_at: at, ended_for: 'x' })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
