/** Permits: asked for on the phone, signed by whoever may, and from then on facts of the day, the board and the roster. */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { fileCircular } from '../circular/service.ts'
import { waitingPermitsOn } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const inRegion = { region, reach: 'region' } as const

/** Bans with an exception for a letter, without any, and of leave itself. */
const bans = `
piket: circular/1
id: uji-larangan
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/8/UJI
title: Larangan bepergian dan cuti
issued_on: 2021-07-17
issuer: {office: bupati, signed_by: Rahmat Uji, signed_as: bupati}
in_force: {from: 2021-08-01, until: 2021-08-31}
relations: []
basis: []
sources: [{id: l, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: l1, kind: ban, who: {unit: [dinas-a]}, act: [travel_out_of_region], includes: [family], unless: [{letter: surat_tugas, signer_at_least: II}], cite: "l:1"}
  - {id: l2, kind: ban, who: {unit: [dinas-b]}, act: [travel_out_of_region], includes: [family], cite: "l:2"}
  - {id: l3, kind: ban, who: {unit: [dinas-b]}, act: [leave], unless: [{reason: [sick]}], cite: "l:3"}
  - {id: l4, kind: placement, who: {has: [at_risk_health]}, place: home, force: must, cite: "l:4"}
open_questions: []
`

const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id in ('a2', 'a3')`.execute(database.owner)
  await sql`update employee_version set echelon = 'III' where region_id = ${region}
    and employee_id = 'c0'`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'b0', 'b1', 'b2', 'c1'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  cookies.bkpsdm = await cookieOf(database.db, region, 'c2')
  await sql`insert into role_grant (region_id, account_id, role, granted_by)
    select region_id, account_id, 'personnel_agency', 'test' from account
    where region_id = ${region} and employee_id = 'c2'`.execute(database.owner)
  cookies.sekda = await cookieOf(database.db, region, 'c0')
  await sql`insert into role_grant (region_id, account_id, role, granted_by)
    select region_id, account_id, 'regional_head', 'test' from account
    where region_id = ${region} and employee_id = 'c0'`.execute(database.owner)
  const { doc } = parseCircular('larangan.yaml', bans)
  if (!doc) throw new Error('The circular of the test cannot be read.')
  await as(database.db, inRegion, async (tx) => {
    await fileCircular(tx, bans, doc, { by: 'test', now: '2021-07-17T10:00' })
  })
})

interface Wish {
  readonly id?: string
  readonly kind?: string
  readonly from?: string
  readonly until?: string
  readonly [name: string]: unknown
}

const ask = (who: string, wish: Wish = {}) => {
  const { id = randomUUID(), kind = 'annual', from = '2021-07-26', until = from, employee = who, ...rest } = wish
  return app.inject({
    method: 'POST',
    url: `/api/v1/regions/${region}/permits`,
    cookies: { ...cookies[who] },
    payload: { id, employee, kind, from, until, ...rest },
  })
}
const asked = async (who: string, wish: Wish = {}): Promise<string> => {
  const response = await ask(who, wish)
  expect([response.statusCode, response.body]).toEqual([201, expect.any(String)])
  return response.json().id
}
const decide = (who: string, permit: string, given: Wish = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/regions/${region}/permits/${permit}/decision`,
    cookies: { ...cookies[who] },
    payload: { version: 1, verdict: 'grant', ...given },
  })
