/** Activities from the calendar of an agency to the task force and back, under a letter that demands coordination. */
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { serveActivities } from '../../testing/activities.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { findUncoordinated } from '../finding/service.ts'
import { tellOwners } from './service.ts'

const { served, cookies, trip, source, own, read, send, register, step, eventsOf, fileLetter } = await serveActivities()
const { app } = served
afterAll(() => served[Symbol.asyncDispose]())

let early = ''
test('before the letter a trip is put on the calendar and owes the task force nothing; sent twice it is one', async () => {
  const { nomor, response } = await register()
  expect([response.statusCode, response.headers.location]).toEqual([303, `/sungai-uji/kegiatan/${nomor}?terkirim=ya`])
  expect((await send('a1', 'kegiatan', { nomor, ...trip })).statusCode).toBe(303)
  const again = await send('a1', 'kegiatan', { nomor, ...trip, tujuan: 'Lain' })
  expect([again.statusCode, again.body]).toEqual([422, expect.stringContaining('form-used')])
  const { body } = await read('b1', 'kegiatan')
  expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Perekaman KTP-el, Hulu')
  expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Tanpa syarat koordinasi')
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  early = nomor
})

test('the letter comes: the trip is shown to be coordinated again by its clause, and its owners are told once', async () => {
  await fileLetter()
  const found = await own()
  expect([await tellOwners(source, found), await tellOwners(source, found)]).toEqual([1, 0])
  const page = documentOf((await read('a1', `kegiatan/${early}`)).body)
  expect(wordsOf(page.querySelector('main'))).toContain('Wajib koordinasi ulang')
  expect(page.querySelector('blockquote cite a')?.getAttribute('href')).toBe('/sungai-uji/edaran/uji-ppkm#k1')
  expect(wordsOf(documentOf((await read('satgas', 'kegiatan')).body).querySelector('.notice'))).toContain(
    '1 kegiatan yang sudah terjadwal harus dikoordinasikan lagi',
  )
})

test('asked and cleared with a condition it is settled, and every step says by which clause', async () => {
  expect((await step('a1', early, 'ask', 'Dua loket, antrean luar')).statusCode).toBe(303)
  expect((await step('a1', early, 'ask', 'Dua loket, antrean luar')).statusCode).toBe(303)
  expect((await step('a1', early, 'clear')).statusCode).toBe(403)
  expect((await step('satgas', early, 'clear', 'Paling banyak 40 orang')).statusCode).toBe(303)
  const page = wordsOf(documentOf((await read('a1', `kegiatan/${early}`)).body).querySelector('main'))
  expect(page).toContain('Terkoordinasi')
  expect(page).toContain('Paling banyak 40 orang')
  expect(await eventsOf(early)).toEqual([
    ['activity-registered', null],
    ['activity-demanded', 'uji-ppkm/k1'],
    ['activity-ask', 'uji-ppkm/k1'],
    ['activity-clear', 'uji-ppkm/k1'],
  ])
})

test('a clearance taken back needs a reason, and the form comes back with what is missing', async () => {
  const refused = await step('satgas', early, 'refuse', ' ')
  const page = documentOf(refused.body)
  expect([refused.statusCode, wordsOf(page.querySelector('main'))]).toEqual([
    422,
    expect.stringContaining('activity-words-missing'),
  ])
  expect((await step('satgas', early, 'refuse', 'Jembatan putus')).statusCode).toBe(303)
  expect(wordsOf(documentOf((await read('a1', `kegiatan/${early}`)).body).querySelector('main'))).toContain(
    'Ditolak Satgas',
  )
})

test('carried out all the same, on its day and not before, it goes on record as uncoordinated', async () => {
  expect((await step('a1', early, 'carry_out')).body).toContain('activity-ahead')
  served.moment += 2 * 86_400_000
  expect((await step('a1', early, 'carry_out', 'Terlanjur turun')).statusCode).toBe(303)
  served.moment -= 2 * 86_400_000
  const page = wordsOf(documentOf((await read('satgas', `kegiatan/${early}`)).body).querySelector('main'))
  expect(page).toContain('tanpa koordinasi yang diwajibkan')
  expect((await eventsOf(early)).at(-1)).toEqual(['activity-carry-out', 'uji-ppkm/k1'])
  expect((await step('satgas', early, 'clear')).body).toContain('activity-moved')
})

