/** That nobody is wanted any more: who may say so, who is told, and what becomes of who answers or comes meanwhile. */
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { minutes, region, serveRecalls, tomorrow } from '../../testing/recalls.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { scriptInName } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { keepArrivals } from '../recall-arrival/service.ts'

const recalls = await serveRecalls()
const { served, app, database, own, phone, cookies, page, post, order, board, ordered, state, events, checkIn } =
  recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(recalls.afresh)

const cancelled = (who: string, id: string, sebab = 'Rapat ditunda', untuk: 'one' | 'all' = 'one') =>
  post(who, `panggilan/${id}/batal`, Object.entries({ sebab, untuk }))
const told = async () =>
  (
    await sql<{ told: string }>`select kind || ' ' || employee_id as told from notice
      order by told_at, kind, employee_id`.execute(database.owner)
  ).rows.map((row) => row.told)
const idOf = async (employee: string) =>
  (
    await sql<{ id: string }>`select recall_id as id from recall where employee_id = ${employee}`.execute(
      database.owner,
    )
  ).rows[0]?.id ?? ''
const yes = (id: string) =>
  ({ kind: 'recall_answer', place: 'home', recall: { recall: id, answer: 'acknowledged' } }) as const
/** Some more who can be called, each with a session. */
async function others(): Promise<readonly [string, string]> {
  const boxes = [...(await board()).querySelectorAll('input[name=pegawai]')]
  const [one = '', other = ''] = boxes.map((box) => box.getAttribute('value') ?? '').filter((who) => who !== 'a7')
  cookies[one] ??= await cookieOf(database.db, region, one)
  return [one, other]
}
const list = async (who = 'a0') => wordsOf((await board(who)).querySelector('.list'))

test('whoever may call cancels with a reason, once; board, call list and the own page say so, and who was called is told', async () => {
  const id = await ordered()
  served.moment = minutes(10)
  for (const [who, status] of [
    ['a7', 403],
    ['b0', 404],
  ] as const)
    expect((await cancelled(who, id)).statusCode).toBe(status)
  const wordless = refusedIn(await cancelled('a0', id, ' '))
  expect(wordless).toMatchObject({ status: 422, code: 'recall-cancel-reason-missing' })
  expect(Object.keys(wordless.wrong)).toEqual(['sebab'])
  expect(await events(id)).toEqual(['recall-ordered'])

  for (let times = 0; times < 2; times++) expect((await cancelled('a1', id)).statusCode).toBe(303)
  const other = await cancelled('a0', id, 'Lain')
  expect([other.statusCode, other.body.includes('sudah dibatalkan')]).toEqual([409, true])
  expect(wordsOf(documentOf(other.body).body)).toContain('Yang Anda tulis: “Lain”.')
  expect(await events(id)).toEqual(['recall-ordered', 'recall-cancelled'])
  expect(await told()).toEqual(['recall a7', 'recall_cancelled a7'])

  expect(await state()).toBe('Dibatalkan')
  expect(await list()).toContain(`Dibatalkan 07.40 oleh ${scriptInName}: Rapat ditunda`)
  expect((await board()).querySelector('.list form:not([action$="/ulang"])')).toBeNull()
  const called = documentOf((await page('a0', 'panggilan/daftar')).body)
  expect(wordsOf(called.querySelector('tbody'))).toContain('dibatalkan 07.40: Rapat ditunda')
  const { body } = await page('a7', 'saya')
  const card = documentOf(body).querySelector('[data-recall]')
  expect(wordsOf(card?.querySelector('h2') ?? null)).toBe('Panggilan ke kantor dibatalkan')
  expect(wordsOf(card)).toContain('Dibatalkan: Rapat ditunda')
  expect(wordsOf(card)).not.toContain('Loket 2')
  expect(card?.querySelector('form')).toBeNull()
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
})

test('nobody is missing, nothing is left to settle, and the person can be called again', async () => {
  const id = await ordered()
  await cancelled('a0', id)
  served.moment = minutes(91)
  expect(await state()).toBe('Dibatalkan')
  const settle = await post('a0', `panggilan/${id}/selesai`, Object.entries({ sebagai: 'excused', kata: 'x' }))
  expect([settle.statusCode, settle.body.includes('sudah dibatalkan')]).toEqual([409, true])
  expect((await post('a0', `panggilan/${id}/hadir`)).statusCode).toBe(409)
  expect((await order('a0', { pukul: '11:00' })).statusCode).toBe(303)
  served.moment = tomorrow(10)
  expect((await board()).querySelectorAll('.list > li').length).toBe(1)
})

test('who did not come, and of whom that is settled, stays as it was settled', async () => {
  const id = await ordered()
  served.moment = minutes(91)
  await post('a0', `panggilan/${id}/selesai`, Object.entries({ sebagai: 'excused', kata: 'Jembatan putus' }))
  expect((await cancelled('a0', id)).statusCode).toBe(409)
  expect(await events(id)).toEqual(['recall-ordered', 'recall-settled'])
})

