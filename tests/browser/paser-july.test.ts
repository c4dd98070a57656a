/**
 * Paser, July 2021 (Nmcborneo): a service for a village stands in the calendar when the regent's letter comes, which
 * demands that every activity be coordinated with the task force. The one trip is made all the same: it is found, its
 * owner is heard, a person decides. The other one is coordinated and escorted, and nothing is found. The letter is that
 * of the product; people and villages of the trips are invented.
 */
import type { Day } from '@piket/domain/calendar/day.ts'
import { tellOwners } from '@piket/server/features/activity-step/service.ts'
import { passOnWhatIsDue } from '@piket/server/features/case-step/service.ts'
import { findUncoordinated } from '@piket/server/features/finding/service.ts'
import { samplePerson, sampleUnit } from '@piket/server/testing/served-region.ts'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { at, click, looksRight, main, openPaser } from './paser.ts'

const paser = await openPaser({
  begins: at('2021-06-21', '09:00'),
  facts: {
    units: [
      sampleUnit('disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil'),
      sampleUnit('disdukcapil/bidang-piak', 'Bidang PIAK dan Pemanfaatan Data'),
    ],
    employees: [
      samplePerson('kepala', 'disdukcapil', { name: 'Kepala Uji', position: 'kepala_dinas', echelon: 'II' }),
      samplePerson('sekretaris', 'disdukcapil', { name: 'Sekretaris Uji', supervisor: 'kepala' }),
      samplePerson('kabid', 'disdukcapil/bidang-piak', { name: 'Kabid Uji', supervisor: 'sekretaris' }),
      samplePerson('operator', 'disdukcapil/bidang-piak', { name: 'Operator Uji', supervisor: 'kabid' }),
    ],
  },
  employees: ['kepala', 'sekretaris', 'kabid'],
  officers: {
    satgas: { name: 'Satgas Uji', role: 'task_force' },
    bkpsdm: { name: 'BKPSDM Uji', role: 'personnel_agency' },
  },
  village: { code: '64.01.04.2003', name: 'Keluang Paser' },
})
afterAll(() => paser[Symbol.asyncDispose]())

async function register(page: Page, purpose: string, day: Day) {
  await page.goto('/paser/kegiatan/baru')
  await page.getByLabel('Unit').selectOption('disdukcapil/bidang-piak')
  await page.getByLabel('Kegiatan', { exact: true }).fill(purpose)
  await page.getByLabel('Desa atau kelurahan', { exact: true }).selectOption('64.01.04.2003')
  await page.getByLabel('Hari', { exact: true }).fill(day)
  await page.getByLabel('Mulai').fill('09:00')
  await page.getByLabel('Selesai').fill('12:00')
  await page.getByLabel('Perkiraan jumlah warga').fill('80')
  await page.getByRole('checkbox', { name: 'Operator Uji' }).check()
  await click(page, 'Daftarkan kegiatan')
  await page.getByText('Tersimpan').waitFor()
  return page.url().replace(/\?.*$/, '').slice(paser.address.length)
}

const trips: { first?: string; second?: string } = {}

test('in June two services for a village are put on the calendar, and owe nobody anything', {
  timeout: 60_000,
}, async () => {
  await using kabid = await paser.open('kabid', 'kegiatan/baru')
  await looksRight(kabid, 'paser-daftar')
  trips.first = await register(kabid, 'Layanan adminduk keliling', '2021-07-08' as Day)
  trips.second = await register(kabid, 'Perekaman KTP-el keliling', '2021-07-09' as Day)
  expect(await main(kabid)).toContain('Tanpa syarat koordinasi')
})

test('the regent’s letter comes: both clash with it, and their owner is told', { timeout: 60_000 }, async () => {
  paser.moment = at('2021-07-08', '07:10')
  await paser.letter('2021-07-08T07:00')
  expect([
    await tellOwners(paser.source, await paser.region()),
    await tellOwners(paser.source, await paser.region()),
  ]).toEqual([2, 0])
  await using satgas = await paser.open('satgas', 'kegiatan?tanggal=2021-07-08')
  expect(await main(satgas)).toContain('2 kegiatan yang sudah terjadwal harus dikoordinasikan lagi')
  await looksRight(satgas, 'paser-pekan')
  await satgas.getByRole('link', { name: 'Lihat semua yang wajib dikoordinasikan (2)' }).click()
  expect(await main(satgas)).toMatch(/Terjadwal sejak Senin, 21 Juni 2021 · Pemilik diberi tahu Kamis, 8 Juli 2021/)
  await looksRight(satgas, 'paser-ulang')
})

test('the one is coordinated and escorted, carried out, and nothing is found', { timeout: 60_000 }, async () => {
  await using kabid = await paser.open('kabid', trips.second?.slice('/paser/'.length) ?? '')
  expect(await main(kabid)).toContain('Wajib koordinasi ulang')
  await kabid
    .getByLabel('Penjelasan untuk Satgas')
    .fill('Antrean di luar, nomor urut, paling banyak 20 orang sekaligus')
  await click(kabid, 'Ajukan ke Satgas')
  await using satgas = await paser.open('satgas', trips.second?.slice('/paser/'.length) ?? '')
  await satgas.getByLabel('Tim yang mendampingi').fill('Satgas Kecamatan Kuaro, tiga orang')
  await looksRight(satgas, 'paser-jawab')
  await click(satgas, 'Setujui dengan pendampingan')
  await satgas.getByText('Tersimpan').waitFor()
  paser.moment = at('2021-07-09', '13:00')
  await kabid.reload()
  expect(await main(kabid)).toContain('Terkoordinasi, didampingi')
  await click(kabid, 'Nyatakan terlaksana')
  await kabid.getByText('Tersimpan').waitFor()
  expect(await findUncoordinated(paser.source, await paser.region())).toBe(0)
})

