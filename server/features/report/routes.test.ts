/** The daily report: written, sent twice, returned, written anew, approved; by the person and by the superior. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const cookies: Record<string, { readonly piket: string }> = {}
const cookiesOf = (who: string) => ({ ...cookies[who] })
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id in ('a2', 'a3', 'a6')`.execute(database.owner)
  await sql`update employee_version set supervisor_id = 'a0' where region_id = ${region}
    and employee_id = 'a1'`.execute(database.owner)
  // a5 holds the post of a1 while a1 is away.
  await sql`update employee_version set position = 'kepala_seksi' where region_id = ${region}
    and employee_id = 'a1'`.execute(database.owner)
  await sql`insert into acting_post (region_id, employee_id, position, unit_id, kind, valid_from, valid_until, recorded_at)
    values (${region}, 'a5', 'kepala_seksi', 'dinas-a', 'plh', '2021-07-19', '2021-07-30', '-infinity')`.execute(
    database.owner,
  )
  for (const employee of ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b0'])
    cookies[employee] = await cookieOf(database.db, region, employee)
})
beforeEach(() => {
  served.moment = morning
})

const written = (employee: string, change: object = {}) => ({
  id: randomUUID(),
  employee,
  day: '2021-07-21',
  done: '14 berkas diverifikasi.',
  ...change,
})
const send = (who: string, body: object) =>
  app.inject({ method: 'POST', url: `/api/v1/regions/${region}/reports`, cookies: cookiesOf(who), payload: body })
const page = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: cookiesOf(who) })
const submit = (who: string, url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: cookiesOf(who),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const code = (response: { json(): unknown }) => (response.json() as { code?: string }).code
const events = async (employee: string) =>
  (
    await sql<{ kind: string; clause: string | null }>`select kind, clause from event
      where region_id = ${region} and subject = ${employee} and kind like 'report-%' order by id`.execute(
      database.owner,
    )
  ).rows

describe('sending', () => {
  test('the same report twice is kept once, and answered alike', async () => {
    const report = written('a2', { main_duty: 'Verifikasi berkas', amount: 14, target: 15 })
    const [first, second] = [await send('a2', report), await send('a2', report)]
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    expect(first.json()).toMatchObject({ state: 'sent', version: 1, late: false, entered_by: 'a2', channel: 'piket' })
    expect((await events('a2')).map(({ kind }) => kind)).toEqual(['report-sent'])
  })

  test('many at once with one id are one report; with two ids, one is told that there is one', async () => {
    const report = written('a4')
    const other = written('a4')
    const answers = await Promise.all([report, report, other, report].map((one) => send('a4', one)))
    const codes = answers.map(({ statusCode }) => statusCode).sort()
    expect([codes, (await events('a4')).length]).toEqual([
      answers[2]?.statusCode === 201 ? [201, 409, 409, 409] : [201, 201, 201, 409],
      1,
    ])
  })

  test.each<[string, string, object, number, string]>([
    ['the same id with other words', 'a2', { done: 'Lain.' }, 422, 'report-changed'],
    ['an empty report', 'a3', { done: '  \n ' }, 422, 'report-empty'],
    ['one that is too long', 'a3', { done: 'x'.repeat(4001) }, 422, 'report-too-long'],
    ['a day off', 'a3', { day: '2021-07-18' }, 422, 'report-day-off'],
    ['a holiday', 'a3', { day: '2021-07-20' }, 422, 'report-day-off'],
    ['leave', 'a6', {}, 422, 'report-on-leave'],
    ['a day to come', 'a3', { day: '2021-07-22' }, 422, 'report-day-ahead'],
    ['a day long past', 'a3', { day: '2021-06-19' }, 422, 'report-day-past'],
    ['somebody unknown', 'a3', { employee: 'nobody', channel: 'phone' }, 404, 'report-person-unknown'],
    ['somebody who is not mine', 'a3', { employee: 'a4', channel: 'phone' }, 403, 'report-not-yours'],
    ['another in their own name', 'a1', { employee: 'a3' }, 403, 'report-not-yours'],
    ['a file that nobody sent', 'a3', { files: ['0'.repeat(64)] }, 422, 'report-file-unknown'],
    ['an id that is none', 'a3', { id: 'x' }, 400, 'invalid-input'],
  ])('refused: %s', async (name, who, change, status, expected) => {
    const sent = (
      await sql<{ id: string }>`select report_id as id from work_report where employee_id = 'a2'`.execute(
        database.owner,
      )
    ).rows[0]
    const body = written(who, { ...change, ...(name.startsWith('the same id') && { id: sent?.id }) })
    const answer = await send(who, body)
    expect([answer.statusCode, code(answer)]).toEqual([status, expected])
  })

  test('without an account nobody sends', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/regions/${region}/reports`,
      payload: written('a2'),
    })
    expect([answer.statusCode, code(answer)]).toEqual([401, 'sign-in-needed'])
  })

  test('a report that waited on the phone counts from when it was written; not from when it cannot have been', async () => {
    // c7 asks those at home for a report until 16.00 in Makassar; the roster says who that is.
    const home = await sql<{ employee: string }>`select employee_id as employee from duty
      where region_id = ${region} and day = '2021-07-21' and place = 'home' and employee_id like 'a%'`.execute(
      database.owner,
    )
    const employee = home.rows.map((row) => row.employee).find((one) => !['a2', 'a4', 'a6', 'a7'].includes(one)) ?? ''
    cookies[employee] = await cookieOf(database.db, region, employee)
    served.moment = Date.parse('2021-07-21T09:30:00Z')
    const before = Date.parse('2021-07-21T07:55:00Z')
    const late = await send(employee, written(employee, { written_at: Date.parse('2021-07-20T07:00:00Z') }))
    expect([late.statusCode, late.json().late]).toEqual([201, true])
    await submit('a0', 'laporan/tinjau', {
      laporan: `${employee}/${late.json().id}`,
      putusan: 'kembalikan',
      alasan: 'Sebut angkanya',
    })
    const again = await send(employee, written(employee, { written_at: before }))
    expect(again.json()).toMatchObject({ late: false, version: 2, state: 'sent' })
    expect((await events(employee)).map(({ clause }) => clause)).toEqual(Array(3).fill('uji-2021-07/c7'))
  })
})

describe('reviewing', () => {
  test('returned with a reason, shown on top, mended, approved; every step leaves an event', async () => {
    const report = written('a3')
    await send('a3', report)
    const ref = `a3/${report.id}`
    const silent = await submit('a1', 'laporan/tinjau', { laporan: ref, putusan: 'kembalikan', alasan: ' ' })
    const at = '/sungai-uji/laporan/tinjau'
    expect(refusedIn(silent)).toMatchObject({ status: 422, code: 'report-return-reason-missing', at })
    expect(refusedIn(silent).typed).toMatchObject({ laporan: ref, putusan: 'kembalikan' })
    const long = { laporan: ref, putusan: 'kembalikan', alasan: `Berapa? ${'x'.repeat(1000)}` }
    const { status, typed, wrong } = refusedIn(await submit('a1', 'laporan/tinjau?semua=ya', long))
    expect([status, typed, Object.keys(wrong)]).toEqual([400, long, ['alasan']])
    const back = await submit('a1', 'laporan/tinjau', { laporan: ref, putusan: 'kembalikan', alasan: 'Berapa akta?' })
    expect([back.statusCode, back.headers.location]).toEqual([303, '/sungai-uji/laporan/tinjau?selesai=1'])
    const own = documentOf((await page('a3', 'laporan')).body)
    expect(wordsOf(own.querySelector('.notice:not(.offline-only)'))).toContain('Berapa akta?')
    expect(wordsOf(own.querySelector('textarea'))).toBe('14 berkas diverifikasi.')
    const mended = written('a3', { done: '14 akta.' })
    expect((await send('a3', mended)).json()).toMatchObject({ version: 2, state: 'sent' })
    expect((await submit('a5', 'laporan/tinjau', { laporan: `a3/${mended.id}`, putusan: 'terima' })).statusCode).toBe(
      303,
    )
    const twice = await submit('a1', 'laporan/tinjau', { laporan: `a3/${mended.id}`, putusan: 'terima' })
    expect([twice.statusCode, twice.body.includes('sudah diperiksa')]).toEqual([409, true])
    expect((await events('a3')).map(({ kind }) => kind)).toEqual([
      'report-sent',
      'report-returned',
      'report-sent',
      'report-approved',
    ])
    const kept = await sql<{
      done: string
    }>`select done from work_report where employee_id = 'a3' order by version`.execute(database.owner)
    expect(kept.rows.map(({ done }) => done)).toEqual(['14 berkas diverifikasi.', '14 akta.'])
  })

  test('who is neither superior nor head nor acting for one reviews nothing, and sees no page', async () => {
    const [sent] = (
      await sql<{ id: string }>`select report_id as id from work_report where employee_id = 'a2'`.execute(
        database.owner,
      )
    ).rows
    const foreign = await submit('b0', 'laporan/tinjau', { laporan: `a2/${sent?.id}`, putusan: 'terima' })
    expect([foreign.statusCode, foreign.body.includes('atasan langsung')]).toEqual([403, true])
    expect((await submit('a2', 'laporan/tinjau', { laporan: `a2/${sent?.id}`, putusan: 'terima' })).statusCode).toBe(
      403,
    )
    expect((await page('a2', 'laporan/tinjau')).statusCode).toBe(403)
    expect((await page('b0', 'laporan/pegawai/a2')).statusCode).toBe(403)
  })

  test('ticked reports are approved together; the list says whose', async () => {
    const list = documentOf((await page('a0', 'laporan/tinjau?semua=ya')).body)
    const refs = [...list.querySelectorAll('input[type=checkbox]')].map((tick) => tick.getAttribute('value') ?? '')
    expect(refs.length).toBeGreaterThan(1)
    const body = new URLSearchParams([['putusan', 'terima'], ...refs.map((ref) => ['laporan', ref])]).toString()
    const answer = await app.inject({
      method: 'POST',
      url: '/sungai-uji/laporan/tinjau?semua=ya',
      cookies: cookiesOf('a0'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: body,
    })
    expect(answer.headers.location).toBe(`/sungai-uji/laporan/tinjau?semua=ya&selesai=${refs.length}`)
    expect((await page('a0', 'laporan/tinjau?semua=ya')).body).toContain('Tidak ada laporan yang menunggu')
  })

  test('the acting superior is told for whom they act', async () => {
    expect((await page('a5', 'laporan/tinjau')).body).toContain('sebagai pengganti')
  })

  test('a report told by telephone is entered by the superior, and says so', async () => {
    served.moment = morning + 24 * 3_600_000
    const nomor = randomUUID()
    const fields = { nomor, hari: '2021-07-22', hasil: 'Rapat daring.', melalui: 'whatsapp', tugas: '' }
    const answer = await submit('a1', 'laporan/pegawai/a2', fields)
    expect(answer.headers.location).toBe('/sungai-uji/laporan/pegawai/a2?tanggal=2021-07-22&terkirim=ya')
    const { rows } = await sql`select entered_by, channel from work_report where report_id = ${nomor}`.execute(
      database.owner,
    )
    expect(rows).toEqual([{ entered_by: 'a1', channel: 'whatsapp' }])
    expect((await submit('a4', 'laporan/pegawai/a2', { ...fields, nomor: randomUUID() })).statusCode).toBe(403)
  })

  test('a head sets when reports are wanted, for the own agency only', async () => {
    expect((await submit('a0', 'laporan/irama', { opd: 'dinas-b', irama: 'workday', pukul: '15:30' })).statusCode).toBe(
      403,
    )
    expect((await submit('a0', 'laporan/irama', { opd: 'dinas-a', irama: 'workday', pukul: '08:00' })).statusCode).toBe(
      303,
    )
    served.moment = morning + 24 * 3_600_000 + 3_600_000
    const list = await app.inject({
      url: `/api/v1/regions/${region}/agencies/dinas-a/reports?date=2021-07-22`,
      cookies: cookiesOf('a0'),
    })
    const standing = Object.fromEntries(
      list.json().reports.map((one: { employee: string; standing: string }) => [one.employee, one.standing]),
    )
    expect(standing).toMatchObject({ a2: 'sent', a0: 'late', a6: 'not_due' })
    expect(documentOf((await page('a1', 'laporan/tinjau')).body).querySelector('#kurang')?.textContent).toMatch(/\d/)
  })
})

describe('evidence', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
    'base64',
  )
  const upload = (who: string, payload: Buffer, type = 'image/png') =>
    app.inject({
      method: 'POST',
      url: `/api/v1/regions/${region}/report-files`,
      cookies: cookiesOf(who),
      headers: { 'content-type': type },
      payload,
    })

  test('a photo is kept once, shown to the superior, and to nobody else', async () => {
    const [first, second] = [await upload('a2', png), await upload('a2', png)]
    expect([first.statusCode, second.json()]).toEqual([201, first.json()])
    const { sha256 } = first.json()
    const address = `laporan/berkas/a2/${sha256}`
    const shown = await page('a1', address)
    expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(png)]).toEqual([
      200,
      'image/png',
      true,
    ])
    expect((await page('a4', address)).statusCode).toBe(403)
    expect((await page('a2', address)).statusCode).toBe(200)
    expect((await page('a3', `laporan/berkas/a3/${sha256}`)).statusCode).toBe(404)
  })

  test('a document of several megabytes is taken', async () => {
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.7'),
      Buffer.alloc(5 * 1024 * 1024),
      Buffer.from('\nstartxref\n9\n%%EOF'),
    ])
    expect((await upload('a2', pdf, 'application/pdf')).statusCode).toBe(201)
  })

  test('a form in its place is no file', async () => {
    const answer = await upload('a2', Buffer.from('a=b'), 'application/x-www-form-urlencoded')
    expect([answer.statusCode, code(answer)]).toEqual([422, 'report-file-unreadable'])
  })

  test.each<[string, Buffer, number, string]>([
    [
      'a page that is called a photo',
      Buffer.from('<html><script>alert(1)</script></html>'),
      422,
      'report-file-unreadable',
    ],
    ['a photo that was cut off', png.subarray(0, 40), 422, 'report-file-unreadable'],
    ['only the first bytes of a photo', Buffer.from([0xff, 0xd8, 0xff, ...png]), 422, 'report-file-unreadable'],
    ['nothing', Buffer.of(), 422, 'report-file-unreadable'],
    ['more than ten megabytes', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), 413, 'too-large'],
  ])('refused: %s', async (_, content, status, expected) => {
    const answer = await upload('a2', content)
    expect([answer.statusCode, code(answer)]).toEqual([status, expected])
  })

  /** What a browser sends for the form with a file. */
  const multipart = (fields: Record<string, string>, file: Buffer) => {
    const parts = Object.entries(fields).map(
      ([name, value]) => `--grens\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const head =
      '--grens\r\ncontent-disposition: form-data; name="foto"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n'
    return Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from('\r\n--grens--\r\n')])
  }
  const sendForm = (who: string, fields: Record<string, string>, file: Buffer) =>
    app.inject({
      method: 'POST',
      url: '/sungai-uji/laporan',
      cookies: cookiesOf(who),
      headers: { 'content-type': 'multipart/form-data; boundary=grens' },
      payload: multipart(fields, file),
    })

  test('the plain form sends words and photo together; what is refused stays typed', async () => {
    served.moment = morning + 24 * 3_600_000
    const fields = { nomor: randomUUID(), hari: '2021-07-22', tugas: '', jumlah: '3', target: '', hasil: '3 surat.' }
    const empty = await sendForm('a3', { ...fields, hasil: '', jumlah: '7' }, png)
    expect([empty.statusCode, documentOf(empty.body).querySelector('#jumlah')?.getAttribute('value')]).toEqual([
      422,
      '7',
    ])
    expect(refusedIn(empty)).toMatchObject({ at: '/sungai-uji/laporan', code: 'report-empty' })
    expect(Object.keys(refusedIn(empty).wrong)).toEqual(['hasil'])
    const halves = refusedIn(await sendForm('a3', { ...fields, jumlah: '1,5' }, png))
    expect(halves.wrong).toEqual({ jumlah: 'Harus bilangan bulat' })
    expect(halves.typed).toMatchObject({ hari: '2021-07-22', tugas: '' })
    for (const [change, file, status, words] of [
      [{}, Buffer.from('not a photo, not at all'), 422, /utuh/],
      [{}, Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), 413, /besar/],
      [{ jumlah: '1,5' }, png, 400, /^Selesai: harus bilangan bulat\./],
    ] as const) {
      const { statusCode, body: again } = await sendForm('a3', { ...fields, ...change }, file)
      const shown = documentOf(again)
      expect(wordsOf(shown.querySelector('[role=alert]'))).toMatch(words)
      expect([statusCode, shown.querySelector('textarea')?.textContent]).toEqual([status, '3 surat.'])
    }
    const sent = await sendForm('a3', fields, png)
    expect(sent.headers.location).toBe('/sungai-uji/laporan?tanggal=2021-07-22&terkirim=ya')
    const { body } = await page('a1', 'laporan/tinjau')
    expect(body).toMatch(/laporan\/berkas\/a3\/[0-9a-f]{64}/)
  })
})

describe('the pages', () => {
  test.each([
    ['a3', 'laporan'],
    ['a6', 'laporan'],
    ['a1', 'laporan/tinjau'],
    ['a0', 'laporan/tinjau?semua=ya'],
    ['a1', 'laporan/pegawai/a2?tanggal=2021-07-21'],
    ['a3', 'laporan?bahasa=en'],
  ])('%s reads /%s: clean under axe, nothing that the policy would refuse', async (who, url) => {
    const { statusCode, body } = await page(who, url)
    expect(statusCode).toBe(200)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })

  test('opened without a signal, the own report says so, and of when it is; that of another is kept by no phone', async () => {
    const said = async (who: string, url: string) =>
      wordsOf(documentOf((await page(who, url)).body).querySelector('.offline-only'))
    expect(await said('a3', 'laporan')).toMatch(/^Luring\..*Data pukul \d\d\.\d\d$/)
    expect(await said('a1', 'laporan/pegawai/a2')).toBe('')
  })

  test('a day of leave says so, and offers no form', async () => {
    const document = documentOf((await page('a6', 'laporan')).body)
    expect(wordsOf(document.querySelector('main'))).toContain('cuti')
    expect(document.querySelector('form[method=post]')).toBeNull()
  })
})
