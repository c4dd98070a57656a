import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { type CoverageTasks, coverageTasks } from '@piket/domain/situation/tasks.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRows } from '#platform/bulk.ts'
import { as } from '#platform/db.ts'
import { installation } from '#platform/installation.ts'
import { askedHere, openThread } from '#platform/thread.ts'
import { bundleOf } from '../../testing/bundled.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { findRegion } from '../region/service.ts'
import { beginSession } from '../session/service.ts'
import { type Releaser, stateCoverage } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const places = ['Hulu', 'Tengah', 'Hilir', 'Muara'].map((name, at) => ({ code: `63.98.0${at + 1}`, name }))
let cookies: Record<string, string>
beforeAll(async () => {
  cookies = await as(database.db, { region, reach: 'region' }, async (tx) => {
    await insertRows(tx, 'district', { code: 'text', name: 'text' }, places)
    const account = await addAccount(tx, { login: 'jubir', name: 'Juru Bicara', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'spokesperson' }, 'test')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date(morning) }) }
  })
})

const url = '/sungai-uji/situasi/vaksinasi/catat'
const base = { hari: '2021-07-05', kelompok: 'elderly', sasaran: '800', dosis1: '300', sumber: 'Surat 7/SATGAS' }
const state = (change: Record<string, string> = {}, nomor: string = randomUUID()) =>
  app.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor, ...base, ...change }).toString(),
  })
const told = async (query = '') => {
  const { groups } = (await app.inject({ url: `/api/v1/regions/${region}/coverage${query}` })).json()
  return groups as {
    group: string
    day: string
    target: number
    first?: number | null
    second?: number | null
    districts: { day: string; rows: { districts: { name: string }[]; first?: number }[] } | null
  }[]
}
const events = async () =>
  (
    await sql<{ kind: string }>`select kind from event where region_id = ${region} and kind like 'coverage%'
      order by id`.execute(database.owner)
  ).rows.map(({ kind }) => kind)

test.each([
  ['a day to come', { hari: '2021-07-22' }, 'coverage-day-ahead', 'belum tiba'],
  ['a group that is not vaccinated yet', { kelompok: 'adolescents', hari: '2021-06-30' }, 'coverage-group-closed', ''],
  ['second doses above first ones', { dosis2: '301' }, 'coverage-dose-order', 'dosis 2 301 orang'],
  ['more than the target', { sasaran: '290' }, 'coverage-over-target', '300 orang divaksin, sasarannya 290'],
  ['a district of another region', { kecamatan: 'Samarinda;1;1;1' }, 'coverage-districts-unread', 'Samarinda'],
  [
    'districts that do not add up',
    { kecamatan: 'Hulu;200;80\nTengah;200;80\nHilir;200;80\nMuara;200;57' },
    'coverage-sum-differs',
    'Dosis 1 berbeda 3: kecamatan berjumlah 297, bukan 300.',
  ],
  ['what is left out', { sasaran: '', sumber: '' }, 'coverage-incomplete', 'sasarannya belum diisi'],
])('%s is refused on the page, with what was typed', async (_, change, code, words) => {
  const response = await state(change)
  const document = documentOf(response.body)
  expect(response.statusCode).toBe(422)
  expect(document.querySelector(`a[href="/masalah/${code}"]`)).not.toBeNull()
  expect(wordsOf(document.querySelector('[role=alert]'))).toContain(words)
  expect(document.querySelector('[name=dosis1]')?.getAttribute('value')).toBe('300')
  expect(await told()).toEqual([])
})

test('a statement is kept once however often its form comes', async () => {
  const nomor = randomUUID()
  const answers = await Promise.all([state({}, nomor), state({}, nomor), state()])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  expect(await told()).toEqual([
    {
      ...{ group: 'elderly', day: '2021-07-05', target: 800, first: 300, second: null },
      ...{ source: 'Surat 7/SATGAS', districts: null },
    },
  ])
  expect(await events()).toEqual(['coverage-stated'])
  const other = await state({ dosis1: '320' }, nomor)
  expect(documentOf(other.body).querySelector('a[href="/masalah/form-used"]')).not.toBeNull()
})

test('totals are written with dots between thousands, as the lines of districts are, or without', async () => {
  const dotted = { kelompok: 'vulnerable', sasaran: '1.300', dosis1: '1.200', dosis2: '' }
  expect((await state(dotted)).statusCode).toBe(303)
  expect((await told()).find(({ group }) => group === 'vulnerable')).toMatchObject({ target: 1300, first: 1200 })
  for (const sasaran of ['1.30', '1,300', '13.00', '1e3']) {
    const refused = await state({ ...dotted, sasaran })
    expect(wordsOf(documentOf(refused.body).querySelector('[role=alert]'))).toContain('harus bilangan bulat')
  }
  const field = documentOf((await state({ sasaran: '' })).body).querySelector('[name=sasaran]')
  expect('1.300').toMatch(new RegExp(`^(?:${field?.getAttribute('pattern')})$`, 'v'))
})

