import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { addLargeAgency } from '../../testing/large-agency.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { accountByEmployee, grantRole } from '../account/service.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())
/** Somebody of the personnel agency. */
const piket = await served.signIn('b1')
beforeAll(async () => {
  const { db } = served.database
  await addLargeAgency(db, '63.98')
  await as(db, { region: '63.98', reach: 'region' }, async (tx) =>
    grantRole(tx, (await accountByEmployee(tx, 'b1'))?.account ?? '', { role: 'personnel_agency' }, 'test'),
  )
})
const shownAt = (address: string) => served.app.inject({ url: `/sungai-uji${address}`, cookies: { piket } })

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

/** Pages of a day, week, month or year, by the query that says which. */
const days = ['', '/opd/dinas-a', '/unit/dinas-a/izin']
test.each<[string, readonly string[]]>([
  ...days.map((page): [string, string[]] => [`${page}?tanggal=2000-01-01`, ['next']]),
  ...days.map((page): [string, string[]] => [`${page}?tanggal=2099-12-31`, ['prev']]),
  ['/rekap?bulan=2000-01', ['next']],
  ['/rekap?bulan=2099-12', ['prev']],
  ['/rekap?pekan=2000-01-01', ['next']],
  ['/rekap?pekan=2099-12-31', ['prev']],
  ['/tpp?bulan=2000-01', ['next']],
  ['/tpp?bulan=2099-12', ['prev']],
  ['/disiplin?tahun=2000', ['next']],
  ['/disiplin?tahun=2099', ['prev']],
])('at the edge of time %s leads no further', async (page, ways) => {
  const shown = await shownAt(page)
  expect(shown.statusCode).toBe(200)
  const links = [...documentOf(shown.body).querySelectorAll('a[rel=prev], a[rel=next]')]
  expect(links.map((link) => link.getAttribute('rel'))).toEqual(ways)
  for (const link of links) {
    const { pathname, search } = new URL(link.getAttribute('href') ?? '', `http://piket/sungai-uji${page}`)
    expect((await shownAt(`${pathname.replace('/sungai-uji', '')}${search}`)).statusCode).toBe(200)
  }
})

test.each([
  '?tanggal=&per=&simulasi=&bahasa=',
  '/opd/disdik?hal=&cari=',
  '/pegawai/s0?pukul=',
  '/rekap?bulan=&pekan=',
  '/tpp?bulan=',
  '/disiplin?tahun=&hal=',
])('what the form of %s left empty was not asked', async (address) => {
  expect((await shownAt(address)).statusCode).toBe(200)
})

test.each(['1e2', '0x10', '1.0', '+1'])('the page %s is no number', async (page) => {
  expect((await ask(`/sungai-uji/opd/disdik?hal=${encodeURIComponent(page)}`)).statusCode).toBe(400)
})
