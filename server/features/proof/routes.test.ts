/** Proving once more who one is: by password, by passkey, with one click; and what it is worth to whoever copied a cookie. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { tokenOf } from '#platform/session-token.ts'
import { newAuthenticator } from '../../testing/authenticator.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { addAccount, grantRole, hashPassword } from '../account/service.ts'
import { beginSession, type SignInMethod } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const password = 'gajah lemari biru sungai'
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(database.db, { region: '63.98', reach: 'region' }, work)
let account = ''
beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  account = await inRegion(async (tx) => {
    const id = (await addAccount(tx, { login: 'bagian-organisasi', name: 'Ani Uji', passwordHash }, 'test')) ?? ''
    await grantRole(tx, id, { role: 'auditor' }, 'test')
    return id
  })
})

const minute = 60_000
const signedInAgo = (minutes: number, method: SignInMethod = 'password') => {
  const begin = { method, agent: 'test', at: new Date(served.moment - minutes * minute) }
  return inRegion((tx) => beginSession(tx, '63.98', account, begin))
}
const get = (url: string, piket: string) => app.inject({ url, cookies: { piket } })
const send = (url: string, piket: string, form: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { piket },
    payload: new URLSearchParams(form).toString(),
  })
type Answer = Awaited<ReturnType<typeof get>>
const tokenIn = (answer: Answer) => answer.cookies.find(({ name }) => name === 'piket')?.value ?? ''
const proof = '/sungai-uji/akun/bukti'
const file = '/sungai-uji/rekap.xlsx?per=hari'

test('who comes for a file an hour after the sign-in is led to the proof, and from there to the file', async () => {
  const old = await signedInAgo(60)
  const asked = await get(file, old)
  expect([asked.statusCode, asked.headers.location]).toEqual([303, `${proof}?${new URLSearchParams({ ke: file })}`])
  const form = await get(asked.headers.location as string, old)
  const page = documentOf(form.body)
  expect(wordsOf(page.querySelector('h1'))).toBe('Buktikan bahwa ini Anda')
  expect(page.querySelector('[autocomplete=username]')?.getAttribute('value')).toBe('bagian-organisasi')
  const ke = page.querySelector('input[name=ke]')?.getAttribute('value') ?? ''
  const proved = await send(proof, old, { sandi: password, ke })
  expect(proved.statusCode).toBe(303)
  const led = documentOf((await get(proved.headers.location as string, tokenIn(proved))).body)
  const link = led.querySelector('a[download]')
  expect([link?.getAttribute('href'), wordsOf(link)]).toEqual([file, 'Unduh rekap.xlsx'])
  expect((await get(file, tokenIn(proved))).headers['content-disposition']).toContain('attachment')
})

test('a proof changes the token: a copy of the cookie is worth nothing from then on', async () => {
  const old = await signedInAgo(60)
  const proved = await send(proof, old, { sandi: password, ke: '/sungai-uji/rekap' })
  expect(proved.headers.location).toBe('/sungai-uji/rekap')
  expect(tokenIn(proved)).not.toBe(old)
  expect((await get('/sungai-uji/akun', tokenIn(proved))).statusCode).toBe(200)
  expect((await get('/sungai-uji/akun', old)).statusCode).toBe(303)
  expect((await send(proof, old, { sandi: password })).statusCode).toBe(401)
})

test('what a phone began by its own key has proved nothing of its holder: it leads to signing in', async () => {
  for (const asked of [file, '/sungai-uji/akun/kode'])
    expect((await get(asked, await signedInAgo(0, 'device'))).headers.location).toContain('/sungai-uji/masuk?')
})

test('of two proofs at once the later one goes where the earlier one leads, or to the way in', async () => {
  const old = await signedInAgo(60)
  let both: Promise<Answer>[] = []
  await database.owner.transaction().execute(async (tx) => {
    await sql`select from session where token_hash = ${tokenOf(old)?.hash} for update`.execute(tx)
    both = ['/sungai-uji/rekap', file].map((ke) => send(proof, old, { sandi: password, ke }))
    await untilWaiting(database.owner, 2)
  })
  const answers = await Promise.all(both)
  const [won, lost] = answers[0] && tokenIn(answers[0]) !== '' ? answers : answers.toReversed()
  expect([won?.statusCode, lost?.statusCode, lost && tokenIn(lost)]).toEqual([303, 303, ''])
  // The browser holds what the earlier one was given by then, and else is led to the form to sign in.
  const to = lost?.headers.location as string
  expect((await get(to, won ? tokenIn(won) : '')).statusCode).toBe(200)
  expect((await get(to, old)).headers.location).toBe(`/sungai-uji/masuk?${new URLSearchParams({ ke: to })}`)
})

test('a proof does not make a session longer', async () => {
  const old = await signedInAgo(60)
  const token = tokenIn(await send(proof, old, { sandi: password }))
  served.moment = morning + 11 * 60 * minute
  expect((await get('/sungai-uji/akun', token)).statusCode).toBe(303)
  served.moment = morning
})

test('leaves an event, and no word of the password', async () => {
  const events = await inRegion((tx) =>
    tx.selectFrom('event').select(['actor', 'body']).where('kind', '=', 'proved-again').execute(),
  )
  expect(events.length).toBeGreaterThan(0)
  expect(events.every(({ actor }) => actor === account)).toBe(true)
  expect(events[0]?.body).toEqual({ method: 'password' })
})

test.each(['https://jahat.example/', '//jahat.example', '/\\jahat.example'])('leads nowhere else: %s', async (ke) => {
  const { headers } = await send(proof, await signedInAgo(60), { sandi: password, ke })
  expect(headers.location).toBe('/sungai-uji/akun')
})

test('a form that waited too long says that nothing is lost, and where to prove it', async () => {
  const { statusCode, body } = await send('/sungai-uji/pengumuman', await headSignedIn(), {})
  expect(statusCode).toBe(403)
  const page = documentOf(body)
  expect(wordsOf(page.querySelector('main'))).toContain('masih ada: buktikan bahwa ini Anda di tab lain')
  expect(page.querySelector(`main a[href^="${proof}"]`)).not.toBeNull()
})
const headSignedIn = () =>
  inRegion(async (tx) => {
    const head = (await addAccount(tx, { login: 'nip-a0', employee: 'a0', passwordHash: '-' }, 'test')) ?? ''
    const at = new Date(morning - 61 * minute)
    return beginSession(tx, '63.98', head, { method: 'password', agent: 'test', at })
  })

test('after ten wrong passwords the answer waits, whatever the browser calls itself', async () => {
  const old = await signedInAgo(60)
  for (let tries = 0; tries < 10; tries++) {
    const wrong = await send(proof, old, { sandi: 'salah', ke: file })
    expect(wrong.statusCode).toBe(422)
    expect(documentOf(wrong.body).querySelector('input[name=ke]')?.getAttribute('value')).toBe(file)
  }
  const { statusCode, headers } = await send(proof, old, { sandi: password })
  expect([statusCode, headers['retry-after']]).toEqual([429, '1'])
  served.moment = morning + 1500
  expect((await send(proof, old, { sandi: password })).statusCode).toBe(303)
  served.moment = morning
})

test('the one click is for who came in with one, in a demonstration', async () => {
  const [clicked, typed] = [await signedInAgo(60, 'demonstration'), await signedInAgo(60)]
  expect((await send(`${proof}/peragaan`, clicked)).statusCode).toBe(404)
  await database.owner.updateTable('region').set({ invented: true }).where('region_id', '=', '63.98').execute()
  expect((await send(`${proof}/peragaan`, typed)).statusCode).toBe(404)
  const page = documentOf((await get(`${proof}?ke=/sungai-uji/rekap`, clicked)).body)
  expect(page.querySelector(`form[action="${proof}/peragaan"]`)).not.toBeNull()
  const proved = await send(`${proof}/peragaan`, clicked, { ke: '/sungai-uji/rekap' })
  expect([proved.statusCode, proved.headers.location]).toEqual([303, '/sungai-uji/rekap'])
  expect((await get(file, tokenIn(proved))).statusCode).toBe(200)
  await database.owner.updateTable('region').set({ invented: false }).where('region_id', '=', '63.98').execute()
})

test('one of the own passkeys proves it, and nobody else’s', async () => {
  const party = { party: 'localhost', origin: 'http://localhost' }
  const key = newAuthenticator()
  const fresh = await signedInAgo(0)
  const post = (url: string, piket: string, payload?: object) =>
    app.inject({
      method: 'POST',
      url,
      headers: { host: 'localhost', accept: 'application/json' },
      cookies: { piket },
      ...(payload && { payload }),
    })
  const optionsOf = async (url: string, piket: string) => (await post(url, piket)).json()
  const { challenge } = await optionsOf('/sungai-uji/akun/kunci/pilihan', fresh)
  expect((await post('/sungai-uji/akun/kunci', fresh, key.create({ ...party, challenge }))).statusCode).toBe(200)

  const old = await signedInAgo(60)
  const asked = await optionsOf(`${proof}/kunci/pilihan`, old)
  expect(asked.allowCredentials.map(({ id }: { id: string }) => id)).toEqual([key.id])
  const other = newAuthenticator().get({ ...party, challenge: asked.challenge })
  expect((await post(`${proof}/kunci`, old, other)).statusCode).toBe(422)
  // The challenge was used up by the wrong answer.
  const late = key.get({ ...party, challenge: asked.challenge })
  expect((await post(`${proof}/kunci`, old, late)).statusCode).toBe(422)
  const again = await optionsOf(`${proof}/kunci/pilihan`, old)
  const right = key.get({ ...party, challenge: again.challenge })
  const proved = await post(`${proof}/kunci`, old, { ...right, ke: '/sungai-uji/rekap' })
  expect(proved.json()).toEqual({ to: '/sungai-uji/rekap' })
  expect((await get(file, tokenIn(proved))).statusCode).toBe(200)
})
