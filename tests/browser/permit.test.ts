/** A day of leave, from the phone of the person to the board of the agency. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const phone = { viewport: { width: 360, height: 780 } }
const region = '/kotawaringin-timur'
const [day, dayInWords] = ['2021-08-19', '19 Agustus 2021']

const withdrawals = (page: Page) => page.getByRole('button', { name: `Tarik Cuti tahunan, ${dayInWords}` })

async function passes(page: Page, name: string) {
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, name)
}

/** What the page of the person says of that day. */
async function saidOf(page: Page, employee: string): Promise<string> {
  await page.goto(`${region}/pegawai/${employee}?tanggal=${day}`)
  return page.locator('.hero h1').innerText()
}

test('is asked for on a phone, granted with one tap, on the board, and withdrawn', { timeout: 120_000 }, async () => {
  await using own = await site.open(`${region}/saya`, { as: 'Pegawai', ...phone })
  const employee = decodeURIComponent(
    ((await own.getByRole('link', { name: 'Semua langkah dan resi' }).getAttribute('href')) ?? '').split('/').at(-1) ??
      '',
  )
  await own.getByRole('link', { name: 'Minta izin' }).click()
  // The data of an earlier run are kept.
  await own.waitForLoadState()
  for (let left = await withdrawals(own).count(); left > 0; left--) {
    await withdrawals(own).first().click()
    await expect.poll(() => withdrawals(own).count()).toBe(left - 1)
  }
  await passes(own, 'izin-360')

  await own.getByLabel('Hari pertama').fill('2021-07-22')
  await own.getByLabel('Hari terakhir').fill('2021-07-21')
  await own.getByLabel('Keterangan').fill('Menikahkan adik')
  await own.evaluate(() => {
    for (const form of document.querySelectorAll('form')) form.noValidate = true
  })
  await own.getByRole('button', { name: 'Ajukan' }).click()
  expect(await own.getByRole('alert').innerText()).toContain('Hari terakhir lebih awal')
  expect(await own.getByLabel('Keterangan').inputValue()).toBe('Menikahkan adik')
  await passes(own, 'izin-ditolak-360')
  await own.getByLabel('Hari pertama').fill(day)
  await own.getByLabel('Hari terakhir').fill(day)
  await own.getByRole('button', { name: 'Ajukan' }).click()
  await withdrawals(own).waitFor()
  expect(await own.locator('#milik + ul li', { hasText: dayInWords }).first().innerText()).toContain(
    'menunggu tanda tangan',
  )

  await using head = await site.open(`${region}/saya`, { as: 'Atasan langsung, Kepala perangkat daerah', ...phone })
  await head.getByRole('link', { name: /izin menunggu tanda tangan Anda/ }).click()
  const waiting = head.locator('#menunggu + ul li', { hasText: dayInWords })
  await passes(head, 'tinjau-360')
  await waiting.getByRole('button', { name: /^Setujui/ }).click()
  await head.getByText('Putusan tersimpan.').waitFor()
  expect(await saidOf(head, employee)).toMatch(/cuti/i)
  await head.goto(`${region}/unit/disdukcapil/izin?tanggal=${day}`)
  await passes(head, 'kalender-360')
  await head.setViewportSize({ width: 1280, height: 900 })
  await shot(head, 'kalender-1280')
  await head.goto(`${region}/izin/tinjau`)
  await passes(head, 'tinjau-1280')

  await own.reload()
  await own
    .getByRole('link', { name: `Lihat surat izin Cuti tahunan, ${dayInWords}` })
    .first()
    .click()
  expect(await own.locator('article').innerText()).toMatch(/Ditandatangani/)
  await passes(own, 'surat-360')
  await own.goto(`${region}/izin`)
  await withdrawals(own).click()
  await withdrawals(own).waitFor({ state: 'detached' })
  expect(await saidOf(head, employee)).not.toMatch(/cuti/i)
})
