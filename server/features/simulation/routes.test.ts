/** Rules tried side by side on the staff of a region: page, XLSX and JSON, and what is refused. */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import type { SimulationsOut } from './schema.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const week = { dari: '2021-07-19', sampai: '2021-07-23' }
const cookies: Record<string, string> = {}
let draft = ''
beforeAll(async () => {
  const at = new Date(served.moment)
  cookies.bela = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau', at })
  cookies.juru = await officerSession(database.db, '63.98', { name: 'Juru', role: 'spokesperson', at })
  draft = randomUUID()
  const answer = await app.inject({
    ...{ method: 'POST', url: '/sungai-uji/konsep', cookies: { piket: cookies.bela ?? '' } },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: draft, dari: 'hari-dari-rumah' }).toString(),
  })
  expect(answer.statusCode).toBe(303)
})

const get = (path: string, asked: Readonly<Record<string, string>> = {}, who = 'bela') =>
  app.inject({ url: `${path}?${new URLSearchParams(asked)}`, cookies: { piket: cookies[who] ?? '' } })
const page = (asked: Readonly<Record<string, string>>) => get('/sungai-uji/simulasi', { ...week, ...asked })
const own = 'uji-2021-07'

async function simulated(asked: Readonly<Record<string, string>>): Promise<SimulationsOut['variants']> {
  const days = { from: week.dari, until: week.sampai }
  const answer = await get('/api/v1/regions/63.98/simulations', { ...days, ...asked })
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()])
  return (answer.json() as SimulationsOut).variants
}

const seatsOf = ({ agencies }: SimulationsOut['variants'][number]) =>
  Object.fromEntries(agencies.map(({ agency, seats }) => [agency, seats && [seats.min, seats.max]]))

describe('four variants', () => {
  const four = { a: 'now', b: 'uji-usulan-2021-07', c: 'draft:', d: 'model:kuota-bergiliran' }
  const asked = () => ({ ...four, c: `draft:${draft}` })

  test('are each counted for every day, and beside the first one', async () => {
    const [now, proposal, tried, frame] = await simulated(asked())
    expect(now).toMatchObject({ rules: 'now', quota: null, as_if: false, counted_on: '2021-07-19' })
    expect(now?.days.map(({ date, is_working }) => [date, is_working])).toEqual(
      // The twentieth is a holiday.
      ['19', '20', '21', '22', '23'].map((day) => [`2021-07-${day}`, day !== '20']),
    )
    expect(now?.moved).toEqual({ people: 0, person_days: 0 })
    expect(seatsOf(now!)).toEqual({ 'dinas-a': [1, 4], 'dinas-b': [1, 2], 'kantor-c': null })
    // The proposal alone: nobody takes turns any more, and the office of three is empty.
    expect(seatsOf(proposal!)).toEqual({ 'dinas-a': null, 'dinas-b': null, 'kantor-c': null })
    expect(proposal?.uncovered).toEqual([
      expect.objectContaining({ unit: 'kantor-c', name: 'Kantor Gama', nobody: 4, first: '2021-07-19' }),
    ])
    expect(proposal?.moved.people).toBeGreaterThan(8)
    expect(tried?.rules).toBe(`draft:${draft}`)
    expect(frame).toMatchObject({ rules: 'model:kuota-bergiliran', as_if: true })
    expect(frame?.days.every(({ people, is_working }) => people.turns > 0 === is_working)).toBe(true)
  })

  test('stand on one page, with a picture each, and nothing wrong with it', async () => {
    const answer = await page({
      a: 'sekarang',
      b: 'uji-usulan-2021-07',
      c: `konsep:${draft}`,
      d: 'contoh:kuota-bergiliran',
    })
    expect([answer.statusCode, await axeFindings(answer.body), refusedByPolicy(answer.body)]).toEqual([200, [], []])
    const found = documentOf(answer.body)
    expect(found.querySelectorAll('svg.days')).toHaveLength(4)
    expect(found.querySelectorAll('[aria-labelledby=ringkasan] tbody tr')).toHaveLength(4)
    const [first] = [...found.querySelectorAll('[aria-labelledby=ringkasan] tbody tr')].map(wordsOf)
    expect(first).toMatch(/Yang berlaku sekarang.*2–6 dari 12.*1–2 dari 4 hari/)
    expect(wordsOf(found.querySelector('[aria-labelledby=layanan]'))).toContain('tidak ada orang di kantor pada 4 hari')
    expect(found.querySelector('select[name=d] option[selected]')?.getAttribute('value')).toBe(
      'contoh:kuota-bergiliran',
    )
  })
})

test('a variant beside itself is the same and moves nobody', async () => {
  const [one, other] = await simulated({ a: own, b: own })
  expect(other).toEqual(one)
  expect(other?.moved).toEqual({ people: 0, person_days: 0 })
})

test('what a document says alone is what holds where it is the only one in force', async () => {
  const [now, alone] = await simulated({ a: 'now', b: own })
  expect({ ...alone, rules: 'now' }).toEqual(now)
})

