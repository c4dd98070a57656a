/** Signing in over a real OpenID provider, in a real browser. */
import { openProvider } from '@piket/server/testing/sign-on-provider.ts'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite } from './site.ts'

const provider = await openProvider()
const { client, secret } = provider.client
const site = await openSite({
  PIKET_OIDC_62_02_ISSUER: provider.issuer,
  PIKET_OIDC_62_02_CLIENT_ID: client,
  PIKET_OIDC_62_02_CLIENT_SECRET: secret,
})
provider.serve([`${site.address}/kotawaringin-timur/masuk/tunggal/kembali`])
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await provider[Symbol.asyncDispose]()
})

test('leads over the provider to the own account, and nobody in who has none', { timeout: 60_000 }, async () => {
  await using known = await site.open('/kotawaringin-timur/akun', { as: 'BKPSDM' })
  const number = await known.locator('dt:text-is("Nomor masuk") + dd').innerText()
  const name = await known.locator('.who').innerText()

  provider.claims = { sub: 'orang', nip: number }
  await using page = await site.open('/kotawaringin-timur/akun', { as: null })
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Masuk dengan akun pemerintah daerah' }).click()
  await page.waitForURL('**/kotawaringin-timur/akun')
  expect(await page.locator('.who').innerText()).toBe(name)
  expect(await page.locator('[aria-labelledby=sesi]').innerText()).toContain('masuk tunggal')

  provider.claims = { sub: 'lain', nip: '190001011900011001' }
  await using stranger = await site.open('/kotawaringin-timur/masuk', { as: null })
  await stranger.getByRole('link', { name: 'Masuk dengan akun pemerintah daerah' }).click()
  expect(await stranger.locator('h1').innerText()).toContain('belum punya akun Piket')
})
