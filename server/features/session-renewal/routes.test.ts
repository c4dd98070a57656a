/** A phone whose session has run out renews it with its key, for the own pages and not for ever. */
import { type KeyObject, sign } from 'node:crypto'
import { renewalText } from '@piket/domain/access/renewal.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { newToken } from '#platform/session-token.ts'
import { addPhone, type Phone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { revokeDevice } from '../device/service.ts'
import { endChain, endOfDevice } from '../session/queries.ts'
import { endSession, endSessionsOf, prove, renewSession, runOutHeld, type SignedIn } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
const { owner } = database
afterAll(() => served[Symbol.asyncDispose]())

const hour = 3_600_000
const day = 24 * hour
const session = '/api/v1/regions/63.98/session'
/** The moment at which the session of a phone has just run out. */
const later = morning + 12 * hour

let phone: Phone
let employees = 0
beforeEach(async () => {
  served.moment = later
  await sql`update device set revoked_at = now() where revoked_at is null`.execute(owner)
  phone = await addPhone(owner, { region: '63.98', employee: `a${++employees % 8}`, since: morning })
})
const post = (url: string, payload: object, cookies: Phone['cookies'] = phone.cookies) =>
  app.inject({ method: 'POST', url, cookies: { ...cookies }, payload })
const ask = (device = phone.device, cookies = phone.cookies) => post(`${session}/challenge`, { device }, cookies)
const signed = (challenge: string, { region, employee, device, privateKey }: Phone, key: KeyObject = privateKey) =>
  sign('sha256', Buffer.from(renewalText(region, employee, device, challenge)), {
    key,
    dsaEncoding: 'ieee-p1363',
  }).toString('base64')
const challenge = async (cookies = phone.cookies): Promise<string> => {
  const response = await ask(phone.device, cookies)
  expect(response.statusCode, response.body).toBe(200)
  return response.json().challenge
}
const renewal = (made: string, sig = signed(made, phone), cookies = phone.cookies) =>
  post(`${session}/renewal`, { challenge: made, sig }, cookies)
async function renewed(from = phone.cookies): Promise<Phone['cookies']> {
  const made = await challenge(from)
  const response = await renewal(made, signed(made, phone), from)
  expect(response.statusCode, response.body).toBe(200)
  const [{ value = '' } = {}] = response.cookies.filter(({ name }) => name === 'piket')
  return { piket: value }
}
/** Ends the newest session of the person as the list of their sessions does. */
async function endListed(): Promise<void> {
  const { rows } = await sql<{ account: string; token: Buffer }>`
    select account_id as account, token_hash as token from session join account using (region_id, account_id)
    where employee_id = ${phone.employee} order by begun_at desc limit 1`.execute(owner)
  const [{ account, token } = { account: '', token: Buffer.of() }] = rows
  await endSession(app, { region: '63.98', account, token: phone.tokenHash } as SignedIn, token)
}
const status = async (url: string, cookies: Phone['cookies']) =>
  (await app.inject({ url, cookies: { ...cookies } })).statusCode

test('delivers what waited, once, without a password; the session that ran out stays so', async () => {
  const delivery = phone.tap(later - hour, { day: '2021-07-21' as Day })
  const send = (cookies: Phone['cookies']) => post('/api/v1/regions/63.98/check-ins', delivery, cookies)
  expect((await send(phone.cookies)).statusCode).toBe(401)
  const cookies = await renewed()
  expect([(await send(cookies)).statusCode, (await send(cookies)).statusCode]).toEqual([201, 201])
  const { rows } = await sql`select from check_in where check_in_id = ${delivery.record.id}`.execute(owner)
  expect(rows.length).toBe(1)
  expect((await send(phone.cookies)).statusCode).toBe(401)
})

test('opens the own pages and nothing else, and stands in the list of sessions', async () => {
  await sql`insert into role_grant (region_id, account_id, role, granted_by)
    select region_id, account_id, 'personnel_agency', 'test' from account
    where region_id = '63.98' and employee_id = ${phone.employee}`.execute(owner)
  const cookies = await renewed()
  for (const page of ['saya', 'laporan', 'izin', 'koreksi', 'keberatan', 'akun'])
    expect([page, await status(`/sungai-uji/${page}`, cookies)]).toEqual([page, 200])
  for (const page of ['akun/kelola', 'data-saya', 'data-saya.json', 'izin/tinjau', 'tpp', 'papan', 'unit/dinas-a'])
    expect([page, await status(`/sungai-uji/${page}`, cookies)]).not.toEqual([page, 200])
  expect(await status(`/api/v1/regions/63.98/employees/${phone.employee}/devices`, cookies)).toBe(401)
  const key = await app.inject({ method: 'POST', url: '/sungai-uji/akun/kunci/pilihan', cookies: { ...cookies } })
  expect(key.statusCode).toBe(401)
  const account = await app.inject({ url: '/sungai-uji/akun', cookies: { ...cookies } })
  expect(account.body).toContain('diperpanjang oleh ponsel')
  const { rows } = await sql<{ body: object }>`select body from event where kind = 'signed-in'
    order by id desc limit 1`.execute(owner)
  expect(rows[0]?.body).toEqual({ method: 'device', device: phone.device })
  await sql`delete from role_grant`.execute(owner)
})

test('an answer that was lost is asked for again, and one session is left', async () => {
  const [first, second] = [await renewed(), await renewed()]
  served.moment += 6000
  expect([await status('/sungai-uji/saya', first), await status('/sungai-uji/saya', second)]).toEqual([303, 200])
})

const account = async (): Promise<string> => {
  const { rows } = await sql<{ account: string }>`select account_id as account from account
    where region_id = '63.98' and employee_id = ${phone.employee}`.execute(owner)
  return rows[0]?.account ?? ''
}
const holder = async () => ({ region: '63.98', account: await account(), token: phone.tokenHash }) as SignedIn
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(database.db, { region: '63.98', reach: 'region' }, work)
const live = async () => {
  const { rows } = await sql`select from session where account_id = ${await account()} and ended_at is null`.execute(
    owner,
  )
  return rows.length
}

test.each<[string, () => Promise<unknown>]>([
  ['every session', async () => endSession(app, await holder(), 'all')],
  [
    'the phone',
    () => revokeDevice(app.db, { region: '63.98', employee: phone.employee, by: 'test', at: later }, phone.device),
  ],
])('ending %s ends what is being renewed at that moment', async (_, end) => {
  const token = { region: '63.98', hash: phone.tokenHash }
  let ending: Promise<unknown> = Promise.resolve()
  await inRegion(async (tx) => {
    const found = await runOutHeld(tx, app, token)
    if (!found) throw new Error('The session has run out.')
    const renewal = { ...found, device: phone.device, from: token.hash, until: later + day }
    await renewSession(tx, app, found.account, { region: '63.98', agent: 'test', renewal })
    ending = end()
    await Promise.race([ending, untilWaiting(owner)])
  })
  await ending
  const { rows } = await sql`select from session where device_id = ${phone.device} and ended_at is null`.execute(owner)
  expect(rows.length).toBe(0)
})

test('what is being ended at that moment is not renewed', async () => {
  const made = await challenge()
  const answer = await inRegion(async (tx) => {
    await endSessionsOf(tx, await account(), new Date(later))
    const answer = renewal(made)
    await Promise.race([answer, untilWaiting(owner)])
    return { answer }
  })
  expect((await answer.answer).statusCode).toBe(401)
  expect(await live()).toBe(0)
})

test('a proof changes the token of no session that has run out', async () => {
  await challenge()
  expect(await prove(app, await holder(), 'password')).toEqual({ refused: 'sign-in-needed' })
})

test('ending looks at no session of others, however many there are', async () => {
  await sql`insert into session (region_id, token_hash, account_id, method, begun_at, seen_at, proved_at, expires_at)
    select region_id, sha256(n::text::bytea), account_id, 'passkey', now(), now(), now(), now()
    from account, generate_series(1, 5000) as n
    where region_id = '63.98' and employee_id = ${phone.employee}`.execute(owner)
  await sql`analyze session`.execute(owner)
  const at = new Date(later)
  const looked = await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
    await endOfDevice(tx, phone.device, at)
    await endChain(tx, phone.device, phone.tokenHash, at)
    const { rows } = await sql<{ looked: number }>`select (seq_tup_read + idx_tup_fetch)::int as looked
      from pg_stat_xact_user_tables where relname = 'session'`.execute(tx)
    return rows[0]?.looked
  })
  await sql`delete from session where expires_at = begun_at`.execute(owner)
  expect(looked).toBeLessThan(1000)
})

