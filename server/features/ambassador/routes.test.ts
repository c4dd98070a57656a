import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { findRegion } from '../region/service.ts'
import { beginSession } from '../session/service.ts'
import { forgetAmbassadors } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
let spokesperson: Record<string, string>
let head: Record<string, string>
beforeAll(async () => {
  spokesperson = await as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login: 'jubir', name: 'Juru Bicara', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'spokesperson' }, 'test')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date(morning) }) }
  })
  head = { piket: await served.signIn('a0') }
})

const send = (path: string, cookies: Record<string, string>, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/duta${path}`,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const mastura = { nama: 'Hj. Mastura', sebagai: 'pedagang pasar', alasan: 'Lapaknya bersekat sejak awal' }
const shown = async () => (await app.inject({ url: `/api/v1/regions/${region}/ambassadors` })).json()
const publicPage = async () => (await app.inject({ url: '/sungai-uji/situasi/duta' })).body
const events = async () =>
  (
    await sql<{ kind: string }>`select kind from event where region_id = ${region} and kind like 'ambassador%'
      order by id`.execute(database.owner)
  ).rows.map(({ kind }) => kind)

const id = randomUUID()
const award = { nomor: randomUUID(), bulan: '2021-07', atas: '40 lapak memakai sekat' }

test('a nomination that lacks something is refused with what was typed', async () => {
  const response = await send('', head, { nomor: id, ...mastura, sebagai: '' })
  const document = documentOf(response.body)
  expect(response.statusCode).toBe(422)
  expect(wordsOf(document.querySelector('[role=alert]'))).toContain('siapa orangnya belum ditulis')
  expect(document.querySelector('[name=nama]')?.getAttribute('value')).toBe('Hj. Mastura')
})

test('a head nominates, once, and nobody is told who', async () => {
  const answers = await Promise.all([
    send('', head, { nomor: id, ...mastura }),
    send('', head, { nomor: id, ...mastura }),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect((await send('', head, { nomor: id, ...mastura, nama: 'Lain' })).statusCode).toBe(422)
  expect(await events()).toEqual(['ambassador-nominated'])
  expect(await shown()).toEqual({ ambassadors: [], unnamed: 0 })
  expect(await publicPage()).not.toContain('Mastura')
})

test('who was not accepted is not honoured, and a head decides nothing', async () => {
  expect((await send(`/${id}/penghargaan`, spokesperson, award)).statusCode).toBe(409)
  expect((await send(`/${id}/putusan`, head, { putusan: 'terima' })).statusCode).toBe(403)
})

test('accepted without consent, somebody is one of so many', async () => {
  expect((await send(`/${id}/putusan`, spokesperson, { putusan: 'terima' })).statusCode).toBe(303)
  expect((await send(`/${id}/putusan`, spokesperson, { putusan: 'terima' })).statusCode).toBe(303)
  expect((await send(`/${id}/putusan`, spokesperson, { putusan: 'tolak' })).statusCode).toBe(409)
  expect(await shown()).toEqual({ ambassadors: [], unnamed: 1 })
  expect(await publicPage()).not.toContain('Mastura')
})

test('with consent the name is public, with the awards and without the reason of the nomination', async () => {
  const words = await send(`/${id}/izin`, head, { izin: 'Tidak setuju' })
  expect([words.statusCode, words.body]).toEqual([422, expect.stringContaining('ambassador-consent-unsaid')])
  expect(await publicPage()).not.toContain('Mastura')
  expect((await send(`/${id}/izin`, head, { izin: 'Surat 19 Juli 2021', setuju: 'ya' })).statusCode).toBe(303)
  const [first, again] = await Promise.all([
    send(`/${id}/penghargaan`, spokesperson, award),
    send(`/${id}/penghargaan`, spokesperson, award),
  ])
  expect([first.statusCode, again.statusCode]).toEqual([303, 303])
  expect(await shown()).toEqual({
    ambassadors: [
      {
        ...{ name: 'Hj. Mastura', description: 'pedagang pasar' },
        awards: [{ month: '2021-07', reason: '40 lapak memakai sekat' }],
      },
    ],
    unnamed: 0,
  })
  const page = wordsOf(documentOf(await publicPage()).querySelector('main'))
  expect(page).toContain('Penghargaan Juli 2021: 40 lapak memakai sekat')
  expect(page).not.toContain('bersekat sejak awal')
})

test.each([
  ['a month to come', { nomor: randomUUID(), bulan: '2021-08' }, 422, 'award-month-ahead'],
  ['a month of another age', { nomor: randomUUID(), bulan: '1900-01' }, 422, 'award-month-early'],
  ['a month that has one', { nomor: randomUUID(), atas: 'Lain' }, 409, 'award-there'],
  ['nothing', { nomor: randomUUID(), bulan: '2021-06', atas: ' ' }, 422, 'award-incomplete'],
])('for %s nobody is honoured', async (_, change, status, code) => {
  const response = await send(`/${id}/penghargaan`, spokesperson, { ...award, ...change })
  expect([response.statusCode, response.body]).toEqual([status, expect.stringContaining(`/masalah/${code}`)])
})

test('who nominated nobody sees nobody, and cannot speak for whom another nominated', async () => {
  const other = { piket: await served.signIn('b0') }
  expect((await app.inject({ url: '/sungai-uji/duta', cookies: other })).body).not.toContain('Mastura')
  expect((await send(`/${id}/izin`, other, { izin: '' })).statusCode).toBe(404)
})

test('the pages are clean, and the public one is kept by nobody: who withdraws is gone at once', async () => {
  for (const cookies of [spokesperson, head, {}]) {
    const url = 'piket' in cookies ? '/sungai-uji/duta' : '/sungai-uji/situasi/duta?bahasa=en'
    const { body, statusCode } = await app.inject({ url, cookies })
    expect(statusCode).toBe(200)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  }
  for (const url of ['/sungai-uji/situasi/duta', `/api/v1/regions/${region}/ambassadors`]) {
    const { headers } = await app.inject({ url })
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
    expect(again.statusCode).toBe(304)
  }
})

test('who does not agree any longer is named to nobody', async () => {
  expect((await send(`/${id}/izin`, head, { izin: '' })).statusCode).toBe(303)
  expect(await shown()).toEqual({ ambassadors: [], unnamed: 1 })
  expect(await publicPage()).not.toContain('Mastura')
  expect(await publicPage()).not.toContain('40 lapak')
  expect(await events()).toEqual([
    ...['ambassador-nominated', 'ambassador-accepted', 'ambassador-consent-noted', 'ambassador-honoured'],
    'ambassador-consent-ended',
  ])
})

test('forgets ninety days later who was turned down or agrees no longer, and none before', async () => {
  const found = await findRegion(database.db, 'sungai-uji')
  if (!found) throw new Error('The region is gone.')
  const [declined, waiting] = [randomUUID(), randomUUID()]
  for (const [nomor, nama] of [
    [declined, 'Pak Tolak'],
    [waiting, 'Bu Tunggu'],
  ] as const)
    await send('', head, { nomor, ...mastura, nama })
  await send(`/${declined}/putusan`, spokesperson, { putusan: 'tolak' })
  const names = async () => {
    const rows = await database.owner.selectFrom('ambassador').select(['name', 'description', 'reason']).execute()
    return rows.map(({ name, description, reason }) => [name, description, reason].filter(Boolean).length)
  }
  const day = 86_400_000
  const before = await shown()
  served.moment += 90 * day - 1000
  await forgetAmbassadors(app, found)
  expect((await names()).toSorted()).toEqual([3, 3, 3])
  served.moment += 60_000
  await forgetAmbassadors(app, found)
  await forgetAmbassadors(app, found)
  expect((await names()).toSorted()).toEqual([0, 0, 3])
  expect((await events()).filter((kind) => kind === 'ambassador-name-dropped')).toHaveLength(2)
  expect(await shown()).toEqual(before)
  expect(before).toEqual({ ambassadors: [], unnamed: 1 })
  served.moment = morning
  const { body } = await app.inject({ url: '/sungai-uji/duta', cookies: head })
  expect([body.includes('Bu Tunggu'), body.includes('Pak Tolak'), body.includes('Mastura')]).toEqual([
    true,
    false,
    false,
  ])
  expect((await send(`/${id}/izin`, head, { izin: 'Surat', setuju: 'ya' })).statusCode).toBe(404)
})
