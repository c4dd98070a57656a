import type { Language } from '#platform/language.ts'

const id = {
  title: 'Bahan TPP',
  lead: 'Fakta per pegawai dan bulan untuk perhitungan TPP menurut peraturan daerah sendiri. Piket tidak mengenal persentase dan tidak menghitung uang.',
  earlier: 'Bulan sebelumnya',
  later: 'Bulan berikutnya',
  closed: (days: number) =>
    days === 0
      ? 'Belum ada hari yang ditutup pada bulan ini.'
      : `${days} hari bulan ini sudah ditutup. Hari terbuka dihitung tersendiri dan tidak masuk ke angka lain.`,
  fixedDay: 'Daerah peragaan menjalani satu hari yang tetap; harinya tidak pernah ditutup.',
  csv: 'Unduh CSV',
  xlsx: 'Unduh Excel',
  readDown: 'Setiap unduhan dicatat, dan pegawai melihatnya di Data saya.',
  bandsTitle: 'Jenjang menurut peraturan daerah',
  bandsLead: 'Berkas memuat berapa kali tiap jenjang terpenuhi. Artinya bagi TPP hanya dikatakan oleh peraturannya.',
  noBands: 'Belum ada jenjang. Tanpa jenjang, berkas hanya memuat faktanya.',
  kinds: {
    late: 'Terlambat (menit sehari)',
    early: 'Pulang awal (menit sehari)',
    absent: 'Tanpa keterangan (hari sebulan)',
  },
  range: (from: number, until: number | null) => (until === null ? `${from} atau lebih` : `${from}–${until}`),
  withdraw: 'Cabut',
  addTitle: 'Tambah jenjang',
  kind: 'Jenis',
  from: 'Mulai dari',
  until: 'Sampai',
  untilHint: 'Kosong: tanpa batas atas.',
  label: 'Nama',
  labelHint: 'Misalnya TL 1.',
  regulation: 'Peraturan',
  regulationHint: 'Misalnya Perbup 12/2026 pasal 9 ayat 2.',
  add: 'Simpan jenjang',
  failed: 'Jenjang belum disimpan',
  sheet: 'Bahan TPP',
}

export type Text = typeof id

const en: Text = {
  title: 'Allowance inputs',
  lead: 'Facts of each person and month for the allowance (TPP) by the region’s own regulation. Piket knows no percentage and computes no money.',
  earlier: 'Month before',
  later: 'Month after',
  closed: (days) =>
    days === 0
      ? 'No day of this month is closed yet.'
      : `${days} days of this month are closed. Open days are counted apart and are in no other figure.`,
  fixedDay: 'A demonstration lives one fixed day; it is never closed.',
  csv: 'Download CSV',
  xlsx: 'Download Excel',
  readDown: 'Each download is written down, and people see it under My data.',
  bandsTitle: 'Bands of the region’s regulation',
  bandsLead:
    'The file says how often each band is met. What that means for the allowance is said by the regulation alone.',
  noBands: 'No bands yet. Without them the file holds the facts alone.',
  kinds: {
    late: 'Late (minutes of a day)',
    early: 'Left early (minutes of a day)',
    absent: 'Absent (days of a month)',
  },
  range: (from, until) => (until === null ? `${from} or more` : `${from}–${until}`),
  withdraw: 'Withdraw',
  addTitle: 'Add a band',
  kind: 'Kind',
  from: 'From',
  until: 'Until',
  untilHint: 'Empty: no end.',
  label: 'Name',
  labelHint: 'Such as TL 1.',
  regulation: 'Regulation',
  regulationHint: 'Such as Perbup 12/2026 art. 9 par. 2.',
  add: 'Keep the band',
  failed: 'The band was not kept',
  sheet: 'Allowance inputs',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
