/** What a clause leaves to the heads of agencies is asked of them, answered for their own agency, and decides from then on. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { cookieOf, officerSession } from '../../testing/signed-in.ts'
import { fileCircular } from '../circular/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, { readonly piket: string }> = {}
const letter = circular
  .replace('uji-2021-07', 'uji-serah')
  .replace('800/7/UJI', '800/9/UJI')
  .replace('from: 2021-07-19, until', 'from: 2021-07-21, until')
  .replace(
    /clauses:[\s\S]*?figures:/,
    `clauses:
  - {id: s1, kind: placement, who: {unit: [dinas-a, dinas-b]}, place: {ask: opd_head, about: kepala memutuskan siapa datang}, force: must, cite: "u:1"}
  - {id: s2, kind: placement, who: {unit: [kantor-c]}, place: {ask: bkpsdm, until_then: office}, force: must, cite: "u:2"}
figures:`,
  )
  .replace(/open_questions:[\s\S]*$/, 'open_questions: []\n')

beforeAll(async () => {
  const { doc } = parseCircular('x', letter)
  if (!doc) throw new Error('The letter does not parse.')
  const actor = { region: '63.98', reach: 'region' } as const
  await as(database.db, actor, (tx) => fileCircular(tx, letter, doc, { by: 'test', now: '2021-07-20T08:00' }))
  for (const employee of ['a0', 'a1', 'b0']) cookies[employee] = await cookieOf(database.db, '63.98', employee)
  cookies.bela = { piket: await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' }) }
})

type Form = Readonly<Record<string, string>>
const get = (who: string) => app.inject({ url: '/sungai-uji/diserahkan', cookies: { ...cookies[who] } })
const answer = (who: string, form: Form) =>
  app.inject({
    method: 'POST',
    url: '/sungai-uji/diserahkan',
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: randomUUID(), surat: 'uji-serah', butir: 's1', ...form }).toString(),
  })
const placeOf = async (employee: string, day: string) => {
  const url = `/api/v1/regions/sungai-uji/employees/${employee}/decision?date=${day}`
  return (await app.inject({ url, cookies: { ...cookies.bela } })).json().rows[0].place
}
const home = { unit: 'dinas-a', nilai: 'home', sejak: '2021-07-22' }

test('a head sees what heads are asked, with what holds until then; the bureau sees all of it', async () => {
  const page = await get('a0')
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  const words = wordsOf(documentOf(page.body).querySelector('main'))
  expect(words).toMatch(/800\/9\/UJI · s1.*kepala perangkat daerah · kepala memutuskan siapa datang.*belum dapat/)
  expect(words).not.toContain('· s2')
  const agencies = [...documentOf(page.body).querySelectorAll('[name=unit] option')].map((one) => one.textContent)
  expect(agencies).toEqual(['Dinas Alfa'])
  expect(wordsOf(documentOf((await get('bela')).body).querySelector('main'))).toContain('· s2')
  expect((await get('a1')).statusCode).toBe(403)
})

test('an answer decides from its day on, for the own agency, once however often it is sent, and an event has the clause', async () => {
  expect(await placeOf('a1', '2021-07-22')).toBe('undetermined')
  const nomor = randomUUID()
  for (let times = 0; times < 2; times++) expect((await answer('a0', { nomor, ...home })).statusCode).toBe(303)
  expect(await placeOf('a1', '2021-07-21')).toBe('undetermined')
  expect(await placeOf('a1', '2021-07-22')).toBe('home')
  expect(await placeOf('b1', '2021-07-22')).toBe('undetermined')
  const events = await database.owner
    .selectFrom('event')
    .where('kind', '=', 'clause-answered')
    .select(['actor', 'agency_id', 'clause'])
    .execute()
  expect(events).toEqual([{ actor: 'a0', agency_id: 'dinas-a', clause: 'uji-serah/s1' }])
  expect(wordsOf(documentOf((await get('a0')).body).querySelector('main'))).toContain('Dinas Alfa: rumah')
  // A later answer takes its place from its own day on.
  expect((await answer('a0', { ...home, nilai: 'office', sejak: '2021-07-26' })).statusCode).toBe(303)
  expect([await placeOf('a1', '2021-07-23'), await placeOf('a1', '2021-07-26')]).toEqual(['home', 'office'])
})

test('an answer whose form is sent twice at once is one, with one event', async () => {
  const form = { ...home, nomor: randomUUID(), sejak: '2021-08-09' }
  const sent = await Promise.all([answer('a0', form), answer('a0', form)])
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const events = await database.owner.selectFrom('event').where('subject', '=', form.nomor).select('kind').execute()
  const answers = await database.owner
    .selectFrom('answer')
    .where('valid_from', '=', form.sejak)
    .select('value')
    .execute()
  expect([events, answers]).toEqual([[{ kind: 'clause-answered' }], [{ value: 'home' }]])
})

test.each<[string, string, Form, string]>([
  ['nothing', 'a0', { ...home, nilai: ' ' }, 'answer-incomplete'],
  ['no place', 'a0', { ...home, nilai: 'warung' }, 'answer-unfit'],
  ['a day that is past', 'a0', { ...home, sejak: '2021-07-20' }, 'answer-past'],
  ['an end before its start', 'a0', { ...home, sampai: '2021-07-21' }, 'declaration-end-early'],
  ['a clause that says it itself', 'a0', { ...home, surat: 'uji-2021-07', butir: 'c3' }, 'answer-nothing-left'],
  ['a unit to which the clause does not speak', 'bela', { ...home, unit: 'kantor-c' }, 'answer-not-theirs'],
  ['a unit that is not there', 'bela', { ...home, unit: 'dinas-z' }, 'declaration-place-unknown'],
])('%s is not answered', async (_, who, form, code) => {
  expect(refusedIn(await answer(who, form)).code).toBe(code)
})

test.each<[string, Form]>([
  ['another agency', { ...home, unit: 'dinas-b' }],
  ['the whole region', { ...home, unit: '' }],
  ['what others are asked', { ...home, butir: 's2' }],
])('a head does not answer for %s', async (_, form) => {
  const no = await answer('a0', form)
  expect([no.statusCode, no.body]).toEqual([403, expect.stringContaining('not-allowed')])
})

test('the bureau answers in the name of whoever else is asked, for the whole region', async () => {
  expect(await placeOf('c2', '2021-07-22')).toBe('office')
  const given = { butir: 's2', unit: '', nilai: 'home', sejak: '2021-07-22' }
  expect((await answer('bela', given)).statusCode).toBe(303)
  expect(await placeOf('c2', '2021-07-22')).toBe('home')
})

test('a program of the head reads and answers the same, once', async () => {
  const url = '/api/v1/regions/sungai-uji/clause-answers'
  const read = await app.inject({ url, cookies: { ...cookies.a0 } })
  expect(read.json().left).toMatchObject([{ clause: 's1', ask: 'opd_head', until_then: null, takes: ['place'] }])
  const payload = {
    form: randomUUID(),
    circular: 'uji-serah',
    clause: 's1',
    unit: 'dinas-a',
    value: 'office',
    from: '2021-08-02',
  }
  const post = () => app.inject({ method: 'POST', url, cookies: { ...cookies.a0 }, payload })
  const [first, again] = [await post(), await post()]
  expect([first.statusCode, again.json()]).toEqual([200, first.json()])
  expect(first.json().left[0].answers.at(-1)).toMatchObject({ value: 'office', from: '2021-08-02', by: 'opd_head' })
  const past = { ...payload, form: randomUUID(), from: '2021-07-01' }
  const no = await app.inject({ method: 'POST', url, cookies: { ...cookies.a0 }, payload: past })
  expect([no.statusCode, no.json().code]).toEqual([422, 'answer-past'])
})

test('a form that was sent is not used for another answer; the agency knows better than the region', async () => {
  const nomor = randomUUID()
  const given = { nomor, ...home, sejak: '2021-08-05' }
  expect((await answer('a0', given)).statusCode).toBe(303)
  expect(refusedIn(await answer('a0', { ...given, nilai: 'office' })).code).toBe('form-used')
  expect((await answer('bela', { unit: '', nilai: 'office', sejak: '2021-08-05' })).statusCode).toBe(303)
  expect([await placeOf('a1', '2021-08-05'), await placeOf('b1', '2021-08-05')]).toEqual(['home', 'office'])
})
