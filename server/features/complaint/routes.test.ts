/** Complaints of the public: filed without an account, tracked by a code, held off where they come as a flood. */
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, sampleUnit, serveRegion } from '../../testing/served-region.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { saveFacts } from '../fact/service.ts'
import { findRegion } from '../region/service.ts'
import { beginSession } from '../session/service.ts'
import { forgetContacts } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const hour = 3_600_000
/** Every test comes from a network of its own. */
let number = 0
let from = ''
beforeEach(() => {
  number++
  from = `10.0.${number}.1`
  served.moment = morning + number * 2000
})

const cookies: Record<string, { readonly piket: string }> = {}
const officer = (login: string, role: GrantedRole) =>
  as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login, name: login, body: 'Polres', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role }, 'test')
    const at = new Date('2098-12-31')
    return { piket: await beginSession(tx, '63.98', account, { method: 'passkey', agent: 't', at }) }
  })
beforeAll(async () => {
  cookies.arman = await officer('Arman', 'task_force')
  cookies.bela = await officer('Bela', 'organisation_bureau')
  cookies.juru = await officer('Juru', 'spokesperson')
})

const get = (url: string, given: Readonly<Record<string, string>> = {}) =>
  app.inject({ url, cookies: { ...given }, remoteAddress: from })
const post = (url: string, form: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { ...given },
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })

const markOn = (body: string) => documentOf(body).querySelector('[name=tanda]')?.getAttribute('value') ?? ''
const said = { jenis: 'closed', unit: 'kantor-c/loket', hari: '2021-07-21', kata: 'Pintu terkunci pukul 09.00.' }

/** The form as somebody fills it in who takes ten seconds. */
async function filled(form: Readonly<Record<string, string>> = {}, slug = 'sungai-uji') {
  const tanda = markOn((await get(`/${slug}/pengaduan`)).body)
  served.moment += 10_000
  return { tanda, ...said, ...form }
}

/** Sends a form, and follows to the page that shows the code. */
async function sent(form: Readonly<Record<string, string>>) {
  const answer = await post('/sungai-uji/pengaduan', form)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/sungai-uji/pengaduan/terkirim')
  const [cookie] = answer.cookies
  const shown = await get('/sungai-uji/pengaduan/terkirim', { [cookie?.name ?? '']: cookie?.value ?? '' })
  return { code: wordsOf(documentOf(shown.body).querySelector('.told')), cookie, shown }
}

const track = (kode: string, slug = 'sungai-uji') => get(`/${slug}/pengaduan/lacak?${new URLSearchParams({ kode })}`)
const rows = () => database.owner.selectFrom('complaint').selectAll().orderBy('number').execute()
const refused = (answer: Parameters<typeof refusedIn>[0]) => refusedIn(answer)

