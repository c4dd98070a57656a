/** Calling people to the office: ordered, answered, arrived, missed and settled. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { addPhone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { fileCircular } from '../circular/service.ts'
import { holdRecalls, keepArrivals, missedBefore } from '../recall/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const whole = { region, reach: 'region' } as const
const minutes = (count: number) => morning + count * 60_000
/** Lets people at home be called, for two of the three reasons. */
const calling = `
piket: circular/1
id: uji-panggilan-2021-07
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/8/UJI
title: Panggilan ke kantor
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat Uji, signed_as: bupati}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources:
  - {id: u, type: invented, publisher: Uji}
groups: {}
clauses:
  - {id: c1, kind: duty, who: {unit: [dinas-a]}, do: come_when_called, for: [meeting, urgent_service], force: must, cite: "u:1"}
open_questions: []
`

const own = (await findRegion(database.db, region)) as RegionAsListed
const phone = await addPhone(database.owner, { region, employee: 'a7', since: morning })
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1', phone = '0812-3456-7890'
    where region_id = ${region} and employee_id = 'a7'`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'a7', 'b0', 'b1'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  await as(database.db, whole, async (tx) => {
    const { doc } = parseCircular('test.yaml', calling)
    if (!doc) throw new Error('The circular cannot be read.')
    await fileCircular(tx, calling, doc, { by: 'test', now: '2021-07-16T10:00' })
  })
})
beforeEach(async () => {
  served.moment = morning
  await sql`delete from delivery`.execute(database.owner)
  await sql`delete from notice`.execute(database.owner)
  await sql`delete from recall`.execute(database.owner)
  await sql`delete from check_in_grade`.execute(database.owner)
  await sql`delete from check_in`.execute(database.owner)
  await sql`delete from override where day = '2021-07-21'`.execute(database.owner)
})

const page = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const post = (who: string, url: string, fields: readonly (readonly [string, string])[] = []) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields as [string, string][]).toString(),
  })
const order = (who: string, change: Readonly<Record<string, string>> = {}, people: readonly string[] = ['a7']) =>
  post(who, 'panggilan', [
    ...Object.entries({ nomor: randomUUID(), alasan: 'meeting', tempat: 'Loket 2', pukul: '09:00', ...change }),
    ...people.map((one) => ['pegawai', one] as const),
  ])
async function ordered(): Promise<string> {
  expect((await order('a0')).statusCode).toBe(303)
  const { rows } = await sql<{ id: string }>`select recall_id as id from recall`.execute(database.owner)
  return rows[0]?.id ?? ''
}
const board = async (who = 'a0') => documentOf((await page(who, 'panggilan')).body)
const state = async (who = 'a0') => wordsOf((await board(who)).querySelector('.list .place'))
const events = async (id: string) => {
  const { rows } = await sql<{ kind: string; clause: string | null }>`
    select kind, clause from event where subject = ${id} order by id`.execute(database.owner)
  return rows.map(({ kind }) => kind)
}

test('a head calls somebody at home; that person sees it before all else and answers; the superior sees the answer', async () => {
  const nomor = randomUUID()
  for (let times = 0; times < 2; times++) expect((await order('a0', { nomor })).statusCode).toBe(303)
  const { body } = await page('a0', 'panggilan')
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  expect(wordsOf(documentOf(body).querySelector('#panggilan'))).toBe('1 panggilan hari ini')
  expect([await state('a0'), await state('a1'), await state('b0')]).toEqual(['Belum menjawab', 'Belum menjawab', ''])

  const own = await page('a7', 'saya')
  expect(await axeFindings(own.body)).toEqual([])
  const card = documentOf(own.body).querySelector('[data-recall]')
  expect(wordsOf(card)).toContain('Anda dipanggil ke kantorHadir paling lambat 09.00 WITA di Loket 2.')
  const id = card?.getAttribute('data-recall') ?? ''
  served.moment = minutes(5)
  for (let times = 0; times < 2; times++)
    expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  expect(await state()).toBe('Siap hadir')
  expect(await events(id)).toEqual(['recall-ordered', 'recall-acknowledged'])
  expect(wordsOf(documentOf((await page('a7', 'saya')).body).querySelector('[data-recall] [role=status]'))).toBe(
    'Anda menjawab: siap berangkat.',
  )
})

test('who cannot come says why; the superior reads it, and may call again', async () => {
  const id = await ordered()
  expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'declined']])).statusCode).toBe(422)
  const why = [
    ['jawab', 'declined'],
    ['alasan', 'Jalan putus'],
  ] as const
  expect((await post('a7', `saya/panggilan/${id}`, why)).statusCode).toBe(303)
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Alasan: Jalan putus')
  expect((await post('b1', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(404)
  expect((await order('a1')).statusCode).toBe(303)
})

test('who cannot come takes it back on the own page until the deadline, once, and it leaves an event', async () => {
  const id = await ordered()
  const own = async () => documentOf((await page('a7', 'saya')).body).querySelector('[data-recall]')
  const answer = (jawab: string, alasan = '') =>
    post('a7', `saya/panggilan/${id}`, [
      ['jawab', jawab],
      ['alasan', alasan],
    ])
  const asked = async () =>
    [...((await own())?.querySelectorAll('form') ?? [])]
      .filter((form) => form.closest('[hidden]') === null)
      .map((form) => form.querySelector('[name=jawab]')?.getAttribute('value'))
  expect(await asked()).toEqual(['acknowledged', 'declined'])
  expect((await answer('declined', 'Jalan putus')).statusCode).toBe(303)
  expect(await asked()).toEqual(['acknowledged'])
  expect(wordsOf(await own())).toContain('Ternyata bisa hadir? Jawab sebelum batasnya.')
  served.moment = minutes(20)
  for (let times = 0; times < 2; times++) expect((await answer('acknowledged')).statusCode).toBe(303)
  expect([await state(), await asked()]).toEqual(['Siap hadir', ['declined']])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-declined', 'recall-acknowledged'])
  expect((await answer('declined', 'Ban bocor')).statusCode).toBe(303)

  served.moment = minutes(91)
  const late = await answer('acknowledged')
  expect([late.statusCode, await state(), await asked()]).toEqual([409, 'Berhalangan', []])
  expect(wordsOf(documentOf(late.body).querySelector('main'))).toContain('Panggilan ini sudah selesai')
})

test.each<[string, string, Readonly<Record<string, string>>, readonly string[], number, string]>([
  ['on leave', 'a0', {}, ['a6'], 422, 'sedang cuti'],
  ['of another agency', 'a0', {}, ['b1'], 403, 'bawahan'],
  [
    'for a reason the clause does not name',
    'a0',
    { alasan: 'important_gathering' },
    ['a7'],
    422,
    'tidak ada dalam butir',
  ],
  ['with too little time', 'a0', { pukul: '07:45' }, ['a7'], 422, 'terlalu dekat'],
  ['without a place', 'a0', { tempat: ' ' }, ['a7'], 422, 'belum lengkap'],
  ['where no clause obliges', 'b0', {}, ['b1'], 422, ''],
  ['by somebody to whom nobody answers', 'a2', {}, ['a7'], 403, ''],
])('refused: to call somebody %s', async (_, who, change, people, status, words) => {
  const answer = await order(who, { tempat: 'Aula Uji', ...change }, people)
  expect([answer.statusCode, answer.body.includes(words)]).toEqual([status, true])
  // What was typed stays.
  if (who === 'a0' && change.tempat === undefined) expect(answer.body).toContain('value="Aula Uji"')
})

test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
  ['somebody else', 'a0', {}, ['a6']],
  ['somebody else too', 'a0', {}, ['a7', 'a6']],
  ['another reason', 'a0', { alasan: 'urgent_service' }, ['a7']],
  ['another place', 'a0', { tempat: 'Loket 3' }, ['a7']],
  ['another deadline', 'a0', { pukul: '09:30' }, ['a7']],
  ['somebody else who calls', 'a1', {}, ['a7']],
])('refused: the form of an order sent again with %s; what was typed stays', async (_, who, change, people) => {
  const nomor = randomUUID()
  expect((await order('a0', { nomor })).statusCode).toBe(303)
  const again = await order(who, { nomor, ...change }, people)
  expect([again.statusCode, again.body.includes('Isian ini sudah dipakai')]).toEqual([422, true])
  const shown = documentOf(again.body).querySelector('form[action="/sungai-uji/panggilan"]')
  const value = (name: string) => shown?.querySelector(`[name=${name}]`)?.getAttribute('value')
  // Under a1 there is nobody else whom this form could call.
  const typed = who === 'a1' ? [undefined, undefined] : [change.tempat ?? 'Loket 2', change.pukul ?? '09:00']
  expect([value('tempat'), value('pukul')]).toEqual(typed)
  expect(value('nomor')).not.toBe(nomor)
  const { rows } = await sql`select employee_id from recall`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7' }])
})

test('a board that is asked for nobody is the board', async () => {
  await ordered()
  expect((await page('a0', 'panggilan?gantikan=&pegawai=')).statusCode).toBe(200)
})

test('nobody is called twice while a recall is open', async () => {
  await ordered()
  expect((await order('a1')).statusCode).toBe(409)
})

test('the superior sees who is silent and tells them by WhatsApp; the link is well formed and gives no reason', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const silent = (await board()).querySelector('.list')
  expect(wordsOf(silent)).toContain('9 menit tanpa jawaban')
  const href = new URL(silent?.querySelector('a[href^="https://wa.me"]')?.getAttribute('href') ?? '')
  expect([href.host, href.pathname]).toEqual(['wa.me', '/6281234567890'])
  expect(href.searchParams.get('text')).toContain('paling lambat pukul 09.00 di Loket 2')
  expect(href.searchParams.get('text')).not.toMatch(/rapat/i)
  expect(silent?.querySelector('a[href^="tel:"]')?.getAttribute('href')).toBe('tel:081234567890')
  expect((await post('a1', `panggilan/${id}/ulang`, [['saluran', 'whatsapp']])).statusCode).toBe(303)
  const told = wordsOf((await board()).querySelector('.list'))
  expect(told).not.toContain('tanpa jawaban')
  expect(told).toContain('Diberi tahu 07.39: WhatsApp, dilakukan sendiri')
  expect((await post('a0', `panggilan/${id}/ulang`, [['saluran', 'push']])).statusCode).toBe(409)
  expect((await post('b0', `panggilan/${id}/ulang`, [['saluran', 'phone']])).statusCode).toBe(404)
  const list = await page('a0', 'panggilan/daftar')
  expect(wordsOf(documentOf(list.body).querySelector('tbody'))).toContain('0812-3456-7890')
  expect(await axeFindings(list.body)).toEqual([])
})

test('after the deadline nobody is punished: the superior settles it with a word', async () => {
  const id = await ordered()
  const settle = (kata: string) =>
    post('a1', `panggilan/${id}/selesai`, [
      ['sebagai', 'excused'],
      ['kata', kata],
    ])
  expect((await settle('Sakit')).statusCode).toBe(409)
  served.moment = minutes(91)
  expect(await state()).toBe('Tidak hadir')
  expect((await settle(' ')).statusCode).toBe(422)
  for (let times = 0; times < 2; times++) expect((await settle('Jembatan putus, sudah bicara')).statusCode).toBe(303)
  // The first word stands; whoever has another one reads it.
  const other = await settle('Tidak mau datang')
  expect([other.statusCode, other.body.includes('sudah diselesaikan')]).toEqual([409, true])
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Dimaklumi: Jembatan putus, sudah bicara')
  expect(await events(id)).toEqual(['recall-ordered', 'recall-settled'])
})

test('who came counts as at the office, and the decision of the day says so', async () => {
  const id = await ordered()
  served.moment = minutes(60)
  expect((await post('b0', `panggilan/${id}/hadir`)).statusCode).toBe(404)
  for (let times = 0; times < 2; times++) expect((await post('a0', `panggilan/${id}/hadir`)).statusCode).toBe(303)
  const other = await post('a1', `panggilan/${id}/hadir`)
  expect([other.statusCode, other.body.includes('sudah tercatat hadir')]).toEqual([409, true])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
  expect(await state()).toBe('Sudah hadir')
  const { rows } = await sql`select employee_id, action, to_char(starts_time, 'HH24:MI') as at, ordered_by
    from override where day = '2021-07-21'`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7', action: 'recall', at: '08:30', ordered_by: 'opd_head' }])
  served.moment = minutes(61)
  const own = documentOf((await page('a7', 'saya')).body)
  expect(wordsOf(own.querySelector('.hero h1'))).toBe('Anda bekerja di kantor')
})

test.each([
  ['by the superior', (id: string) => post('a0', `panggilan/${id}/hadir`)],
  ['by a check-in', () => checkIn(phone.tap(minutes(50), { place: 'office' }))],
])('who cannot come, and then comes as is known %s, keeps the reason on the board', async (_, arrived) => {
  const id = await ordered()
  served.moment = minutes(4)
  const answer = { recall: id, answer: 'declined' } as const
  await checkIn(phone.tap(minutes(4), { kind: 'recall_answer', place: 'home', note: 'Jalan putus', recall: answer }))
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Alasan: Jalan putus')
  served.moment = minutes(50)
  await arrived(id)
  await keepArrivals(app, own)
  const card = wordsOf((await board()).querySelector('.list'))
  expect([await state(), card.includes('Semula berhalangan: Jalan putus')]).toEqual(['Sudah hadir', true])
  expect(card).toContain('menjawab 07.34')
})

test('an answer signed by the phone counts at its tap; a check-in at the office is the arrival, kept once', async () => {
  const id = await ordered()
  const kept = (delivery: unknown) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/regions/${region}/check-ins`,
      cookies: { ...phone.cookies },
      payload: delivery as object,
    })
  const answer = { recall: id, answer: 'acknowledged' } as const
  served.moment = minutes(4)
  const said = phone.tap(minutes(4), { kind: 'recall_answer', place: 'home', recall: answer })
  for (let times = 0; times < 2; times++) expect((await kept(said)).statusCode).toBeLessThan(300)
  await app.grader.done()
  expect(await state()).toBe('Siap hadir')
  expect(wordsOf((await board()).querySelector('.list'))).toContain('menjawab 07.34')
  expect(await keepArrivals(app, own)).toBe(0)
  served.moment = minutes(50)
  await kept(phone.tap(minutes(50), { place: 'office' }))
  await app.grader.done()
  expect(wordsOf((await board()).querySelector('.list'))).toContain('hadir 08.20, dari presensi kantor')
  expect([await keepArrivals(app, own), await keepArrivals(app, own)]).toEqual([1, 0])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
  const { rows } = await sql`select employee_id from override where day = '2021-07-21'`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7' }])
})

