/** Nos about vaccination coverage. */
import type { RefusalWords } from './words.ts'

export const coverageRefusals = {
  'coverage-day-ahead': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Hari itu belum tiba, jadi cakupannya belum ada.',
      en: 'That day is to come: it has no coverage yet.',
    },
    fix: { id: 'Pilih hari ini atau sebelumnya.', en: 'Choose today or earlier.' },
  },
  'coverage-group-closed': {
    status: 422,
    field: 'kelompok',
    meaning: { id: 'Kelompok ini belum divaksin pada hari itu.', en: 'This group was not vaccinated yet on that day.' },
    fix: {
      id: 'Kosongkan dosisnya, atau periksa hari dan kelompoknya.',
      en: 'Leave the doses out, or check day and group.',
    },
  },
  'coverage-dose-order': {
    status: 422,
    field: 'dosis2',
    meaning: { id: 'Dosis 2 lebih banyak daripada dosis 1.', en: 'There are more second doses than first ones.' },
    fix: { id: 'Periksa apakah keduanya tertukar.', en: 'Check whether they are interchanged.' },
  },
  'coverage-sum-differs': {
    status: 422,
    field: 'kecamatan',
    meaning: {
      id: 'Kecamatan tidak berjumlah sama dengan seluruh daerah.',
      en: 'The districts do not add up to the whole region.',
    },
    fix: {
      id: 'Cocokkan dengan suratnya. Bila surat itu sendiri keliru, tanyakan dulu kepada pembuatnya.',
      en: 'Compare with the letter. If the letter itself is wrong, ask its author first.',
    },
  },
  'coverage-falls': {
    status: 422,
    meaning: {
      id: 'Yang sudah divaksin tidak dapat berkurang dari hari ke hari.',
      en: 'Those who were vaccinated cannot become fewer from day to day.',
    },
    fix: {
      id: 'Periksa hari dan angkanya. Bila angka hari lain yang keliru, betulkan yang itu dulu.',
      en: 'Check day and figures. If another day is wrong, correct that one first.',
    },
  },
  'coverage-over-target': {
    status: 422,
    field: 'lebih',
    meaning: { id: 'Yang divaksin melebihi sasaran.', en: 'More were vaccinated than the target counts.' },
    fix: {
      id: 'Periksa angkanya. Bila memang begitu, centang bahwa sasaran terlampaui.',
      en: 'Check the figures. If that is so, tick that the target is exceeded.',
    },
  },
  'coverage-districts-unread': {
    status: 422,
    field: 'kecamatan',
    meaning: { id: 'Rincian kecamatan tidak terbaca.', en: 'The lines of districts cannot be read.' },
    fix: {
      id: 'Tulis satu baris tiap kecamatan: nama; sasaran; dosis 1; dosis 2.',
      en: 'Write a line for each district: name; target; dose 1; dose 2.',
    },
  },
  'coverage-there': {
    status: 409,
    field: 'alasan',
    meaning: {
      id: 'Kelompok dan hari itu sudah ada angkanya, dan berbeda.',
      en: 'That group and day have figures already, and they differ.',
    },
    fix: {
      id: 'Untuk membetulkannya, tulis mengapa. Angka lama tetap tersimpan.',
      en: 'To correct them, write why. The old ones are kept.',
    },
  },
  'coverage-incomplete': {
    status: 422,
    meaning: { id: 'Cakupan ini belum lengkap.', en: 'This coverage is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
