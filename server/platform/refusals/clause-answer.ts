/** Nos about answers to what clauses leave to somebody. */
import type { RefusalWords } from './words.ts'

export const clauseAnswerRefusals = {
  'answer-nothing-left': {
    status: 409,
    meaning: {
      id: 'Butir ini tidak menyerahkan apa pun, atau suratnya sudah berakhir.',
      en: 'This clause leaves nothing to anybody, or its document has ended.',
    },
    fix: { id: 'Muat ulang halamannya.', en: 'Load the page again.' },
  },
  'answer-incomplete': {
    status: 422,
    meaning: { id: 'Jawaban ini belum lengkap.', en: 'This answer is not complete.' },
    fix: { id: 'Isi yang kurang.', en: 'Fill in what is missing.' },
  },
  'answer-not-theirs': {
    status: 422,
    field: 'unit',
    meaning: {
      id: 'Butir ini tidak mengenai siapa pun di unit itu.',
      en: 'This clause speaks to nobody of that unit.',
    },
    fix: { id: 'Pilih unit yang dikenainya.', en: 'Choose a unit that it speaks to.' },
  },
  'answer-unfit': {
    status: 422,
    field: 'nilai',
    meaning: { id: 'Butir ini tidak menerima jawaban seperti itu.', en: 'This clause takes no such answer.' },
    fix: {
      id: 'Tulis yang ditanyakan: tempat, jumlah orang atau persen, jam kerja dari surat, atau keadaan layanan.',
      en: 'Write what is asked: a place, a number of people or a share, a timetable of the document, or how a service is.',
    },
  },
  'answer-past': {
    status: 422,
    field: 'sejak',
    meaning: {
      id: 'Hari yang sudah lewat tidak diputuskan lagi: pegawai telah bekerja menurut yang tertulis waktu itu.',
      en: 'Days that are past are not decided any more: people have worked by what stood there then.',
    },
    fix: { id: 'Mulai hari ini atau sesudahnya.', en: 'Begin today or later.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
