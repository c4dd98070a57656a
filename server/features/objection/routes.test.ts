/** An objection is made, answered by the desk that has the word at the time, appealed once, or withdrawn. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const api = `/api/v1/regions/${region}`
const hour = 3_600_000
const noon = morning + 5 * hour
const cookies: Record<string, { readonly piket: string }> = {}
const desk = (role: GrantedRole) =>
  as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login: role, name: role, passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role }, 'test')
    const at = new Date('2098-12-31')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at }) }
  })
beforeAll(async () => {
  for (const employee of ['a0', 'a2', 'a3', 'a4', 'a5', 'b0', 'b1', 'c1', 'c2'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  for (const role of ['personnel_agency', 'organisation_bureau', 'regional_head'] as const)
    cookies[role] = await desk(role)
})
beforeEach(() => {
  served.moment = noon
})

const get = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const post = (who: string, url: string, form: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const asked = { soal: 'roster', hari: '2021-07-21', alasan: 'Tiga Senin berturut-turut di kantor' }
async function made(who: string, fields: Record<string, string> = {}): Promise<string> {
  const nomor = randomUUID()
  expect((await post(who, 'keberatan', { nomor, ...asked, ...fields })).statusCode).toBe(303)
  return nomor
}
const answer = (who: string, about: string, id: string, form: Record<string, string>) =>
  post(who, `keberatan/masuk/${about}/${id}`, { putaran: '1', ...form })
const refusal = { putusan: 'refused', alasan: 'Jadwal dibagi menurut butir', butir: 'uji-2021-07/c2' }
const grant = { putusan: 'accepted', alasan: 'Jadwal dibagi ulang', halaman: '/sungai-uji/jadwal/dinas-a' }
const waiting = async (who: string) =>
  [...documentOf((await get(who, 'keberatan/masuk')).body).querySelectorAll('li strong')].map(wordsOf)
const page = async (who: string, id: string) =>
  wordsOf(documentOf((await get(who, `keberatan/${id}`)).body).querySelector('main'))
const desks = ['a0', 'organisation_bureau', 'personnel_agency', 'regional_head']
const whoHas = async (name: string) => {
  const lists = await Promise.all(desks.map(async (who) => ({ who, list: await waiting(who) })))
  return lists.filter(({ list }) => list.includes(name)).map(({ who }) => who)
}

describe('from objecting to an answer', () => {
  test('sent twice it is once, it keeps the receipt, the day is open, and the head grants it with a page', async () => {
    const receipt = (await app.inject({ url: `${api}/employees/a2/decision`, cookies: { ...cookies.a2 } })).json()
      .receipt
    const nomor = randomUUID()
    const sent = await Promise.all([1, 2].map(() => post('a2', 'keberatan', { nomor, ...asked })))
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const list = await get('a2', 'keberatan')
    expect(await axeFindings(list.body)).toEqual([])
    expect(refusedByPolicy(list.body)).toEqual([])
    expect(documentOf(list.body).querySelectorAll('#diajukan ~ ul > li')).toHaveLength(1)
    expect(wordsOf(documentOf(list.body).querySelector('main'))).toMatch(/tidak menunda keputusan.*0 dari 72 jam/)
    const shown = await get('a2', `keberatan/${nomor}`)
    expect(await axeFindings(shown.body)).toEqual([])
    expect(shown.body).toContain(receipt.sha256)
    expect(wordsOf(documentOf((await get('a2', 'saya')).body).querySelector('main'))).toMatch(/belum dihitung/)
    expect(await whoHas('Pegawai a2')).toEqual(['a0'])
    const atDesk = await get('a0', `keberatan/masuk/a2/${nomor}`)
    expect(await axeFindings(atDesk.body)).toEqual([])
    expect(refusedByPolicy(atDesk.body)).toEqual([])
    expect(atDesk.body).not.toContain(receipt.sha256)
    const elsewhere = ['https://lain.go.id/sungai-uji/jadwal', '/tetangga/jadwal', '/sungai-uji/tidak/ada', 'kosong']
    for (const halaman of elsewhere) {
      const { statusCode, body } = await answer('a0', 'a2', nomor, { ...grant, halaman })
      const kept = documentOf(body).querySelector('[name=halaman]')?.getAttribute('value')
      expect([statusCode, body.includes('bukan alamat halaman Piket daerah ini'), kept]).toEqual([422, true, halaman])
    }
    for (const more of [{ butir: 'uji-2021-07/c2' }, { mulai: '2021-08-02' }])
      expect((await answer('a0', 'a2', nomor, { ...grant, ...more })).body).toContain('bukan untuk putusan ini')
    expect((await answer('a0', 'a2', nomor, grant)).statusCode).toBe(303)
    expect((await answer('a0', 'a2', nomor, grant)).statusCode).toBe(303)
    expect((await answer('a0', 'a2', nomor, { ...grant, halaman: '/sungai-uji/edaran' })).statusCode).toBe(403)
    expect(await page('a2', nomor)).toMatch(/Dikabulkan oleh Siti Kepala.*Jadwal dibagi ulang.*Lihat perubahannya/)
    expect(wordsOf(documentOf((await get('a2', 'saya')).body).querySelector('main'))).not.toMatch(/belum dihitung/)
    const events = await database.owner
      .selectFrom('event')
      .select(['kind', 'clause', 'agency_id'])
      .where('subject', '=', 'a2')
      .where('kind', 'like', 'objection-%')
      .orderBy('id')
      .execute()
    expect(events.map(({ kind, agency_id }) => [kind, agency_id])).toEqual([
      ['objection-made', 'dinas-a'],
      ['objection-answered', 'dinas-a'],
    ])
    expect(events.every(({ clause }) => clause?.startsWith('uji-2021-07/'))).toBe(true)
  })

  test('a refusal cites a clause on file, is appealed once, to the level above, and then it is closed', async () => {
    const id = await made('a3')
    expect((await answer('a0', 'a3', id, { ...refusal, butir: '' })).statusCode).toBe(422)
    expect((await answer('a0', 'a3', id, { ...refusal, butir: 'uji-2021-07/c99' })).statusCode).toBe(422)
    const kept = await answer('a0', 'a3', id, { ...refusal, alasan: ' ' })
    expect([kept.statusCode, documentOf(kept.body).querySelector('#butir')?.getAttribute('value')]).toEqual([
      422,
      'uji-2021-07/c2',
    ])
    expect((await answer('a0', 'a3', id, refusal)).statusCode).toBe(303)
    expect(await page('a3', id)).toMatch(/Ditolak · dapat dibanding sampai.*Dasar: butir uji-2021-07\/c2/)
    expect((await post('a3', `keberatan/${id}/banding`, { alasan: ' ' })).statusCode).toBe(422)
    expect((await post('a3', `keberatan/${id}/banding`, { alasan: 'Tetap tidak adil' })).statusCode).toBe(303)
    expect((await post('a3', `keberatan/${id}/banding`, { alasan: 'Tetap tidak adil' })).statusCode).toBe(303)
    expect((await post('a3', `keberatan/${id}/banding`, { alasan: 'Lagi' })).statusCode).toBe(409)
    expect(await whoHas('Pegawai a3')).toEqual(['personnel_agency'])
    expect((await answer('a0', 'a3', id, refusal)).statusCode).toBe(303)
    expect((await answer('a0', 'a3', id, grant)).statusCode).toBe(403)
    expect((await answer('personnel_agency', 'a3', id, refusal)).statusCode).toBe(403)
    expect((await answer('personnel_agency', 'a3', id, { ...refusal, putaran: '2' })).statusCode).toBe(303)
    expect((await post('a3', `keberatan/${id}/banding`, { alasan: 'Lagi' })).statusCode).toBe(409)
    expect((await post('a3', `keberatan/${id}/tarik`)).statusCode).toBe(409)
  })

  test('an appeal after 3 x 24 hours is late', async () => {
    const id = await made('a4')
    await answer('a0', 'a4', id, refusal)
    served.moment = noon + 72 * hour
    expect((await post('a4', `keberatan/${id}/banding`, { alasan: 'Terlambat' })).statusCode).toBe(409)
  })
})

test('unanswered it goes up: over a weekend too, and whoever had the word has it no more', async () => {
  const id = await made('a5')
  const at = async (hours: number) => {
    served.moment = noon + hours * hour
    return whoHas('Pegawai a5')
  }
  expect(await at(71)).toEqual(['a0'])
  expect(await at(72)).toEqual(['personnel_agency'])
  expect((await answer('a0', 'a5', id, grant)).statusCode).toBe(403)
  // Who had the word may still read; who has not had it yet is told nothing.
  expect((await get('a0', `keberatan/masuk/a5/${id}`)).statusCode).toBe(200)
  expect((await get('regional_head', `keberatan/masuk/a5/${id}`)).statusCode).toBe(404)
  expect(await at(144)).toEqual(['regional_head'])
  expect(await page('a5', id)).toMatch(/naik ke BKPSDM.*naik ke pimpinan daerah/)
  expect((await post('a5', `keberatan/${id}/tarik`)).statusCode).toBe(303)
  expect((await post('a5', `keberatan/${id}/tarik`)).statusCode).toBe(303)
  expect(await at(144)).toEqual([])
  expect(await page('a5', id)).toMatch(/Ditarik/)
})

describe('which desk', () => {
  test.each([
    ['record', { kolom: 'birth_on' }, 'personnel_agency'],
    ['clause', {}, 'organisation_bureau'],
    ['health', {}, 'personnel_agency'],
  ])('%s', async (soal, fields, expected) => {
    const id = await made('c1', { soal, ...fields })
    expect(await whoHas('Pegawai c1')).toEqual([expected])
    await post('c1', `keberatan/${id}/tarik`)
  })

  test('a head objects to the personnel agency, and never answers themself', async () => {
    const id = await made('a0')
    expect(await whoHas('Siti Kepala')).toEqual(['personnel_agency'])
    expect((await answer('a0', 'a0', id, grant)).statusCode).toBe(403)
  })

  test('an appeal to the same desk is never answered by what it sent before', async () => {
    const id = await made('a0', { hari: '2021-07-20' })
    served.moment = noon + 72 * hour
    expect((await answer('regional_head', 'a0', id, { ...refusal, putaran: '2' })).statusCode).toBe(403)
    expect((await answer('regional_head', 'a0', id, refusal)).statusCode).toBe(303)
    expect((await post('a0', `keberatan/${id}/banding`, { alasan: 'Tetap' })).statusCode).toBe(303)
    expect((await answer('regional_head', 'a0', id, refusal)).statusCode).toBe(303)
    expect((await answer('regional_head', 'a0', id, grant)).statusCode).toBe(403)
    const atDesk = documentOf((await get('regional_head', `keberatan/masuk/a0/${id}`)).body)
    const rounds = [...atDesk.querySelectorAll('[name=putaran]')].map((field) => field.getAttribute('value'))
    expect(rounds).toEqual(['2', '2'])
    expect((await answer('regional_head', 'a0', id, { ...grant, putaran: '2' })).statusCode).toBe(303)
    expect(await page('a0', id)).toMatch(/Dikabulkan/)
  })

  test('the head of the agency learns nothing of health, nor from the events', async () => {
    const id = await made('a4', { soal: 'health', alasan: 'Golongan belum tercatat' })
    served.moment = noon + 100 * hour
    expect((await get('a0', `keberatan/masuk/a4/${id}`)).statusCode).toBe(404)
    const event = database.owner.selectFrom('event').select('agency_id').where('subject', '=', 'a4')
    expect((await event.orderBy('id', 'desc').executeTakeFirst())?.agency_id).toBeNull()
  })

  test('a clause under an open question brings the question along', async () => {
    const id = await made('b0', { soal: 'clause' })
    expect(wordsOf(documentOf((await get('organisation_bureau', `keberatan/masuk/b0/${id}`)).body).body)).toMatch(
      /Apakah seluruh pegawai kantor C juga bergiliran/,
    )
  })
})

test('a staff record is right from a named list, which the person is told', async () => {
  const form = await get('b1', 'keberatan?kolom=echelon')
  expect(documentOf(form.body).querySelector('option[value=echelon]')?.hasAttribute('selected')).toBe(true)
  const id = await made('b1', { soal: 'record', kolom: 'echelon', alasan: 'Eselon III, bukan IV' })
  const changed = { putusan: 'accepted', alasan: 'Eselon diperbaiki' }
  expect((await answer('personnel_agency', 'b1', id, changed)).statusCode).toBe(422)
  for (const mulai of ['2021-07-20', '2022-07-23', '2099-12-31'])
    expect((await answer('personnel_agency', 'b1', id, { ...changed, mulai })).body).toContain(
      'lebih dari setahun sesudahnya',
    )
  const elsewhere = { ...changed, mulai: '2021-08-02', halaman: '/sungai-uji/tidak/ada' }
  expect((await answer('personnel_agency', 'b1', id, elsewhere)).body).toContain(
    'bukan alamat halaman Piket daerah ini',
  )
  expect((await answer('personnel_agency', 'b1', id, { ...changed, mulai: '2021-08-02' })).statusCode).toBe(303)
  expect(await page('b1', id)).toMatch(/benar mulai daftar pegawai Senin, 2 Agustus 2021/)
})

test('an objection of another, or of another region, is not found', async () => {
  const id = await made('c2')
  expect((await get('a2', `keberatan/${id}`)).statusCode).toBe(404)
  expect((await post('a2', `keberatan/${id}/tarik`)).statusCode).toBe(404)
  expect((await post('a2', `keberatan/${id}/banding`, { alasan: 'x' })).statusCode).toBe(404)
  expect((await get('a0', `keberatan/masuk/c2/${id}`)).statusCode).toBe(403)
  const next = await app.inject({ url: `/tetangga/keberatan/${id}`, cookies: { ...cookies.c2 } })
  expect(next.statusCode).toBe(404)
  await post('c2', `keberatan/${id}/tarik`)
})

test.each([
  [{ hari: '2021-06-01' }, 422, /31 hari/],
  [{ alasan: ' ' }, 422, /Alasannya belum ditulis/],
  [{ soal: 'record' }, 422, /belum dipilih/],
])('%j is refused, and what was typed stays', async (fields, status, words) => {
  const { statusCode, body } = await post('c1', 'keberatan', { nomor: randomUUID(), ...asked, ...fields })
  expect(statusCode).toBe(status)
  expect(wordsOf(documentOf(body).querySelector('[role=alert]'))).toMatch(words)
  const typed = { ...asked, ...fields }
  expect(documentOf(body).querySelector('[name=hari]')?.getAttribute('value')).toBe(typed.hari)
  expect(documentOf(body).querySelector('[name=alasan]')?.textContent).toBe(typed.alasan)
})

test('a standing rule opens later days, and two at once about the same are one', async () => {
  const id = await made('c1', { hari: '2021-07-20', seterusnya: 'ya' })
  expect((await post('c1', 'keberatan', { nomor: randomUUID(), ...asked, hari: '2021-07-20' })).statusCode).toBe(409)
  expect(wordsOf(documentOf((await get('c1', 'saya')).body).querySelector('main'))).toMatch(/belum dihitung/)
  await post('c1', `keberatan/${id}/tarik`)
  expect(wordsOf(documentOf((await get('c1', 'saya')).body).querySelector('main'))).not.toMatch(/belum dihitung/)
})

test('programs object, answer and appeal alike', async () => {
  const call = (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({ method, url: `${api}/${url}`, cookies: { ...cookies[who] }, ...(payload && { payload }) })
  // Later than every other one, which therefore stand before it.
  served.moment = noon + hour
  const id = randomUUID()
  const sent = { id, kind: 'clause', day: '2021-07-22', reason: 'Butir dua tidak menyangkut loket' }
  expect((await call('b1', 'POST', 'objections', sent)).statusCode).toBe(201)
  expect((await call('b1', 'POST', 'objections', sent)).statusCode).toBe(201)
  const own = (await call('b1', 'GET', 'objections')).json() as { id: string }[]
  expect(own.filter((one) => one.id === id)).toMatchObject([{ state: 'waiting', waits_for: 'organisation_bureau' }])
  const waits = (await call('organisation_bureau', 'GET', 'objections/waiting')).json() as { id: string }[]
  expect(waits.at(-1)).toMatchObject({ id, employee: 'b1', open: true })
  const given = { round: 1, outcome: 'refused', reason: 'Loket termasuk', clause: 'uji-2021-07/c2' }
  const answered = await call('organisation_bureau', 'POST', `employees/b1/objections/${id}/answer`, given)
  expect(answered.json()).toMatchObject({
    state: 'refused',
    appealable: true,
    answers: [{ as: 'organisation_bureau' }],
  })
  const appealed = await call('b1', 'POST', `objections/${id}/appeal`, { reason: 'Tidak' })
  expect(appealed.json()).toMatchObject({ round: 2, state: 'waiting', waits_for: 'regional_head' })
  const withdrawn = await call('b1', 'POST', `objections/${id}/withdrawal`)
  expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', open: false })
  expect((await call('regional_head', 'GET', `employees/b1/objections/${id}`)).json()).toMatchObject({ id })
  const reads = database.owner.selectFrom('sensitive_read').select('fields').where('subject_id', '=', 'b1')
  expect((await reads.execute()).flatMap(({ fields }) => fields)).toContain('objections')
})

test('a text is as long as its field says, however a browser ends its lines', async () => {
  const lines = `${'a\r\n'.repeat(499)}bb`
  const nomor = await made('c1', { hari: '2021-07-15', alasan: lines })
  const kept = database.owner.selectFrom('objection').select('reason').where('objection_id', '=', nomor)
  expect((await kept.executeTakeFirstOrThrow()).reason).toBe(lines.replaceAll('\r', ''))
  const longer = { nomor: randomUUID(), ...asked, hari: '2021-07-14', alasan: `${lines}b` }
  expect((await post('c1', 'keberatan', longer)).statusCode).toBe(400)
  await post('c1', `keberatan/${nomor}/tarik`)
})

test('a form that "back" brings again with other words is refused, keeps them, and gets a number of its own', async () => {
  const nomor = await made('c1', { hari: '2021-07-19' })
  const sendAgain = (fields: Record<string, string>) =>
    post('c1', 'keberatan', { nomor, ...asked, hari: '2021-07-19', ...fields })
  expect((await sendAgain({})).statusCode).toBe(303)
  for (const other of [{ soal: 'clause' }, { seterusnya: 'ya' }, { hari: '2021-07-16' }])
    expect((await sendAgain(other)).statusCode).toBe(422)
  const { body } = await sendAgain({ alasan: 'Jadwal lain' })
  expect(documentOf(body).querySelector('[name=alasan]')?.textContent).toBe('Jadwal lain')
  const fresh = documentOf(body).querySelector('[name=nomor]')?.getAttribute('value') ?? ''
  expect((await post('c1', 'keberatan', { ...asked, nomor: fresh, hari: '2021-07-16' })).statusCode).toBe(303)
  for (const id of [nomor, fresh]) await post('c1', `keberatan/${id}/tarik`)
})
