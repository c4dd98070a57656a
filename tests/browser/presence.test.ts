/** A superior speaks for somebody without a phone; a person asks for a correction and the superior settles it. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const phone = { viewport: { width: 360, height: 780 } }
const wide = { viewport: { width: 1280, height: 900 } }

async function isWhole(page: Page, name: string) {
  expect(await overflowing(page), name).toEqual([])
  expect(await axeFindings(page), name).toEqual([])
  await shot(page, name)
}

test('the superior vouches for somebody, and it stands in their name', { timeout: 60_000 }, async () => {
  await using clerk = await site.open('/kotawaringin-timur/saya', { as: 'Pegawai', ...phone })
  const own = await clerk.locator('a[href*="/pegawai/"]').first().getAttribute('href')
  const address = `${own}`.replace('/pegawai/', '/hadir/')
  await using page = await site.open(address, { as: 'Atasan langsung', ...wide })
  await isWhole(page, 'vouch-wide')
  await page.setViewportSize(phone.viewport)
  await page.getByLabel('Jam').fill('00:00')
  await page.getByLabel('Alasan').fill('Ponsel rusak')
  await page.getByLabel('Siapa yang melihat').fill('Saya sendiri')
  await page.getByRole('button', { name: 'Catat keterangan' }).click()
  expect(await page.getByRole('status').innerText()).toBe('Keterangan sudah dicatat.')
  expect(await page.locator('[aria-labelledby=tercatat]').innerText()).toMatch(/dibenarkan atasan/)
  await isWhole(page, 'vouch-phone')
  await page.getByRole('button', { name: 'Tarik keterangan pukul 00.00' }).first().click()
  await page.goto('/kotawaringin-timur/hadir')
  await isWhole(page, 'team-phone')
})

test('a clerk asks for a correction by a plain form, the superior accepts it with one tap', {
  timeout: 60_000,
}, async () => {
  const reason = `Antar anak ${Date.now()}`
  await using clerk = await site.open('/kotawaringin-timur/koreksi', {
    as: 'Pegawai',
    javaScriptEnabled: false,
    ...phone,
  })
  await clerk.getByLabel('Saya lupa mencatat').check()
  await clerk.getByLabel('Jam sebenarnya').fill('00:00')
  await clerk.getByLabel('Alasan', { exact: true }).fill(reason)
  await clerk.getByRole('button', { name: 'Ajukan', exact: true }).click()
  expect(await clerk.getByRole('status').innerText()).toBe('Koreksi sudah diajukan.')
  const own = clerk.locator('li', { hasText: reason })
  expect(await own.innerText()).toMatch(/menunggu atasan langsung/)
  await using superior = await site.open('/kotawaringin-timur/koreksi/tinjau', { as: 'Atasan langsung', ...phone })
  await isWhole(superior, 'corrections-phone')
  await superior.locator('li', { hasText: reason }).getByRole('button', { name: 'Terima' }).click()
  expect(await superior.getByRole('status').innerText()).toBe('Putusan sudah dicatat.')
  await clerk.goto('/kotawaringin-timur/koreksi')
  expect(await own.innerText()).toMatch(/Diterima/)
})

test.each([
  ['sinyal', 'Atasan langsung'],
  ['ponsel', 'Atasan langsung'],
  ['gangguan', 'Inspektorat'],
  ['koreksi', 'Pegawai'],
])('the page %s reads well on a phone and beside it', async (path, as) => {
  await using page = await site.open(`/kotawaringin-timur/${path}`, { as, ...phone })
  await isWhole(page, `${path}-phone`)
  await page.setViewportSize(wide.viewport)
  await isWhole(page, `${path}-wide`)
})
