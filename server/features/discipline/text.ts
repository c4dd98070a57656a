import type { Language } from '#platform/language.ts'

const id = {
  title: 'Hitungan ketidakhadiran',
  lead: 'Hari kerja tanpa keterangan menurut PP 94/2021, per tahun. Piket menghitung dan mengingatkan; atasan memeriksa lebih dulu, dan tidak ada hukuman yang dijatuhkan di sini.',
  year: (year: number) => `Tahun ${year}`,
  before: 'Tahun sebelumnya',
  after: 'Tahun berikutnya',
  from: (days: number, range: string, at: string) =>
    `Dari ${days} hari yang sudah ditutup (${range}), terakhir dihitung ${at}.`,
  noneClosed: 'Belum ada hari yang ditutup pada tahun ini, jadi belum ada yang dihitung.',
  fixedDay: 'Daerah peragaan menjalani satu hari yang tetap; harinya tidak pernah ditutup.',
  agencies: 'Perangkat daerah',
  agencyColumns: {
    agency: 'Perangkat daerah',
    people: 'Pegawai',
    others: 'Di luar aturan ini',
    withDays: 'Punya hari terhitung',
    connected: 'Tersebut dalam PP',
    open: 'Hari terbuka',
  },
  peopleOf: (people: number, others: number) =>
    others === 0 ? `${people} pegawai` : `${people} pegawai, ${others} di luar aturan ini (bukan PNS)`,
  personColumns: { name: 'Nama', days: 'Hari terhitung', open: 'Terbuka', says: 'Menurut PP' },
  nobody: 'Tidak ada ketidakhadiran tanpa keterangan pada hari-hari yang ditutup.',
  notCounted: 'tidak dihitung menurut aturan ini',
  notCountedLong:
    'Status pegawai ini bukan PNS: ketidakhadirannya mengikuti peraturan dan perjanjian kerjanya sendiri (PPPK: PP 49/2018), dan tidak dihitung menurut PP 94/2021.',
  connects: (words: string) => `PP 94/2021 menghubungkannya dengan ${words}.`,
  connectsNothing: 'Belum ada yang dihubungkan PP 94/2021 dengan jumlah ini.',
  untilNext: (days: number) => `${days} hari lagi sampai jenjang berikutnya`,
  examined: 'Ini bukan putusan. Atasan memanggil dan memeriksa lebih dulu, dan keberatan selalu mungkin.',
  days: (count: number) => `${count} hari terhitung`,
  dayColumns: { day: 'Hari', planned: 'Rencana', clause: 'Butir', counts: 'Terhitung' },
  counts: 'ya',
  open: (reasons: readonly string[]) => `belum: ${reasons.join('; ')}`,
  version: (version: number) => `dihitung ulang ${version - 1} kali`,
  correct: 'Minta koreksi',
  ownTitle: 'Hitungan ketidakhadiran saya',
  back: 'Semua perangkat daerah',
}

export type Text = typeof id

const en: Text = {
  title: 'Absence counted',
  lead: 'Working days without a reason on record by PP 94/2021, a year at a time. Piket counts and warns; the superior examines first, and no sanction is pronounced here.',
  year: (year) => `Year ${year}`,
  before: 'Year before',
  after: 'Year after',
  from: (days, range, at) => `From ${days} closed days (${range}), last derived ${at}.`,
  noneClosed: 'No day of this year is closed yet, so nothing is counted.',
  fixedDay: 'A demonstration lives one fixed day; it is never closed.',
  agencies: 'Agencies',
  agencyColumns: {
    agency: 'Agency',
    people: 'People',
    others: 'Not by this rule',
    withDays: 'With days that count',
    connected: 'Named by the regulation',
    open: 'Open days',
  },
  peopleOf: (people, others) =>
    others === 0 ? `${people} people` : `${people} people, ${others} not under this rule (no PNS)`,
  personColumns: { name: 'Name', days: 'Days counted', open: 'Open', says: 'By the regulation' },
  nobody: 'No unexcused absence on the closed days.',
  notCounted: 'not counted by this rule',
  notCountedLong:
    'Not a PNS: absence follows their own regulation and contract (PPPK: PP 49/2018) and is not counted by PP 94/2021.',
  connects: (words) => `PP 94/2021 connects it with: ${words}.`,
  connectsNothing: 'PP 94/2021 connects nothing with this count yet.',
  untilNext: (days) => `${days} days left until the next band`,
  examined: 'This is no verdict. The superior calls and examines first, and an objection is always possible.',
  days: (count) => `${count} days counted`,
  dayColumns: { day: 'Day', planned: 'Planned', clause: 'Clause', counts: 'Counts' },
  counts: 'yes',
  open: (reasons) => `not yet: ${reasons.join('; ')}`,
  version: (version) => `derived again ${version - 1} times`,
  correct: 'Ask for a correction',
  ownTitle: 'My absence counted',
  back: 'All agencies',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
