import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLargeAgency } from '../../testing/large-agency.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())
beforeAll(() => addLargeAgency(served.database.db, '63.98'))

test.each([
  ['/sungai-uji/opd/disdik/smp-1', '/sungai-uji/opd/disdik%2Fsmp-1'],
  ['/sungai-uji/opd/disdik/smp-1/tata-usaha/?cari=a', '/sungai-uji/opd/disdik%2Fsmp-1%2Ftata-usaha?cari=a'],
  ['/sungai-uji/opd/Disdik', '/sungai-uji/opd/disdik'],
  ['/sungai-uji/opd/DISDIK%2FSMP-1', '/sungai-uji/opd/disdik%2Fsmp-1'],
  ['/sungai-uji/opd/disdik%2F', '/sungai-uji/opd/disdik'],
  ['/sungai-uji/opd/disdik//smp-1', '/sungai-uji/opd/disdik%2Fsmp-1'],
  ['/63.98/opd/disdik%2f%2fsmp-1', '/sungai-uji/opd/disdik%2Fsmp-1'],
])('%s leads to the address of the unit', async (address, location) => {
  const { statusCode, headers } = await ask(address)
  expect([statusCode, headers.location]).toEqual([302, location])
  expect((await ask(location)).statusCode).toBe(200)
})

test.each([
  '/sungai-uji/opd/disdik/',
  '/sungai-uji/opd/disdik%2Fsmp-1/',
  '/sungai-uji/opd/disdik%2fsmp-1',
  '/sungai-uji/pegawai/s0/',
])('%s is answered', async (address) => {
  expect((await ask(address)).statusCode).toBe(200)
})

test.each([
  ['/sungai-uji/opd/', /tidak ditemukan/],
  ['/sungai-uji/opd', /tidak ditemukan/],
  ['/sungai-uji/opd/%2F', /tidak ditemukan/],
  ['/sungai-uji/opd/tidak-ada', /Tidak ada unit tidak-ada di daerah ini/],
  ['/sungai-uji/opd/disdik%2Fsmp-9', /Tidak ada unit disdik\/smp-9 di daerah ini/],
  ['/sungai-uji/opd/disdik%2Fsmp', /Tidak ada unit/],
  ['/sungai-uji/opd/dis', /Tidak ada unit/],
  ['/sungai-uji/opd/%2Fevil.example', /Tidak ada unit/],
  ['/tidak-ada/opd/disdik/smp-1', /tidak ditemukan/],
  ['/sungai-uji/pegawai/S0', /Tidak ada pegawai dengan nomor S0/],
  ['/sungai-uji/pegawai/s0%2F', /Tidak ada pegawai dengan nomor s0\//],
  ['/sungai-uji/pegawai/s0/x', /tidak ditemukan/],
  ['/sungai-uji/pegawai/%3Cscript%3E', /Tidak ada pegawai/],
])('%s is a page that says that nothing is there', async (address, words) => {
  let response = await ask(address)
  if (response.statusCode === 302) response = await ask(response.headers.location as string)
  expect([response.statusCode, response.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect(wordsOf(documentOf(response.body).querySelector('main'))).toMatch(words)
})

test.each(['%2F%2Fevil.example', '%5Cevil.example', '..%2f..'])(
  'no address leads out of the region: %s',
  async (part) => {
    for (const address of [`/${part}/opd/A`, `/sungai-uji/opd/${part}`, `/sungai-uji/opd/x?unit=${part}`]) {
      const { headers } = await ask(address)
      expect(headers.location ?? '/sungai-uji/opd/').toMatch(/^\/sungai-uji\/opd\/[^/]*$/)
    }
  },
)

test('an address that leads to a unit can only be read', async () => {
  const { statusCode, headers } = await ask({ method: 'POST', url: '/sungai-uji/opd/disdik/smp-1' })
  expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD'])
})
