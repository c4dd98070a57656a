/** Passkeys: made, used, replayed, from another site, in another region, revoked. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { newAuthenticator } from '../../testing/authenticator.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { addAccount, changeState, grantRole } from '../account/service.ts'
import { beginSession, forget } from '../session/service.ts'
import { relyingParty } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const party = { party: 'localhost', origin: 'http://localhost:3000' }
const inRegion = <T>(region: string, work: (tx: Tx) => Promise<T>) => as(database.db, { region, reach: 'region' }, work)
const begin = { method: 'password', agent: 'test', at: new Date(morning) } as const
const tokens: Record<string, string> = {}
let account = ''
beforeAll(async () => {
  for (const [region, employee] of [
    ['63.98', 'a2'],
    ['63.98', 'a3'],
    ['63.99', 't1'],
  ] as const)
    await inRegion(region, async (tx) => {
      const id = (await addAccount(tx, { login: `nip-${employee}`, employee, passwordHash: '-' }, 'test')) ?? ''
      if (employee === 'a2') account = id
      tokens[employee] = await beginSession(tx, region, id, begin)
    })
})

const send = (url: string, body: object | undefined, piket = '', host = 'localhost:3000') =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      host,
      accept: 'application/json',
      origin: `http://${host}`,
      'user-agent': 'Mozilla/5.0 (Android) Chrome/120',
    },
    ...(piket && { cookies: { piket } }),
    ...(body && { payload: body }),
  })
const challengeOf = async (url: string, piket = ''): Promise<string> =>
  (await send(url, undefined, piket)).json().challenge
const toSignIn = (slug = 'sungai-uji') => challengeOf(`/${slug}/masuk/kunci/pilihan`)
const toCreate = (piket = tokens.a2) => challengeOf('/sungai-uji/akun/kunci/pilihan', piket)
const signIn = (answer: object, slug = 'sungai-uji') => send(`/${slug}/masuk/kunci`, answer)
const revoke = (key: string, piket: string) =>
  app.inject({
    method: 'POST',
    url: '/sungai-uji/akun/kunci/cabut',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { piket },
    payload: `kunci=${key}`,
  })
const codeOf = async (answer: ReturnType<typeof send>) => {
  const { statusCode, body } = await answer
  return statusCode === 200 ? 'ok' : JSON.parse(body).code
}

describe('a passkey', () => {
  let key = newAuthenticator()
  beforeEach(async () => {
    key = newAuthenticator()
    const created = key.create({ ...party, challenge: await toCreate() })
    expect(await codeOf(send('/sungai-uji/akun/kunci', created, tokens.a2))).toBe('ok')
  })

  test('signs in, and the page it leads to knows who it is', async () => {
    const back = '/sungai-uji/opd/dinas-a'
    const response = await signIn({ ...key.get({ ...party, challenge: await toSignIn() }), ke: back })
    expect(response.json()).toEqual({ to: back })
    const piket = response.cookies.find(({ name }) => name === 'piket')?.value ?? ''
    const { body } = await app.inject({
      url: '/sungai-uji/akun',
      cookies: { piket },
      headers: { host: 'localhost:3000' },
    })
    const page = documentOf(body)
    expect(wordsOf(page.querySelector('.who'))).toBe('Pegawai a2')
    expect(wordsOf(page.querySelector('[aria-labelledby=cara-masuk]'))).toMatch(/Chrome, Android.*dipakai.*Cabut/)
  })

  test('answers a challenge once', async () => {
    const answer = key.get({ ...party, challenge: await toSignIn() })
    expect(await codeOf(signIn(answer))).toBe('ok')
    expect(await codeOf(signIn(answer))).toBe('passkey-refused')
    // Two at once: one of them is late.
    const twice = key.get({ ...party, challenge: await toSignIn() })
    const outcomes = await Promise.all([codeOf(signIn(twice)), codeOf(signIn(twice))])
    expect(outcomes.toSorted()).toEqual(['ok', 'passkey-refused'])
  })

  test('answers no challenge that was not given, is five minutes old, or was given to make a key', async () => {
    expect(await codeOf(signIn(key.get({ ...party, challenge: 'A'.repeat(43) })))).toBe('passkey-refused')
    const old = await toSignIn()
    served.moment = morning + 5 * 60_000
    expect(await codeOf(signIn(key.get({ ...party, challenge: old })))).toBe('passkey-refused')
    served.moment = morning
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toCreate() })))).toBe('passkey-refused')
  })

  test('of another site, or asked for by one, is refused, and the challenge is used up', async () => {
    for (const other of [
      { origin: 'https://jahat.example' },
      { origin: 'http://localhost:3001' },
      { party: 'jahat.example' },
    ]) {
      const challenge = await toSignIn()
      expect(await codeOf(signIn(key.get({ ...party, ...other, challenge })))).toBe('passkey-refused')
      expect(await codeOf(signIn(key.get({ ...party, challenge })))).toBe('passkey-refused')
    }
  })

  test('is unknown in another region', async () => {
    const there = await toSignIn('tetangga')
    expect(await codeOf(signIn(key.get({ ...party, challenge: there }), 'tetangga'))).toBe('passkey-refused')
    const here = await toSignIn()
    expect(await codeOf(signIn(key.get({ ...party, challenge: here }), 'tetangga'))).toBe('passkey-refused')
  })

  test('that was copied is noticed by its counter', async () => {
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toSignIn() }, { counter: 9 })))).toBe('ok')
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toSignIn() }, { counter: 9 })))).toBe(
      'passkey-refused',
    )
  })

  test('is revoked by its owner alone, and then signs in no more', async () => {
    const cut = (piket: string | undefined) => revoke(key.id, piket ?? '')
    expect((await cut(tokens.a3)).statusCode).toBe(404)
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toSignIn() })))).toBe('ok')
    expect((await cut(tokens.a2)).statusCode).toBe(303)
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toSignIn() })))).toBe('passkey-refused')
  })

  test('is not revoked by an old session, which could be a stolen one', async () => {
    const begun = { ...begin, at: new Date(morning - 3_600_000) }
    const piket = await inRegion('63.98', (tx) => beginSession(tx, '63.98', account, begun))
    expect(await codeOf(revoke(key.id, piket))).toBe('proof-needed')
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toSignIn() })))).toBe('ok')
  })

  test('that was revoked is forgotten at once: an administrator is led to make another', async () => {
    const officer = await inRegion('63.98', async (tx) => {
      const id = (await addAccount(tx, { login: 'petugas', name: 'Uji', passwordHash: '-' }, 'test')) ?? ''
      await grantRole(tx, id, { role: 'it_officer' }, 'test')
      return id
    })
    const byPassword = await inRegion('63.98', (tx) => beginSession(tx, '63.98', officer, begin))
    const own = newAuthenticator()
    const created = own.create({ ...party, challenge: await toCreate(byPassword) })
    expect(await codeOf(send('/sungai-uji/akun/kunci', created, byPassword))).toBe('ok')
    const manage = () => app.inject({ url: '/sungai-uji/akun/kelola', cookies: { piket: byPassword } })
    expect((await manage()).headers.location).toContain('/akun/bukti?')
    const byKey = await signIn(own.get({ ...party, challenge: await toSignIn() }))
    const piket = byKey.cookies.find(({ name }) => name === 'piket')?.value ?? ''
    const answer = await revoke(own.id, piket)
    expect(answer.statusCode).toBe(303)
    expect((await manage()).headers.location).toBe('/sungai-uji/akun')
  })

  test('of a suspended account signs in no more', async () => {
    const by = { by: 'test', at: new Date(morning) }
    await inRegion('63.98', (tx) => changeState(tx, account, 'suspended', by))
    expect(await codeOf(signIn(key.get({ ...party, challenge: await toSignIn() })))).toBe('account-not-active')
    await inRegion('63.98', (tx) => changeState(tx, account, 'active', by))
    forget(database.db, account)
  })

  test('is registered with a challenge of one’s own, once, and for one account', async () => {
    const [mine, other] = [newAuthenticator(), await toCreate(tokens.a3)]
    const stolen = mine.create({ ...party, challenge: other })
    expect(await codeOf(send('/sungai-uji/akun/kunci', stolen, tokens.a2))).toBe('passkey-refused')
    const again = key.create({ ...party, challenge: await toCreate(tokens.a3) })
    expect(await codeOf(send('/sungai-uji/akun/kunci', again, tokens.a3))).toBe('passkey-refused')
  })

  test('with a forged signature or unreadable data is refused, never an internal error', async () => {
    const { response, ...rest } = key.get({ ...party, challenge: await toSignIn() })
    const forged = newAuthenticator().get({ ...party, challenge: await toSignIn() })
    for (const broken of [
      { ...response, signature: forged.response.signature },
      { ...response, authenticatorData: 'AAAA' },
      { ...response, clientDataJSON: 'AAAA' },
      { ...response, clientDataJSON: Buffer.from('null').toString('base64url') },
      { ...response, signature: 'A' },
    ])
      expect(await codeOf(signIn({ ...rest, response: broken }))).toBe('passkey-refused')
    expect(await codeOf(signIn({ ...rest, response: { ...response, signature: '?' } }))).toBe('invalid-input')
    expect(await codeOf(signIn({}))).toBe('invalid-input')
  })
})

test.each([
  [undefined, 'localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  [undefined, '127.0.0.1:3000', undefined],
  [undefined, 'piket.contoh', undefined],
  ['http://piket.contoh', 'localhost', undefined],
  ['https://piket.contoh.go.id', 'jahat.example', { id: 'piket.contoh.go.id', origin: 'https://piket.contoh.go.id' }],
] as const)('with the public address %s, asked at %s, keys are for %j', (origin, host, expected) => {
  expect(relyingParty(origin, host)).toEqual(expected)
})

test('where no keys can be made, nothing offers them', async () => {
  const { body } = await app.inject({ url: '/sungai-uji/masuk', headers: { host: 'piket.contoh' } })
  expect(body).not.toContain('data-passkey')
  const asked = await send('/sungai-uji/masuk/kunci/pilihan', undefined, '', 'piket.contoh')
  expect([asked.statusCode, asked.json().code]).toEqual([404, 'passkey-unavailable'])
})