const lines = (counts: readonly (readonly [number, number])[]) =>
  counts.map(([target, first], at) => `${places[at]?.name};${target};${first}`).join('\n')

test('small districts are added up for everybody, and told one by one to who states them', async () => {
  const kecamatan = lines([
    [300, 130],
    [60, 4],
    [240, 110],
    [200, 80],
  ])
  expect((await state({ hari: '2021-07-12', dosis1: '324', kecamatan })).statusCode).toBe(303)
  const [elderly] = await told()
  expect(elderly?.first).toBe(324)
  expect(elderly?.districts?.rows.map(({ districts, first }) => [districts.map(({ name }) => name), first])).toEqual([
    [['Hulu'], 130],
    [['Hilir'], 110],
    [['Tengah', 'Muara'], 84],
  ])
  const page = wordsOf(documentOf((await app.inject({ url: '/sungai-uji/situasi/vaksinasi' })).body).body)
  expect(page).toContain('Tengah, Muara (dijumlahkan)')
  expect(page).toContain('324 dari 800 · 41%')
})

test('a figure that differs by a few is kept and not told; the last one stands with its day', async () => {
  expect((await state({ hari: '2021-07-19', dosis1: '327' })).statusCode).toBe(303)
  expect((await told())[0]).toMatchObject({ day: '2021-07-12', first: 324 })
  expect((await state({ hari: '2021-07-20', dosis1: '340' })).statusCode).toBe(303)
  expect((await told())[0]).toMatchObject({ day: '2021-07-20', first: 340, districts: { day: '2021-07-12' } })
  const own = wordsOf(documentOf((await app.inject({ url, cookies })).body).querySelector('tbody'))
  expect(own).toContain('Tengah; 60; 4;')
  expect(own).toContain('327')
  expect(own).toContain('tidak tampil')
})

test('a later figure cannot be lower; a correction says why, and what it corrects is told no longer', async () => {
  const falls = await state({ hari: '2021-07-21', dosis1: '339' })
  expect(wordsOf(documentOf(falls.body).querySelector('[role=alert]'))).toContain('tidak dapat berkurang')
  expect((await state({ hari: '2021-07-20', dosis1: '345' })).statusCode).toBe(409)
  expect((await state({ hari: '2021-07-20', dosis1: '345', alasan: 'Lima menyusul' })).statusCode).toBe(303)
  // Five more than what was told: neither of the two is.
  expect((await told())[0]).toMatchObject({ day: '2021-07-12', first: 324 })
  expect((await events()).at(-1)).toBe('coverage-corrected')
  const kept = await sql<{ first_dose: number }>`
    select first_dose from coverage where withdrawn_at is not null`.execute(database.owner)
  expect(kept.rows).toEqual([{ first_dose: 340 }])
})

test('above its target is taken where somebody says so, and says it', async () => {
  expect((await state({ kelompok: 'health_workers', sasaran: '290', lebih: 'ya' })).statusCode).toBe(303)
  const page = documentOf((await app.inject({ url: '/sungai-uji/situasi/vaksinasi' })).body)
  expect(wordsOf(page.querySelector('[aria-labelledby=health_workers]'))).toContain('Melebihi sasaran')
  expect(page.querySelector('[aria-labelledby=health_workers] .share .value')?.getAttribute('width')).toBe('100%')
})

test('what was known earlier is told as it was known, and of a day to come nothing', async () => {
  expect(await told('?known=2021-07-20')).toEqual([])
  expect((await told('?date=2021-07-11'))[0]).toMatchObject({ group: 'health_workers', day: '2021-07-05' })
  for (const address of [
    `/api/v1/regions/${region}/coverage?date=2021-07-22`,
    '/sungai-uji/situasi/vaksinasi?tanggal=2021-07-22',
  ]) {
    const { statusCode, body } = await app.inject({ url: address })
    expect([statusCode, body]).toEqual([422, expect.stringContaining('situation-day-ahead')])
  }
})

