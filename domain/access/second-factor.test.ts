import { describe, expect, test } from 'vitest'
import { administrators, roles } from './role.ts'
import { isPhishingResistant, lackOf } from './second-factor.ts'

const byPassword = { method: 'password', second: null, hasPasskey: false, hasCodes: false } as const

describe('what a session lacks', () => {
  test.each(roles)('%s', (role) => {
    const shown = { ...byPassword, roles: [{ role: 'employee' }, { role }] } as const
    const lacks = administrators.has(role)
    expect(lackOf(shown)).toBe(lacks ? 'enrolment' : undefined)
    expect(lackOf({ ...shown, hasPasskey: true })).toBe(lacks ? 'passkey' : undefined)
    expect(lackOf({ ...shown, method: 'sign_on' })).toBe(lacks ? 'enrolment' : undefined)
    expect(lackOf({ ...shown, method: 'invitation' })).toBe(lacks ? 'enrolment' : undefined)
    // Codes can be given away: they are nothing to an administrator, and a second step to everybody else.
    expect(lackOf({ ...shown, hasCodes: true })).toBe(lacks ? 'enrolment' : 'code')
    expect(lackOf({ ...shown, hasCodes: true, method: 'device' })).toBe(lacks ? 'enrolment' : undefined)
    expect(lackOf({ ...shown, hasCodes: true, second: 'totp' })).toBe(lacks ? 'enrolment' : undefined)
    expect(lackOf({ ...shown, hasCodes: true, second: 'recovery_code' })).toBe(lacks ? 'enrolment' : undefined)
    expect(lackOf({ ...shown, method: 'passkey', hasPasskey: true, hasCodes: true })).toBeUndefined()
    expect(lackOf({ ...shown, second: 'passkey', hasPasskey: true })).toBeUndefined()
    expect(lackOf({ ...shown, method: 'sign_on', second: 'sign_on' })).toBeUndefined()
  })
})

test.each([
  [{ amr: ['pwd', 'hwk'] }, true],
  [{ amr: ['fido'] }, true],
  [{ acr: 'phr' }, true],
  [{ acr: 'phrh' }, true],
  [{ amr: ['pwd', 'otp', 'mfa'] }, false],
  [{ amr: 'hwk' }, false],
  [{ amr: ['pwd', 'swk'] }, false],
  [{ amr: ['pop'] }, false],
  [{ acr: 'urn:mace:incommon:iap:silver' }, false],
  [{ acr: undefined, amr: [] }, false],
  [{}, false],
])('a provider that says %j is believed to have asked for a key: %s', (claims, believed) => {
  expect(isPhishingResistant(claims)).toBe(believed)
})
