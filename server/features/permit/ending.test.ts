/** Permits, withdrawn by the person or revoked by whoever signed. */
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { region, servePermits } from '../../testing/permits.ts'
import { morning } from '../../testing/served-region.ts'

const { served, asked, decide, withdraw, placeOf } = await servePermits()
const { database } = served
afterAll(() => served[Symbol.asyncDispose]())

test('a granted permit that is withdrawn leaves the days as they were, and what was known stays known', async () => {
  const day = '2021-08-10'
  const before = (await placeOf('a5', day)).rows
  const permit = await asked('a5', { from: day })
  await decide('a0', permit)
  served.moment = morning + 3_600_000
  expect((await placeOf('a5', day)).rows[0].place).toBe('leave')
  expect((await withdraw('a5', permit)).json().state).toBe('withdrawn')
  const after = (await placeOf('a5', day)).rows
  const bare = (rows: readonly Record<string, unknown>[]) => rows.map(({ known: _, ...row }) => row)
  expect(bare(after)).toEqual(bare(before))
  served.moment = morning
})

test('revoked half-way, the days that have passed stay leave', async () => {
  const permit = await asked('a5', { from: '2021-07-26', until: '2021-07-30' })
  await decide('a0', permit)
  served.moment = Date.parse('2021-07-28T00:00:00Z')
  expect((await decide('a0', permit, { verdict: 'revoke', words: 'Banjir, semua masuk' })).json()).toMatchObject({
    state: 'revoked',
    ended: { why: 'Banjir, semua masuk' },
  })
  expect((await placeOf('a5', '2021-07-27')).rows[0].place).toBe('leave')
  expect((await placeOf('a5', '2021-07-28')).rows[0].place).not.toBe('leave')
  served.moment = morning
})

test('a stranger withdraws nothing', async () => {
  const permit = await asked('a3', { from: '2021-08-30' })
  expect((await withdraw('a4', permit)).statusCode).toBe(404)
  expect((await withdraw('a1', permit)).statusCode).toBe(404)
})

test('who entered a permit withdraws it only as long as they may enter one for the person', async () => {
  const wish = { employee: 'a3', kind: 'urgent', from: '2021-09-01' }
  const [first, second] = [await asked('a1', wish), await asked('a1', { ...wish, from: '2021-09-02' })]
  expect((await withdraw('a1', first)).json().state).toBe('withdrawn')
  const supervise = (by: string) =>
    sql`update employee_version set supervisor_id = ${by}
    where region_id = ${region} and employee_id = 'a3'`.execute(database.owner)
  await supervise('a0')
  expect((await withdraw('a1', second)).statusCode).toBe(404)
  expect((await withdraw('a3', second)).json().state).toBe('withdrawn')
  await supervise('a1')
})
