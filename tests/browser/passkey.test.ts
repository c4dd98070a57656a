/** A passkey in a real browser, with an authenticator that the browser simulates. */
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, plugAuthenticatorIn, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

test('is made on the account page, signs in, and does not once it is revoked', { timeout: 60_000 }, async () => {
  // Browsers make keys for names, not for numbers.
  const baseURL = site.address.replace('127.0.0.1', 'localhost')
  await using page = await site.open('/kotawaringin-timur/akun', {
    as: 'Pegawai',
    baseURL,
    viewport: { width: 360, height: 780 },
  })
  await plugAuthenticatorIn(page)
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  const revoking = page.getByRole('button', { name: /^Cabut kunci sandi/ })
  await revoking.waitFor()
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'akun-kunci')

  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.goto('/kotawaringin-timur/masuk?ke=/kotawaringin-timur/akun')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.waitForURL('**/kotawaringin-timur/akun')
  expect(await page.locator('[aria-labelledby=sesi]').innerText()).toContain('kunci sandi')

  await revoking.click()
  await revoking.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.goto('/kotawaringin-timur/masuk')
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.getByText('Belum masuk. Coba sekali lagi').waitFor()
})
