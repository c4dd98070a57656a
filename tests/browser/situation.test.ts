/** A citizen of Kutai Kartanegara reads the situation on a phone without script; those who state it write it down. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const phone = { as: null, viewport: { width: 360, height: 780 }, javaScriptEnabled: false }
const region = '/kutai-kartanegara'

/** Looks at a page at both widths. */
async function isWhole(page: Page, name: string) {
  for (const [width, suffix] of [
    [360, 'phone'],
    [1280, 'wide'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    expect(await overflowing(page), name).toEqual([])
    expect(await axeFindings(page), name).toEqual([])
    await shot(page, `${name}-${suffix}`)
  }
}

test('from the situation to coverage, pilot sites and ambassadors, without a script', {
  timeout: 180_000,
}, async () => {
  await using citizen = await site.open(`${region}/situasi`, phone)
  await citizen.getByRole('link', { name: 'Cakupan menurut kelompok dan kecamatan' }).click()
  const workers = citizen.getByRole('region', { name: 'Tenaga kesehatan' })
  expect(await workers.innerText()).toContain('1.142 dari 3.830 · 30%')
  await workers.getByText('Menurut kecamatan').click()
  const together = workers.getByRole('row', { name: /dijumlahkan/ })
  expect(await together.innerText()).toMatch(/Tabang, Muara Wis, Kota Bangun Darat, Kenohan \(dijumlahkan\)/)
  expect(await citizen.getByRole('region', { name: 'Lansia' }).innerText()).toContain(
    'Belum dimulai. Sasaran 46.930 orang.',
  )
  await citizen.getByRole('link', { name: 'Situasi', exact: true }).last().click()
  await citizen.getByRole('link', { name: 'Tempat percontohan PPKM' }).click()
  const home = citizen.getByRole('listitem').filter({ hasText: 'Satu rumah tangga' })
  expect(await home.innerText()).toMatch(/Usulan[\s\S]*Rumah tangga · Bukit Biru, Kecamatan Tenggarong/)
  await citizen.goBack()
  await citizen.getByRole('link', { name: 'Duta perubahan perilaku' }).click()
  expect(await citizen.locator('main').innerText()).toMatch(/Maimunah \(orang rekaan\), pedagang pasar/)
  expect(await citizen.locator('main').innerText()).not.toContain('Yohanes')
})

test('the pages are whole at both widths, in the dark too', { timeout: 240_000 }, async () => {
  for (const [path, name] of [
    ['situasi', 'situation'],
    ['situasi/vaksinasi', 'coverage'],
    ['situasi/percontohan', 'pilot-sites'],
    ['situasi/duta', 'ambassadors'],
  ]) {
    await using page = await site.open(`${region}/${path}`, { as: null })
    await isWhole(page, name as string)
  }
  await using dark = await site.open(`${region}/situasi/vaksinasi`, { as: null, colorScheme: 'dark' })
  await dark.getByText('Menurut kecamatan').click()
  await isWhole(dark, 'coverage-dark')
})

test('the spokesperson states coverage, is told what is wrong, and sees it in public', {
  timeout: 180_000,
}, async () => {
  await using page = await site.open(`${region}/situasi/vaksinasi`, { as: 'Juru bicara' })
  await page.getByRole('link', { name: 'Catat cakupan vaksinasi' }).click()
  await page.getByLabel('Kelompok', { exact: true }).selectOption('Masyarakat rentan')
  await page.getByLabel('Sasaran', { exact: true }).fill('51200')
  await page.getByLabel('Dosis 1', { exact: true }).fill('40')
  await page.getByLabel('Sumber', { exact: true }).fill('Angka peragaan')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.locator('[role=alert]', { hasText: 'baru divaksin sejak 1 April 2021' }).waitFor()
  await isWhole(page, 'coverage-refused')
  expect(await page.getByLabel('Sasaran', { exact: true }).inputValue()).toBe('51200')
  await page.getByLabel('Dosis 1', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('row', { name: /Masyarakat rentan/ }).waitFor()
  await isWhole(page, 'coverage-stated')
  await page.goto(`${region}/situasi/vaksinasi`)
  expect(await page.getByRole('region', { name: 'Masyarakat rentan' }).innerText()).toContain('Sasaran 51.200 orang')
  await page.goto(`${region}/duta`)
  await isWhole(page, 'nominations')
})

test('the task force finds the places it looks after', { timeout: 120_000 }, async () => {
  await using page = await site.open(`${region}/situasi/percontohan`, { as: 'Satuan tugas' })
  await page.getByRole('link', { name: 'Kelola dan periksa' }).click()
  await isWhole(page, 'pilot-sites-managed')
  await page.getByRole('link', { name: 'Pasar Contoh (rekaan)' }).click()
  await page.getByText('Masa dan keadaan').waitFor()
  await isWhole(page, 'pilot-site')
})

test('what anybody reads is light, beside the shared style sheets', async () => {
  for (const path of ['situasi', 'situasi/vaksinasi', 'situasi/percontohan', 'situasi/duta']) {
    const html = await (await fetch(`${site.address}${region}/${path}`)).text()
    const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, src = '']) => src)
    const loaded = await Promise.all(scripts.map(async (src) => (await fetch(site.address + src)).text()))
    const sizes = [html, ...loaded].map((text) => gzipSync(text).length)
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      `${path}: ${sizes.join(' + ')}`,
    ).toBeLessThan(15_000)
  }
})
