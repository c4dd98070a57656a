/** A citizen reads the board on a phone, complains, and reads the answer that an officer gave. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

/** Without script: nothing on these pages needs one. */
const phone = { as: null, viewport: { width: 360, height: 780 }, javaScriptEnabled: false }
const wide = { viewport: { width: 1280, height: 900 } }

/** Looks at a page as it is drawn, also at the other width; axe needs a script, and looks at the same address beside it. */
async function isWhole(page: Page, name: string) {
  const { context } = await beside(page)
  try {
    for (const [width, suffix] of [
      [360, 'phone'],
      [1280, 'wide'],
    ] as const) {
      await context.setViewportSize({ width, height: 800 })
      expect(await overflowing(context), name).toEqual([])
      expect(await axeFindings(context), name).toEqual([])
      await shot(context, `${name}-${suffix}`)
    }
  } finally {
    await context.close()
  }
}

/** The same markup in a page where scripts run: what was shown once cannot be asked for again. */
async function beside(page: Page) {
  const html = await page.content()
  const context = await site.browser.newPage({ baseURL: site.address, locale: 'id-ID' })
  await context.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
  await context.goto(page.url())
  return { context }
}

test('from the board to the answer, without a script', { timeout: 180_000 }, async () => {
  await using citizen = await site.open('/paser/layanan', phone)
  expect(await citizen.locator('h1').innerText()).toBe('Layanan hari ini')
  await isWhole(citizen, 'board')
  await citizen.getByPlaceholder('Cari unit').fill('kependudukan')
  await citizen.getByRole('button', { name: 'Cari', exact: true }).click()
  const row = citizen.locator('tbody tr', { hasText: 'Kependudukan dan Pencatatan Sipil' }).first()
  expect(await row.innerText()).toMatch(/Buka/)
  expect(await row.innerText()).toMatch(/protokol kesehatan/)
  const why = await row.getByRole('link', { name: /^butir / }).getAttribute('href')
  await row.getByRole('link').first().click()
  await citizen.locator('h2', { hasText: 'Hari ini dan enam hari berikutnya' }).waitFor()
  await isWhole(citizen, 'board-of-unit')
  const unit = new URL(citizen.url()).pathname
  await citizen.goto(why ?? '')
  expect(await citizen.locator('h1').count()).toBe(1)
  await citizen.goto(`${unit}/poster`)
  await isWhole(citizen, 'poster')
  const paper = (await citizen.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await citizen.emulateMedia({ media: 'print' })
  await citizen.setViewportSize({ width: 673, height: 986 })
  await shot(citizen, 'poster-printed')
  await citizen.emulateMedia({ media: 'screen' })
  await citizen.setViewportSize(phone.viewport)
  await citizen.goto('/paser/layanan?tanggal=2021-07-09')
  await citizen.locator('h2', { hasText: 'Arsip: hari itu sudah lewat' }).waitFor()
  await isWhole(citizen, 'board-archive')

  await citizen.goto(unit)
  await citizen.getByRole('link', { name: 'Sampaikan pengaduan' }).click()
  await citizen.getByLabel('Ceritanya').fill('Pintu terkunci pukul sembilan, padahal di papan tertulis buka.')
  await isWhole(citizen, 'complaint-form')
  await citizen.getByRole('button', { name: 'Kirim pengaduan' }).click()
  await citizen.locator('[role=alert]', { hasText: 'yang terjadi belum dipilih' }).waitFor()
  await isWhole(citizen, 'complaint-refused')
  await citizen.getByLabel('Tutup, padahal papan menyebut buka').check()
  // Who fills in by hand takes longer than this.
  await expect
    .poll(
      async () => {
        await citizen.getByRole('button', { name: 'Kirim pengaduan' }).click()
        return [
          await citizen.locator('h1').innerText(),
          ...(await citizen.locator('[role=alert]').allInnerTexts()),
        ].join(': ')
      },
      { timeout: 15_000, interval: 1000 },
    )
    .toBe('Pengaduan diterima')
  const code = await citizen.locator('.told').innerText()
  await isWhole(citizen, 'complaint-sent')
  await citizen.getByRole('link', { name: 'Lihat keadaannya' }).click()
  await citizen.locator('dd', { hasText: 'Diterima, menunggu ditangani' }).waitFor()
  await isWhole(citizen, 'complaint-tracked')

  await using officer = await site.open('/paser/pengaduan/meja', { as: 'Satuan tugas', ...wide })
  await isWhole(officer, 'complaint-desk')
  await officer
    .getByRole('link', { name: /Bidang Pelayanan Pencatatan Sipil/ })
    .first()
    .click()
  await officer.getByRole('button', { name: 'Saya tangani' }).click()
  await officer.locator('p', { hasText: /^Ditangani / }).waitFor()
  await isWhole(officer, 'complaint-at-desk')
  await officer.getByLabel('Jawaban untuk pengadu').fill('Loket sudah kami periksa dan buka kembali pukul 09.30.')
  await officer.getByRole('button', { name: 'Kirim jawaban' }).click()
  await officer.locator('p', { hasText: /^Dijawab / }).waitFor()

  await citizen.goto('/paser/pengaduan/lacak')
  await citizen.getByLabel('Kode lacak').fill(code.toLowerCase().replaceAll('-', ' '))
  await citizen.getByRole('button', { name: 'Lihat' }).click()
  await citizen.getByText('Loket sudah kami periksa dan buka kembali pukul 09.30.').waitFor()
  await isWhole(citizen, 'complaint-answered')
})

test('the board of a regency is light, beside the shared style sheets', async () => {
  const html = await (await fetch(`${site.address}/paser/layanan`)).text()
  const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, src = '']) => src)
  const loaded = await Promise.all(scripts.map(async (src) => (await fetch(site.address + src)).text()))
  const sizes = [html, ...loaded].map((text) => gzipSync(text).length)
  expect(
    sizes.reduce((sum, size) => sum + size, 0),
    sizes.join(' + '),
  ).toBeLessThan(15_000)
})
