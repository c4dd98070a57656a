/** A month as the personnel agency reports it: figures, their coverage, and the file that says the same. */
import type { Day } from '@piket/domain/calendar/day.ts'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepAbsences } from '../../testing/closed-days.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const month = '/sungai-uji/rekap?bulan=2021-07'
const wordsAt = async (url: string) => wordsOf(documentOf((await served.ask(url)).body).querySelector('main'))

beforeAll(async () => {
  const { owner } = database
  await keepAbsences(owner, { employee: 'a2', agency: 'dinas-a' }, ['2021-07-06', '2021-07-07'] as Day[])
  await keepAbsences(owner, { employee: 'a3', agency: 'dinas-a', openFor: ['permit'] }, ['2021-07-07'] as Day[])
  await sql`update day_record set state = 'at_office', standing = 'present', report = 'sent'
    where employee_id = 'a2' and day = '2021-07-06'`.execute(owner)
  await sql`insert into attendance_return (region_id, day, agency_id, version, return_id, stated_by, acting, stated_at,
      due_at, figures, deviations) values ('63.98', '2021-07-07', 'dinas-a', 1, gen_random_uuid(), 'a', false,
      '2021-07-07T03:00:00Z', '2021-07-07T02:00:00Z', '{"tooFull": 0, "tooEmpty": 0, "lacking": []}', '[]')`.execute(
    owner,
  )
})

describe('a month', () => {
  test('is said with method and coverage, today apart', async () => {
    const { body } = await served.ask(month)
    const words = wordsOf(documentOf(body).querySelector('main'))
    expect(words).toMatch(/Pernyataan masuk ?1 dari 2 · 1 terlambat/)
    expect(words).toContain('2 dari 31 hari masa ini sudah ditutup')
    expect(words).toContain('1 dari 3 hari orang kerja tercatat')
    expect(words).toContain('1 hari orang menunggu koreksi')
    expect(words).toContain('1 dari 1 laporan kerja yang diminta masuk')
    expect(words).toMatch(/Hari ini, dihitung sekarang ?0 dari 14 yang bekerja sudah mencatat; 0 dari 3 pernyataan/)
    expect(await axeFindings(body)).toEqual([])
    expect(await axeFindings((await served.ask(`${month}&bahasa=en`)).body)).toEqual([])
  })

  test('as a file says the same, with numbers as numbers', async () => {
    const { headers, rawPayload } = await served.ask(month.replace('/rekap', '/rekap.xlsx'))
    expect(headers['content-disposition']).toContain('rekap-sungai-uji-2021-07.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Rekap', 'Cara dan cakupan', 'Hari ini'])
    const cells = (row: number) => ((book.getWorksheet('Rekap')?.getRow(row).values ?? []) as unknown[]).slice(1)
    expect(cells(1)).toEqual([
      ...['Perangkat daerah', 'Hari orang kerja', 'Di kantor', 'Di rumah', 'Lapangan, lain', 'Berhalangan'],
      ...['Tanpa keterangan', 'Terbuka', 'Terlambat datang', 'Laporan diminta', 'Laporan masuk'],
      ...['Pernyataan diminta', 'Pernyataan masuk', 'Pernyataan terlambat'],
    ])
    expect(cells(2)).toEqual(['Dinas Alfa', 3, 1, 0, 0, 0, 1, 1, 0, 1, 1, 2, 1, 1])
    expect(cells(3)[0]).toBe('Jumlah')
    expect(rawPayload.toString('latin1')).not.toContain('Pegawai a2')
  })

  test('without closed days says so', async () => {
    expect(await wordsAt('/sungai-uji/rekap?bulan=2021-05')).toContain('Belum ada hari yang ditutup pada masa ini')
  })
})

test('a week runs from Monday, and leads to the one before', async () => {
  const { body } = await served.ask('/sungai-uji/rekap?pekan=2021-07-07')
  const page = documentOf(body)
  expect(wordsOf(page.querySelector('.head p'))).toBe('5–11 Juli 2021')
  expect(page.querySelector('[rel=prev]')?.getAttribute('href')).toBe('/sungai-uji/rekap?pekan=2021-07-04')
})

test('is no matter of a head; a month that is none is told so', async () => {
  const cookies = { ...(await cookieOf(database.db, '63.98', 'a0')) }
  expect((await app.inject({ url: month, cookies })).statusCode).toBe(403)
  expect((await served.ask('/sungai-uji/rekap?bulan=2021-13')).statusCode).toBe(400)
})
