/** Nos about official activities and their coordination. */
import type { RefusalWords } from './words.ts'

export const activityRefusals = {
  'activity-day-past': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Hari itu sudah lewat.', en: 'That day has passed.' },
    fix: { id: 'Pilih hari ini atau sesudahnya.', en: 'Choose today or later.' },
  },
  'activity-too-far': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Kegiatan didaftarkan paling jauh setahun ke depan.',
      en: 'Activities are registered a year ahead at most.',
    },
    fix: { id: 'Pilih hari yang lebih dekat.', en: 'Choose a nearer day.' },
  },
  'activity-times-reversed': {
    status: 422,
    field: 'selesai',
    meaning: { id: 'Jam selesai tidak sesudah jam mulai.', en: 'It does not end after it begins.' },
    fix: { id: 'Betulkan jamnya.', en: 'Correct the times.' },
  },
  'activity-incomplete': {
    status: 422,
    meaning: { id: 'Kegiatan ini belum lengkap.', en: 'This activity is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'activity-village-elsewhere': {
    status: 422,
    field: 'desa',
    meaning: { id: 'Desa itu tidak ada di daerah ini.', en: 'There is no such village in this region.' },
    fix: { id: 'Pilih desa dari daftar.', en: 'Choose a village of the list.' },
  },
  'activity-series-empty': {
    status: 422,
    field: 'sampai',
    meaning: {
      id: 'Hari terakhir pengulangan lebih awal daripada hari pertamanya.',
      en: 'The last day of the series lies before its first.',
    },
    fix: { id: 'Betulkan tanggalnya.', en: 'Correct the dates.' },
  },
  'activity-new-day-missing': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Hari yang baru belum dipilih.', en: 'The new day is not chosen.' },
    fix: { id: 'Pilih harinya; bila belum ada, batalkan saja.', en: 'Choose it; where there is none yet, cancel.' },
  },
  'activity-same-day': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Itu hari yang sama.', en: 'That is the same day.' },
    fix: { id: 'Pilih hari lain.', en: 'Choose another day.' },
  },
  'activity-not-yours': {
    status: 403,
    meaning: {
      id: 'Kegiatan, unit, atau pegawai itu bukan dari perangkat daerah Anda.',
      en: 'The activity, unit or people are not of your agency.',
    },
    fix: { id: 'Minta perangkat daerah yang bersangkutan.', en: 'Ask the agency concerned.' },
  },
  'activity-member-elsewhere': {
    status: 409,
    field: 'pegawai',
    meaning: {
      id: 'Seorang anggota tim sudah punya kegiatan lain pada jam itu.',
      en: 'Somebody of the team is at another activity then.',
    },
    fix: { id: 'Ganti orangnya, atau ubah jamnya.', en: 'Send somebody else, or change the times.' },
  },
  'activity-moved': {
    status: 409,
    meaning: {
      id: 'Keadaan kegiatan ini sudah berubah sejak halaman dibuka.',
      en: 'The activity has moved on since the page was opened.',
    },
    fix: { id: 'Baca keadaannya yang sekarang.', en: 'Read how it stands now.' },
  },
  'activity-over': {
    status: 409,
    meaning: {
      id: 'Hari kegiatan sudah lewat: yang tersisa hanya menyatakan terlaksana.',
      en: 'Its day has passed: all that is left is to say that it was carried out.',
    },
    fix: { id: 'Nyatakan terlaksana, atau biarkan.', en: 'Say that it was carried out, or leave it.' },
  },
  'activity-ahead': {
    status: 409,
    meaning: { id: 'Harinya belum tiba.', en: 'Its day has not come.' },
    fix: { id: 'Nyatakan terlaksana pada harinya atau sesudahnya.', en: 'Say so on its day or later.' },
  },
  'activity-words-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Alasannya belum ditulis.', en: 'The reason is missing.' },
    fix: { id: 'Tulis satu kalimat; pemilik kegiatan membacanya.', en: 'Write a sentence; the owners read it.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
