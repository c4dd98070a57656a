/** Outages that people declare: two of them, with what it credits. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { addPhone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const minute = 60_000
const cookies: Record<string, { readonly piket: string }> = {}

/** An account with roles and no staff record. */
const officer = (login: string, roles: readonly GrantedRole[]) =>
  as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login, name: login, passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    for (const role of roles) await grantRole(tx, account, { role }, 'test')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date(morning) }) }
  })

beforeAll(async () => {
  await sql`update unit_version set kind = 'district' where region_id = ${region} and unit_id = 'dinas-b'`.execute(
    database.owner,
  )
  cookies.it = await officer('petugas-ti', ['it_officer'])
  cookies.both = await officer('keduanya', ['it_officer', 'personnel_agency'])
  cookies.bkpsdm = await officer('bkpsdm', ['personnel_agency'])
  cookies.a1 = await cookieOf(database.db, region, 'a1')
  // Two come twenty minutes late, one of them in the district.
  for (const employee of ['a2', 'b1']) {
    const phone = await addPhone(database.owner, { region, employee, since: morning - 60 * minute })
    const anchored = await app.inject({ url: `/api/v1/regions/${region}/time?device=${phone.device}` })
    const { serverTime, sig } = anchored.json()
    const anchor = { serverTime, sig, mono: serverTime - (morning - 60 * minute), wall: serverTime, session: 's1' }
    served.moment = morning + 20 * minute
    const url = `/api/v1/regions/${region}/check-ins`
    const sent = await app.inject({
      method: 'POST',
      url,
      cookies: { ...phone.cookies },
      payload: phone.tap(morning + 20 * minute, { anchor }),
    })
    expect(sent.statusCode).toBe(201)
  }
  await app.grader.done()
  served.moment = morning + 25 * minute
})