test('the other is made without a word to the task force: a finding names the clause, and nobody', {
  timeout: 60_000,
}, async () => {
  await using kabid = await paser.open('kabid', trips.first?.slice('/paser/'.length) ?? '')
  expect(await main(kabid)).toContain('Bila dilaksanakan seperti sekarang, kegiatan ini tercatat tanpa koordinasi')
  await kabid.getByLabel('Catatan pelaksanaan').fill('Sudah terjadwal, tim terlanjur turun')
  await click(kabid, 'Nyatakan terlaksana')
  await kabid.getByText('tanpa koordinasi yang diwajibkan').waitFor()
  expect([
    await findUncoordinated(paser.source, await paser.region()),
    await findUncoordinated(paser.source, await paser.region()),
  ]).toEqual([1, 0])
  await using satgas = await paser.open('satgas', 'temuan')
  await satgas.getByRole('link', { name: 'Layanan adminduk keliling' }).click()
  expect(await main(satgas)).toMatch(/butir c3/)
  expect(await main(satgas)).not.toMatch(/Kabid Uji|Operator Uji/)
  await looksRight(satgas, 'paser-temuan')
})

test('the section is asked, heard with its superior, and the head decides by the clause; untouched for three days it is closed', {
  timeout: 120_000,
}, async () => {
  await using bkpsdm = await paser.open('bkpsdm', 'tindakan')
  await bkpsdm.getByLabel('Tingkat').fill('1')
  await bkpsdm.getByLabel('Nama tindakan').fill('Teguran lisan')
  await bkpsdm.getByLabel('Peraturan dan pasalnya').fill('Peraturan uji, pasal 3')
  await click(bkpsdm, 'Simpan')
  await bkpsdm.getByText('versi 1').waitFor()
  await looksRight(bkpsdm, 'paser-tindakan')

  await using satgas = await paser.open('satgas', 'temuan')
  await satgas.getByRole('link', { name: 'Layanan adminduk keliling' }).click()
  await satgas.getByRole('link', { name: 'Buka kasus' }).click()
  await satgas.getByLabel('Siapa yang diminta menjelaskan').selectOption({ label: 'Kabid Uji' })
  await satgas.getByLabel('Yang perlu dijelaskan').fill('Mengapa tim turun ke Keluang Paser tanpa koordinasi?')
  await looksRight(satgas, 'paser-buka')
  await click(satgas, 'Buka kasus dan beri tahu pegawai itu')
  await satgas.getByText('Menunggu penjelasan pegawai').waitFor()

  await using kabid = await paser.open('kabid', 'saya')
  await kabid.getByRole('link', { name: 'Anda diminta menjelaskan sesuatu (1)' }).click()
  await looksRight(kabid, 'paser-kasus-saya')
  await kabid.getByRole('link', { name: 'Kegiatan tanpa koordinasi' }).click()
  await looksRight(kabid, 'paser-kasus')
  await kabid.getByLabel('Penjelasan Anda').fill('Sudah terjadwal sejak Juni, dan warga sudah diundang')
  await click(kabid, 'Kirim penjelasan')
  await kabid.getByText('Menunggu pandangan atasan').waitFor()

  await using sekretaris = await paser.open('sekretaris', 'kasus/tinjau')
  await sekretaris.getByRole('link', { name: 'Kabid Uji' }).click()
  await sekretaris.getByLabel('Pandangan Anda sebagai atasan').fill('Sudah saya ingatkan sebelum berangkat')
  await looksRight(sekretaris, 'paser-pandangan')
  await click(sekretaris, 'Kirim pandangan')
  await sekretaris.getByText('Tersimpan.').waitFor()

  await using kepala = await paser.open('kepala', 'kasus/tinjau')
  expect(await main(kepala)).toContain('menunggu Anda')
  await kepala.getByRole('link', { name: 'Kabid Uji' }).click()
  const decision = kepala.locator('form[action$="/putusan"]').first()
  await decision.getByLabel('Alasan').fill('Jadwal tidak menggantikan koordinasi')
  await decision.getByLabel('Tindakan').selectOption({ label: 'Teguran lisan (Peraturan uji, pasal 3)' })
  await looksRight(kepala, 'paser-putusan')
  await click(kepala, 'Terbukti')
  await kepala.getByText('Tersimpan.').waitFor()

  await kabid.reload()
  expect(await main(kabid)).toMatch(/Diputus, masih dapat dibanding[\s\S]*Terbukti melanggar butir[\s\S]*Teguran lisan/)
  await looksRight(kabid, 'paser-diputus')
  expect(await passOnWhatIsDue(paser.source, await paser.region())).toBe(0)
  paser.moment += 73 * 3_600_000
  expect(await passOnWhatIsDue(paser.source, await paser.region())).toBe(1)
  await kabid.reload()
  expect(await main(kabid)).toContain('Selesai')
  expect(await kabid.getByRole('button', { name: 'Ajukan banding' }).count()).toBe(0)
})
