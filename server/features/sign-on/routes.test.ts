/** Signing in over a real OpenID provider: who gets in, and what is refused on the way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { buildApp } from '../../app.tsx'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { openProvider } from '../../testing/sign-on-provider.ts'
import { addAccount, changeState, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const provider = await openProvider()
const { db } = served.database
const { clock, assets, release } = served.app
const app = await buildApp({ db, clock, assets, release, providers: new Map([['63.98', provider.client]]) })
afterAll(async () => {
  await app.close()
  await provider[Symbol.asyncDispose]()
  await served[Symbol.asyncDispose]()
})

const host = 'piket.uji:3000'
const callback = `http://${host}/sungai-uji/masuk/tunggal/kembali`
const nip = '198503022010012003'
const ids: Record<string, string> = {}
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(db, { region: '63.98', reach: 'region' }, work)
beforeAll(() =>
  inRegion(async (tx) => {
    ids.a2 = (await addAccount(tx, { login: nip, employee: 'a2', passwordHash: '-' }, 'test')) ?? ''
    await addAccount(tx, { login: '198503022010012004', employee: 'a3' }, 'test')
    const officer = await addAccount(tx, { login: '198503022010012005', employee: 'a4', passwordHash: '-' }, 'test')
    await grantRole(tx, officer ?? '', { role: 'it_officer' }, 'test')
  }),
)

type Cookies = Record<string, string>
const get = (url: string, cookies: Cookies = {}) => app.inject({ url, headers: { host }, cookies })
const begin = async (ke = '') => {
  const { headers, cookies, statusCode } = await get(
    `/sungai-uji/masuk/tunggal${ke && `?ke=${encodeURIComponent(ke)}`}`,
  )
  const tunggal = cookies.find(({ name }) => name === 'tunggal')?.value ?? ''
  return { statusCode, href: String(headers.location), cookies: { tunggal } }
}

/** Follows the provider's pages until it leads back; answers with the path it leads to. */
async function throughProvider(href: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = href
  while (!at.startsWith(`http://${host}`)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const next = response.headers.get('location')
    if (next === null) throw new Error(await response.text())
    at = new URL(next, at).href
  }
  return at.slice(`http://${host}`.length)
}
const codeOf = (body: string) => wordsOf(documentOf(body).querySelector('main .code'))

test('a provider that does not answer leaves the other ways in', async () => {
  const { statusCode, body } = await get('/sungai-uji/masuk/tunggal')
  expect([statusCode, codeOf(body)]).toEqual([503, 'sign-on-unreachable'])
})

