import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { complaintStateOf, firstComplaintDay, trackingCode, trackingCodeOf } from './complaint.ts'

const hash = fc.stringMatching(/^[0-9a-f]{64}$/)

test('a code has three groups of four signs of which none is taken for another one', () => {
  fc.assert(
    fc.property(hash, (one) => {
      expect(trackingCode(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    }),
  )
  expect(trackingCode('0'.repeat(64))).toBe('0000-0000-0000')
  expect(trackingCode('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ')
})

test('all sixty bits of the hash that it takes tell codes apart', () => {
  fc.assert(
    fc.property(hash, fc.nat(14), (one, at) => {
      const other = one.slice(0, at) + (one[at] === '0' ? '1' : '0') + one.slice(at + 1)
      expect(trackingCode(other)).not.toBe(trackingCode(one))
    }),
  )
})

test('a code that was typed in another hand is the same', () => {
  fc.assert(
    fc.property(hash, (one) => {
      const code = trackingCode(one)
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
      expect(trackingCodeOf(typed)).toBe(code)
    }),
  )
})

test.each(['', '0000', '0000-0000-000', '0000-0000-00000', '0000-0000-000U', '0000-0000-000é', "' or 1=1 --"])(
  '%j is no code',
  (typed) => {
    expect(trackingCodeOf(typed)).toBeUndefined()
  },
)

test('a complaint is answered, taken up, or only received', () => {
  const at = new Date(0)
  expect(complaintStateOf({ takenAt: null, answeredAt: null })).toBe('received')
  expect(complaintStateOf({ takenAt: at, answeredAt: null })).toBe('taken_up')
  expect(complaintStateOf({ takenAt: null, answeredAt: at })).toBe('answered')
})

test('thirty days back is the farthest', () => {
  expect(firstComplaintDay('2021-07-21' as Day)).toBe('2021-06-21')
})
