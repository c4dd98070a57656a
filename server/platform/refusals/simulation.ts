/** Nos about rules that are tried on the staff side by side. */
import type { RefusalWords } from './words.ts'

export const simulationRefusals = {
  'simulation-days': {
    status: 422,
    meaning: {
      id: 'Hari yang disimulasikan harus berurutan, dan paling banyak 31.',
      en: 'The days simulated must follow each other, and be 31 at most.',
    },
    fix: { id: 'Pilih hari yang lain.', en: 'Choose other days.' },
  },
  'simulation-variant': {
    status: 404,
    meaning: {
      id: 'Salah satu varian tidak ada: suratnya tidak tercatat, atau konsepnya sudah ditandatangani atau dihentikan.',
      en: 'One of the variants is not there: its document is not on record, or its draft was signed or dropped.',
    },
    fix: { id: 'Pilih dari daftar.', en: 'Choose from the list.' },
  },
  'simulation-amount': {
    status: 422,
    meaning: {
      id: 'Kuota lain harus bagian dari 0% sampai 100%, atau banyaknya orang.',
      en: 'Another quota must be a share from 0% to 100%, or a number of people.',
    },
    fix: { id: 'Tulis misalnya 50% atau 12.', en: 'Write 50% or 12, say.' },
  },
  'simulation-no-quota': {
    status: 422,
    meaning: {
      id: 'Varian ini tidak punya butir kuota yang berlaku pada hari-hari itu, sehingga tidak ada jumlah yang dapat diganti.',
      en: 'This variant has no clause on a quota that holds on those days, so that there is no amount to replace.',
    },
    fix: {
      id: 'Kosongkan kuota lain, atau pilih surat yang berkuota.',
      en: 'Leave the other quota empty, or choose a document with one.',
    },
  },
  'simulation-people-at-home': {
    status: 422,
    meaning: {
      id: 'Kuota varian ini menghitung orang di rumah; banyaknya orang di kantor tidak dapat diturunkan darinya.',
      en: 'The quota of this variant counts people at home; a number of people at the office does not follow from it.',
    },
    fix: { id: 'Tulis kuota lain sebagai bagian, misalnya 50%.', en: 'Write the other quota as a share, 50% say.' },
  },
  'simulation-contradiction': {
    status: 422,
    meaning: {
      id: 'Varian ini bertentangan dengan dirinya sendiri, sehingga tidak ada yang dapat dihitung darinya.',
      en: 'This variant contradicts itself, so that nothing follows from it.',
    },
    fix: {
      id: 'Perbaiki naskahnya di meja konsep; di sana tertulis sebabnya.',
      en: 'Mend its text on the bench, which says why.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
