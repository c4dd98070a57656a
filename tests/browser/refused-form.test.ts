/** A form that the server does not take, on a phone: nothing that was typed is lost, whatever is tapped next. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const borderOf = (field: Locator) => field.evaluate((element) => getComputedStyle(element).borderTopColor)

/** Presses a button, and waits for the page that answers. */
async function press(page: Page, name: string) {
  const answered = page.waitForEvent('load')
  await page.getByRole('button', { name }).click()
  await answered
}

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
  await press(page, 'Ajukan')
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
  await press(page, 'Ajukan')
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
  const employee = await people.first().getAttribute('value')
  await page.getByRole('radio', { name: /WhatsApp/ }).check()
  await page.getByLabel('Tugas', { exact: true }).fill('Rekap surat')
  await press(page, 'Beri tugas')
  expect(await page.getByRole('alert').innerText()).toContain('belum lengkap: penerimanya belum dipilih.')
  expect(await page.getByLabel('Tugas', { exact: true }).inputValue()).toBe('Rekap surat')
  expect(await page.getByRole('radio', { name: /WhatsApp/ }).isChecked()).toBe(true)
  const red = await borderOf(people.first())
  expect(red).not.toBe(plain)
  await shot(page, 'refused-tugas')

  // A time and a line of text have the mark too, and what is taken has none.
  await page.goto(`/kotawaringin-timur/hadir/${employee}`)
  const marked = async () => {
    await page.evaluate(() => {
      for (const form of document.querySelectorAll('form')) form.noValidate = true
    })
    await press(page, 'Catat keterangan')
    const inputs = await page.locator('form:has([name=saksi]) .ds-input').all()
    const names = inputs.map(async (one) => ((await borderOf(one)) === red ? [await one.getAttribute('name')] : []))
    return (await Promise.all(names)).flat()
  }
  expect(await marked()).toEqual(['jam'])
  await page.getByLabel('Jam').fill('00:01')
  expect(await marked()).toEqual(['alasan', 'saksi'])

  // Enter in the address bar.
  await page.goto('/kotawaringin-timur/izin/catat')
  expect(new URL(page.url()).pathname).toBe('/kotawaringin-timur/izin/tinjau')
})