describe('a complaint', () => {
  test('is kept without its code, which is shown once and then tracks it', async () => {
    const form = await get('/sungai-uji/pengaduan?unit=kantor-c/loket')
    expect([await axeFindings(form.body), refusedByPolicy(form.body)]).toEqual([[], []])
    const document = documentOf(form.body)
    expect(document.querySelector('option[selected]')?.getAttribute('value')).toBe('kantor-c/loket')
    expect([...document.querySelectorAll('optgroup')].map((one) => one.getAttribute('label'))).toEqual([
      'Di papan hari ini',
      'Perangkat daerah lain',
    ])
    const { code, cookie, shown } = await sent(await filled({ kontak: '0812-0000-1111' }))
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(shown.headers['cache-control']).toBe('no-store')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/sungai-uji/pengaduan/terkirim' })
    expect(shown.cookies[0]).toMatchObject({ name: cookie?.name, value: '' })
    expect([await axeFindings(shown.body), refusedByPolicy(shown.body)]).toEqual([[], []])
    // Told once: no switch of language leads away from it.
    expect(documentOf(shown.body).querySelector('.tongue')).toBeNull()
    const again = await get('/sungai-uji/pengaduan/terkirim')
    expect(again.body).toContain('Kode ini sudah ditampilkan')

    const [row] = await rows()
    expect(JSON.stringify(row)).not.toContain(code)
    expect(row).toMatchObject({ kind: 'closed', unit_id: 'kantor-c/loket', agency_id: 'kantor-c', number: 1 })
    const events = await database.owner
      .selectFrom('event')
      .where('kind', '=', 'complaint-received')
      .selectAll()
      .execute()
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events)).not.toMatch(/terkunci|0812/)

    const tracked = await track(code.toLowerCase().replaceAll('-', ' '))
    expect(tracked.statusCode).toBe(200)
    expect(tracked.headers['cache-control']).toBe('no-store')
    expect(wordsOf(documentOf(tracked.body).querySelector('[aria-labelledby=keadaan]'))).toMatch(
      /Pengaduan 1.*Diterima, menunggu ditangani.*Loket Gama.*Belum ada jawaban/,
    )
    expect(tracked.body).not.toMatch(/terkunci|0812/)
    expect([await axeFindings(tracked.body), refusedByPolicy(tracked.body)]).toEqual([[], []])
  })

  test('is told to those of the desk who have a staff record, once for all that come', async () => {
    const inRegion = { region: '63.98', reach: 'region' } as const
    await as(database.db, inRegion, async (tx) => {
      const account = await addAccount(tx, { login: 'nip-a7', employee: 'a7', passwordHash: '-' }, 'test')
      await grantRole(tx, account ?? '', { role: 'task_force' }, 'test')
    })
    await sql`update employee_version set email = 'a7@contoh.go.id' where employee_id = 'a7'`.execute(database.owner)
    app.channels = { mail: { url: 'smtp://127.0.0.1:9', from: 'piket@contoh.go.id' }, push: undefined }
    for (const kata of ['Loket kosong.', 'Antrean tidak dilayani.']) await sent(await filled({ kata }))
    const { rows: told } = await sql`select employee_id, kind, subject from notice`.execute(database.owner)
    expect(told).toEqual([{ employee_id: 'a7', kind: 'complaint_received', subject: 'a7' }])
  })

  test('may be of a unit that the board does not list, where the address names it', async () => {
    await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
      saveFacts(tx, { units: [sampleUnit('dinas-a/bidang', 'Bidang Alfa')] }, { by: 'test', recorded: null }),
    )
    const offered = async (query: string) =>
      documentOf((await get(`/sungai-uji/pengaduan${query}`)).body).querySelector('option[value="dinas-a/bidang"]')
    expect(await offered('')).toBeNull()
    expect((await offered('?unit=dinas-a/bidang'))?.hasAttribute('selected')).toBe(true)
    const form = await filled({ unit: 'dinas-a/bidang', jenis: '' })
    const answer = refused(await post('/sungai-uji/pengaduan', form))
    expect(answer).toMatchObject({ code: 'complaint-incomplete', typed: { unit: 'dinas-a/bidang' } })
    await sent({ ...form, jenis: 'other' })
  })

  test('sent twice, because the answer was lost, is one complaint with one code', async () => {
    const before = (await rows()).length
    const form = await filled({ kata: 'Dua kali.' })
    const first = await sent(form)
    const second = await sent(form)
    expect(second.code).toBe(first.code)
    expect(await rows()).toHaveLength(before + 1)
    const other = refused(await post('/sungai-uji/pengaduan', { ...form, kata: 'Lain.' }))
    expect(other).toMatchObject({ status: 422, code: 'form-used', typed: { kata: 'Lain.' } })
    expect(other.typed.tanda).not.toBe(form.tanda)
  })

  test('by many at once, all of the same form, is one', async () => {
    const before = (await rows()).length
    const form = await filled({ kata: 'Bersamaan.' })
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('/sungai-uji/pengaduan', form)))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([303]))
    expect(new Set(answers.map(({ cookies: [one] }) => one?.value)).size).toBe(1)
    expect(await rows()).toHaveLength(before + 1)
  })
})

