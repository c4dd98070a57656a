import { afterAll, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { circular, scriptInTitle, serveRegion } from '../../testing/served-region.ts'
import { sha256 } from './service.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const json = async (address: string) => (await ask(`/api/v1/regions/63.98${address}`)).json()
const page = async (address: string) => documentOf((await ask(address)).body)

test('every document a region knows, a proposal named as one', async () => {
  const list = await json('/circulars')
  expect(
    list.map(({ id, status, recorded, recorded_by }: Record<string, unknown>) => [id, status, recorded, recorded_by]),
  ).toEqual([
    ['uji-2021-07', 'in_force', '2021-07-16T00:00', 'issued_on'],
    ['uji-usulan-2021-07', 'proposed', '2021-07-17T00:00', 'presented_on'],
  ])
  const document = await page('/sungai-uji/edaran')
  expect([...document.querySelectorAll('main h2')].map(wordsOf)).toEqual([scriptInTitle, 'Usulan semua dari rumah'])
})

test.each([
  ['2021-07-18', 'upcoming', 'akan berlaku', 'will apply', 'Minggu, 18 Juli 2021', 'Sunday, 18 July 2021'],
  ['2021-07-19', 'in_force', 'berlaku', 'in force', 'Senin, 19 Juli 2021', 'Monday, 19 July 2021'],
  ['2021-08-31', 'in_force', 'berlaku', 'in force', 'Selasa, 31 Agustus 2021', 'Tuesday, 31 August 2021'],
  ['2021-09-01', 'expired', 'berakhir', 'ended', 'Rabu, 1 September 2021', 'Wednesday, 1 September 2021'],
])('asked about %s, a document is %s on every page and for machines', async (day, status, id, en, hari, on) => {
  const statusesOf = (list: Record<string, unknown>[]) => list.map((one) => one.status)
  expect(statusesOf(await json(`/circulars?date=${day}`))).toEqual([status, 'proposed'])
  expect((await json(`/circulars/uji-2021-07?date=${day}`)).status).toBe(status)
  for (const [language, word, told] of [
    ['id', id, hari],
    ['en', en, on],
  ] as const) {
    const list = await page(`/sungai-uji/edaran?tanggal=${day}&bahasa=${language}`)
    expect([...list.querySelectorAll('.ds-tag')].map(wordsOf)).toEqual([
      word,
      language === 'id' ? 'usulan' : 'proposal',
    ])
    expect(wordsOf(list.querySelector('.head'))).toContain(told)
    const link = list.querySelector('main h2 a')?.getAttribute('href') ?? ''
    expect(link).toContain(`?tanggal=${day}`)
    expect(wordsOf((await page(`${link}&bahasa=${language}`)).querySelector('.head'))).toContain(`${told}: ${word}`)
  }
})

test('a proposal is called one, once', async () => {
  const head = (await page('/sungai-uji/edaran/uji-usulan-2021-07')).querySelector('.head p')
  expect(wordsOf(head)).toBe('usulan')
})

test('as known before a document was filed, it is not there', async () => {
  expect(await json('/circulars?known=2021-07-15')).toEqual([])
  expect(await json('/circulars?known=2021-07-16')).toHaveLength(1)
})

test('the text is served byte for byte, under its fingerprint', async () => {
  const { body, headers } = await ask('/sungai-uji/edaran/uji-2021-07/naskah.yaml')
  expect(body).toBe(circular)
  expect(headers['content-type']).toBe('text/yaml; charset=utf-8')
  expect((await json('/circulars/uji-2021-07')).sha256).toBe(sha256(circular))
})

test('the reason stands first, then every clause as a sentence with its source', async () => {
  const document = await page('/sungai-uji/edaran/uji-2021-07')
  expect(wordsOf(document.querySelector('.cols section'))).toMatch(/^MenimbangAlasan: virus masuk klaster pegawai/)
  const { sentences } = await json('/circulars/uji-2021-07')
  const clauses = [...document.querySelectorAll('[aria-labelledby=butir] > ol > li')]
  expect(clauses.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
  for (const clause of clauses) expect(wordsOf(clause)).toContain(sentences[clause.id].id.replaceAll(/\s+/g, ' '))
  expect(wordsOf(clauses[0] ?? null)).toMatch(/paling banyak 50 ?(%|persen)/)
  expect(wordsOf(clauses[0] ?? null)).toContain('Uji, nomor 2')
})

test('an open question counts whom each other reading would move', async () => {
  const questions = (await page('/sungai-uji/edaran/uji-2021-07')).querySelector('[aria-labelledby=pertanyaan]')
  expect(wordsOf(questions)).toContain('Dihitung untuk Rabu, 21 Juli 2021')
  expect(wordsOf(questions)).toContain('seperti tertulis – bacaan yang dipakai')
  expect(wordsOf(questions)).toMatch(
    /butir x1 \(penempatan\): Kantor Gama wajib bekerja di rumah – berubah bagi 3 orang/,
  )
})

test('a question holds something back until it is answered; then it says by whom and when', async () => {
  const lines = async (query: string) => {
    const circular = await page(`/sungai-uji/edaran/uji-2021-07${query}`)
    const day = await page(`/sungai-uji${query}`)
    return [circular, day].map((one) => wordsOf(one.querySelector('[aria-labelledby=pertanyaan] li .quiet')))
  }
  const before = '?per=2021-07-16T10:00'
  expect(await lines(before)).toEqual(Array(2).fill('belum dijawab BKPSDM · menahan jadwal'))
  expect(await lines('')).toEqual(Array(2).fill('dijawab BKPSDM, tanggal 17 Juli 2021'))
  expect(await lines('?bahasa=en')).toEqual(Array(2).fill('answered by the personnel agency (BKPSDM) on 17 July 2021'))
  const asked = async (known: string) => (await json(`/day?known=${known}`)).questions[0]
  expect(await asked('2021-07-16T10:00')).toMatchObject({ answered: null, blocks: 'roster' })
  const answered = { by: 'bkpsdm', recorded: '2021-07-17T08:00' }
  expect(await asked('2021-07-21')).toMatchObject({ answered, blocks: 'none', used: 'literal' })
  expect((await json('/circulars/uji-2021-07')).answers).toEqual({ q1: { ...answered, reading: 'literal' } })
})

test('outside its period the effect is counted on the nearest day inside', async () => {
  const before = (await page('/sungai-uji/edaran/uji-2021-07?tanggal=2020-01-01')).querySelector(
    '[aria-labelledby=pertanyaan]',
  )
  expect(wordsOf(before)).toContain('Dihitung untuk Senin, 19 Juli 2021')
})

test('figures are added up again', async () => {
  const figures = wordsOf((await page('/sungai-uji/edaran/uji-2021-07')).querySelector('[aria-labelledby=angka]'))
  expect(figures).toMatch(/1\.219.*=.*1\.136.*\+.*31.*\+.*52/)
  expect(figures).toContain('Hitungan cocok')
})

test('a proposal can be simulated, and says that it is no rule', async () => {
  const document = await page('/sungai-uji/edaran/uji-usulan-2021-07')
  expect(wordsOf(document.querySelector('.notice'))).toContain('Ini usulan.')
  expect(document.querySelector('.notice a')?.getAttribute('href')).toBe(
    '/sungai-uji?tanggal=2021-07-21&simulasi=2021-07-21',
  )
  expect((await page('/sungai-uji/edaran/uji-2021-07')).querySelector('.notice')).toBeNull()
})

test('a title with a script in it is text', async () => {
  for (const address of ['/sungai-uji/edaran', '/sungai-uji/edaran/uji-2021-07', '/sungai-uji']) {
    const { body } = await ask(address)
    expect(body).not.toContain('<script>')
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain(scriptInTitle)
  }
})

test('a document of one region is not known in another', async () => {
  expect((await ask('/tetangga/edaran/uji-2021-07')).statusCode).toBe(404)
  expect((await ask('/api/v1/regions/63.99/circulars')).json()).toEqual([])
})
