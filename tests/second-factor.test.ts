/** Administrators and their second factor: what a password alone opens, and how the first IT officer of a region gets in. */
import { administrators } from '@piket/domain/access/role.ts'
import { beginSession, forget } from '@piket/server/features/session/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { newAuthenticator } from '@piket/server/testing/authenticator.ts'
import { documentOf, wordsOf } from '@piket/server/testing/page.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { piket } from '../cli/testing/piket.ts'
import { addressOf, askOf } from './authorization-matrix.ts'
import { appWithRoutes, type Route } from './authorization-routes.ts'
import { addViewers, code, inRegion, ofAlfa, type Viewer } from './authorization-viewers.ts'

const { app: served, routes } = await appWithRoutes(serveRegion)
const viewers = await addViewers(served)
afterAll(() => served[Symbol.asyncDispose]())
const { app, database } = served
const { db } = database

const nameOf = ({ method, url }: Route) => `${method} ${url}`
const begun = { method: 'password', agent: 'test', at: new Date(served.moment) } as const
const byPassword = ({ account = '' }: Viewer) => as(db, inRegion, (tx) => beginSession(tx, code, account, begun))

/** What a password session of an administrator who has no passkey reaches, beside what is public. */
const openWhenEnrolling = [
  'GET /:region/akun',
  'GET /:region/akun/bukti',
  'POST /:region/akun/bukti',
  'POST /:region/akun/bukti/kode',
  'POST /:region/akun/bukti/kunci',
  'POST /:region/akun/bukti/kunci/pilihan',
  'POST /:region/akun/kunci',
  'POST /:region/akun/kunci/pilihan',
  'GET /:region/akun/sandi',
  'POST /:region/akun/sandi',
  'POST /:region/keluar',
  // A rule about passwords makes nobody late: the phone has a key of its own.
  'POST /api/v1/regions/:region/check-ins',
]
/** The same for one who has a passkey, and has not shown it. */
const openWhenShowing = [
  'GET /:region/akun/bukti',
  'POST /:region/akun/bukti/kode',
  'POST /:region/akun/bukti/kunci',
  'POST /:region/akun/bukti/kunci/pilihan',
  'POST /:region/keluar',
  'POST /api/v1/regions/:region/check-ins',
]

const enrol = (key: ReturnType<typeof newAuthenticator>, { account = '' }: Viewer) =>
  as(db, inRegion, (tx) =>
    tx
      .insertInto('passkey')
      .values({
        ...{ region_id: code, credential_id: key.id, account_id: account, public_key: Buffer.of(), counter: 0 },
        ...{ transports: [], label: 'Uji', registered_at: new Date(served.moment).toISOString() },
      })
      .execute(),
  )

async function reachedBy(viewer: Viewer): Promise<string[]> {
  const reached: string[] = []
  for (const route of routes.filter(({ may }) => may !== 'public')) {
    const asked = askOf(route, ofAlfa.own)
    const isForm = route.method !== 'GET' && asked !== ''
    const { statusCode, headers, body } = await app.inject({
      method: route.method as 'GET',
      url: addressOf(route.url, ofAlfa['other unit']),
      headers: {
        accept: 'application/json',
        ...(isForm && {
          'content-type': asked.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
        }),
      },
      cookies: { piket: await byPassword(viewer) },
      ...(isForm && { payload: asked }),
    })
    const isLed = statusCode === 303 && /^\/sungai-uji\/akun(\/bukti\?ke=.*)?$/.test(`${headers.location}`)
    const isShut = isLed && route.method === 'GET'
    if (!isShut && !(statusCode === 403 && body.includes('"second-factor-needed"'))) reached.push(nameOf(route))
  }
  return reached
}

const administrating = viewers.filter(({ name }) => (administrators as ReadonlySet<string>).has(name))

test('there are administrators to ask', () => expect(administrating.length).toBe(administrators.size))

describe.each(administrating)('$name, by password alone,', (viewer) => {
  test('reaches what is needed to make a passkey, and nothing else', async () => {
    expect(await reachedBy(viewer)).toEqual(openWhenEnrolling)
  })
  test('reaches what is needed to show the passkey there is, and nothing else', async () => {
    await enrol(newAuthenticator(), viewer)
    forget(db, viewer.account ?? '')
    expect(await reachedBy(viewer)).toEqual(openWhenShowing)
  })
})

test('everybody else goes on with the password', async () => {
  const others = viewers.filter(({ name, account }) => account && !(administrators as ReadonlySet<string>).has(name))
  expect(others.length).toBeGreaterThan(5)
  for (const viewer of others) {
    const { statusCode } = await app.inject({
      url: '/sungai-uji/pengumuman',
      cookies: { piket: await byPassword(viewer) },
    })
    expect([viewer.name, statusCode]).toEqual([viewer.name, 200])
  }
})

