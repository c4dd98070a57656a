/** A case from a finding to its end: opened by people, heard, decided by the clause, appealed once, closed. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveActivities } from '../../testing/activities.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { findUncoordinated } from '../finding/service.ts'
import { passOnWhatIsDue } from './service.ts'

const { served, cookies, source, own, read, send, register, step, fileLetter } = await serveActivities([
  'a2',
  'a3',
  'a7',
  'b0',
])
const { owner } = served.database
afterAll(() => served[Symbol.asyncDispose]())

const hour = 3_600_000
const main = async (who: string, url: string) => wordsOf(documentOf((await read(who, url)).body).querySelector('main'))
const events = async (employee: string) =>
  (
    await sql<{ kind: string; clause: string | null }>`select kind, clause from event
      where region_id = '63.98' and subject = ${employee} and kind like 'case-%' order by id`.execute(owner)
  ).rows.map(({ kind, clause }) => [kind, clause])

let finding = ''
beforeAll(async () => {
  await fileLetter()
  await sql`update employee_version set supervisor_id = 'a3' where region_id = '63.98' and employee_id = 'a2'`.execute(
    owner,
  )
  const { nomor } = await register({ hari: '2021-07-22', tujuan: 'Perekaman KTP-el', pegawai: 'a2' })
  served.moment += 24 * hour
  await step('a1', nomor, 'carry_out', 'Terlanjur turun')
  await findUncoordinated(source, await own())
  const link = documentOf((await read('b1', 'temuan')).body).querySelector('main .list a')
  finding = link?.getAttribute('href')?.split('/').at(-1) ?? ''
  const spoken = { nomor: randomUUID(), versi: '1', tingkat: '1', nama: 'Teguran lisan', meja: 'head' }
  await send('bkpsdm', 'tindakan', { ...spoken, peraturan: 'Perbup 12/2021' })
  const written = { nomor: randomUUID(), versi: '1', tingkat: '2', nama: 'Teguran tertulis', meja: 'personnel_agency' }
  await send('bkpsdm', 'tindakan', { ...written, peraturan: 'Perbup 12/2021' })
})

const id = randomUUID()
const open = (who: string, given: Readonly<Record<string, string>> = {}) =>
  send(who, `kasus/buka/temuan/${finding}`, { nomor: id, pegawai: 'a2', kata: 'Mengapa tetap turun?', ...given })

test('the task force asks somebody of the finding to explain it, once; nobody asks themself or somebody else', async () => {
  expect(await main('satgas', `temuan/${finding}`)).toContain('Buka kasus')
  const page = await read('satgas', `kasus/buka/temuan/${finding}`)
  const offered = [...documentOf(page.body).querySelectorAll('[name=pegawai] option')].map((one) =>
    one.getAttribute('value'),
  )
  expect(offered).toEqual(['a0', 'a1', 'a2'])
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  expect(refusedIn(await open('satgas', { kata: ' ' }))).toMatchObject({ status: 422, code: 'case-words-missing' })
  expect((await open('satgas', { pegawai: 'b1' })).body).toContain('case-not-theirs')
  for (let times = 0; times < 2; times++) expect((await open('satgas')).statusCode).toBe(303)
  expect((await open('satgas', { nomor: randomUUID() })).body).toContain('case-open-already')
  expect((await open('b0')).body).toContain('case-not-theirs')
  expect((await read('a1', `kasus/buka/temuan/${finding}`)).statusCode).toBe(403)
})

test('the person reads it on their day, with the clause, and nobody who has no part in it reads it at all', async () => {
  expect(await main('a2', 'saya')).toContain('Anda diminta menjelaskan sesuatu (1)')
  const { body } = await read('a2', `kasus/${id}`)
  expect(wordsOf(documentOf(body).querySelector('main'))).toMatch(
    /Mengapa tetap turun\?.*Menunggu penjelasan|Menunggu penjelasan.*Mengapa tetap turun\?/s,
  )
  expect(documentOf(body).querySelector('blockquote cite a')?.getAttribute('href')).toBe(
    '/sungai-uji/edaran/uji-ppkm#k1',
  )
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  for (const [who, status] of [
    ['a1', 403],
    ['a7', 403],
    ['b0', 404],
    ['a3', 200],
    ['a0', 200],
    ['satgas', 200],
    ['bkpsdm', 200],
  ] as const)
    expect([who, (await read(who, `kasus/tinjau/a2/${id}`)).statusCode]).toEqual([who, status])
  expect((await read('a1', `kasus/${id}`)).statusCode).toBe(404)
})

test('on it stands what the person was told before, and whether they had read it', async () => {
  const opened = served.moment
  const announced = async (title: string, days: number, agency = 'dinas-a') => {
    const announcement_id = randomUUID()
    const at = new Date(opened + days * 24 * hour)
    await owner
      .insertInto('announcement')
      .values({
        ...{ region_id: '63.98', announcement_id, agencies: [agency], title, text: 'Hubungi Satgas dahulu.' },
        ...{ announced_by: 'a0', announced_at: at },
      })
      .execute()
    return announcement_id
  }
  const read_at = new Date(opened - 24 * hour)
  const known = await announced('Koordinasi dahulu', -2)
  await owner
    .insertInto('announcement_receipt')
    .values({ region_id: '63.98', announcement_id: known, employee_id: 'a2', read_at })
    .execute()
  await announced('Mengingatkan', -1)
  await announced('Bulan lalu', -20)
  await announced('Sesudahnya', 1)
  await announced('Dinas lain', -1, 'dinas-b')
  const told = async (who: string, url: string) => {
    const { body } = await read(who, url)
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
    return [...documentOf(body).querySelectorAll('[aria-labelledby=diumumkan] li')].map(wordsOf)
  }
  for (const [who, url] of [
    ['a2', `kasus/${id}`],
    ['a3', `kasus/tinjau/a2/${id}`],
  ] as const)
    expect(await told(who, url)).toEqual([
      expect.stringMatching(/^Mengingatkan.*Diumumkan .*belum dinyatakan dibaca$/),
      expect.stringMatching(/^Koordinasi dahulu.*Diumumkan .*dibaca /),
    ])
  const page = documentOf((await read('a0', `kasus/tinjau/a2/${id}`)).body)
  const readers = page.querySelector(`a[href="/sungai-uji/pengumuman/${known}"]`)?.getAttribute('href') ?? ''
  expect(await main('a0', readers.replace('/sungai-uji/', ''))).toContain('Koordinasi dahulu')
})

test('nobody decides before the person and their superior were heard', async () => {
  const decide = await send('a0', `kasus/tinjau/a2/${id}/putusan`, {
    putaran: '1',
    putusan: 'upheld',
    kata: 'Terbukti',
    butir: 'uji-ppkm/k1',
  })
  expect(refusedIn(decide)).toMatchObject({ status: 409, code: 'case-not-your-turn' })
  expect((await send('a3', `kasus/tinjau/a2/${id}/pandangan`, { kata: 'Tahu' })).body).toContain('case-not-your-turn')
})

test('the person explains, the superior says what they think, each once', async () => {
  expect(refusedIn(await send('a2', `kasus/${id}/klarifikasi`, { kata: '' }))).toMatchObject({
    status: 422,
    code: 'case-words-missing',
  })
  for (let times = 0; times < 2; times++)
    expect((await send('a2', `kasus/${id}/klarifikasi`, { kata: 'Sudah terjadwal' })).statusCode).toBe(303)
  expect((await send('a2', `kasus/${id}/klarifikasi`, { kata: 'Lain lagi' })).body).toContain('case-not-your-turn')
  expect(await main('a3', 'kasus/tinjau')).toContain('menunggu Anda')
  expect((await send('a0', `kasus/tinjau/a2/${id}/pandangan`, { kata: 'Saya kepala' })).statusCode).toBe(409)
  expect((await send('a3', `kasus/tinjau/a2/${id}/pandangan`, { kata: 'Sudah saya ingatkan' })).statusCode).toBe(303)
  expect(await main('a2', `kasus/${id}`)).toContain('Sudah saya ingatkan')
})

const decided = (who: string, given: Readonly<Record<string, string>>) =>
  send(who, `kasus/tinjau/a2/${id}/putusan`, { putaran: '1', putusan: 'upheld', kata: 'Terbukti', ...given })
const measureOf = async (who: string, name: string) =>
  [...documentOf((await read(who, `kasus/tinjau/a2/${id}`)).body).querySelectorAll('[name=tindakan] option')]
    .find((one) => wordsOf(one).startsWith(name))
    ?.getAttribute('value')

test('the head decides by a clause of the case, with a measure of their own height or none', async () => {
  const { body } = await read('a0', `kasus/tinjau/a2/${id}`)
  expect(await axeFindings(body)).toEqual([])
  expect(await measureOf('a0', 'Teguran tertulis')).toBeUndefined()
  const tindakan = (await measureOf('a0', 'Teguran lisan')) ?? ''
  expect((await decided('a0', { butir: 'lain/c1', tindakan })).body).toContain('case-clause-missing')
  expect((await decided('a0', { butir: 'uji-ppkm/k1', tindakan: randomUUID() })).body).toContain(
    'case-measure-not-open',
  )
  expect((await decided('bkpsdm', { butir: 'uji-ppkm/k1' })).statusCode).toBe(409)
  for (let times = 0; times < 2; times++)
    expect((await decided('a0', { butir: 'uji-ppkm/k1', tindakan })).statusCode).toBe(303)
  const theirs = await decided('b0', { butir: 'uji-ppkm/k1', tindakan })
  expect([theirs.statusCode, theirs.body.includes('case-not-your-turn')]).toEqual([404, false])
  expect(await main('a2', `kasus/${id}`)).toMatch(/Teguran lisan \(Perbup 12\/2021\).*kepala perangkat daerah/s)
  expect(await main('a2', 'saya')).toContain('Anda diminta menjelaskan sesuatu (1)')
})

test('the person appeals once, the level above decides and makes nothing heavier, and the case is closed', async () => {
  expect((await send('a2', `kasus/${id}/banding`, { kata: 'Saya hanya anggota tim' })).statusCode).toBe(303)
  expect(await measureOf('bkpsdm', 'Teguran tertulis')).toBeUndefined()
  const dismissal = { putaran: '2', putusan: 'dismissed', kata: 'Bukan ia yang memutuskan turun' }
  expect((await decided('a0', dismissal)).statusCode).toBe(409)
  expect((await decided('bkpsdm', dismissal)).statusCode).toBe(303)
  expect(await main('a2', `kasus/${id}`)).toContain('Selesai · Tidak terbukti atau dimaklumi')
  const { body } = await served.app.inject({ url: '/api/v1/regions/63.98/cases', cookies: { ...cookies.a2 } })
  expect(JSON.parse(body)).toMatchObject({
    cases: [{ id, kind: 'uncoordinated', clauses: ['uji-ppkm/k1'], phase: 'closed', outcome: 'dismissed' }],
  })
  expect(await events('a2')).toEqual(
    [
      ...['case-opened', 'case-clarify', 'case-passed-on', 'case-view', 'case-passed-on', 'case-decide'],
      ...['case-passed-on', 'case-appeal', 'case-passed-on', 'case-decide-appeal', 'case-closed'],
    ].map((kind) => [kind, 'uji-ppkm/k1']),
  )
})

test('where nobody says a word the turn passes on by itself, silence decides nothing, and time closes what is decided', async () => {
  const silent = randomUUID()
  await open('a0', { nomor: silent, pegawai: 'a1' })
  const region = await own()
  const begun = served.moment
  expect(await passOnWhatIsDue(source, region)).toBe(0)
  served.moment = begun + 73 * hour
  expect([await passOnWhatIsDue(source, region), await passOnWhatIsDue(source, region)]).toEqual([1, 0])
  const page = await main('a0', `kasus/tinjau/a1/${silent}`)
  expect(page).toContain('Diam tidak dianggap mengaku')
  expect((await send('a1', `kasus/${silent}/klarifikasi`, { kata: 'Saya cuti' })).statusCode).toBe(303)
  const answer = { putaran: '1', putusan: 'upheld', kata: 'Terbukti', butir: 'uji-ppkm/k1' }
  expect((await send('a0', `kasus/tinjau/a1/${silent}/putusan`, answer)).statusCode).toBe(303)
  expect(await passOnWhatIsDue(source, region)).toBe(0)
  served.moment += 73 * hour
  expect([await passOnWhatIsDue(source, region), await passOnWhatIsDue(source, region)]).toEqual([1, 0])
  expect((await events('a1')).at(-1)).toEqual(['case-closed', 'uji-ppkm/k1'])
  expect((await send('a1', `kasus/${silent}/banding`, { kata: 'Terlambat' })).body).toContain('case-not-your-turn')
  served.moment = begun
})

test('figures name nobody, and numbers under five are not told apart', async () => {
  served.moment += 31 * 24 * hour
  const { body } = await read('a7', 'kasus/angka')
  served.moment -= 31 * 24 * hour
  const page = wordsOf(documentOf(body).querySelector('main'))
  expect(page).toContain('kurang dari 5')
  expect(page).not.toMatch(/sekitar|Pegawai a/)
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
})

test('a journey is a case only where a clause forbade it that day', async () => {
  const travel = (given: Readonly<Record<string, string>> = {}, who = 'a0') =>
    send(who, 'kasus/buka/perjalanan/a7', { nomor: randomUUID(), hari: '2021-07-22', kata: 'Ke mana?', ...given })
  expect((await travel({}, 'a1')).statusCode).toBe(403)
  expect((await travel({}, 'b0')).statusCode).toBe(403)
  expect((await travel()).body).toContain('case-no-ban')
  await fileLetter((yaml) =>
    yaml
      .replace('uji-ppkm', 'uji-larangan')
      .replace('800/9/UJI', '800/10/UJI')
      .replace(
        /- \{id: k1, kind: duty.*\}/,
        '- {id: k1, kind: ban, who: {all: true}, act: [travel_out_of_region], force: must, cite: "u:1"}',
      ),
  )
  expect((await travel({ hari: '2021-07-21' })).body).toContain('case-no-ban')
  expect((await travel({ hari: '2021-08-22' })).body).toContain('case-day-far')
  expect((await travel()).statusCode).toBe(303)
  expect(await events('a7')).toEqual([['case-opened', 'uji-larangan/k1']])
  expect((await travel()).body).toContain('case-open-already')
})

test('the head of the agency that it happened in is told, wherever the person has gone since', async () => {
  const mail = { url: 'smtp://127.0.0.1:9', from: 'piket@contoh.go.id' }
  served.app.channels = { mail, push: undefined }
  await sql`update employee_version set email = employee_id || '@contoh.go.id' where region_id = '63.98'`.execute(owner)
  await sql`update employee_version set unit_id = 'dinas-b', supervisor_id = null
    where region_id = '63.98' and employee_id = 'a7'`.execute(owner)
  const { rows } = await sql<{ id: string }>`select case_id as id from case_file
    where region_id = '63.98' and employee_id = 'a7'`.execute(owner)
  for (const table of ['delivery', 'notice']) await sql`delete from ${sql.table(table)}`.execute(owner)
  expect((await send('a7', `kasus/${rows[0]?.id}/klarifikasi`, { kata: 'Sudah pulang' })).statusCode).toBe(303)
  const told = await sql<{ employee_id: string }>`select employee_id from notice where kind = 'case_to_answer'`.execute(
    owner,
  )
  expect(told.rows).toEqual([{ employee_id: 'a0' }])
})

test('closed cases of others do not push those of the own people off the list', async () => {
  await sql`insert into case_file (region_id, employee_id, case_id, kind, day, agency_id, clauses, words, opened_by,
      opened_at, phase, closed_at)
    select '63.98', 'b1', gen_random_uuid(), 'travel', '2021-07-22', 'dinas-b', array['uji-larangan/k1'], 'Ke mana?', 'b0',
      '2098-01-01', 'closed', '2098-01-05'
    from generate_series(1, 100)`.execute(owner)
  const links = documentOf((await read('a3', 'kasus/tinjau')).body).querySelectorAll(
    `main a[href$="/kasus/tinjau/a2/${id}"]`,
  )
  expect(links.length).toBe(1)
})
