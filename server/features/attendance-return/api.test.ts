/** What another system reads of presence and statements with a token. */
import { randomUUID } from 'node:crypto'
import { machinePermissions } from '@piket/domain/access/permission.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#platform/refusal.ts'
import { openapiText } from '../../testing/openapi.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { makeToken } from '../machine-token/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
const officer = { region: '63.98', account: randomUUID(), roles: [] }
beforeAll(async () => {
  for (const permission of machinePermissions) {
    const order = { id: randomUUID(), name: permission, permissions: [permission], days: 30 }
    const made = await makeToken(app, officer, order)
    if (!isRefusal(made)) tokens[permission] = made.token
  }
})
const read = (permission: string, path: string) =>
  app.inject({
    url: `/api/v1/regions/63.98/${path}`,
    headers: { authorization: `Bearer ${tokens[permission]}` },
  })

test('a token for presence reads who is where, without the reason of an absence, and the read is written down', async () => {
  served.moment = morning + 3 * 3_600_000
  const answer = await read('read-attendance', 'agencies/dinas-a/attendance')
  expect(answer.statusCode).toBe(200)
  const { attendance, ...agency } = answer.json()
  expect(agency).toMatchObject({ agency: 'dinas-a', date: '2021-07-21', people: 8, office_most: 4, statement: null })
  const of = (id: string) => attendance.find(({ employee }: { employee: string }) => employee === id)
  expect(of('a2')).toMatchObject({ state: 'not_recorded', deviation: 'not_recorded', check_ins: [] })
  expect(of('a6')).toMatchObject({ planned: 'leave', state: 'excused', deviation: null })
  expect(answer.body).not.toMatch(/annual|sick|road_cut_off/)
  const reads = await database.owner
    .selectFrom('sensitive_read')
    .select(['agency_id', 'purpose'])
    .where('purpose', '=', 'read-attendance')
    .execute()
  expect(reads).toEqual([{ agency_id: 'dinas-a', purpose: 'read-attendance' }])
})

test('another day is read by its date, and a page that is not there is told', async () => {
  const before = await read('read-attendance', 'agencies/dinas-a/attendance?date=2021-07-19')
  expect(before.json()).toMatchObject({ date: '2021-07-19', page: 1, pages: 1 })
  expect((await read('read-attendance', 'agencies/dinas-a/attendance?page=2')).statusCode).toBe(404)
  expect((await read('read-attendance', 'agencies/nowhere/attendance')).statusCode).toBe(404)
  expect((await read('read-attendance', 'agencies/dinas-a/attendance?date=kemarin')).statusCode).toBe(400)
})

test('a token for statements reads the figures of every agency and names nobody', async () => {
  const head = await served.signIn('a0')
  const id = randomUUID()
  await app.inject({
    method: 'POST',
    url: '/sungai-uji/unit/dinas-a',
    cookies: { piket: head },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ id, alasan_not_recorded: 'Jaringan putus' }).toString(),
  })
  const answer = await read('read-returns', 'returns')
  expect(answer.statusCode).toBe(200)
  const { agencies } = answer.json()
  const alfa = agencies.find(({ agency }: { agency: string }) => agency === 'dinas-a')
  expect(alfa).toMatchObject({ people: 8, deviations: 7, statement: { id, version: 1, late: true } })
  expect(answer.body).not.toMatch(/Siti Kepala|Pegawai a2/)
})

test('each token opens what it is for, and nothing else', async () => {
  expect((await read('read-returns', 'agencies/dinas-a/attendance')).statusCode).toBe(403)
  expect((await read('read-attendance', 'returns')).statusCode).toBe(403)
})

test('the contract says which routes take a session, and which a token as well', async () => {
  const { components, paths } = JSON.parse(await openapiText())
  expect(components.securitySchemes).toMatchObject({
    session: { in: 'cookie', name: 'piket' },
    token: { type: 'http' },
  })
  const of = (path: string, method = 'get') => paths[`/api/v1/regions/{region}/${path}`][method].security
  expect(of('returns')).toEqual([{ session: [] }, { token: [] }])
  expect(of('agencies/{unit}/attendance')).toEqual([{ session: [] }, { token: [] }])
  expect(of('permits', 'post')).toEqual([{ session: [] }])
  expect(of('day')).toBeUndefined()
})
