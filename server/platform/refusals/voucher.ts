/** Nos about words that stand beside a phone or instead of one. */
import type { RefusalWords } from './words.ts'

export const voucherRefusals = {
  'vouch-own': {
    status: 403,
    meaning: {
      id: 'Tidak seorang pun membenarkan kehadirannya sendiri.',
      en: 'Nobody vouches for their own presence.',
    },
    fix: { id: 'Minta atasan Anda membenarkannya.', en: 'Ask your superior.' },
  },
  'vouch-time-ahead': {
    status: 422,
    field: 'jam',
    meaning: { id: 'Jam itu belum tiba.', en: 'That time is still to come.' },
    fix: { id: 'Betulkan tanggal atau jamnya.', en: 'Correct the day or the time.' },
  },
  'vouch-day-past': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Hari itu sudah lewat lebih dari 31 hari.', en: 'That day is more than 31 days ago.' },
    fix: {
      id: 'Kehadiran selama itu tidak lagi diubah. Sampaikan kepada BKPSDM.',
      en: 'Presence so long ago is changed no more. Tell the personnel agency.',
    },
  },
  'vouch-reason-missing': {
    status: 422,
    meaning: { id: 'Keterangan ini belum lengkap.', en: 'The word is not complete.' },
    fix: { id: 'Satu kalimat cukup.', en: 'A sentence will do.' },
  },
  'signal-words-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Pertanyaan atau penjelasannya belum ditulis.', en: 'The question or explanation is missing.' },
    fix: { id: 'Tulis satu kalimat.', en: 'Write a sentence.' },
  },
  'signal-answered': {
    status: 409,
    meaning: {
      id: 'Tanda ini sudah dijawab dengan kata lain, dan yang pertama tetap berlaku.',
      en: 'Something else was said about this sign already, and what came first stays.',
    },
    fix: { id: 'Baca jawabannya pada daftar.', en: 'Read it in the list.' },
  },
  'paper-list-unreadable': {
    status: 422,
    field: 'baris',
    meaning: { id: 'Tidak ada baris daftar hadir yang dapat dibaca.', en: 'There is no row that can be read.' },
    fix: {
      id: 'Pilih berkas CSV atau XLSX, atau tulis barisnya. Foto kertas boleh disertakan.',
      en: 'Choose a CSV or XLSX file, or write the rows. A photo of the paper may come along.',
    },
  },
  'paper-list-two': {
    status: 422,
    meaning: {
      id: 'Ada lebih dari satu tabel atau lebih dari satu foto.',
      en: 'There is more than one table, or more than one photo.',
    },
    fix: {
      id: 'Kirim satu tabel sekali kirim: berkas atau baris yang ditulis, dan paling banyak satu foto.',
      en: 'Send one table at a time: a file or written rows, and at most one photo.',
    },
  },
  'paper-list-entered': {
    status: 409,
    meaning: { id: 'Daftar hadir ini sudah dicatat.', en: 'This list has been entered already.' },
    fix: { id: 'Untuk perubahan, kirim daftar baru.', en: 'For a change, send a new list.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
