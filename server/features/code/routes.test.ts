import { codes } from '@piket/domain/messages/codes.ts'
import { afterAll, expect, test } from 'vitest'
import { refusals } from '#platform/refusal.ts'
import { appForItsRoutes } from '../../testing/openapi.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'

const app = await appForItsRoutes()
afterAll(() => app.close())

const page = async (url: string, bahasa = 'id') => documentOf((await app.inject({ url, cookies: { bahasa } })).body)

test('the list leads to the page of every code, which says what it means and what to do, in both languages', async () => {
  const links = [...(await page('/masalah')).querySelectorAll('main .list a')]
  const all = Object.entries({ ...codes, ...refusals })
  expect(links.map(wordsOf).toSorted()).toEqual(all.map(([code]) => code).toSorted())
  for (const [code, { meaning, fix }] of all) {
    const address = links.find((link) => wordsOf(link) === code)?.getAttribute('href') ?? ''
    for (const language of ['id', 'en'] as const) {
      const main = wordsOf((await page(address, language)).querySelector('main'))
      expect(main).toContain(meaning[language])
      expect(main).toContain(fix[language])
    }
  }
})

test('codes stand under what they are about', async () => {
  const groups = [...(await page('/masalah', 'en')).querySelectorAll('main section')]
  const first = groups.map((group) => [wordsOf(group.querySelector('h2')), wordsOf(group.querySelector('a'))])
  expect(first).toEqual([
    ['Use of commands', 'PKT-001'],
    ['Text of a document that is wrong', 'PKT-101'],
    ['Text of a document that deserves a look', 'PKT-501'],
    ['What is refused', 'PKT-701'],
    ['Tables of staff and units', 'PKT-801'],
    ['Check of a roster', 'PKT-901'],
    ['Pages and requests of programs', 'invalid-input'],
  ])
})

test('a code typed in small letters is found', async () => {
  expect(wordsOf((await page('/masalah/pkt-701')).querySelector('h1'))).toBe('PKT-701')
})

test('a code that nobody uses leads to the list', async () => {
  const response = await app.inject('/masalah/PKT-999')
  const main = documentOf(response.body).querySelector('main')
  expect([response.statusCode, wordsOf(main)]).toEqual([404, expect.stringContaining('Tidak ada kode pesan PKT-999.')])
  expect(main?.querySelector('a')?.getAttribute('href')).toBe('/masalah')
})
