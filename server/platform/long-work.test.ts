/** Long work: begun once, told how far it is, kept, and begun anew after it failed. */
import { expect, test } from 'vitest'
import { longWork } from './long-work.ts'

const options = { most: 10, mostAwaited: 10, patience: 5 }

/** A piece whose end is in the hands of the test. */
function heldPiece(key: string) {
  const end = { resolve: (_answer: string) => {}, reject: (_why: Error) => {} }
  const made = new Promise<string>((resolve, reject) => Object.assign(end, { resolve, reject }))
  const piece = Object.assign(end, {
    key,
    begun: 0,
    begin() {
      piece.begun++
      return made
    },
  })
  return piece
}

test('says how far it is, then answers in the order asked, each piece begun once', async () => {
  const work = longWork<string>(options)
  const [one, other] = [heldPiece('one'), heldPiece('other')]
  expect(await work.progressOf([one, other])).toEqual({ done: 0, of: 2 })
  other.resolve('second')
  expect(await work.progressOf([one, other])).toEqual({ done: 1, of: 2 })
  one.resolve('first')
  expect(await work.progressOf([one, other, one])).toEqual({ answers: ['first', 'second', 'first'] })
  expect([one.begun, other.begun]).toEqual([1, 1])
})

test('tells once that a piece failed, and begins it anew for whoever asks next', async () => {
  const work = longWork<string>(options)
  const [failing, fine] = [heldPiece('piece'), heldPiece('piece')]
  failing.reject(new Error('no room'))
  await expect(work.progressOf([failing])).rejects.toThrow('no room')
  fine.resolve('done')
  expect(await work.progressOf([fine])).toEqual({ answers: ['done'] })
})

test('turns away who asks for more than can be awaited, but not who waits for what is under way', async () => {
  const work = longWork<string>({ ...options, mostAwaited: 1 })
  const [first, second] = [heldPiece('first'), heldPiece('second')]
  expect(await work.progressOf([first])).toEqual({ done: 0, of: 1 })
  expect(await work.progressOf([second])).toEqual({ refused: 'try-soon', after: 5 })
  expect(await work.progressOf([first])).toEqual({ done: 0, of: 1 })
  expect(second.begun).toBe(0)
})

test('forgets what was not asked for longest', async () => {
  const work = longWork<string>({ ...options, most: 2 })
  const pieces = ['a', 'b', 'c'].map(heldPiece)
  for (const piece of pieces) piece.resolve(piece.key)
  const [a, b, c] = pieces as [ReturnType<typeof heldPiece>, ReturnType<typeof heldPiece>, ReturnType<typeof heldPiece>]
  await work.progressOf([a, b])
  await work.progressOf([a])
  await work.progressOf([c])
  await work.progressOf([a, b])
  expect([a.begun, b.begun, c.begun]).toEqual([1, 2, 1])
})
