import { expect, test } from 'vitest'
import { nameSearch } from './name-search.ts'

const finds = (search: string, name: string) => nameSearch(search)(name)

test('every word must be a part of the name, in any order and case', () => {
  expect(finds('siti', 'Hj. Siti Aminah, S.Sos.')).toBe(true)
  expect(finds('AMIN  siti', 'Hj. Siti Aminah, S.Sos.')).toBe(true)
  expect(finds('siti budi', 'Hj. Siti Aminah, S.Sos.')).toBe(false)
})

test('accents and apostrophes are spelled in many ways', () => {
  for (const search of ["ma'ruf", 'ma’ruf', 'maruf', 'ma`ruf']) expect(finds(search, "Ma'ruf Amin"), search).toBe(true)
  expect(finds('josé', 'Jose Ximenes')).toBe(true)
  expect(finds('jose', 'José Ximenes')).toBe(true)
})

test('signs that mean something to a machine mean themselves', () => {
  expect(finds('%', 'Siti')).toBe(false)
  expect(finds('.*', 'Siti')).toBe(false)
  expect(finds('S.Sos', 'Siti, S.Sos.')).toBe(true)
})

test('nothing asked: everybody', () => {
  expect(finds('  ', 'Siti')).toBe(true)
  expect(finds("'", 'Siti')).toBe(true)
})
