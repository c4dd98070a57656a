import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addDistricts,
  addStatement,
  anyStatement,
  districtsOf,
  holdCoverage,
  lastTold,
  replaceStatement,
  statementOfForm,
  statementsHeld,
  statementsMade,
} from './queries.ts'

test('the SQL of coverage', async () => {
  const { tx, said } = sayingTx()
  const [id, known] = ['20000000-0000-4000-8000-000000000000', '2021-01-04T10:00']
  const window = { known, zone: 'Asia/Makassar' }
  await holdCoverage(tx)
  await anyStatement(tx)
  await statementsHeld(tx, window)
  await lastTold(tx, window, { until: '2021-01-27', of: 'told_districts' })
  await statementsMade(tx, 'elderly')
  await statementOfForm(tx, id)
  await districtsOf(tx, [id])
  await replaceStatement(tx, id, known)
  await addStatement(
    tx,
    {
      ...{
        coverage_id: id,
        day: '2021-01-04',
        target_group: 'elderly',
        target: 90,
        first_dose: null,
        second_dose: null,
      },
      ...{ source: 'x', told: 2, told_districts: 0, merged: [], corrects: null, corrected_for: null, recorded_by: 'a' },
    },
    known,
  )
  await addDistricts(tx, [
    { coverage_id: id, district_code: '64.01.01', target: 90, first_dose: null, second_dose: null },
  ])
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
