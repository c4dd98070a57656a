/** Nos about corrections of what is on record of a day. */
import type { RefusalWords } from './words.ts'

export const correctionRefusals = {
  'correction-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasannya belum ditulis.', en: 'The reason is missing.' },
    fix: { id: 'Tulis satu kalimat.', en: 'Write a sentence.' },
  },
  'correction-open-already': {
    status: 409,
    meaning: {
      id: 'Koreksi untuk hari dan catatan itu sudah diajukan dan belum selesai.',
      en: 'A correction of that day and record is under way already.',
    },
    fix: { id: 'Tunggu putusannya; lihat daftar di bawah.', en: 'Wait for the decision; see the list below.' },
  },
  'correction-not-yours-to-decide': {
    status: 403,
    meaning: {
      id: 'Koreksi ini sekarang bukan wewenang Anda: sudah diputus, atau menunggu pejabat lain.',
      en: 'The word on this correction is not yours now: it is decided, or waits for somebody else.',
    },
    fix: { id: 'Muat ulang daftar Anda.', en: 'Load your list again.' },
  },
  'correction-not-appealable': {
    status: 409,
    meaning: {
      id: 'Koreksi ini tidak dapat dibanding: belum ditolak, sudah dibanding, atau lewat 3 x 24 jam.',
      en: 'This correction cannot be appealed: not refused, appealed already, or more than 3 x 24 hours ago.',
    },
    fix: { id: 'Bicarakan dengan atasan Anda.', en: 'Speak to your superior.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
