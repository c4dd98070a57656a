/** Documents compared in people: page and XLSX, of documents, drafts, and one document at two times of knowledge. */
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

let piket = ''
let draft = ''
beforeAll(async () => {
  const at = new Date(served.moment)
  piket = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau', at })
  draft = randomUUID()
  await post('konsep', { nomor: draft, dari: 'hari-dari-rumah' })
})

const get = (path: string) => app.inject({ url: `/sungai-uji/${path}`, cookies: { piket } })
const post = (path: string, form: Readonly<Record<string, string>>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    cookies: { piket },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const asked = (a: string, b: string, days = { dari: '2021-07-19', sampai: '2021-07-23' }) =>
  `bandingkan?${new URLSearchParams({ a, b, ...days })}`
const own = 'uji-2021-07'

test('a document and a draft: sums, and who moves from where to where by which clause', async () => {
  const answer = await get(asked(own, `konsep:${draft}`))
  expect([answer.statusCode, await axeFindings(answer.body), refusedByPolicy(answer.body)]).toEqual([200, [], []])
  const page = documentOf(answer.body)
  expect(wordsOf(page.querySelector('[aria-labelledby=ringkasan]'))).toMatch(/\d+ orang, \d+ hari-orang berubah/)
  expect(wordsOf(page.querySelector('[aria-labelledby=ringkasan]'))).toContain('bergantian (wajib) → rumah (wajib)')
  // A band for each row of the table.
  const rows = page.querySelectorAll('[aria-labelledby=ringkasan] tbody tr').length
  expect(page.querySelectorAll('svg.flow path')).toHaveLength(rows)
  expect(wordsOf(page.querySelector('svg.flow'))).toMatch(/bergantian ?wajib · \d+.*rumah ?wajib · \d+/)
  const people = [...page.querySelectorAll('[aria-labelledby=orang] tbody tr')].map(wordsOf)
  expect(people.some((row) => /23 Juli 2021.*bergantian \(wajib\) → rumah \(wajib\).*c2 → c1/.test(row))).toBe(true)
})

test('the same on both sides changes nothing', async () => {
  const words = wordsOf(documentOf((await get(asked(own, own))).body).querySelector('main'))
  expect(words).toContain('Tidak ada yang berubah')
})

test('a draft that was ended is not even read', async () => {
  const ended = randomUUID()
  await post('konsep', { nomor: ended, dari: 'banjir' })
  await post(`konsep/${ended}/henti`, { alasan: 'Tidak jadi.' })
  await database.owner.updateTable('circular_draft').set({ source: 'x' }).where('draft_id', '=', ended).execute()
  for (const page of [asked(own, `konsep:${draft}`), `simulasi?a=konsep:${draft}`]) {
    const { statusCode, body } = await get(page)
    expect([statusCode === 200 || statusCode === 202, body.includes(ended)]).toEqual([true, false])
  }
  await database.owner.deleteFrom('circular_draft').where('draft_id', '=', ended).execute()
})

test('one document before and after it was known', async () => {
  const words = wordsOf(documentOf((await get(asked(`${own}@2021-07-10`, own))).body).querySelector('main'))
  expect(words).toMatch(/kantor \(biasa\) → bergantian \(wajib\)/)
})

test('as XLSX with the same sums and everybody', async () => {
  const answer = await get(asked(own, `konsep:${draft}`).replace('bandingkan?', 'bandingkan.xlsx?'))
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer)
  const [sums, people] = book.worksheets
  expect(sums?.getRow(1).values).toContain('Orang')
  expect(people?.rowCount).toBeGreaterThan(2)
})

test.each([
  ['a document that is not there', asked('tidak-ada', own), 404, 'comparison-side'],
  ['a draft that is not there', asked(own, 'konsep:x'), 404, 'comparison-side'],
  [
    'days that end before they begin',
    asked(own, own, { dari: '2021-07-23', sampai: '2021-07-19' }),
    422,
    'comparison-days',
  ],
  ['too many days', asked(own, own, { dari: '2021-01-01', sampai: '2021-12-31' }), 422, 'comparison-days'],
  ['what is known later than now', asked(`${own}@2031-01-01`, own), 404, 'comparison-side'],
])('%s is said', async (_, path, status, code) => {
  const answer = await get(path)
  expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(code)])
})

test('without a side it asks for both', async () => {
  const answer = await get('bandingkan')
  expect([answer.statusCode, await axeFindings(answer.body)]).toEqual([200, []])
  expect(documentOf(answer.body).querySelectorAll('select[name=a] option').length).toBeGreaterThan(1)
})