describe('a form that is not taken', () => {
  test.each([
    ['lacks everything', { jenis: '', unit: '', hari: '', kata: ' ' }, 422, 'complaint-incomplete', 4],
    ['is about tomorrow', { hari: '2021-07-22' }, 422, 'complaint-day-out-of-range', 1],
    ['is about a day too long ago', { hari: '2021-06-20' }, 422, 'complaint-day-out-of-range', 1],
    ['is about a day that is none', { hari: '2021-02-30' }, 400, 'form-invalid', 1],
    ['is about a unit that is not offered', { unit: 'dinas-x' }, 422, 'complaint-unit-unknown', 1],
    ['is of a kind that is none', { jenis: 'lain' }, 400, 'form-invalid', 1],
    ['is too long', { kata: 'x'.repeat(1001) }, 400, 'form-invalid', 1],
    ['fills in what nobody sees', { situs: 'https://example.com' }, 422, 'complaint-not-by-hand', 0],
    ['has no mark', { tanda: '' }, 422, 'complaint-form-unknown', 0],
    ['has a mark of its own making', { tanda: 'kr2.AAAAAAAAAAAAAAAAAAAAAA.00' }, 422, 'complaint-form-unknown', 0],
  ])('because it %s', async (_, change, status, code, marked) => {
    const before = (await rows()).length
    const form = await filled(change)
    const { wrong, ...answer } = refused(await post('/sungai-uji/pengaduan', form))
    expect(answer).toMatchObject({ status, code, at: '/sungai-uji/pengaduan' })
    expect(Object.keys(wrong)).toHaveLength(marked)
    if (form.kata === said.kata) expect(answer.typed.kata).toBe(said.kata)
    expect(answer.typed.situs).toBe('')
    expect(await rows()).toHaveLength(before)
  })

  test('because it is of another region', async () => {
    const { tanda } = await filled({}, 'tetangga')
    const answer = refused(await post('/sungai-uji/pengaduan', { ...said, tanda }))
    expect(answer).toMatchObject({ status: 422, code: 'complaint-form-unknown' })
  })

  test('because it came within three seconds; the same form, a little later, is taken', async () => {
    const tanda = markOn((await get('/sungai-uji/pengaduan')).body)
    const form = { tanda, ...said, kata: 'Terlalu cepat.' }
    const answer = refused(await post('/sungai-uji/pengaduan', form))
    expect(answer).toMatchObject({ status: 422, code: 'complaint-too-fast', typed: { tanda, kata: 'Terlalu cepat.' } })
    served.moment += 3000
    await sent(form)
  })

  test('because it was open since yesterday; what was typed stands in a fresh one', async () => {
    const form = await filled({ kata: 'Semalam.' })
    served.moment += 12 * hour
    const answer = refused(await post('/sungai-uji/pengaduan', { ...form, hari: '2021-07-21' }))
    expect(answer).toMatchObject({ status: 422, code: 'complaint-form-old', typed: { kata: 'Semalam.' } })
    served.moment += 10_000
    await sent({ ...form, tanda: answer.typed.tanda ?? '' })
  })
})

describe('a flood', () => {
  test('from one network waits an hour and loses nothing that was typed; another network does not wait', async () => {
    for (let number = 0; number < 20; number++) await sent(await filled({ kata: `Banjir ${number}.` }))
    const form = await filled({ kata: 'Satu lagi.' })
    const answer = await post('/sungai-uji/pengaduan', form)
    expect(answer.headers['retry-after']).toMatch(/^3\d\d\d$/)
    expect(refused(answer)).toMatchObject({
      status: 429,
      code: 'complaint-too-many',
      typed: { ...form, situs: '', kontak: '' },
    })
    from = '10.1.0.1'
    await sent(form)
  })

  test('from everywhere waits until the region takes more', async () => {
    const at = new Date(served.moment).toISOString()
    const flood = Array.from({ length: 200 }, (_, number) => ({
      ...{ region_id: '63.98', complaint_id: crypto.randomUUID(), code_hash: `${number}`.padStart(64, '0') },
      ...{ number: 1000 + number, kind: 'other', unit_id: 'dinas-a', day: '2021-07-21', words: 'x', received_at: at },
    }))
    await database.owner.insertInto('complaint').values(flood).execute()
    const form = await filled({ kata: 'Di tengah banjir.' })
    const answer = await post('/sungai-uji/pengaduan', form)
    expect(answer.headers['retry-after']).toBeDefined()
    expect(refused(answer)).toMatchObject({ status: 429, code: 'complaint-too-many', typed: { kata: form.kata } })
    await database.owner.deleteFrom('complaint').where('number', '>=', 1000).execute()
    await sent(form)
  })

  test('of wrong codes is held off, from where it comes', async () => {
    const { code } = await sent(await filled({ kata: 'Dicari.' }))
    for (let number = 0; number < 30; number++) expect((await track('0000-0000-0000')).statusCode).toBe(404)
    const held = await track(code)
    expect(held.statusCode).toBe(429)
    expect(held.headers['retry-after']).toBeDefined()
    expect(held.body).toContain('complaint-too-many-codes')
    expect(documentOf(held.body).querySelector('#kode')?.getAttribute('value')).toBe(code)
    from = '10.1.0.2'
    expect((await track(code)).statusCode).toBe(200)
  })
})

