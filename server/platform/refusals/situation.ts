/** Nos about figures of the situation. */
import type { RefusalWords } from './words.ts'

export const situationRefusals = {
  'case-sum-differs': {
    status: 422,
    field: 'kasus',
    meaning: {
      id: 'Sembuh, meninggal, dan dirawat tidak berjumlah sama dengan kasus.',
      en: 'Recovered, died and in care do not add up to the cases.',
    },
    fix: {
      id: 'Cocokkan keempatnya dengan suratnya. Bila surat itu sendiri keliru, tanyakan dulu kepada pembuatnya.',
      en: 'Compare the four with the letter. If the letter itself is wrong, ask its author first.',
    },
  },
  'case-day-ahead': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Hari itu belum tiba.', en: 'That day is still to come.' },
    fix: { id: 'Pilih hari ini atau sebelumnya.', en: 'Choose today or earlier.' },
  },
  'case-day-before': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Kasus pertama di Indonesia diumumkan pada 2 Maret 2020: sebelum hari itu tidak ada yang dihitung.',
      en: 'The first cases in Indonesia were made public on 2 March 2020: before that day there is nothing to count.',
    },
    fix: { id: 'Periksa tahunnya.', en: 'Check the year.' },
  },
  'case-count-falls': {
    status: 422,
    meaning: {
      id: 'Kasus, yang sembuh, dan yang meninggal tidak dapat berkurang dari hari ke hari.',
      en: 'Cases, recoveries and deaths cannot fall from day to day.',
    },
    fix: {
      id: 'Periksa hari dan angkanya. Bila angka hari lain yang keliru, betulkan yang itu dulu.',
      en: 'Check day and figures. If another day is wrong, correct that one first.',
    },
  },
  'case-count-there': {
    status: 409,
    field: 'alasan',
    meaning: { id: 'Angka hari itu sudah ada dan berbeda.', en: 'That day has a count already, and it differs.' },
    fix: {
      id: 'Untuk membetulkannya, tulis mengapa. Angka lama tetap tersimpan.',
      en: 'To correct it, write why. The old count is kept.',
    },
  },
  'case-count-unchanged': {
    status: 422,
    field: 'alasan',
    meaning: {
      id: 'Angka dan sumbernya sama dengan yang tercatat, jadi tidak ada yang dibetulkan.',
      en: 'Figures and source are those on record: nothing is corrected.',
    },
    fix: {
      id: 'Tulis angka yang benar. Bila angka hari itu tidak seharusnya ada, tarik angkanya.',
      en: 'Write the right figures. If that day should have no count, withdraw it.',
    },
  },
  'case-count-withdrawn-why': {
    status: 422,
    meaning: {
      id: 'Angka mana yang ditarik, atau mengapa, belum disebut.',
      en: 'Which count is withdrawn, or why, is not said yet.',
    },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'case-count-gone': {
    status: 409,
    field: 'angka',
    meaning: {
      id: 'Angka ini tidak berlaku lagi: sudah dibetulkan atau ditarik.',
      en: 'This count holds no longer: it was corrected or withdrawn.',
    },
    fix: {
      id: 'Muat ulang halamannya, lalu pilih dari angka yang masih tercatat.',
      en: 'Load the page again, and choose from the counts that still stand.',
    },
  },
  'situation-day-ahead': {
    status: 422,
    meaning: {
      id: 'Hari itu belum tiba, jadi angkanya belum ada.',
      en: 'That day is still to come: it has no figures yet.',
    },
    fix: { id: 'Pilih hari ini atau sebelumnya.', en: 'Choose today or earlier.' },
  },
  'case-count-incomplete': {
    status: 422,
    meaning: { id: 'Angka ini belum lengkap.', en: 'This count is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'closing-days-too-many': {
    status: 422,
    meaning: {
      id: 'Hari terakhir harus sesudah hari pertama, dan paling banyak 366 hari.',
      en: 'The last day must come after the first, and there are 366 days at most.',
    },
    fix: {
      id: 'Betulkan urutan harinya, atau persingkat rentangnya.',
      en: 'Put the days in order, or shorten the stretch.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
