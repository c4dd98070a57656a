/** Signing in by password, being recognised, being slowed down, signing out. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { addAccount, changeState, grantRole, hashPassword } from '../account/service.ts'
import { beginSession } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const password = 'gajah lemari biru sungai'
const accounts: Record<string, string> = {}
beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
    for (const employee of ['a2', 'a3', 'a4'])
      accounts[employee] = (await addAccount(
        tx,
        { login: `nip-${employee}`, employee, passwordHash },
        'test',
      )) as string
    const office = (await addAccount(tx, { login: 'bkpsdm', name: 'Ani', passwordHash }, 'test')) as string
    accounts.office = office
    await grantRole(tx, office, { role: 'personnel_agency' }, 'test')
  })
})

const signIn = (nip: string, sandi = password, extra: object = {}) =>
  app.inject({
    method: 'POST',
    url: '/sungai-uji/masuk',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nip, sandi, ...extra }).toString(),
  })
const tokenOf = (response: Awaited<ReturnType<typeof signIn>>) =>
  response.cookies.find(({ name }) => name === 'piket')?.value ?? ''
const boardFor = (piket: string) => app.inject({ url: '/sungai-uji/opd/dinas-a', cookies: { piket } })

describe('signing in with a password', () => {
  test.each(['//evil.invalid', '/\\\\evil.invalid', '/\t/evil.invalid', '/\nx', '/€', 'https://evil.invalid'])(
    'leads nowhere else: %j',
    async (ke) => {
      const { statusCode, headers } = await signIn('nip-a2', password, { ke })
      expect([statusCode, headers.location]).toEqual([303, '/sungai-uji/saya'])
    },
  )

  test('opens the pages of the own agency, and leads back to where one wanted to go', async () => {
    const asked = await app.inject('/sungai-uji/opd/dinas-a?tanggal=2021-07-22')
    expect(asked.statusCode).toBe(303)
    const form = await app.inject(asked.headers.location as string)
    const ke = documentOf(form.body).querySelector('input[name=ke]')?.getAttribute('value') ?? ''
    expect(ke).toBe('/sungai-uji/opd/dinas-a?tanggal=2021-07-22')
    const response = await signIn('NIP-A2 ', password, { ke })
    expect([response.statusCode, response.headers.location]).toEqual([303, ke])
    const cookie = response.cookies.find(({ name }) => name === 'piket')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const board = await boardFor(tokenOf(response))
    expect(board.statusCode).toBe(200)
    expect(wordsOf(documentOf(board.body).querySelector('.who'))).toBe('Pegawai a2')
  })

  test('a way back that leads to another site is left out', async () => {
    for (const ke of ['https://jahat.example/', '//jahat.example', '/\\jahat.example']) {
      const { headers } = await signIn('nip-a2', password, { ke })
      expect(headers.location).toBe('/sungai-uji/saya')
    }
  })

  test('unknown numbers and wrong passwords get the same answer, and the number stays typed', async () => {
    const [wrong, unknown] = [await signIn('nip-a2', 'salah sama sekali'), await signIn('tidak-ada', password)]
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    const words = (body: string) => wordsOf(documentOf(body).querySelector('[role=alert]'))
    expect(words(wrong.body)).toMatch(/NIP atau kata sandi tidak cocok/)
    expect(words(unknown.body)).toBe(words(wrong.body))
    expect(documentOf(wrong.body).querySelector('#nip')?.getAttribute('value')).toBe('nip-a2')
    expect(wrong.body).not.toContain('salah sama sekali')
  })

  test('after ten failures a browser waits, longer each time, and other browsers do not', async () => {
    for (let tries = 0; tries < 10; tries++) await attempt('browser-one-0000000000', 'salah')
    const paused = await attempt('browser-one-0000000000', password)
    expect(paused.statusCode).toBe(429)
    expect(Number(paused.headers['retry-after'])).toBe(1)
    expect((await attempt('browser-two-0000000000', password)).statusCode).toBe(303)
    served.moment += 1500
    expect((await attempt('browser-one-0000000000', 'salah')).statusCode).toBe(401)
    expect(Number((await attempt('browser-one-0000000000', password)).headers['retry-after'])).toBe(2)
    served.moment += 2500
    expect((await attempt('browser-one-0000000000', password)).statusCode).toBe(303)
    served.moment = morning
  })
  const attempt = (peramban: string, sandi: string) =>
    app.inject({
      method: 'POST',
      url: '/sungai-uji/masuk',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      cookies: { peramban },
      payload: new URLSearchParams({ nip: 'nip-a3', sandi }).toString(),
    })

  test('a region is asked for its own accounts only', async () => {
    const other = await app.inject({
      method: 'POST',
      url: '/tetangga/masuk',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ nip: 'nip-a2', sandi: password }).toString(),
    })
    expect(other.statusCode).toBe(401)
  })

  test('fields that are empty are named, and are no attempt', async () => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/sungai-uji/masuk',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'nip=+&sandi=',
    })
    expect(refusedIn({ statusCode, body })).toMatchObject({
      status: 400,
      at: '/sungai-uji/masuk',
      wrong: { nip: 'Belum diisi', sandi: 'Belum diisi' },
    })
  })

  test('control characters, floods of text and other forms are refused, never with an internal error', async () => {
    expect((await signIn('a\u0000b')).statusCode).toBe(401)
    expect((await signIn('a'.repeat(61))).statusCode).toBe(400)
    expect((await signIn('nip-a2', 'x'.repeat(401))).statusCode).toBe(400)
    expect((await app.inject({ method: 'POST', url: '/sungai-uji/masuk', payload: {} })).statusCode).toBe(415)
  })
})

describe('a session', () => {
  test('is for one region: another one answers as if nothing were there', async () => {
    const piket = tokenOf(await signIn('nip-a2'))
    const { statusCode, body } = await app.inject({ url: '/tetangga/opd/dinas-a', cookies: { piket } })
    expect(statusCode).toBe(404)
    expect(body).not.toContain('Dinas Tetangga')
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Masuk di Kabupaten Tetangga')
  })

  test.each(['', 'x', '63.98.', `63.98.${'A'.repeat(43)}`, `63.98.${'A'.repeat(42)}`, `99.99.${'A'.repeat(43)}`])(
    'nobody is recognised by %j',
    async (piket) => {
      expect((await boardFor(piket)).statusCode).toBe(303)
    },
  )

  test('ends when its owner signs out, and no other does', async () => {
    const [one, other] = [tokenOf(await signIn('nip-a2')), tokenOf(await signIn('nip-a2'))]
    const out = await app.inject({ method: 'POST', url: '/sungai-uji/keluar', cookies: { piket: one } })
    expect(out.statusCode).toBe(303)
    expect((await boardFor(one)).statusCode).toBe(303)
    expect((await boardFor(other)).statusCode).toBe(200)
  })

  test('ends twelve hours after it began', async () => {
    const piket = tokenOf(await signIn('nip-a2'))
    served.moment = morning + 12 * 3_600_000 - 60_000
    expect((await boardFor(piket)).statusCode).toBe(200)
    served.moment = morning + 12 * 3_600_000
    expect((await boardFor(piket)).statusCode).toBe(303)
    served.moment = morning
  })

  test('of an administrator ends after half an hour without a request, and lives on with one', async () => {
    const begin = { method: 'passkey', agent: 'test', at: new Date(morning) } as const
    const piket = await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
      beginSession(tx, '63.98', accounts.office ?? '', begin),
    )
    served.moment = morning + 25 * 60_000
    expect((await boardFor(piket)).statusCode).toBe(200)
    served.moment = morning + 50 * 60_000
    expect((await boardFor(piket)).statusCode).toBe(200)
    served.moment = morning + 81 * 60_000
    expect((await boardFor(piket)).statusCode).toBe(303)
    served.moment = morning
  })

  test('of a suspended account lets nobody in within five seconds, and signing in says why', async () => {
    const piket = tokenOf(await signIn('nip-a4'))
    expect((await boardFor(piket)).statusCode).toBe(200)
    await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
      changeState(tx, accounts.a4 ?? '', 'suspended', { by: 'test', at: new Date(served.moment) }),
    )
    served.moment += 5000
    expect((await boardFor(piket)).statusCode).toBe(303)
    expect((await signIn('nip-a4')).statusCode).toBe(403)
    served.moment = morning
  })

  test('is kept as a hash: the table does not let anybody in', async () => {
    const piket = tokenOf(await signIn('nip-a2'))
    const rows = await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
      tx.selectFrom('session').select('token_hash').execute(),
    )
    const stored = rows.map(({ token_hash }) => (token_hash as Buffer).toString('base64url'))
    expect(stored).not.toContain(piket.split('.').at(-1))
  })
})

describe('forms of other sites', () => {
  test.each(['https://jahat.example', 'null', 'http://localhost.jahat.example'])(
    'from %s are refused',
    async (origin) => {
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/sungai-uji/masuk',
        headers: { origin, host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ nip: 'nip-a2', sandi: password }).toString(),
      })
      expect(statusCode).toBe(403)
    },
  )
})

test('the one click is for demonstrations only', async () => {
  expect(documentOf((await app.inject('/sungai-uji/masuk')).body).querySelector('[name=akun]')).toBeNull()
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/sungai-uji/masuk/peragaan',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ akun: accounts.a2 ?? '' }).toString(),
  })
  expect(statusCode).toBe(404)
})
