import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addEdit, editOfForm } from './queries.ts'

test('the SQL of edits', async () => {
  const { tx, said } = sayingTx()
  const [draft, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21T09:00:00Z']
  await editOfForm(tx, draft)
  const edit = { draft_id: draft, edit_no: 1, form_id: draft, changes: '{}', back: '{}', takes_back: null }
  await addEdit(tx, { ...edit, edited_by: draft, edited_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