test('everybody called for the same: who cannot come is not told, and who has come is left as they are', async () => {
  const [declines, silent] = await others()
  expect((await order('a0', {}, ['a7', declines, silent])).statusCode).toBe(303)
  const id = await idOf(declines)
  await post(declines, `saya/panggilan/${id}`, Object.entries({ jawab: 'declined', alasan: 'Jalan putus' }))
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(49), { place: 'office' }))
  expect(wordsOf((await board()).body)).toContain('Batalkan untuk semua (2 orang)')
  const came = await idOf('a7')
  const one = await cancelled('a0', came, 'Listrik padam')
  expect([one.statusCode, wordsOf(documentOf(one.body).body).includes('sudah tercatat hadir')]).toEqual([409, true])
  expect((await cancelled('a0', id, 'Listrik padam', 'all')).statusCode).toBe(303)
  for (const who of [declines, silent]) expect(await events(await idOf(who))).toContain('recall-cancelled')
  expect(await events(came)).not.toContain('recall-cancelled')
  const toldOff = (await told()).filter((told) => told.startsWith('recall_cancelled'))
  expect(toldOff).toEqual([`recall_cancelled ${silent}`])
  expect((await cancelled('a0', id, 'Listrik padam', 'all')).statusCode).toBe(303)
  expect((await told()).length).toBe(4)
  const names = [...(await board()).querySelectorAll('.list > li .place')].map(wordsOf)
  expect(names).toEqual(['Sudah hadir', 'Dibatalkan', 'Dibatalkan'])
})

test('who had come before it was cancelled, as a phone without a signal says later, keeps the day', async () => {
  const id = await ordered()
  served.moment = minutes(50)
  expect((await cancelled('a0', id, 'Listrik padam')).statusCode).toBe(303)
  await checkIn(phone.tap(minutes(49), { place: 'office' }))
  expect(await keepArrivals(app, own)).toBe(1)
  const { rows } = await sql`select employee_id from override where day = '2021-07-21'`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7' }])
  const day = documentOf((await page('a7', 'saya')).body).querySelector('.hero:not([hidden]) h1')
  expect(wordsOf(day)).toBe('Anda bekerja di kantor: Loket 2')
  const shown = await list()
  expect(shown).toContain('Sudah telanjur hadir: hari kantornya tetap dihitung.')
  expect(wordsOf(documentOf((await page('a7', 'saya')).body).querySelector('[data-recall]'))).toContain(
    'Hari ini tetap dihitung sebagai giliran kantor Anda.',
  )
})

test('after the deadline, and on a later day, nothing is cancelled: who did not come is settled, and nobody is told late', async () => {
  const id = await ordered()
  for (const moment of [minutes(91), tomorrow(10)]) {
    served.moment = moment
    const late = await cancelled('a0', id, 'Rapat bubar')
    expect(late.statusCode).toBe(409)
    const words = wordsOf(documentOf(late.body).body)
    expect(words).toContain('Batas hadir sudah lewat, jadi panggilan ini tidak dapat dibatalkan lagi.')
    expect(words).toContain('Yang Anda tulis: “Rapat bubar”.')
    expect((await board()).querySelector('form[action$="/batal"]')).toBeNull()
    expect((await board()).querySelector('form[action$="/selesai"]')).not.toBeNull()
  }
  expect([await events(id), await told()]).toEqual([['recall-ordered'], ['recall a7']])
})

test('without a reason nothing changes, not even what waits to be sent', async () => {
  const id = await ordered()
  await sql`insert into delivery (region_id, notice_id, channel, state, changed_at)
    select region_id, notice_id, 'push', 'queued', now() from notice`.execute(database.owner)
  expect((await cancelled('a0', id, ' ')).statusCode).toBe(422)
  const { rows } = await sql`select state from delivery where channel = 'push'`.execute(database.owner)
  expect(rows).toEqual([{ state: 'queued' }])
})

test('a check-in at the office after it was cancelled is no arrival', async () => {
  const id = await ordered()
  served.moment = minutes(10)
  await cancelled('a0', id)
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(49), { place: 'office' }))
  expect([await keepArrivals(app, own), await state()]).toEqual([0, 'Dibatalkan'])
})

test('an answer given without a signal is kept and told that it is wanted no more', async () => {
  const id = await ordered()
  const said = phone.tap(minutes(4), yes(id))
  served.moment = minutes(10)
  await cancelled('a0', id)
  const url = `/api/v1/regions/${region}/check-ins`
  for (let times = 0; times < 2; times++) {
    const kept = await app.inject({ method: 'POST', url, cookies: { ...phone.cookies }, payload: said })
    expect([kept.statusCode, kept.json().cancelled]).toEqual([201, 'Rapat ditunda'])
  }
  await app.grader.done()
  expect(await state()).toBe('Dibatalkan')
  expect(await list()).toContain('menjawab 07.34')
  const { rows } = await sql`select kind from check_in where employee_id = 'a7'`.execute(database.owner)
  expect(rows).toEqual([{ kind: 'recall_answer' }])
  const byForm = await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])
  expect([byForm.statusCode, byForm.body.includes('sudah dibatalkan')]).toEqual([409, true])
})

