/** The page of webhooks. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { accountByEmployee, grantRole } from '../account/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const officer = await served.signIn('b1')
const clerk = await served.signIn('a1')
const whole = { region: '63.98', reach: 'region' } as const
await as(database.db, whole, async (tx) => {
  const account = await accountByEmployee(tx, 'b1')
  await grantRole(tx, account?.account ?? '', { role: 'it_officer' }, 'test')
})

const page = '/sungai-uji/akun/webhook'
const get = (token = officer) => app.inject({ url: page, cookies: { piket: token } })
const post = (url: string, ...form: (readonly [string, string])[]) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { piket: officer },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
  })
const make = (alamat: string, ...form: (readonly [string, string])[]) =>
  post(page, ['nomor', randomUUID()], ['alamat', alamat], ...form)
const kinds = [
  ['kejadian', 'return-stated'],
  ['kejadian', 'circular-filed'],
] as const

test.each([
  ['http://8.8.8.8/', /harus https/],
  ['https://127.0.0.1/', /jaringan dalam/],
  ['https://169.254.169.254/latest/meta-data', /jaringan dalam/],
  ['https://localhost/', /jaringan dalam/],
  ['https://nowhere.invalid/', /tidak ditemukan/],
])('%s is refused, with what was typed', async (alamat, words) => {
  const { statusCode, body } = await make(alamat, ...kinds)
  expect(statusCode).toBe(422)
  const shown = documentOf(body)
  expect(wordsOf(shown.querySelector('[role=alert]'))).toMatch(words)
  expect(shown.querySelector('#alamat')?.getAttribute('value')).toBe(alamat)
  expect(shown.querySelectorAll('input[checked]')).toHaveLength(2)
})

test('an address without a kind of event is refused', async () => {
  expect((await make('https://8.8.8.8/')).statusCode).toBe(422)
})

test('the secret is shown once, what is sent shows with its state, and the address can be ended', async () => {
  const made = await make('https://8.8.8.8/piket', ...kinds)
  expect(made.statusCode).toBe(200)
  expect(made.headers['cache-control']).toBe('no-store')
  const secret = wordsOf(documentOf(made.body).querySelector('[role=status] .code'))
  expect(secret).toMatch(/^[\w-]{43}$/)
  await as(database.db, whole, (tx) =>
    recordEvent(tx, { actor: 'test', kind: 'return-stated', subject: 'dinas-a', agency: 'dinas-a' }),
  )
  const { body } = await get()
  expect(body).not.toContain(secret)
  const shown = documentOf(body)
  expect(wordsOf(shown.querySelector('[aria-labelledby=kiriman] tbody tr'))).toMatch(
    /pernyataan harian dikirim dinas-a\s*8\.8\.8\.8\s*menunggu/,
  )
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  const ping = shown.querySelector('form[action$=percobaan]')?.getAttribute('action') ?? ''
  expect((await post(ping)).statusCode).toBe(303)
  expect(wordsOf(documentOf((await get()).body).querySelector('[aria-labelledby=kiriman] tbody tr'))).toMatch(
    /percobaan .*8\.8\.8\.8\s*menunggu/,
  )
  await database.owner.updateTable('webhook_delivery').set({ state: 'taken' }).execute()
  const pings = database.owner.selectFrom('event').select('id').where('kind', '=', 'ping')
  const before = (await pings.execute()).length
  const taps = await database.owner.transaction().execute(async (tx) => {
    await sql`select from webhook for update`.execute(tx)
    const both = [post(ping), post(ping)]
    await vi.waitFor(async () => {
      const waiting = await sql`select from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(database.owner)
      expect(waiting.rows).toHaveLength(both.length)
    }, 30_000)
    return both
  })
  expect((await Promise.all(taps)).map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(await pings.execute()).toHaveLength(before + 1)
  const end = shown.querySelector('form[action$=henti]')?.getAttribute('action') ?? ''
  expect((await post(end)).statusCode).toBe(303)
  expect((await post(end)).statusCode).toBe(303)
  expect((await post(end.replace(/[\da-f-]{36}/, randomUUID()))).statusCode).toBe(404)
  expect(wordsOf(documentOf((await get()).body).querySelector('[aria-labelledby=daftar]'))).toContain('Belum ada')
})

test('a form that is sent again makes one, and says so', async () => {
  const nomor = randomUUID()
  const send = (alamat = 'https://8.8.8.8/dua') => post(page, ['nomor', nomor], ['alamat', alamat], ...kinds)
  const answers = await Promise.all([send(), send()])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  const again = documentOf((await send()).body)
  expect(wordsOf(again.querySelector('[role=alert]'))).toMatch(/sudah dibuat.*hanya ditampilkan sekali/)
  expect(again.querySelector('[role=status]')).toBeNull()
  const other = documentOf((await send('https://8.8.8.8/tiga')).body)
  expect(other.querySelector('#alamat')?.getAttribute('value')).toBe('https://8.8.8.8/tiga')
  expect(other.querySelector('[name=nomor]')?.getAttribute('value')).not.toBe(nomor)
  const events = database.owner.selectFrom('event').select('id').where('subject', '=', nomor)
  expect(await events.execute()).toHaveLength(1)
})

test('only the IT officer', async () => {
  expect((await get(clerk)).statusCode).toBe(403)
})
