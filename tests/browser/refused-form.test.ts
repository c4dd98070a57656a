/** A form that the server does not take, on a phone: nothing that was typed is lost, whatever is tapped next. */
import type { Locator } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const borderOf = (field: Locator) => field.evaluate((element) => getComputedStyle(element).borderTopColor)

test('is marked at its field, keeps what was typed, and opens nothing in its place', { timeout: 120_000 }, async () => {
  await using page = await site.open('/kotawaringin-timur/izin', {
    as: 'Pegawai',
    viewport: { width: 360, height: 780 },
  })
  expect(await page.locator('.tongue').count()).toBe(1)
  const [kind, category] = [page.getByLabel('Jenis', { exact: true }), page.getByLabel('Kategori kesehatan')]
  const plain = await borderOf(category)
  await kind.selectOption('health')
  await page.getByLabel('Hari terakhir').fill('2021-09-01')
  await page.getByLabel('Hari pertama').fill('2021-09-01')
  await page.getByRole('button', { name: 'Ajukan' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Kategori kesehatan belum dipilih')
  expect([await kind.inputValue(), await page.getByLabel('Hari pertama').inputValue()]).toEqual([
    'health',
    '2021-09-01',
  ])
  expect(await borderOf(category)).not.toBe(plain)
  expect(await borderOf(kind)).toBe(plain)
  expect(await page.locator('.tongue').count()).toBe(0)
  expect([await axeFindings(page), await overflowing(page)]).toEqual([[], []])
  await shot(page, 'refused-360')

  // A date that is not taken has the same mark.
  await kind.selectOption('annual')
  await page.getByLabel('Hari terakhir').fill('2021-08-30')
  await page.getByRole('button', { name: 'Ajukan' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Hari terakhir lebih awal')
  const marked = await borderOf(page.getByLabel('Hari terakhir'))
  expect(marked).not.toBe(await borderOf(page.getByLabel('Hari pertama')))

  // The explanation of the code opens beside it.
  const [beside] = await Promise.all([page.waitForEvent('popup'), page.locator('.notice a.code').click()])
  await beside.waitForLoadState()
  expect(new URL(beside.url()).pathname).toBe('/masalah/permit-days-reversed')
  expect(await page.getByLabel('Hari terakhir').inputValue()).toBe('2021-08-30')
  await beside.close()
})

test('stands at an address that leads back to its page', { timeout: 120_000 }, async () => {
  await using page = await site.open('/kotawaringin-timur/tugas', { as: 'Atasan langsung, Kepala perangkat daerah' })
  const people = page.getByRole('checkbox')
  const plain = await borderOf(people.first())
  await page.getByRole('radio', { name: /WhatsApp/ }).check()
  await page.getByLabel('Tugas', { exact: true }).fill('Rekap surat')
  await page.getByRole('button', { name: 'Beri tugas' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('belum lengkap: penerimanya belum dipilih.')
  expect(await page.getByLabel('Tugas', { exact: true }).inputValue()).toBe('Rekap surat')
  expect(await page.getByRole('radio', { name: /WhatsApp/ }).isChecked()).toBe(true)
  expect(await borderOf(people.first())).not.toBe(plain)
  await shot(page, 'refused-tugas')
  // Enter in the address bar.
  await page.goto('/kotawaringin-timur/izin/catat')
  expect(new URL(page.url()).pathname).toBe('/kotawaringin-timur/izin/tinjau')
})
