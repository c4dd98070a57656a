import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  actingFromElsewhere,
  actingInPlaceOf,
  actingPosts,
  actingPostsOf,
  addActingPosts,
  agencyHeadsHeld,
  holdersActedFor,
  peopleUnder,
  ranksHeld,
  supervisesAnybody,
  unitsHeadedBy,
} from './queries.ts'

const window = { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' }

test('the SQL of leaders', async () => {
  const { tx, said } = sayingTx()
  await actingPosts(tx, window)
  await actingPostsOf(tx, 'e1', window)
  await holdersActedFor(tx, 'e1', window)
  await actingInPlaceOf(tx, 'e1', window)
  await actingFromElsewhere(tx, 'disdukcapil', window)
  const post = { employee_id: 'e1', position: 'camat', echelon: 'III', unit_id: 'kota', kind: 'plt', letter: null }
  await addActingPosts(tx, [{ ...post, valid_from: null, valid_until: null, recorded_at: null }])
  await unitsHeadedBy(tx, 'e1', window)
  await agencyHeadsHeld(tx, ['camat'], window)
  await agencyHeadsHeld(tx, ['camat'], window, 'dlh')
  await ranksHeld(tx, 'e1', window)
  await supervisesAnybody(tx, ['e1'], window)
  await peopleUnder(tx, { supervisors: ['e1'], agencies: ['dlh'] }, window)
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
