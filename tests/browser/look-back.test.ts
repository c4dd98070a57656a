/** The personnel agency at nine: every agency, one of them, back, what is counted, and the recap to take along. */
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

async function passes(page: Page, name: string) {
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, name)
}

const sizes = [
  { name: '360', viewport: { width: 360, height: 780 } },
  { name: '1280', viewport: { width: 1280, height: 900 } },
]

test.each(sizes)('finds its way at $name pixels', { timeout: 120_000 }, async ({ name, viewport }) => {
  await using page = await site.open('/kotawaringin-timur/semua-opd', { as: 'BKPSDM', viewport })
  await passes(page, `semua-opd-${name}`)
  const [first] = await page.locator('tbody th a').allInnerTexts()
  await page.locator('tbody th a').first().click()
  await page.getByRole('heading', { name: 'Sepuluh hari kerja terakhir' }).waitFor()
  expect(await page.locator('.head').innerText()).toContain(first)
  await passes(page, `unit-${name}`)
  await page.goBack()

  await page.getByRole('link', { name: 'Ketidakhadiran' }).click()
  await page.getByRole('heading', { name: 'Hitungan ketidakhadiran' }).waitFor()
  await passes(page, `disiplin-${name}`)
  await page.locator('tbody th a').first().click()
  await page.getByText('Ini bukan putusan').waitFor()
  await passes(page, `disiplin-unit-${name}`)

  await page.goto('/kotawaringin-timur/semua-opd')
  await page.getByRole('link', { name: 'Rekap', exact: true }).click()
  await page.getByRole('heading', { name: 'Rekap bulanan' }).waitFor()
  expect(await page.locator('[aria-labelledby=diminta]').innerText()).toMatch(/BKPSDM/i)
  await passes(page, `rekap-${name}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh Excel' }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await readFile(await file.path())) as unknown as ArrayBuffer)
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Rekap', 'Cara dan cakupan', 'Hari ini'])
  expect(book.getWorksheet('Hari ini')?.rowCount).toBeGreaterThan(10)

  await page.goto('/kotawaringin-timur/semua-opd')
  await page.getByRole('link', { name: 'Bahan TPP' }).click()
  await page.getByRole('heading', { name: 'Bahan TPP' }).waitFor()
  await passes(page, `tpp-${name}`)
})