const withdraw = (who: string, permit: string) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/regions/${region}/permits/${permit}/withdrawal`,
    cookies: { ...cookies[who] },
  })
const code = (response: { readonly json: () => unknown }) => (response.json() as { code?: string; state?: string }).code
const page = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const placeOf = async (employee: string, day: string) =>
  (await served.ask(`/api/v1/regions/${region}/employees/${employee}/decision?date=${day}`)).json()

describe('asking', () => {
  test.each<[string, Wish, number, string]>([
    ['for a day that has passed: that is a correction', { from: '2021-07-19' }, 422, 'permit-day-past'],
    ['for today, where the kind is asked for ahead', { from: '2021-07-21' }, 422, 'permit-too-late'],
    ['with the last day before the first', { from: '2021-07-28', until: '2021-07-27' }, 422, 'permit-days-reversed'],
    ['for longer than a year', { from: '2021-07-28', until: '2022-09-01' }, 422, 'permit-too-long'],
    ['for health without a category', { kind: 'health', from: '2021-08-02' }, 422, 'permit-category-missing'],
    [
      'for health with words on the illness',
      { kind: 'health', from: '2021-08-02', category: 'at_risk_health', reason: 'asma' },
      422,
      'permit-health-words',
    ],
    ['for an exception that no clause makes', { kind: 'still_travelling' }, 422, 'permit-no-effect'],
    ['to travel where nothing bans it', { kind: 'travel_out_of_region' }, 422, 'permit-not-needed'],
    ['for somebody else without being above them', { employee: 'b1' }, 403, 'permit-not-yours'],
  ])('is refused %s', async (_, wish, status, refused) => {
    const response = await ask('a4', wish)
    expect([response.statusCode, code(response)]).toEqual([status, refused])
  })

  test('illness is asked for on the day itself', async () => {
    const permit = await asked('a4', { kind: 'sick', from: '2021-07-21' })
    expect((await withdraw('a4', permit)).json().state).toBe('withdrawn')
  })

  test('twice is once; days that are taken are refused, by another permit or by the staff list', async () => {
    const wish = { id: randomUUID(), from: '2021-07-26', until: '2021-07-28' }
    expect([(await ask('a2', wish)).statusCode, (await ask('a2', wish)).statusCode]).toEqual([201, 201])
    expect(code(await ask('a2', { ...wish, until: '2021-07-29' }))).toBe('form-used')
    expect(code(await ask('a2', { kind: 'urgent', from: '2021-07-28' }))).toBe('permit-overlap')
    const listed = cookies.a6 ?? (await cookieOf(database.db, region, 'a6'))
    cookies.a6 = listed
    expect(code(await ask('a6', { from: '2021-07-23' }))).toBe('permit-overlap')
  })

  test('two taps at once are one permit, and two wishes for the same days are one', async () => {
    const id = randomUUID()
    const same = await Promise.all([ask('a5', { id, from: '2021-08-23' }), ask('a5', { id, from: '2021-08-23' })])
    expect(same.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    const others = await Promise.all(
      ['2021-08-24', '2021-08-24'].map((from) => ask('a5', { from, until: '2021-08-25' })),
    )
    expect(others.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422])
  })
})

/** How many people the page of the roster says have other office days than were published. */
const changedInRoster = async () => {
  const { body } = await served.ask('/sungai-uji/jadwal/dinas-a')
  return Number(/Sejak diumumkan, hari kantor (\d+) orang berubah/.exec(wordsOf(documentOf(body).body))?.[1] ?? 0)
}

describe('signing', () => {
  test('granted by the superior, the day is leave on every page, and the published roster says that it is touched', async () => {
    const before = await placeOf('a3', '2021-08-04')
    const permit = await asked('a3', { from: '2021-08-04', until: '2021-08-06', reason: 'Acara keluarga' })
    expect((await placeOf('a3', '2021-08-04')).rows).toEqual(before.rows)
    const untouched = await changedInRoster()
    const list = wordsOf(documentOf((await page('a1', 'izin/tinjau')).body).querySelector('#menunggu + ul'))
    expect(list).toMatch(/4–6 Agustus 2021.*?2 hari kantor pada jadwal yang diumumkan tersentuh/)
    expect((await decide('a1', permit, { number: '850/12/UJI' })).json()).toMatchObject({
      state: 'granted',
      decided: { by: 'a1', as: 'superior', number: '850/12/UJI', clause: null },
    })
    expect((await placeOf('a3', '2021-08-04')).rows[0]).toMatchObject({ place: 'leave' })
    const board = documentOf((await served.ask('/sungai-uji/unit/dinas-a?tanggal=2021-08-04')).body)
    expect(wordsOf(board.querySelector('main'))).toMatch(/Pegawai a3[^.]*?[Cc]uti/)
    expect(await changedInRoster()).toBe(untouched + 1)
  })

  test('only by whoever may: never oneself, not a colleague, not a superior where the head signs', async () => {
    const own = await asked('a0', { from: '2021-08-02' })
    expect(code(await decide('a0', own))).toBe('permit-own')
    const waiting = { url: `/api/v1/regions/${region}/permits/waiting`, cookies: { ...cookies.sekda } }
    expect((await app.inject(waiting)).json().permits).toEqual([expect.objectContaining({ id: own })])
    expect((await decide('sekda', own)).json()).toMatchObject({ state: 'granted', decided: { as: 'regional_head' } })
    const travel = await asked('a2', { kind: 'official_travel', from: '2021-08-11' })
    expect(code(await decide('a1', travel))).toBe('permit-not-yours-to-sign')
    expect((await decide('a4', travel)).statusCode).toBe(403)
    expect((await decide('b0', travel)).statusCode).toBe(404)
    expect((await decide('a0', travel)).json().state).toBe('granted')
    expect((await placeOf('a2', '2021-08-11')).rows[0]).toMatchObject({ place: 'travel' })
  })

  test('twice is once, and who comes second is told so', async () => {
    const permit = await asked('a2', { from: '2021-08-16' })
    const both = await Promise.all([decide('a1', permit), decide('a1', permit)])
    expect(both.map((one) => one.json().state)).toEqual(['granted', 'granted'])
    expect(code(await decide('a0', permit, { verdict: 'refuse', words: 'Tidak' }))).toBe('permit-moved-on')
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from leave
      where region_id = ${region} and employee_id = 'a2' and valid_from = '2021-08-16'`.execute(database.owner)
    expect(rows).toEqual([{ count: 1 }])
  })

  test('a refusal and a question need words; a question is answered by the next version', async () => {
    const permit = await asked('a3', { from: '2021-08-18' })
    expect(code(await decide('a1', permit, { verdict: 'ask_back' }))).toBe('permit-words-missing')
    expect((await decide('a1', permit, { verdict: 'ask_back', words: 'Siapa pengganti?' })).json().state).toBe(
      'asked_back',
    )
    const form = documentOf((await page('a3', `izin?ubah=${permit}`)).body)
    expect(wordsOf(form.querySelector('form[action$="/izin"] .lines'))).toBe('Siapa pengganti?')
    const mended = await ask('a3', { id: permit, from: '2021-08-19', reason: 'Digantikan a4' })
    expect(mended.json()).toMatchObject({ version: 2, state: 'asked', from: '2021-08-19' })
    expect(code(await decide('a1', permit))).toBe('permit-moved-on')
    expect((await decide('a1', permit, { version: 2, verdict: 'refuse', words: 'Sedang padat' })).json()).toMatchObject(
      {
        state: 'refused',
        decided: { words: 'Sedang padat' },
      },
    )
  })

  test('a question asked back is answered and signed after the day; an earlier day is judged anew', async () => {
    const permit = await asked('a3', { kind: 'sick', from: '2021-07-21' })
    await decide('a1', permit, { verdict: 'ask_back', words: 'Sampai kapan?' })
    const waits = (today: string) =>
      as(database.db, inRegion, async (tx) => (await waitingPermitsOn(tx, '2021-07-21' as Day, today as Day)).has('a3'))
    expect([await waits('2021-07-28'), await waits('2021-07-29')]).toEqual([true, false])
    const answer = { id: permit, kind: 'sick', from: '2021-07-21', reason: 'Hanya hari itu' }
    served.moment = Date.parse('2021-07-29T00:00:00Z')
    expect(code(await ask('a3', answer))).toBe('permit-day-past')
    served.moment = morning + 86_400_000
    const form = documentOf((await page('a3', `izin?ubah=${permit}`)).body)
    expect(form.querySelector('input[name=mulai]')?.getAttribute('min')).toBe('2021-07-21')
    expect(code(await ask('a3', { ...answer, from: '2021-07-20', until: '2021-07-21' }))).toBe('permit-day-past')
    expect((await ask('a3', answer)).json()).toMatchObject({ version: 2, state: 'asked' })
    expect((await page('a1', 'izin/tinjau')).body).toContain(permit)
    expect((await decide('a1', permit, { version: 2 })).json().state).toBe('granted')
    expect((await placeOf('a3', '2021-07-21')).rows[0].place).toBe('leave')
    served.moment = morning
  })

  test('a clause that names a rank is held to', async () => {
    const permit = await asked('a2', { kind: 'travel_out_of_region', from: '2021-08-21' })
    await sql`update employee_version set echelon = 'III' where region_id = ${region}
      and employee_id = 'a0'`.execute(database.owner)
    const low = await decide('a0', permit)
    expect([low.statusCode, low.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'permit-signer-too-low', clause: 'uji-larangan/l1' }),
    ])
    await sql`update employee_version set echelon = 'II' where region_id = ${region}
      and employee_id = 'a0'`.execute(database.owner)
    expect((await decide('a0', permit)).json()).toMatchObject({
      state: 'granted',
      decided: { rank: 'II', clause: 'uji-larangan/l1' },
    })
    expect((await placeOf('a2', '2021-08-21')).rows[0].bans).toEqual([])
  })

  test('a ban without exception, and a freeze of leave, are no matter of signatures', async () => {
    const travel = await ask('b1', { kind: 'travel_out_of_region', from: '2021-08-07' })
    expect([travel.statusCode, travel.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'permit-banned', clause: 'uji-larangan/l2' }),
    ])
    expect((await ask('b1', { from: '2021-08-09' })).json()).toMatchObject({ clause: 'uji-larangan/l3' })
    expect((await ask('b1', { kind: 'sick', from: '2021-08-09' })).statusCode).toBe(201)
  })

  test('an acting head signs, and the permit says so', async () => {
    const permit = await asked('b2', { kind: 'surat_tugas', from: '2021-07-29' })
    expect((await decide('c1', permit)).json()).toMatchObject({ decided: { as: 'head', acting: true, rank: 'II' } })
  })
})

