import { expect, test } from 'vitest'
import { visibleFields } from './form.ts'

test('texts lose what nobody sees, and a password stays as it was typed', () => {
  const hidden = 'kata\u200b sandi\ufe0f'
  expect(visibleFields({ nip: hidden, sandi: hidden, sekarang: hidden, alasan: [hidden] })).toEqual({
    ...{ nip: 'kata sandi', sandi: hidden, sekarang: hidden, alasan: ['kata sandi'] },
  })
  const bytes = Buffer.from(hidden)
  expect(visibleFields(bytes)).toBe(bytes)
  expect(visibleFields(null)).toBeNull()
})
