import { afterAll, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

test('a region without counts says so, and how far it closes its workplaces by which clause', async () => {
  const page = documentOf((await ask('/sungai-uji/situasi')).body)
  expect(wordsOf(page.querySelector('[aria-labelledby=kasus]'))).toContain('Satgas belum mencatat angka kasus.')
  expect(wordsOf(page.querySelector('[aria-labelledby=c2]'))).toContain('Tingkat 2')
  expect(page.querySelector('[aria-labelledby=c2] a')?.getAttribute('href')).toMatch(
    /^\/sungai-uji\/edaran\/uji-2021-07#c\d+$/,
  )
  expect(wordsOf(page.querySelector('[aria-labelledby=waktu]'))).toContain('mulai berlaku')
})

test('what anybody reads is kept for a minute, and not written again while it stands', async () => {
  const first = await served.app.inject({ url: '/sungai-uji/situasi' })
  expect(first.headers['cache-control']).toBe('public, max-age=60')
  const { etag } = first.headers
  const again = await served.app.inject({ url: '/sungai-uji/situasi', headers: { 'if-none-match': String(etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const later = await served.app.inject({
    url: '/sungai-uji/situasi?tanggal=2021-07-19',
    headers: { 'if-none-match': String(etag) },
  })
  expect(later.statusCode).toBe(200)
})

test.each(['situasi', 'situasi/vaksinasi'])('a day to come has no figures: /%s says so', async (path) => {
  const page = await ask(`/sungai-uji/${path}?tanggal=2021-07-22`)
  expect([page.statusCode, page.body]).toEqual([422, expect.stringContaining('/masalah/situation-day-ahead"')])
})

test('no page of a day to come leads there', async () => {
  const leadsTo = async (day: string) =>
    documentOf((await ask(`/sungai-uji/layanan?tanggal=${day}`)).body)
      .querySelector('nav a[href^="/sungai-uji/situasi"]')
      ?.getAttribute('href')
  expect(await leadsTo('2021-07-22')).toBe('/sungai-uji/situasi')
  expect(await leadsTo('2021-07-20')).toBe('/sungai-uji/situasi?tanggal=2021-07-20')
})

test.each(['situation', 'coverage'])('nor has it for machines: %s', async (path) => {
  const answer = await ask(`/api/v1/regions/63.98/${path}?date=2021-07-22`)
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'situation-day-ahead'])
})

test('how many places and ambassadors there are today is told of no day before', async () => {
  const card = async (query: string) =>
    documentOf((await ask(`/sungai-uji/situasi${query}`)).body).querySelector('[aria-labelledby=gerakan]')
  expect(await card('')).not.toBeNull()
  expect(await card('?tanggal=2021-07-20')).toBeNull()
})

test('the tracker’s rows: one for each day, blank where it does not count', async () => {
  const response = await ask('/sungai-uji/situasi/c2.csv?from=2021-07-01&until=2021-07-21')
  expect(response.headers['content-type']).toContain('text/csv')
  const [header, first, ...rest] = response.body.split('\r\n')
  expect(header).toBe(
    '\ufeffCountryName,CountryCode,RegionName,RegionCode,Jurisdiction,Date,C2_Workplace closing,C2_Flag,C2_Notes',
  )
  expect(first).toMatch(/^Indonesia,IDN,Kabupaten Sungai Uji,ID_63\.98,CITY_WIDE,20210701,/)
  expect(rest).toHaveLength(21)
  expect(rest.at(-2)).toMatch(/,20210721,2,1,uji-2021-07\//)
  const later = await ask('/sungai-uji/situasi/c2.csv?from=2023-01-01&until=2023-01-01')
  expect(later.body.split('\r\n')[1]).toMatch(/,20230101,,,$/)
})

test.each([
  ['from=2021-07-21&until=2021-07-20', 422],
  ['from=2020-01-01&until=2021-12-31', 422],
  ['from=kemarin&until=2021-07-20', 400],
])('days that cannot be listed (%s) are refused', async (query, status) => {
  expect((await ask(`/sungai-uji/situasi/c2.csv?${query}`)).statusCode).toBe(status)
})