describe('health', () => {
  test('the category is told to the person and the personnel agency alone, and each look is written down', async () => {
    const before = (await placeOf('a4', '2021-08-02')).rows[0].place
    const permit = await asked('a4', {
      kind: 'health',
      from: '2021-08-02',
      until: '2021-08-06',
      category: 'at_risk_health',
    })
    for (const who of ['a0', 'a1', 'a3']) {
      expect((await page(who, 'izin/tinjau')).body).not.toContain(permit)
      expect((await page(who, `izin/${permit}`)).statusCode).toBe(404)
    }
    const ofHead = await app.inject({
      url: `/api/v1/regions/${region}/employees/a4/permits`,
      cookies: { ...cookies.a0 },
    })
    expect([ofHead.statusCode, ofHead.body.includes('health')]).toEqual([200, false])
    expect(code(await decide('a0', permit))).toBe('permit-not-yours-to-sign')
    expect((await decide('bkpsdm', permit)).json()).toMatchObject({ state: 'granted', decided: { clause: null } })
    expect((await placeOf('a4', '2021-08-02')).rows[0]).toMatchObject({ place: 'home', clause: [] })
    const { rows } = await sql<{ reader: string }>`select distinct account.employee_id as reader
      from sensitive_read join account on account.account_id::text = reader
      where subject_id = 'a4' and purpose = 'review' and fields = '{at_risk_health}'`.execute(database.owner)
    expect(rows.map(({ reader }) => reader)).toEqual(['c2'])
    const own = await page('a4', 'data-saya.json')
    expect(own.json().held).toMatchObject({
      permit: expect.arrayContaining([expect.objectContaining({ kind: 'health' })]),
      health_claim: [{ attribute: 'at_risk_health' }],
    })
    const stored = await sql<{ row: string }>`select permit::text as row from permit
      where permit_id = ${permit}`.execute(database.owner)
    expect(stored.rows[0]?.row).not.toContain('at_risk')
    expect((await withdraw('a4', permit)).json().state).toBe('withdrawn')
    expect((await placeOf('a4', '2021-08-02')).rows[0].place).toBe(before)
  })
})

