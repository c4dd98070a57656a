import { type Language, plural } from '#platform/language.ts'

const id = {
  title: 'Kalender ketidakhadiran',
  caption: 'Siapa yang cuti, dinas luar, atau tugas belajar, per hari',
  lead: 'Empat pekan. C cuti, D dinas luar, B tugas belajar. Alasannya tidak dimuat.',
  person: 'Pegawai',
  letters: { leave: 'C', travel: 'D', education: 'B' },
  away: 'Tidak hadir',
  none: 'Tidak ada yang cuti, dinas luar, atau tugas belajar dalam empat pekan ini.',
  of: (count: number) => `dari ${count} pegawai`,
  earlier: 'Empat pekan sebelumnya',
  later: 'Empat pekan berikutnya',
}

export type Text = typeof id

const en: Text = {
  title: 'Calendar of absences',
  caption: 'Who is on leave, travelling or studying, by day',
  lead: 'Four weeks. C leave, D official travel, B study. No reasons are told.',
  person: 'Person',
  letters: { leave: 'C', travel: 'D', education: 'B' },
  away: 'Away',
  none: 'Nobody is on leave, travelling or studying in these four weeks.',
  of: (count) => `of ${count} ${plural(count, 'person', 'people')}`,
  earlier: 'Four weeks earlier',
  later: 'Four weeks later',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
