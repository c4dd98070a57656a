/** What permits leave behind: receipts that derive again, and decisions as before once they are withdrawn. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folderOf, piket } from '@piket/cli/testing/piket.ts'
import { permitKinds } from '@piket/domain/permit/kinds.ts'
import { morning, serveRegion } from '@piket/server/testing/served-region.ts'
import { cookieOf } from '@piket/server/testing/signed-in.ts'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const api = `/api/v1/regions/${region}`
const [person, head, office] = await Promise.all(
  ['a5', 'a0', 'c2'].map((employee) => cookieOf(database.db, region, employee)),
)
await database.owner
  .insertInto('role_grant')
  .columns(['region_id', 'account_id', 'role', 'granted_by'])
  .expression((from) =>
    from
      .selectFrom('account')
      .where('employee_id', '=', 'c2')
      .select((of) => ['region_id', 'account_id', of.val('personnel_agency').as('role'), of.val('test').as('by')]),
  )
  .execute()

const post = (url: string, cookies: { readonly piket: string } | undefined, payload: object) =>
  app.inject({ method: 'POST', url: `${api}/${url}`, cookies: { ...cookies }, payload })
const ask = (wish: object) =>
  post('permits', person, {
    id: randomUUID(),
    employee: 'a5',
    kind: 'annual',
    from: '2021-08-09',
    until: '2021-08-10',
    ...wish,
  })
const grant = (permit: string, by = head) => post(`permits/${permit}/decision`, by, { version: 1, verdict: 'grant' })
const withdraw = (permit: string) => post(`permits/${permit}/withdrawal`, person, {})
const decisionOn = async (day: string, known?: string) =>
  (await served.ask(`${api}/employees/a5/decision?date=${day}${known ? `&known=${known}` : ''}`)).json()

async function verified(receipt: unknown) {
  const folder = await folderOf({})
  await writeFile(join(folder, 'receipt.json'), JSON.stringify(receipt))
  const said = await piket(['verify-receipt', join(folder, 'receipt.json'), '--database'], {
    DATABASE_URL: database.appUrl,
  })
  return said.exit === 0 ? 'holds' : said.out + said.err
}

test('receipts of before, while it is granted and afterwards all derive again', async () => {
  const before = await decisionOn('2021-08-09')
  served.moment = morning + 600_000
  const { id } = (await ask({})).json()
  await grant(id)
  const granted = await decisionOn('2021-08-09')
  served.moment = morning + 1_200_000
  await withdraw(id)
  const after = await decisionOn('2021-08-09')
  expect([before, granted, after].map(({ rows }) => rows[0].place === 'leave')).toEqual([false, true, false])
  for (const { receipt } of [before, granted, after]) expect(await verified(receipt)).toBe('holds')
})

const wishes = fc.record({
  kind: fc.constantFrom(...permitKinds),
  first: fc.integer({ min: 2, max: 9 }),
  length: fc.integer({ min: 0, max: 3 }),
  outside: fc.boolean(),
})

test('whatever was asked for, granted or not, once withdrawn every day is decided as before', {
  timeout: 120_000,
}, async () => {
  const days = Array.from({ length: 14 }, (_, number) => `2021-08-${String(number + 1).padStart(2, '0')}`)
  const all = async () =>
    (await Promise.all(days.map((day) => decisionOn(day)))).map(({ rows }) =>
      rows.map(({ known: _, ...row }: { readonly known: string }) => row),
    )
  const untouched = await all()
  let granted = 0
  await fc.assert(
    fc.asyncProperty(wishes, fc.constantFrom(head, office), fc.boolean(), async (wish, signer, signs) => {
      const { kind, first, length, outside } = wish
      const category = kind === 'health' ? 'at_risk_health' : null
      const asked = await ask({ kind, outside, category, from: days[first - 1], until: days[first + length - 1] })
      if (asked.statusCode !== 201) return
      const { id } = asked.json()
      expect(await all()).toEqual(untouched)
      served.moment += 60_000
      if (signs && (await grant(id, signer)).statusCode === 200) granted++
      served.moment += 60_000
      expect((await withdraw(id)).json().state).toBe('withdrawn')
      expect(await all()).toEqual(untouched)
    }),
    { numRuns: 25, seed: 7 },
  )
  expect(granted).toBeGreaterThan(2)
})