const heard = (who: string, id: string, change: Readonly<Record<string, string>> = {}) =>
  post(
    who,
    `panggilan/${id}/jawaban`,
    Object.entries({ nomor: randomUUID(), jawab: 'acknowledged', pukul: '07:36', kata: '', ...change }),
  )

test('an answer by telephone stands in the name of who heard it, once, and nobody is told again', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  expect(wordsOf((await board()).querySelector('.list'))).toContain('9 menit tanpa jawaban')
  const shown = (await board()).querySelector(`form[action="/sungai-uji/panggilan/${id}/jawaban"]`)
  expect(shown?.querySelector('[name=pukul]')?.getAttribute('value')).toBe('07:39')
  const form = { nomor: shown?.querySelector('[name=nomor]')?.getAttribute('value') ?? '', kata: 'Berangkat sekarang' }
  for (let times = 0; times < 2; times++) expect((await heard('a1', id, form)).statusCode).toBe(303)
  const card = wordsOf((await board()).querySelector('.list'))
  expect(await state()).toBe('Siap hadir')
  expect(card).toContain('menjawab 07.36, lewat telepon kepada <script>alert("nama")</script> Budi')
  expect(card).toContain('Kata pegawai: Berangkat sekarang')
  expect(card).not.toContain('tanpa jawaban')
  const { rows } = await sql<object>`select kind, actor, body from event where subject = ${id} order by id`.execute(
    database.owner,
  )
  expect(rows.slice(1)).toEqual([
    {
      kind: 'recall-acknowledged',
      actor: 'a1',
      body: { by: 'phone', at: '2021-07-20T23:36:00.000Z', form: form.nomor },
    },
  ])
  const own = documentOf((await page('a7', 'saya')).body).querySelector('[data-recall] [role=status]')
  expect(wordsOf(own)).toMatch(/^Anda menjawab: siap berangkat\. ?Dicatat .* Budi dari telepon pukul 07\.36\.$/)
  // The person's own answer takes its place.
  const why = [
    ['jawab', 'declined'],
    ['alasan', 'Jalan putus'],
  ] as const
  expect((await post('a7', `saya/panggilan/${id}`, why)).statusCode).toBe(303)
  const after = wordsOf((await board()).querySelector('.list'))
  expect([after.includes('lewat telepon kepada'), after.includes('Alasan: Jalan putus')]).toEqual([false, true])
})

