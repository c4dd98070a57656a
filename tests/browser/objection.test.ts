/** A wrong staff record, from the page of the own data to the answer of the personnel agency. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const phone = { viewport: { width: 360, height: 780 } }
const region = '/kotawaringin-timur'

async function passes(page: Page, name: string) {
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, name)
}

test('is objected to on a phone, answered from a named staff list, and read', { timeout: 120_000 }, async () => {
  await using own = await site.open(`${region}/keberatan`, { as: 'Pegawai', ...phone })
  // The data of an earlier run are kept.
  for (const link of await own.getByRole('link', { name: /^Lihat keberatan: Data kepegawaian/ }).all()) {
    await own.goto((await link.getAttribute('href')) ?? '')
    const withdraw = own.getByRole('button', { name: 'Tarik keberatan' })
    if (await withdraw.isVisible()) await withdraw.click()
    await own.goto(`${region}/keberatan`)
  }
  await own.goto(`${region}/saya`)
  await own.getByRole('link', { name: 'Keberatan atas keputusan' }).waitFor()
  await own.goto(`${region}/data-saya`)
  await passes(own, 'data-saya-360')
  await own.getByRole('link', { name: 'Ini keliru: eselon' }).click()
  expect(await own.getByLabel('Kolom data kepegawaian').inputValue()).toBe('echelon')
  const why = `Seharusnya eselon III, keputusan ${Date.now()}`
  await own.getByLabel('Apa yang keliru').fill(why)
  await passes(own, 'keberatan-360')
  await own.getByRole('button', { name: 'Ajukan' }).click()
  await own.getByText('Tersimpan.').waitFor()
  expect(await own.locator('main').innerText()).toMatch(/menunggu BKPSDM[\s\S]*0 dari 72 jam/)
  await passes(own, 'keberatan-satu-360')
  const address = own.url().replace(/\?.*$/, '')

  await using desk = await site.open(`${region}/keberatan/masuk`, { as: 'BKPSDM', ...phone })
  await passes(desk, 'keberatan-masuk-360')
  await desk.locator(`a[href$="${address.split('/').at(-1)}"]`).click()
  await desk.getByText(why).waitFor()
  await passes(desk, 'keberatan-jawab-360')
  await desk.getByLabel('Apa yang diubah').fill('Eselon diperbaiki menurut keputusan itu')
  await desk.getByLabel('Benar mulai daftar pegawai').fill('2021-08-02')
  await desk.setViewportSize({ width: 1280, height: 900 })
  await passes(desk, 'keberatan-jawab-1280')
  await desk.getByRole('button', { name: 'Kabulkan' }).click()
  await desk.getByText('Tersimpan.').waitFor()
  await passes(desk, 'keberatan-masuk-1280')

  await own.goto(address)
  expect(await own.locator('main').innerText()).toContain('benar mulai daftar pegawai Senin, 2 Agustus 2021')
  await own.setViewportSize({ width: 1280, height: 900 })
  await passes(own, 'keberatan-satu-1280')
  await own.goto(`${region}/keberatan`)
  await passes(own, 'keberatan-1280')
})
