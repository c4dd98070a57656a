import { expect, test } from 'vitest'
import { signOnProviders } from './sign-on-providers.ts'

const given = (issuer: string, rest: object = { PIKET_OIDC_64_01_CLIENT_SECRET: 's' }) => ({
  PIKET_OIDC_64_01_ISSUER: issuer,
  PIKET_OIDC_64_01_CLIENT_ID: 'piket',
  ...rest,
})

test('a provider stands under the code of its region', () => {
  const providers = signOnProviders(given('https://sso.paserkab.go.id'), 'https://piket.paserkab.go.id')
  const issuer = new URL('https://sso.paserkab.go.id')
  expect([...providers]).toEqual([['64.01', { issuer, client: 'piket', secret: 's', claim: 'nip' }]])
  expect(signOnProviders({ PIKET_OIDC_64_01_ISSUER: '' }, undefined).size).toBe(0)
})

test.each([
  ['http://sso.paserkab.go.id', undefined],
  ['http://127.0.0.1:4000', 'https://piket.paserkab.go.id'],
  ['http://localhost.jahat.example', undefined],
  ['sso', undefined],
])('%s with the public address %s is refused with words', (issuer, origin) => {
  expect(() => signOnProviders(given(issuer), origin)).toThrow(
    /PIKET_OIDC_64_01_ISSUER .* harus alamat https.* \/ .*must be/,
  )
})

test('plain http is for trying out on this machine', () => {
  expect(signOnProviders(given('http://127.0.0.1:4000'), undefined).size).toBe(1)
})

test('one without its secret is refused with words', () => {
  expect(() => signOnProviders(given('https://sso.contoh', {}), undefined)).toThrow('PIKET_OIDC_64_01_CLIENT_SECRET')
})
