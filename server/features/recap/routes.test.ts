/** A month as the personnel agency reports it: figures, their coverage, and the file that says the same. */
import type { Day } from '@piket/domain/calendar/day.ts'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { keepAbsences } from '../../testing/closed-days.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { samplePerson, sampleUnit, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { saveFacts } from '../fact/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

/** The head of the office that reports, with a name that would be a program if it were not data. */
const signer = {
  name: 'Budi "Pemeriksa" #panic() \\ #import "x" $y$',
  nip: '197001011990011001',
  title: 'Kepala Kantor Gama',
  position: 'kepala_kantor',
} as const

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

  test('on paper says the same, for a signature', async () => {
    const employees = [{ ...samplePerson('c0', 'kantor-c'), ...signer }]
    const units = [{ ...sampleUnit('kantor-c', 'Kantor Gama'), head: 'c0' }]
    await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
      await saveFacts(tx, { employees, units }, { by: 'test', recorded: null })
      const account = await addAccount(tx, { login: 'nip-c0', employee: 'c0', passwordHash: '-' }, 'test')
      await grantRole(tx, account ?? '', { role: 'personnel_agency' }, 'test')
    })
    const cookies = { ...(await cookieOf(database.db, '63.98', 'c0')) }
    const { statusCode, headers, rawPayload } = await app.inject({
      url: month.replace('/rekap', '/rekap.pdf'),
      cookies,
    })
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toBe('attachment; filename="rekap-sungai-uji-2021-07.pdf"')
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const pages = pdfText(rawPayload)
    expect(pages).toHaveLength(1)
    for (const words of [
      'PEMERINTAH KABUPATEN SUNGAI UJI KANTOR GAMA Rekap bulanan kehadiran dan laporan kerja Juli 2021',
      'Tidak ada surat edaran yang berlaku hari ini yang meminta laporan ke atas.',
      'Dinas Alfa 3 1 0 0 0 1 1 0 1 dari 2 Jumlah 3 1 0 0 0 1 1 0 1 dari 2',
      '2 dari 31 hari masa ini sudah ditutup',
      '1 dari 3 hari orang kerja tercatat',
      'Kepala Kantor Gama Budi "Pemeriksa" #panic() \\ #import "x" $y$ NIP 197001011990011001',
      'Dibuat Rabu, 21 Juli 2021 07.30 WITA oleh Budi "Pemeriksa" #panic() \\ #import "x" $y$ dengan Piket',
      'Halaman 1 dari 1',
    ])
      expect(pages[0]).toContain(words)
    expect(pages[0]).not.toContain('Pegawai a2')
  })

  test('on paper leaves room where nobody is known to sign; in English too', async () => {
    const { rawPayload } = await served.ask(`${month.replace('/rekap', '/rekap.pdf')}&bahasa=en`)
    const [page = ''] = pdfText(rawPayload)
    expect(page).toContain('GOVERNMENT OF SUNGAI UJI Recap of presence and work reports of a month July 2021')
    expect(page).toMatch(/Place and day [. ]{30,} Made on/)
    expect(page).toContain('by Kantor Uji with Piket')
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
