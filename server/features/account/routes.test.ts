/** Seeing the own account, changing the password, ending sessions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { saveFacts } from '../fact/service.ts'
import { addAccount, grantRole, hashPassword } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const password = 'gajah lemari biru sungai'
const other = 'perahu obeng kerikil bayam'
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(database.db, { region: '63.98', reach: 'region' }, work)

beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await inRegion(async (tx) => {
    await addAccount(tx, { login: 'nip-a2', employee: 'a2', passwordHash }, 'test')
    await addAccount(tx, { login: 'nip-a3', employee: 'a3', passwordHash }, 'test')
    const office = (await addAccount(tx, { login: 'bkpsdm', name: 'Ani', passwordHash }, 'test')) ?? ''
    await grantRole(tx, office, { role: 'personnel_agency' }, 'test')
  })
})

const send = (url: string, form: Record<string, string>, piket = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': agent },
    ...(piket && { cookies: { piket } }),
    payload: new URLSearchParams(form).toString(),
  })
const agent = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'
type Answer = Awaited<ReturnType<typeof send>>
const tokenOf = ({ cookies }: Answer) => cookies.find(({ name }) => name === 'piket')?.value ?? ''
const signIn = async (nip: string, sandi = password) => tokenOf(await send('/sungai-uji/masuk', { nip, sandi }))
const get = (url: string, piket: string) => app.inject({ url, cookies: { piket } })
const alertOf = ({ body }: Answer) => wordsOf(documentOf(body).querySelector('[role=alert]'))

describe('the own account', () => {
  test('says who one is and in which roles, and where one is signed in', async () => {
    const piket = await signIn('nip-a3')
    await signIn('nip-a3')
    const { body } = await get('/sungai-uji/akun', piket)
    const page = documentOf(body)
    expect(wordsOf(page.querySelector('[aria-labelledby=anda]'))).toMatch(/Pegawai a3.*Dinas Alfa.*nip-a3.*Pegawai/)
    expect([...page.querySelectorAll('[aria-labelledby=sesi] tbody tr')].map(wordsOf)).toEqual([
      expect.stringMatching(/^Chrome, Android.*kata sandi/),
      expect.stringMatching(/^Chrome, Android.*kata sandi/),
    ])
    expect(page.querySelector('a[href$="/akun/kelola"]')).toBeNull()
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })

  test('ends one session or all others, and none of somebody else', async () => {
    const [own, one, two, stranger] = [
      await signIn('nip-a3'),
      await signIn('nip-a3'),
      await signIn('nip-a3'),
      await signIn('bkpsdm'),
    ]
    const names = async (piket: string) =>
      [...documentOf((await get('/sungai-uji/akun', piket)).body).querySelectorAll('button[name=sesi]')].map(
        (button) => button.getAttribute('value') ?? '',
      )
    const [first = ''] = (await names(own)).filter((name) => name !== 'lain')
    await send('/sungai-uji/akun/sesi', { sesi: first }, stranger)
    expect(await names(own)).toContain(first)
    await send('/sungai-uji/akun/sesi', { sesi: first }, own)
    expect(await names(own)).not.toContain(first)
    expect((await send('/sungai-uji/akun/sesi', { sesi: 'lain' }, own)).statusCode).toBe(303)
    const codes = await Promise.all(
      [own, one, two, stranger].map(async (piket) => (await get('/sungai-uji/akun', piket)).statusCode),
    )
    expect(codes).toEqual([200, 303, 303, 200])
  })
})

describe('changing the password', () => {
  test('takes the current one and ends the other sessions', async () => {
    const [own, elsewhere] = [await signIn('nip-a2'), await signIn('nip-a2')]
    const change = (sekarang: string, sandi: string) => send('/sungai-uji/akun/sandi', { sekarang, sandi }, own)
    const wrong = await change('salah sama sekali', other)
    expect([wrong.statusCode, alertOf(wrong)]).toEqual([422, expect.stringMatching(/sekarang tidak cocok/)])
    expect(alertOf(await change(password, password))).toMatch(/sama dengan yang lama/)
    expect(alertOf(await change(password, '198503021985030219850302'))).toMatch(/NIP, tanggal lahir atau nama/)
    expect((await change(password, other)).statusCode).toBe(303)
    expect((await get('/sungai-uji/akun', own)).statusCode).toBe(200)
    expect((await get('/sungai-uji/akun', elsewhere)).statusCode).toBe(303)
    expect(await signIn('nip-a2', other)).not.toBe('')
  })

  test('is slowed down after ten wrong ones', async () => {
    const own = await signIn('nip-a3')
    for (let tries = 0; tries < 10; tries++)
      await send('/sungai-uji/akun/sandi', { sekarang: 'salah', sandi: other }, own)
    const paused = await send('/sungai-uji/akun/sandi', { sekarang: password, sandi: other }, own)
    expect([paused.statusCode, paused.headers['retry-after']]).toEqual([429, '1'])
  })

  test('is all that is open to a password older than the region allows, but for signing out', async () => {
    const settings = { password_profile: 'bssn', password_days: 90 }
    await inRegion((tx) => saveFacts(tx, { settings: settings as never }, { by: 'test', recorded: null }))
    const young = await signIn('bkpsdm')
    expect((await get('/sungai-uji/akun', young)).statusCode).toBe(200)
    served.moment = Date.now() + 91 * 86_400_000
    const piket = await signIn('bkpsdm')
    const led = await get('/sungai-uji/opd/dinas-a', piket)
    const form = '/sungai-uji/akun/sandi?ke=%2Fsungai-uji%2Fopd%2Fdinas-a'
    expect([led.statusCode, led.headers.location]).toEqual([303, form])
    const told = await app.inject({ url: '/api/v1/regions/63.98/agencies/dinas-a/day', cookies: { piket } })
    expect([told.statusCode, told.json().code]).toEqual([403, 'password-expired'])
    // A form that was open when the password grew too old is not lost.
    const sent = await send('/sungai-uji/akun/sesi', { sesi: 'lain' }, piket)
    const next = documentOf(sent.body).querySelector('main .card a')
    expect([sent.statusCode, next?.getAttribute('href')]).toEqual([403, '/sungai-uji/akun/sandi?ke=%2Fsungai-uji'])
    expect(wordsOf(documentOf(sent.body).querySelector('main'))).toContain('lalu tekan Kembali di sini')
    const shown = await get(form, piket)
    expect(shown.statusCode).toBe(200)
    expect(wordsOf(documentOf(shown.body).querySelector('main'))).toMatch(/lewat masa pakainya.*Keluar/)
    expect(await axeFindings(shown.body)).toEqual([])
    const bad = await send('/sungai-uji/akun/sandi', { sekarang: password, sandi: other }, piket)
    expect(alertOf(bad)).toMatch(/huruf besar, huruf kecil, angka dan tanda baca/)
    const good = 'Perahu-obeng 7 kerikil'
    const ke = '/sungai-uji/opd/dinas-a'
    const changed = await send('/sungai-uji/akun/sandi', { sekarang: password, sandi: good, ke }, piket)
    expect([changed.statusCode, changed.headers.location]).toEqual([303, ke])
    // Somebody of the personnel agency makes a passkey next.
    expect((await get(ke, piket)).headers.location).toBe('/sungai-uji/akun')
    expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(200)
    served.moment = morning
  })
})
