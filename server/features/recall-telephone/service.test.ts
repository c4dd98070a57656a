/** Answers by telephone: whose word stands, and that a form is one answer. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { minutes, serveRecalls } from '../../testing/recalls.ts'

const recalls = await serveRecalls()
const { served, database, phone, page, post, board, ordered, state, events, heard, checkIn } = recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(recalls.afresh)

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
  await checkIn(tap(minutes(5)))
  expect(await state()).toBe('Siap hadir')
  expect(wordsOf((await board()).querySelector('.list'))).toContain('menjawab 07.38, lewat telepon kepada')
  served.moment = minutes(12)
  await checkIn(tap(minutes(11)))
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
