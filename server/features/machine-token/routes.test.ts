/** Another system reads, as far as the IT officer lets it. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { accountByEmployee, grantRole } from '../account/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const officer = await served.signIn('b1')
await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
  const account = await accountByEmployee(tx, 'b1')
  await grantRole(tx, account?.account ?? '', { role: 'it_officer' }, 'test')
})

const page = '/sungai-uji/akun/mesin'
const get = () => app.inject({ url: page, cookies: { piket: officer } })
const post = (url: string, form: readonly (readonly [string, string])[]) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { piket: officer },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
  })
const form = (...permissions: string[]) =>
  [
    ['nomor', randomUUID()],
    ['nama', 'SIMPEG'],
    ['hari', '30'],
    ...permissions.map((one) => ['izin', one] as const),
  ] as const
const made = async (...permissions: string[]) => {
  // The list shows the newest first.
  served.moment += 1000
  const { body } = await post(page, form(...permissions))
  return wordsOf(documentOf(body).querySelector('[role=status] .code'))
}
const read = (url: string, token: string) =>
  app.inject({ url: `/api/v1/regions/63.98${url}`, headers: { authorization: `Bearer ${token}` } })

describe('a token', () => {
  test('opens what was ticked, and nothing else', async () => {
    const token = await made('read-people')
    expect((await read('/agencies/dinas-a/day', token)).statusCode).toBe(200)
    expect((await read('/employees/a3/reports', token)).statusCode).toBe(403)
  })

  test('is told once', async () => {
    const token = await made('read-people', 'read-reports')
    expect(token).toMatch(/^63\.98\.[\w-]{43}$/)
    const { body, headers } = await get()
    expect(body).not.toContain(token)
    expect(headers['cache-control']).toBe('no-store')
    expect(await axeFindings(body)).toEqual([])
  })

  test('is made once by a form that is sent again, which says so', async () => {
    served.moment += 1000
    const sent = form('read-people', 'read-reports')
    const answers = await Promise.all([post(page, sent), post(page, sent)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    const again = documentOf((await post(page, sent)).body)
    expect(wordsOf(again.querySelector('[role=alert]'))).toMatch(/sudah dibuat.*hanya ditampilkan sekali/)
    expect(again.querySelector('[role=status]')).toBeNull()
    const other = await post(page, [...sent.filter(([name]) => name !== 'hari'), ['hari', '31']])
    const fresh = documentOf(other.body).querySelector('[name=nomor]')?.getAttribute('value')
    expect([other.statusCode, fresh === sent[0][1]]).toEqual([422, false])
    const events = database.owner.selectFrom('event').select('id').where('subject', '=', sent[0][1])
    expect(await events.execute()).toHaveLength(1)
  })

  test.each(['1e2', '0x1e', '30.0', '-30', '', '367'])('is not made for %j days', async (hari) => {
    const sent = form('read-people').map(([name, value]) => [name, name === 'hari' ? hari : value] as const)
    expect((await post(page, sent)).statusCode).toBe(422)
  })

  test('ends at its day, and at once when it is revoked', async () => {
    const token = await made('read-people')
    served.moment += 31 * 86_400_000
    expect((await read('/agencies/dinas-a/day', token)).json()).toMatchObject({ code: 'machine-token-unknown' })
    served.moment -= 31 * 86_400_000
    expect((await read('/agencies/dinas-a/day', token)).statusCode).toBe(200)
    const { body } = await get()
    const revoke = documentOf(body).querySelector('form[action$=cabut]')?.getAttribute('action') ?? ''
    expect((await post(revoke, [])).statusCode).toBe(303)
    expect((await read('/agencies/dinas-a/day', token)).statusCode).toBe(401)
    const again = await post(revoke, [])
    expect([again.statusCode, again.headers.location]).toEqual([303, '/sungai-uji/akun/mesin'])
    expect((await post(revoke.replace(/[\da-f-]{36}/, randomUUID()), [])).statusCode).toBe(404)
  })

  test('is no session: pages ask to sign in', async () => {
    const token = await made('read-people')
    const answer = await app.inject({ url: '/sungai-uji/opd/dinas-a', headers: { authorization: `Bearer ${token}` } })
    expect(answer.statusCode).toBe(303)
  })

  test('of another region hides what is there, and one that is none is refused', async () => {
    const token = await made('read-people')
    const other = await app.inject({
      url: '/api/v1/regions/63.99/agencies/dinas-a/day',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(other.statusCode).toBe(404)
    for (const none of ['', 'x', `63.98.${'A'.repeat(43)}`])
      expect((await read('/agencies/dinas-a/day', none)).statusCode).toBe(401)
  })

  test('leaves its reads with its name', async () => {
    const token = await made('read-people')
    await read('/employees/b2/decision', token)
    const { body } = await app.inject({ url: '/sungai-uji/data-saya', cookies: { piket: await served.signIn('b2') } })
    expect(wordsOf(documentOf(body).querySelector('main'))).toMatch(/SIMPEG\s*tempat kerja dan alasannya · sekali/)
  })
})

test('a form that opens nothing, or for ever, is refused with what was typed', async () => {
  const empty = await post(page, form())
  expect(empty.statusCode).toBe(422)
  expect(documentOf(empty.body).querySelector('#nama')?.getAttribute('value')).toBe('SIMPEG')
  expect(Object.keys(refusedIn(empty).wrong)).toEqual(['izin'])
  const bare = refusedIn(
    await post(page, [
      ['nomor', randomUUID()],
      ['hari', '90'],
    ]),
  )
  expect(Object.keys(bare.wrong).toSorted()).toEqual(['izin', 'nama'])
  for (const hari of ['0', '367', '1.5', 'selamanya', '']) {
    const long = await post(page, [
      ['nomor', randomUUID()],
      ['nama', 'SIMPEG'],
      ['izin', 'read-people'],
      ['hari', hari],
    ])
    expect(wordsOf(documentOf(long.body).querySelector('[role=alert]'))).toContain('1 sampai 366 hari')
  }
})
