/** The calendar of absences: who is away, never why, and only for whoever leads the agency or the region. */
import { afterAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())
const cookies = { head: await cookieOf(database.db, '63.98', 'a0'), clerk: await cookieOf(database.db, '63.98', 'a2') }

const page = '/sungai-uji/unit/dinas-a/izin'
const api = '/api/v1/regions/63.98/units/dinas-a/absences'

test('the head sees four weeks with who is away', async () => {
  const { body } = await app.inject({ url: page, cookies: cookies.head })
  const document = documentOf(body)
  expect([...document.querySelectorAll('tbody tr')].map(wordsOf)).toEqual(['Pegawai a6CCCC'])
  expect(document.querySelectorAll('thead th').length).toBe(29)
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const empty = await app.inject({ url: `${page}?tanggal=2021-12-06`, cookies: cookies.head })
  expect(wordsOf(documentOf(empty.body).querySelector('main'))).toContain('Tidak ada yang cuti')
})

test('programs are told days and places, without the kind of leave', async () => {
  const response = await app.inject({ url: api, cookies: cookies.head })
  expect(response.json()).toEqual({
    unit: 'dinas-a',
    from: '2021-07-19',
    until: '2021-08-15',
    people: [
      {
        employee: 'a6',
        name: 'Pegawai a6',
        days: ['2021-07-19', '2021-07-21', '2021-07-22', '2021-07-23'].map((day) => ({ day, place: 'leave' })),
      },
    ],
  })
})

test.each([page, api])('a colleague is refused %s, and so is the head of another agency', async (url) => {
  expect((await app.inject({ url, cookies: cookies.clerk })).statusCode).toBe(403)
  const other = url.replace('dinas-a', 'dinas-b')
  expect((await app.inject({ url: other, cookies: cookies.head })).statusCode).toBe(403)
})
