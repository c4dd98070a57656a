/** To whom nobody came: the word of the superior. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { wordsOf } from '../../testing/page.ts'
import { minutes, serveRecalls, tomorrow } from '../../testing/recalls.ts'

const recalls = await serveRecalls()
const { served, post, board, ordered, state, events } = recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(recalls.afresh)

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
