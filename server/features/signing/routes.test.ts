/** A draft becomes law when its signed letter is kept; whatever holds it back is said, and nothing is saved by halves. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPdf } from '../../testing/api.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

let piket = ''
beforeAll(async () => {
  piket = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' })
})

const get = (path: string) => app.inject({ url: `/sungai-uji/${path}`, cookies: { piket } })
type Form = Readonly<Record<string, string>>
const post = (path: string, form: Form) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    cookies: { piket },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })

function send(path: string, form: Form, file: Buffer | undefined = smallPdf) {
  const boundary = 'batas'
  const fields = Object.entries(form).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="surat"; filename="s.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  const parts = file ? [Buffer.from(head), file, Buffer.from('\r\n')] : []
  return app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    cookies: { piket },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(fields.join('')), ...parts, Buffer.from(`--${boundary}--\r\n`)]),
  })
}

async function begun(form: Form = { dari: 'hari-dari-rumah' }): Promise<string> {
  const nomor = randomUUID()
  expect((await post('konsep', { nomor, ...form })).statusCode).toBe(303)
  return nomor
}
const signature = (change: Form = {}) => ({
  ...{ nomor: randomUUID(), dibaca: '0', nomor_surat: `800/${randomUUID().slice(0, 4)}/UJI` },
  ...{ tanggal_surat: '2021-07-20', mulai: '2021-08-02', sampai: '2021-08-31', penandatangan: 'Rahmat Uji' },
  beda: 'Pindaian surat bertanda tangan basah',
  ...change,
})
const documents = async () => {
  const { rows } = { rows: await database.owner.selectFrom('circular_version').select('circular_id').execute() }
  return rows.map((row) => row.circular_id)
}

test('the signed letter makes it law, from the moment it is kept; sent twice it is once', async () => {
  const draft = await begun()
  const path = `konsep/${draft}/tanda-tangan`
  const page = await get(path)
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  expect(page.body).toContain('Tidak ada yang menahan.')
  const form = signature()
  const kept = await send(path, form)
  expect(kept.statusCode).toBe(303)
  const circularPage = String(kept.headers.location)
  expect((await send(path, form)).headers.location).toBe(circularPage)
  const shown = await get(circularPage.slice('/sungai-uji/'.length))
  const words = wordsOf(documentOf(shown.body).querySelector('main'))
  expect(words).toContain(form.nomor_surat)
  expect(words).toContain('ditandatangani Rahmat Uji')
  expect(words).toContain('bukan berkas yang dibuat Piket: Pindaian surat bertanda tangan basah')
  const letter = await app.inject({ url: `${circularPage}/surat.pdf` })
  expect([letter.statusCode, letter.rawPayload.equals(smallPdf)]).toEqual([200, true])
  // It was known when it was kept, not on the day that the letter bears.
  const [version] = await database.owner
    .selectFrom('circular_version')
    .where('draft_id', '=', draft)
    .select(['recorded_by', 'source'])
    .execute()
  expect(version?.recorded_by).toBe('filed_at')
  expect(version?.source).toContain('status: in_force')
  expect((await get(`konsep/${draft}`)).body).toContain('sudah ditandatangani')
  expect((await get(path)).headers.location).toBe(circularPage)
  const kinds = await database.owner.selectFrom('event').select('kind').where('kind', 'like', 'circular-%').execute()
  expect(kinds.filter(({ kind }) => kind === 'circular-signed')).toHaveLength(1)
  // On its first Friday it is the rule.
  const friday = await app.inject({ url: '/sungai-uji?tanggal=2021-08-06' })
  expect(friday.body).toContain(form.nomor_surat)
})

test('one that replaces another ends it the day before its own first day', async () => {
  const draft = await begun({ dari: 'uji-2021-07', hubungan: 'replaces' })
  expect((await send(`konsep/${draft}/tanda-tangan`, signature({ mulai: '2021-08-16' }))).statusCode).toBe(303)
  const stands = async (day: string) => {
    const { json } = await app.inject({ url: `/api/v1/regions/sungai-uji/circulars?date=${day}` })
    return (json() as { id: string; status: string }[]).find(({ id }) => id === 'uji-2021-07')?.status
  }
  expect([await stands('2021-08-13'), await stands('2021-08-16')]).toEqual(['in_force', 'replaced'])
})

test.each<[string, Form, string]>([
  ['lacks its number', { nomor_surat: '' }, 'signing-incomplete'],
  ['has no end and no review', { sampai: '' }, 'signing-incomplete'],
  ['ends before it starts', { sampai: '2021-08-01' }, 'signing-blocked'],
  ['has the number of another one', { nomor_surat: '800/7/UJI' }, 'signing-number-taken'],
  ['was changed since it was read', { dibaca: '7' }, 'signing-read-anew'],
  ['has a day that is none', { mulai: '2021-02-30' }, 'form-invalid'],
  ['bears a date that has not come', { tanggal_surat: '2021-07-29' }, 'signing-date-ahead'],
  ['has the number of another one, typed otherwise', { nomor_surat: ' 800/7/uji' }, 'signing-number-taken'],
  ['is another file and does not say why', { beda: ' ' }, 'signing-differs-why'],
])('one that %s is refused; nothing is kept, and what was typed stays', async (_, change, code) => {
  const draft = await begun()
  const before = await documents()
  const refused = refusedIn(await send(`konsep/${draft}/tanda-tangan`, signature(change)))
  expect(refused).toMatchObject({ code, typed: { penandatangan: 'Rahmat Uji' } })
  expect(await documents()).toEqual(before)
  expect((await get(`konsep/${draft}/naskah.yaml`)).body).toContain('status: draft')
})

test.each([
  ['no file', undefined, 'signing-incomplete'],
  ['a file that is no PDF', Buffer.from('GIF89a'), 'signing-no-pdf'],
  ['a PDF that stops half-way', Buffer.from('%PDF-1.7\n1 0 obj'), 'signing-no-pdf'],
  ['a file that is too large', Buffer.concat([smallPdf, Buffer.alloc(11 * 1024 * 1024)]), 'too-large'],
])('%s is refused', async (_, file, code) => {
  const draft = await begun()
  const answer = await send(`konsep/${draft}/tanda-tangan`, signature(), file ?? Buffer.alloc(0))
  expect(answer.body).toContain(file ? code : 'signing-')
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
})

test('open questions that hold it back are named, and no longer once they are answered', async () => {
  const draft = await begun({
    dari: '',
    naskah: circular.replace(/^id: .*$/m, 'id: uji-baru').replace(/blocks: \w+/g, 'blocks: publication'),
  })
  const path = `konsep/${draft}/tanda-tangan`
  const refused = await send(path, signature())
  expect(refusedIn(refused)).toMatchObject({ status: 409, code: 'signing-blocked' })
  expect((await get(path)).body).toContain('Betulkan atau jawab dahulu')
})

/** A text of an own document, changed in some lines. */
const naskah = (...changes: readonly (readonly [RegExp, string])[]) =>
  changes
    .reduce((text, [from, to]) => text.replace(from, to), circular)
    .replace(/^id: .*$/m, 'id: uji-lain')
    .replace(/blocks: \w+/g, 'blocks: none')

