/** Letters that do one thing to a document: its end moves, or it ends; and how its questions are read. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const sessions: Record<string, string> = {}
const officer = (name: string, role: GrantedRole) => officerSession(database.db, '63.98', { name, role })
beforeAll(async () => {
  sessions.bela = await officer('Bela', 'organisation_bureau')
  sessions.bupati = await officer('Bupati', 'regional_head')
})

const get = (path: string, who = 'bela') =>
  app.inject({ url: `/sungai-uji/${path}`, cookies: { piket: sessions[who] ?? '' } })

type Form = Readonly<Record<string, string>>
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'
function send(path: string, form: Form, { who = 'bela', file = pdf }: { who?: string; file?: string } = {}) {
  const part = (head: string, body: string) => `--batas\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const fields = Object.entries(form).map(([name, value]) => part(`name="${name}"`, value))
  const letter = file === '' ? '' : part('name="surat"; filename="s.pdf"', file)
  return app.inject({
    method: 'POST',
    url: `/sungai-uji/edaran/${path}`,
    cookies: { piket: sessions[who] ?? '' },
    headers: { 'content-type': 'multipart/form-data; boundary=batas' },
    payload: `${fields.join('')}${letter}--batas--\r\n`,
  })
}
const letter = (change: Form) => ({
  ...{ nomor: randomUUID(), nomor_surat: `800/${randomUUID().slice(0, 4)}/UJI` },
  ...{ tanggal_surat: '2021-07-21', penandatangan: 'Rahmat Uji' },
  ...change,
})
const own = 'uji-2021-07'
const stands = async (day: string) => {
  const list = await app.inject({ url: `/api/v1/regions/sungai-uji/circulars?date=${day}` })
  return (list.json() as { id: string; status: string }[]).find(({ id }) => id === own)?.status
}

test('an extension is one act: the end moves, the old days stay, and sent twice it is one', async () => {
  const page = await get(`edaran/${own}/tindak`)
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  expect(page.body).toContain('Sekarang berlaku sampai Selasa, 31 Agustus 2021')
  expect((await get(`edaran/${own}/tindak`, 'bupati')).statusCode).toBe(403)
  expect([await stands('2021-08-31'), await stands('2021-09-15')]).toEqual(['in_force', 'expired'])
  const form = letter({ sampai: '2021-09-30' })
  const first = await send(`${own}/perpanjang`, form)
  expect([first.statusCode, first.headers.location]).toEqual([303, `/sungai-uji/edaran/${own}-perpanjangan`])
  expect((await send(`${own}/perpanjang`, form)).headers.location).toBe(first.headers.location)
  expect((await send(`${own}/perpanjang`, { ...form, nomor_surat: 'lain' })).body).toContain('form-used')
  expect([await stands('2021-08-31'), await stands('2021-09-15')]).toEqual(['in_force', 'in_force'])
  expect((await get(`edaran/${own}`)).body).toContain('sekarang sampai Kamis, 30 September 2021')
  const shown = await get(`edaran/${own}-perpanjangan`)
  expect(wordsOf(documentOf(shown.body).querySelector('main'))).toContain('memperpanjang')
  const next = await send(`${own}/perpanjang`, letter({ sampai: '2021-10-31' }))
  expect(next.headers.location).toBe(`/sungai-uji/edaran/${own}-perpanjangan-2`)
  expect(await stands('2021-10-15')).toBe('in_force')
  const ofIt = await send(`${own}-perpanjangan/cabut`, letter({ sejak: '2021-08-20' }))
  expect(ofIt.body).toContain('act-without-clauses')
  expect((await send(`${own}/perpanjang`, { ...form, sampai: '2021-12-31' })).body).toContain('form-used')
})

test.each<[string, string, Form, string]>([
  ['an end that is not later', 'perpanjang', { sampai: '2021-08-30' }, 'act-end-not-later'],
  ['no new end', 'perpanjang', { sampai: '' }, 'signing-incomplete'],
  ['no number', 'perpanjang', { sampai: '2021-12-31', nomor_surat: ' ' }, 'signing-incomplete'],
  [
    'the number of another one',
    'perpanjang',
    { sampai: '2021-12-31', nomor_surat: '800/7/UJI' },
    'signing-number-taken',
  ],
  ['a revocation of days that were lived', 'cabut', { sejak: '2021-07-20' }, 'act-from-early'],
  ['a day that is none', 'cabut', { sejak: '2021-02-30' }, 'form-invalid'],
])('%s is refused, and what was typed stays', async (_, path, change, code) => {
  const refused = refusedIn(await send(`${own}/${path}`, letter(change)))
  expect(refused).toMatchObject({ code, typed: { penandatangan: 'Rahmat Uji' } })
})

test('a letter that is none, or none at all, is refused; so is an act on what never was law, or by others', async () => {
  const later = letter({ sampai: '2021-12-31' })
  expect((await send(`${own}/perpanjang`, later, { file: 'GIF89a' })).body).toContain('signing-no-pdf')
  expect((await send(`${own}/perpanjang`, later, { file: '' })).body).toContain('suratnya belum dipilih')
  expect((await send('tidak-ada/perpanjang', later)).statusCode).toBe(404)
  expect((await send(`${own}/perpanjang`, later, { who: 'bupati' })).statusCode).toBe(403)
})

test('an answer to a question counts from now on, and not in what was known before', async () => {
  const { open_questions } = (await app.inject({ url: `/api/v1/regions/sungai-uji/circulars/${own}` })).json().document
  const question = open_questions[0]
  const other = question.readings.find(
    ({ id, impossible }: { id: string; impossible?: string }) => id !== question.used && impossible === undefined,
  )
  const answer = (bacaan: string, who = 'bela') =>
    app.inject({
      method: 'POST',
      url: `/sungai-uji/edaran/${own}/jawab`,
      cookies: { piket: sessions[who] ?? '' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ pertanyaan: question.id, bacaan }).toString(),
    })
  expect((await answer('tidak-ada')).body).toContain('draft-reading-gone')
  expect((await answer(other.id, 'bupati')).statusCode).toBe(403)
  for (let times = 0; times < 2; times++) expect((await answer(other.id)).statusCode).toBe(303)
  const answers = async (query = '') =>
    (await app.inject({ url: `/api/v1/regions/sungai-uji/circulars/${own}${query}` })).json().answers[question.id]
  expect((await answers())?.reading).toBe(other.id)
  expect((await answers('?known=2021-07-20'))?.reading).not.toBe(other.id)
  const given = await database.owner
    .selectFrom('event')
    .where('kind', '=', 'question-answered')
    .select('kind')
    .execute()
  expect(given).toHaveLength(1)
})

test('a revocation ends it the day before', async () => {
  const made = await send(`${own}/cabut`, letter({ sejak: '2021-08-10' }))
  expect(made.headers.location).toBe(`/sungai-uji/edaran/${own}-pencabutan`)
  expect([await stands('2021-08-09'), await stands('2021-08-10')]).toEqual(['in_force', 'revoked'])
  expect((await send(`${own}/perpanjang`, letter({ sampai: '2021-12-31' }))).body).toContain('act-ended')
  expect((await send(`${own}/cabut`, letter({ sejak: '2021-08-12' }))).body).toContain('act-ended')
})
