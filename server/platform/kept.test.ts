import { expect, test } from 'vitest'
import { keeping } from './kept.ts'

test('the last that were asked for are kept, and made anew once they are not', () => {
  const made: string[] = []
  const keep = keeping<string>(2)
  const ask = (key: string) =>
    keep(key, () => {
      made.push(key)
      return key
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toBe(key)
  // `b` was asked for longest ago when `c` came.
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('what may be otherwise the next time is asked again', async () => {
  const answers = ['later', 'now', 'never asked']
  const keep = keeping<Promise<string>>(2, (outcome) => outcome === 'later')
  const ask = () => keep('a', async () => answers.shift() ?? '')
  expect([await ask(), await ask(), await ask()]).toEqual(['later', 'now', 'now'])
})

test('what is under way is shared; what fails is asked again', async () => {
  let asked = 0
  const keep = keeping<Promise<number>>(2)
  const ask = () => keep('a', async () => (++asked < 2 ? Promise.reject(new Error('away')) : asked))
  const [one, other] = [ask(), ask()]
  await expect(one).rejects.toThrow('away')
  expect(other).toBe(one)
  expect(await ask()).toBe(2)
})
