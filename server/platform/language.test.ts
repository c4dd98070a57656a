import { expect, test } from 'vitest'
import { durationText, sentence } from './language.ts'

test.each([
  [0, '0 menit', '0 min'],
  [59, '59 menit', '59 min'],
  [60, '1 jam', '1 h'],
  [221, '3 jam 41 menit', '3 h 41 min'],
  [1440, '24 jam', '24 h'],
])('%i minutes are %s', (minutes, id, en) => {
  expect([durationText(minutes, 'id'), durationText(minutes, 'en')]).toEqual([id, en])
})

test('a title that ends with a full stop ends the sentence', () => {
  expect([sentence('Dipanggil oleh Ani, S.Sos.'), sentence('Dipanggil oleh Ani')]).toEqual([
    'Dipanggil oleh Ani, S.Sos.',
    'Dipanggil oleh Ani.',
  ])
})