test.each([
  ['of another region', naskah([/^region: .*$/m, 'region: tetangga']), 'signing-elsewhere'],
  ['of the nation', naskah([/^level: .*$/m, 'level: national']), 'signing-elsewhere'],
  ['that rules nothing', naskah([/^clauses:[\s\S]*?(?=^\w)/m, 'clauses: []\n']), 'signing-empty'],
  ['with a name that no address holds', naskah().replace('uji-lain', 'u'.repeat(90)), 'signing-id-unusable'],
])('a text %s does not become law', async (_, text, code) => {
  const draft = await begun({ dari: '', naskah: text })
  expect((await send(`konsep/${draft}/tanda-tangan`, signature())).body).toContain(code)
})

test('two changes that do not fit one after the other do not stop the region: the second is refused', async () => {
  const change = (id: string, set: string) => `
piket: circular/1
id: ${id}
kind: circular
status: draft
level: regency
region: sungai-uji
number: null
title: Perubahan ${id}
issued_on: null
issuer: {office: bupati, signed_by: null}
in_force: {from: null, until: null}
relations: [{type: amends, target: uji-2021-07, from: 2021-08-20, set: ${set}}]
basis: []
sources: [{id: n, type: draft, publisher: bupati}]
groups: {}
clauses: []
open_questions: []
`
  const first = await begun({ dari: '', naskah: change('ubah-satu', '{clauses.c7: null}') })
  const second = await begun({ dari: '', naskah: change('ubah-dua', '{clauses.c7.force: should}') })
  expect((await send(`konsep/${first}/tanda-tangan`, signature())).statusCode).toBe(303)
  // The second letter bears an earlier date, and is kept later.
  const late = await send(`konsep/${second}/tanda-tangan`, signature({ tanggal_surat: '2021-07-01' }))
  expect(late.body).toMatch(/signing-(breaks|blocked)/)
  expect((await app.inject({ url: '/sungai-uji?tanggal=2021-08-25' })).statusCode).toBe(200)
})