test('a finding is made of it by itself, once, with the clause, on a page without the names of those who went', async () => {
  const found = await own()
  expect([await findUncoordinated(source, found), await findUncoordinated(source, found)]).toEqual([1, 0])
  const list = documentOf((await read('b1', 'temuan')).body)
  const href = list.querySelector('main .list a')?.getAttribute('href') ?? ''
  const { body } = await read('b1', href.slice('/sungai-uji/'.length))
  expect(documentOf(body).querySelector('blockquote cite a')?.getAttribute('href')).toBe(
    '/sungai-uji/edaran/uji-ppkm#k1',
  )
  expect(body).not.toContain('Pegawai a2')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  expect(await eventsOf(href.split('/').at(-1) ?? '')).toEqual([['finding-made', 'uji-ppkm/k1']])
})

test('what was cleared first is carried out without a finding, also where the task force says so', async () => {
  const { nomor } = await register({ hari: '2021-07-22', tujuan: 'Posyandu lansia', pegawai: '' })
  await step('satgas', nomor, 'clear')
  served.moment += 86_400_000
  expect((await step('satgas', nomor, 'carry_out')).statusCode).toBe(303)
  served.moment -= 86_400_000
  expect(await findUncoordinated(source, await own())).toBe(0)
})

test.each([
  ['of yesterday', { hari: '2021-07-20' }, 422, 'activity-day-past', ['hari']],
  ['that ends before it begins', { selesai: '08:00' }, 422, 'activity-times-reversed', ['selesai']],
  ['in a village of another region', { desa: '63.99.01.2001' }, 422, 'activity-village-elsewhere', ['desa']],
  ['nowhere', { jenis: 'meeting', desa: '' }, 422, 'activity-incomplete', ['tempat']],
  ['without a purpose', { tujuan: ' ' }, 422, 'activity-incomplete', ['tujuan']],
  ['without a purpose in no village', { tujuan: ' ', desa: '' }, 422, 'activity-incomplete', ['tujuan', 'desa']],
  ['of another agency', { unit: 'dinas-b' }, 403, 'activity-not-yours', []],
  ['with somebody of another agency', { pegawai: 'b2' }, 403, 'activity-not-yours', []],
  ['of an unreadable time', { mulai: '9' }, 400, 'form-invalid', ['mulai']],
])('an activity %s is refused, and what was typed stays', async (_, given, status, code, wrong) => {
  const { response } = await register({ tujuan: 'Bimbingan desa', ...given })
  const page = documentOf(response.body)
  expect([response.statusCode, wordsOf(page.querySelector('main'))]).toEqual([status, expect.stringContaining(code)])
  expect([...page.querySelectorAll('[aria-invalid]')].map((field) => field.getAttribute('name'))).toEqual(wrong)
  if (!('tujuan' in given)) expect(page.querySelector('[name=tujuan]')?.getAttribute('value')).toBe('Bimbingan desa')
})

test('nobody is sent to two activities at once', async () => {
  const day = { hari: '2021-07-26', pegawai: 'a3' }
  expect((await register(day)).response.statusCode).toBe(303)
  const { response } = await register({ ...day, tujuan: 'Bimbingan', mulai: '11:00', selesai: '13:00' })
  expect([response.statusCode, response.body]).toEqual([409, expect.stringContaining('activity-member-elsewhere')])
  // Of a series, or of one day: what is refused leaves nothing on the calendar.
  const series = await register({ ...day, hari: '2021-07-19', tujuan: 'Seri', ulang: 'weekly', sampai: '2021-08-02' })
  expect(series.response.statusCode).toBe(422)
  const ofWeeks = { hari: '2021-07-22', pegawai: 'a3', tujuan: 'Rapat' }
  await register({ ...ofWeeks, hari: '2021-07-29' })
  const clash = await register({ ...ofWeeks, tujuan: 'Seri', ulang: 'weekly', sampai: '2021-08-05' })
  expect([clash.response.statusCode, await read('a1', `kegiatan/${clash.nomor}`)]).toMatchObject([
    409,
    { statusCode: 404 },
  ])
  expect((await register({ ...day, mulai: '13:00', selesai: '15:00' })).response.statusCode).toBe(303)
})

