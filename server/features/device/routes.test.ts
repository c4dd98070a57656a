import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { addPhone, delivered } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { app, database } = served
const signedIn = (employee: string) => addPhone(database.owner, { region: '63.98', employee, since: morning })
await sql`update employee_version set supervisor_id = 'a1' where region_id = '63.98' and employee_id = 'a2'`.execute(
  database.owner,
)
const [person, colleague] = [await signedIn('a1'), await signedIn('a2')]

const agency = await signedIn('b0')
await sql`insert into role_grant (region_id, account_id, role, recorded_at, granted_by)
  select region_id, account_id, 'personnel_agency', '-infinity', 'test' from account where employee_id = 'b0'`.execute(
  database.owner,
)

const devices = (employee: string) => `/api/v1/regions/63.98/employees/${employee}/devices`
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const register = (publicKey: string, cookies: Readonly<Record<string, string>> = person.cookies) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/regions/63.98/devices',
    payload: { publicKey, label: 'Ponsel kedua' },
    cookies: { ...cookies },
  })

test('a second phone waits a day, counts with the superior’s word, and no longer once it is revoked', async () => {
  const { publicKey, privateKey } = newKey()
  const answer = await register(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'))
  expect([answer.statusCode, answer.json()]).toEqual([
    201,
    {
      device: expect.stringMatching(/^[0-9a-f-]{36}$/),
      label: 'Ponsel kedua',
      registered: morning,
      usableFrom: morning + 24 * 3_600_000,
      approvedBy: null,
      revoked: null,
    },
  ])
  const { device } = answer.json()
  const checkIn = async () => {
    const { record } = person.tap(morning, { device })
    const payload = delivered(record, privateKey)
    const url = '/api/v1/regions/63.98/check-ins'
    return (await app.inject({ method: 'POST', url, payload, cookies: { ...person.cookies } })).statusCode
  }
  expect(await checkIn()).toBe(425)
  const approval = `${devices('a1')}/${device}/approval`
  const approved = await app.inject({ method: 'POST', url: approval, cookies: { ...agency.cookies } })
  expect(approved.json().find((one: { device: string }) => one.device === device)).toMatchObject({
    usableFrom: morning,
    approvedBy: 'b0',
  })
  expect(await checkIn()).toBe(201)
  const url = `${devices('a1')}/${device}/revocation`
  expect((await app.inject({ method: 'POST', url, cookies: { ...person.cookies } })).statusCode).toBe(200)
  expect(await checkIn()).toBe(403)
  expect((await app.inject({ method: 'POST', url: approval, cookies: { ...agency.cookies } })).statusCode).toBe(404)
})

test('nobody without a staff record registers a phone; nobody approves the own or touches those of a colleague', async () => {
  const key = newKey().publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const url = '/api/v1/regions/63.98/devices'
  expect((await served.ask({ method: 'POST', url, payload: { publicKey: key, label: 'x' } })).statusCode).toBe(403)
  expect((await register(key, {})).statusCode).toBe(401)
  const own = `${devices('a1')}/${person.device}`
  const statusOf = async (url: string, cookies: Readonly<Record<string, string>>) =>
    (await app.inject({ method: 'POST', url, cookies: { ...cookies } })).statusCode
  expect(await statusOf(`${own}/approval`, person.cookies)).toBe(403)
  expect(await statusOf(`${own}/revocation`, colleague.cookies)).toBe(403)
  const agencyOwn = `${devices('b0')}/${agency.device}`
  expect(await statusOf(`${agencyOwn}/approval`, agency.cookies)).toBe(403)
  const seen = await app.inject({ url: devices('a1'), cookies: { ...colleague.cookies } })
  expect([seen.statusCode, seen.body.includes(person.device)]).toEqual([403, false])
  expect((await app.inject({ url: devices('a1'), cookies: { ...person.cookies } })).json().length).toBeGreaterThan(0)
})

test('what is no key, or has no name, is told', async () => {
  expect((await register('AAAA')).json().code).toBe('device-key-unusable')
  const nameless = {
    method: 'POST',
    url: '/api/v1/regions/63.98/devices',
    payload: { publicKey: 'AAAA', label: '' },
  } as const
  expect((await app.inject({ ...nameless, cookies: { ...colleague.cookies } })).json().code).toBe('invalid-input')
})

test('on pages: the superior agrees to a waiting phone, nobody else does, and its owner revokes it', async () => {
  const head = await signedIn('a0')
  const stranger = await signedIn('b1')
  const key = newKey().publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const { device } = (await register(key, colleague.cookies)).json()
  const page = (who: typeof head, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...who.cookies } })
  const post = (who: typeof head, url: string, payload = '') =>
    app.inject({
      method: 'POST',
      url: `/sungai-uji/${url}`,
      cookies: { ...who.cookies },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    })
  for (const who of [person, head, agency]) {
    const { body } = await page(who, 'ponsel')
    expect([...documentOf(body).querySelectorAll('li strong')].map(wordsOf)).toContain('Pegawai a2')
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  }
  expect((await page(stranger, 'ponsel')).statusCode).toBe(403)
  const own = async () => wordsOf(documentOf((await page(colleague, 'akun')).body).querySelector('#ponsel ~ ul'))
  expect(await own()).toMatch(/Ponsel kedua.*atau segera setelah atasan menyetujui/)
  expect((await post(colleague, `ponsel/a2/${device}`)).statusCode).toBe(403)
  expect((await post(person, `ponsel/a2/${device}`)).statusCode).toBe(303)
  expect(await own()).not.toMatch(/atasan menyetujui/)
  const account = await page(colleague, 'akun')
  expect(await axeFindings(account.body)).toEqual([])
  expect((await post(person, 'akun/ponsel/cabut', `ponsel=${device}`)).statusCode).toBe(404)
  expect((await post(colleague, 'akun/ponsel/cabut', `ponsel=${device}`)).statusCode).toBe(303)
  expect(await own()).not.toMatch(/Ponsel kedua/)
})
