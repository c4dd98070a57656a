import { expect, test } from 'vitest'
import { networkOf, throttle } from './throttle.ts'

test('so many pass, the next waits until the first of them is long enough ago', () => {
  const pace = throttle({ most: 2, within: 60_000 })
  pace.count('a', 0)
  expect(pace.waitOf('a', 10_000)).toBe(0)
  pace.count('a', 10_000)
  expect(pace.waitOf('a', 20_000)).toBe(40)
  expect(pace.waitOf('b', 20_000)).toBe(0)
  expect(pace.waitOf('a', 60_000)).toBe(0)
})

test('a clock that was set back makes nobody wait', () => {
  const pace = throttle({ most: 1, within: 60_000 })
  pace.count('a', 1_000_000)
  expect(pace.waitOf('a', 0)).toBe(0)
})

test('keys from everywhere fill no memory: the one counted longest ago is forgotten', () => {
  const pace = throttle({ most: 1, within: 60_000 })
  for (let number = 0; number <= 20_000; number++) pace.count(`${number}`, 0)
  expect(pace.waitOf('0', 0)).toBe(0)
  expect(pace.waitOf('20000', 0)).toBe(60)
})

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
