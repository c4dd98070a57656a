import { afterAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, sampleUnit, serveRegion } from '../../testing/served-region.ts'
import { saveFacts } from '../fact/service.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

/** Asks as anybody does, without an account. */
const openly = (url: string, headers: Readonly<Record<string, string>> = {}) => served.app.inject({ url, headers })
const page = async (address: string) => documentOf((await ask(address)).body)
const table = async (address: string) => wordsOf((await page(address)).querySelector('[aria-labelledby=layanan]'))

test('what the public finds: the state, the hours and the protocol, each with its clause', async () => {
  const services = (await ask('/api/v1/regions/63.98/services')).json()
  expect(services).toMatchObject({
    date: '2021-07-21',
    is_past: false,
    kind: 'workday',
    units: [
      {
        unit: 'kantor-c/loket',
        name: 'Loket Gama',
        within: 'Kantor Gama',
        district: null,
        services: [
          { circular: 'uji-2021-07', clause: 'c6', public: 'limited', hours: '08.00-12.00 WITA', protocol: 'health' },
        ],
      },
    ],
  })
  const document = await page('/sungai-uji/layanan')
  expect(wordsOf(document.querySelector('tbody tr'))).toMatch(
    /^Loket Gama · Kantor Gama ?Terbatas ?08\.00-12\.00 WITA \(jam terbatas\) ?protokol kesehatan ?butir c6$/,
  )
  expect(document.querySelector('tbody td a')?.getAttribute('href')).toBe(
    '/sungai-uji/edaran/uji-2021-07?tanggal=2021-07-21#c6',
  )
})

test('a search finds a unit by its name or by that of its agency, whatever the case', async () => {
  expect(await table('/sungai-uji/layanan?cari=LOKET')).toContain('Loket Gama')
  expect(await table('/sungai-uji/layanan?cari=kantor')).toContain('Loket Gama')
  expect(await table('/sungai-uji/layanan?cari=rumah+sakit')).toContain('Tidak ada unit yang cocok.')
})

