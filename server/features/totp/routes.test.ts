/** Codes of an authenticator application: begun, asked for, used once, guessed slowly, replaced by the list, ended. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { tokenOf } from '#platform/session-token.ts'
import { totpCode, totpStep } from '#platform/totp.ts'
import { vaultWith } from '#platform/vault.ts'
import { buildApp } from '../../app.tsx'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { addAccount, grantRole, hashPassword } from '../account/service.ts'
import { saveFacts } from '../fact/service.ts'
import { beginSession, recognise } from '../session/service.ts'
import { beginCodes, offerSecret, proveWithCode } from './service.ts'

const served = await serveRegion()
const { db, owner } = served.database
const { clock, assets, release } = served.app
const vault = vaultWith(randomBytes(32))
const app = await buildApp({ db, clock, assets, release, vault })
afterAll(async () => {
  await app.close()
  await served[Symbol.asyncDispose]()
})

const password = 'gajah lemari biru sungai'
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(db, { region: '63.98', reach: 'region' }, work)
const ids: Record<string, string> = {}
beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await inRegion(async (tx) => {
    for (const employee of ['a2', 'a3', 'a4', 'a5', 'a6', 'a7'])
      ids[employee] = (await addAccount(tx, { login: `nip-${employee}`, employee, passwordHash }, 'test')) ?? ''
    await grantRole(tx, ids.a4 ?? '', { role: 'it_officer' }, 'test')
    for (const login of [
      'pemeriksa-1',
      'pemeriksa-2',
      'pemeriksa-3',
      'pemeriksa-4',
      'pemeriksa-5',
      'pemeriksa-6',
      'pemeriksa-7',
      'pemeriksa-8',
    ]) {
      const id = (await addAccount(tx, { login, name: 'Ani Uji', passwordHash }, 'test')) ?? ''
      await grantRole(tx, id, { role: 'auditor' }, 'test')
    }
  })
})

const send = (url: string, form: Readonly<Record<string, string>>, piket = '', on = app) =>
  on.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    ...(piket && { cookies: { piket } }),
    payload: new URLSearchParams(form).toString(),
  })
type Answer = Awaited<ReturnType<typeof send>>
const get = (url: string, piket: string, on = app, kode = '') =>
  on.inject({ url, cookies: { piket, ...(kode && { kode }) } })
const tokenIn = ({ cookies }: Answer) => cookies.find(({ name }) => name === 'piket')?.value ?? ''
const signIn = async (nip: string) => tokenIn(await send('/sungai-uji/masuk', { nip, sandi: password }))
const codes = '/sungai-uji/akun/kode'
const step = '/sungai-uji/akun/bukti/kode'

/** The secret as somebody types it from the page. */
function secretOn(body: string): Buffer {
  const key = wordsOf(documentOf(body).querySelector('p.code')).replaceAll(' ', '')
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
const codeNow = (secret: Buffer, later = 0) => totpCode(secret, totpStep(served.moment) + later)

async function begin(nip: string) {
  const piket = await signIn(nip)
  const { body } = await get(codes, piket)
  const secret = secretOn(body)
  const rahasia = documentOf(body).querySelector('[name=rahasia]')?.getAttribute('value') ?? ''
  const begun = await send(codes, { rahasia, kode: codeNow(secret) }, piket)
  const list = [...documentOf(begun.body).querySelectorAll('li.code')].map(wordsOf)
  return { secret, list, begun, piket: tokenIn(begun) }
}

test('the page is clean, and a wrong code keeps the secret that was scanned', async () => {
  const piket = await signIn('nip-a2')
  const { body, headers } = await get(codes, piket)
  expect(headers['cache-control']).toBe('no-store')
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  expect(documentOf(body).querySelector('svg.qr')).not.toBeNull()
  const rahasia = documentOf(body).querySelector('[name=rahasia]')?.getAttribute('value') ?? ''
  const { cookies } = await get(codes, piket)
  expect(cookies.map(({ name, httpOnly, path }) => [name, httpOnly, path])).toEqual([['kode', true, codes]])
  const wrong = await sendHolding({ rahasia, kode: '000000' }, piket, rahasia)
  expect(wrong.statusCode).toBe(422)
  expect(secretOn(wrong.body)).toEqual(secretOn(body))
  const other = await signIn('nip-a3')
  expect((await send(codes, { rahasia, kode: codeNow(secretOn(body)) }, other)).statusCode).toBe(422)
})

test('once begun, the password alone opens nothing but the second step', async () => {
  const { secret, list, piket } = await begin('nip-a2')
  expect(new Set(list).size).toBe(10)
  expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(200)
  const half = await signIn('nip-a2')
  const asked = await get('/sungai-uji/pengumuman', half)
  expect(asked.headers.location).toBe(`/sungai-uji/akun/bukti?${new URLSearchParams({ ke: '/sungai-uji/pengumuman' })}`)
  const page = documentOf((await get(asked.headers.location as string, half)).body)
  expect(wordsOf(page.querySelector('h1'))).toBe('Langkah kedua: kode')
  expect(await axeFindings((await get(asked.headers.location as string, half)).body)).toEqual([])
  expect((await send(`${codes}/henti`, {}, half)).statusCode).toBe(403)
  const help = wordsOf(page.querySelector('main'))
  expect(help).toContain('Pakai satu kode cadangan, atau minta pengelola akun')
  expect(help).not.toContain('kunci sandi tidak ada di perangkat ini')

  // The code with which it was begun is used up; the next one is not, and then is.
  const ke = '/sungai-uji/pengumuman'
  expect((await send(step, { kode: codeNow(secret), ke }, half)).statusCode).toBe(422)
  const shown = await send(step, { kode: codeNow(secret, 1), ke }, half)
  expect([shown.statusCode, shown.headers.location]).toEqual([303, ke])
  expect((await get(ke, tokenIn(shown))).statusCode).toBe(200)
  expect((await send(step, { kode: codeNow(secret, 1) }, await signIn('nip-a2'))).statusCode).toBe(422)
  served.moment = morning + 60_000
  const both = await Promise.all([await signIn('nip-a2'), await signIn('nip-a2')])
  const twice = await Promise.all(both.map((one) => send(step, { kode: codeNow(secret) }, one)))
  expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
  served.moment = morning

  // A recovery code is good once, however it is typed.
  const [first = ''] = list
  const typed = first.toLowerCase().replace('-', ' ')
  expect((await send(step, { kode: typed }, await signIn('nip-a2'))).statusCode).toBe(303)
  expect((await send(step, { kode: first }, await signIn('nip-a2'))).statusCode).toBe(422)
})

const offerIn = ({ body }: Answer) => ({
  secret: secretOn(body),
  rahasia: documentOf(body).querySelector('[name=rahasia]')?.getAttribute('value') ?? '',
})
/** Sends the form as a browser does, which holds what it was offered. */
const sendHolding = (form: Readonly<Record<string, string>>, piket: string, kode: string) =>
  app.inject({
    method: 'POST',
    url: codes,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { piket, kode },
    payload: new URLSearchParams(form).toString(),
  })

test('the secret that was scanned stays, however often the page is opened, for an hour; and it is taken for two', async () => {
  const piket = await signIn('pemeriksa-6')
  const first = await get(codes, piket)
  const kode = first.cookies.find(({ name }) => name === 'kode')?.value ?? ''
  const offer = offerIn(first)
  expect(kode).toBe(offer.rahasia)
  for (const url of [codes, `${codes}?bahasa=en`, `${codes}?bahasa=id`])
    expect(secretOn((await get(url, piket, app, kode)).body)).toEqual(offer.secret)
  // Of another account, or changed, it is nothing.
  const other = await signIn('pemeriksa-3')
  for (const [who, held] of [
    [other, kode],
    [piket, `A${kode.slice(1)}`],
    [piket, 'A'],
  ] as const)
    expect(secretOn((await get(codes, who, app, held)).body)).not.toEqual(offer.secret)

  served.moment = morning + 60 * 60_000
  const later = await signIn('pemeriksa-6')
  const next = await get(codes, later, app, kode)
  expect(secretOn(next.body)).not.toEqual(offer.secret)
  // Mistyped in the second hour, the code is of the same secret still.
  const mistyped = await sendHolding({ rahasia: offer.rahasia, kode: '000000' }, later, kode)
  expect([mistyped.statusCode, secretOn(mistyped.body)]).toEqual([422, offer.secret])
  const late = { rahasia: offer.rahasia, kode: codeNow(offer.secret) }
  served.moment = morning + 120 * 60_000
  const over = await sendHolding(late, await signIn('pemeriksa-6'), kode)
  expect([over.statusCode, wordsOf(documentOf(over.body).querySelector('[role=alert]'))]).toEqual([
    422,
    expect.stringContaining('pindai gambar yang baru'),
  ])
  expect(secretOn(over.body)).not.toEqual(offer.secret)
  served.moment = morning + 119 * 60_000
  const form = { rahasia: offer.rahasia, kode: codeNow(offer.secret) }
  const begun = await sendHolding(form, await signIn('pemeriksa-6'), kode)
  expect(begun.statusCode).toBe(200)
  expect(begun.cookies.find(({ name }) => name === 'kode')?.value).toBe('')
  served.moment = morning
})

test('a new list of recovery codes ends the old one, is shown once in both languages, and asks for a recent proof', async () => {
  const { list: old, piket, begun } = await begin('pemeriksa-7')
  expect(documentOf(begun.body).querySelector('.tongue')).toBeNull()
  expect((await send(step, { kode: old[0] ?? '' }, await signIn('pemeriksa-7'))).statusCode).toBe(303)
  const page = documentOf((await get(codes, piket)).body)
  expect(wordsOf(page.querySelector('main'))).toContain('Tersisa 9 dari 10')
  const made = await send(`${codes}/cadangan`, {}, piket)
  expect([made.statusCode, made.headers['cache-control']]).toEqual([200, 'no-store'])
  const shown = documentOf(made.body)
  expect(await axeFindings(made.body)).toEqual([])
  const list = [...shown.querySelectorAll('li.code')].map(wordsOf)
  expect(new Set([...list, ...old]).size).toBe(20)
  expect(shown.querySelector('.tongue')).toBeNull()
  expect(wordsOf(shown.querySelector('[lang=en]'))).toContain('Write them down')
  expect((await send(step, { kode: old[1] ?? '' }, await signIn('pemeriksa-7'))).statusCode).toBe(422)
  expect((await send(step, { kode: list[1] ?? '' }, await signIn('pemeriksa-7'))).statusCode).toBe(303)
  expect(wordsOf(documentOf((await get(codes, piket)).body).querySelector('main'))).toContain('Tersisa 9 dari 10')
  const events = await owner.selectFrom('event').select('kind').where('kind', '=', 'recovery-codes-renewed').execute()
  expect(events).toHaveLength(1)

  served.moment = morning + 61 * 60_000
  const late = await send(`${codes}/cadangan`, {}, piket)
  expect(late.statusCode).toBe(403)
  served.moment = morning
  const none = await send(`${codes}/cadangan`, {}, await signIn('pemeriksa-8'))
  expect(none.statusCode).toBe(409)
  expect(wordsOf(documentOf(none.body).querySelector('[role=alert]'))).toContain('Mulai pakai kode dahulu')
})

/** Who holds a cookie, as a request knew it that came at the same time as another. */
async function holderOf(piket: string) {
  const token = tokenOf(piket)
  const holder = token && (await recognise(app, token))
  if (!holder) throw new Error('Nobody has signed in.')
  return holder
}

test('codes sent twice, or from two browsers, begin once: the list that was shown stays good', async () => {
  const [first, second] = [await holderOf(await signIn('pemeriksa-1')), await holderOf(await signIn('pemeriksa-1'))]
  const { secret, closed } = offerSecret(vault, first, served.moment, undefined, 'show')
  const begun = await beginCodes(app, vault, first, { closed, typed: codeNow(secret) })
  if (!('codes' in begun)) throw new Error(begun.refused)
  expect(await beginCodes(app, vault, first, { closed, typed: codeNow(secret) })).toEqual({ refused: 'codes-in-use' })
  const other = offerSecret(vault, second, served.moment, undefined, 'show')
  const again = { closed: other.closed, typed: codeNow(other.secret) }
  expect(await beginCodes(app, vault, second, again)).toEqual({ refused: 'codes-in-use' })
  expect((await send(step, { kode: begun.codes[0] ?? '' }, await signIn('pemeriksa-1'))).statusCode).toBe(303)
})

test('a session that ended meanwhile begins no codes, and uses none up', async () => {
  const ended = await holderOf(await signIn('pemeriksa-2'))
  await owner
    .updateTable('session')
    .set({ ended_at: new Date(morning) })
    .where('token_hash', '=', ended.token)
    .execute()
  const offer = offerSecret(vault, ended, served.moment, undefined, 'show')
  const given = { closed: offer.closed, typed: codeNow(offer.secret) }
  expect(await beginCodes(app, vault, ended, given)).toEqual({ refused: 'sign-in-needed' })
  expect((await get('/sungai-uji/pengumuman', await signIn('pemeriksa-2'))).statusCode).toBe(200)

  const { secret, list } = await begin('pemeriksa-2')
  for (const typed of [codeNow(secret, 1), list[0] ?? '']) {
    expect(await proveWithCode(app, vault, ended, typed)).toEqual({ refused: 'sign-in-needed' })
    expect((await send(step, { kode: typed }, await signIn('pemeriksa-2'))).statusCode).toBe(303)
  }
})

test('a code that was sent twice lets in, and the second time counts as no wrong one', async () => {
  const { secret } = await begin('pemeriksa-5')
  const half = await signIn('pemeriksa-5')
  const ke = '/sungai-uji/pengumuman'
  let sent: Promise<Answer>[] = []
  await owner.transaction().execute(async (tx) => {
    await sql`select from totp for update`.execute(tx)
    sent = [0, 1].map(() => send(step, { kode: codeNow(secret, 1), ke }, half))
    await untilWaiting(owner, 2)
  })
  const both = await Promise.all(sent)
  expect(both.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
    [303, ke],
    [303, ke],
  ])
  expect(both.filter((one) => tokenIn(one) !== '')).toHaveLength(1)
  const failures = await owner.selectFrom('sign_in_failure').where('login', '=', 'pemeriksa-5').execute()
  expect(failures).toHaveLength(0)
})

