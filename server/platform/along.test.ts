import { expect, test } from 'vitest'
import { along } from './along.ts'

test('a link asks its own, and takes along what is known and what is tried', () => {
  const address = '/paser/opd/dinkes?tanggal=2021-07-12&bahasa=en&per=2021-07-09T10:00&simulasi=2021-07-12'
  expect(along(address, { tanggal: '2021-07-13' })).toBe('?tanggal=2021-07-13&simulasi=2021-07-12&per=2021-07-09T10:00')
  expect(along(address, { tanggal: '2021-07-13', per: '2021-07-10' })).toBe(
    '?tanggal=2021-07-13&per=2021-07-10&simulasi=2021-07-12',
  )
  expect(along('/paser', { tanggal: '2021-07-13', unit: null, hal: undefined })).toBe('?tanggal=2021-07-13')
})

test('what stands in an address stays one value', () => {
  expect(along('/x?per=1%26unit%3Da', { unit: 'a/b c' })).toBe('?unit=a%2Fb+c&per=1%26unit%3Da')
})