test.each<[string, string, Readonly<Record<string, string>>, number, string]>([
  ['that cannot come without a reason', 'a0', { jawab: 'declined' }, 422, 'belum ditulis'],
  ['from before the order', 'a0', { pukul: '07:29' }, 422, 'Jam telepon'],
  ['from later than now', 'a0', { pukul: '08:00', kata: 'Kata Uji' }, 422, 'value="Kata Uji"'],
  ['of somebody out of reach', 'b0', {}, 404, ''],
])('refused: an answer by telephone %s', async (_, who, change, status, words) => {
  const id = await ordered()
  served.moment = minutes(9)
  const answer = await heard(who, id, change)
  expect([answer.statusCode, answer.body.includes(words)]).toEqual([status, true])
  expect(await events(id)).toEqual(['recall-ordered'])
})

const say = (id: string, jawab: string, alasan = '') =>
  post('a7', `saya/panggilan/${id}`, [
    ['jawab', jawab],
    ['alasan', alasan],
  ])
const ownCard = async () => documentOf((await page('a7', 'saya')).body).querySelector('[data-recall]')
const answersOf = (shown: Awaited<ReturnType<typeof ownCard>>) =>
  [...(shown?.querySelectorAll('form [name=jawab]') ?? [])].map((one) => one.getAttribute('value'))

