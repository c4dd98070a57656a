/**
 * Paser, July 2021: the organisation bureau calls a meeting, writes and closes its minutes; the head who owes something
 * says on a phone that it is done.
 */
import { samplePerson, sampleUnit } from '@piket/server/testing/served-region.ts'
import { afterAll, expect, test } from 'vitest'
import { at, click, looksRight, main, openPaser } from './paser.ts'

const paser = await openPaser({
  begins: at('2021-07-08', '08:00'),
  facts: {
    units: [sampleUnit('dinkes', 'Dinas Kesehatan'), sampleUnit('bpbd', 'Badan Penanggulangan Bencana Daerah')],
    employees: [
      samplePerson('kepala', 'dinkes', { name: 'Kepala Uji', position: 'kepala_dinas', echelon: 'II' }),
      samplePerson('staf', 'bpbd', { name: 'Staf Uji' }),
    ],
  },
  employees: ['kepala', 'staf'],
  officers: {
    biro: { name: 'Biro Uji', role: 'organisation_bureau' },
    pemeriksa: { name: 'Pemeriksa Uji', role: 'auditor' },
  },
  village: { code: '64.01.05.2002', name: 'Lolo' },
})
afterAll(() => paser[Symbol.asyncDispose]())

test('called, held, resolved, closed on paper, and followed up by its owner', { timeout: 120_000 }, async () => {
  await using biro = await paser.open('biro', 'rapat', 1280)
  await looksRight(biro, 'rapat-kosong')
  await biro.getByRole('link', { name: 'Undang rapat' }).click()
  await biro.getByLabel('Perihal').fill('Rapat evaluasi PPKM')
  await biro.getByLabel('Tujuan').fill('Satu sikap sebelum surat edaran.')
  await biro.getByLabel('Hari', { exact: true }).fill('2021-07-08')
  await biro.getByLabel('Mulai').fill('09:00')
  await biro.getByLabel('Selesai').fill('11:00')
  await biro.getByLabel('Video', { exact: true }).check()
  await biro.getByLabel('Tautan video').fill('http://rapat.contoh.go.id/1')
  await biro.getByLabel('Acara').fill('Laporan Satgas\nUsulan kebijakan')
  await looksRight(biro, 'rapat-baru')
  await click(biro, 'Undang rapat')
  await biro.getByText('Tautan video harus dimulai dengan https://.').first().waitFor()
  expect(await biro.getByLabel('Acara').inputValue()).toBe('Laporan Satgas\nUsulan kebijakan')
  await looksRight(biro, 'rapat-ditolak')
  await biro.getByLabel('Tautan video').fill('https://rapat.contoh.go.id/1')
  await click(biro, 'Undang rapat')
  await biro.locator('h1', { hasText: 'Rapat evaluasi PPKM' }).waitFor()

  await biro.getByLabel('Nama pegawai').fill('uji')
  await click(biro, 'Cari')
  await click(biro, 'Tambahkan: Kepala Uji')
  await biro.locator('#peserta ~ ul', { hasText: 'Kepala Uji' }).waitFor()
  await biro.getByText('Dari badan lain atau tanpa data pegawai').click()
  await biro.getByLabel('Nama', { exact: true }).fill('Wakil Uji')
  await biro.getByLabel('Jabatan').fill('Wakil Bupati')
  await biro.getByLabel('Badan').fill('Pemerintah Kabupaten Paser')
  await click(biro, 'Tambahkan peserta')
  await biro.locator('#peserta ~ ul', { hasText: 'Wakil Uji' }).waitFor()
  await biro.getByText('Dari badan lain atau tanpa data pegawai').click()
  await biro.getByLabel('Jabatan').fill('Perwakilan')
  await biro.getByLabel('Badan').fill('Polres Paser')
  await click(biro, 'Tambahkan peserta')
  await biro.locator('#peserta ~ ul', { hasText: 'Polres Paser' }).waitFor()
  await click(biro, 'Jadikan pimpinan: Wakil Uji, Wakil Bupati, Pemerintah Kabupaten Paser')
  await biro.getByText('pimpinan rapat', { exact: false }).first().waitFor()
  await looksRight(biro, 'rapat-undangan')
  await click(biro, 'Mulai rapat')
  await biro.getByText('Waktu rapat ini belum tiba.').waitFor()

  paser.moment = at('2021-07-08', '09:05')
  await click(biro, 'Mulai rapat')
  await biro.getByRole('link', { name: 'Buka notulen' }).click()
  await biro.locator('#tulis-keputusan').waitFor()
  const minutes = new URL(biro.url()).pathname.slice('/paser/'.length)

  const police = biro.locator('#hadir ~ ul li', { hasText: 'Polres Paser' })
  await police.locator('summary').click()
  await police.getByRole('combobox').selectOption('represented')
  await police.getByLabel('Diwakili oleh').fill('Kabag Ops Polres')
  await click(biro, 'Catat kehadiran: Polres Paser')
  await biro.getByText('diwakili Kabag Ops Polres').waitFor()
  await click(biro, 'Selebihnya hadir')
  await biro.getByRole('button', { name: 'Selebihnya hadir' }).waitFor({ state: 'detached' })

  await biro.getByLabel('Konsep butir surat edaran').check()
  await biro.getByLabel('Isi keputusan').fill('Seperempat pegawai bekerja di kantor.')
  await click(biro, 'Tambahkan keputusan')
  await biro.getByText('Seperempat pegawai bekerja di kantor.').waitFor()
  await biro.getByLabel('Tindak lanjut OPD', { exact: true }).check()
  await biro.getByLabel('Isi keputusan').fill('Mendampingi pasar percontohan.')
  await biro.getByLabel('OPD yang menindaklanjuti').selectOption('dinkes')
  await click(biro, 'Tambahkan keputusan')
  await biro.getByText('Keputusan ini belum lengkap', { exact: false }).first().waitFor()
  await biro.getByLabel('Tenggat').fill('2021-07-12')
  await click(biro, 'Tambahkan keputusan')
  await biro.getByText('Mendampingi pasar percontohan.').first().waitFor()
  await biro.locator('#keputusan', { hasText: 'Keputusan (2)' }).waitFor()
  await looksRight(biro, 'rapat-notulen')
  await biro.getByLabel('Catatan rapat').fill('Laporan Satgas diterima.')
  await click(biro, 'Tutup notulen')
  await biro.locator('h1', { hasText: 'Notulen 1/2021' }).waitFor()
  await looksRight(biro, 'rapat-notulen-ditutup')
  const paper = await biro.request.get(`/paser/${minutes}/cetak`)
  expect(paper.headers()['content-type']).toBe('application/pdf')

  // The head who owes it, on a phone, after the day it was due.
  paser.moment = at('2021-07-13', '08:00')
  await using kepala = await paser.open('kepala', 'tindak-lanjut', 360)
  expect(await main(kepala)).toMatch(/lewat tenggat[\s\S]*Mendampingi pasar percontohan\./)
  expect(await main(kepala)).not.toContain('Seperempat')
  await kepala.getByText('Nyatakan selesai', { exact: true }).first().click()
  await kepala.getByLabel('Apa yang sudah dilakukan').fill('Dua tim mendampingi Pasar Kandilo sejak 12 Juli.')
  await looksRight(kepala, 'rapat-tindak-lanjut')
  await click(kepala, 'Nyatakan selesai: keputusan 2, notulen 1/2021')
  await kepala.locator('#selesai').waitFor()
  expect(await main(kepala)).toMatch(/selesai[\s\S]*Kepala Uji: Dua tim mendampingi Pasar Kandilo/)
  await looksRight(kepala, 'rapat-selesai')
  await kepala.getByRole('link', { name: 'Rapat', exact: true }).click()
  await kepala.getByRole('link', { name: 'Rapat evaluasi PPKM' }).waitFor()

  await using others = await paser.open('staf', minutes, 360)
  expect(await main(others)).not.toContain('Seperempat')
  await using auditor = await paser.open('pemeriksa', minutes, 360)
  expect(await main(auditor)).toContain('Dua tim mendampingi Pasar Kandilo')
})
