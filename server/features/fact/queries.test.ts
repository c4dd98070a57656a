import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addFacts,
  answersHeld,
  attributesHeld,
  calendarDays,
  declaredEvents,
  drawnPlaces,
  drawnPlacesOf,
  endFacts,
  leaveHeld,
  lettersHeld,
  listedLeaveOf,
  overridesKnown,
  seasonsKnown,
  statusesHeld,
} from './queries.ts'

const window = { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' }
const permit = '20000000-0000-4000-8000-000000000000'
const reads = [
  attributesHeld,
  leaveHeld,
  lettersHeld,
  statusesHeld,
  declaredEvents,
  answersHeld,
  overridesKnown,
  drawnPlaces,
  calendarDays,
  seasonsKnown,
]

test('the SQL of facts', async () => {
  const { tx, said } = sayingTx()
  for (const read of reads) await read(tx, window)
  await listedLeaveOf(tx, 'e1', window)
  await drawnPlacesOf(tx, 'e1', window)
  const clocks = { valid_from: null, valid_until: null, recorded_at: null }
  await addFacts(tx, 'leave', [{ ...clocks, employee_id: 'e1', kind: 'annual', permit_id: null }])
  await endFacts(tx, 'leave', { permit, at: '2021-01-05T08:00', lastDay: '2021-01-04' })
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