describe('ending', () => {
  test('a granted permit that is withdrawn leaves the days as they were, and what was known stays known', async () => {
    const day = '2021-08-10'
    const before = (await placeOf('a5', day)).rows
    const permit = await asked('a5', { from: day })
    await decide('a0', permit)
    served.moment = morning + 3_600_000
    expect((await placeOf('a5', day)).rows[0].place).toBe('leave')
    expect((await withdraw('a5', permit)).json().state).toBe('withdrawn')
    const after = (await placeOf('a5', day)).rows
    const bare = (rows: readonly Record<string, unknown>[]) => rows.map(({ known: _, ...row }) => row)
    expect(bare(after)).toEqual(bare(before))
    served.moment = morning
  })

  test('revoked half-way, the days that have passed stay leave', async () => {
    const permit = await asked('a5', { from: '2021-07-26', until: '2021-07-30' })
    await decide('a0', permit)
    served.moment = Date.parse('2021-07-28T00:00:00Z')
    expect((await decide('a0', permit, { verdict: 'revoke', words: 'Banjir, semua masuk' })).json()).toMatchObject({
      state: 'revoked',
      ended: { why: 'Banjir, semua masuk' },
    })
    expect((await placeOf('a5', '2021-07-27')).rows[0].place).toBe('leave')
    expect((await placeOf('a5', '2021-07-28')).rows[0].place).not.toBe('leave')
    served.moment = morning
  })

  test('a stranger withdraws nothing', async () => {
    const permit = await asked('a3', { from: '2021-08-30' })
    expect((await withdraw('a4', permit)).statusCode).toBe(404)
    expect((await withdraw('a1', permit)).statusCode).toBe(404)
  })

  test('who entered a permit withdraws it only as long as they may enter one for the person', async () => {
    const wish = { employee: 'a3', kind: 'urgent', from: '2021-09-01' }
    const [first, second] = [await asked('a1', wish), await asked('a1', { ...wish, from: '2021-09-02' })]
    expect((await withdraw('a1', first)).json().state).toBe('withdrawn')
    const supervise = (by: string) =>
      sql`update employee_version set supervisor_id = ${by}
      where region_id = ${region} and employee_id = 'a3'`.execute(database.owner)
    await supervise('a0')
    expect((await withdraw('a1', second)).statusCode).toBe(404)
    expect((await withdraw('a3', second)).json().state).toBe('withdrawn')
    await supervise('a1')
  })
})