test('a series is as many activities as it has days, and each is settled by itself', async () => {
  await register({ hari: '2021-08-02', ulang: 'weekly', sampai: '2021-08-16', tujuan: 'Mobil keliling', pegawai: '' })
  const { body } = await app.inject({
    url: `/api/v1/regions/63.98/activities?from=2021-08-01&until=2021-08-31`,
    cookies: { ...cookies.a1 },
  })
  const { activities } = JSON.parse(body) as { activities: { day: string; coordination: string; against: string[] }[] }
  expect(activities.map(({ day, coordination, against }) => [day, coordination, ...against])).toEqual(
    ['2021-08-02', '2021-08-09', '2021-08-16'].map((day) => [day, 'again', 'uji-ppkm/k1']),
  )
})

test('cleared with an escort it is settled, and the task force names the team', async () => {
  const { nomor } = await register({ hari: '2021-07-28', tujuan: 'Vaksinasi', pegawai: '' })
  expect((await step('satgas', nomor, 'escort', '')).statusCode).toBe(422)
  expect((await step('satgas', nomor, 'escort', 'Satgas Kecamatan Uji')).statusCode).toBe(303)
  expect(wordsOf(documentOf((await read('a1', `kegiatan/${nomor}`)).body).querySelector('main'))).toContain(
    'Terkoordinasi, didampingi',
  )
  expect((await eventsOf(nomor)).at(-1)).toEqual(['activity-escort', 'uji-ppkm/k1'])
})

test('postponed it is registered anew on its new day, with the same people, and is to be coordinated', async () => {
  const { nomor } = await register({ hari: '2021-07-30', tujuan: 'Posbindu', pegawai: 'a4' })
  await step('satgas', nomor, 'clear')
  const postpone = (hari: string, kata = 'Balai desa dipakai') =>
    send('a1', `kegiatan/${nomor}/langkah`, { langkah: 'postpone', kata, hari })
  for (const [hari, code] of [
    ['', 'activity-new-day-missing'],
    ['2021-07-30', 'activity-same-day'],
    ['2021-07-01', 'activity-day-past'],
  ] as const)
    expect((await postpone(hari)).body).toContain(code)
  for (let times = 0; times < 2; times++) expect((await postpone('2021-08-06')).statusCode).toBe(303)
  const before = documentOf((await read('a1', `kegiatan/${nomor}`)).body)
  expect(wordsOf(before.querySelector('main'))).toContain('Ditunda ke Jumat, 6 Agustus 2021')
  const next = [...before.querySelectorAll('main a')].find((one) => wordsOf(one).startsWith('Ditunda ke'))
  const after = wordsOf(
    documentOf((await read('a1', next?.getAttribute('href')?.slice('/sungai-uji/'.length) ?? '')).body).querySelector(
      'main',
    ),
  )
  expect(after).toContain('Wajib koordinasi ulang')
  expect(after).toContain('Pegawai a4')
})

test('all that is to be coordinated from today on stands on one page, with its clause and when its owners were told', async () => {
  await register({ hari: '2021-08-09', tujuan: 'Kunjungan', pegawai: '' })
  const { body } = await read('b1', 'kegiatan/ulang')
  const main = wordsOf(documentOf(body).querySelector('main'))
  expect(main).toContain('Kunjungan, Hulu')
  expect(main).toMatch(/butir k1 · Surat/i)
  expect(body).not.toContain(early)
  expect(await axeFindings(body)).toEqual([])
})

test('who goes is told to their agency and the task force, not to another agency', async () => {
  const { nomor } = await register({ hari: '2021-07-27', tujuan: 'Posyandu' })
  const main = async (who: string) =>
    wordsOf(documentOf((await read(who, `kegiatan/${nomor}`)).body).querySelector('main'))
  expect(await main('a1')).toContain('Pegawai a2')
  expect(await main('satgas')).toContain('Pegawai a2')
  expect(await main('b1')).not.toContain('Pegawai a2')
})

