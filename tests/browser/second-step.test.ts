/** Passkey as the second step of an administrator, and the proof hours later, in a real browser: a region that is real. */
import type { AddressInfo } from 'node:net'
import { buildApp } from '@piket/server/app.tsx'
import { addAccount, grantRole, hashPassword } from '@piket/server/features/account/service.ts'
import { builtAssets } from '@piket/server/platform/assets.ts'
import { as } from '@piket/server/platform/db.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings, overflowing, plugAuthenticatorIn, shot } from './site.ts'

const served = await serveRegion()
const browser = await openChromium()
const { db } = served.database
const { clock, release } = served.app
const app = await buildApp({ db, clock, assets: builtAssets(), release })
await app.listen({ port: 0, host: '127.0.0.1' })
// Browsers make keys for names, not for numbers.
const baseURL = `http://localhost:${(app.server.address() as AddressInfo).port}`
afterAll(async () => {
  await browser.close()
  await app.close()
  await served[Symbol.asyncDispose]()
})

const password = 'gajah lemari biru sungai'
beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await as(db, { region: '63.98', reach: 'region' }, async (tx) => {
    const officer = await addAccount(tx, { login: 'petugas-ti', name: 'Budi Uji', passwordHash }, 'test')
    await grantRole(tx, officer ?? '', { role: 'personnel_agency' }, 'test')
  })
})

async function passes(page: Page, name: string) {
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, name)
}

async function signIn(page: Page) {
  await page.getByLabel('NIP').fill('petugas-ti')
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

test.each([360, 1280])('is made, shown, and asked for again at %i px', { timeout: 120_000 }, async (width) => {
  const context = await browser.newContext({ baseURL, locale: 'id-ID', viewport: { width, height: 780 } })
  const page = await context.newPage()
  await plugAuthenticatorIn(page)
  await as(db, { region: '63.98', reach: 'region' }, (tx) =>
    tx
      .updateTable('passkey')
      .set({ revoked_at: new Date(0).toISOString() })
      .execute(),
  )

  await page.goto('/sungai-uji/akun/kelola')
  await signIn(page)
  await page.getByText('Buat kunci sandi dahulu').waitFor()
  await passes(page, `kunci-dahulu-${width}`)
  await page.getByRole('button', { name: 'Tambah kunci sandi' }).click()
  await page.getByRole('heading', { name: 'Langkah kedua: kunci sandi' }).waitFor()
  await passes(page, `langkah-kedua-${width}`)
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL('**/sungai-uji/akun')
  await page.getByRole('button', { name: 'Keluar' }).click()

  await page.goto('/sungai-uji/akun/kelola')
  await signIn(page)
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL('**/sungai-uji/akun/kelola')
  await page.getByRole('heading', { name: 'Akun' }).first().waitFor()

  // Twenty minutes later the recap asks once more, by password or passkey, and gives the file.
  served.moment += 20 * 60_000
  await page.goto('/sungai-uji/rekap')
  await page.getByRole('link', { name: 'Unduh Excel' }).click()
  await page.getByRole('heading', { name: 'Buktikan bahwa ini Anda' }).waitFor()
  await passes(page, `buktikan-${width}`)
  await page.getByLabel('Kata sandi').fill('salah')
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  const link = page.getByRole('link', { name: 'Unduh rekap.xlsx' })
  await link.waitFor()
  await passes(page, `terbukti-${width}`)
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toMatch(/^rekap-sungai-uji-.*\.xlsx$|^rekap\.xlsx$/)
  await context.close()
})
