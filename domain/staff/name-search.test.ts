import { expect, test } from 'vitest'
import { isNamePart, nameSearch } from './name-search.ts'

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
  expect(finds('', 'Siti')).toBe(true)
  expect(finds('  ', 'Siti')).toBe(true)
})

test.each(["'", 'o', "o'", '’', 'h.', '- -', 'a b'])('%j is too little to look for, and finds nobody', (search) => {
  expect(isNamePart(search)).toBe(false)
  expect(['Noor Hidayah', "Ma'ruf", 'H. Abdul Arsyad', "O'Brien"].filter(nameSearch(search))).toEqual([])
})

test.each([
  ["o'b", ["O'Brien"]],
  ['OB', ["O'Brien"]],
  ['h. abdul', ['H. Abdul Arsyad']],
  ['Noor H', ['Noor Hidayah']],
  ['l2', ['Pegawai L2']],
])('%s finds by one word of two letters or digits, beside shorter ones', (search, found) => {
  expect(isNamePart(search)).toBe(true)
  const names = ['Noor Hidayah', 'Noor Latif', 'H. Abdul Arsyad', "O'Brien", 'Pegawai L2']
  expect(names.filter(nameSearch(search))).toEqual(found)
})
