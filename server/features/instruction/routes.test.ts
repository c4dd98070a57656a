/** Tasks: given to several, told by WhatsApp or telephone, answered by the report of the day. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id in ('a2', 'a3')`.execute(database.owner)
  await sql`update employee_version set phone = '0812-3456-7890' where region_id = ${region}
    and employee_id = 'a2'`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'b1']) cookies[employee] = await cookieOf(database.db, region, employee)
})

const page = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const give = (who: string, fields: Record<string, string>, people: readonly string[]) =>
  app.inject({
    method: 'POST',
    url: '/sungai-uji/tugas',
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams([
      ...Object.entries({ nomor: randomUUID(), tugas: 'Susun rekap', tenggat: '2021-07-22', cara: 'piket', ...fields }),
      ...people.map((one) => ['pegawai', one]),
    ]).toString(),
  })

test('a task for two, by WhatsApp: the link is well formed, and who has no number is named', async () => {
  const nomor = randomUUID()
  const given = await give('a1', { nomor, cara: 'whatsapp', tugas: 'Rekap & kirim' }, ['a2', 'a3'])
  expect([given.statusCode, given.headers.location]).toEqual([303, `/sungai-uji/tugas?diberikan=${nomor}`])
  expect((await give('a1', { nomor, cara: 'whatsapp', tugas: 'Rekap & kirim' }, ['a2', 'a3'])).statusCode).toBe(303)
  const { body } = await page('a1', `tugas?diberikan=${nomor}`)
  const document = documentOf(body)
  const href = new URL(document.querySelector('.notice a')?.getAttribute('href') ?? '')
  expect([href.host, href.pathname]).toEqual(['wa.me', '/6281234567890'])
  expect(href.searchParams.get('text')).toContain('Rekap & kirim')
  expect(wordsOf(document.querySelector('.notice'))).toContain('Pegawai a3: Nomor ponsel belum tercatat')
  expect(wordsOf(document.querySelector('#terbuka'))).toBe('2 tugas belum dijawab')
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
})

test('the person sees it beside the report, which answers it; the head sees that it is answered', async () => {
  const own = documentOf((await page('a2', 'laporan')).body)
  const task = own.querySelector('input[name=jawab]')?.getAttribute('value') ?? ''
  const report = { id: randomUUID(), employee: 'a2', day: '2021-07-21', done: 'Rekap selesai.', instructions: [task] }
  const sent = await app.inject({
    method: 'POST',
    url: `/api/v1/regions/${region}/reports`,
    cookies: { ...cookies.a2 },
    payload: report,
  })
  expect(sent.statusCode).toBe(201)
  expect(
    documentOf((await page('a2', 'laporan?tanggal=2021-07-19')).body).querySelector('input[name=jawab]'),
  ).toBeNull()
  const list = documentOf((await page('a0', 'tugas')).body)
  expect(wordsOf(list.querySelector('#terbuka'))).toBe('1 tugas belum dijawab')
  expect(wordsOf(list.querySelector('[aria-labelledby=dijawab]'))).toContain('Pegawai a2')
})

test.each<[string, string, Record<string, string>, readonly string[], number]>([
  ['somebody of another agency', 'a0', {}, ['b1'], 403],
  ['somebody unknown', 'a1', {}, ['nobody'], 403],
  ['nobody', 'a1', {}, [], 422],
  ['no words', 'a1', { tugas: ' ' }, ['a2'], 422],
  ['a call without a note', 'a1', { cara: 'phone' }, ['a2'], 422],
  ['a day that has passed', 'a1', { tenggat: '2021-07-20' }, ['a2'], 422],
  ['too many words', 'a1', { tugas: 'x'.repeat(1001) }, ['a2'], 400],
  ['by somebody to whom nobody answers', 'b1', {}, ['a2'], 403],
])('refused: a task for %s', async (_, who, fields, people, status) => {
  expect((await give(who, fields, people)).statusCode).toBe(status)
})

test.each<[string, string, Record<string, string>, readonly string[]]>([
  ['other words', 'a1', { tugas: 'Susun surat' }, ['a2', 'a3']],
  ['fewer receivers', 'a1', {}, ['a2']],
  ['another day', 'a1', { tenggat: '2021-07-23' }, ['a2', 'a3']],
  ['another way', 'a1', { cara: 'whatsapp' }, ['a2', 'a3']],
  ['another note', 'a1', { catatan: 'Ditelepon pukul 08.20' }, ['a2', 'a3']],
  ['somebody else who gives it', 'a0', {}, ['a2', 'a3']],
])('refused: the form of a task sent again with %s; what was typed stays', async (_, who, change, people) => {
  const form = { nomor: randomUUID(), cara: 'phone', tugas: 'Susun rekap pekan ini', catatan: 'Ditelepon pukul 08.25' }
  for (const receivers of [
    ['a2', 'a3'],
    ['a3', 'a2', 'a2'],
  ])
    expect((await give('a1', form, receivers)).statusCode).toBe(303)
  const again = await give(who, { ...form, ...change }, people)
  expect([again.statusCode, again.body.includes('Isian ini sudah dipakai')]).toEqual([422, true])
  const shown = documentOf(again.body).querySelector('form[action="/sungai-uji/tugas"]')
  expect(shown?.querySelector('[name=nomor]')?.getAttribute('value')).not.toBe(form.nomor)
  expect(shown?.textContent).toContain(change.tugas ?? form.tugas)
  const { rows } = await sql`select text, count(*)::int as people from instruction join instruction_receiver
    using (region_id, instruction_id) where instruction_id = ${form.nomor} group by text`.execute(database.owner)
  expect(rows).toEqual([{ text: form.tugas, people: 2 }])
})

test('a task told by telephone keeps the note; only who gave it takes it back', async () => {
  const nomor = randomUUID()
  await give('a1', { nomor, cara: 'phone', catatan: 'Ditelepon pukul 08.10' }, ['a2'])
  expect((await page('a0', 'tugas')).body).toContain('Ditelepon pukul 08.10')
  const withdraw = (who: string) =>
    app.inject({ method: 'POST', url: `/sungai-uji/tugas/${nomor}/tarik`, cookies: { ...cookies[who] } })
  expect([(await withdraw('a0')).statusCode, (await withdraw('a1')).statusCode]).toEqual([404, 303])
  expect((await page('a0', 'tugas')).body).not.toContain('Ditelepon pukul 08.10')
})