/** What the draft says of the letter, in its own form. */
async function stated(draft: string, { nomor_surat, tanggal_surat, mulai, sampai, penandatangan, tinjau = '' }: Form) {
  const of = { nomor: randomUUID(), dibaca: '0', perihal: 'Hari kerja dari rumah' }
  const values = { nomor_surat, tanggal_surat, mulai, sampai, penandatangan, tinjau } as Form
  expect((await post(`konsep/${draft}/surat`, { ...of, ...values })).statusCode).toBe(303)
}
const letterOf = (draft: string) => get(`konsep/${draft}/tanda-tangan/surat.pdf`)
const appended = Buffer.from('\n9 0 obj\n<</Type /Sig /ByteRange [0 1 2 3]>>\nendobj\n%%EOF\n')

test('the letter that was made, with a signature appended, is the same text: nobody needs to say so', async () => {
  const draft = await begun()
  const page = await get(`konsep/${draft}/tanda-tangan`)
  expect(page.body).toContain(`/sungai-uji/konsep/${draft}/tanda-tangan/surat.pdf`)
  const early = await letterOf(draft)
  expect([early.statusCode, early.body.includes('letter-unready')]).toEqual([409, true])

  const form = signature({ dibaca: '1', beda: '' })
  await stated(draft, form)
  const { rawPayload: made } = await letterOf(draft)
  const words = pdfText(made).join(' ')
  expect(words).toContain(form.nomor_surat)
  expect(words).not.toContain('KONSEP')
  const path = `konsep/${draft}/tanda-tangan`
  expect(refusedIn(await send(path, form, made))).toMatchObject({ code: 'signing-unsigned' })
  const noSignature = Buffer.concat([made, Buffer.from('\n%%EOF\n')])
  expect(refusedIn(await send(path, form, noSignature))).toMatchObject({ code: 'signing-differs-why' })

  const signed = Buffer.concat([made, appended])
  const kept = await send(path, form, signed)
  expect(kept.statusCode).toBe(303)
  expect((await send(path, form, signed)).headers.location).toBe(kept.headers.location)
  const circularPage = String(kept.headers.location).slice('/sungai-uji/'.length)
  const shown = wordsOf(documentOf((await get(circularPage)).body).querySelector('main'))
  expect(shown).toContain('sama dengan surat yang dibuat Piket dari naskah ini, dibandingkan byte demi byte')
  // The text that became law makes the letter that was signed.
  expect((await get(`${circularPage}/naskah.pdf`)).rawPayload.equals(made)).toBe(true)
  expect((await letterOf(draft)).body).toContain('draft-ended')
})

test('signed with another number than the letter bears, it is another letter', async () => {
  const draft = await begun()
  const form = signature({ dibaca: '1', beda: '' })
  await stated(draft, form)
  const signed = Buffer.concat([(await letterOf(draft)).rawPayload, appended])
  const refused = await send(`konsep/${draft}/tanda-tangan`, { ...form, nomor_surat: '800/lain/UJI' }, signed)
  expect(refusedIn(refused)).toMatchObject({
    code: 'signing-differs-why',
    at: `/sungai-uji/konsep/${draft}/tanda-tangan`,
  })
})

test('an hour and a declaration that the text names stay as they are', async () => {
  const draft = await begun({
    dari: '',
    naskah: circular
      .replace(/^id: .*$/m, 'id: uji-banjir')
      .replace(/blocks: \w+/g, 'blocks: none')
      .replace(/^in_force: .*$/m, 'in_force: {from: 2021-08-02T10:00, until: {event: flood_over}, review: 2021-08-20}'),
  })
  const form = signature({ dibaca: '1', sampai: '', tinjau: '2021-08-20' })
  await stated(draft, form)
  const kept = await send(`konsep/${draft}/tanda-tangan`, form)
  expect(kept.statusCode).toBe(303)
  const [version] = await database.owner
    .selectFrom('circular_version')
    .where('draft_id', '=', draft)
    .select('source')
    .execute()
  expect(version?.source).toContain(
    'in_force: {from: 2021-08-02T10:00, until: {event: flood_over}, review: 2021-08-20}',
  )
})
