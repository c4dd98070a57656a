import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addFile,
  addMachineRow,
  addTaps,
  fileOf,
  filesImported,
  machines,
  markImported,
  numbersOf,
  putNumber,
  tapsOn,
} from './queries.ts'

test('the SQL of fingerprints', async () => {
  const { tx, said } = sayingTx()
  const [machine, at, sha256] = ['20000000-0000-4000-8000-000000000000', '2026-01-05T00:00:00.000Z', 'f'.repeat(64)]
  await addMachineRow(tx, { machine_id: machine, agency_id: 'dinkes', name: 'Pintu', added_by: 'a', added_at: at })
  await machines(tx)
  await numbersOf(tx, machine)
  await putNumber(tx, { machine_id: machine, number: '1', employee_id: 'e1', entered_by: 'a', entered_at: at })
  await addFile(tx, { machine_id: machine, sha256, content: Buffer.alloc(1), kept_by: 'a', kept_at: at })
  await fileOf(tx, machine, sha256)
  await filesImported(tx, machine, 20)
  await markImported(tx, machine, sha256, at)
  await addTaps(tx, [])
  await tapsOn(tx, '2026-01-05', ['e1'])
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
