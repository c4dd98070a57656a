/** The personnel agency takes the facts of a month along; the bands are the region's own data. */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { keepAbsences } from '../../testing/closed-days.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { samplePerson, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { saveFacts } from '../fact/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const own = '/sungai-uji/tpp'
const month = '?bulan=2021-07'
const days = ['2021-07-06', '2021-07-07', '2021-07-08'] as Day[]
let cookies: { piket: string }

beforeAll(async () => {
  const inRegion = { region: '63.98', reach: 'region' } as const
  await as(database.db, inRegion, async (tx) => {
    const account = await addAccount(tx, { login: 'bkpsdm', name: 'BKPSDM', passwordHash: '-' }, 'test')
    await grantRole(tx, account ?? '', { role: 'personnel_agency' }, 'test')
    const at = new Date(served.moment)
    cookies = { piket: await beginSession(tx, '63.98', account ?? '', { method: 'passkey', agent: 'test', at }) }
    const risky = samplePerson('a2', 'dinas-a', { name: '=HYPERLINK("http://x")', nip: '198503022010011001' })
    await saveFacts(tx, { employees: [risky] }, { by: 'test', recorded: null })
  })
  await keepAbsences(database.owner, { employee: 'a2', agency: 'dinas-a' }, days)
  await sql`update day_record set state = 'at_office', standing = 'present', minutes_late = 45, version = 2, outage = '7'
    where employee_id = 'a2' and day = '2021-07-06'`.execute(database.owner)
  await sql`update day_record set open_for = '{correction}' where employee_id = 'a2' and day = '2021-07-08'`.execute(
    database.owner,
  )
})

const get = (url: string) => app.inject({ url, cookies })
const post = (url: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const rows = async () => Papa.parse<string[]>((await get(`${own}.csv${month}`)).body.replace('\uFEFF', '').trim()).data
const band = { jenis: 'late', dari: '31', sampai: '60', nama: 'TL 2', peraturan: 'Perbup 12/2026 pasal 9' }

describe('the file', () => {
  test('has these columns, in this order', async () => {
    const [header] = await rows()
    expect(header?.join(' ')).toBe(
      'month agency unit employee nip name employment closed_days working_days at_office at_home in_field elsewhere ' +
        'excused absent open_days days_late minutes_late days_early minutes_early credited_days corrections ' +
        'derived_again reports_missing',
    )
  })

  test('says the facts of each person; an open day is in no other figure', async () => {
    const [, ...people] = await rows()
    expect(people).toEqual([
      [
        ...['2021-07', 'dinas-a', 'dinas-a', 'a2', '198503022010011001', `'=HYPERLINK("http://x")`, 'pns'],
        ...['3', '3', '1', '0', '0', '0', '0', '1', '1', '1', '45', '0', '0', '1', '0', '1', '0'],
      ],
    ])
  })

  test('as XLSX holds numbers, the long number as text, and no formula', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await get(`${own}.xlsx${month}`)).rawPayload as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('Bahan TPP')
    expect(sheet?.getCell('E2').value).toBe('198503022010011001')
    expect(sheet?.getCell('F2').value).toBe(`'=HYPERLINK("http://x")`)
    expect(sheet?.getCell('R2').value).toBe(45)
  })

  test('is written down as read, agency by agency', async () => {
    const cookie = await cookieOf(database.db, '63.98', 'a4')
    const { body } = await app.inject({ url: '/sungai-uji/data-saya', cookies: { ...cookie } })
    expect(wordsOf(documentOf(body).querySelector('main'))).toMatch(/BKPSDM\s*presensi dalam daftar perangkat daerah/)
  })
})

describe('a band', () => {
  test('needs its regulation, and ends above its beginning; what was typed stays', async () => {
    const id = randomUUID()
    const bare = await post(`${own}${month}`, { ...band, nomor: id, peraturan: ' ' })
    expect(bare.statusCode).toBe(422)
    const page = documentOf(bare.body)
    expect(wordsOf(page.querySelector('[role=alert]'))).toContain('peraturan yang menetapkannya')
    expect(page.querySelector('#nama')?.getAttribute('value')).toBe('TL 2')
    expect(page.querySelector('[name=nomor]')?.getAttribute('value')).toBe(id)
    expect((await post(own, { ...band, nomor: id, sampai: '30' })).statusCode).toBe(422)
  })

  test('sent twice is one, is counted in the file with its regulation, and can be withdrawn', async () => {
    const nomor = randomUUID()
    for (let times = 0; times < 2; times++) expect((await post(own, { ...band, nomor })).statusCode).toBe(303)
    const { body } = await get(own)
    expect(wordsOf(documentOf(body).querySelector('[aria-labelledby=jenjang] li'))).toMatch(/^TL 2.*31–60 · Perbup 12/)
    expect(await axeFindings(body)).toEqual([])
    const [header, first] = await rows()
    expect([header?.at(-1), first?.at(-1)]).toEqual(['TL 2 (Perbup 12/2026 pasal 9)', '1'])
    expect((await post(`${own}/jenjang/${nomor}/cabut`, {})).statusCode).toBe(303)
    expect((await rows())[0]).toHaveLength(24)
    const { rows: events } = await sql<{ kind: string }>`
      select kind from event where subject = ${nomor} order by id`.execute(database.owner)
    expect(events.map(({ kind }) => kind)).toEqual(['tpp-band-added', 'tpp-band-withdrawn'])
  })

  test('that meets what another one of its kind meets is refused, with what was typed', async () => {
    const nomor = randomUUID()
    expect((await post(own, { ...band, nomor })).statusCode).toBe(303)
    for (const [dari, sampai] of [
      ['1', '31'],
      ['60', ''],
      ['40', '50'],
      ['1', ''],
    ] as const) {
      const { statusCode, body } = await post(own, { ...band, nomor: randomUUID(), dari, sampai })
      const kept = documentOf(body).querySelector('#dari')?.getAttribute('value')
      expect([statusCode, kept, body.includes('berimpit')]).toEqual([409, dari, true])
    }
    const other = await post(own, { ...band, nomor, nama: 'TL 3' })
    const fresh = documentOf(other.body).querySelector('[name=nomor]')?.getAttribute('value')
    expect([other.statusCode, fresh === nomor]).toEqual([422, false])
    const beside = [{ jenis: 'early' }, { dari: '61', sampai: '' }, { dari: '1', sampai: '30' }]
    for (const change of beside)
      expect((await post(own, { ...band, nomor: randomUUID(), ...change })).statusCode).toBe(303)
  })

  test('of another kind than the three, or of no number, is told what it may be', async () => {
    expect((await post(own, { ...band, nomor: randomUUID(), jenis: 'apa' })).statusCode).toBe(400)
    expect((await post(own, { ...band, nomor: randomUUID(), dari: 'x' })).statusCode).toBe(400)
  })
})

test('nobody else reaches it', async () => {
  expect((await served.ask(`${own}.csv`)).statusCode).toBe(403)
  const head = await cookieOf(database.db, '63.98', 'a0')
  expect((await app.inject({ url: own, cookies: { ...head } })).statusCode).toBe(403)
})
