/** The spokesperson states cases: sums that differ, days to come and counts that fall are refused; corrections stay. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
let cookies: Record<string, string>
beforeAll(async () => {
  cookies = await as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login: 'jubir', name: 'Juru Bicara', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'spokesperson' }, 'test')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date(morning) }) }
  })
})

const count = { hari: '2021-07-19', kasus: '40', sembuh: '30', meninggal: '2', dirawat: '8', sumber: 'Surat 12/SATGAS' }
const state = (change: Record<string, string> = {}, nomor: string = randomUUID()) =>
  app.inject({
    method: 'POST',
    url: '/sungai-uji/situasi/angka',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor, ...count, ...change }).toString(),
  })
const shown = async () => (await app.inject({ url: '/api/v1/regions/63.98/situation' })).json().counts
const events = async () =>
  (
    await sql<{ kind: string }>`select kind from event where region_id = ${region} and kind like 'case-count%'
      order by kind`.execute(database.owner)
  ).rows.map(({ kind }) => kind)

test.each([
  ['a sum that differs', { dirawat: '9' }, 'case-sum-differs', 'Jumlahnya berbeda 1: 30 + 2 + 9 = 41, bukan 40.'],
  ['a day to come', { hari: '2021-07-22' }, 'case-day-ahead', ''],
  ['a day before the first case of the country', { hari: '2020-03-01' }, 'case-day-before', '2 Maret 2020'],
  [
    'what is left out',
    { kasus: '', sumber: '' },
    'case-count-incomplete',
    'Angka ini belum lengkap: jumlah kasus belum diisi; suratnya belum disebut.',
  ],
])('%s is refused on the page, with what was typed', async (_, change, code, words) => {
  const response = await state(change)
  const document = documentOf(response.body)
  expect(response.statusCode).toBe(422)
  expect(document.querySelector(`a[href="/masalah/${code}"]`)).not.toBeNull()
  expect(wordsOf(document.querySelector('[role=alert]'))).toContain(words)
  expect(document.querySelector('[name=meninggal]')?.getAttribute('value')).toBe('2')
  expect(await shown()).toEqual([])
})

test('a count is stated once however often its form comes, and is there for everybody', async () => {
  const nomor = randomUUID()
  const answers = await Promise.all([state({}, nomor), state({}, nomor), state()])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  expect(await shown()).toEqual([
    { day: '2021-07-19', confirmed: 40, recovered: 30, died: 2, in_care: 8, source: 'Surat 12/SATGAS' },
  ])
  expect(await events()).toEqual(['case-count-stated'])
})

test('a later count cannot be lower, and a correction says why and keeps what it corrects', async () => {
  const falls = await state({ hari: '2021-07-21', kasus: '39', dirawat: '7' })
  expect(wordsOf(documentOf(falls.body).querySelector('[role=alert]'))).toContain('Kasus tidak dapat berkurang')
  const there = await state({ kasus: '41', dirawat: '9' })
  expect(there.statusCode).toBe(409)
  expect((await state({ kasus: '41', dirawat: '9', alasan: 'Satu kasus menyusul' })).statusCode).toBe(303)
  expect((await state({ hari: '2021-07-21', kasus: '44', dirawat: '12' })).statusCode).toBe(303)
  expect((await shown()).map(({ confirmed }: { confirmed: number }) => confirmed)).toEqual([41, 44])
  expect(await events()).toEqual(['case-count-corrected', 'case-count-stated', 'case-count-stated'])
  const kept = await sql<{ confirmed: number }>`
    select confirmed from case_count where withdrawn_at is not null`.execute(database.owner)
  expect(kept.rows).toEqual([{ confirmed: 40 }])
})

test('what was known earlier is told as it was known', async () => {
  const then = (await app.inject({ url: '/api/v1/regions/63.98/situation?known=2021-07-20' })).json()
  expect(then.counts).toEqual([])
})

test('the pages are clean, and the public one draws the trend with its words', async () => {
  for (const url of ['/sungai-uji/situasi/angka', '/sungai-uji/situasi', '/sungai-uji/situasi?bahasa=en']) {
    const { body, statusCode } = await app.inject({ url, cookies: url.endsWith('angka') ? cookies : {} })
    expect(statusCode).toBe(200)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  }
  const page = documentOf((await app.inject({ url: '/sungai-uji/situasi' })).body)
  expect(wordsOf(page.querySelector('.sum'))).toMatch(/^44 kasus ?= ?30 sembuh ?\+ ?2 meninggal ?\+ ?12 dirawat$/)
  expect(page.querySelector('svg.trend')?.getAttribute('aria-label')).toBe(
    'Kasus naik dari 41 pada Senin, 19 Juli 2021 menjadi 44 pada Rabu, 21 Juli 2021.',
  )
  expect(wordsOf(page.querySelector('main'))).not.toContain('Catat angka kasus')
})

test('a correction that changes nothing says so, and the same one sent again is done', async () => {
  const same = { kasus: '41', dirawat: '9' }
  const other = await state({ ...same, alasan: 'Salah ketik' })
  expect([other.statusCode, other.body]).toEqual([422, expect.stringContaining('/masalah/case-count-unchanged"')])
  expect((await state({ ...same, alasan: 'Satu kasus menyusul' })).statusCode).toBe(303)
})

const withdraw = (angka: string, alasan: string) =>
  app.inject({
    method: 'POST',
    url: '/sungai-uji/situasi/angka/tarik',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ angka, alasan }).toString(),
  })
let gone = ''
const counts = async () => documentOf((await app.inject({ url: '/sungai-uji/situasi/angka', cookies })).body)

test('cases that do not grow are not said to rise', async () => {
  expect((await state({ hari: '2021-07-16', kasus: '44', dirawat: '12' })).statusCode).toBe(422)
  expect((await state({ hari: '2021-07-20', kasus: '44', dirawat: '12' })).statusCode).toBe(303)
  const kept = (await counts()).querySelector('[name=angka] option[value]:not([value=""])')?.getAttribute('value') ?? ''
  expect((await withdraw(kept, '')).body).toContain('/masalah/case-count-withdrawn-why"')
  const first = [...(await counts()).querySelectorAll('[name=angka] option')].find((one) =>
    wordsOf(one).includes('19 Juli 2021'),
  )
  gone = first?.getAttribute('value') ?? ''
  served.moment += 60_000
  const answers = await Promise.all([withdraw(gone, 'Salah hari'), withdraw(gone, 'Salah hari')])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const page = documentOf((await app.inject({ url: '/sungai-uji/situasi' })).body)
  expect(page.querySelector('svg.trend')?.getAttribute('aria-label')).toBe(
    'Kasus tetap 44 dari Selasa, 20 Juli 2021 sampai Rabu, 21 Juli 2021.',
  )
})

test('a count that was withdrawn is told as it was known then, stays on record, and its day is free again', async () => {
  expect((await shown()).map(({ day }: { day: string }) => day)).toEqual(['2021-07-20', '2021-07-21'])
  const then = (await app.inject({ url: '/api/v1/regions/63.98/situation?known=2021-07-21T07:30' })).json()
  expect(then.counts.map(({ day }: { day: string }) => day)).toEqual(['2021-07-19', '2021-07-20', '2021-07-21'])
  expect((await events()).filter((kind) => kind === 'case-count-withdrawn')).toHaveLength(1)
  const taken = (await counts()).querySelector('[aria-labelledby=ditarik]')
  expect(wordsOf(taken)).toMatch(/19 Juli 2021.*41.*Salah hari/)
  const { body } = await app.inject({ url: '/sungai-uji/situasi/angka', cookies })
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  expect((await withdraw(gone, 'Alasan lain')).body).toContain('/masalah/case-count-gone"')
  expect((await state()).statusCode).toBe(303)
  expect((await shown())[0]).toMatchObject({ day: '2021-07-19', confirmed: 40 })
})

test('nobody else may state one', async () => {
  const page = await app.inject({ url: '/sungai-uji/situasi/angka' })
  expect([page.statusCode, page.headers.location]).toEqual([303, expect.stringContaining('/masuk')])
})

test('of the form that was used another content is refused, and nothing is lost without a word', async () => {
  const nomor = randomUUID()
  expect((await state({ hari: '2021-07-18', kasus: '38', dirawat: '6' }, nomor)).statusCode).toBe(303)
  const other = await state({ hari: '2021-07-18', kasus: '39', dirawat: '7' }, nomor)
  expect([other.statusCode, documentOf(other.body).querySelector('a[href="/masalah/form-used"]')]).toEqual([
    422,
    expect.anything(),
  ])
})

test('a clock that goes back, as that of a demonstration at midnight, meets the count that is there', async () => {
  const now = served.moment
  expect((await state({ hari: '2021-07-17', kasus: '36', dirawat: '4' })).statusCode).toBe(303)
  served.moment = now - 3_600_000
  expect((await state({ hari: '2021-07-17', kasus: '37', dirawat: '5' })).statusCode).toBe(409)
  served.moment = now
})
