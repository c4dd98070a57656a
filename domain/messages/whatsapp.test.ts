import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whatsappHref, whatsappNumber, whatsappToAnybody } from './whatsapp.ts'

test.each([
  ['0812-3456-7890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['6281234567890', '6281234567890'],
  ['(0812) 3456.7890', '6281234567890'],
  ['81234567890', '6281234567890'],
  ['+62 0812 3456 7890', '6281234567890'],
  ['0541-123456', undefined],
  ['0812', undefined],
  ['+1 812 345 6789', undefined],
  ['0812345678901234', undefined],
  ['08123x567890', undefined],
  ['', undefined],
  [null, undefined],
])('%s is %s', (written, number) => {
  expect(whatsappNumber(written)).toBe(number)
})

test('whatever the message holds, it arrives as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (message) => {
      const href = new URL(whatsappHref('081234567890', message) ?? '')
      expect([href.origin, href.pathname, href.searchParams.get('text')]).toEqual([
        'https://wa.me',
        '/6281234567890',
        message,
      ])
    }),
  )
})

test('without a number the sender chooses whom to write to', () => {
  const href = new URL(whatsappToAnybody('Rapat & kirim'))
  expect([href.origin, href.pathname, href.searchParams.get('text')]).toEqual(['https://wa.me', '/', 'Rapat & kirim'])
})
