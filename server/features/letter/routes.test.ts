/** Documents on paper: every clause with the names of its units, the way to the public page, and always the same bytes. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { openPress } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { constructs } from '../../../tests/circulars/folder.ts'
import { pdfSquares, pdfText } from '../../testing/pdf-text.ts'
import { circular, scriptInTitle, serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import { fileCircular, sha256 } from '../circular/service.ts'
import { findRegion } from '../region/service.ts'
import { letterOf } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

let piket = ''
beforeAll(async () => {
  piket = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' })
})

const get = (path: string) => app.inject({ url: `/sungai-uji/${path}`, cookies: { piket } })

async function post(path: string, form: Readonly<Record<string, string>>) {
  const answer = await app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    cookies: { piket },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
  expect(answer.statusCode).toBe(303)
}

async function begun(naskah: string): Promise<string> {
  const nomor = randomUUID()
  await post('konsep', { nomor, naskah })
  return nomor
}

/** The words of all pages, however they were broken. */
const wordsOf = (pdf: Buffer) => pdfText(pdf).join(' ').replaceAll(/\s+/g, '')
const unbroken = (words: string) => words.replaceAll(/\s+/g, '')

/** The source of the region’s document as one that was signed. */
const signedText = circular
  .replace('{id: u, type: invented, publisher: Uji}', '{id: u, type: signed_letter, publisher: bupati}')
  .replace(/^id: .*$/m, 'id: uji-bertanda')
  .replace('800/7/UJI', '800/8/UJI')

test('a filed document is a letter for everybody, with number, subject, clauses, units and the way to its page', async () => {
  const { doc } = parseCircular('x', signedText)
  if (!doc) throw new Error('The text does not parse.')
  await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
    fileCircular(tx, signedText, doc, { by: 'test', now: '2021-07-16T10:00' }),
  )
  const answer = await app.inject({ url: '/sungai-uji/edaran/uji-bertanda/naskah.pdf', headers: { host: 'piket.uji' } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const words = wordsOf(answer.rawPayload)
  const units = { 'dinas-a': 'Dinas Alfa', 'dinas-b': 'Dinas Beta', 'kantor-c/loket': 'Loket Gama' }
  const named = (unit: string) => units[unit as keyof typeof units] ?? unit
  const numbers = (clause: string) => clause.replace('c', '')
  const sentences = doc.clauses.map((clause) => clauseSentence(clause, doc, named, numbers).id)
  expect(sentences).toHaveLength(7)
  for (const said of [
    ...['PEMERINTAH KABUPATEN SUNGAI UJI', 'BUPATI SUNGAI UJI', 'SURAT EDARAN', 'NOMOR 800/8/UJI', 'TENTANG'],
    ...['16 Juli 2021', 'bahwa virus masuk klaster pegawai', 'Instruksi Gubernur Nomor 1/UJI tanggal 10 Juli 2021'],
    ...sentences,
    ...['Loket yang selalu buka:', 'Loket Gama (Kantor Gama)', 'berlaku sejak 19 Juli 2021, sampai 31 Agustus 2021'],
    ...['Rahmat Uji', sha256(signedText).slice(0, 16), 'http://piket.uji/sungai-uji/edaran/uji-bertanda', '1 / '],
  ])
    expect(words).toContain(unbroken(said))
  expect(words).not.toMatch(/KONSEP|BUKANSURATASLI|Tembusan/)
  // A title is only text.
  expect(words).toContain(unbroken(scriptInTitle.toUpperCase()))

  const code = encode('http://piket.uji/sungai-uji/edaran/uji-bertanda').data
  const dark = code.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
  expect([...pdfSquares(answer.rawPayload)].toSorted()).toEqual(dark.toSorted())
})

test('one of which only the press has told says so', async () => {
  const answer = await served.ask('/sungai-uji/edaran/uji-2021-07/naskah.pdf')
  expect(wordsOf(answer.rawPayload)).toContain(unbroken('BUKAN SURAT ASLI. Disusun dari Uji; bukan salinan surat'))
  expect((await served.ask('/sungai-uji/edaran/tidak-ada/naskah.pdf')).statusCode).toBe(404)
})

test('asked for by many at once it is made once', async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, () =>
      app.inject({ url: '/sungai-uji/edaran/uji-2021-07/naskah.pdf?', headers: { host: 'lain.uji' } }),
    ),
  )
  expect(new Set(all.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
})

test('a draft bears the mark of one, and room for what is not decided', async () => {
  const draft = await begun(circular.replace(/^id: .*$/m, 'id: uji-konsep'))
  const particulars = { perihal: 'Giliran', nomor_surat: '', tanggal_surat: '2021-07-16', mulai: '', sampai: '' }
  const paper = { tempat: 'Uji', tujuan: 'Para Camat\r\nPara Lurah', tembusan: 'Gubernur Uji' }
  await post(`konsep/${draft}/surat`, { nomor: randomUUID(), dibaca: '0', ...particulars, ...paper })
  const { statusCode, rawPayload } = await get(`konsep/${draft}/surat.pdf`)
  expect(statusCode).toBe(200)
  const words = wordsOf(rawPayload)
  for (const said of [
    ...[
      'KONSEP. Belum ditandatangani dan belum berlaku.',
      'NOMOR ....',
      'Uji, 16 Juli 2021',
      'Yth. 1. Para Camat 2. Para Lurah',
    ],
    'Tembusan: 1. Gubernur Uji',
  ])
    expect(words).toContain(unbroken(said))
  expect((await get(`konsep/${draft}`)).body).toContain(`/sungai-uji/konsep/${draft}/surat.pdf`)
  expect((await get(`konsep/${randomUUID()}/surat.pdf`)).statusCode).toBe(404)
})

test('what would be a program if it were not data is words', async () => {
  const hostile = '#panic("x") \\ $a$ *b* @c <d> `e`'
  const draft = await begun(
    circular.replace(/^id: .*$/m, 'id: uji-jahat').replace(/^title: .*$/m, `title: '${hostile}'`),
  )
  expect(wordsOf((await get(`konsep/${draft}/surat.pdf`)).rawPayload)).toContain(unbroken(hostile.toUpperCase()))
})

test('the same text makes the same bytes, in whichever process', async () => {
  const template = '#set document(date: none)\n#let it = json(bytes(sys.inputs.data))\n#it.word'
  const [one, other] = await Promise.all([openPress(), openPress()].map((press) => press(template, { word: 'Sama' })))
  expect(one && !isRefusal(one) && one.equals(other as Buffer)).toBe(true)

  const region = await findRegion(database.db, 'sungai-uji')
  const { doc } = parseCircular('x', signedText)
  if (!region || !doc) throw new Error('The region or the document is not there.')
  const made = (text: string) => letterOf(app, region, 'http://piket.uji', { doc, text }) as Promise<Buffer>
  const first = await made(signedText)
  // Another text in between, and so many that none is kept.
  for (let count = 0; count < 51; count++) expect((await made(`${signedText}\n# ${count}`)).equals(first)).toBe(false)
  expect((await made(signedText)).equals(first)).toBe(true)
}, 60_000)

const { docs } = constructs.loadCirculars()
test.each([...docs.values()].map((doc) => [doc.id, doc] as const))('the construct %s is set', async (_, doc) => {
  const region = await findRegion(database.db, 'sungai-uji')
  if (!region) throw new Error('The region is not there.')
  const pdf = await letterOf(app, region, 'http://piket.uji', { doc, text: doc.id })
  if (isRefusal(pdf)) throw new Error(pdf.refused)
  expect(wordsOf(pdf)).toContain(unbroken(doc.title.toUpperCase()))
})
