/** What stays of a text that carries unseen letters: all that people see, and what shapes it. */
import { expect, test } from 'vitest'
import { visible, visibleWithin } from './visible.ts'

test.each([
  ['turns the direction', 'Siti \u202eAminah\u202c \u2066x\u2069\u200e\u200f\u061c', 'Siti Aminah x'],
  ['has no width', 'Bu\u200bdi\u2060 \ufeffSan\u00adtoso\u034f', 'Budi Santoso'],
  ['is a control character', 'a\u0000b\u0007c\u001fd\u007fe\u0085f\u009fg', 'abcdefg'],
  ['is the half of a new line', 'a\rb\r\r\nc', 'ab\r\nc'],
  ['annotates what is between', 'a\ufff9b\ufffac\ufffb', 'abc'],
  ['is a variant or a tag', 'a\ufe0f b\u{e0041}', 'a b'],
  ['joins what is never joined', 'An\u200dd\u200ci 1\u200d2', 'Andi 12'],
  ['joins behind another that is dropped', 'a\u061c\u200d', 'a'],
])('what %s is dropped', (_, text, seen) => {
  expect(visible(text)).toBe(seen)
  expect(visible(seen)).toBe(seen)
})

test.each([
  ['Indonesian', 'Ni’matul Ñur Aïsyah – “Dwi”, S.Kom.\tbaris\r\ndua'],
  ['Javanese', 'ꦲꦤꦕꦫꦏ ꦏ꧀\u200cꦏ ꦏ꧀\u200dꦏ'],
  ['Balinese', 'ᬳᬦᬘᬭᬓ ᬓ᭄\u200cᬓ ᬓ᭄\u200dᬓ'],
  ['Sundanese', 'ᮞᮥᮔ᮪ᮓ ᮊ᮪\u200cᮊ'],
  ['Arabic script', 'محمّد نور ۱۲ می\u200cخواهم مَ\u200cم'],
  ['letters with marks of their own', 'e\u0301 n\u0303 漢字 😀'],
])('%s passes unharmed', (_, text) => {
  expect(visible(text)).toBe(text)
})

test('texts within lists and objects are cleaned, bytes and their streams are not touched', () => {
  const bytes = Buffer.from('\u200b')
  const form = Object.assign(Object.create(null), { nama: 'A\u200b', hari: ['1\u202e', 2, null] })
  expect(visibleWithin({ form, bytes })).toEqual({ form: { nama: 'A', hari: ['1', 2, null] }, bytes })
  expect((visibleWithin({ bytes }) as { bytes: Buffer }).bytes).toBe(bytes)
})