describe('is refused', () => {
  const refused = async (cookies = phone.cookies) => {
    const { statusCode, body } = await ask(phone.device, cookies)
    expect(statusCode, body).toBe(401)
    expect(JSON.parse(body).code).toBe('sign-in-needed')
  }

  test('to a session that runs still', async () => {
    served.moment = later - 1
    await refused()
  })

  test.each<[string, () => Promise<unknown>]>([
    ['signed out or ended elsewhere', () => sql`update session set ended_at = now()`.execute(owner)],
    ['of a suspended account', () => sql`update account set state = 'suspended'`.execute(owner)],
    ['of an ended account', () => sql`update account set state = 'ended'`.execute(owner)],
    [
      'of a phone that was revoked',
      () => sql`update device set revoked_at = now() where device_id = ${phone.device}`.execute(owner),
    ],
    [
      'of a phone that waits its day',
      () =>
        sql`update device set usable_from = ${new Date(later + 1).toISOString()}
          where device_id = ${phone.device}`.execute(owner),
    ],
  ])('%s, also after the challenge', async (_, spoil) => {
    const made = await challenge()
    await spoil()
    expect((await renewal(made)).statusCode).toBe(401)
    await refused()
    await sql`update account set state = 'active'`.execute(owner)
  })

  test.each<[string, (cookies: Phone['cookies']) => Promise<unknown>]>([
    ['by signing out', (cookies) => app.inject({ method: 'POST', url: '/sungai-uji/keluar', cookies: { ...cookies } })],
    ['in the list of sessions', () => endListed()],
  ])('once it was ended %s, to every session that it came from', async (_, end) => {
    const first = await renewed()
    served.moment += 12 * hour
    const second = await renewed(first)
    await end(second)
    for (const cookies of [phone.cookies, first]) await refused(cookies)
    served.moment += 12 * hour
    await refused(second)
  })

  test('to a session before the one that was renewed: there is never more than one of them', async () => {
    const first = await renewed()
    served.moment += 12 * hour
    const second = await renewed(first)
    await refused()
    served.moment += 6000
    expect(await status('/sungai-uji/saya', second)).toBe(200)
  })

  test('thirty days after signing in, however often it was renewed between', async () => {
    served.moment = morning + 30 * day - hour
    const cookies = await renewed()
    served.moment = morning + 30 * day
    expect(await status('/sungai-uji/saya', cookies)).toBe(303)
    expect((await ask(phone.device, cookies)).statusCode).toBe(401)
    await refused()
  })

  test('by the phone of somebody else, and by another key', async () => {
    const other = await addPhone(owner, { region: '63.98', employee: 'b1', since: morning })
    expect((await ask(other.device)).statusCode).toBe(401)
    const made = await challenge()
    expect((await renewal(made, signed(made, phone, other.privateKey))).statusCode).toBe(401)
    const theirs = await challenge()
    expect((await renewal(theirs, signed(theirs, other, other.privateKey))).statusCode).toBe(401)
  })

  test('in another region, without a cookie, and for the session of another', async () => {
    expect((await post('/api/v1/regions/63.99/session/challenge', { device: phone.device })).statusCode).toBe(401)
    expect((await ask(phone.device, {})).statusCode).toBe(401)
    const other = await addPhone(owner, { region: '63.98', employee: 'b2', since: morning })
    const made = await challenge()
    expect((await renewal(made, signed(made, phone), other.cookies)).statusCode).toBe(401)
  })

  test('twice by one challenge, by an older one, after a wrong try, and after a minute', async () => {
    const used = await challenge()
    expect((await renewal(used)).statusCode).toBe(200)
    expect((await renewal(used)).statusCode).toBe(401)
    const older = await challenge()
    await challenge()
    expect((await renewal(older)).statusCode).toBe(401)
    const tried = await challenge()
    expect((await renewal(tried, 'AAAA')).statusCode).toBe(401)
    expect((await renewal(tried)).statusCode).toBe(401)
    const slow = await challenge()
    served.moment += 60_000
    expect((await renewal(slow)).statusCode).toBe(401)
  })
})

