import { afterAll, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const json = async (address: string) => (await ask(`/api/v1/regions/63.98${address}`)).json()
const page = async (address: string) => documentOf((await ask(address)).body)

test('the rosters that hold on a day, the impossible one told apart', async () => {
  const rosters = await json('/rosters')
  expect(rosters.map(({ unit, status, version }: Record<string, unknown>) => [unit, status, version])).toEqual([
    ['dinas-a', 'exact', 1],
    ['dinas-b', 'infeasible', 1],
  ])
  expect(await json('/rosters?date=2021-09-01')).toEqual([])
  const document = await page('/sungai-uji/jadwal')
  expect([...document.querySelectorAll('tbody th')].map(wordsOf)).toEqual(['Dinas Beta', 'Dinas Alfa'])
})

test('before it was published there was no roster', async () => {
  expect(await json('/rosters?known=2021-07-19T05:59')).toEqual([])
  expect(await json('/rosters?known=2021-07-19T06:00')).toHaveLength(2)
  const unpublished = await json('/rosters/dinas-a?known=2021-07-18')
  expect([unpublished.status, unpublished.verified]).toEqual(['not_published', null])
  expect(wordsOf((await page('/sungai-uji/jadwal/dinas-a?per=2021-07-18')).querySelector('.head'))).toContain(
    'belum diumumkan',
  )
})

test('a clerk is led to people of the own agency only, on every list', async () => {
  const cookies = { piket: await served.signIn('a1') }
  for (const list of ['/sungai-uji', '/sungai-uji/jadwal']) {
    const { body } = await served.app.inject({ url: list, cookies })
    const links = [...documentOf(body).querySelectorAll('main tbody a')].map((one) => one.getAttribute('href') ?? '')
    expect(links.length, list).toBeGreaterThan(0)
    for (const link of links)
      expect([link, (await served.app.inject({ url: link, cookies })).statusCode]).toEqual([link, 200])
    expect(wordsOf(documentOf(body).querySelector('main tbody')), list).toContain('Dinas Beta')
  }
})
