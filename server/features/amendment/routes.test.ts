/** A document that is law reads otherwise from a day on: written whole, tried, signed as the letter of what it changes. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPdf } from '../../testing/api.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

let piket = ''
beforeAll(async () => {
  piket = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' })
})

type Form = Readonly<Record<string, string | readonly string[]>>
const get = (path: string) => app.inject({ url: `/sungai-uji/${path}`, cookies: { piket } })
const post = (path: string, form: Form) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    cookies: { piket },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  })

async function begun(): Promise<string> {
  const nomor = randomUUID()
  const answer = await post('konsep', { nomor, dari: 'uji-2021-07', hubungan: 'amends' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/sungai-uji/konsep/${nomor}`])
  return nomor
}
const main = async (draft: string) => documentOf((await get(`konsep/${draft}`)).body).querySelector('main')
const read = async (draft: string) => (await main(draft))?.querySelector('[name=dibaca]')?.getAttribute('value') ?? ''
async function edit(draft: string, path: string, form: Form) {
  const answer = await post(`konsep/${draft}/${path}`, { nomor: randomUUID(), dibaca: await read(draft), ...form })
  expect(answer.statusCode).toBe(303)
}
const starts = (draft: string, mulai: string) =>
  edit(draft, 'surat', { perihal: 'Perubahan', mulai, sampai: '2021-08-31', penandatangan: 'Rahmat Uji' })
/** From a share at the office to another one. */
const quota = (draft: string, jumlah: string) => edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah })

async function sign(draft: string, mulai: string) {
  const fields = {
    ...{ nomor: randomUUID(), dibaca: await read(draft), nomor_surat: `800/${randomUUID().slice(0, 4)}/UJI` },
    ...{ tanggal_surat: '2021-07-20', mulai, sampai: '2021-08-31', penandatangan: 'Rahmat Uji', beda: 'Pindaian' },
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('surat', new Blob([smallPdf], { type: 'application/pdf' }), 's.pdf')
  const request = new Request('http://x', { method: 'POST', body: form })
  return app.inject({
    method: 'POST',
    url: `/sungai-uji/konsep/${draft}/tanda-tangan`,
    cookies: { piket },
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}
const quotaOn = async (day: string) => {
  const answer = await app.inject({ url: `/sungai-uji/edaran/uji-2021-07?tanggal=${day}` })
  return wordsOf(documentOf(answer.body).querySelector('main'))
}

test('an amendment is written whole, says what it changes, and is signed as the letter of that alone', async () => {
  const draft = await begun()
  expect(wordsOf(await main(draft))).toContain('Belum ada yang diubah.')
  await starts(draft, '2021-08-02')
  await quota(draft, '25%')
  await edit(draft, 'butir/hapus', { butir: 'c4' })
  const page = await get(`konsep/${draft}`)
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  const words = wordsOf(documentOf(page.body).querySelector('[aria-labelledby=yang-diubah]'))
  expect(words).toMatch(/800\/7\/UJI.*butir c1 \(kuota\).*25%.*tanpa butir c4/)
  expect(wordsOf(documentOf(page.body).querySelector('[aria-labelledby=periksa]'))).not.toContain('kesalahan')

  const { doc } = parseCircular('x', (await get(`konsep/${draft}/naskah.yaml`)).body)
  expect(doc?.clauses).toEqual([])
  const changes = { 'clauses.c1.amount': { max: '25%' }, 'clauses.c1.complement': '75%', 'clauses.c4': null }
  expect(doc?.relations).toEqual([{ type: 'amends', target: 'uji-2021-07', set: changes }])
  const letter = await get(`konsep/${draft}/surat.pdf`)
  expect((await pdfText(letter.rawPayload)).join(' ')).toMatch(/mengubah.*800\/7\/UJI.*25%/)

  const signed = await sign(draft, '2021-08-02')
  expect(signed.statusCode).toBe(303)
  const [kept] = await database.owner
    .selectFrom('circular_version')
    .where('draft_id', '=', draft)
    .select('source')
    .execute()
  expect(parseCircular('x', kept?.source ?? '').doc).toMatchObject({ status: 'in_force', clauses: [] })
  expect(await quotaOn('2021-07-30')).toContain('50%')
  expect(await quotaOn('2021-08-02')).toContain('25%')
  const at = async (day: string) => (await app.inject({ url: `/api/v1/regions/sungai-uji/day?date=${day}` })).statusCode
  expect([await at('2021-08-02'), await at('2021-08-30')]).toEqual([200, 200])
})

test('what was amended meanwhile stops the signature; the draft goes on from what reads now, with its changes', async () => {
  const [mine, other] = [await begun(), await begun()]
  await starts(mine, '2021-08-09')
  await edit(mine, 'kelompok', { kelompok: 'counters', tetap: 'kantor-c/loket', tambah: 'dinas-a' })
  await starts(other, '2021-08-09')
  await edit(other, 'butir', { butir: 'c5', kekuatan: 'should' })
  expect((await sign(other, '2021-08-09')).statusCode).toBe(303)

  const no = refusedIn(await sign(mine, '2021-08-09'))
  expect([no.code, no.said]).toEqual(['signing-blocked', expect.stringContaining('PKT-308')])
  const page = documentOf((await get(`konsep/${mine}`)).body)
  const next = page.querySelector('[name=lanjutan]')?.getAttribute('value') ?? ''
  const goOn = () => post(`konsep/${mine}/lanjutan`, { lanjutan: next })
  expect((await goOn()).headers.location).toBe(`/sungai-uji/konsep/${next}`)
  expect((await goOn()).headers.location).toBe(`/sungai-uji/konsep/${next}`)
  const url = `/api/v1/regions/sungai-uji/drafts/${mine}/continuation`
  const byProgram = await app.inject({ method: 'POST', url, cookies: { piket }, payload: { id: next } })
  expect(byProgram.json()).toEqual({ draft: next })
  expect((await get(`konsep/${mine}`)).body).toContain('Dilanjutkan di atas naskah terbaru.')
  const { doc } = parseCircular('x', (await get(`konsep/${next}/naskah.yaml`)).body)
  expect(doc?.relations[0]?.set).toEqual({ 'groups.counters.units': ['kantor-c/loket', 'dinas-a'] })
  expect(doc?.in_force.from).toBe('2021-08-09')
  expect((await sign(next, '2021-08-09')).statusCode).toBe(303)
  expect(await quotaOn('2021-08-10')).toContain('dianjurkan')
})

test.each([
  ['changes nothing', '2021-08-16', false, 'PKT-410'],
  ['begins after its document has ended', '2021-09-06', true, 'PKT-309'],
])('one that %s is not signed', async (_, from, changes, code) => {
  const draft = await begun()
  if (changes) await quota(draft, '10%')
  const no = refusedIn(await sign(draft, from))
  expect([no.code, no.said]).toEqual(['signing-blocked', expect.stringContaining(code)])
})

test.each([
  ['a proposal', 'uji-usulan-2021-07'],
  ['a frame', 'kuota-bergiliran'],
])('%s is not amended', async (_, dari) => {
  const answer = await post('konsep', { nomor: randomUUID(), dari, hubungan: 'amends' })
  expect(['draft-amends-no-law', 'draft-relation-elsewhere']).toContain(refusedIn(answer).code)
})