test('the pages are clean, and the public one is kept for a minute', async () => {
  for (const address of [url, '/sungai-uji/situasi/vaksinasi', '/sungai-uji/situasi/vaksinasi?bahasa=en']) {
    const { body, statusCode } = await app.inject({ url: address, cookies: address === url ? cookies : {} })
    expect(statusCode).toBe(200)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  }
  const first = await app.inject({ url: '/sungai-uji/situasi/vaksinasi' })
  expect(first.headers['cache-control']).toBe('public, max-age=60')
  const again = await app.inject({
    url: '/sungai-uji/situasi/vaksinasi',
    headers: { 'if-none-match': String(first.headers.etag) },
  })
  expect(again.statusCode).toBe(304)
})

test('statements come a hundred a page', async () => {
  await sql`insert into coverage (region_id, coverage_id, number, day, target_group, target, told, told_districts, merged,
      source, recorded_by, recorded_at)
    select ${region}, gen_random_uuid(), 1000 + at, '2021-03-01'::date + at, 'general', 900, 0, 0, '{}', 'S', 'jubir',
      '2021-07-19T00:00:00Z'
    from generate_series(0, 100) at`.execute(database.owner)
  const rowsOf = async (query: string) =>
    documentOf((await app.inject({ url: `${url}${query}`, cookies })).body).querySelectorAll('tbody tr').length
  expect(await rowsOf('')).toBe(100)
  expect(await rowsOf('?hal=2')).toBeGreaterThan(0)
  expect((await app.inject({ url: `${url}?hal=9`, cookies })).statusCode).toBe(404)
})

test('a thread settles what is told; where no answer comes nothing is, and the statement is kept', async () => {
  const program = await bundleOf(join(installation(), 'server/coverage-thread.ts'))
  const listed = await findRegion(database.db, 'sungai-uji')
  if (!listed) throw new Error('The region is not there.')
  const officer = { region, account: 'jubir', roles: [{ role: 'spokesperson' }] } as const
  const stateBy = async (longest: number | undefined, day: Day, first: number) => {
    const releaser = openThread<CoverageTasks>({ name: 'The thread', program, ...(longest && { longest }) })
    const id = randomUUID()
    const given = { group: 'public_officers', target: 900, second: null, lines: '', overTarget: false } as const
    const of = { ...{ db: database.db, clock: app.clock, releaser } }
    expect(await stateCoverage(of, listed, officer, { ...given, id, day, first, source: 'S', reason: '' })).toBe(
      undefined,
    )
    await releaser.end()
    const kept = await sql<{ told: number }>`select told from coverage where coverage_id = ${id}`.execute(
      database.owner,
    )
    return kept.rows[0]?.told
  }
  expect(await stateBy(undefined, '2021-07-05' as Day, 300)).toBe(2)
  // No thread has started within a millisecond.
  expect(await stateBy(1, '2021-07-06' as Day, 400)).toBe(0)
  expect(await stateBy(undefined, '2021-07-07' as Day, 500)).toBe(2)
})

test('while it is settled what is told nobody waits, and it is settled anew where another statement came before', async () => {
  const found = await findRegion(database.db, 'sungai-uji')
  if (!found) throw new Error('The region is gone.')
  const viewer = { account: '10000000-0000-4000-8000-000000000000', region, employee: undefined, grants: [] }
  const own = { group: 'adolescents', target: 500, first: 200, second: null, lines: '', overTarget: false } as const
  const asked: number[] = []
  let meanwhile = async () => {}
  const releaser = askedHere({
    release: async (...[stated, earlier]: Parameters<CoverageTasks['release']>) => {
      asked.push(earlier.length)
      await meanwhile()
      return coverageTasks.release(stated, earlier)
    },
  }) as unknown as Releaser
  const stating = (day: string, by = releaser) => {
    const statement = { ...own, id: randomUUID(), day: day as Day, source: 'Surat 9', reason: '' }
    return stateCoverage({ db: database.db, clock: app.clock, releaser: by }, found, viewer as never, statement)
  }
  meanwhile = async () => {
    meanwhile = async () => {}
    expect(await stating('2021-07-02')).toBeUndefined()
  }
  expect(await stating('2021-07-03')).toBeUndefined()
  const before = asked[0] ?? 0
  const since = () => asked.map((earlier) => earlier - before)
  expect(since()).toEqual([0, 0, 1])

  let day = 3
  meanwhile = async () => {
    expect(await stating(`2021-07-0${++day}`, app.releaser)).toBeUndefined()
  }
  expect(await stating('2021-07-09')).toEqual({ refused: 'try-soon', after: 5 })
  expect(since()).toEqual([0, 0, 1, 2, 3, 4])
})

test('nobody else may state it', async () => {
  const page = await app.inject({ url })
  expect([page.statusCode, page.headers.location]).toEqual([303, expect.stringContaining('/masuk')])
})