test('ten wrong codes are slowed down, in whatever browser and session', async () => {
  const { secret } = await begin('nip-a3')
  served.moment = morning + 60_000
  for (let tries = 0; tries < 10; tries++)
    expect((await send(step, { kode: '000000' }, await signIn('nip-a3'))).statusCode).toBe(422)
  const slowed = await send(step, { kode: codeNow(secret) }, await signIn('nip-a3'))
  expect([slowed.statusCode, slowed.headers['retry-after']]).toEqual([429, '1'])
  served.moment += 1500
  const right = await send(step, { kode: codeNow(secret) }, await signIn('nip-a3'))
  expect(right.statusCode).toBe(303)
  expect((await send(`${codes}/henti`, {}, tokenIn(right))).statusCode).toBe(303)
  served.moment = morning
  expect((await get('/sungai-uji/pengumuman', await signIn('nip-a3'))).statusCode).toBe(200)
})

test('a recovery code waits for nobody’s wrong codes, and wrong codes are forgotten after two hours', async () => {
  const { secret, list } = await begin('pemeriksa-3')
  const wrong = async () => send(step, { kode: '000000' }, await signIn('pemeriksa-3'))
  for (let tries = 0; tries < 12; tries++) {
    served.moment += 60_000
    expect((await wrong()).statusCode).toBe(422)
  }
  expect((await wrong()).statusCode).toBe(429)
  expect((await send(step, { kode: list[0] ?? '' }, await signIn('pemeriksa-3'))).statusCode).toBe(303)

  for (let tries = 0; tries < 12; tries++) {
    served.moment += 60_000
    expect((await wrong()).statusCode).toBe(422)
  }
  served.moment += 2 * 3_600_000 + 1000
  expect((await wrong()).statusCode).toBe(422)
  expect((await send(step, { kode: codeNow(secret) }, await signIn('pemeriksa-3'))).statusCode).toBe(303)
  served.moment = morning
})

