/** Drafts from their beginning to their end: several people write, nothing is lost, and what it would do is told. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, { readonly piket: string }> = {}
const officer = async (name: string, role: GrantedRole) => ({
  piket: await officerSession(database.db, '63.98', { name, role }),
})
beforeAll(async () => {
  cookies.bela = await officer('Bela', 'organisation_bureau')
  cookies.dini = await officer('Dini', 'organisation_bureau')
  cookies.bupati = await officer('Bupati', 'regional_head')
  cookies.juru = await officer('Juru', 'spokesperson')
})

type Form = Readonly<Record<string, string | readonly string[]>>
const get = (path: string, who = 'bela') => app.inject({ url: `/sungai-uji/${path}`, cookies: { ...cookies[who] } })
const post = (path: string, form: Form, who = 'bela') =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${path}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  })

async function begun(form: Form = { dari: 'uji-2021-07' }): Promise<string> {
  const nomor = randomUUID()
  const answer = await post('konsep', { nomor, ...form })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/sungai-uji/konsep/${nomor}`])
  return nomor
}
const textOf = async (draft: string) => (await get(`konsep/${draft}/naskah.yaml`)).body
const docOf = async (draft: string) => {
  const { doc } = parseCircular('x', await textOf(draft))
  if (!doc) throw new Error('The text does not parse.')
  return doc
}
const main = async (draft: string, query = '') => documentOf((await get(`konsep/${draft}${query}`)).body)
const edit = (draft: string, path: string, form: Form, who = 'bela', dibaca = '0') =>
  post(`konsep/${draft}/${path}`, { nomor: randomUUID(), dibaca, ...form }, who)
const readNow = async (draft: string) =>
  (await main(draft)).querySelector('[name=dibaca]')?.getAttribute('value') ?? '0'

describe('a draft', () => {
  test('begins from a document without what belonged to it alone, once, however often it is sent', async () => {
    const draft = await begun()
    expect((await post('konsep', { nomor: draft, dari: 'uji-2021-07' })).statusCode).toBe(303)
    expect(refusedIn(await post('konsep', { nomor: draft, dari: 'banjir' })).code).toBe('form-used')
    const doc = await docOf(draft)
    expect(doc).toMatchObject({ status: 'draft', number: null, issued_on: null, region: 'sungai-uji', relations: [] })
    expect(doc.id).not.toBe('uji-2021-07')
    expect(doc.clauses.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
    const other = await docOf(await begun({ dari: 'kuota-bergiliran' }))
    expect(other.id).not.toBe(doc.id)
  })

  test('says what it will do to the document of the region that it begins from', async () => {
    const doc = await docOf(await begun({ dari: 'uji-2021-07', hubungan: 'replaces' }))
    expect(doc.relations).toEqual([{ type: 'replaces', target: 'uji-2021-07' }])
    const elsewhere = await post('konsep', { nomor: randomUUID(), dari: 'banjir', hubungan: 'replaces' })
    expect(refusedIn(elsewhere).code).toBe('draft-relation-elsewhere')
  })

  test('begins from a text as it was written, notes included, and says what in it does not read', async () => {
    const text = `# catatan bagian organisasi\n${circular.trim()}\n`
    const draft = await begun({ dari: '', naskah: text })
    expect(await textOf(draft)).toContain('# catatan bagian organisasi')
    expect((await docOf(draft)).status).toBe('draft')
    const refused = refusedIn(
      await post('konsep', { nomor: randomUUID(), dari: '', naskah: 'piket: circular/1\nidd: x' }),
    )
    expect(refused).toMatchObject({ status: 422, code: 'draft-text-unreadable' })
    expect(refused.typed.naskah).toContain('idd: x')
    expect(refusedIn(await post('konsep', { nomor: randomUUID(), dari: '' })).code).toBe('draft-nothing')
    expect(refusedIn(await post('konsep', { nomor: randomUUID(), dari: 'tidak-ada' })).code).toBe('draft-model-unknown')
  })

  test('is read by the bureau and whoever signs, written by the bureau alone', async () => {
    const draft = await begun()
    for (const path of ['konsep', `konsep/${draft}`]) {
      expect((await get(path, 'juru')).statusCode).toBe(403)
      const read = await get(path, 'bupati')
      expect(read.statusCode).toBe(200)
      expect(documentOf(read.body).querySelector('form[action*="/konsep"]')).toBeNull()
      const written = await get(path)
      expect([await axeFindings(written.body), refusedByPolicy(written.body)]).toEqual([[], []])
    }
    expect((await edit(draft, 'surat', { perihal: 'x' }, 'bupati')).statusCode).toBe(403)
    expect((await get(`konsep/${randomUUID()}`)).statusCode).toBe(404)
  })

  test('tells whom it would move, whom each clause reaches, and what is to be corrected', async () => {
    const draft = await begun({ dari: 'hari-dari-rumah' })
    const page = await main(draft)
    const impact = wordsOf(page.querySelector('[aria-labelledby=dampak]'))
    expect(impact).toMatch(/Dampak pada \d+ pegawai/)
    expect(impact).toMatch(/Pindah ke rumah[1-9]/)
    expect(wordsOf(page.querySelector('#c1'))).toMatch(/Setiap Jumat|Jumat/)
    expect(wordsOf(page.querySelector('[aria-labelledby=periksa]'))).toContain('PKT-502')
    const own = await main(await begun())
    expect(wordsOf(own.querySelector('#c4'))).toContain('tidak dihitung')
    expect(wordsOf(own.querySelector('#c3'))).toMatch(/mengenai \d+ orang/)
  })

  test('is dropped with a reason, stays readable, and takes no more edits', async () => {
    const draft = await begun()
    expect(refusedIn(await post(`konsep/${draft}/henti`, { alasan: ' ' })).code).toBe('draft-drop-reason-missing')
    for (let times = 0; times < 2; times++)
      expect((await post(`konsep/${draft}/henti`, { alasan: 'Diganti konsep lain' })).statusCode).toBe(303)
    expect(wordsOf((await main(draft)).querySelector('main'))).toContain('Konsep ini dihentikan: Diganti konsep lain')
    expect((await edit(draft, 'surat', { perihal: 'x' })).body).toContain('draft-ended')
  })
})

describe('edits', () => {
  test('of the letter change what differs alone, and nothing where nothing does', async () => {
    const draft = await begun()
    const { title } = await docOf(draft)
    const letter = { perihal: title, nomor_surat: '800/9/UJI', mulai: '2021-08-02', sampai: '2021-08-31' }
    expect((await edit(draft, 'surat', letter)).statusCode).toBe(303)
    expect(await docOf(draft)).toMatchObject({
      number: '800/9/UJI',
      in_force: { from: '2021-08-02', until: '2021-08-31' },
    })
    expect(wordsOf((await main(draft)).querySelector('[aria-labelledby=perubahan]'))).toContain(
      'mengubah nomor surat, hari mulai, hari akhir',
    )
    expect((await edit(draft, 'surat', letter, 'bela', '1')).statusCode).toBe(303)
    expect(await readNow(draft)).toBe('1')
    expect(refusedIn(await edit(draft, 'surat', { perihal: ' ' }, 'bela', '1')).code).toBe('draft-title-missing')
    expect((await edit(draft, 'surat', { ...letter, mulai: '2021-02-30' })).body).toContain('form-invalid')
  })

  test('of two people in different places both stand; in the same place the later is refused and loses nothing', async () => {
    const draft = await begun()
    expect((await edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah: '75%' }, 'bela')).statusCode).toBe(303)
    expect((await edit(draft, 'butir', { butir: 'c3', kekuatan: 'should' }, 'dini')).statusCode).toBe(303)
    const late = refusedIn(await edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah: '30%' }, 'dini'))
    expect(late).toMatchObject({ status: 409, code: 'draft-edited-meanwhile', typed: { jumlah: '30%' } })
    const said = await edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah: '30%' }, 'dini')
    expect(said.body).toContain('Bela mengubah butir c1')
    const doc = await docOf(draft)
    expect(doc.clauses.find(({ id }) => id === 'c1')).toMatchObject({ amount: { max: '75%' } })
    expect(doc.clauses.find(({ id }) => id === 'c3')).toMatchObject({ force: 'should' })
    const again = await edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah: '30%' }, 'dini', await readNow(draft))
    expect(again.statusCode).toBe(303)
  })

  test('of a form that was read before: what it leaves as it was, and somebody else has changed since, stays changed', async () => {
    const draft = await begun()
    const { title } = await docOf(draft)
    await edit(draft, 'surat', { perihal: title, nomor_surat: '800/1/UJI' })
    expect((await edit(draft, 'surat', { perihal: 'Perihal baru', nomor_surat: '' }, 'dini')).statusCode).toBe(303)
    expect(await docOf(draft)).toMatchObject({ title: 'Perihal baru', number: '800/1/UJI' })
  })

  test('that were refused go on saying what was read: sent again, they undo nothing', async () => {
    const draft = await begun()
    const { title } = await docOf(draft)
    await edit(draft, 'surat', { perihal: 'Oleh Bela', nomor_surat: '800/1/UJI' })
    const refused = refusedIn(await edit(draft, 'surat', { perihal: 'Oleh Dini', nomor_surat: '' }, 'dini'))
    expect(refused).toMatchObject({ code: 'draft-edited-meanwhile', typed: { perihal: 'Oleh Dini', dibaca: '0' } })
    const { nomor: _, ...typed } = refused.typed
    expect((await edit(draft, 'surat', typed, 'dini', typed.dibaca)).statusCode).toBe(409)
    expect(await docOf(draft)).toMatchObject({ title: 'Oleh Bela', number: '800/1/UJI' })
    expect(title).not.toBe('Oleh Bela')
  })

  test('through names that every object has, or under a number that another edit has, are none', async () => {
    const draft = await begun()
    const foreign = await edit(draft, 'kelompok', { kelompok: '__proto__', tambah: 'dinas-a' })
    expect(foreign.statusCode).toBeGreaterThanOrEqual(400)
    expect((await begun({ dari: 'banjir' })).length).toBeGreaterThan(0)
    const nomor = randomUUID()
    await post(`konsep/${draft}/surat`, { nomor, dibaca: '0', perihal: 'Satu' })
    expect((await post(`konsep/${draft}/tarik`, { nomor, ubahan: '1' })).body).toContain('form-used')
  })

  test('of a text that names a value and uses it twice keep it readable', async () => {
    const text = circular
      .replace('who: {unit: [dinas-a, dinas-b]}, place: rotate', 'who: &w {unit: [dinas-a, dinas-b]}, place: rotate')
      .replace('who: {has: [road_cut_off]}', 'who: *w')
    const draft = await begun({ dari: '', naskah: text })
    expect((await edit(draft, 'butir', { butir: 'c2', siapa: 'ya', unit: 'dinas-a' })).statusCode).toBe(303)
    expect((await get('konsep')).statusCode).toBe(200)
    expect((await docOf(draft)).clauses.find(({ id }) => id === 'c2')).toMatchObject({ who: { unit: ['dinas-a'] } })
  })

  test('sent twice, because the answer was lost, are one; under their number nothing else is kept', async () => {
    const draft = await begun()
    const form = { nomor: randomUUID(), dibaca: '0', butir: 'c1', arah: 'min', jumlah: '2' }
    for (let times = 0; times < 3; times++) expect((await post(`konsep/${draft}/butir`, form)).statusCode).toBe(303)
    expect(await readNow(draft)).toBe('1')
    expect(refusedIn(await post(`konsep/${draft}/butir`, { ...form, jumlah: '3' })).code).toBe('form-used')
  })

  test('by many at once in the same place: one stands', async () => {
    const draft = await begun()
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) => edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah: `${at + 10}%` })),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409, 409, 409, 409])
  })

  test('are taken back, unless the same was changed since', async () => {
    const draft = await begun()
    const before = await docOf(draft)
    await edit(draft, 'butir/hapus', { butir: 'c2' })
    await edit(draft, 'butir', { butir: 'c3', kekuatan: 'may' }, 'dini', '1')
    expect((await docOf(draft)).clauses.map(({ id }) => id)).not.toContain('c2')
    const back = (ubahan: string) => post(`konsep/${draft}/tarik`, { nomor: randomUUID(), ubahan })
    expect((await back('1')).body).toContain('draft-overtaken')
    for (const ubahan of ['2', '2', '1']) expect((await back(ubahan)).statusCode).toBe(303)
    expect((await docOf(draft)).clauses).toEqual(before.clauses)
    expect((await back('9')).statusCode).toBe(404)
  })

  test('of a clause: whom it means, added, moved, removed, or as text', async () => {
    const draft = await begun()
    const whom = { siapa: 'ya', eselon: ['II', 'III'], unit: 'dinas-a, dinas-b', usia: '55', mengatasi: ['c2'] }
    expect((await edit(draft, 'butir', { butir: 'c3', ...whom })).statusCode).toBe(303)
    expect((await docOf(draft)).clauses[2]).toMatchObject({
      who: { echelon: ['II', 'III'], unit: ['dinas-a', 'dinas-b'], age: { at_least: 55 } },
      over: ['c2'],
    })
    await edit(draft, 'butir/tambah', { contoh: 'travel' }, 'bela', '1')
    expect((await docOf(draft)).clauses.at(-1)).toMatchObject({ id: 'c8', kind: 'ban', cite: 'naskah:8' })
    await edit(draft, 'butir/pindah', { butir: 'c8', ke: 'naik' }, 'bela', '2')
    expect((await docOf(draft)).clauses.map(({ id }) => id).slice(-2)).toEqual(['c8', 'c7'])

    const open = await main(draft, '?ubah=c8')
    const text = open.querySelector('#c8 textarea[name=naskah]')?.textContent ?? ''
    expect(text).toContain('travel_out_of_region')
    const wrong = refusedIn(
      await edit(draft, 'butir/naskah', { butir: 'c8', naskah: text.replace('act:', 'acts:') }, 'bela', '3'),
    )
    expect(wrong).toMatchObject({ status: 422, code: 'draft-text-unreadable' })
    expect(wrong.typed.naskah).toContain('acts:')
    const renamed = edit(draft, 'butir/naskah', { butir: 'c8', naskah: text.replace('id: c8', 'id: c9') }, 'bela', '3')
    expect(refusedIn(await renamed).code).toBe('draft-clause-renamed')
    await edit(draft, 'butir/naskah', { butir: 'c8', naskah: `${text}includes: [family]\n` }, 'bela', '3')
    expect((await docOf(draft)).clauses.find(({ id }) => id === 'c8')).toMatchObject({ includes: ['family'] })
    expect((await edit(draft, 'butir', { butir: 'c99', kekuatan: 'may' }, 'bela', '4')).body).toContain(
      'draft-clause-gone',
    )
    expect((await edit(draft, 'butir', { butir: 'c1', arah: 'max', jumlah: 'banyak' }, 'bela', '4')).body).toContain(
      'draft-edit-unfit',
    )
  })

  test('of a group take a unit in and let one out; of the whole text keep what differs', async () => {
    const draft = await begun()
    const group = { kelompok: 'counters', tetap: ['kantor-c/loket'], tambah: 'dinas-a' }
    expect((await edit(draft, 'kelompok', group)).statusCode).toBe(303)
    expect((await docOf(draft)).groups.counters?.units).toEqual(['kantor-c/loket', 'dinas-a'])
    await edit(draft, 'kelompok', { kelompok: 'counters', tetap: ['dinas-a'] }, 'bela', '1')
    expect((await docOf(draft)).groups.counters?.units).toEqual(['dinas-a'])
    expect((await edit(draft, 'kelompok', { kelompok: 'tidak-ada' }, 'bela', '2')).body).toContain('draft-group-gone')
    const text = await textOf(draft)
    const whole = text.replace('force: should', 'force: must').replace(/^title: .*$/m, 'title: Lain sama sekali')
    expect((await edit(draft, 'naskah', { naskah: whole }, 'bela', '2')).statusCode).toBe(303)
    expect((await docOf(draft)).title).toBe('Lain sama sekali')
    const law = edit(draft, 'naskah', { naskah: whole.replace('status: draft', 'status: in_force') }, 'bela', '3')
    expect(refusedIn(await law).code).toBe('draft-status')
  })
})

test('a question is answered by making the text say one reading, and another one cannot be chosen then', async () => {
  const asking = circular.replace('open_questions:', 'open_questions:')
  const draft = await begun({ dari: '', naskah: asking })
  const [question] = (await docOf(draft)).open_questions
  const other = question?.readings.find(({ id, impossible }) => id !== question.used && impossible === undefined)
  if (!question || !other) throw new Error('The document asks nothing.')
  const page = await main(draft)
  expect(wordsOf(page.querySelector('[aria-labelledby=pertanyaan]'))).toContain(question.text)
  const answer = { pertanyaan: question.id, bacaan: other.id }
  expect((await edit(draft, 'bacaan', answer)).statusCode).toBe(303)
  expect((await docOf(draft)).open_questions.map(({ id }) => id)).not.toContain(question.id)
  expect((await edit(draft, 'bacaan', answer, 'bela', '1')).body).toContain('draft-reading-gone')
})
