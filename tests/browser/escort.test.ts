/**
 * Paser, July 2021: a service goes out to a village, cleared by the task force. The village's team is proposed and hands
 * on with a reason; the next proposal names the district's team, whose member accepts on a phone and says that it came.
 */
import { samplePerson, sampleUnit } from '@piket/server/testing/served-region.ts'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { at, click, looksRight, main, openPaser } from './paser.ts'

const paser = await openPaser({
  begins: at('2021-07-08', '09:00'),
  facts: {
    units: [
      sampleUnit('disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil'),
      sampleUnit('kecamatan-kuaro', 'Kecamatan Kuaro'),
      sampleUnit('satgas', 'Satuan Tugas'),
    ],
    employees: [
      samplePerson('kepala', 'disdukcapil', { name: 'Kepala Uji', position: 'kepala_dinas', echelon: 'II' }),
      samplePerson('trantib', 'kecamatan-kuaro', { name: 'Trantib Uji' }),
    ],
  },
  employees: ['kepala', 'trantib'],
  officers: {
    satgas: { name: 'Satgas Uji', role: 'task_force', body: 'Polres Paser' },
    'polsek-kuaro': { name: 'Bhabinkamtibmas Uji', role: 'task_force', body: 'Polres Paser' },
  },
  village: { code: '64.01.05.2002', name: 'Lolo' },
})
await paser.letter('2021-07-08T07:00')
afterAll(() => paser[Symbol.asyncDispose]())

async function addTeam(page: Page, name: string, area: string, login: string) {
  await page.goto('/paser/pendamping')
  await page.getByLabel('Nama tim').fill(name)
  await page.getByLabel('Wilayah').selectOption({ label: area })
  await page.getByLabel('Unsur').fill('BPBD, Satpol PP, Polsek')
  await click(page, 'Tambah tim')
  await page.locator('h1', { hasText: name }).waitFor()
  await page.getByLabel('Nomor masuk anggota').fill(login)
  await click(page, 'Tambah anggota')
  await page.locator('#anggota + ul li, #anggota ~ ul li').first().waitFor()
}

const dayPage = 'pendamping/hari?tanggal=2021-07-09'

test('the task force makes up its teams, of people of the region and of the police', { timeout: 90_000 }, async () => {
  await using satgas = await paser.open('satgas', 'pendamping', 1280)
  await looksRight(satgas, 'escort-tim-kosong')
  await addTeam(satgas, 'Tim Desa Lolo', 'Lolo, Kecamatan Kuaro', 'polsek-kuaro')
  await addTeam(satgas, 'Tim Kecamatan Kuaro', 'Kecamatan Kuaro', 'NIP-trantib')
  expect(await main(satgas)).toContain('Trantib Uji')
  await satgas.getByLabel('Hari', { exact: true }).fill('2021-07-15')
  await satgas.getByLabel('Alasan').fill('Apel gelar pasukan')
  await click(satgas, 'Catat berhalangan')
  await satgas.getByText('Kamis, 15 Juli 2021: Apel gelar pasukan').waitFor()
  await looksRight(satgas, 'escort-tim')
  await satgas.goto('/paser/pendamping')
  await looksRight(satgas, 'escort-semua-tim')
})

test('cleared, proposed, handed on, proposed anew to another team, accepted and attended', {
  timeout: 120_000,
}, async () => {
  await using kepala = await paser.open('kepala', 'kegiatan/baru', 360)
  await kepala.getByLabel('Kegiatan', { exact: true }).fill('Perekaman KTP-el keliling')
  await kepala.getByLabel('Desa atau kelurahan', { exact: true }).selectOption('64.01.05.2002')
  await kepala.getByLabel('Hari', { exact: true }).fill('2021-07-09')
  await kepala.getByLabel('Mulai').fill('09:00')
  await kepala.getByLabel('Selesai').fill('12:00')
  await click(kepala, 'Daftarkan kegiatan')
  await kepala.getByText('Tersimpan').waitFor()
  const activity = new URL(kepala.url()).pathname.slice('/paser/'.length)

  await using satgas = await paser.open('satgas', activity, 1280)
  await click(satgas, 'Setujui')
  await satgas.getByText('Tersimpan').waitFor()
  await satgas.getByRole('link', { name: 'Pendampingan hari itu' }).click()
  await satgas.locator('#usulan').waitFor()
  expect(await main(satgas)).toMatch(/Tim Desa Lolo[\s\S]*tim desa setempat[\s\S]*Terbukti terbaik/)
  expect(await main(satgas)).toMatch(/boleh mengutus tim pendamping di kecamatan atau desa[\s\S]*butir c4/i)
  await looksRight(satgas, 'escort-usulan')
  await click(satgas, 'Kirim usulan ke tim')
  await satgas.getByText('Menunggu jawaban').waitFor()

  // A member of the police, without a staff record, on a phone.
  await using village = await paser.open('polsek-kuaro', dayPage, 360)
  await looksRight(village, 'escort-anggota')
  await village.getByText('Serahkan ke tim lain', { exact: true }).first().click()
  await village.getByLabel('Mengapa tim tidak bisa').fill('Tim berjaga di pasar sampai siang')
  await click(village, 'Serahkan ke tim lain: Tim Desa Lolo')
  await village.getByText('Diserahkan', { exact: true }).waitFor()

  await satgas.reload()
  expect(await main(satgas)).toContain('Tim berjaga di pasar sampai siang')
  expect(await satgas.locator('form[aria-labelledby=usulan]').innerText()).toMatch(/Tim Kecamatan Kuaro/)
  await looksRight(satgas, 'escort-usulan-kedua')
  await click(satgas, 'Kirim usulan ke tim')
  await satgas.getByText('Menunggu jawaban').waitFor()

  await using district = await paser.open('trantib', dayPage, 360)
  await click(district, 'Bersedia: Tim Kecamatan Kuaro')
  await district.getByText('Bersedia', { exact: true }).waitFor()
  paser.moment = at('2021-07-09', '08:45')
  await district.reload()
  await looksRight(district, 'escort-bersedia')
  await click(district, 'Tim hadir: Tim Kecamatan Kuaro')
  await district.getByText('Hadir', { exact: true }).waitFor()

  await kepala.goto(`/paser/${activity}`)
  expect(await main(kepala)).toMatch(/Terkoordinasi, didampingi[\s\S]*Tim Kecamatan Kuaro\s+Hadir/)
  expect(await main(kepala)).not.toContain('Tim berjaga di pasar')
  await looksRight(kepala, 'escort-kegiatan')
})
