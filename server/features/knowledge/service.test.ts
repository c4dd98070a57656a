import type { Day } from '@piket/domain/calendar/day.ts'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { saveFacts } from '../fact/service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())

const minutes = (count: number) => morning + count * 60_000
const dayAt = async (moment: number) => {
  served.moment = moment
  return (await served.ask('/api/v1/regions/63.98/day')).json()
}

test('an answer stands for some minutes, so that a whole morning is not derived anew each minute', async () => {
  expect((await dayAt(minutes(0))).known).toBe('2021-07-21T07:30')
  expect((await dayAt(minutes(3))).known).toBe('2021-07-21T07:30')
  expect((await dayAt(minutes(12))).known).toBe('2021-07-21T07:42')
})

test('whatever is written counts in the same minute', async () => {
  const before = await dayAt(minutes(20))
  await as(served.database.db, { region: '63.98', reach: 'region' }, (tx) =>
    saveFacts(
      tx,
      {
        leave: [
          {
            employee: 'c1',
            kind: 'sick',
            from: '2021-07-21' as Day,
            until: '2021-07-21' as Day,
            recorded: '2021-07-21T07:52',
          },
        ],
      },
      { by: 'test', recorded: null },
    ),
  )
  const after = await dayAt(minutes(22))
  expect([after.known, after.total.leave - before.total.leave]).toEqual(['2021-07-21T07:52', 1])
})

test('a clock that is set back is followed', async () => {
  await dayAt(minutes(40))
  expect((await dayAt(minutes(25))).known).toBe('2021-07-21T07:55')
})