test('another quota changes the seats where it moves nobody', async () => {
  const [half, quarter, three] = await simulated({ a: own, b: own, quota_b: '25%', c: own, quota_c: ' 3 ' })
  expect([half, quarter, three].map((one) => seatsOf(one!)['dinas-a'])).toEqual([
    [1, 4],
    [1, 2],
    [1, 3],
  ])
  expect([quarter?.quota, three?.quota]).toEqual(['25%', 3])
  expect(quarter?.moved).toEqual({ people: 0, person_days: 0 })
  const shareOf = (one: typeof half) => one?.agencies.find(({ agency }) => agency === 'dinas-a')?.share
  expect(shareOf(half)?.most).toBeGreaterThan(shareOf(quarter)?.most ?? 0)
})

test('nobody is looked at for what is theirs alone', async () => {
  // The road of one of them is cut off; by the clause on it they would be at home.
  const [now] = await simulated({ a: 'now' })
  expect(now?.days[0]?.people.home).toBe(0)
  expect(JSON.stringify(now)).not.toMatch(/Pegawai|Siti|Rahma/)
})

test('days on which a document does not hold: it is tried as if it did, and that is said', async () => {
  const august = { dari: '2021-10-04', sampai: '2021-10-08' }
  const words = wordsOf(
    documentOf((await page({ a: own, ...august })).body).querySelector('[aria-labelledby=ringkasan]'),
  )
  expect(words).toContain('dicoba seandainya berlaku sejak hari pertama')
  expect(words).toContain('2–6 dari')
})

test('an edit of a draft is another variant', async () => {
  const before = await simulated({ a: `draft:${draft}` })
  const answer = await app.inject({
    ...{ method: 'POST', url: `/sungai-uji/konsep/${draft}/butir/tambah`, cookies: { piket: cookies.bela ?? '' } },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: randomUUID(), dibaca: '0', contoh: 'quota' }).toString(),
  })
  expect(answer.statusCode).toBe(303)
  expect(await simulated({ a: `draft:${draft}` })).not.toEqual(before)
})

test('as XLSX with the same figures', async () => {
  const answer = await get('/sungai-uji/simulasi.xlsx', { ...week, a: own, b: own, kuota_b: '25%' })
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer)
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Ringkasan',
    'Hari',
    'Perangkat daerah',
    'Layanan',
    'Tidak mungkin',
  ])
  const agencies = book.getWorksheet('Perangkat daerah')
  const rows = agencies?.getRows(2, agencies.rowCount - 1)?.map(({ values }) => (values as unknown[]).slice(1, 6))
  expect(rows).toContainEqual(['A', 'Dinas Alfa', 8, 1, 4])
  expect(rows).toContainEqual(['B', 'Dinas Alfa', 8, 1, 2])
  expect(book.getWorksheet('Hari')?.rowCount).toBe(11)
})

test('with nothing asked the page offers what holds, the register, drafts, frames and other regions', async () => {
  const answer = await get('/sungai-uji/simulasi')
  expect([answer.statusCode, await axeFindings(answer.body)]).toEqual([200, []])
  const found = documentOf(answer.body)
  expect([...found.querySelectorAll('#a optgroup')].map((group) => group.getAttribute('label'))).toHaveLength(4)
  expect(found.querySelector<never>('#dari')).toMatchObject({ value: '2021-07-21' as Day })
  expect(found.querySelector<never>('#sampai')).toMatchObject({ value: '2021-08-03' as Day })
  expect(found.querySelector('[aria-labelledby=ringkasan]')).toBeNull()
})

test.each([
  ['a document that is not there', { a: 'tidak-ada' }, 404, 'simulation-variant'],
  ['a draft that is not there', { a: 'konsep:x' }, 404, 'simulation-variant'],
  ['a frame that is not there', { a: 'contoh:x' }, 404, 'simulation-variant'],
  ['another quota that is no amount', { a: own, kuota_a: 'separuh' }, 422, 'simulation-amount'],
  ['another quota without one', { a: 'sekarang', b: 'uji-usulan-2021-07', kuota_b: '50%' }, 422, 'simulation-no-quota'],
  ['days that end before they begin', { a: own, dari: '2021-07-23', sampai: '2021-07-19' }, 422, 'simulation-days'],
  ['too many days', { a: own, dari: '2021-07-01', sampai: '2021-08-01' }, 422, 'simulation-days'],
])('%s is refused', async (_, asked, status, code) => {
  const answer = await page(asked)
  expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(code)])
})

test('only those who read drafts simulate', async () => {
  const paths = ['/sungai-uji/simulasi', '/sungai-uji/simulasi.xlsx', '/api/v1/regions/63.98/simulations']
  const statuses = await Promise.all(paths.map(async (path) => (await get(path, { a: 'now' }, 'juru')).statusCode))
  expect(statuses).toEqual([403, 403, 403])
})
