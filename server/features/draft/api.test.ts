/** Drafts as programs write them: the same services as the bench, with the same noes. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '../../testing/api.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const sessions: Record<string, string> = {}
beforeAll(async () => {
  const officer = (name: string, role: 'organisation_bureau' | 'regional_head' | 'spokesperson') =>
    officerSession(database.db, '63.98', { name, role })
  sessions.bela = await officer('Bela', 'organisation_bureau')
  sessions.dini = await officer('Dini', 'organisation_bureau')
  sessions.bupati = await officer('Bupati', 'regional_head')
  sessions.juru = await officer('Juru', 'spokesperson')
})
const own = apiOf(app, sessions)
const get = (path: string, who = 'bela') => own.get(path, who)
const post = (path: string, body: object, who = 'bela') => own.post(path, body, who)

async function begun(change: object = { from: 'uji-2021-07' }): Promise<string> {
  const id = randomUUID()
  const answer = await post('drafts', { id, ...change })
  expect([answer.statusCode, answer.json().id]).toEqual([201, id])
  return id
}
const edit = (draft: string, changes: object, { read = 0, form = randomUUID(), who = 'bela' } = {}) =>
  post(`drafts/${draft}/edits`, { form, read, changes }, who)

describe('a draft', () => {
  test('begins from a template or a document, says what it does to it, and sent twice it is one', async () => {
    const id = randomUUID()
    const begin = { id, from: 'uji-2021-07', relation: 'replaces' }
    const first = await post('drafts', begin)
    expect(first.json()).toMatchObject({
      ...{ id, state: 'open', begun_from: 'uji-2021-07', newest_edit: 0, ended: null, edits: [] },
      begun_by: { name: 'Bela' },
      document: { status: 'draft', number: null, relations: [{ type: 'replaces', target: 'uji-2021-07' }] },
    })
    expect([(await post('drafts', begin)).statusCode, (await post('drafts', begin)).json()]).toEqual([
      201,
      first.json(),
    ])
    expect((await post('drafts', { id, from: 'banjir' })).json().code).toBe('form-used')
    const { drafts } = (await get('drafts', 'bupati')).json()
    expect(drafts.filter((one: { id: string }) => one.id === id)).toHaveLength(1)
    const { templates } = (await get('templates', 'bupati')).json()
    expect(templates.find((one: { id: string }) => one.id === 'banjir')).toMatchObject({ frame: true })
    await begun({ from: 'banjir' })
  })

  test.each<[string, object, number, string]>([
    ['nothing', {}, 422, 'draft-nothing'],
    ['a model that is not there', { from: 'tidak-ada' }, 404, 'draft-model-unknown'],
    [
      'a relation to what is no document of the region',
      { from: 'banjir', relation: 'follows' },
      422,
      'draft-relation-elsewhere',
    ],
    ['a text that does not read', { text: 'piket: circular/1\nidd: x' }, 422, 'draft-text-unreadable'],
    ['a relation that is none', { from: 'uji-2021-07', relation: 'eats' }, 400, 'invalid-input'],
  ])('does not begin from %s', async (_, change, status, code) => {
    const answer = await post('drafts', { id: randomUUID(), ...change })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test('a text comes in and goes out as it was written, byte for byte', async () => {
    const text = `# catatan bagian organisasi\n${circular.trim().replace('status: in_force', 'status: draft')}\n# akhir\n`
    const draft = await begun({ text })
    const { body, headers } = await get(`drafts/${draft}/text.yaml`, 'bupati')
    expect([body, headers['content-type']]).toEqual([text, 'text/yaml; charset=utf-8'])
    expect((await get(`drafts/${draft}`)).json().yaml).toBe(text)
  })

  test('is edited by paths: the same sending is one edit, and others elsewhere go along', async () => {
    const draft = await begun()
    const form = randomUUID()
    const first = await edit(draft, { title: 'Judul Bela' }, { form })
    expect([first.statusCode, first.json()]).toEqual([200, { draft, newest_edit: 1 }])
    expect((await edit(draft, { title: 'Judul Bela' }, { form })).json()).toEqual({ draft, newest_edit: 1 })
    expect((await edit(draft, { title: 'Judul lain' }, { form })).json().code).toBe('form-used')
    expect((await edit(draft, { number: '800/9/UJI' }, { who: 'dini' })).json()).toEqual({ draft, newest_edit: 2 })
    const { document, edits } = (await get(`drafts/${draft}`)).json()
    expect(document).toMatchObject({ title: 'Judul Bela', number: '800/9/UJI' })
    expect(edits).toMatchObject([
      { number: 1, changes: { title: 'Judul Bela' }, takes_back: null, by: { name: 'Bela' } },
      { number: 2, changes: { number: '800/9/UJI' }, by: { name: 'Dini' } },
    ])
  })

  test('where somebody has touched the same, the later is told who', async () => {
    const draft = await begun()
    await edit(draft, { 'clauses.c2.force': 'should' })
    const late = await edit(draft, { 'clauses.c2': null }, { who: 'dini' })
    expect([late.statusCode, late.json().code]).toEqual([409, 'draft-edited-meanwhile'])
    expect(late.json().detail).toContain('Bela')
    expect((await edit(draft, { 'clauses.c2': null }, { who: 'dini', read: 1 })).statusCode).toBe(200)
  })

  test.each<[string, object, string]>([
    ['a path that fits nothing', { 'clauses.c99.force': 'must' }, 'draft-edit-unfit'],
    ['a value that is none', { level: 'galaxy' }, 'draft-edit-unfit'],
    ['a way out of the document', { '__proto__.level': 'city' }, 'draft-edit-unfit'],
    ['that it is law', { status: 'in_force' }, 'draft-status'],
  ])('%s is no edit', async (_, changes, code) => {
    const draft = await begun()
    expect((await edit(draft, changes)).json().code).toBe(code)
    expect((await get(`drafts/${draft}`)).json().newest_edit).toBe(0)
  })

  test('is edited by its whole text, of which only what differs is the edit', async () => {
    const draft = await begun()
    const { yaml } = (await get(`drafts/${draft}`)).json()
    const sending = { form: randomUUID(), read: 0, text: yaml.replace('force: must', 'force: should') }
    for (let times = 0; times < 2; times++)
      expect((await post(`drafts/${draft}/text`, sending)).json()).toEqual({ draft, newest_edit: 1 })
    const { edits } = (await get(`drafts/${draft}`)).json()
    expect(Object.keys(edits[0].changes)).toEqual(['clauses'])
    const unreadable = { form: randomUUID(), read: 1, text: 'piket: circular/2' }
    expect((await post(`drafts/${draft}/text`, unreadable)).json().code).toBe('draft-text-unreadable')
  })

  test('an edit is taken back once, unless somebody has built on it', async () => {
    const draft = await begun()
    await edit(draft, { title: 'Satu' })
    await edit(draft, { number: '1' }, { read: 1 })
    const back = (number: number) => post(`drafts/${draft}/edits/${number}/withdrawal`, { form: randomUUID() })
    expect((await back(2)).json()).toEqual({ draft, newest_edit: 3 })
    expect((await back(2)).json()).toEqual({ draft, newest_edit: 3 })
    expect((await back(9)).statusCode).toBe(404)
    await edit(draft, { title: 'Dua' }, { read: 3 })
    expect((await back(1)).json().code).toBe('draft-overtaken')
    const { document, edits } = (await get(`drafts/${draft}`)).json()
    expect([document.title, document.number, edits[2].takes_back]).toEqual(['Dua', null, 2])
  })

  test('is dropped with a reason, and says who and why; nobody edits it then', async () => {
    const draft = await begun()
    expect((await post(`drafts/${draft}/drop`, { reason: ' ' })).json().code).toBe('draft-drop-reason-missing')
    const dropped = await post(`drafts/${draft}/drop`, { reason: 'tidak jadi' })
    expect(dropped.json()).toMatchObject({ state: 'dropped', ended: { by: { name: 'Bela' }, reason: 'tidak jadi' } })
    expect((await post(`drafts/${draft}/drop`, { reason: 'lagi' })).json()).toEqual(dropped.json())
    expect((await edit(draft, { title: 'x' })).json().code).toBe('draft-ended')
    const kinds = await database.owner.selectFrom('event').where('subject', '=', draft).select('kind').execute()
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['draft-begun', 'draft-dropped'])
    const [listed] = (await get('drafts')).json().drafts.filter((one: { id: string }) => one.id === draft)
    expect(listed.ended.by.name).toBe('Bela')
  })

  test('tells what it would do: whom it moves, whom each clause reaches, what to correct', async () => {
    const draft = await begun({ from: 'hari-dari-rumah' })
    const { effect, problems, newest_edit } = (await get(`drafts/${draft}/effect`, 'bupati')).json()
    expect(newest_edit).toBe(0)
    expect(effect.moves.people).toBeGreaterThan(10)
    expect(effect.moves.to_home).toBeGreaterThan(0)
    expect(effect.clauses.map(({ clause }: { clause: string }) => clause)).toEqual(
      (await get(`drafts/${draft}`)).json().document.clauses.map(({ id }: { id: string }) => id),
    )
    expect(Math.max(...effect.clauses.map(({ people }: { people: number }) => people))).toBeGreaterThan(0)
    expect(problems.every(({ code }: { code: string }) => /^PKT-\d+$/.test(code))).toBe(true)
    const own = await begun({ text: circular.replace('id: uji-2021-07', 'id: uji-2021-08') })
    const shown = (await get(`drafts/${own}/effect`)).json()
    // Clauses that hang on individual particulars are counted for nobody, and services speak to no staff.
    expect(shown.effect.clauses).toContainEqual({
      clause: 'c4',
      people: null,
      individual: true,
      idle: expect.any(Boolean),
    })
    expect(shown.effect.clauses.find(({ clause }: { clause: string }) => clause === 'c6').people).toBeNull()
    expect(shown.readings.map(({ question, reading }: Record<string, string>) => [question, reading])).toEqual([
      ['q1', 'office_c_at_home'],
    ])
  })

  test('of one that contradicts itself nothing follows, and the problems say how', async () => {
    const draft = await begun()
    expect((await edit(draft, { 'clauses.c5.who.group': ['tidak_ada'] })).statusCode).toBe(200)
    const { effect, problems, readings } = (await get(`drafts/${draft}/effect`)).json()
    expect([effect, readings]).toEqual([null, []])
    expect(problems.map(({ level }: { level: string }) => level)).toContain('error')
    const { ready, errors } = (await get(`drafts/${draft}/signing`)).json()
    expect([ready, errors.length > 0]).toEqual([false, true])
  })

  test('what agencies cannot do is told with its sentence and what would help', async () => {
    const draft = await begun()
    const quota = (await get(`drafts/${draft}`)).json().document.clauses[0]
    await edit(draft, { 'clauses.c1': { ...quota, amount: { max: '0%' }, complement: '100%' } })
    const { strains } = (await get(`drafts/${draft}/effect`)).json().effect
    expect(strains).toContainEqual({
      ...{ agency: 'dinas-a', name: 'Dinas Alfa', kind: 'too_many', clause: 'c1', bound: 0 },
      ...{ circular: expect.any(String), people: expect.any(Number), staff: expect.any(Number) },
      says: { id: expect.stringContaining('Butir c1'), en: expect.stringContaining('Clause c1') },
      fix: { id: expect.stringContaining('Kecualikan'), en: expect.stringContaining('Leave') },
    })
  })
})

describe('who may', () => {
  const nobody = randomUUID()
  const form = randomUUID()
  const reads = ['drafts', 'templates', ...['', '/text.yaml', '/effect'].map((path) => `drafts/${nobody}${path}`)]
  const writes: (readonly [string, object])[] = [
    ['drafts', { id: nobody }],
    [`drafts/${nobody}/edits`, { form, read: 0, changes: {} }],
    [`drafts/${nobody}/text`, { form, read: 0, text: '' }],
    [`drafts/${nobody}/edits/1/withdrawal`, { form }],
    [`drafts/${nobody}/drop`, { reason: 'x' }],
  ]
  const neighbour = apiOf(app, sessions, '63.99')
  test.each(reads)('read %s: the bureau, whoever signs and the auditor of the region, nobody else', async (path) => {
    const answers = [
      await get(path, 'nobody'),
      await get(path, 'juru'),
      await neighbour.get(path, 'bela'),
      await get(path, 'bupati'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 403, 404, path.includes(nobody) ? 404 : 200])
  })
  test.each(writes)('write %s: the bureau of the region alone', async (path, body) => {
    const answers = [
      await post(path, body, 'nobody'),
      await post(path, body, 'bupati'),
      await neighbour.post(path, body, 'bela'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 403, 404])
    expect((await post(path, body)).statusCode).toBe(path === 'drafts' ? 422 : 404)
  })
  test('nothing is taken from another site', async () => {
    const answer = await app.inject({
      ...{ method: 'POST', url: '/api/v1/regions/63.98/drafts', cookies: { piket: sessions.bela ?? '' } },
      ...{ headers: { origin: 'https://jahat.example' }, payload: { id: nobody } },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin'])
  })
})