test('whoever uses codes proves themself by a code: cookie and password do not end the second step', async () => {
  const { secret } = await begin('pemeriksa-4')
  const { account_id } = await owner
    .selectFrom('account')
    .select('account_id')
    .where('login', '=', 'pemeriksa-4')
    .executeTakeFirstOrThrow()
  served.moment = morning + 61 * 60_000
  const begun = { method: 'password', second: 'totp', agent: 'test', at: new Date(morning) } as const
  const piket = await inRegion((tx) => beginSession(tx, '63.98', account_id, begun))
  const asked = documentOf((await get('/sungai-uji/akun/bukti', piket)).body)
  expect(wordsOf(asked.querySelector('h1'))).toBe('Buktikan bahwa ini Anda')
  expect(asked.querySelector('input[name=sandi]')).toBeNull()
  expect(asked.querySelector('input[name=kode]')).not.toBeNull()
  const byPassword = await send('/sungai-uji/akun/bukti', { sandi: password }, piket)
  expect(byPassword.statusCode).toBe(403)
  expect(wordsOf(documentOf(byPassword.body).querySelector('main'))).toContain('kata sandi saja tidak cukup')
  expect((await send(`${codes}/henti`, {}, piket)).statusCode).toBe(403)
  const byCode = await send(step, { kode: codeNow(secret) }, piket)
  expect(byCode.statusCode).toBe(303)
  expect((await send(`${codes}/henti`, {}, tokenIn(byCode))).statusCode).toBe(303)
  served.moment = morning
})

