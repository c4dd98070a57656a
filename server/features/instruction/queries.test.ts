import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addInstructionRow,
  addReceivers,
  answerRows,
  answersHeld,
  instructionRow,
  openOf,
  tasksOf,
  withdrawRow,
} from './queries.ts'

test('the SQL of instructions', async () => {
  const { tx, said } = sayingTx()
  const [instruction, at] = ['20000000-0000-4000-8000-000000000000', new Date(0)]
  const row = { agency_id: 'dlh', text: 'Susun laporan', due_on: '2021-07-22', channel: 'piket', note: null }
  await addInstructionRow(tx, { ...row, instruction_id: instruction, given_by: 'e1', given_at: '2021-07-21' })
  await addReceivers(tx, instruction, ['e2'])
  await instructionRow(tx, instruction)
  await openOf(tx, 'e2')
  await tasksOf(tx, ['e2'], '2021-07-01')
  await answerRows(tx, { employee: 'e2', report: instruction, at }, [instruction])
  await answersHeld(tx, [instruction])
  await withdrawRow(tx, instruction, 'e1', at)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