test('what was searched for is text', async () => {
  const { body } = await ask(`/sungai-uji/layanan?cari=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(body).not.toContain('<script>')
  expect(documentOf(body).querySelector('#cari')?.getAttribute('value')).toBe('"><script>alert(1)</script>')
})

test.each([
  ['2021-07-20', 'holiday', 'Hari libur nasional: kantor tutup.'],
  ['2021-07-25', 'weekend', 'Akhir pekan: kantor tutup.'],
])('%s, a %s, is not taken for a day without a rule', async (day, kind, said) => {
  const services = (await ask(`/api/v1/regions/63.98/services?date=${day}`)).json()
  expect(services).toMatchObject({ date: day, kind, units: [] })
  const shown = await table(`/sungai-uji/layanan?tanggal=${day}`)
  expect(shown).toContain(said)
  expect(shown).not.toContain('Tidak ada surat')
})

test('on a day without a circular no service is ruled', async () => {
  expect((await ask('/api/v1/regions/63.98/services?date=2021-09-01')).json().units).toEqual([])
  expect(await table('/sungai-uji/layanan?tanggal=2021-09-01')).toContain('Tidak ada surat yang mengatur layanan')
})

test('today and the six days after it lie beside each other, with what is open on each', async () => {
  const { ahead } = (await ask('/api/v1/regions/63.98/services')).json()
  expect(ahead).toHaveLength(7)
  expect(ahead[0]).toEqual({ date: '2021-07-21', kind: 'workday', open: 0, limited: 1, closed: 0 })
  expect(ahead[3]).toEqual({ date: '2021-07-24', kind: 'weekend', open: 0, limited: 0, closed: 0 })
  const strip = (await page('/sungai-uji/layanan?tanggal=2021-07-22')).querySelector('.strip')
  expect(wordsOf(strip)).toMatch(/Rab 21 ?1 terbatas.*Sab 24 ?Akhir pekan/)
  expect(strip?.querySelector('[aria-current=date]')?.textContent).toBe('Kam 22')
})

describe('a day that is over', () => {
  test('is shown as it was known at its end, and says so', async () => {
    const address = '/sungai-uji/layanan?tanggal=2021-07-19'
    const shown = await page(address)
    expect(wordsOf(shown.querySelector('.notice'))).toContain('Arsip: hari itu sudah lewat')
    expect(shown.querySelector('.strip')).toBeNull()
    expect(await table(address)).toContain('Loket Gama')
    expect((await ask('/api/v1/regions/63.98/services?date=2021-07-19')).json()).toMatchObject({
      known: '2021-07-19',
      is_past: true,
      ahead: [],
    })
  })

  test('does not change when the counters are named differently later', async () => {
    const before = (await ask('/api/v1/regions/63.98/services?date=2021-07-20')).json()
    served.moment = morning + 2 * 3_600_000
    await as(served.database.db, { region: '63.98', reach: 'region' }, (tx) =>
      saveFacts(
        tx,
        { units: [{ ...sampleUnit('kantor-c/loket', 'Loket Baru'), recorded: '2021-07-21T08:00' as never }] },
        { by: 'test', recorded: '2021-07-21T08:00' },
      ),
    )
    expect(await table('/sungai-uji/layanan')).toContain('Loket Baru')
    const wednesday = '/api/v1/regions/63.98/services?date=2021-07-19'
    expect((await ask(wednesday)).json().units[0].name).toBe('Loket Gama')
    expect((await ask(`${wednesday}&known=2021-07-21T09:00`)).json().units[0].name).toBe('Loket Baru')
    expect((await ask('/api/v1/regions/63.98/services?date=2021-07-20')).json()).toEqual(before)
  })
})

test('a district shows the units that are named after it, and what lies below them', async () => {
  await served.database.owner
    .insertInto('district')
    .values([
      { region_id: '63.98', code: '63.98.01', name: 'Gama' },
      { region_id: '63.98', code: '63.98.02', name: 'Sunyi' },
    ])
    .execute()
  served.moment += 600_000
  expect(await table('/sungai-uji/layanan?kecamatan=63.98.01')).toContain('butir c6')
  expect(await table('/sungai-uji/layanan?kecamatan=63.98.02')).toContain('Tidak ada unit yang cocok.')
  const { units } = (await ask('/api/v1/regions/63.98/services?district=63.98.01&search=loket')).json()
  expect(units).toMatchObject([{ unit: 'kantor-c/loket', district: '63.98.01' }])
  expect((await ask('/sungai-uji/layanan?kecamatan=x')).statusCode).toBe(400)
})

describe('what anybody reads', () => {
  test.each(['/sungai-uji/layanan', '/sungai-uji/layanan/kantor-c%2Floket', '/api/v1/regions/63.98/services'])(
    '%s is kept for a minute, and then asked for without being written again',
    async (url) => {
      const first = await openly(url)
      expect(first.statusCode).toBe(200)
      expect(first.headers['cache-control']).toBe('public, max-age=60')
      const etag = String(first.headers.etag)
      const second = await openly(url, { 'if-none-match': etag })
      expect([second.statusCode, second.body]).toEqual([304, ''])
      expect((await openly(`${url}?bahasa=en`, { 'if-none-match': etag })).statusCode).not.toBe(304)
    },
  )

  test('is kept by nobody for whoever has signed in', async () => {
    const { headers } = await ask('/sungai-uji/layanan')
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'private, no-cache'])
  })

  test('names no person and no number of one', async () => {
    await served.database.owner.updateTable('employee_version').set({ nip: '198503022010011234' }).execute()
    const people = await served.database.owner.selectFrom('employee_version').select(['name', 'nip']).execute()
    const open = [
      'layanan',
      'layanan?tanggal=2021-07-19',
      'layanan/kantor-c%2Floket',
      'layanan/kantor-c%2Floket/poster',
    ]
    const pages = [...open, 'pengaduan', 'pengaduan/lacak', 'pengaduan/lacak?kode=x', 'pengaduan/terkirim']
    for (const address of [...pages.map((one) => `/sungai-uji/${one}`), '/api/v1/regions/63.98/services']) {
      const { body } = await openly(address)
      const found = people.flatMap(({ name, nip }) => [name, nip ?? name]).filter((one) => body.includes(one))
      expect([address, found]).toEqual([address, []])
    }
  })
})

describe('a unit', () => {
  test('has a page of its own with the days ahead, and a poster with the ways there', async () => {
    const own = await openly('/sungai-uji/layanan/kantor-c%2Floket')
    expect(wordsOf(documentOf(own.body).querySelector('tbody'))).toMatch(
      /Terbatas.*jam terbatas.*butir c6.*Akhir pekan/,
    )
    const poster = await openly('/sungai-uji/layanan/kantor-c%2Floket/poster')
    const codes = [...documentOf(poster.body).querySelectorAll('.poster .code')].map((one) => one.textContent ?? '')
    expect(codes.map((one) => one.replace(/^https?:\/\/[^/]+/, ''))).toEqual([
      '/sungai-uji/layanan/kantor-c%2Floket',
      '/sungai-uji/pengaduan?unit=kantor-c%2Floket',
    ])
    for (const one of codes) expect((await openly(new URL(one).pathname + new URL(one).search)).statusCode).toBe(200)
    for (const { body } of [own, poster]) expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  })

  test('that is none, or of another region, has none', async () => {
    for (const address of ['sungai-uji/layanan/dinas-x', 'tetangga/layanan/kantor-c', 'tidak-ada/layanan/dinas-a']) {
      expect((await openly(`/${address}`)).statusCode).toBe(404)
      expect((await openly(`/${address}/poster`)).statusCode).toBe(404)
    }
  })
})
