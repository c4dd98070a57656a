import { expect, test } from 'vitest'
import { markAge, markIn, markText, newMark } from './form-mark.ts'
import { sealWith } from './seal.ts'

const seal = sealWith(Buffer.from('own'))
const mark = newMark(1_000_000)
const text = markText(seal, mark)

test('a mark that was given out is known again, and no two are the same', () => {
  expect(markIn(seal, text)).toEqual(mark)
  expect(newMark(1_000_000).secret).not.toBe(mark.secret)
})

test('one that was changed anywhere, or is of another region, is not', () => {
  for (let at = 0; at < text.length; at++) {
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    expect(markIn(seal, changed), changed).toBeUndefined()
  }
  expect(markIn(sealWith(Buffer.from('other')), text)).toBeUndefined()
  for (const other of ['', '.', '..', text.slice(1), `${text}0`, text.replace('.', ' ')])
    expect(markIn(seal, other), other).toBeUndefined()
})

test('a form is too fast for three seconds, and good for twelve hours', () => {
  expect(markAge(mark, mark.at + 2999)).toBe('too-fast')
  expect(markAge(mark, mark.at + 3000)).toBe('fit')
  expect(markAge(mark, mark.at + 12 * 3_600_000 - 1)).toBe('fit')
  expect(markAge(mark, mark.at + 12 * 3_600_000)).toBe('old')
  expect(markAge(mark, mark.at - 1)).toBe('too-fast')
})
