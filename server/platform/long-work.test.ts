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
  expect(await work.progressOf([one, other], 'ani')).toEqual({ done: 0, of: 2 })
  other.resolve('second')
  expect(await work.progressOf([one, other], 'ani')).toEqual({ done: 1, of: 2 })
  one.resolve('first')
  expect(await work.progressOf([one, other, one], 'ani')).toEqual({ answers: ['first', 'second', 'first'] })
  expect([one.begun, other.begun]).toEqual([1, 1])
})

test('tells once that a piece failed, and begins it anew for whoever asks next', async () => {
  const work = longWork<string>(options)
  const [failing, fine] = [heldPiece('piece'), heldPiece('piece')]
  failing.reject(new Error('no room'))
  await expect(work.progressOf([failing], 'ani')).rejects.toThrow('no room')
  fine.resolve('done')
  expect(await work.progressOf([fine], 'ani')).toEqual({ answers: ['done'] })
})

test('tells a failure once to each who was told to wait, and to nobody who comes later', async () => {
  const work = longWork<string>(options)
  const [failing, again] = [heldPiece('piece'), heldPiece('piece')]
  for (const asker of ['ani', 'budi']) expect(await work.progressOf([failing], asker)).toEqual({ done: 0, of: 1 })
  failing.reject(new Error('no room'))
  for (const asker of ['ani', 'budi']) await expect(work.progressOf([again], asker)).rejects.toThrow('no room')
  expect(again.begun).toBe(0)
  again.resolve('done')
  expect(await work.progressOf([again], 'ani')).toEqual({ answers: ['done'] })

  const [old, fresh] = [heldPiece('other'), heldPiece('other')]
  expect(await work.progressOf([old], 'ani')).toEqual({ done: 0, of: 1 })
  old.reject(new Error('no room'))
  await new Promise(setImmediate)
  fresh.resolve('done')
  expect(await work.progressOf([fresh], 'cici')).toEqual({ answers: ['done'] })
})

test('turns away who asks for more than can be awaited, but not who waits for what is under way', async () => {
  const work = longWork<string>({ ...options, mostAwaited: 1 })
  const [first, second] = [heldPiece('first'), heldPiece('second')]
  expect(await work.progressOf([first], 'ani')).toEqual({ done: 0, of: 1 })
  expect(await work.progressOf([second], 'ani')).toEqual({ refused: 'try-soon', after: 5 })
  expect(await work.progressOf([first], 'ani')).toEqual({ done: 0, of: 1 })
  expect(second.begun).toBe(0)
})

test('forgets what was not asked for longest', async () => {
  const work = longWork<string>({ ...options, most: 2 })
  const pieces = ['a', 'b', 'c'].map(heldPiece)
  for (const piece of pieces) piece.resolve(piece.key)
  const [a, b, c] = pieces as [ReturnType<typeof heldPiece>, ReturnType<typeof heldPiece>, ReturnType<typeof heldPiece>]
  await work.progressOf([a, b], 'ani')
  await work.progressOf([a], 'ani')
  await work.progressOf([c], 'ani')
  await work.progressOf([a, b], 'ani')
  expect([a.begun, b.begun, c.begun]).toEqual([1, 2, 1])
})
