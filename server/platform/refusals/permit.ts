/** Nos about permits ahead of their days. */
import type { RefusalWords } from './words.ts'

export const permitRefusals = {
  'permit-days-reversed': {
    status: 422,
    field: 'sampai',
    meaning: { id: 'Hari terakhir lebih awal daripada hari pertama.', en: 'The last day lies before the first.' },
    fix: { id: 'Betulkan tanggalnya.', en: 'Correct the dates.' },
  },
  'permit-day-past': {
    status: 422,
    field: 'mulai',
    meaning: {
      id: 'Hari itu sudah lewat. Izin diminta sebelum harinya tiba.',
      en: 'That day has passed. A permit is asked for ahead of its days.',
    },
    fix: {
      id: 'Untuk hari yang sudah lewat, ajukan pembetulan catatan kepada atasan.',
      en: 'For a day that has passed, ask your superior for a correction of the record.',
    },
  },
  'permit-too-late': {
    status: 422,
    field: 'mulai',
    meaning: {
      id: 'Izin jenis ini diminta paling lambat sehari sebelum hari pertamanya.',
      en: 'A permit of this kind is asked for a day before its first day at the latest.',
    },
    fix: {
      id: 'Pilih hari pertama mulai besok, atau bicarakan dengan atasan bila mendesak.',
      en: 'Choose tomorrow or later as the first day, or speak to your superior when it is urgent.',
    },
  },
  'permit-too-long': {
    status: 422,
    field: 'sampai',
    meaning: {
      id: 'Izin paling lama 366 hari dan paling jauh setahun ke depan.',
      en: 'A permit is for 366 days at most, and at most a year ahead.',
    },
    fix: { id: 'Pendekkan masanya, atau ajukan lagi kelak.', en: 'Shorten it, or ask again later.' },
  },
  'permit-overlap': {
    status: 422,
    meaning: {
      id: 'Sebagian hari itu sudah termasuk cuti, dinas luar, atau izin yang sejenis.',
      en: 'Some of these days are in leave, official travel or a permit of the same kind already.',
    },
    fix: {
      id: 'Pilih hari lain, atau tarik izin yang lama dahulu.',
      en: 'Choose other days, or withdraw the older permit first.',
    },
  },
  'permit-category-missing': {
    status: 422,
    field: 'kategori',
    meaning: { id: 'Kategori kesehatan belum dipilih.', en: 'The health category is missing.' },
    fix: { id: 'Pilih satu kategori. Penyakitnya tidak ditanyakan.', en: 'Choose one. No illness is asked about.' },
  },
  'permit-health-words': {
    status: 422,
    field: 'keterangan',
    meaning: {
      id: 'Izin kesehatan hanya memuat kategori dan masanya, tanpa keterangan.',
      en: 'A health permit holds category and days only, and no words.',
    },
    fix: { id: 'Kosongkan keterangannya, lalu kirim lagi.', en: 'Leave the words empty and send it again.' },
  },
  'permit-not-yours': {
    status: 403,
    meaning: {
      id: 'Izin orang lain hanya dicatat oleh atasannya atau kepala perangkat daerahnya; izin kesehatan oleh BKPSDM.',
      en: 'A permit of somebody else is entered by their superior or head; one for health by the personnel agency.',
    },
    fix: { id: 'Minta pejabat itu mencatatnya.', en: 'Ask them to enter it.' },
  },
  'permit-own': {
    status: 403,
    meaning: {
      id: 'Izin sendiri ditandatangani oleh pejabat lain.',
      en: 'One’s own permit is signed by somebody else.',
    },
    fix: { id: 'Tunggu pejabat yang berwenang.', en: 'Wait for whoever signs it.' },
  },
  'permit-not-yours-to-sign': {
    status: 403,
    meaning: {
      id: 'Izin jenis ini ditandatangani oleh pejabat lain.',
      en: 'A permit of this kind is signed by somebody in another post.',
    },
    fix: {
      id: 'Serahkan kepada pejabat yang tertulis pada izin itu.',
      en: 'Leave it to the post that is named with the permit.',
    },
  },
  'permit-signer-too-low': {
    status: 403,
    meaning: {
      id: 'Butir yang berlaku meminta tanda tangan pejabat lain atau yang lebih tinggi.',
      en: 'The clause in force asks for the signature of another post, or of a higher rank.',
    },
    fix: {
      id: 'Teruskan kepada pejabat dengan eselon yang disebut butir itu.',
      en: 'Pass it on to somebody of the rank that the clause names.',
    },
  },
  'permit-banned': {
    status: 422,
    meaning: {
      id: 'Butir yang berlaku melarangnya pada hari itu dan tidak memberi pengecualian.',
      en: 'A clause in force bans it on those days and names no exception.',
    },
    fix: {
      id: 'Pilih hari di luar masa larangan itu, atau bicarakan dengan penerbit surat edaran.',
      en: 'Choose days on which the ban does not hold, or speak to the office that issued the circular.',
    },
  },
  'permit-not-needed': {
    status: 422,
    meaning: {
      id: 'Pada hari itu tidak ada butir yang melarang Anda bepergian, jadi tidak perlu izin.',
      en: 'No clause bans your journey on those days, so no permit is needed.',
    },
    fix: {
      id: 'Untuk tidak masuk kerja, ajukan cuti. Untuk tugas, ajukan dinas luar.',
      en: 'To be away from work ask for leave; for a journey on duty ask for official travel.',
    },
  },
  'permit-no-effect': {
    status: 422,
    meaning: {
      id: 'Pada hari itu tidak ada butir yang memberi perkecualian untuk keadaan ini.',
      en: 'No clause in force on those days makes an exception for this.',
    },
    fix: {
      id: 'Periksa surat edaran yang berlaku, atau ajukan cuti.',
      en: 'Look at the circular in force, or ask for leave.',
    },
  },
  'permit-words-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasan atau pertanyaannya belum ditulis.', en: 'The reason or the question is missing.' },
    fix: { id: 'Tulis satu kalimat untuk pemohon.', en: 'Write a sentence for the person who asked.' },
  },
  'permit-moved-on': {
    status: 409,
    meaning: {
      id: 'Izin ini sudah berubah keadaannya, atau masanya sudah lewat.',
      en: 'This permit stands otherwise by now, or its days have passed.',
    },
    fix: { id: 'Muat ulang halamannya untuk melihat keadaannya.', en: 'Load the page again to see how it stands.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
