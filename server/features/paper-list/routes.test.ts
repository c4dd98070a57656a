/** A list on paper: looked over, entered once, kept as it came. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  for (const employee of ['a0', 'a1', 'b0']) cookies[employee] = await cookieOf(database.db, '63.98', employee)
  served.moment = morning + 4 * 3_600_000
})

const lists = '/sungai-uji/unit/dinas-a/daftar-hadir'
const get = (who: string, url: string) => app.inject({ url, cookies: { ...cookies[who] } })
const post = (who: string, url: string) => app.inject({ method: 'POST', url, cookies: { ...cookies[who] } })
const marked = (marker: number, ...content: number[]) => [0xff, marker, 0, content.length + 2, ...content]
const jpeg = Buffer.from([
  ...[0xff, 0xd8],
  ...marked(0xc0, 8, 0, 1, 0, 1, 1, 1, 17, 0),
  ...marked(0xda, 1, 1, 0, 0, 63, 0),
  ...[5, 0xff, 0xd9],
])

function send(
  who: string,
  rows: string,
  files: readonly Buffer[] = [],
  day = '2021-07-21',
  nomor: string = randomUUID(),
) {
  const boundary = 'batas'
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const file = (content: Buffer) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="berkas"; filename="x"\r\nContent-Type: image/png\r\n\r\n`,
    content,
    '\r\n',
  ]
  const parts = [field('nomor', nomor), field('hari', day), field('baris', rows), ...files.flatMap(file)]
  return app.inject({
    method: 'POST',
    url: lists,
    cookies: { ...cookies[who] },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part))),
  })
}
const vouchers = () =>
  database.owner.selectFrom('voucher').select(['employee_id', 'moment', 'vouched_by']).orderBy('employee_id').execute()

describe('a list with errors', () => {
  test('names every row that cannot be taken, enters nothing, and loses nothing', async () => {
    const rows = 'NIP;Datang;Pulang\na2;07.20;\na0;07:00;\nzz;07:00;\na3;25:00;\na4;;\na2;07:30;\na5;13:00;'
    const sent = await send('a0', rows)
    expect(sent.statusCode).toBe(303)
    const own = String(sent.headers.location)
    const { body } = await get('a0', own)
    const found = [...documentOf(body).querySelectorAll('.notice li')].map(wordsOf)
    expect(found.map((line) => /^Baris \d/.exec(line)?.[0])).toEqual(
      expect.arrayContaining(['Baris 3', 'Baris 4', 'Baris 5', 'Baris 6', 'Baris 7', 'Baris 8']),
    )
    expect(found.join()).toMatch(/Tidak seorang pun mencatat kehadirannya sendiri/)
    expect(documentOf(body).querySelector('form')).toBeNull()
    expect((await post('a0', `${own}/catat`)).statusCode).toBe(422)
    expect(await vouchers()).toEqual([])
    expect((await get('a0', `${own}/tabel`)).body).toBe(rows)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })
})

describe('a sound list', () => {
  test('as a file with the photo of the paper is entered once, graded 2, and shows where people look', async () => {
    const sent = await send('a0', '', [Buffer.from('employee_id,in,out\na2,07:20,\na3,7.25,11.00\n'), jpeg])
    const own = String(sent.headers.location)
    expect(wordsOf(documentOf((await get('a0', own)).body).querySelector('form'))).toMatch(/2 orang terbaca/)
    const entered = await Promise.all([post('a0', `${own}/catat`), post('a0', `${own}/catat`)])
    expect(entered.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(await vouchers()).toEqual([
      { employee_id: 'a2', moment: 'in', vouched_by: 'a0' },
      { employee_id: 'a3', moment: 'in', vouched_by: 'a0' },
      { employee_id: 'a3', moment: 'out', vouched_by: 'a0' },
    ])
    const events = await database.owner.selectFrom('event').select('kind').where('actor', '=', 'a0').execute()
    expect(events.filter(({ kind }) => kind === 'paper-list-entered')).toHaveLength(1)
    expect(events.filter(({ kind }) => kind === 'presence-vouched')).toHaveLength(3)
    const { headers, rawPayload } = await get('a0', `${own}/pindaian`)
    expect([headers['content-type'], rawPayload.equals(jpeg)]).toEqual(['image/jpeg', true])
    expect(wordsOf(documentOf((await get('a0', lists)).body).querySelector('[aria-labelledby=tercatat]'))).toMatch(
      /Rabu, 21 Juli 2021 oleh Siti Kepala/,
    )
    const unit = documentOf((await get('a0', '/sungai-uji/unit/dinas-a')).body)
    const row = [...unit.querySelectorAll('tbody tr')].find((one) => wordsOf(one).startsWith('Pegawai a2'))
    expect(wordsOf(row ?? null)).toMatch(/Kantor 07\.20.*2 dari 3/)
  })
})

test.each([
  ['', '2021-07-21', /Tidak ada baris/, 'baris'],
  ['NIP;Datang\na2;07:00', '2021-07-22', /belum tiba/, 'hari'],
  ['NIP;Datang\na2;07:00', '2021-05-01', /lebih dari 31 hari/, 'hari'],
])('%j of %s is refused, and what was typed stays', async (rows, day, words, field) => {
  const { statusCode, body } = await send('a0', rows, [], day)
  expect(statusCode).toBe(422)
  expect(Object.keys(refusedIn({ statusCode, body }).wrong)).toEqual([field])
  expect(wordsOf(documentOf(body).querySelector('[role=alert]'))).toMatch(words)
  expect(documentOf(body).querySelector('textarea')?.textContent).toBe(rows)
})

describe('what cannot be taken keeps what was typed', () => {
  const rows = 'NIP;Datang\na2;07:00'
  const table = Buffer.from(rows)
  test.each([
    ['a photo that was cut off', [jpeg.subarray(0, -2)], '2021-07-21', 422, /utuh/],
    ['a photo that is too large', [Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)])], '2021-07-21', 413, /besar/],
    ['three files', [jpeg, jpeg, jpeg], '2021-07-21', 413, /Paling banyak 2 berkas/],
    ['two photos', [jpeg, jpeg], '2021-07-21', 422, /lebih dari satu foto/],
    ['a table beside typed rows', [table], '2021-07-21', 422, /lebih dari satu tabel/],
    ['no day', [], '', 400, /^Hari: belum diisi\./],
  ])('%s', async (_, files, day, status, words) => {
    const { statusCode, body } = await send('a0', rows, files, day)
    expect(refusedIn({ statusCode, body }).at).toBe(lists)
    const shown = documentOf(body)
    expect(wordsOf(shown.querySelector('[role=alert]'))).toMatch(words)
    expect([statusCode, shown.querySelector('textarea')?.textContent]).toEqual([status, rows])
  })

  test('two tables', async () => {
    const { statusCode, body } = await send('a0', '', [table, table])
    expect([statusCode, wordsOf(documentOf(body).querySelector('[role=alert]'))]).toEqual([
      422,
      expect.stringMatching(/lebih dari satu tabel/),
    ])
  })

  test('other rows under the id of a list', async () => {
    const nomor = randomUUID()
    for (const _ of [1, 2]) expect((await send('a0', rows, [jpeg], '2021-07-21', nomor)).statusCode).toBe(303)
    const changes = [
      [`${rows}\na3;07:00`, [jpeg], '2021-07-21'],
      [rows, [jpeg], '2021-07-20'],
      [rows, [], '2021-07-21'],
    ] as const
    for (const [changed, files, day] of changes) {
      const { statusCode, body } = await send('a0', changed, files, day, nomor)
      const shown = documentOf(body)
      expect([statusCode, body.includes('kirim sekali lagi')]).toEqual([422, true])
      expect(shown.querySelector('textarea')?.textContent).toBe(changed)
      const fresh = shown.querySelector('[name=nomor]')?.getAttribute('value') ?? ''
      expect((await send('a0', changed, files, day, fresh)).statusCode).toBe(303)
    }
  })
})

test('only the head of the agency and the personnel agency enter lists', async () => {
  for (const who of ['a1', 'b0']) {
    expect((await send(who, 'NIP;Datang\na2;07:00')).statusCode).toBe(403)
    expect((await get(who, lists)).statusCode).toBe(403)
  }
  expect((await get('a0', '/sungai-uji/unit/dinas-b/daftar-hadir')).statusCode).toBe(403)
})
