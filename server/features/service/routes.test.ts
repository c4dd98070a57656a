import { afterAll, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const page = async (address: string) => documentOf((await ask(address)).body)
const table = async (address: string) => wordsOf((await page(address)).querySelector('[aria-labelledby=layanan]'))

test('what the public finds: the state, the hours and the protocol, each with its clause', async () => {
  const services = (await ask('/api/v1/regions/63.98/services')).json()
  expect(services).toEqual({
    date: '2021-07-21',
    kind: 'workday',
    units: [
      {
        unit: 'kantor-c/loket',
        name: 'Loket Gama',
        services: [
          { circular: 'uji-2021-07', clause: 'c6', public: 'limited', hours: '08.00-12.00 WITA', protocol: 'health' },
        ],
      },
    ],
  })
  const document = await page('/sungai-uji/layanan')
  expect(wordsOf(document.querySelector('tbody tr'))).toMatch(
    /^Loket Gama · Kantor Gama ?Terbatas ?08\.00-12\.00 WITA ?butir c6 · protokol kesehatan$/,
  )
  expect(document.querySelector('tbody a')?.getAttribute('href')).toBe(
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
  expect(services).toEqual({ date: day, kind, units: [] })
  const shown = await table(`/sungai-uji/layanan?tanggal=${day}`)
  expect(shown).toContain(said)
  expect(shown).not.toContain('Tidak ada surat')
})

test('on a day without a circular no service is ruled', async () => {
  expect((await ask('/api/v1/regions/63.98/services?date=2021-09-01')).json().units).toEqual([])
  expect(await table('/sungai-uji/layanan?tanggal=2021-09-01')).toContain('Tidak ada surat yang mengatur layanan')
})