describe('a phone that is revoked ends every session that it renewed', () => {
  const renewedBy = async () => {
    const { rows } = await sql`select from session where device_id = ${phone.device} and ended_at is null`.execute(
      owner,
    )
    return rows.length
  }
  const revokedBy = async () => {
    const { rows } = await sql<{ actor: string }>`select actor from event
      where kind = 'device-revoked' and body ->> 'device' = ${phone.device}`.execute(owner)
    return rows.map(({ actor }) => actor)
  }
  const revocation = () => `/api/v1/regions/63.98/employees/${phone.employee}/devices/${phone.device}/revocation`
  /** Two chains of one phone: a browser of two profiles holds a cookie in each. */
  async function twoChains(): Promise<Phone['cookies'][]> {
    const { text, hash } = newToken('63.98')
    await sql`insert into session (region_id, token_hash, account_id, method, begun_at, seen_at, proved_at, expires_at)
      select region_id, ${hash}, account_id, method, begun_at, seen_at, proved_at, expires_at from session
      where token_hash = ${phone.tokenHash}`.execute(owner)
    const chains = [await renewed(), await renewed({ piket: text })]
    // Looked up by this process already: what is known of them must not outlive them.
    for (const one of chains) expect(await status('/sungai-uji/saya', one)).toBe(200)
    return chains
  }
  async function isOver(cookies: readonly Phone['cookies'][]): Promise<void> {
    expect(await renewedBy()).toBe(0)
    for (const one of [...cookies, phone.cookies]) {
      expect(await status('/sungai-uji/saya', one)).toBe(303)
      expect((await ask(phone.device, one)).statusCode).toBe(401)
    }
  }

  test('by the renewed session itself: whoever holds nothing else waits for nobody', async () => {
    const cookies = await twoChains()
    const [first = {}] = cookies
    const page = await app.inject({ url: '/sungai-uji/akun', cookies: { ...first } })
    expect(page.body).toContain('action="/sungai-uji/akun/ponsel/cabut"')
    const response = await app.inject({
      method: 'POST',
      url: '/sungai-uji/akun/ponsel/cabut',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      cookies: { ...first },
      payload: `ponsel=${phone.device}`,
    })
    expect([response.statusCode, response.headers.location]).toEqual([303, '/sungai-uji/akun#ponsel'])
    await isOver(cookies)
    expect(await revokedBy()).toEqual([phone.employee])
  })

  test('by its person, who has signed in elsewhere', async () => {
    const cookies = await twoChains()
    const other = await addPhone(owner, { region: '63.98', employee: phone.employee, since: later, slot: 2 })
    expect((await post(revocation(), {}, other.cookies)).statusCode).toBe(200)
    await isOver(cookies)
    expect(await status('/sungai-uji/saya', other.cookies)).toBe(200)
  })

  test('by the superior', async () => {
    const superior = phone.employee === 'a1' ? 'a2' : 'a1'
    await sql`update employee_version set supervisor_id = ${superior}
      where region_id = '63.98' and employee_id = ${phone.employee}`.execute(owner)
    const theirs = await addPhone(owner, { region: '63.98', employee: superior, since: later })
    const stranger = await addPhone(owner, { region: '63.98', employee: 'b1', since: later })
    const cookies = await twoChains()
    expect((await post(revocation(), {}, stranger.cookies)).statusCode).toBe(403)
    expect(await renewedBy()).toBe(2)
    expect((await post(revocation(), {}, theirs.cookies)).statusCode).toBe(200)
    await isOver(cookies)
    expect(await revokedBy()).toEqual([superior])
  })
})
