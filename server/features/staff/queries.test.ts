import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addEmployees,
  addEmployeeVersions,
  addUnitVersions,
  employeeVersions,
  mailHeld,
  namesHeld,
  postingHeld,
  unitVersions,
  withdrawEmployees,
  withdrawUnits,
} from './queries.ts'

const window = { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' }

test('the SQL of staff', async () => {
  const { tx, said } = sayingTx()
  await unitVersions(tx, window)
  await employeeVersions(tx, window)
  await postingHeld(tx, 'e1', window)
  await namesHeld(tx, ['e1'])
  await namesHeld(tx, ['e1'], { known: '2021-07-19T07:30', zone: 'Asia/Makassar' })
  await mailHeld(tx, ['e1'], window)
  await addEmployees(tx, ['e1'])
  const clocks = { valid_from: null, valid_until: null, recorded_at: null }
  await addUnitVersions(tx, [
    {
      ...{ ...clocks, unit_id: 'dlh', name: 'Dinas', kind: 'agency', class: [], sector: null, functions: [] },
      ...{ top_echelons: null, workplace_in: null, employer: null, building: null, room: null, room_capacity: null },
      head_id: null,
    },
  ])
  await addEmployeeVersions(tx, [
    {
      ...{ ...clocks, employee_id: 'e1', name: 'Ani', nip: null, employment: 'pns', birth_on: null, sex: null },
      ...{ unit_id: 'dlh', position: 'staf', title: null, echelon: null, job: null, rank: null, supervisor_id: null },
      ...{ workplace_in: null, employer: null, work_pattern: null, phone: null, email: null },
    },
  ])
  await withdrawEmployees(tx, [], '2021-01-05T08:00')
  await withdrawUnits(tx, [], '2021-01-05T08:00')
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
