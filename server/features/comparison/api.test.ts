/** Two documents compared in people, as programs read it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiOf } from '../../testing/api.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import { makeToken } from '../machine-token/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const sessions: Record<string, string> = {}
const draft = randomUUID()
const own = apiOf(app, sessions)
beforeAll(async () => {
  const officer = (name: string, role: 'organisation_bureau' | 'spokesperson') =>
    officerSession(database.db, '63.98', { name, role })
  sessions.bela = await officer('Bela', 'organisation_bureau')
  sessions.juru = await officer('Juru', 'spokesperson')
  const begun = await own.post('drafts', { id: draft, from: 'hari-dari-rumah' }, 'bela')
  expect(begun.statusCode).toBe(201)
})
const sides = `a=uji-2021-07&b=konsep:${draft}`
const compare = async (query: string, who = 'bela') => await own.get(`comparison?${query}`, who)

test('says what can be compared, and where nothing is named compares nothing', async () => {
  const { comparables, comparison, from, until } = (await compare('')).json()
  expect(comparables.map(({ side }: { side: string }) => side)).toEqual(
    expect.arrayContaining(['uji-2021-07', `konsep:${draft}`]),
  )
  expect([comparison, from, until]).toEqual([null, '2021-07-21', '2021-07-27'])
})

test('tells sums and who moves when, a page at a time, and writes down who was told of whom', async () => {
  const { comparison } = (await compare(`${sides}&from=2021-07-21&until=2021-07-23`)).json()
  expect(comparison).toMatchObject({ page: 1, pages: 1 })
  expect(comparison.people).toBe(new Set(comparison.runs.map(({ employee }: { employee: string }) => employee)).size)
  const days = comparison.sums.reduce((sum: number, one: { person_days: number }) => sum + one.person_days, 0)
  expect(days).toBe(comparison.person_days)
  expect(comparison.runs[0]).toEqual({
    ...{ employee: expect.any(String), name: expect.any(String), unit: expect.any(String), span: expect.any(String) },
    ...{ from: expect.any(String), until: expect.any(String), changed: expect.any(Array) },
    ...{ before_place: expect.anything(), before_force: expect.anything(), before_clause: expect.any(Array) },
    ...{ after_place: expect.anything(), after_force: expect.anything(), after_clause: expect.any(Array) },
  })
  const [first] = comparison.runs
  const reads = database.owner.selectFrom('sensitive_read').where('subject_id', '=', first.employee).select('purpose')
  expect(await reads.execute()).toContainEqual({ purpose: 'list-of-places' })
})

test.each<[string, string, number, string]>([
  ['a side that is not there', 'a=uji-2021-07&b=tidak-ada', 404, 'comparison-side'],
  ['days that end before they begin', `${sides}&from=2021-07-23&until=2021-07-21`, 422, 'comparison-days'],
  ['a page that is not there', `${sides}&page=99`, 404, 'not-found'],
  ['a parameter of the page', 'dari=2021-07-21', 400, 'invalid-input'],
])('%s is refused', async (_, query, status, code) => {
  const no = await compare(query)
  expect([no.json().code, no.statusCode]).toEqual([code, status])
})

test('only those who read drafts, in their region; another system with a token that was given it', async () => {
  const neighbour = apiOf(app, sessions, '63.99')
  const answers = [await compare('', 'nobody'), await compare('', 'juru'), await neighbour.get('comparison', 'bela')]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 403, 404])
  const officer = { region: '63.98', account: randomUUID(), roles: [] }
  const statusWith = async (permission: 'read-drafts' | 'read-returns', method: 'GET' | 'POST' = 'GET') => {
    const order = { id: randomUUID(), name: `JDIH ${permission} ${method}`, permissions: [permission], days: 1 }
    const made = await makeToken({ db: database.db, clock: app.clock }, officer, order)
    const url = `/api/v1/regions/63.98/${method === 'GET' ? `drafts/${draft}` : 'drafts'}`
    const headers = { authorization: `Bearer ${'token' in made ? made.token : ''}` }
    const payload = method === 'GET' ? {} : { payload: { id: randomUUID(), from: 'banjir' } }
    return (await app.inject({ method, url, headers, ...payload })).statusCode
  }
  expect([
    await statusWith('read-drafts'),
    await statusWith('read-returns'),
    await statusWith('read-drafts', 'POST'),
  ]).toEqual([200, 403, 403])
})
