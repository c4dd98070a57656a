import { expect, test } from 'vitest'
import { asWritten, type Invalid, invalidWords, inWords, says, unknownWords } from './invalid.ts'

const invalid = (name: string, keyword: string, params: Invalid['params'] = {}): Invalid => ({
  instancePath: `/${name}`,
  keyword,
  params,
})

test.each([
  ['too_big', { origin: 'string', maximum: 80 }, 'paling panjang 80 huruf', 'at most 80 characters'],
  ['too_big', { origin: 'number', maximum: 9 }, 'paling besar 9', 'at most 9'],
  ['too_small', { origin: 'string', minimum: 2 }, 'paling pendek 2 huruf', 'at least 2 characters'],
  ['too_small', { origin: 'number', minimum: 1 }, 'paling kecil 1', 'at least 1'],
  ['invalid_value', { values: ['id', 'en'] }, 'harus salah satu dari id, en', 'must be one of id, en'],
  ['invalid_format', {}, 'memuat huruf yang tidak dapat dipakai', 'holds characters that cannot be used'],
  ['invalid_type', { expected: 'number' }, 'harus bilangan bulat', 'must be a whole number'],
  ['invalid_type', { expected: 'string' }, 'ditulis satu kali saja', 'is written once only'],
  ['something else', {}, 'tidak dapat dibaca', 'cannot be read'],
])('%s of %j says: %s', (keyword, params, id, en) => {
  expect(invalidWords([invalid('x', keyword, params)], asWritten)).toEqual({ id: `x: ${id}`, en: `x: ${en}` })
})

test('a schema has the word about its own rule', () => {
  const own = says({ id: 'harus genap', en: 'must be even' })
  expect(invalidWords([invalid('x', 'custom', own)], asWritten)).toEqual({
    id: 'x: harus genap',
    en: 'x: must be even',
  })
})

test('machines read the name of a parameter, people what it is and where it stands', () => {
  const findings = ['tanggal', 'employee', 'other_name'].map((name) => invalid(name, 'invalid_format'))
  expect(invalidWords(findings, asWritten).en.match(/[a-z_]+(?=:)/g)).toEqual(['tanggal', 'employee', 'other_name'])
  expect(
    invalidWords(findings, inWords)
      .id.split('; ')
      .map((said) => said.split(':')[0]),
  ).toEqual(['Tanggal ("tanggal" pada alamat)', 'Nomor pegawai pada alamat', 'other name ("other_name" pada alamat)'])
  expect(invalidWords(findings, inWords).en).toContain('Date ("tanggal" in the address): holds')
})

test('an unknown parameter is named beside the known ones', () => {
  expect(unknownWords(['datum', 'x'], ['date', 'known'])).toEqual({
    id: 'datum, x: parameter tidak dikenal; yang dikenal: date, known',
    en: 'datum, x: unknown parameter; known are: date, known',
  })
  expect(unknownWords(['x'], []).en).toBe('x: unknown parameter; this address takes no parameters')
})
