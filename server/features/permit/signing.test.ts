/** Permits, signed by whoever may: from then on they are facts of the day, the board and the roster. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { codeOf, region, servePermits } from '../../testing/permits.ts'
import { sendForm } from '../../testing/refused-form.ts'
import { morning } from '../../testing/served-region.ts'
import { waitingPermitsOn } from './service.ts'

const { served, cookies, ask, asked, decide, page, placeOf } = await servePermits()
const { app, database } = served
const inRegion = { region, reach: 'region' } as const
afterAll(() => served[Symbol.asyncDispose]())

/** How many people the page of the roster says have other office days than were published. */
const changedInRoster = async () => {
  const { body } = await served.ask('/sungai-uji/jadwal/dinas-a')
  return Number(/Sejak diumumkan, hari kantor (\d+) orang berubah/.exec(wordsOf(documentOf(body).body))?.[1] ?? 0)
}

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
  expect(codeOf(await decide('a0', own))).toBe('permit-own')
  const waiting = { url: `/api/v1/regions/${region}/permits/waiting`, cookies: { ...cookies.sekda } }
  expect((await app.inject(waiting)).json().permits).toEqual([expect.objectContaining({ id: own })])
  expect((await decide('sekda', own)).json()).toMatchObject({ state: 'granted', decided: { as: 'regional_head' } })
  // It runs now: the page shows it, the answer for programs does not and therefore is no read of it.
  const readsOfOwn = async () => {
    const { rows } =
      await sql`select from sensitive_read where subject_id = 'a0' and purpose = 'list-of-permits'`.execute(
        database.owner,
      )
    return rows.length
  }
  const before = await readsOfOwn()
  expect((await app.inject(waiting)).json().permits).toEqual([])
  expect(await readsOfOwn()).toBe(before)
  await page('sekda', 'izin/tinjau')
  expect(await readsOfOwn()).toBe(before + 1)
  const travel = await asked('a2', { kind: 'official_travel', from: '2021-08-11' })
  expect(codeOf(await decide('a1', travel))).toBe('permit-not-yours-to-sign')
  expect((await decide('a4', travel)).statusCode).toBe(403)
  expect((await decide('b0', travel)).statusCode).toBe(404)
  expect((await decide('a0', travel)).json().state).toBe('granted')
  expect((await placeOf('a2', '2021-08-11')).rows[0]).toMatchObject({ place: 'travel' })
})

test('twice is once, and who comes second is told so', async () => {
  const permit = await asked('a2', { from: '2021-08-16' })
  const both = await Promise.all([decide('a1', permit), decide('a1', permit)])
  expect(both.map((one) => one.json().state)).toEqual(['granted', 'granted'])
  expect(codeOf(await decide('a0', permit, { verdict: 'refuse', words: 'Tidak' }))).toBe('permit-moved-on')
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from leave
    where region_id = ${region} and employee_id = 'a2' and valid_from = '2021-08-16'`.execute(database.owner)
  expect(rows).toEqual([{ count: 1 }])
})

test('a refusal and a question need words; a question is answered by the next version', async () => {
  const permit = await asked('a3', { from: '2021-08-18' })
  expect(codeOf(await decide('a1', permit, { verdict: 'ask_back' }))).toBe('permit-words-missing')
  expect((await decide('a1', permit, { verdict: 'ask_back', words: 'Siapa pengganti?' })).json().state).toBe(
    'asked_back',
  )
  const form = documentOf((await page('a3', `izin?ubah=${permit}`)).body)
  const own = form.querySelector('form[action*="/izin?ubah="]')
  expect(wordsOf(own?.querySelector('.lines') ?? null)).toBe('Siapa pengganti?')
  // Refused, it is still the wish that is mended, whether or not the browser says where it comes from.
  const wish = {
    nomor: permit,
    jenis: 'annual',
    mulai: '2021-08-19',
    sampai: '2021-08-18',
    keterangan: 'Digantikan a4',
  }
  const refused = await sendForm(served, cookies.a3?.piket, `izin?ubah=${permit}`, wish)
  expect(refused).toMatchObject({ status: 422, at: own?.getAttribute('action'), typed: wish })
  const mended = await ask('a3', { id: permit, from: '2021-08-19', reason: 'Digantikan a4' })
  expect(mended.json()).toMatchObject({ version: 2, state: 'asked', from: '2021-08-19' })
  expect(codeOf(await decide('a1', permit))).toBe('permit-moved-on')
  expect((await decide('a1', permit, { version: 2, verdict: 'refuse', words: 'Sedang padat' })).json()).toMatchObject({
    state: 'refused',
    decided: { words: 'Sedang padat' },
  })
})

test('a question asked back is answered and signed after the day; an earlier day is judged anew', async () => {
  const permit = await asked('a3', { kind: 'sick', from: '2021-07-21' })
  await decide('a1', permit, { verdict: 'ask_back', words: 'Sampai kapan?' })
  const waits = (today: string) =>
    as(database.db, inRegion, async (tx) => (await waitingPermitsOn(tx, '2021-07-21' as Day, today as Day)).has('a3'))
  expect([await waits('2021-07-28'), await waits('2021-07-29')]).toEqual([true, false])
  const answer = { id: permit, kind: 'sick', from: '2021-07-21', reason: 'Hanya hari itu' }
  served.moment = Date.parse('2021-07-29T00:00:00Z')
  expect(codeOf(await ask('a3', answer))).toBe('permit-day-past')
  served.moment = morning + 86_400_000
  const form = documentOf((await page('a3', `izin?ubah=${permit}`)).body)
  expect(form.querySelector('input[name=mulai]')?.getAttribute('min')).toBe('2021-07-21')
  expect(codeOf(await ask('a3', { ...answer, from: '2021-07-20', until: '2021-07-21' }))).toBe('permit-day-past')
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
