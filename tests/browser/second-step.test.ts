/** Second steps and the proof later on, in a real browser, in a region that is no demonstration. */
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { buildApp } from '@piket/server/app.tsx'
import { addAccount, grantRole, hashPassword } from '@piket/server/features/account/service.ts'
import { builtAssets } from '@piket/server/platform/assets.ts'
import { as } from '@piket/server/platform/db.ts'
import { totpCode, totpStep } from '@piket/server/platform/totp.ts'
import { vaultWith } from '@piket/server/platform/vault.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings, overflowing, plugAuthenticatorIn, shot } from './site.ts'

const served = await serveRegion()
const browser = await openChromium()
const { db } = served.database
const { clock, release } = served.app
const app = await buildApp({ db, clock, assets: builtAssets(), release, vault: vaultWith(randomBytes(32)) })
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
    for (const employee of ['a2', 'a3'])
      await addAccount(tx, { login: `nip-${employee}`, employee, passwordHash }, 'test')
  })
})

async function passes(page: Page, name: string) {
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, name)
}

async function signIn(page: Page, login = 'petugas-ti') {
  await page.getByLabel('NIP').fill(login)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

test.each([360, 1280])(
  'a passkey is made, shown, and asked for again at %i px',
  { timeout: 120_000 },
  async (width) => {
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
  },
)

/** The code that an application shows for the key on a page. */
function codeFor(key: string): string {
  const letters = [...key.replaceAll(' ', '')]
  const bits = letters
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return totpCode(secret, totpStep(served.moment))
}

test.each([
  [360, 'nip-a2'],
  [1280, 'nip-a3'],
])('codes are begun and asked for at %i px', { timeout: 120_000 }, async (width, login) => {
  const context = await browser.newContext({ baseURL, locale: 'id-ID', viewport: { width, height: 780 } })
  const page = await context.newPage()
  await page.goto('/sungai-uji/akun')
  await signIn(page, login)
  await page.getByRole('link', { name: 'Langkah kedua dengan kode autentikator' }).click()
  await page.getByRole('img', { name: /^Kode QR/ }).waitFor()
  await passes(page, `kode-${width}`)
  const key = await page.locator('p.code').innerText()
  // Neither another look nor another language makes what was scanned worthless.
  await page.reload()
  await page.getByRole('link', { name: 'English' }).click()
  expect(await page.locator('p.code').innerText()).toBe(key)
  await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
  expect(await page.locator('p.code').innerText()).toBe(key)
  await page.getByLabel('Kode sekarang').fill(codeFor(key))
  await page.getByRole('button', { name: 'Mulai pakai kode' }).click()
  await page.getByRole('heading', { name: 'Kode cadangan' }).waitFor()
  await passes(page, `kode-cadangan-${width}`)
  const first = await page.locator('li.code').allInnerTexts()
  await page.getByRole('link', { name: 'Ke akun saya' }).click()
  await page.getByRole('link', { name: 'Kode autentikator: dipakai' }).click()
  await page.getByText('Tersisa 10 dari 10').waitFor()
  await passes(page, `kode-dipakai-${width}`)
  await page.getByRole('button', { name: 'Buat kode cadangan baru' }).click()
  await page.getByRole('heading', { name: 'Kode cadangan yang lama sudah diganti' }).waitFor()
  const second = await page.locator('li.code').allInnerTexts()
  expect(new Set([...first, ...second]).size).toBe(20)
  await passes(page, `kode-cadangan-baru-${width}`)
  await page.getByRole('link', { name: 'Ke akun saya' }).click()
  await page.getByRole('button', { name: 'Keluar' }).click()

  served.moment += 60_000
  await page.goto('/sungai-uji/pengumuman')
  await signIn(page, login)
  await page.getByRole('heading', { name: 'Langkah kedua: kode' }).waitFor()
  await passes(page, `langkah-kode-${width}`)
  await page.getByLabel('Kode', { exact: true }).fill(codeFor(key))
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  await page.waitForURL('**/sungai-uji/pengumuman')
  await context.close()
})
