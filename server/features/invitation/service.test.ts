import { afterAll, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { accountById, addAccount, changeState, isPasswordOf } from '../account/service.ts'
import { acceptInvitation, invite } from './service.ts'

const served = await serveRegion()
const { db } = served.database
afterAll(() => served[Symbol.asyncDispose]())

const window = { from: '2021-07-21', until: '2021-07-21', known: '2021-07-21T07:30', zone: 'Asia/Makassar' as const }
const at = new Date('2021-07-20T23:30:00Z')
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(db, { region: '63.98', reach: 'region' }, work)
const codeFor = (account: string) =>
  inRegion(async (tx) => (await invite(tx, [account], { by: 'test', at })).get(account) ?? '')
const addOne = (employee: string) =>
  inRegion(async (tx) => (await addAccount(tx, { login: `nip-${employee}`, employee }, 'test')) ?? '')
const accept = (login: string, code: string, password = 'gajah lemari biru sungai', when = at) =>
  acceptInvitation(db, { code: '63.98', zone: window.zone }, { login, code, password }, { window, at: when })

test('a code lets its holder choose a password once', async () => {
  const account = await addOne('c2')
  const code = await codeFor(account)
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  expect(await accept('nip-c1', code)).toEqual({ refused: 'invitation-unknown' })
  expect(await accept('nip-c2', 'AAAA-AAAA-AAAA')).toEqual({ refused: 'invitation-unknown' })
  expect(await accept('nip-c2', code, 'pendek')).toMatchObject({ refused: 'password-refused' })
  expect(await accept('NIP-C2', code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ account })
  expect(await accept('nip-c2', code)).toMatchObject({ refused: 'invitation-used' })
  const known = await inRegion((tx) => accountById(tx, account))
  expect(known?.state).toBe('active')
  expect(await isPasswordOf(known, 'gajah lemari biru sungai')).toBe(true)
  expect(await isPasswordOf(known, 'gajah lemari biru sungaj')).toBe(false)
})

test('a code ends after two weeks, and when a newer one is made', async () => {
  const account = await addOne('b1')
  const [first, second] = [await codeFor(account), await codeFor(account)]
  expect(await accept('nip-b1', first)).toMatchObject({ refused: 'invitation-replaced' })
  const late = new Date(at.getTime() + 14 * 86_400_000)
  expect(await accept('nip-b1', second, undefined, late)).toMatchObject({ refused: 'invitation-over' })
  expect(await accept('nip-b1', second)).toMatchObject({ login: 'nip-b1' })
})

test('a code opens no account that was ended, and two at once use it once', async () => {
  const ended = await addOne('a0')
  const code = await codeFor(ended)
  await inRegion((tx) => changeState(tx, ended, 'ended', { by: 'test', at }))
  expect(await accept('nip-a0', code)).toEqual({ refused: 'account-not-active' })
  const shared = await codeFor(await addOne('b0'))
  const outcomes = await Promise.all([accept('nip-b0', shared), accept('nip-b0', shared)])
  expect(outcomes.map((one) => ('refused' in one ? one.refused : 'taken')).toSorted()).toEqual([
    'invitation-used',
    'taken',
  ])
})