test('the secret and the codes of the list do not lie in the database in the clear', async () => {
  const { secret, list } = await begin('nip-a3')
  const rows = await owner.selectFrom('totp').select('secret').execute()
  expect(rows.some((row) => row.secret.includes(secret))).toBe(false)
  const hashes = await owner.selectFrom('recovery_code').select('code_hash').execute()
  expect(hashes.length).toBeGreaterThanOrEqual(10)
  const kept = Buffer.concat(hashes.map(({ code_hash }) => code_hash))
  expect(list.some((code) => kept.includes(code) || kept.includes(code.replace('-', '')))).toBe(false)
})

test('the own data name the codes, and take no secret along', async () => {
  const { piket } = await begin('nip-a6')
  const { held } = JSON.parse((await get('/sungai-uji/data-saya.json', piket)).body)
  expect(held.totp).toEqual([{ account_id: ids.a6, last_step: expect.any(Number), begun_at: expect.any(String) }])
  expect(held.recovery_code).toHaveLength(10)
  expect(Object.keys(held.recovery_code[0])).toEqual(['used_at', 'account_id'])
})

test('whose password is too old besides shows the code first, and then chooses a new one', async () => {
  const { secret } = await begin('nip-a7')
  const settings = { password_profile: 'bssn', password_days: 90 }
  await inRegion((tx) => saveFacts(tx, { settings: settings as never }, { by: 'test', recorded: null }))
  served.moment = Date.now() + 91 * 86_400_000
  const half = await signIn('nip-a7')
  const led = await get('/sungai-uji/pengumuman', half)
  expect(led.headers.location).toContain('/akun/bukti?')
  expect((await get(led.headers.location as string, half)).statusCode).toBe(200)
  const shown = await send(step, { kode: codeNow(secret), ke: '/sungai-uji/pengumuman' }, half)
  expect(shown.headers.location).toBe('/sungai-uji/pengumuman')
  expect((await get('/sungai-uji/pengumuman', tokenIn(shown))).headers.location).toContain('/akun/sandi?')
  await inRegion((tx) =>
    saveFacts(tx, { settings: { password_profile: 'nist' } as never }, { by: 'test', recorded: null }),
  )
  served.moment = morning
})

test('without the key of the vault nothing is offered, and the list still lets its owner in', async () => {
  const { list } = await begin('nip-a5')
  const bare = await buildApp({ db, clock, assets, release })
  const half = await signIn('nip-a5')
  expect((await send(step, { kode: list[1] ?? '' }, half, bare)).statusCode).toBe(303)
  const free = await inRegion((tx) =>
    beginSession(tx, '63.98', ids.a5 ?? '', { method: 'passkey', agent: 'test', at: new Date(morning) }),
  )
  await send(`${codes}/henti`, {}, free, bare)
  expect(wordsOf(documentOf((await get(codes, free, bare)).body).querySelector('main'))).toContain('PIKET_KEY')
  await bare.close()
})

test('administrators are offered none: codes can be given away', async () => {
  const piket = await inRegion((tx) =>
    beginSession(tx, '63.98', ids.a4 ?? '', { method: 'passkey', agent: 'test', at: new Date(morning) }),
  )
  expect((await get(codes, piket)).statusCode).toBe(404)
  expect((await get('/sungai-uji/akun', piket)).body).not.toContain('/akun/kode')
})
