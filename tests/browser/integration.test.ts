/** A head brings the export of a fingerprint machine; the IT officer enters a webhook. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const phone = { viewport: { width: 360, height: 780 } }
const wide = { viewport: { width: 1280, height: 900 } }

async function isWhole(page: Page, name: string) {
  for (const [size, { viewport }] of Object.entries({ phone, wide })) {
    await page.setViewportSize(viewport)
    expect(await overflowing(page), name).toEqual([])
    expect(await axeFindings(page), name).toEqual([])
    await shot(page, `${name}-${size}`)
  }
}

test('a head imports what a machine kept, and it stands on the day of its person', { timeout: 90_000 }, async () => {
  await using clerk = await site.open('/kotawaringin-timur/saya', { as: 'Pegawai', ...phone })
  const own = `${await clerk.locator('a[href*="/pegawai/"]').first().getAttribute('href')}`
  const employee = decodeURIComponent(/pegawai\/([^?]+)/.exec(own)?.[1] ?? '')
  await using page = await site.open('/kotawaringin-timur/presensi/mesin', {
    as: 'Atasan langsung, Kepala perangkat daerah',
    ...phone,
  })
  const name = `Pintu depan ${Date.now()}`
  await page.getByLabel('Nama dan tempat').fill(name)
  await isWhole(page, 'machines')
  await page.getByRole('button', { name: 'Tambahkan' }).click()
  await page.getByLabel('Nomor dan pegawai').fill(`77 ${employee}`)
  await page.getByRole('button', { name: 'Catat nomor' }).click()
  await isWhole(page, 'machine')
  await page.getByLabel('Berkas dari mesin').setInputFiles({
    name: 'mesin.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('AC-No.;Date/Time\n00077;21/07/2021 00:00\n99999;21/07/2021 00:00\n77;2021-07-21 00:00:20\n'),
  })
  await page.getByRole('button', { name: 'Periksa dulu' }).click()
  expect(await page.locator('.notice').innerText()).toMatch(/Nomor "99999" tidak dikenal[\s\S]*dihitung sekali/)
  await isWhole(page, 'machine-file')
  await page.getByRole('button', { name: 'Catat', exact: true }).click()
  expect(await page.getByRole('status').innerText()).toMatch(/sudah dicatat/)
  await using superior = await site.open(own.replace('/pegawai/', '/hadir/'), { as: 'Atasan langsung', ...phone })
  expect(await superior.locator('[aria-labelledby=tercatat]').innerText()).toContain(`mesin sidik jari: ${name}`)
})

test('the page of webhooks says no to an inner address with what was typed', { timeout: 60_000 }, async () => {
  await using page = await site.open('/kotawaringin-timur/akun/webhook', { as: 'Petugas TI', ...phone })
  await page.getByLabel('Alamat', { exact: true }).fill('https://127.0.0.1/piket')
  await page.getByLabel('izin disetujui').check()
  await page.getByRole('button', { name: 'Catat alamat' }).click()
  expect(await page.getByRole('alert').innerText()).toMatch(/jaringan dalam/)
  expect(await page.getByLabel('Alamat', { exact: true }).inputValue()).toBe('https://127.0.0.1/piket')
  await isWhole(page, 'webhooks')
})
