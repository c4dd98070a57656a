import type { Language } from '#platform/language.ts'

const id = {
  title: 'Sistem lain',
  lead: 'Token yang dipakai sistem lain di daerah ini untuk membaca data Piket melalui /api/v1. Token hanya membaca, hanya yang dicentang, dan setiap bacaan tentang pegawai tercatat.',
  made: 'Token baru. Salin sekarang: sesudah halaman ini ditutup, token tidak dapat ditampilkan lagi.',
  use: 'Kirim pada setiap permintaan:',
  newTitle: 'Token baru',
  name: 'Nama sistem',
  nameHint: 'Misalnya: SIMPEG, mesin laporan pimpinan.',
  permissions: 'Boleh membaca',
  days: 'Berlaku berapa hari',
  daysHint: 'Paling lama 366. Sesudahnya buat yang baru.',
  make: 'Buat token',
  list: 'Token daerah ini',
  none: 'Belum ada token.',
  until: (day: string) => `berlaku sampai ${day}`,
  expired: (day: string) => `berakhir ${day}`,
  revoked: (day: string) => `dicabut ${day}`,
  revoke: 'Cabut',
  back: 'Akun saya',
  permission: {
    'read-people': 'pegawai dengan tempat kerjanya',
    'read-reports': 'laporan harian',
    'read-attendance': 'presensi',
    'read-returns': 'pernyataan semua perangkat daerah',
    'read-activities': 'kegiatan resmi',
    'read-drafts': 'konsep surat edaran, dampaknya, dan siapa yang dipindahkannya',
  } as Readonly<Record<string, string>>,
}

export type Text = typeof id

const en: Text = {
  title: 'Other systems',
  lead: 'Tokens by which other systems of this region read Piket through /api/v1. A token only reads, only what is ticked, and each read about staff is written down.',
  made: 'A new token. Copy it now: once this page is closed it cannot be shown again.',
  use: 'Send with every request:',
  newTitle: 'A new token',
  name: 'Name of the system',
  nameHint: 'For example: SIMPEG, reports for the regional head.',
  permissions: 'May read',
  days: 'Good for how many days',
  daysHint: '366 at most. Make a new one afterwards.',
  make: 'Make the token',
  list: 'Tokens of this region',
  none: 'There are none.',
  until: (day) => `good until ${day}`,
  expired: (day) => `ended ${day}`,
  revoked: (day) => `revoked ${day}`,
  revoke: 'Revoke',
  back: 'My account',
  permission: {
    'read-people': 'staff with their places',
    'read-reports': 'daily reports',
    'read-attendance': 'presence',
    'read-returns': 'statements of all agencies',
    'read-activities': 'official activities',
    'read-drafts': 'drafts of circulars, their effect, and whom they move',
  },
}

export const text: Readonly<Record<Language, Text>> = { id, en }
