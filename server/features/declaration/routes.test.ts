/** What an authority declares moves people from when it is recorded, and is over when it is said to be. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import { fileCircular } from '../circular/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const law = `
piket: circular/1
id: uji-banjir
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/8/UJI
title: Banjir
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat Uji}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: b1, kind: placement, who: {all: true}, when: {event: {type: flood, at: unit}}, place: home, binding: true, cite: "u:1"}
  - {id: b2, kind: placement, who: {unit: [dinas-b]}, when: {status: {zone: [red]}}, place: home, binding: true, cite: "u:2"}
open_questions: []
`
const sessions: Record<string, string> = {}
const inRegion = { region: '63.98', reach: 'region' } as const
beforeAll(async () => {
  const { doc } = parseCircular('x', law)
  if (!doc) throw new Error('The document does not parse.')
  await as(database.db, inRegion, async (tx) => {
    await fileCircular(tx, law, doc, { by: 'test', now: '2021-07-16T10:00' })
  })
  sessions.bela = await officerSession(database.db, '63.98', { name: 'Bela', role: 'organisation_bureau' })
  sessions.juru = await officerSession(database.db, '63.98', { name: 'Juru', role: 'spokesperson' })
})

const get = (path: string, who = 'bela') =>
  app.inject({ url: `/sungai-uji/${path}`, cookies: { piket: sessions[who] ?? '' } })
const post = (path: string, form: Readonly<Record<string, string>>, who = 'bela') =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/penetapan/${path}`,
    cookies: { piket: sessions[who] ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: randomUUID(), ...form }).toString(),
  })
const flood = { kejadian: 'flood', tempat: 'dinas-a', sejak: '2021-07-21', pejabat: 'Bupati, 360/1/2021' }

test('the page offers what documents wait for, and is for those who record alone', async () => {
  const page = await get('penetapan')
  expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  const document = documentOf(page.body)
  expect(document.querySelector('optgroup')?.getAttribute('label')).toBe('Ditunggu surat daerah ini')
  expect([...document.querySelectorAll('[name=status] option')].map((one) => one.getAttribute('value'))).toEqual([
    'zone',
  ])
  expect(wordsOf(document.querySelector('main'))).toContain('zone: red')
  expect((await get('penetapan', 'juru')).statusCode).toBe(403)
  expect((await post('kejadian', flood, 'juru')).statusCode).toBe(403)
})

test('an event holds from when it is recorded, once, and until it is said to have ended', async () => {
  const form = { nomor: randomUUID(), ...flood }
  for (let times = 0; times < 2; times++) expect((await post('kejadian', form)).statusCode).toBe(303)
  const { length } = await database.owner
    .selectFrom('declared_event')
    .where('type', '=', 'flood')
    .select('type')
    .execute()
  expect(length).toBe(1)
  const cited = async (day: string) => (await get(`pegawai/a2?tanggal=${day}`)).body.includes('menurut butir b1')
  expect([await cited('2021-07-20'), await cited('2021-07-22')]).toEqual([false, true])
  const page = documentOf((await get('penetapan')).body)
  expect(wordsOf(page.querySelector('[aria-labelledby=kejadian-berlaku]'))).toMatch(
    /Dinas Alfa.*sejak 21 Juli 2021.*Bupati/,
  )
  const end = { kejadian: 'flood', tempat: 'dinas-a', sejak: '2021-07-21' }
  expect(refusedIn(await post('akhir', { ...end, sampai: '2021-07-20' })).code).toBe('declaration-end-early')
  expect((await post('akhir', { ...end, sejak: '2021-07-02', sampai: '2021-07-21' })).body).toContain(
    'declaration-gone',
  )
  expect((await post('akhir', { ...end, sampai: '2021-07-21' })).statusCode).toBe(303)
  expect([await cited('2021-07-21'), await cited('2021-07-22')]).toEqual([true, false])
  const after = documentOf((await get('penetapan')).body)
  expect(wordsOf(after.querySelector('[aria-labelledby=kejadian-berlaku]'))).toContain(
    '21 Juli 2021 sampai 21 Juli 2021',
  )
})

test('a status moves those whom a clause names', async () => {
  const zone = { status: 'zone', nilai: 'red', sejak: '2021-07-22', pejabat: 'Gubernur, 1/2021' }
  expect((await post('status', zone)).statusCode).toBe(303)
  const page = documentOf((await get('penetapan')).body)
  expect(wordsOf(page.querySelector('[aria-labelledby=status-berlaku]'))).toContain('zone: red')
})

test('a form that is sent twice at once declares once, with one event', async () => {
  const form = { nomor: randomUUID(), ...flood, sejak: '2021-08-02' }
  const sent = await Promise.all([post('kejadian', form), post('kejadian', form)])
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const events = await database.owner.selectFrom('event').where('subject', '=', form.nomor).select('kind').execute()
  const declared = await database.owner
    .selectFrom('declared_event')
    .where('starts_on', '=', form.sejak)
    .select('type')
    .execute()
  expect([events, declared]).toEqual([[{ kind: 'event-declared' }], [{ type: 'flood' }]])
})

test.each<[string, string, Readonly<Record<string, string>>, string]>([
  ['no authority', 'kejadian', { ...flood, pejabat: ' ' }, 'declaration-incomplete'],
  ['no first day', 'kejadian', { ...flood, sejak: '' }, 'declaration-incomplete'],
  ['an end before the start', 'kejadian', { ...flood, sampai: '2021-07-20' }, 'declaration-end-early'],
  ['a day far ahead', 'kejadian', { ...flood, sejak: '2031-07-20' }, 'declaration-far'],
  ['a unit that is not there', 'kejadian', { ...flood, tempat: 'tidak-ada' }, 'declaration-place-unknown'],
  ['a word that is none', 'kejadian', { ...flood, kejadian: 'Banjir Besar!' }, 'form-invalid'],
  ['no value', 'status', { status: 'zone', nilai: '', sejak: '2021-07-22', pejabat: 'x' }, 'declaration-incomplete'],
])('%s is refused', async (_, path, form, code) => {
  expect(refusedIn(await post(path, form)).code).toBe(code)
})
