import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passwordFault } from './password.ts'

const person = { login: '198503022010012003', name: 'Siti Rahmawati, S.Sos.', birth: '1985-03-02' }

test.each([
  ['pendek sekali', 'nist', 'too-short'],
  ['x'.repeat(201), 'nist', 'too-long'],
  ['aaaaaaaaaaaaaaaa', 'nist', 'easy'],
  ['password12345678', 'nist', 'easy'],
  ['RahasiaIndonesia2026!', 'nist', 'easy'],
  ['123456789012345678', 'nist', 'easy'],
  ['198503022010012003', 'nist', 'about-you'],
  ['kata 1985-03-02 sandi', 'nist', 'about-you'],
  ['kopi 02031985 pagi', 'nist', 'about-you'],
  ['siti.rahmawati.99', 'nist', 'about-you'],
  ['gajah lemari biru sungai', 'nist', undefined],
  ['kuda benar baterai staples', 'bssn', 'not-mixed'],
  ['Kuda-benar7 baterai staples', 'bssn', undefined],
  ['830174629518374', 'nist', undefined],
] as const)('%s under %s: %s', (password, profile, fault) => {
  expect(passwordFault(password, profile, person)).toBe(fault)
})

test('four random words of a list pass, whoever chooses them', () => {
  const word = fc.constantFrom('gajah', 'lemari', 'sungai', 'kompor', 'jendela', 'perahu', 'bayam', 'obeng', 'kerikil')
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 4, maxLength: 4 }), (words) => {
      expect(passwordFault(words.join(' '), 'nist', person)).toBeUndefined()
    }),
  )
})
