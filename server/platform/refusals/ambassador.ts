/** Nos about ambassadors of behaviour change. */
import type { RefusalWords } from './words.ts'

export const ambassadorRefusals = {
  'ambassador-incomplete': {
    status: 422,
    meaning: { id: 'Nominasi ini belum lengkap.', en: 'This nomination is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'ambassador-consent-unsaid': {
    status: 422,
    field: 'setuju',
    meaning: {
      id: 'Belum dinyatakan bahwa orangnya setuju namanya disebut.',
      en: 'It is not said that the person agrees to be named.',
    },
    fix: {
      id: 'Centang bila ia setuju. Bila tidak, biarkan: namanya tidak tampil.',
      en: 'Tick it if they agree. If they do not, leave it: the name is not shown.',
    },
  },
  'ambassador-decided': {
    status: 409,
    meaning: { id: 'Nominasi ini sudah diputus.', en: 'This nomination is decided already.' },
    fix: { id: 'Lihat putusannya di daftar.', en: 'See the decision in the list.' },
  },
  'ambassador-not-accepted': {
    status: 409,
    meaning: {
      id: 'Yang belum diterima sebagai duta tidak dapat diberi penghargaan.',
      en: 'Who is no ambassador yet is not honoured as one.',
    },
    fix: { id: 'Terima nominasinya dulu.', en: 'Accept the nomination first.' },
  },
  'award-month-ahead': {
    status: 422,
    field: 'bulan',
    meaning: { id: 'Bulan itu belum tiba.', en: 'That month is still to come.' },
    fix: { id: 'Pilih bulan ini atau sebelumnya.', en: 'Choose this month or an earlier one.' },
  },
  'award-month-early': {
    status: 422,
    field: 'bulan',
    meaning: {
      id: 'Penghargaan diberikan untuk bulan sejak Januari 2020.',
      en: 'Awards are given for months since January 2020.',
    },
    fix: { id: 'Periksa tahunnya.', en: 'Check the year.' },
  },
  'award-incomplete': {
    status: 422,
    meaning: { id: 'Penghargaan ini belum lengkap.', en: 'This award is not complete.' },
    fix: { id: 'Tulis atas apa penghargaan diberikan.', en: 'Write what it is given for.' },
  },
  'award-there': {
    status: 409,
    field: 'bulan',
    meaning: {
      id: 'Duta ini sudah mendapat penghargaan bulan itu.',
      en: 'This ambassador was honoured for that month already.',
    },
    fix: { id: 'Pilih bulan lain.', en: 'Choose another month.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
