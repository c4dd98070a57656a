/** A head says how the public reaches a unit without coming; the board and its JSON show it. */
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
for (const employee of ['a0', 'b0']) tokens[employee] = await served.signIn(employee)
const own = '/sungai-uji/unit/dinas-a/saluran'
const post = (url: string, form: Readonly<Record<string, string>>, who = 'a0') =>
  app.inject({
    method: 'POST',
    url,
    cookies: { piket: tokens[who] ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const phone = { nomor: randomUUID(), unit: 'dinas-a', jenis: 'phone', alamat: '(0543) 21234' }
const board = () => app.inject({ url: '/sungai-uji/layanan/dinas-a' })

test('a channel is stated once, stands on the public board at once, and goes again', async () => {
  const before = await board()
  for (let times = 0; times < 2; times++) expect((await post(own, phone)).statusCode).toBe(303)
  const page = await board()
  expect(page.headers.etag).not.toBe(before.headers.etag)
  const link = documentOf(page.body).querySelector('[aria-labelledby=saluran] a')
  expect([link?.getAttribute('href'), link?.textContent]).toEqual(['tel:054321234', '(0543) 21234'])
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  const { units } = (await app.inject({ url: '/api/v1/regions/63.98/services' })).json()
  const listed = units.find(({ unit }: { unit: string }) => unit === 'dinas-a')
  if (listed) expect(listed.channels).toEqual([{ kind: 'phone', address: '(0543) 21234' }])

  const { body } = await app.inject({ url: own, cookies: { piket: tokens.a0 ?? '' } })
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const close = documentOf(body).querySelector('form[action$=tutup]')?.getAttribute('action') ?? ''
  expect((await post(close, {}, 'b0')).statusCode).toBe(403)
  for (let times = 0; times < 2; times++) expect((await post(close, {})).statusCode).toBe(303)
  expect(documentOf((await board()).body).querySelector('[aria-labelledby=saluran]')).toBe(null)
  const kinds = await database.owner
    .selectFrom('event')
    .where('subject', '=', 'dinas-a')
    .where('kind', 'like', 'channel-%')
    .select('kind')
    .orderBy('id')
    .execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(['channel-stated', 'channel-closed'])
})

test.each([
  ['that leads nowhere', { alamat: 'tanya satpam' }, 'channel-unreadable', 422],
  ['that is a program', { jenis: 'web', alamat: 'javascript:alert(1)' }, 'channel-unreadable', 422],
  ['of another agency', { unit: 'dinas-b' }, 'place-unit-unknown', 422],
])('one %s is refused, and what was typed stays', async (_, change, code, status) => {
  const typed = { ...phone, nomor: randomUUID(), ...change }
  const { statusCode, body } = await post(own, typed)
  expect([statusCode, body.includes(code)]).toEqual([status, true])
  expect(documentOf(body).querySelector('#alamat')?.getAttribute('value')).toBe(typed.alamat)
})

test('five are enough, none twice, and nobody states those of another agency', async () => {
  for (let last = 1; last <= 5; last++)
    expect((await post(own, { ...phone, nomor: randomUUID(), alamat: `(0543) 2123${last}` })).statusCode).toBe(303)
  const twice = await post(own, { ...phone, nomor: randomUUID(), alamat: '(0543) 21231' })
  expect(twice.body).toContain('channel-there')
  const sixth = await post(own, { ...phone, nomor: randomUUID(), alamat: '112' })
  expect([sixth.statusCode, sixth.body.includes('channels-full')]).toEqual([409, true])
  expect((await post(own, { ...phone, nomor: randomUUID(), alamat: '119' }, 'b0')).statusCode).toBe(403)
  expect(wordsOf(documentOf((await board()).body).querySelector('[aria-labelledby=saluran]'))).toContain('21235')
})