test('a letter that is changed asks again for what was cleared under it, and its owners are told of the new clause', async () => {
  const { nomor } = await register({ hari: '2021-08-04', tujuan: 'Pelatihan kader', pegawai: '' })
  await step('satgas', nomor, 'clear')
  const { nomor: wordless } = await register({ hari: '2021-08-05', tujuan: 'Pelatihan kader', pegawai: '' })
  await step('satgas', wordless, 'clear')
  const standing = async () =>
    wordsOf(documentOf((await read('a1', `kegiatan/${nomor}`)).body).querySelector('main .head .place'))
  expect(await standing()).toBe('Terkoordinasi')
  await tellOwners(source, await own())
  await fileLetter((yaml) =>
    yaml.replace(
      'figures:',
      '  - {id: k2, kind: duty, who: {all: true}, do: coordinate_and_explain_activity, to: satgas, due: {before: activity}, includes_scheduled: true, force: must, cite: "u:2"}\nfigures:',
    ),
  )
  expect(await standing()).toBe('Wajib koordinasi ulang')
  await tellOwners(source, await own())
  expect((await eventsOf(nomor)).at(-1)).toEqual(['activity-demanded', 'uji-ppkm/k2'])
  await step('satgas', nomor, 'clear', 'Tetap boleh')
  expect(await standing()).toBe('Terkoordinasi')
  // The same officer, in as many words: it answers the new clause. Sent twice it is one.
  for (let times = 0; times < 2; times++) await step('satgas', wordless, 'clear')
  expect((await eventsOf(wordless)).filter(([kind]) => kind === 'activity-clear')).toEqual([
    ['activity-clear', 'uji-ppkm/k1'],
    ['activity-clear', 'uji-ppkm/k2'],
  ])
})

test('a form that names others who go, or another number of people, is not the one that was sent', async () => {
  const wish = { hari: '2021-08-03', tujuan: 'Sosialisasi', warga: '20' }
  const { nomor } = await register(wish)
  const again = async (given: Readonly<Record<string, string>>) =>
    (await send('a1', 'kegiatan', { nomor, ...trip, ...wish, ...given })).statusCode
  expect(await again({})).toBe(303)
  for (const given of [{ pegawai: 'a4' }, { pegawai: '' }, { warga: '200' }]) expect(await again(given)).toBe(422)
})

test('postponed onto a day of its own series it meets those who go that day already', async () => {
  const series = { hari: '2021-09-01', ulang: 'weekly', sampai: '2021-09-08', tujuan: 'Klinik keliling', pegawai: 'a3' }
  const { nomor } = await register(series)
  const fields = { langkah: 'postpone', kata: 'Jembatan putus', hari: '2021-09-08' }
  const answer = await send('a1', `kegiatan/${nomor}/langkah`, fields)
  expect([answer.statusCode, answer.body]).toEqual([409, expect.stringContaining('activity-member-elsewhere')])
})

test('the owners are told that the task force answered, and not of what one of them did', async () => {
  const { owner } = served.database
  app.channels = { mail: { url: 'smtp://127.0.0.1:9', from: 'piket@contoh.go.id' }, push: undefined }
  await sql`update employee_version set email = employee_id || '@contoh.go.id' where region_id = '63.98'`.execute(owner)
  const told = async () => {
    const { rows } = await sql<{ told: string }>`select employee_id || ' ' || kind as told from notice`.execute(owner)
    for (const table of ['delivery', 'notice']) await sql`delete from ${sql.table(table)}`.execute(owner)
    return rows.map((row) => row.told).toSorted()
  }
  const { nomor } = await register({ hari: '2021-07-22', tujuan: 'Penyuluhan', pegawai: '' })
  await step('satgas', nomor, 'clear')
  expect(await told()).toEqual(['a0 activity_answered', 'a1 activity_answered'])
  served.moment += 86_400_000
  expect((await step('a1', nomor, 'carry_out')).statusCode).toBe(303)
  served.moment -= 86_400_000
  expect(await told()).toEqual([])
})
