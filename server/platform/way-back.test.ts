import { expect, test } from 'vitest'
import { pageOfForm, startOf } from './way-back.ts'

const hasPage = (path: string) => /^\/[^/]+(\/koreksi)?$/.test(path)
const from = (referer: string | undefined, url = '/sungai-uji/koreksi/1/banding') =>
  pageOfForm({ url, protocol: 'https', host: 'piket.contoh.go.id', headers: { referer } }, hasPage)

test.each([
  ['https://piket.contoh.go.id/sungai-uji/koreksi', '/sungai-uji/koreksi'],
  [
    'https://piket.contoh.go.id/sungai-uji/koreksi?tanggal=2021-07-21&terkirim=ya',
    '/sungai-uji/koreksi?tanggal=2021-07-21',
  ],
  ['https://piket.contoh.go.id/sungai-uji/koreksi/1/banding', undefined],
  ['https://piket.contoh.go.id/tetangga/koreksi', undefined],
  ['https://piket.contoh.go.id//evil.example/koreksi', undefined],
  ['https://evil.example/sungai-uji/koreksi', undefined],
  ['no address', undefined],
  [undefined, undefined],
])('a form from %s leads back to %s', (referer, page) => {
  expect(from(referer)).toBe(page)
})

test('a region begins at its name', () => {
  expect([startOf('/sungai-uji/koreksi/1/banding'), startOf('/sungai-uji?a=/b')]).toEqual([
    '/sungai-uji',
    '/sungai-uji',
  ])
})
