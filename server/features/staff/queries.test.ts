import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  actingFromElsewhere,
  actingPosts,
  actingPostsOf,
  addEmployees,
  addFacts,
  agencyHeadsHeld,
  answersHeld,
  attributesHeld,
  calendarDays,
  declaredEvents,
  drawnPlaces,
  drawnPlacesOf,
  employeeVersions,
  endFacts,
  holdersActedFor,
  leaveHeld,
  lettersHeld,
  listedLeaveOf,
  mailHeld,
  namesHeld,
  overridesKnown,
  peopleUnder,
  postingHeld,
  ranksHeld,
  seasonsKnown,
  settingsHeld,
  statusesHeld,
  supervisesAnybody,
  unitsHeadedBy,
  unitVersions,
  withdrawEmployees,
  withdrawUnits,
} from './queries.ts'

const window = { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' }
const id = '20000000-0000-4000-8000-000000000000'
const reads = [
  unitVersions,
  employeeVersions,
  actingPosts,
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
  settingsHeld,
]

test('the SQL of staff', async () => {
  const { tx, said } = sayingTx()
  for (const read of reads) await read(tx, window)
  await actingFromElsewhere(tx, 'disdukcapil', window)
  await postingHeld(tx, 'e1', window)
  await supervisesAnybody(tx, ['e1'], window)
  await holdersActedFor(tx, 'e1', window)
  await peopleUnder(tx, { supervisors: ['e1'], agencies: ['dlh'] }, window)
  await namesHeld(tx, ['e1'])
  await mailHeld(tx, ['e1'], window)
  await unitsHeadedBy(tx, 'e1', window)
  await actingPostsOf(tx, 'e1', window)
  await addEmployees(tx, ['e1'])
  const clocks = { valid_from: null, valid_until: null, recorded_at: null }
  await addFacts(tx, 'leave', [{ ...clocks, employee_id: 'e1', kind: 'annual', permit_id: null }])
  await agencyHeadsHeld(tx, ['camat'], window)
  await ranksHeld(tx, 'e1', window)
  await listedLeaveOf(tx, 'e1', window)
  await drawnPlacesOf(tx, 'e1', window)
  await endFacts(tx, 'leave', { permit: id, at: '2021-01-05T08:00', lastDay: '2021-01-04' })
  await withdrawEmployees(tx, [], '2021-01-05T08:00')
  await withdrawUnits(tx, [], '2021-01-05T08:00')
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