describe('a code', () => {
  test.each(['0000-0000-0000', 'x', "' or 1=1", '<script>'])('%s shows nothing', async (code) => {
    const answer = await track(code)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('complaint-code-unknown')
    expect(answer.body).not.toContain('<script>')
  })

  test('is good in its own region alone', async () => {
    const { code } = await sent(await filled({ kata: 'Milik sendiri.' }))
    expect((await track(code, 'tetangga')).statusCode).toBe(404)
    expect((await track(code)).statusCode).toBe(200)
    expect((await get('/tidak-ada/pengaduan')).statusCode).toBe(404)
  })
})

describe('the desk', () => {
  test('is open to the task force and the organisation bureau alone', async () => {
    const [one] = await rows()
    for (const path of ['meja', `meja/${one?.complaint_id}`]) {
      expect((await get(`/sungai-uji/pengaduan/${path}`)).headers.location).toContain('/sungai-uji/masuk')
      expect((await get(`/sungai-uji/pengaduan/${path}`, cookies.juru)).statusCode).toBe(403)
      expect((await get(`/sungai-uji/pengaduan/${path}`, cookies.bela)).statusCode).toBe(200)
    }
  })

  test('takes a complaint up and answers it; the code shows both, and each leaves an event', async () => {
    const { code } = await sent(await filled({ kata: 'Untuk meja.', kontak: 'wa 0812-9999' }))
    const id = (await rows()).at(-1)?.complaint_id ?? ''
    const path = `/sungai-uji/pengaduan/meja/${id}`
    const list = await get('/sungai-uji/pengaduan/meja?keadaan=received', cookies.bela)
    expect(list.body).toContain('Untuk meja.')
    expect(list.body).not.toContain('0812-9999')
    const page = await get(path, cookies.arman)
    expect(page.body).toContain('wa 0812-9999')
    expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
    expect([await axeFindings(list.body), refusedByPolicy(list.body)]).toEqual([[], []])

    expect((await post(`${path}/tangani`, {}, cookies.arman)).statusCode).toBe(303)
    expect((await post(`${path}/tangani`, {}, cookies.arman)).statusCode).toBe(303)
    const second = await post(`${path}/tangani`, {}, cookies.bela)
    expect([second.statusCode, second.body.includes('complaint-taken-up')]).toEqual([409, true])
    expect((await track(code)).body).toContain('Sedang ditangani')
    expect((await get('/sungai-uji/pengaduan/meja?keadaan=received', cookies.bela)).body).not.toContain('Untuk meja.')

    expect(refused(await post(`${path}/jawaban`, { jawaban: ' ' }, cookies.bela))).toMatchObject({
      status: 422,
      code: 'complaint-answer-missing',
    })
    const answer = { jawaban: 'Loket sudah buka kembali.' }
    expect((await post(`${path}/jawaban`, answer, cookies.bela)).statusCode).toBe(303)
    expect((await post(`${path}/jawaban`, answer, cookies.bela)).statusCode).toBe(303)
    expect((await post(`${path}/jawaban`, { jawaban: 'Lain.' }, cookies.arman)).statusCode).toBe(409)
    expect((await track(code)).body).toContain('Loket sudah buka kembali.')
    const kinds = await database.owner
      .selectFrom('event')
      .where('subject', '=', id)
      .select('kind')
      .orderBy('id')
      .execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['complaint-received', 'complaint-taken-up', 'complaint-answered'])
  })

  test('plans a visit with the number of a complaint as its reason', async () => {
    const one = (await rows()).at(-1)
    const page = documentOf((await get(`/sungai-uji/pengaduan/meja/${one?.complaint_id}`, cookies.arman)).body)
    const form = page.querySelector('form[action$="/sidak"]')
    const fields = [...(form?.querySelectorAll('input') ?? [])].map((input) => [input.name, input.value])
    expect((await post('/sungai-uji/sidak', Object.fromEntries(fields), cookies.arman)).statusCode).toBe(303)
    const visit = await database.owner.selectFrom('inspection').select(['agency_id', 'reason']).executeTakeFirst()
    expect(visit).toEqual({ agency_id: 'kantor-c', reason: `Pengaduan ${one?.number}` })
    const bureau = await get(`/sungai-uji/pengaduan/meja/${one?.complaint_id}`, cookies.bela)
    expect(bureau.body).not.toContain('/sidak"')
  })

  test('asks those who lead the agency to explain, by the clause that had the service open', async () => {
    await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
      saveFacts(
        tx,
        { units: [{ ...sampleUnit('kantor-c', 'Kantor Gama'), head: 'c0' }] },
        { by: 'test', recorded: null },
      ),
    )
    await sent(await filled({ kata: 'Tutup lagi.' }))
    const one = (await rows()).at(-1)
    const desk = documentOf((await get(`/sungai-uji/pengaduan/meja/${one?.complaint_id}`, cookies.arman)).body)
    const link = desk.querySelector('a[href*="/kasus/buka/"]')?.getAttribute('href') ?? ''
    const form = await get(link, cookies.arman)
    expect(await axeFindings(form.body)).toEqual([])
    const asked = documentOf(form.body).querySelector('[name=pegawai] option:last-child')?.getAttribute('value')
    expect(asked).toBe('c0')
    const nomor = crypto.randomUUID()
    const ask = { nomor, pegawai: 'c0', kata: 'Mengapa loket tutup?' }
    for (let times = 0; times < 2; times++) expect((await post(link, ask, cookies.arman)).statusCode).toBe(303)
    const again = refused(await post(link, { ...ask, nomor: crypto.randomUUID() }, cookies.arman))
    expect(again).toMatchObject({ status: 409, code: 'case-open-already' })
    expect(refused(await post(link, { ...ask, pegawai: 'c1' }, cookies.arman)).code).toBe('case-not-theirs')
    const read = wordsOf(
      documentOf((await get(`/sungai-uji/kasus/tinjau/c0/${nomor}`, cookies.arman)).body).querySelector('main'),
    )
    expect(read).toContain(`Pengaduan ${one?.number}, Loket Gama: Tutup, padahal papan menyebut buka`)
    expect(read).toContain('butir c6')
    expect(read).not.toContain('Tutup lagi.')
  })

  test('opens no case where no clause had the service open, and none for the bureau', async () => {
    const of = async (form: Readonly<Record<string, string>>) => {
      await sent(await filled(form))
      return `/sungai-uji/kasus/buka/pengaduan/${(await rows()).at(-1)?.complaint_id}`
    }
    const silent = await get(await of({ unit: 'dinas-a', jenis: 'other', kata: 'Lama.' }), cookies.arman)
    expect([silent.statusCode, silent.body]).toEqual([409, expect.stringContaining('case-no-service-clause')])
    expect((await get(await of({ kata: 'Tutup terus.' }), cookies.bela)).statusCode).toBe(404)
  })

  test('forgets a contact ninety days after the answer, and none before', async () => {
    const region = await findRegion(database.db, 'sungai-uji')
    if (!region) throw new Error('The region is gone.')
    const contacts = async () => (await rows()).flatMap(({ contact }) => contact ?? [])
    await database.owner.updateTable('complaint').set({ contact: null }).where('answered_at', 'is', null).execute()
    expect(await contacts()).toEqual(['wa 0812-9999'])
    served.moment += 90 * 24 * hour - 1000
    await forgetContacts(app, region)
    expect(await contacts()).toEqual(['wa 0812-9999'])
    served.moment += 60_000
    await forgetContacts(app, region)
    expect(await contacts()).toEqual([])
  })
})