test.each<[string, Readonly<Record<string, string>>, string, string]>([
  ['not to come', { jawab: 'declined', kata: 'Jalan putus' }, 'acknowledged', 'Siap hadir'],
  ['not to come, for another reason', { jawab: 'declined', kata: 'Jalan putus' }, 'declined', 'Berhalangan'],
  ['to come', {}, 'acknowledged', 'Siap hadir'],
  ['to come, and does not', {}, 'declined', 'Berhalangan'],
])('who was heard %s still says it themself, and their word stands', async (_, change, own, shown) => {
  const id = await ordered()
  served.moment = minutes(9)
  expect((await heard('a1', id, change)).statusCode).toBe(303)
  expect(answersOf(await ownCard())).toEqual(['acknowledged', 'declined'])
  expect(wordsOf(await ownCard())).toContain('Bila itu keliru, jawab sendiri di sini')
  expect((await page('a7', 'saya?bahasa=en')).body).toContain('If that is wrong, answer here yourself')
  for (let times = 0; times < 2; times++) expect((await say(id, own, 'Ban bocor')).statusCode).toBe(303)
  expect(await state()).toBe(shown)
  const card = wordsOf((await board()).querySelector('.list'))
  expect(card).toContain('menjawab 07.39')
  expect(card).not.toMatch(/lewat telepon kepada|Jalan putus/)
  expect((await events(id)).length).toBe(3)
  expect(wordsOf(await ownCard())).not.toContain('dari telepon')
})