test('of a recall that stands, or of another person, an answer is told nothing', async () => {
  const id = await ordered()
  const [other] = await others()
  await order('a0', {}, [other])
  await cancelled('a0', await idOf(other))
  const url = `/api/v1/regions/${region}/check-ins`
  for (const asked of [id, await idOf(other), 'no-uuid']) {
    const payload = phone.tap(minutes(4), yes(asked))
    const kept = await app.inject({ method: 'POST', url, cookies: { ...phone.cookies }, payload })
    expect([kept.statusCode, 'cancelled' in kept.json()]).toEqual([201, false])
  }
  await app.grader.done()
})

test('who answers and who cancels at the same moment wait for each other: the answer is kept before, or told that it is over', async () => {
  const id = await ordered()
  const both = await database.owner.transaction().execute(async (tx) => {
    await sql`select from recall where recall_id = ${id} for update`.execute(tx)
    const answering = post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])
    await untilWaiting(database.owner)
    const cancelling = cancelled('a0', id)
    await untilWaiting(database.owner, 2)
    return [answering, cancelling]
  })
  const [answered, stopped] = (await Promise.all(both)).map(({ statusCode }) => statusCode)
  expect([answered === 303 || answered === 409, stopped]).toEqual([true, 303])
  const before = answered === 303 ? ['recall-acknowledged'] : []
  expect(await events(id)).toEqual(['recall-ordered', ...before, 'recall-cancelled'])
  expect(await state()).toBe('Dibatalkan')
})

test('two superiors who cancel at once cancel once', async () => {
  const id = await ordered()
  const both = await Promise.all([cancelled('a0', id), cancelled('a1', id)])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-cancelled'])
  expect(await told()).toEqual(['recall a7', 'recall_cancelled a7'])
})

test('a call that has not gone out goes out no more', async () => {
  const id = await ordered()
  await sql`insert into delivery (region_id, notice_id, channel, state, changed_at)
    select region_id, notice_id, 'push', 'queued', now() from notice`.execute(database.owner)
  await cancelled('a0', id)
  const { rows } = await sql`select state, failed_for from delivery where channel = 'push'`.execute(database.owner)
  expect(rows).toEqual([{ state: 'failed', failed_for: 'cancelled' }])
  expect(await list()).toContain('dibatalkan sebelum terkirim')
})

test('who has no channel is told of the cancellation by WhatsApp or telephone, which is kept as told of that', async () => {
  const id = await ordered()
  served.moment = minutes(10)
  await cancelled('a0', id)
  const card = (await board()).querySelector('.list > li')
  const href = new URL(card?.querySelector('a[href^="https://wa.me"]')?.getAttribute('href') ?? '')
  expect(href.pathname).toBe('/6281234567890')
  expect(href.searchParams.get('text')).toContain('Panggilan ke kantor pukul 09.00 di Loket 2 dibatalkan.')
  expect(href.searchParams.get('text')).not.toMatch(/rapat/i)
  expect(card?.querySelector('a[href^="tel:"]')?.getAttribute('href')).toBe('tel:081234567890')
  expect(card?.querySelector('form[action$="/ulang"]')?.closest('details')?.hasAttribute('open')).toBe(true)
  const due = await page('a0', 'panggilan/daftar')
  expect(wordsOf(documentOf(due.body).querySelector('tbody'))).toContain('0812-3456-7890')
  expect(documentOf(due.body).querySelector('.to-write')).toBeNull()
  expect(await axeFindings(due.body)).toEqual([])

  expect((await post('a1', `panggilan/${id}/ulang`, [['saluran', 'phone']])).statusCode).toBe(303)
  expect(await told()).toEqual(['recall a7', 'recall_cancelled a7', 'recall_cancelled a7'])
  expect(await list()).toContain('Diberi tahu batal 07.40: telepon, dilakukan sendiri')
  expect((await board()).querySelector('form[action$="/ulang"]')?.closest('details')?.hasAttribute('open')).toBe(false)
  expect(documentOf((await page('a0', 'panggilan/daftar')).body).querySelector('tbody')).toBeNull()
  served.moment = tomorrow(10)
  expect((await post('a1', `panggilan/${id}/ulang`, [['saluran', 'phone']])).statusCode).toBe(409)
})

test('the call list has one row for each person; who could not come need not be told', async () => {
  const [declines] = await others()
  await order('a0', {}, ['a7', declines])
  const no = await idOf(declines)
  await post(declines, `saya/panggilan/${no}`, Object.entries({ jawab: 'declined', alasan: 'Jalan putus' }))
  await cancelled('a0', no, 'Listrik padam', 'all')
  expect((await post('a0', `panggilan/${no}/ulang`, [['saluran', 'phone']])).statusCode).toBe(409)
  const rows = async () => [...documentOf((await page('a0', 'panggilan/daftar')).body).querySelectorAll('tbody tr')]
  expect((await rows()).length).toBe(1)
  await order('a0', { pukul: '10:00' })
  const again = await rows()
  expect([again.length, wordsOf(again[0] ?? null).includes('10.00')]).toEqual([1, true])
})