const get = (who: string, url = 'gangguan') => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const post = (who: string, url: string, form: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const cut = { hari: '2021-07-21', mulai: '07:00', selesai: '07:45', wilayah: 'dinas-b', alasan: 'Listrik padam, PLN' }
const declare = (who: string, fields: Record<string, string> = {}) =>
  post(who, 'gangguan', { nomor: randomUUID(), ...cut, ...fields })
const lines = async (who: string) =>
  [...documentOf((await get(who)).body).querySelectorAll('[aria-labelledby=daftar] li')].map(wordsOf)
const newest = async () =>
  (await database.owner.selectFrom('outage').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
const eventsOf = async (id: number) => {
  const events = database.owner.selectFrom('event').select('kind').where(sql`body->>'outage'`, '=', `${id}`)
  return (await events.orderBy('id').execute()).map(({ kind }) => kind)
}
const credited = async (id: number) =>
  wordsOf(documentOf((await get('bkpsdm', `gangguan/${id}`)).body).querySelector('h1 + p'))

test('declared twice by a retry it is one, credits nobody until a second person confirms, then its district alone', async () => {
  const nomor = randomUUID()
  expect((await declare('both', { nomor })).statusCode).toBe(303)
  expect((await declare('both', { nomor })).statusCode).toBe(303)
  expect(await lines('a1')).toEqual([expect.stringMatching(/Dinas Beta.*Listrik padam, PLN.*belum diakui/)])
  const id = await newest()
  expect((await get('bkpsdm', `gangguan/${id}`)).statusCode).toBe(404)
  expect((await post('both', `gangguan/${id}/benarkan`)).statusCode).toBe(409)
  expect((await post('it', `gangguan/${id}/benarkan`)).statusCode).toBe(403)
  expect((await post('bkpsdm', `gangguan/${id}/benarkan`)).statusCode).toBe(303)
  expect((await post('bkpsdm', `gangguan/${id}/benarkan`)).statusCode).toBe(303)
  expect(await credited(id)).toMatch(/^1 orang diakui/)
  expect((await post('it', `gangguan/${id}/tarik`)).statusCode).toBe(409)
  const events = await database.owner.selectFrom('event').select('kind').where('kind', 'like', 'outage-%').execute()
  expect(events.map(({ kind }) => kind)).toEqual(['outage-declared', 'outage-confirmed'])
})

test('of the whole region it credits everybody in it, and one that lasts can be ended', async () => {
  expect((await declare('it', { wilayah: '', selesai: '' })).statusCode).toBe(303)
  const id = await newest()
  expect((await post('bkpsdm', `gangguan/${id}/benarkan`)).statusCode).toBe(303)
  expect(await credited(id)).toMatch(/^[12] orang diakui/)
  expect((await lines('it'))[0]).toMatch(/masih berlangsung/)
  expect((await post('it', `gangguan/${id}/akhiri`)).statusCode).toBe(303)
  expect((await lines('it'))[0]).not.toMatch(/masih berlangsung/)
  expect((await post('it', `gangguan/${id}/akhiri`)).statusCode).toBe(303)
  expect((await post('both', `gangguan/${id}/akhiri`)).statusCode).toBe(409)
  expect(await eventsOf(id)).toEqual(['outage-declared', 'outage-confirmed', 'outage-ended'])
})

describe('one that is ahead', () => {
  const ahead = { mulai: '15:00', selesai: '', alasan: 'Pemeliharaan jaringan' }
  const offered = async () =>
    [...documentOf((await get('it')).body).querySelectorAll('[aria-labelledby=daftar] li:first-child button')].map(
      wordsOf,
    )

  test('cannot be ended before it begins, which is said; it can be taken back', async () => {
    expect((await declare('it', ahead)).statusCode).toBe(303)
    const id = await newest()
    expect(await offered()).toEqual(['Tarik'])
    expect((await lines('it'))[0]).toMatch(/tanpa waktu selesai/)
    const { statusCode, body } = await post('it', `gangguan/${id}/akhiri`)
    expect([statusCode, wordsOf(documentOf(body).querySelector('main [role=alert]'))]).toEqual([
      409,
      expect.stringContaining('Gangguan ini belum mulai, jadi belum dapat diakhiri'),
    ])
    expect((await post('it', `gangguan/${id}/tarik`)).statusCode).toBe(303)
    expect((await lines('it'))[0]).not.toMatch(/masih berlangsung/)
    expect(await offered()).toEqual([])
  })

  test('is taken back also where it was confirmed: it credits nobody yet', async () => {
    expect((await declare('it', ahead)).statusCode).toBe(303)
    const id = await newest()
    expect((await post('bkpsdm', `gangguan/${id}/benarkan`)).statusCode).toBe(303)
    expect(await offered()).toEqual(['Tarik'])
    expect((await post('it', `gangguan/${id}/tarik`)).statusCode).toBe(303)
    expect(await eventsOf(id)).toEqual(['outage-declared', 'outage-confirmed', 'outage-withdrawn'])
  })
})

test('one that nobody has confirmed is taken back', async () => {
  expect((await declare('it')).statusCode).toBe(303)
  const id = await newest()
  for (const _ of [1, 2]) expect((await post('it', `gangguan/${id}/tarik`)).statusCode).toBe(303)
  expect((await lines('it'))[0]).toMatch(/ditarik/)
  expect((await post('bkpsdm', `gangguan/${id}/benarkan`)).statusCode).toBe(409)
  expect(await eventsOf(id)).toEqual(['outage-declared', 'outage-withdrawn'])
})

test('the page says where the data end, and is whole for everybody', async () => {
  const { body } = await get('it')
  expect(wordsOf(documentOf(body).querySelector('#wilayah-petunjuk'))).toMatch(/Kantor lain .* tidak ikut diakui/)
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  expect(documentOf((await get('a1')).body).querySelector('main form')).toBeNull()
})

test.each([
  [{ selesai: '06:00' }, /Waktu gangguan tidak mungkin/],
  [{ hari: '2021-05-01' }, /Waktu gangguan tidak mungkin/],
  [{ hari: '2021-07-25' }, /Waktu gangguan tidak mungkin/],
  [{ alasan: ' ' }, /Alasannya belum ditulis/],
])('%j is refused, and what was typed stays', async (fields, words) => {
  const { statusCode, body } = await declare('it', fields)
  expect(statusCode).toBe(422)
  expect(wordsOf(documentOf(body).querySelector('[role=alert]'))).toMatch(words)
  expect(documentOf(body).querySelector('[name=mulai]')?.getAttribute('value')).toBe('07:00')
})

test('a form that "back" brings again with other words is refused, keeps them, and gets a number of its own', async () => {
  const nomor = randomUUID()
  expect((await declare('it', { nomor })).statusCode).toBe(303)
  expect((await declare('it', { nomor })).statusCode).toBe(303)
  for (const other of [{ selesai: '' }, { wilayah: '' }, { hari: '2021-07-20' }, { alasan: 'Jaringan putus' }])
    expect((await declare('it', { nomor, ...other })).statusCode).toBe(422)
  expect((await declare('both', { nomor })).statusCode).toBe(422)
  const { body } = await declare('it', { nomor, mulai: '06:30' })
  const value = (name: string) => documentOf(body).querySelector(`[name=${name}]`)?.getAttribute('value')
  expect(value('mulai')).toBe('06:30')
  expect((await declare('it', { nomor: value('nomor') ?? '', mulai: '06:30' })).statusCode).toBe(303)
})