describe('the first IT officer of a region', () => {
  const party = { party: 'localhost', origin: 'http://localhost' }
  const password = 'gajah lemari biru sungai'
  const form = (url: string, given: Readonly<Record<string, string>>, cookies = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      cookies,
      payload: new URLSearchParams(given).toString(),
    })
  const json = (url: string, cookies: Record<string, string>, payload?: object) =>
    app.inject({
      method: 'POST',
      url,
      headers: { host: 'localhost', accept: 'application/json' },
      cookies,
      ...(payload && { payload }),
    })
  type Answer = Awaited<ReturnType<typeof json>>
  const cookieIn = ({ cookies }: Answer) => ({ piket: cookies.find(({ name }) => name === 'piket')?.value ?? '' })
  const manage = (cookies: Record<string, string>) => app.inject({ url: '/tetangga/akun/kelola', cookies })

  /** Makes a key, shows it, and answers with the cookie from then on. */
  async function makeAndShow(key: ReturnType<typeof newAuthenticator>, cookies: Record<string, string>) {
    const made = (await json('/tetangga/akun/kunci/pilihan', cookies)).json()
    const created = await json('/tetangga/akun/kunci', cookies, key.create({ ...party, challenge: made.challenge }))
    expect(created.json()).toEqual({ to: '/tetangga/akun' })
    expect((await app.inject({ url: '/tetangga/akun', cookies })).headers.location).toBe(
      `/tetangga/akun/bukti?${new URLSearchParams({ ke: '/tetangga/akun' })}`,
    )
    const asked = (await json('/tetangga/akun/bukti/kunci/pilihan', cookies)).json()
    const shown = await json('/tetangga/akun/bukti/kunci', cookies, key.get({ ...party, challenge: asked.challenge }))
    expect(shown.statusCode).toBe(200)
    return cookieIn(shown)
  }
  const invite = async () => {
    const typed = ['invite', '--login', 'petugas-baru', '--name', 'Budi Uji', '--region', '63.99']
    const { exit, out, err } = await piket(typed, { DATABASE_URL: database.appUrl })
    expect([exit, err]).toEqual([0, expect.stringContaining('/tetangga/undangan')])
    const [, written = ''] = out.trim().split(' ')
    return written
  }
  const accept = async (kode: string) =>
    cookieIn(await form('/tetangga/undangan', { nip: 'petugas-baru', kode, sandi: password }))

  test('is invited from the machine, makes a passkey, and manages accounts', async () => {
    const cookies = await accept(await invite())
    expect((await manage(cookies)).headers.location).toBe('/tetangga/akun')
    const page = documentOf((await app.inject({ url: '/tetangga/akun', cookies })).body)
    expect(wordsOf(page.querySelector('main'))).toContain('Buat kunci sandi dahulu')
    expect((await manage(await makeAndShow(newAuthenticator(), cookies))).statusCode).toBe(200)
  })

  test('needs the passkey after the password from then on', async () => {
    const signedIn = await form('/tetangga/masuk', {
      nip: 'petugas-baru',
      sandi: password,
      ke: '/tetangga/akun/kelola',
    })
    const cookies = cookieIn(signedIn)
    const asked = await manage(cookies)
    expect(asked.headers.location).toBe(`/tetangga/akun/bukti?${new URLSearchParams({ ke: '/tetangga/akun/kelola' })}`)
    const page = documentOf((await app.inject({ url: asked.headers.location as string, cookies })).body)
    expect(wordsOf(page.querySelector('h1'))).toBe('Langkah kedua: kunci sandi')
    expect(page.querySelector('input[type=password]')).toBeNull()
    // Whoever has the password alone makes no second key, and does not change the password.
    expect((await json('/tetangga/akun/kunci/pilihan', cookies)).json().code).toBe('second-factor-needed')
    expect((await form('/tetangga/akun/sandi', { sekarang: password, sandi: 'x' }, cookies)).statusCode).toBe(403)
  })

  test('who lost the phone is invited anew: the old passkey and the old sessions are worth nothing', async () => {
    const lost = await accept(await invite())
    const old = newAuthenticator()
    const before = await makeAndShow(old, lost)
    const again = await invite()
    forget(db, await accountOf('petugas-baru'))
    expect((await manage(before)).headers.location).toContain('/tetangga/masuk')
    const asked = (await json('/tetangga/masuk/kunci/pilihan', {})).json()
    const refused = await json('/tetangga/masuk/kunci', {}, old.get({ ...party, challenge: asked.challenge }))
    expect(refused.json().code).toBe('passkey-refused')
    expect((await manage(await makeAndShow(newAuthenticator(), await accept(again)))).statusCode).toBe(200)
  })
  const accountOf = async (login: string) => {
    const { account_id } = await database.owner
      .selectFrom('account')
      .select('account_id')
      .where('login', '=', login)
      .executeTakeFirstOrThrow()
    return account_id
  }
})
