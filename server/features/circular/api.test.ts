/** Documents as programs read them: what the page shows is there, and texts go out and come in byte for byte. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { apiOf } from '../../testing/api.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { circular, proposal, serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import { fileCircular, sha256 } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const sessions: Record<string, string> = {}
const newer = circular.replace('masuk klaster', 'memasuki klaster')
const instruction = `
piket: circular/1
id: uji-instruksi
kind: instruction
status: in_force
level: province
region: kalimantan-uji
number: 1/UJI
title: Instruksi gubernur
issued_on: 2021-07-10
issuer: {office: gubernur, signed_by: Isran Uji}
in_force: {from: 2021-07-12, until: 2021-07-20}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses: []
open_questions: []
`
const resting = `
piket: circular/1
id: uji-pelaksanaan
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/5/UJI
title: Pelaksanaan instruksi
issued_on: 2021-07-13
issuer: {office: sekda, signed_by: Murni Uji}
in_force: {from: 2021-07-14, until: 2021-08-31}
relations: [{type: implements, target: uji-instruksi}]
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: p1, kind: placement, who: {unit: [kantor-c]}, place: office, force: must, cite: "u:1"}
open_questions: []
`
beforeAll(async () => {
  sessions.bela = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' })
  await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
    for (const text of [instruction, resting, newer]) {
      const { doc } = parseCircular('x', text)
      if (!doc) throw new Error('The document does not parse.')
      await fileCircular(tx, text, doc, { by: 'test', now: '2021-07-20T10:00' })
    }
  })
})
const own = apiOf(app, sessions)
const get = async (path: string) => (await own.get(path, 'nobody')).json()
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

test.each<[string, string, readonly (readonly [id: string, clauses: readonly string[]])[]]>([
  ['its number', 'search=800/7', [['uji-2021-07', []]]],
  ['who signed it', 'search=murni', [['uji-pelaksanaan', []]]],
  ['the office that issued it', 'search=gubernur', [['uji-instruksi', []]]],
  ['a word of a clause', 'search=laporan', [['uji-2021-07', ['c7']]]],
  ['what nobody says', 'search=kapal', []],
])('a document is found by %s', async (_, query, expected) => {
  const found = await get(`circulars?${query}`)
  expect(found.map(({ id, clauses }: { id: string; clauses: readonly string[] }) => [id, clauses])).toEqual(expected)
})

test('a unit is found in the clauses that name it or its group', async () => {
  const found = await get('circulars?search=loket')
  expect(found.find(({ id }: { id: string }) => id === 'uji-2021-07').clauses).toEqual(
    expect.arrayContaining(['c5', 'c6']),
  )
})

test('each stands as on the day, as known then, with what it rests on and that is over', async () => {
  const on = async (query: string) =>
    (await get(`circulars${query}`)).find(({ id }: { id: string }) => id === 'uji-pelaksanaan')
  expect(await on('?date=2021-07-15')).toMatchObject({ status: 'in_force', lapsed: [], end: '2021-08-31' })
  expect(await on('?date=2021-07-21')).toMatchObject({ status: 'in_force', lapsed: ['uji-instruksi'] })
  expect(await on('?date=2021-09-01')).toMatchObject({ status: 'expired', lapsed: [] })
  expect(await on('?known=2021-07-12')).toBeUndefined()
  expect(idsOf(await get('circulars?known=2021-07-12'))).toEqual(['uji-instruksi'])
})

test('one document says all that its page shows', async () => {
  const one = await get('circulars/uji-2021-07')
  expect(one).toMatchObject({
    ...{ issued_on: '2021-07-16', issuer: { office: 'bupati', signed_by: 'Rahmat Uji' }, lapsed: [] },
    ...{ in_force: { from: '2021-07-19', until: '2021-08-31' }, end: '2021-08-31', acted_on: [], signed_letter: null },
    questions: [{ question: 'q1', used: 'literal', blocks: 'none', moved: { literal: 0, office_c_at_home: 3 } }],
  })
  expect(one.addresses.c6).toMatch(/^http:\/\/[^/]+\/sungai-uji\/edaran\/uji-2021-07#c6$/)
  expect(Object.keys(one.addresses)).toEqual(Object.keys(one.sentences))
  const page = await app.inject({ url: new URL(one.addresses.c6).pathname })
  expect(page.body).toContain('id="c6"')
  const notes = wordsOf(documentOf(page.body).querySelector('main'))
  for (const { finding } of one.problems) expect(notes).toContain(finding.id)
  expect((await get('circulars/uji-instruksi')).acted_on).toEqual([
    { circular: 'uji-pelaksanaan', type: 'implements', from: '2021-07-14', until: null },
  ])
})

test('every version is told as far as it was known, and its text leaves byte for byte', async () => {
  expect((await get('circulars/uji-2021-07')).versions).toEqual([
    { ...{ version: 1, sha256: sha256(circular), recorded: '2021-07-16T00:00', recorded_by: 'issued_on' }, ...filed },
    { ...{ version: 2, sha256: sha256(newer), recorded: '2021-07-20T10:00', recorded_by: 'filed_at' }, ...filed },
  ])
  expect((await get('circulars/uji-2021-07?known=2021-07-19')).versions).toHaveLength(1)
  const text = (query = '') => own.get(`circulars/uji-2021-07/text.yaml${query}`, 'nobody')
  expect([(await text()).body, (await text('?known=2021-07-19')).body]).toEqual([newer, circular])
  expect((await text()).headers['content-type']).toBe('text/yaml; charset=utf-8')
  expect((await text('?known=2021-07-15')).statusCode).toBe(404)
})
const filed = { filed_at: expect.stringMatching(/^\d{4}-.*Z$/) }

test('a text that was taken out comes in again as a draft, with nothing changed but that it is one', async () => {
  for (const [id, text] of [
    ['uji-pelaksanaan', resting],
    ['uji-usulan-2021-07', proposal],
  ] as const) {
    const { body } = await own.get(`circulars/${id}/text.yaml`, 'nobody')
    const begun = await own.post('drafts', { id: randomUUID(), text: body }, 'bela')
    const drafted = text
      .trimStart()
      .replace(/^status: \w+$/m, 'status: draft')
      .replace('kind: proposal', 'kind: circular')
    expect([begun.statusCode, begun.json().yaml]).toEqual([201, drafted])
  }
})

test('what is not there, and what is of another region, is not told', async () => {
  const neighbour = apiOf(app, sessions, '63.99')
  for (const path of ['', '/text.yaml', '/letter.pdf', '/signed-letter'])
    expect([
      (await own.get(`circulars/tidak-ada${path}`, 'nobody')).statusCode,
      (await neighbour.get(`circulars/uji-2021-07${path}`, 'bela')).statusCode,
    ]).toEqual([404, 404])
  const letter = await own.get('circulars/uji-2021-07/letter.pdf', 'nobody')
  expect([letter.statusCode, letter.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect((await own.get('circulars?cari=x', 'nobody')).statusCode).toBe(400)
})
