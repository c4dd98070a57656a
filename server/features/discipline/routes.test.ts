/** Absences are counted and shown with their days; nothing pronounces a sanction. */
import { type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { keepAbsences } from '../../testing/closed-days.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { samplePerson, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { saveFacts } from '../fact/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const own = '/sungai-uji/disiplin'
const day = (text: string) => text as Day
const get = async (url: string, employee: string) =>
  app.inject({ url, cookies: { ...(await cookieOf(database.db, '63.98', employee)) } })
const rowsOf = (body: string) => [...documentOf(body).querySelectorAll('tbody tr')].map((row) => wordsOf(row))

beforeAll(async () => {
  const pppk = samplePerson('a5', 'dinas-a', { employment: 'pppk' })
  await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
    saveFacts(tx, { employees: [pppk] }, { by: 'test', recorded: null }),
  )
  const { owner } = database
  await keepAbsences(owner, { employee: 'a2', agency: 'dinas-a' }, ['2021-09-06', '2021-09-08', '2021-09-13'].map(day))
  await keepAbsences(owner, { employee: 'a2', agency: 'dinas-a', openFor: ['correction'] }, [day('2021-09-14')])
  await keepAbsences(owner, { employee: 'a3', agency: 'dinas-a' }, daysOf(day('2021-09-01'), day('2021-09-10')))
  const acrossNewYear = [
    ...daysOf(day('2021-12-26'), day('2021-12-31')),
    ...daysOf(day('2022-01-01'), day('2022-01-05')),
  ]
  await keepAbsences(owner, { employee: 'b1', agency: 'dinas-b' }, acrossNewYear)
  await keepAbsences(owner, { employee: 'a5', agency: 'dinas-a', employment: 'pppk' }, [day('2021-09-06')])
})

describe('the personnel agency', () => {
  test('sees every agency in figures, without names', async () => {
    const { body } = await served.ask(own)
    expect(rowsOf(body)).toEqual([
      expect.stringMatching(/^Dinas Alfa ?8 ?1 ?2 ?2 ?1$/),
      expect.stringMatching(/^Dinas Beta/),
      expect.stringMatching(/^Kantor Gama/),
    ])
    expect(body).not.toContain('Pegawai a2')
    expect(wordsOf(documentOf(body).querySelector('main'))).toMatch(/Dari 18 hari yang sudah ditutup/)
    expect(await axeFindings(body)).toEqual([])
  })

  test('opens an agency, its people, and the days behind each count', async () => {
    const { body } = await served.ask(`${own}/unit/dinas-a`)
    const [first, second, third] = rowsOf(body)
    expect(first).toMatch(/Pegawai a3 ?10 ?0 ?pemberhentian dengan hormat/)
    expect(second).toMatch(/Pegawai a2 ?3 ?1 ?teguran lisan/)
    expect(third).toMatch(/Pegawai a5 ?– ?0 ?tidak dihitung menurut aturan ini/)
    expect(await axeFindings(body)).toEqual([])
    const person = await served.ask(`${own}/pegawai/a2`)
    expect(rowsOf(person.body)).toHaveLength(4)
    expect(rowsOf(person.body)[3]).toMatch(/14 September 2021.*belum: koreksi atau keberatan belum diputus/)
    expect(wordsOf(documentOf(person.body).querySelector('main'))).toMatch(
      /3 hari terhitung ?PP 94\/2021 menghubungkannya dengan teguran lisan\. 1 hari lagi.*Ini bukan putusan/,
    )
    expect(await axeFindings(person.body)).toEqual([])
  })

  test('is told of ten in a row that began in the year before', async () => {
    const [row] = rowsOf((await served.ask(`${own}/unit/dinas-b?tahun=2022`)).body)
    expect(row).toMatch(/Pegawai b1 ?5 ?0 ?pemberhentian dengan hormat/)
  })

  test('is told that other employments follow their own regulation', async () => {
    const { body } = await served.ask(`${own}/pegawai/a5`)
    expect(wordsOf(documentOf(body).querySelector('main'))).toMatch(/bukan PNS.*PPPK: PP 49\/2018/)
    expect(body).not.toContain('teguran')
  })

  test('is told when nothing of a year is closed', async () => {
    const { body } = await served.ask(`${own}?tahun=2025`)
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Belum ada hari yang ditutup')
  })
})

describe('reach', () => {
  test('a head sees the own agency alone', async () => {
    const { body } = await get(own, 'a0')
    expect(rowsOf(body)).toHaveLength(1)
    expect((await get(`${own}/unit/dinas-b`, 'a0')).statusCode).toBe(403)
    expect((await get(`${own}/pegawai/a3`, 'a0')).statusCode).toBe(200)
    expect((await get(`${own}/pegawai/b1`, 'a0')).statusCode).toBe(403)
  })

  test('others are led to their own counter, where a day can be corrected, and see nobody else’s', async () => {
    expect((await get(own, 'a2')).headers.location).toBe(`${own}/pegawai/a2`)
    const { body } = await get(`${own}/pegawai/a2`, 'a2')
    expect(documentOf(body).querySelector('tbody a')?.getAttribute('href')).toBe(
      '/sungai-uji/koreksi?tanggal=2021-09-06',
    )
    expect((await get(`${own}/pegawai/a3`, 'a2')).statusCode).toBe(403)
    expect((await get(`${own}/unit/dinas-a`, 'a2')).statusCode).toBe(403)
  })

  test('who is read about sees by whom', async () => {
    await get(`${own}/pegawai/a3`, 'a0')
    const { body } = await get('/sungai-uji/data-saya', 'a3')
    expect(wordsOf(documentOf(body).querySelector('main'))).toMatch(/Siti Kepala\s*presensi/)
  })

  test('nobody of that id, and no year that can be, are told so', async () => {
    expect((await served.ask(`${own}/pegawai/tidak-ada`)).statusCode).toBe(404)
    expect((await served.ask(`${own}/unit/tidak-ada`)).statusCode).toBe(404)
    expect((await served.ask(`${own}?tahun=1999`)).statusCode).toBe(400)
    expect((await served.ask(`${own}/unit/dinas-b?tahun=&hal=`)).statusCode).toBe(200)
  })
})
