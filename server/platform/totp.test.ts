import { expect, test } from 'vitest'
import { base32, stepOfCode, totpAddress, totpCode, totpStep } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(totpCode(secret, totpStep(seconds * 1000), 8)).toBe(code)
})

test('a code counts in its half minute and the two beside it, and never after a later one', () => {
  const at = 1_234_567_890_000
  const [step, code] = [totpStep(at), totpCode(secret, totpStep(at))]
  expect(stepOfCode(secret, code, at, 0)).toBe(step)
  expect(stepOfCode(secret, code, at + 30_000, 0)).toBe(step)
  expect(stepOfCode(secret, code, at - 30_000, 0)).toBe(step)
  expect(stepOfCode(secret, code, at + 60_000, 0)).toBeUndefined()
  expect(stepOfCode(secret, code, at, step)).toBeUndefined()
  for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(stepOfCode(secret, typed, at, 0)).toBeUndefined()
})

test('a secret is written as applications read it', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(totpAddress(secret, 'nip a2')).toBe(
    'otpauth://totp/Piket%3Anip%20a2?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Piket',
  )
})
