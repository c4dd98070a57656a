/** Each clause of a draft by itself, and the people under it, as pages and for machines. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

let piket = ''
const draft = randomUUID()
const get = (url: string) => app.inject({ url, cookies: { piket } })
const page = (path: string) => get(`/sungai-uji/konsep/${draft}/${path}`)
const api = (path: string) => get(`/api/v1/regions/sungai-uji/drafts/${draft}/${path}`)

beforeAll(async () => {
  piket = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' })
  const begun = await app.inject({
    method: 'POST',
    url: '/sungai-uji/konsep',
    cookies: { piket },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: draft, dari: 'uji-2021-07', hubungan: 'replaces' }).toString(),
  })
  expect(begun.statusCode).toBe(303)
})

test('every clause says what would change without it', async () => {
  const { body } = await page('uji')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const words = wordsOf(documentOf(body).querySelector('main'))
  expect(words).toMatch(/c5 .*Tanpa butir ini/)
  const { clauses, claims } = (await api('clause-trials')).json()
  expect(clauses.map(({ clause }: { clause: string }) => clause)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
  expect(clauses.find(({ clause }: { clause: string }) => clause === 'c2')).toMatchObject({ redundant: false })
  expect(claims).toEqual([])
})

test('who falls under a clause is listed by name, and each of them is told who looked', async () => {
  const { body } = await page('butir/c3/orang')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const { people, count } = (await api('clauses/c3/people')).json()
  expect([people.length, count]).toEqual([3, 3])
  const words = wordsOf(documentOf(body).querySelector('main'))
  for (const { name } of people) expect(words).toContain(name)
  const reads = await database.owner
    .selectFrom('sensitive_read')
    .where('purpose', '=', 'list-of-places')
    .select('subject_id')
    .execute()
  expect(new Set(reads.map(({ subject_id }) => subject_id))).toEqual(
    new Set(people.map(({ employee }: { employee: string }) => employee)),
  )
})

test.each([
  ['butir/c4/orang', 409, 'clause-individual'],
  ['butir/c99/orang', 409, 'draft-clause-gone'],
  ['butir/c3/orang?hal=9', 404, 'not-found'],
])('%s is answered with a reason', async (path, status, code) => {
  const answer = await page(path)
  expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(code)])
})
