import type { Language } from '#platform/language.ts'

const id = {
  title: 'Tugas pokok',
  lead: 'Pilihan pada formulir laporan harian, menurut jabatan. Laporan yang sudah menyebutnya tidak berubah.',
  post: 'Jabatan',
  duty: 'Tugas pokok',
  counted: 'Satuan',
  reach: 'Berlaku di',
  everywhere: 'Semua perangkat daerah',
  action: 'Tindakan',
  remove: 'Hapus',
  removeOne: (duty: string) => `Hapus: ${duty}`,
  add: 'Tambah tugas pokok',
  postHint: 'Seperti pada daftar pegawai; cukup awalnya, misalnya Perawat.',
  countedHint: 'Apa yang dihitung, misalnya berkas. Boleh kosong.',
  save: 'Tambahkan',
  none: 'Belum ada tugas pokok.',
}

export type Text = typeof id

const en: Text = {
  title: 'Main duties',
  lead: 'What the form of the daily report offers, by post. Reports that name one already do not change.',
  post: 'Post',
  duty: 'Main duty',
  counted: 'Counted in',
  reach: 'Where',
  everywhere: 'Every agency',
  action: 'Action',
  remove: 'Remove',
  removeOne: (duty) => `Remove: ${duty}`,
  add: 'Add a main duty',
  postHint: 'As in the staff list; its beginning will do, such as Perawat.',
  countedHint: 'What is counted, such as files. May be left out.',
  save: 'Add',
  none: 'No main duty yet.',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
