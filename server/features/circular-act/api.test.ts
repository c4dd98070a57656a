/** What programs do to documents that are law: extend, revoke, answer. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiOf } from '../../testing/api.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const sessions: Record<string, string> = {}
beforeAll(async () => {
  const officer = (name: string, role: 'organisation_bureau' | 'regional_head') =>
    officerSession(database.db, '63.98', { name, role })
  sessions.bela = await officer('Bela', 'organisation_bureau')
  sessions.bupati = await officer('Bupati', 'regional_head')
})
const own = apiOf(app, sessions)
const id = 'uji-2021-07'
const document = async (query = '') => (await own.get(`circulars/${id}${query}`, 'nobody')).json()
type Fields = Readonly<Record<string, string>>
const act = (path: string, change: Fields, letter?: Buffer) =>
  own.send(`circulars/${path}`, { ...letterOf(), ...change }, 'bela', letter)
const letterOf = () => ({
  ...{ form: randomUUID(), number: `800/${randomUUID().slice(0, 4)}/UJI` },
  ...{ issued_on: '2021-07-21', signed_by: 'Rahmat Uji' },
})

test('an extension moves the end, once, and the document says what has done it', async () => {
  const form = { ...letterOf(), until: '2021-09-30' }
  const made = await act(`${id}/extension`, form)
  expect([made.statusCode, made.json()]).toEqual([200, { circular: `${id}-perpanjangan` }])
  expect((await act(`${id}/extension`, form)).json()).toEqual(made.json())
  expect((await act(`${id}/extension`, { ...form, until: '2021-12-31' })).json().code).toBe('form-used')
  expect(await document('?date=2021-09-15')).toMatchObject({
    ...{ status: 'in_force', in_force: { until: '2021-08-31' }, end: '2021-09-30' },
    acted_on: [{ circular: `${id}-perpanjangan`, type: 'extends', until: '2021-09-30' }],
  })
})

test.each<[string, string, Fields, Buffer | undefined, number, string]>([
  ['an end that is not later', `${id}/extension`, { until: '2021-08-01' }, undefined, 422, 'act-end-not-later'],
  ['no end', `${id}/extension`, {}, undefined, 422, 'signing-incomplete'],
  ['no letter', `${id}/extension`, { until: '2021-12-31' }, Buffer.alloc(0), 422, 'signing-incomplete'],
  ['a letter that is none', `${id}/extension`, { until: '2021-12-31' }, Buffer.from('GIF89a'), 422, 'signing-no-pdf'],
  ['days that were lived', `${id}/revocation`, { from: '2021-07-20' }, undefined, 422, 'act-from-early'],
  ['a day that is none', `${id}/revocation`, { from: '2021-02-30' }, undefined, 400, 'form-invalid'],
  ['what never was law', 'uji-usulan-2021-07/revocation', { from: '2021-08-10' }, undefined, 409, 'act-not-law'],
  ['what is not there', 'tidak-ada/extension', { until: '2021-12-31' }, undefined, 404, 'not-found'],
])('%s is refused', async (_, path, change, letter, status, code) => {
  const no = await act(path, change, letter)
  expect([no.json().code, no.statusCode]).toEqual([code, status])
})

test('an answer counts from now on, is given once, and only where there is such a reading', async () => {
  const answer = (body: object, who = 'bela') => own.post(`circulars/${id}/answers`, body, who)
  const other = { question: 'q1', reading: 'office_c_at_home' }
  expect((await answer({ ...other, reading: 'none' })).json().code).toBe('draft-reading-gone')
  for (let times = 0; times < 2; times++) expect((await answer(other)).json()).toEqual({ circular: id, ...other })
  const { answers, questions } = await document()
  expect(answers.q1.reading).toBe('office_c_at_home')
  expect(questions).toMatchObject([{ question: 'q1', used: 'office_c_at_home', blocks: 'none' }])
  expect((await document('?known=2021-07-20')).answers.q1.reading).toBe('literal')
  const events = database.owner.selectFrom('event').where('kind', '=', 'question-answered').select('id')
  expect(await events.execute()).toHaveLength(1)
})

test('a revocation ends it the day before, and nothing is done to it afterwards', async () => {
  const form = { ...letterOf(), from: '2021-08-10' }
  const made = await act(`${id}/revocation`, form)
  expect((await act(`${id}/revocation`, form)).json()).toEqual(made.json())
  expect(made.json()).toEqual({ circular: `${id}-pencabutan` })
  expect([(await document('?date=2021-08-09')).status, (await document('?date=2021-08-10')).status]).toEqual([
    ...['in_force', 'revoked'],
  ])
  expect((await act(`${id}/extension`, { until: '2021-12-31' })).json().code).toBe('act-ended')
})

test('only the bureau of the region', async () => {
  const neighbour = apiOf(app, sessions, '63.99')
  for (const [api, who, status] of [
    [own, 'nobody', 401],
    [own, 'bupati', 403],
    [neighbour, 'bela', 404],
  ] as const) {
    const answers = [
      await api.send(`circulars/${id}/extension`, { ...letterOf(), until: '2021-12-31' }, who),
      await api.send(`circulars/${id}/revocation`, { ...letterOf(), from: '2021-08-12' }, who),
      await api.post(`circulars/${id}/answers`, { question: 'q1', reading: 'literal' }, who),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([status, status, status])
  }
})