describe('a provider that answers', () => {
  beforeAll(() => provider.serve([callback]))

  test('lets in whose number has an account, and leads back to where they wanted to go', async () => {
    provider.claims = { sub: 'siti', nip }
    const { href, cookies, statusCode } = await begin('/sungai-uji/akun')
    expect(statusCode).toBe(303)
    const asked = new URL(href).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect([asked.get('redirect_uri'), asked.get('nonce') !== null]).toEqual([callback, true])
    const response = await get(await throughProvider(href), cookies)
    expect([response.statusCode, response.headers.location]).toEqual([303, '/sungai-uji/akun'])
    const piket = response.cookies.find(({ name }) => name === 'piket')?.value ?? ''
    const page = documentOf((await get('/sungai-uji/akun', { piket })).body)
    expect(wordsOf(page.querySelector('.who'))).toBe('Pegawai a2')
    expect(wordsOf(page.querySelector('[aria-labelledby=sesi]'))).toContain('masuk tunggal')
  })

  test.each([
    ['a number without an account', { sub: 'budi', nip: '198503022010012009' }, 'sign-on-unknown'],
    ['no number', { sub: 'budi' }, 'sign-on-failed'],
    ['somebody who was invited only', { sub: 'budi', nip: '198503022010012004' }, 'account-not-active'],
  ])('makes no account for %s', async (_, claims, refused) => {
    provider.claims = claims
    const { href, cookies } = await begin()
    const { body, cookies: given } = await get(await throughProvider(href), cookies)
    expect(codeOf(body)).toBe(refused)
    expect(given.find(({ name }) => name === 'piket')).toBeUndefined()
  })

  test('is asked anew who it is when somebody proves it once more, and believed about nobody else', async () => {
    const since = { method: 'sign_on', agent: 'test', at: new Date(morning - 3_600_000) } as const
    const piket = await inRegion((tx) => beginSession(tx, '63.98', ids.a2 ?? '', since))
    const depart = async () => {
      const answer = await get('/sungai-uji/masuk/tunggal?ulang=1&ke=/sungai-uji/akun', { piket })
      const tunggal = answer.cookies.find(({ name }) => name === 'tunggal')?.value ?? ''
      return { href: String(answer.headers.location), cookies: { tunggal, piket } }
    }
    const page = documentOf((await get('/sungai-uji/akun/bukti?ke=/sungai-uji/akun', { piket })).body)
    expect(page.querySelector('a[href*="/masuk/tunggal?ulang=1"]')).not.toBeNull()

    provider.claims = { sub: 'lain', nip: '198503022010012009' }
    const stranger = await depart()
    const asked = new URL(stranger.href).searchParams
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
    const refused = await get(await throughProvider(stranger.href), stranger.cookies)
    expect(codeOf(refused.body)).toBe('sign-on-unknown')

    provider.claims = { sub: 'siti', nip }
    const [alone, own] = [await depart(), await depart()]
    const { tunggal } = alone.cookies
    expect(codeOf((await get(await throughProvider(alone.href), { tunggal })).body)).toBe('sign-on-of-another')
    const proved = await get(await throughProvider(own.href), own.cookies)
    expect([proved.statusCode, proved.headers.location]).toEqual([303, '/sungai-uji/akun'])
    const renewed = proved.cookies.find(({ name }) => name === 'piket')?.value ?? ''
    expect(
      wordsOf(documentOf((await get('/sungai-uji/akun/bukti', { piket: renewed })).body).querySelector('h1')),
    ).toBe('Terbukti')
    expect((await get('/sungai-uji/akun', { piket })).statusCode).toBe(303)
  })

  test.each([
    [undefined, '/sungai-uji/akun'],
    [['pwd', 'otp'], '/sungai-uji/akun'],
    [['pwd', 'hwk'], undefined],
  ])('lets an administrator in whom it asked for a key, and nobody by anything less: %j', async (amr, led) => {
    provider.claims = { sub: `petugas-${amr}`, nip: '198503022010012005', ...(amr && { amr }) }
    const { href, cookies } = await begin()
    const { cookies: given } = await get(await throughProvider(href), cookies)
    const piket = given.find(({ name }) => name === 'piket')?.value ?? ''
    const { statusCode, headers } = await get('/sungai-uji/akun/kelola', { piket })
    expect([statusCode, headers.location]).toEqual([led ? 303 : 200, led])
  })

  test('does not let a suspended account in', async () => {
    provider.claims = { sub: 'siti', nip }
    const by = { by: 'test', at: new Date(morning) }
    await inRegion((tx) => changeState(tx, ids.a2 ?? '', 'suspended', by))
    const { href, cookies } = await begin()
    expect(codeOf((await get(await throughProvider(href), cookies)).body)).toBe('account-not-active')
    await inRegion((tx) => changeState(tx, ids.a2 ?? '', 'active', by))
  })

  test('is answered once, by the browser that left, in ten minutes, and in its own region', async () => {
    provider.claims = { sub: 'siti', nip }
    const [first, second, third] = [await begin(), await begin(), await begin()]
    const back = await throughProvider(first.href)
    expect(codeOf((await get(back)).body)).toBe('sign-on-failed')
    expect(codeOf((await get(back, second.cookies)).body)).toBe('sign-on-failed')
    expect((await get(back, first.cookies)).statusCode).toBe(303)
    expect(codeOf((await get(back, first.cookies)).body)).toBe('sign-on-failed')
    const late = await throughProvider(second.href)
    served.moment = morning + 600_000
    expect(codeOf((await get(late, second.cookies)).body)).toBe('sign-on-failed')
    served.moment = morning
    const elsewhere = (await throughProvider(third.href)).replace('/sungai-uji/', '/tetangga/')
    expect((await get(elsewhere, third.cookies)).statusCode).toBe(404)
  })

  test('that brings a forged code, a refusal or nothing is told so, never with an internal error', async () => {
    for (const rest of ['code=palsu', 'error=access_denied', '']) {
      const { cookies } = await begin()
      const answer = await get(`/sungai-uji/masuk/tunggal/kembali?${rest}&state=${cookies.tunggal}`, cookies)
      expect([answer.statusCode, codeOf(answer.body)]).toEqual([422, 'sign-on-failed'])
    }
  })
})

test('where a region has no provider, nothing offers one', async () => {
  expect((await get('/sungai-uji/masuk')).body).toContain('/masuk/tunggal')
  expect((await get('/tetangga/masuk')).body).not.toContain('/masuk/tunggal')
  expect((await get('/tetangga/masuk/tunggal')).statusCode).toBe(404)
})
