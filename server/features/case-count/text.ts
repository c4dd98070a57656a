import type { Language } from '#platform/language.ts'

const id = {
  title: 'Angka kasus',
  lead: 'Angka kumulatif satu hari, seperti pada surat satgas: kasus sama dengan sembuh ditambah meninggal ditambah dirawat.',
  state: 'Catat angka',
  day: 'Per hari',
  confirmed: 'Kasus',
  recovered: 'Sembuh',
  died: 'Meninggal',
  in_care: 'Dirawat',
  source: 'Sumber',
  sourceHint: 'Nomor dan tanggal surat, atau siapa yang menyatakan.',
  reason: 'Mengapa dibetulkan (hanya bila hari itu sudah ada angkanya)',
  save: 'Simpan',
  list: 'Angka yang tercatat',
  none: 'Belum ada.',
  corrected: (why: string) => `Dibetulkan: ${why}`,
  withdraw: 'Tarik angka',
  withdrawLead:
    'Untuk angka yang tidak seharusnya ada, misalnya karena salah hari. Yang pernah diketahui tetap tersimpan, dan angka hari itu dapat dicatat lagi.',
  which: 'Angka yang ditarik',
  why: 'Mengapa ditarik',
  withdrawn: 'Angka yang ditarik',
  board: 'Lihat halaman umum',
}

export type Text = typeof id

const en: Text = {
  title: 'Case counts',
  lead: 'Cumulative figures of one day, as in the letter of the task force: cases are recovered plus died plus in care.',
  state: 'State a count',
  day: 'As of',
  confirmed: 'Cases',
  recovered: 'Recovered',
  died: 'Died',
  in_care: 'In care',
  source: 'Source',
  sourceHint: 'Number and date of the letter, or who stated it.',
  reason: 'Why it is corrected (only where that day has a count)',
  save: 'Save',
  list: 'Counts on record',
  none: 'None yet.',
  corrected: (why) => `Corrected: ${why}`,
  withdraw: 'Withdraw a count',
  withdrawLead:
    'For a count that should not be there, of a wrong day say. What was known stays on record, and that day can be stated again.',
  which: 'Count to withdraw',
  why: 'Why it is withdrawn',
  withdrawn: 'Withdrawn counts',
  board: 'See the public page',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