describe('pages', () => {
  const post = (who: string, url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `/sungai-uji/${url}`,
      cookies: { ...cookies[who] },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })

  test('an error keeps what was typed; what is sent stands on the list with what comes next', async () => {
    const fields = { nomor: randomUUID(), jenis: 'annual', sampai: '2021-08-31', keterangan: 'Menikah' }
    const wrong = await post('a2', 'izin', { ...fields, mulai: '2021-07-20' })
    expect([wrong.statusCode, wrong.body.includes('Menikah')]).toEqual([422, true])
    expect(wordsOf(documentOf(wrong.body).querySelector('[role=alert]'))).toContain('pembetulan')
    const sent = await post('a2', 'izin', { ...fields, mulai: '2021-08-31' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/sungai-uji/izin?terkirim=ya'])
    const { body } = await page('a2', 'izin?terkirim=ya')
    expect(wordsOf(documentOf(body).querySelector('#milik + ul'))).toContain(
      'Berikutnya: atasan langsung atau kepala perangkat daerah',
    )
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  })

  test('the superior sees how many wait, signs with one tap, and the letter names number and signer', async () => {
    const permit = await asked('a2', { kind: 'surat_tugas', from: '2021-07-30' })
    expect(wordsOf(documentOf((await page('a0', 'saya')).body).querySelector('main'))).toMatch(/\d+ izin menunggu/)
    const list = await page('a0', 'izin/tinjau')
    expect([await axeFindings(list.body), refusedByPolicy(list.body)]).toEqual([[], []])
    const signed = await post('a0', `izin/${permit}/putusan`, { versi: '1', putusan: 'grant', surat: '090/3/UJI' })
    expect(signed.headers.location).toBe('/sungai-uji/izin/tinjau?selesai=ya')
    const letter = await page('a2', `izin/${permit}`)
    expect(wordsOf(documentOf(letter.body).querySelector('article'))).toMatch(/090\/3\/UJI.*Siti Kepala.*eselon II/)
    expect([await axeFindings(letter.body), refusedByPolicy(letter.body)]).toEqual([[], []])
    expect((await page('a4', `izin/${permit}`)).statusCode).toBe(404)
  })

  test('what nobody signed in time waits for nobody, and the person reads that it expired', async () => {
    const permit = await asked('a2', { kind: 'sick', from: '2021-07-21' })
    expect((await page('a1', 'izin/tinjau')).body).toContain(permit)
    served.moment = morning + 86_400_000
    expect((await page('a1', 'izin/tinjau')).body).not.toContain(permit)
    const own = wordsOf(documentOf((await page('a2', 'izin')).body).querySelector('#milik + ul'))
    expect(own).toMatch(/Cuti sakit, 21 Juli 2021masanya lewat tanpa tanda tangan/)
    served.moment = morning
  })

  test('a superior enters a permit for somebody without a phone', async () => {
    const fields = { nomor: randomUUID(), jenis: 'urgent', mulai: '2021-07-22', sampai: '2021-07-22', pegawai: 'a3' }
    expect((await post('a1', 'izin/catat', fields)).statusCode).toBe(303)
    expect((await post('a1', 'izin/catat', { ...fields, nomor: randomUUID(), pegawai: 'a4' })).statusCode).toBe(403)
  })
})
