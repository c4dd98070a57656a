import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addReading, addVersion, readingsChosen, versionsKnown, versionsOfDocument } from './queries.ts'

test('the SQL of circulars', async () => {
  const { tx, said } = sayingTx()
  const window = { known: '2021-01-05T08:00', zone: 'Asia/Makassar' }
  const clock = { recorded: '2021-01-04', recorded_by: 'issued_on' }
  await addVersion(tx, {
    circular_id: 'se-1',
    source: 'piket: circular/1',
    sha256: '0',
    draft_id: null,
    filed_by: 'e1',
    ...clock,
  })
  await versionsKnown(tx, window)
  await versionsKnown(tx, { ...window, known: '2021-01-05' })
  await versionsOfDocument(tx, 'se-1', window)
  await readingsChosen(tx, window)
  await addReading(tx, {
    circular_id: 'se-1',
    question: 'q1',
    reading: 'r1',
    answered_by: 'e1',
    recorded: null,
    entered_at: null,
  })
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
