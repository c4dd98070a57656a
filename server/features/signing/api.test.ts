/** Signing as programs do it: what holds it back, the letter, and the law that comes of it, told in order. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#platform/refusal.ts'
import { apiOf, smallPdf } from '../../testing/api.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import { webhookKinds } from '../webhook/schema.ts'
import { makeWebhook } from '../webhook/service.ts'

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
const neighbour = apiOf(app, sessions, '63.99')
const get = (path: string, who = 'bela') => own.get(path, who)
const send = (path: string, fields: Readonly<Record<string, string>>, letter?: Buffer) =>
  own.send(path, fields, 'bela', letter)

async function begun(change: object = { from: 'hari-dari-rumah' }): Promise<string> {
  const id = randomUUID()
  expect((await own.post('drafts', { id, ...change }, 'bela')).statusCode).toBe(201)
  return id
}
const signature = (change: Readonly<Record<string, string>> = {}) => ({
  ...{ form: randomUUID(), read: '0', number: `800/${randomUUID().slice(0, 4)}/UJI`, issued_on: '2021-07-20' },
  ...{ from: '2021-08-02', until: '2021-08-31', signed_by: 'Rahmat Uji', differs: 'Pindaian bertanda tangan basah' },
  ...change,
})

test('what holds a draft back is told, and the letter to be signed is made once nothing does', async () => {
  const draft = await begun()
  expect((await get(`drafts/${draft}/signing`)).json()).toEqual({
    ...{ draft, newest_edit: 0, ready: true, errors: [], questions: [] },
  })
  const unready = await get(`drafts/${draft}/signing/letter.pdf`)
  expect([unready.statusCode, unready.json().code]).toEqual([409, 'letter-unready'])
  const changes = {
    ...{ number: '800/1/UJI', issued_on: '2021-07-20', 'issuer.signed_by': 'Rahmat Uji' },
    in_force: { from: '2021-08-02', until: '2021-08-31' },
  }
  await own.post(`drafts/${draft}/edits`, { form: randomUUID(), read: 0, changes }, 'bela')
  const letter = await get(`drafts/${draft}/signing/letter.pdf`)
  expect([letter.statusCode, letter.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect((await pdfText(letter.rawPayload)).join(' ')).toContain('800/1/UJI')
  const marked = await get(`drafts/${draft}/letter.pdf`, 'bupati')
  expect([marked.statusCode, marked.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const questioned = await begun({
    text: circular.replace('id: uji-2021-07', 'id: uji-2021-08').replace('blocks: roster', 'blocks: publication'),
  })
  expect((await get(`drafts/${questioned}/signing`)).json()).toMatchObject({
    ...{ ready: false, questions: [{ id: 'q1', blocks: 'publication' }] },
  })
})

test('the signed letter makes it law, once, and is kept byte for byte with its hash', async () => {
  const draft = await begun()
  const form = signature()
  const made = await send(`drafts/${draft}/signing`, form)
  expect(made.statusCode).toBe(200)
  const { circular: id } = made.json()
  expect((await send(`drafts/${draft}/signing`, form)).json()).toEqual({ circular: id })
  expect((await send(`drafts/${draft}/signing`, { ...form, number: 'lain' })).json().code).toBe('form-used')
  const sha256 = createHash('sha256').update(smallPdf).digest('hex')
  expect((await get(`circulars/${id}/signed-letter`, 'nobody')).json()).toEqual({
    ...{ sha256, same: false, differs: form.differs, signed_by: 'Rahmat Uji', kept_at: expect.any(String) },
  })
  const letter = await get(`circulars/${id}/signed-letter.pdf`, 'nobody')
  expect([letter.headers['content-type'], letter.rawPayload.equals(smallPdf)]).toEqual(['application/pdf', true])
  expect((await get(`drafts/${draft}`)).json()).toMatchObject({ state: 'signed', circular: id, newest_edit: 1 })
  expect((await get(`drafts/${draft}/signing`)).json().code).toBe('draft-ended')
  expect((await get(`circulars/${id}`, 'nobody')).json()).toMatchObject({
    ...{ number: form.number, recorded_by: 'filed_at', signed_letter: { sha256, same: false } },
    ...{ versions: [{ version: 1 }], in_force: { from: '2021-08-02', until: '2021-08-31' } },
  })
})

test.each<[string, Readonly<Record<string, string>>, Buffer | undefined, number, string]>([
  ['lacks its number', { number: '' }, undefined, 422, 'signing-incomplete'],
  ['brings no letter', {}, Buffer.alloc(0), 422, 'signing-incomplete'],
  ['brings a letter that is none', {}, Buffer.from('GIF89a'), 422, 'signing-no-pdf'],
  ['was changed since it was read', { read: '7' }, undefined, 409, 'signing-read-anew'],
  ['has the number of another one', { number: '800/7/UJI' }, undefined, 409, 'signing-number-taken'],
  ['has a day that is none', { from: '2021-02-30' }, undefined, 400, 'form-invalid'],
  ['is another file and does not say why', { differs: '' }, undefined, 422, 'signing-differs-why'],
])('one that %s is refused, and nothing is kept', async (_, change, letter, status, code) => {
  const draft = await begun()
  const no = await send(`drafts/${draft}/signing`, signature(change), letter)
  expect([no.json().code, no.statusCode]).toEqual([code, status])
  expect((await get(`drafts/${draft}`)).json().state).toBe('open')
})

test('a field that a program misspelt is called as it wrote it', async () => {
  const draft = await begun()
  const no = await send(`drafts/${draft}/signing`, signature({ issued_on: 'kemarin' }))
  expect(no.json().detail).toContain('issued_on')
})

test('only the bureau of the region', async () => {
  const draft = await begun()
  const paths = [`drafts/${draft}/signing`, `drafts/${draft}/signing/letter.pdf`]
  const statuses = async (who: string, api = own) =>
    (await Promise.all([...paths.map((path) => api.get(path, who)), api.send(paths[0] ?? '', signature(), who)])).map(
      ({ statusCode }) => statusCode,
    )
  expect(await statuses('nobody')).toEqual([401, 401, 401])
  expect(await statuses('bupati')).toEqual([403, 403, 403])
  expect(await statuses('bela', neighbour)).toEqual([404, 404, 404])
  expect((await get(`drafts/${randomUUID()}/signing`)).statusCode).toBe(404)
  expect((await get('circulars/uji-2021-07/signed-letter')).statusCode).toBe(404)
  expect((await get('circulars/uji-2021-07/signed-letter.pdf')).statusCode).toBe(404)
})

test('the life of a circular is one thing to those who are told: from its draft to its end', async () => {
  const officer = { region: '63.98', account: randomUUID(), roles: [] }
  const address = { id: randomUUID(), address: 'http://127.0.0.1:9/', kinds: webhookKinds }
  const source = { db: database.db, clock: app.clock, posts: { toLoopback: true } }
  const webhook = await makeWebhook(source, officer, address)
  if (isRefusal(webhook)) throw new Error(webhook.refused)
  const draft = await begun()
  const { circular: id } = (await send(`drafts/${draft}/signing`, signature())).json()
  const act = (until: object) => ({
    ...{ form: randomUUID(), number: `800/${randomUUID().slice(0, 4)}/UJI` },
    ...{ issued_on: '2021-07-21', signed_by: 'Rahmat Uji', ...until },
  })
  expect((await send(`circulars/${id}/extension`, act({ until: '2021-09-30' }))).statusCode).toBe(200)
  expect((await send(`circulars/${id}/revocation`, act({ from: '2021-09-01' }))).statusCode).toBe(200)
  const told = await database.owner
    .selectFrom('webhook_delivery')
    .innerJoin('event', 'event.id', 'webhook_delivery.event_id')
    .where('thread', '=', draft)
    .select(['event.kind', 'event.subject'])
    .orderBy('event.id')
    .execute()
  expect(told.map(({ kind, subject }) => `${subject} ${kind}`)).toEqual([
    `${draft} draft-begun`,
    ...['circular-filed', 'circular-signed', 'circular-extended', 'circular-revoked'].map((kind) => `${id} ${kind}`),
  ])
})
