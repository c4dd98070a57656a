/** Choosing the first password with a code on paper, and what whoever holds an old one is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { accountByLogin, addAccount, changeState, hashPassword } from '../account/service.ts'
import { invite } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const password = 'gajah lemari biru sungai'
const other = 'perahu obeng kerikil bayam'
const day = 86_400_000
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(database.db, { region: '63.98', reach: 'region' }, work)
/** A new code for somebody, as it is printed. */
const codeFor = (login: string) =>
  inRegion(async (tx) => {
    const { account = '' } = (await accountByLogin(tx, login)) ?? {}
    return (await invite(tx, [account], { by: 'test', at: new Date(served.moment) })).get(account) ?? ''
  })
beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await inRegion(async (tx) => {
    for (const employee of ['a2', 'a3', 'a5']) await addAccount(tx, { login: `nip-${employee}`, employee }, 'test')
    await addAccount(tx, { login: 'nip-a4', employee: 'a4', passwordHash }, 'test')
  })
})

const send = (url: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
type Answer = Awaited<ReturnType<typeof send>>
const accept = (nip: string, kode: string, sandi = password) => send('/sungai-uji/undangan', { nip, kode, sandi })
const tokenOf = ({ cookies }: Answer) => cookies.find(({ name }) => name === 'piket')?.value ?? ''
const signIn = async (nip: string, sandi = password) => tokenOf(await send('/sungai-uji/masuk', { nip, sandi }))
const account = (piket: string) => app.inject({ url: '/sungai-uji/akun', cookies: { piket } })
const alertOf = ({ body }: Answer) => documentOf(body).querySelector('[role=alert]')?.textContent

describe('the page of an invitation', () => {
  test('is open to anybody, and clean under axe and the policy', async () => {
    const { statusCode, body } = await app.inject('/sungai-uji/undangan?nip=123')
    expect(statusCode).toBe(200)
    expect(documentOf(body).querySelector('#nip')?.getAttribute('value')).toBe('123')
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })

  test('keeps what was typed but the password, and says what is wrong', async () => {
    const wrong = await accept('nip-a2', 'AAAA-BBBB-CCCC')
    expect(refusedIn(wrong)).toMatchObject({
      status: 422,
      code: 'invitation-unknown',
      at: '/sungai-uji/undangan',
      typed: { nip: 'nip-a2', kode: 'AAAA-BBBB-CCCC', sandi: '' },
    })
    const bare = refusedIn(await accept('', ' '))
    expect([bare.code, Object.keys(bare.wrong).toSorted()]).toEqual(['form-invalid', ['kode', 'nip']])
    expect(alertOf(wrong)).toMatch(/NIP dan kode undangan tidak cocok.*minta kode baru/)
    expect(wrong.body).not.toContain(password)
    const easy = await accept('nip-a2', await codeFor('nip-a2'), 'pendek')
    expect(alertOf(easy)).toMatch(/sedikitnya 15 karakter/)
    expect(Object.keys(refusedIn(easy).wrong)).toEqual(['sandi'])
  })

  test('signs in with the password chosen, once', async () => {
    const code = await codeFor('nip-a2')
    const chosen = await accept('NIP-A2', code.toLowerCase())
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/sungai-uji/saya'])
    expect((await account(tokenOf(chosen))).statusCode).toBe(200)
    expect(await signIn('nip-a2')).not.toBe('')
    const again = await accept('nip-a2', code, other)
    expect(refusedIn(again)).toMatchObject({ status: 422, code: 'invitation-used' })
    expect(alertOf(again)).toMatch(/^Kode ini sudah dipakai .*, 21 Juli 2021 .*\. Masuk dengan kata sandi/)
  })

  test('given to somebody who forgot the password ends the sessions there were', async () => {
    const before = await signIn('nip-a4')
    expect((await accept('nip-a4', await codeFor('nip-a4'), other)).statusCode).toBe(303)
    expect((await account(before)).statusCode).toBe(303)
    expect(await signIn('nip-a4')).toBe('')
    expect(await signIn('nip-a4', other)).not.toBe('')
  })
})

describe('whoever holds a code that counts no more is told why', () => {
  test('where a newer one was printed', async () => {
    const first = await codeFor('nip-a3')
    served.moment += 2 * day
    const second = await codeFor('nip-a3')
    const replaced = await accept('nip-a3', first)
    expect(refusedIn(replaced)).toMatchObject({ status: 422, code: 'invitation-replaced' })
    expect(Object.keys(refusedIn(replaced).wrong)).toEqual(['kode'])
    expect(alertOf(replaced)).toMatch(/yang lebih baru dicetak Jumat, 23 Juli 2021 .*Tanyakan kepada BKPSDM/)
    // Also when the newer one was used.
    expect((await accept('nip-a3', second)).statusCode).toBe(303)
    expect(refusedIn(await accept('nip-a3', first)).code).toBe('invitation-replaced')
    served.moment = morning
  })

  test('where it is over, or its account is shut', async () => {
    const code = await codeFor('nip-a5')
    served.moment += 14 * day
    const over = await accept('nip-a5', code)
    expect(refusedIn(over)).toMatchObject({ status: 422, code: 'invitation-over' })
    expect(alertOf(over)).toMatch(/berlaku sampai Rabu, 4 Agustus 2021/)
    served.moment = morning
    const shut = async (state: 'suspended' | 'invited') =>
      inRegion(async (tx) => {
        const found = await accountByLogin(tx, 'nip-a5')
        await changeState(tx, found?.account ?? '', state, { by: 'test', at: new Date(morning) })
      })
    await shut('suspended')
    expect(refusedIn(await accept('nip-a5', code))).toMatchObject({ status: 403, code: 'account-not-active' })
    await shut('invited')
    expect((await accept('nip-a5', code)).statusCode).toBe(303)
  })

  test('and nobody else: a code that is none, one of another person, and an unknown number are answered alike', async () => {
    const code = await codeFor('nip-a5')
    const answers = [
      await accept('nip-a3', 'AAAA-BBBB-CCCC'),
      await accept('nip-a3', code),
      await accept('nip-yang-tidak-ada', code),
      await accept('nip-yang-tidak-ada', code, 'pendek'),
    ]
    expect(answers.map((answer) => [answer.statusCode, refusedIn(answer).code, alertOf(answer)])).toEqual(
      answers.map(() => [422, 'invitation-unknown', alertOf(answers[0] as Answer)]),
    )
  })
})
