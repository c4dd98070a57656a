/** The superior's word, beside a phone or instead of one. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { addPhone } from '../../testing/phone.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id in ('a2', 'a3')`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'b1', 'c1'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  served.moment = morning + 4 * 3_600_000
})

const get = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const word = {
  hari: '2021-07-21',
  arah: 'in',
  tempat: 'office',
  jam: '07:20',
  alasan: 'Ponsel rusak',
  saksi: 'Saya sendiri',
}
const say = (who: string, about: string, fields: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/hadir/${about}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: randomUUID(), ...word, ...fields }).toString(),
  })
const vouchers = async () =>
  (await database.owner.selectFrom('voucher').select(['employee_id', 'kind', 'vouched_by']).execute()).length

describe('a superior', () => {
  test('finds those of whom too little is on record, and nobody else', async () => {
    const { body } = await get('a1', 'hadir')
    const names = [...documentOf(body).querySelectorAll('li strong')].map(wordsOf)
    expect(names).toEqual(['Pegawai a2', 'Pegawai a3'])
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })

  test('says that somebody was there: graded 2, on time, in their name, with an event', async () => {
    const nomor = randomUUID()
    const sent = await Promise.all([say('a1', 'a2', { nomor }), say('a1', 'a2', { nomor })])
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(await vouchers()).toBe(1)
    const { body } = await get('a1', String(sent[0]?.headers.location).replace('/sungai-uji/', ''))
    const words = wordsOf(documentOf(body).querySelector('[aria-labelledby=tercatat]'))
    expect(words).toMatch(/Datang 07\.20, Kantor ?Bukti 2 dari 3: dibenarkan atasan/)
    expect(words).toMatch(/Ponsel rusak \(dilihat oleh Saya sendiri\)/)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
    const own = wordsOf(documentOf((await get('a2', 'saya')).body).querySelector('#presensi')?.parentElement ?? null)
    expect(own).toMatch(/Masuk 07\.20 · tepat waktu Menurut keterangan orang lain\. Bukti 2 dari 3: dibenarkan atasan/)
    const events = await database.owner
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'presence-vouched')
      .execute()
    expect(events.map(({ body: of }) => of)).toEqual([
      { voucher: nomor, by: 'superior_word', day: '2021-07-21', moment: 'in', place: 'office' },
    ])
  })

  test('shows on the page of the unit, whose head can add a word too', async () => {
    const { body } = await get('a0', 'unit/dinas-a')
    const row = [...documentOf(body).querySelectorAll('tbody tr')].find((one) => wordsOf(one).startsWith('Pegawai a2'))
    expect(wordsOf(row ?? null)).toMatch(/Kantor 07\.20/)
    expect(wordsOf(row ?? null)).toMatch(/2 dari 3/)
    expect(row?.querySelector('a[href="/sungai-uji/hadir/a2"]')).not.toBeNull()
  })

  test('takes the word back, and nobody else does', async () => {
    const { body } = await get('a0', 'hadir/a2')
    expect(documentOf(body).querySelector('form[action$=tarik]')).toBeNull()
    const action = documentOf((await get('a1', 'hadir/a2')).body)
      .querySelector('form[action$=tarik]')
      ?.getAttribute('action')
    const withdraw = (who: string) => app.inject({ method: 'POST', url: `${action}`, cookies: { ...cookies[who] } })
    expect((await withdraw('a0')).statusCode).toBe(404)
    expect((await withdraw('a1')).statusCode).toBe(303)
    expect((await withdraw('a1')).statusCode).toBe(303)
    expect((await withdraw('a0')).statusCode).toBe(404)
    const gone = database.owner.selectFrom('event').select('id').where('kind', '=', 'voucher-withdrawn')
    expect(await gone.execute()).toHaveLength(1)
    expect(
      wordsOf(documentOf((await get('a1', 'hadir/a2')).body).querySelector('#tercatat')?.parentElement ?? null),
    ).toMatch(/Belum ada catatan/)
  })
})

describe('a word beside the phone', () => {
  test('lifts its grade, and stays beside it', async () => {
    const phone = await addPhone(database.owner, { region, employee: 'a3', since: morning - 3_600_000 })
    const tapped = await app.inject({
      method: 'POST',
      url: `/api/v1/regions/${region}/check-ins`,
      cookies: { ...phone.cookies },
      payload: phone.tap(morning - 600_000),
    })
    expect(tapped.statusCode).toBe(201)
    await app.grader.done()
    const records = async () =>
      wordsOf(documentOf((await get('a1', 'hadir/a3')).body).querySelector('[aria-labelledby=tercatat]'))
    expect(await records()).toMatch(/Bukti 1 dari 3: pernyataan sendiri/)
    expect((await say('a1', 'a3', { jam: '07:25' })).statusCode).toBe(303)
    expect(await records()).toMatch(/Bukti 2 dari 3: dibenarkan atasan, pernyataan sendiri/)
    expect((await records()).match(/Datang/g)).toHaveLength(1)
  })
})

describe('nobody', () => {
  test('vouches for themself, a head neither', async () => {
    expect((await say('a0', 'a0')).statusCode).toBe(403)
    expect((await say('a2', 'a2')).statusCode).toBe(403)
  })

  test.each([
    ['a2', 'a3'],
    ['b1', 'a3'],
    ['a0', 'b1'],
    ['a1', 'nobody-of-that-name'],
  ])('%s reaches %s', async (who, about) => {
    expect((await say(who, about)).statusCode).toBe(403)
    expect((await get(who, `hadir/${about}`)).statusCode).toBe(403)
  })

  test('acts out of reach: the acting head speaks for the agency led', async () => {
    expect((await say('c1', 'b1')).statusCode).toBe(303)
  })
})

test.each([
  [{ jam: '16:00' }, /Jam itu belum tiba/],
  [{ hari: '2021-06-01' }, /lebih dari 31 hari/],
  [{ alasan: '  ' }, /lengkap: alasannya belum ditulis\./],
  [{ saksi: '' }, /lengkap: siapa yang melihat belum ditulis\./],
])('%j is refused, and what was typed stays', async (fields, words) => {
  const answer = await say('a1', 'a2', fields)
  expect(answer.statusCode).toBe(422)
  expect(wordsOf(documentOf(answer.body).querySelector('[role=alert]'))).toMatch(words)
  const [[name, value] = ['', '']] = Object.entries(fields)
  expect(documentOf(answer.body).querySelector(`[name=${name}]`)?.getAttribute('value')).toBe(value)
  expect(Object.keys(refusedIn(answer).wrong)).toEqual([name])
})
