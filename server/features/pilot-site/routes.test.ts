import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRows } from '#platform/bulk.ts'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
let taskForce: Record<string, string>
let head: Record<string, string>
beforeAll(async () => {
  taskForce = await as(database.db, { region, reach: 'region' }, async (tx) => {
    await insertRows(tx, 'district', { code: 'text', name: 'text' }, [{ code: '63.98.01', name: 'Hulu' }])
    await insertRows(tx, 'village', { code: 'text', district_code: 'text', name: 'text' }, [
      { code: '63.98.01.1001', district_code: '63.98.01', name: 'Kota Uji' },
      { code: '63.98.01.2002', district_code: '63.98.01', name: 'Tepi Uji' },
    ])
    const account = await addAccount(tx, { login: 'satgas', name: 'Satgas', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'task_force' }, 'test')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date(morning) }) }
  })
  head = { piket: await served.signIn('a0') }
})

const send = (url: string, cookies: Record<string, string>, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const market = { jenis: 'market', nama: 'Pasar Uji', wilayah: '63.98.01.1001', opd: 'dinas-a', mulai: '2021-07-12' }
const add = (change: Record<string, string> = {}, nomor: string = randomUUID(), cookies = taskForce) =>
  send('/sungai-uji/percontohan', cookies, { nomor, ...market, ...change })
const shown = async () => (await app.inject({ url: `/api/v1/regions/${region}/pilot-sites` })).json().sites
const events = async () =>
  (
    await sql<{ kind: string }>`select kind from event where region_id = ${region} and kind like 'pilot%'
      order by id`.execute(database.owner)
  ).rows.map(({ kind }) => kind)

test.each([
  ['one without name, place and escort', { nama: '', wilayah: '', opd: '' }, 'pilot-site-incomplete'],
  ['one outside the region', { wilayah: '64.02.06.1001' }, 'pilot-site-area-unknown'],
  ['a desa in a kelurahan', { jenis: 'desa' }, 'pilot-site-area-misfit'],
  ['a market that is all of a district', { wilayah: '63.98.01' }, 'pilot-site-area-misfit'],
  ['one that a part of an agency escorts', { opd: 'kantor-c/loket' }, 'pilot-site-agency-unknown'],
  ['one of another age', { sampai: '2090-01-01' }, 'day-too-far'],
  ['one that ends before it begins', { sampai: '2021-07-11' }, 'pilot-site-dates-reversed'],
])('%s is refused on the page, with what was typed', async (_, change, code) => {
  const response = await add(change)
  const document = documentOf(response.body)
  expect(response.statusCode).toBe(422)
  expect(document.querySelector(`a[href="/masalah/${code}"]`)).not.toBeNull()
  expect(document.querySelector('[name=mulai]')?.getAttribute('value')).toBe('2021-07-12')
  expect(await shown()).toEqual([])
})

test('a place is added once, and is there for everybody', async () => {
  const nomor = randomUUID()
  expect((await Promise.all([add({}, nomor), add({}, nomor)])).map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(await shown()).toEqual([
    {
      ...{
        kind: 'market',
        name: 'Pasar Uji',
        village: 'Kota Uji',
        district: 'Hulu',
        proposed: false,
        from: '2021-07-12',
        until: null,
        last_check: null,
      },
      agency: { unit: 'dinas-a', name: 'Dinas Alfa' },
    },
  ])
  for (const change of [{ nama: 'Pasar Lain' }, { sampai: '2021-08-01' }, { usulan: 'ya' }])
    expect((await add(change, nomor)).statusCode).toBe(422)
  expect(await events()).toEqual(['pilot-site-added'])
})

test('a home has no name for others, and a village is called by its own', async () => {
  await add({ jenis: 'household', nama: 'Keluarga Rahasia, Gang 3' })
  await add({ jenis: 'desa', nama: '', wilayah: '63.98.01.2002' })
  const sites = await shown()
  const names = sites.map(({ kind, name }: { kind: string; name: string | null }) => [kind, name])
  expect(names.toSorted()).toEqual([
    ['desa', null],
    ['household', null],
    ['market', 'Pasar Uji'],
  ])
  for (const url of [`/api/v1/regions/${region}/pilot-sites`, '/sungai-uji/situasi/percontohan']) {
    const { body } = await app.inject({ url })
    expect(body).not.toContain('Rahasia')
    expect(body).not.toContain('Gang 3')
  }
  expect((await app.inject({ url: '/sungai-uji/percontohan', cookies: taskForce })).body).toContain('Rahasia')
})

const siteOfKind = async (kind: string) =>
  (
    await sql<{
      id: string
    }>`select site_id as id from pilot_site where region_id = ${region} and kind = ${kind}`.execute(database.owner)
  ).rows[0]?.id ?? ''

test('the head of its agency says what was found, once; the head of another sees no place', async () => {
  const site = await siteOfKind('market')
  const check = { nomor: randomUUID(), hari: '2021-07-20', butir: 'masks', catatan: 'Pintu timur sempit' }
  const url = `/sungai-uji/percontohan/${site}/periksa`
  const [first, again] = await Promise.all([send(url, head, check), send(url, head, check)])
  expect([first.statusCode, again.statusCode]).toEqual([303, 303])
  const market = (await shown()).find(({ kind }: { kind: string }) => kind === 'market')
  expect(market.last_check).toEqual({ day: '2021-07-20', met: 1 })
  expect((await app.inject({ url: '/sungai-uji/situasi/percontohan' })).body).not.toContain('Pintu timur')
  expect((await events()).filter((kind) => kind === 'pilot-site-checked')).toHaveLength(1)
  const other = { piket: await served.signIn('b0') }
  expect((await send(url, other, { ...check, nomor: randomUUID() })).statusCode).toBe(404)
  expect((await app.inject({ url: `/sungai-uji/percontohan/${site}`, cookies: other })).statusCode).toBe(404)
  expect((await add({}, randomUUID(), head)).statusCode).toBe(403)
})

test.each([
  ['a day to come', '2021-07-22', 'pilot-check-day'],
  ['a day before it began', '2021-07-11', 'pilot-check-day'],
])('of %s nothing was found', async (_, hari, code) => {
  const site = await siteOfKind('market')
  const response = await send(`/sungai-uji/percontohan/${site}/periksa`, head, { nomor: randomUUID(), hari })
  expect([response.statusCode, response.body]).toEqual([422, expect.stringContaining(`/masalah/${code}`)])
})

test('of a home nobody else is told what was found', async () => {
  const site = await siteOfKind('household')
  const check = { nomor: randomUUID(), hari: '2021-07-19', butir: 'masks' }
  expect((await send(`/sungai-uji/percontohan/${site}/periksa`, head, check)).statusCode).toBe(303)
  const home = (await shown()).find(({ kind }: { kind: string }) => kind === 'household')
  expect(home.last_check).toBeNull()
  const page = documentOf((await app.inject({ url: '/sungai-uji/situasi/percontohan' })).body)
  const line = [...page.querySelectorAll('li')].find((one) => wordsOf(one).includes('Satu rumah tangga'))
  expect(line && wordsOf(line)).not.toMatch(/periksa/i)
})

test('what has not begun is not tried out yet', async () => {
  await add({ jenis: 'cafe', nama: 'Kafe Nanti', mulai: '2021-07-22' })
  await add({ jenis: 'cafe', nama: 'Kafe Usulan', mulai: '2021-07-22', usulan: 'ya' })
  const names = (await shown()).map(({ name }: { name: string | null }) => name)
  expect(names).toContain('Kafe Usulan')
  expect(names).not.toContain('Kafe Nanti')
})

test('a proposal is marked as one and not checked', async () => {
  await add({ jenis: 'restaurant', nama: 'Warung Uji', usulan: 'ya' })
  const site = await siteOfKind('restaurant')
  const page = wordsOf(documentOf((await app.inject({ url: '/sungai-uji/situasi/percontohan' })).body).body)
  expect(page).toMatch(/Warung Uji ?Usulan/)
  const check = await send(`/sungai-uji/percontohan/${site}/periksa`, head, { nomor: randomUUID(), hari: '2021-07-20' })
  expect(check.statusCode).toBe(409)
})

test.each([
  ['is a proposal again', { usulan: 'ya' }, 'pilot-site-checked'],
  ['ends before its last check', { sampai: '2021-07-19' }, 'pilot-site-checked-later'],
])('no place that was checked %s', async (_, change, code) => {
  const site = await siteOfKind('market')
  const response = await send(`/sungai-uji/percontohan/${site}`, taskForce, change)
  expect([response.statusCode, response.body]).toEqual([409, expect.stringContaining(`/masalah/${code}"`)])
})

test('nobody overwrites what they were not shown; a place that has ended is there no longer', async () => {
  const url = `/sungai-uji/percontohan/${await siteOfKind('market')}`
  const form = documentOf((await app.inject({ url, cookies: taskForce })).body)
  expect(form.querySelector('[name=semula_sampai]')?.getAttribute('value')).toBe('')
  const changes = ['2021-07-20', '2021-07-31'].map((sampai) => send(url, taskForce, { sampai, semula_sampai: '' }))
  const statuses = (await Promise.all(changes)).map(({ statusCode }) => statusCode)
  expect(statuses.toSorted()).toEqual([303, 409])
  const last = statuses[0] === 303 ? '2021-07-20' : '2021-07-31'
  const stale = await send(url, taskForce, { sampai: '2021-08-31', semula_sampai: '' })
  expect(stale.body).toContain('/masalah/pilot-site-changed"')
  const seen = await send(url, taskForce, { sampai: '2021-07-20', semula_sampai: last })
  expect(seen.statusCode).toBe(303)
  expect((await shown()).map(({ kind }: { kind: string }) => kind)).not.toContain('market')
})

const formOf = async (site: string) =>
  documentOf((await app.inject({ url: `/sungai-uji/percontohan/${site}`, cookies: taskForce })).body)

test('a check is offered on days of the pilot alone', async () => {
  const ended = (await formOf(await siteOfKind('market'))).querySelector('[name=hari]')
  expect(['min', 'max', 'value'].map((name) => ended?.getAttribute(name))).toEqual([
    '2021-07-12',
    '2021-07-20',
    '2021-07-20',
  ])
  const later = randomUUID()
  expect((await add({ nama: 'Pasar Nanti', mulai: '2021-07-23' }, later)).statusCode).toBe(303)
  const page = await formOf(later)
  expect(page.querySelector('[name=hari]')).toBeNull()
  expect(wordsOf(page.querySelector('main'))).toContain('Percontohan ini mulai 23 Juli 2021.')
})

test('the form of a place sent again is done, whatever became of the place', async () => {
  const nomor = randomUUID()
  const cafe = { jenis: 'cafe', nama: 'Kafe Ulang', usulan: 'ya' }
  expect((await add(cafe, nomor)).statusCode).toBe(303)
  const url = `/sungai-uji/percontohan/${nomor}`
  const change = { sampai: '2021-07-30', semula_sampai: '', semula_usulan: 'ya' }
  expect((await send(url, taskForce, change)).statusCode).toBe(303)
  const again = await add(cafe, nomor)
  expect([again.statusCode, again.headers.location]).toEqual([303, url])
  expect((await add({ ...cafe, sampai: '2021-07-30' }, nomor)).body).toContain('/masalah/form-used"')
})

test('no place is there twice at a time, under whatever form', async () => {
  const stall = { jenis: 'cafe', nama: 'Kafe Kembar', sampai: '2021-07-20' }
  const both = await Promise.all([add(stall), add({ ...stall, nama: 'kafe  kembar' })])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
  const refused = both.find(({ statusCode }) => statusCode === 409)
  expect(refused?.body).toContain('/masalah/pilot-site-there"')
  expect(wordsOf(documentOf(refused?.body ?? '').querySelector('[role=alert]'))).toMatch(
    /Kafe Kembar.*Kota Uji.*12 Juli 2021 sampai 20 Juli 2021/i,
  )
  for (const change of [{ wilayah: '63.98.01.2002' }, { jenis: 'restaurant' }, { mulai: '2021-07-21', sampai: '' }])
    expect((await add({ ...stall, ...change })).statusCode).toBe(303)
  expect((await add({ jenis: 'desa', nama: '', wilayah: '63.98.01.2002' })).statusCode).toBe(409)
})

test('the end of a place is not moved into the time of another that is the same', async () => {
  const { id } =
    (
      await sql<{ id: string }>`select site_id as id from pilot_site
        where name ilike 'kafe%kembar' and village_code = '63.98.01.1001' and kind = 'cafe' and ends_on = '2021-07-20'
      `.execute(database.owner)
    ).rows[0] ?? {}
  const change = { sampai: '2021-07-22', semula_sampai: '2021-07-20' }
  const moved = await send(`/sungai-uji/percontohan/${id}`, taskForce, change)
  expect(moved.body).toContain('/masalah/pilot-site-there"')
})

test('a place that was entered by mistake is withdrawn with a reason, and the right one is entered', async () => {
  const nomor = randomUUID()
  await add({ nama: 'Pasar Kelru' }, nomor)
  const url = `/sungai-uji/percontohan/${nomor}`
  const withdraw = (alasan: string, cookies = taskForce) => send(`${url}/tarik`, cookies, { alasan })
  expect((await withdraw('')).body).toContain('/masalah/pilot-site-withdrawn-why"')
  expect((await withdraw('Salah nama', head)).statusCode).toBe(403)
  const answers = await Promise.all([withdraw('Salah nama'), withdraw('Salah nama')])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect((await events()).filter((kind) => kind === 'pilot-site-withdrawn')).toHaveLength(1)
  const names = async () => (await shown()).map(({ name }: { name: string | null }) => name)
  expect(await names()).not.toContain('Pasar Kelru')
  const page = await formOf(nomor)
  expect(wordsOf(page.querySelector('main'))).toContain('Salah nama')
  expect(page.querySelectorAll('main form')).toHaveLength(0)
  for (const [to, fields] of [
    [url, { sampai: '2021-07-30', semula_sampai: '' }],
    [`${url}/periksa`, { nomor: randomUUID(), hari: '2021-07-20' }],
    [`${url}/tarik`, { alasan: 'Alasan lain' }],
  ] as const)
    expect((await send(to, taskForce, fields)).body).toContain('/masalah/pilot-site-withdrawn"')
  expect((await add({ nama: 'Pasar Kelru' })).statusCode).toBe(303)
  expect(await names()).toContain('Pasar Kelru')
})

test('the pages are clean, and the public one is kept for a minute', async () => {
  const site = await siteOfKind('household')
  const own = ['/sungai-uji/percontohan', `/sungai-uji/percontohan/${site}`]
  for (const url of [...own, '/sungai-uji/situasi/percontohan', '/sungai-uji/situasi/percontohan?bahasa=en']) {
    const { body, statusCode } = await app.inject({ url, cookies: own.includes(url) ? taskForce : {} })
    expect(statusCode).toBe(200)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  }
  const { headers } = await app.inject({ url: '/sungai-uji/situasi/percontohan' })
  expect(headers['cache-control']).toBe('public, max-age=60')
})