test('what a superior heard is mended by telephone while the person has not said it themself', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const nomor = randomUUID()
  expect((await heard('a1', id, { nomor, jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  expect(answersOf((await board()).querySelector('.list'))).toEqual(['acknowledged', 'declined'])
  expect((await heard('a0', id, { pukul: '07:38', kata: 'Berangkat' })).statusCode).toBe(303)
  expect(await state()).toBe('Siap hadir')
  // A late repeat of the form before does not undo it.
  expect((await heard('a1', id, { nomor, jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(422)
  expect(await state()).toBe('Siap hadir')
  expect((await say(id, 'acknowledged')).statusCode).toBe(303)
  expect((await heard('a1', id, { pukul: '07:36', jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(422)
  served.moment = minutes(15)
  expect((await heard('a1', id, { pukul: '07:44', jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  expect(await state()).toBe('Berhalangan')
})

test('an own answer that was tapped before the call, and sent after it, does not undo what was heard', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  expect((await heard('a1', id, { pukul: '07:38' })).statusCode).toBe(303)
  const answer = { recall: id, answer: 'declined' } as const
  const tap = (at: number) => phone.tap(at, { kind: 'recall_answer', place: 'home', note: 'Ban bocor', recall: answer })
  const send = async (payload: object) => {
    const url = `/api/v1/regions/${region}/check-ins`
    expect((await app.inject({ method: 'POST', url, cookies: { ...phone.cookies }, payload })).statusCode).toBe(201)
    await app.grader.done()
  }
  await send(tap(minutes(5)))
  expect(await state()).toBe('Siap hadir')
  expect(wordsOf((await board()).querySelector('.list'))).toContain('menjawab 07.38, lewat telepon kepada')
  served.moment = minutes(12)
  await send(tap(minutes(11)))
  expect(await state()).toBe('Berhalangan')
})

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['another answer', 'a1', { jawab: 'declined' }],
  ['another time', 'a1', { pukul: '07:37' }],
  ['other words', 'a1', { kata: 'Besok saja' }],
  ['somebody else who heard it', 'a0', {}],
])('refused: the form of an answer by telephone sent again with %s; what was typed stays', async (_, who, change) => {
  const id = await ordered()
  served.moment = minutes(9)
  const form = { nomor: randomUUID(), pukul: '07:36', kata: 'Berangkat' }
  expect((await heard('a1', id, form)).statusCode).toBe(303)
  const again = await heard(who, id, { ...form, ...change })
  expect(again.statusCode).toBe(422)
  const shown = documentOf(again.body).querySelector(`form[action$="${id}/jawaban"]`)
  const value = (name: string) => shown?.querySelector(`[name=${name}]`)?.getAttribute('value')
  expect([value('pukul'), value('kata')]).toEqual([change.pukul ?? '07:36', change.kata ?? 'Berangkat'])
  expect(value('nomor')).not.toBe(form.nomor)
  expect(await state()).toBe('Siap hadir')
  expect(await events(id)).toEqual(['recall-ordered', 'recall-acknowledged'])
  expect((await heard(who, id, { ...form, ...change, nomor: value('nomor') ?? '' })).statusCode).toBe(303)
})

test('refused: an answer by telephone of somebody who is there', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  expect((await post('a0', `panggilan/${id}/hadir`)).statusCode).toBe(303)
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(409)
})

test('who cannot come leaves the superior with people of the unit at home; one tap fills the order', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const before = await board()
  const callable = [...before.querySelectorAll('input[name=pegawai]')].map((box) => box.getAttribute('value'))
  expect(callable.length).toBeGreaterThan(0)
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  const { body } = await page('a0', 'panggilan')
  expect(await axeFindings(body)).toEqual([])
  const links = [...documentOf(body).querySelectorAll('a[href*="gantikan="]')].map((link) => link.getAttribute('href'))
  expect(links).toEqual(
    callable.slice(0, 3).map((one) => `/sungai-uji/panggilan?gantikan=${id}&pegawai=${one}#panggil`),
  )
  const form = documentOf((await page('a0', links[0]?.replace('/sungai-uji/', '').replace('#panggil', '') ?? '')).body)
  expect([...form.querySelectorAll('input:checked')].map((one) => one.getAttribute('value'))).toEqual([
    callable[0],
    'meeting',
  ])
  const order = form.querySelector('form[action="/sungai-uji/panggilan"]')
  expect(order?.querySelector('[name=tempat]')?.getAttribute('value')).toBe('Loket 2')
  expect(order?.querySelector('[name=pukul]')?.getAttribute('value')).toBe('09:00')
})

test('who is called instead is named on both cards, on the board and to each of them, with how it stands', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [substitute = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  cookies[substitute] ??= await cookieOf(database.db, region, substitute)
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  const filled = documentOf((await page('a0', `panggilan?gantikan=${id}&pegawai=${substitute}`)).body)
  expect(wordsOf(filled.querySelector('form[action="/sungai-uji/panggilan"]'))).toContain(
    'Dipanggil sebagai ganti Pegawai a7.',
  )
  const nomor = randomUUID()
  for (let times = 0; times < 2; times++)
    expect((await order('a0', { nomor, gantikan: id }, [substitute])).statusCode).toBe(303)
  expect((await order('a0', { nomor }, [substitute])).statusCode).toBe(422)

  const { body } = await page('a0', 'panggilan')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const shown = wordsOf(documentOf(body).querySelector('.list'))
  const { rows } = await sql<{ name: string; id: string }>`select name, recall_id as id from employee_version
    join recall using (region_id, employee_id) where employee_id = ${substitute}`.execute(database.owner)
  const [own = { name: '', id: '' }] = rows
  expect(shown).toContain('Dipanggil sebagai ganti Pegawai a7 (berhalangan).')
  expect(shown).toContain(`Sebagai gantinya dipanggil: ${own.name} (belum menjawab).`)
  const said = async (who: string) => {
    const own = await page(who, 'saya')
    expect(await axeFindings(own.body)).toEqual([])
    return wordsOf(documentOf(own.body).querySelector('[data-recall]'))
  }
  expect(await said('a7')).toContain(`Sebagai ganti Anda dipanggil: ${own.name}.`)
  expect(await said(substitute)).toContain('Anda dipanggil sebagai ganti Pegawai a7.')
  expect(await said(substitute)).not.toContain('Jalan putus')

  expect((await post(substitute, `saya/panggilan/${own.id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  expect(wordsOf((await board()).querySelector(`#p-${id}`))).toContain(`${own.name} (siap hadir).`)
  // Who comes after all is seen as such beside who was called in their place.
  expect(wordsOf((await board()).querySelector(`#p-${own.id}`))).toContain('ganti Pegawai a7 (siap hadir).')
})

test('nobody is called in the place of somebody who comes, or is none of one’s own; the form stays', async () => {
  const id = await ordered()
  const free = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  for (const gantikan of [id, randomUUID()]) {
    const refused = await order('a0', { gantikan, tempat: 'Loket 9' }, [free[0] ?? ''])
    expect(refused.statusCode).toBe(409)
    const form = documentOf(refused.body).querySelector('form[action="/sungai-uji/panggilan"]')
    expect(form?.querySelector('[name=tempat]')?.getAttribute('value')).toBe('Loket 9')
    expect(form?.querySelector('[name=gantikan]')).toBeNull()
  }
})

test('who stands in is one other person, and nobody else while they may come', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [first = '', second = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  const instead = async (...people: string[]) => (await order('a0', { gantikan: id }, people)).statusCode
  expect([await instead('a7'), await instead(first, second)]).toEqual([409, 409])
  expect([await instead(first), await instead(second)]).toEqual([303, 409])
})

test('a long list of people is narrowed by name or unit; what was chosen and typed stays', async () => {
  const free = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  const [chosen = '', other = ''] = free
  const asked = async (query: Readonly<Record<string, string>>) => {
    const address = new URLSearchParams({
      pegawai: chosen,
      alasan: 'urgent_service',
      tempat: 'Loket 9',
      pukul: '10:15',
      ...query,
    })
    const { body } = await page('a0', `panggilan?${address}`)
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
    const form = documentOf(body).querySelector('form[action="/sungai-uji/panggilan"]')
    const fieldOf = (name: string) => form?.querySelector(`[name=${name}]`)?.getAttribute('value')
    return {
      people: [...(form?.querySelectorAll('input[name=pegawai]') ?? [])].map((box) => box.getAttribute('value')),
      ticked: [...(form?.querySelectorAll('input[name=pegawai][checked]') ?? [])].map((box) =>
        box.getAttribute('value'),
      ),
      typed: [
        fieldOf('tempat'),
        fieldOf('pukul'),
        form?.querySelector('[name=alasan][checked]')?.getAttribute('value'),
      ],
      words: wordsOf(form),
      button: form?.querySelector('[formmethod=get]')?.getAttribute('formaction'),
    }
  }
  const typed = ['Loket 9', '10:15', 'urgent_service']
  const named = await asked({ cari: `pegawai ${other}` })
  expect(named).toMatchObject({ people: [chosen, other], ticked: [chosen], typed })
  expect(named.button).toBe('/sungai-uji/panggilan#panggil')
  expect(named.words).toContain(`2 dari ${free.length} orang`)
  expect((await asked({ cari: 'Alfa' })).people).toHaveLength(free.length)
  expect((await asked({ cari: 'Tidak Ada' })).people).toEqual([chosen])
  // A short list is looked through without.
  expect((await asked({})).button).toBeUndefined()
})

test('a name that ends with a full stop ends the sentence, and a long wait is told in hours', async () => {
  await sql`update employee_version set name = 'Ani, S.Sos.' where region_id = ${region} and employee_id = 'a0'`.execute(
    database.owner,
  )
  await order('a0', { pukul: '11:12' })
  expect(wordsOf((await board()).querySelector('.list'))).toContain('3 jam 42 menit lagi')
  const card = wordsOf(documentOf((await page('a7', 'saya')).body).querySelector('[data-recall]'))
  expect(card).toContain('oleh Ani, S.Sos. Alasan: rapat.')
  await sql`update employee_version set name = 'Siti Kepala' where region_id = ${region} and employee_id = 'a0'`.execute(
    database.owner,
  )
})

test('of two heads who call somebody in one place at once, one does', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [first = '', second = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  /** Sends orders which have all seen the board before one of them may change it. */
  const atOnce = async (...people: readonly string[]) => {
    let sent: ReturnType<typeof order>[] = []
    await as(database.db, whole, async (tx) => {
      await holdRecalls(tx, '2021-07-21')
      sent = people.map((one) => order('a0', { gantikan: id }, [one]))
      await untilWaiting(database.owner, people.length)
    })
    return (await Promise.all(sent)).map(({ statusCode }) => statusCode).toSorted()
  }
  expect(await atOnce(first, second)).toEqual([303, 409])
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from recall where instead_of = ${id}`.execute(database.owner)
  expect(rows).toEqual([{ people: 1 }])
})

test('nobody is called in the place of somebody who says meanwhile that they come after all', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [first = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  let sent: ReturnType<typeof order> | undefined
  await as(database.db, whole, async (tx) => {
    await holdRecalls(tx, '2021-07-21')
    sent = order('a0', { gantikan: id }, [first])
    await untilWaiting(database.owner)
    expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  })
  expect((await sent)?.statusCode).toBe(409)
})

/** The same time on the next day. */
const tomorrow = (count: number) => minutes(count + 24 * 60)

test('to whom nobody came yesterday stays on the board until the superior says a word', async () => {
  const id = await ordered()
  served.moment = tomorrow(10)
  const shown = wordsOf((await board()).querySelector('.list'))
  expect(shown).toContain('Rabu, 21 Juli 2021')
  expect((await board()).querySelector('.list form[action$="/hadir"]')).toBeNull()
  expect((await post('a0', `panggilan/${id}/hadir`)).statusCode).toBe(409)
  const word: readonly (readonly [string, string])[] = [
    ['sebagai', 'excused'],
    ['kata', 'Ponsel rusak'],
  ]
  expect((await post('b0', `panggilan/${id}/selesai`, word)).statusCode).toBe(404)
  expect((await post('a1', `panggilan/${id}/selesai`, word)).statusCode).toBe(303)
  expect((await board()).querySelector('.list')).toBeNull()
  expect(await events(id)).toEqual(['recall-ordered', 'recall-settled'])
})

test('who came without a signal came: the check-in that is sent after midnight is the arrival', async () => {
  const id = await ordered()
  served.moment = tomorrow(10)
  expect(await keepArrivals(app, own)).toBe(0)
  await sql`update session set expires_at = expires_at + interval '1 day'`.execute(database.owner)
  const late = await app.inject({
    method: 'POST',
    url: `/api/v1/regions/${region}/check-ins`,
    cookies: { ...phone.cookies },
    payload: phone.tap(minutes(50), { place: 'office' }),
  })
  expect(late.statusCode).toBeLessThan(300)
  await app.grader.done()
  expect((await board()).querySelector('.list')).toBeNull()
  expect([await keepArrivals(app, own), await keepArrivals(app, own)]).toEqual([1, 0])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
})

const checkIn = async (payload: object) => {
  const url = `/api/v1/regions/${region}/check-ins`
  expect((await app.inject({ method: 'POST', url, cookies: { ...phone.cookies }, payload })).statusCode).toBe(201)
  await app.grader.done()
}
const waiting = async () => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.owner)
  return rows.length
}

test('an arrival is kept once, though two look for it at the same time', async () => {
  const id = await ordered()
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  const both = await database.owner.transaction().execute(async (tx) => {
    await sql`select from recall where recall_id = ${id} for update`.execute(tx)
    const keeping = [keepArrivals(app, own), keepArrivals(app, own)]
    await expect.poll(waiting).toBe(2)
    return keeping
  })
  expect((await Promise.all(both)).toSorted()).toEqual([0, 1])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
})

test("a check-in that is found later does not take the superior's word away", async () => {
  const id = await ordered()
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  const [keeping] = await database.owner.transaction().execute(async (tx) => {
    await sql`update recall set arrived_at = ordered_at, arrival_by = 'a0' where recall_id = ${id}`.execute(tx)
    const one = keepArrivals(app, own)
    await expect.poll(waiting).toBe(1)
    return [one]
  })
  expect(await keeping).toBe(0)
  const { rows } = await sql`select arrival_by from recall`.execute(database.owner)
  expect(rows).toEqual([{ arrival_by: 'a0' }])
  expect(await events(id)).toEqual(['recall-ordered'])
})

/** The application, and how many transactions it has begun. */
function counted() {
  let begun = 0
  const db = new Proxy(app.db, {
    get(target, key) {
      if (key === 'transaction') begun++
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { source: { db, clock: app.clock }, begun: () => begun }
}

test('however many were missed on days before, their check-ins are read at once and told apart', async () => {
  const id = await ordered()
  await sql`insert into recall (region_id, order_id, day, employee_id, agency_id, reason, clause, place, ordered_by,
      ordered_as, ordered_at, arrive_by_at, noticed_at)
    select region_id, gen_random_uuid(), to_day, who, agency_id, reason, clause, place, ordered_by, ordered_as,
      ordered_at, arrive_by_at, noticed_at
    from recall, (values (date '2021-07-20', 'a7'), ('2021-07-21', 'a2'), ('2021-07-20', 'a2')) as other (to_day, who)
    where recall_id = ${id}`.execute(database.owner)
  served.moment = tomorrow(10)
  await sql`update session set expires_at = expires_at + interval '1 day'`.execute(database.owner)
  await checkIn(phone.tap(minutes(20), { place: 'home' }))
  const { source, begun } = counted()
  expect((await missedBefore(source, own, ['a2', 'a7'])).map(({ day, person }) => [day, person])).toEqual([
    ['2021-07-20', 'a2'],
    ['2021-07-20', 'a7'],
    ['2021-07-21', 'a2'],
    ['2021-07-21', 'a7'],
  ])
  expect(begun()).toBe(2)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  const missed = await missedBefore(app, own, ['a2', 'a7'])
  expect(missed.map(({ day, person }) => [day, person])).not.toContainEqual(['2021-07-21', 'a7'])
  expect(missed.length).toBe(3)
})

test('what nobody came to costs the same each minute, however much there is', async () => {
  const id = await ordered()
  await sql`insert into recall (region_id, order_id, day, employee_id, agency_id, reason, clause, place, ordered_by,
      ordered_as, ordered_at, arrive_by_at, noticed_at)
    select region_id, gen_random_uuid(), day, employee_id, agency_id, reason, clause, place, ordered_by, ordered_as,
      ordered_at, arrive_by_at, noticed_at
    from recall, generate_series(1, 4) where recall_id = ${id}`.execute(database.owner)
  served.moment = tomorrow(10)
  await sql`update session set expires_at = expires_at + interval '1 day'`.execute(database.owner)
  await checkIn(phone.tap(minutes(20), { place: 'home' }))
  const { source, begun } = counted()
  expect(await keepArrivals(source, own)).toBe(0)
  expect(begun()).toBe(2)
})

test('the card of yesterday says how the person was told', async () => {
  await ordered()
  served.moment = tomorrow(10)
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Diberi tahu 07.30: tidak ada saluran')
})

test('that somebody who is no direct superior reads the recalls is written down, and the person sees it', async () => {
  await sql`delete from sensitive_read`.execute(database.owner)
  await ordered()
  for (const [who, url] of [
    ['a1', 'panggilan'],
    ['a1', 'panggilan/daftar'],
    ['a0', 'panggilan'],
    ['a0', 'panggilan/daftar'],
  ] as const)
    expect((await page(who, url)).statusCode).toBe(200)
  const { rows } = await sql`select subject_id, account.employee_id as reader, purpose, fields
    from sensitive_read join account on account.account_id::text = reader`.execute(database.owner)
  const read = { subject_id: 'a7', reader: 'a0', purpose: 'list-of-recalls', fields: ['recalls'] }
  expect(rows).toEqual([read, read])
  expect((await page('a7', 'data-saya')).body).toContain('panggilan ke kantor')
})
