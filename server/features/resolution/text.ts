import type { Language } from '#platform/language.ts'

const id = {
  title: 'Tindak lanjut rapat',
  lead: 'Yang diputuskan rapat dan menunggu penanggung jawabnya. Berlaku sejak notulen ditutup.',
  meetings: 'Rapat koordinasi',
  open: (count: number) => `Belum selesai (${count})`,
  settled: (count: number) => `Selesai dalam 30 hari terakhir (${count})`,
  none: 'Tidak ada yang menunggu.',
  kinds: { clause: 'Konsep butir', follow_up: 'Tindak lanjut', task: 'Tugas' },
  states: { open: 'belum selesai', overdue: 'lewat tenggat', settled: 'selesai' },
  due: (day: string) => `tenggat ${day}`,
  from: (position: number, minutes: string, title: string, day: string) =>
    `Keputusan ${position}, notulen ${minutes}: ${title}, ${day}`,
  bureau: 'Bagian Organisasi',
  of: (person: string, agency: string) => `${person}, ${agency}`,
  byReport: 'Dijawab dengan laporan harian.',
  writeReport: 'Tulis laporan',
  settle: 'Nyatakan selesai',
  done: 'Apa yang sudah dilakukan',
  doneOf: (position: number, minutes: string) => `Nyatakan selesai: keputusan ${position}, notulen ${minutes}`,
  takeUp: 'Nyatakan nasib konsep',
  takeUpOf: (position: number, minutes: string) => `Nyatakan nasib konsep: keputusan ${position}, notulen ${minutes}`,
  takenUp: 'Apa yang terjadi dengan konsep ini',
  circular: 'Dimuat dalam',
  noCircular: 'tidak dimuat dalam surat',
  settledBy: (name: string, words: string) => `${name}: ${words}`,
  answered: 'Dijawab dengan laporan harian.',
  inCircular: 'Surat yang memuatnya',
}

export type Text = typeof id

const en: Text = {
  title: 'Follow-ups of meetings',
  lead: 'What meetings resolved and waits for its owner. It holds since the minutes were closed.',
  meetings: 'Coordination meetings',
  open: (count: number) => `Open (${count})`,
  settled: (count: number) => `Settled in the last 30 days (${count})`,
  none: 'Nothing waits.',
  kinds: { clause: 'Draft clause', follow_up: 'Follow-up', task: 'Task' },
  states: { open: 'open', overdue: 'overdue', settled: 'settled' },
  due: (day: string) => `due ${day}`,
  from: (position: number, minutes: string, title: string, day: string) =>
    `Resolution ${position}, minutes ${minutes}: ${title}, ${day}`,
  bureau: 'Organisation bureau',
  of: (person: string, agency: string) => `${person}, ${agency}`,
  byReport: 'Answered by a daily report.',
  writeReport: 'Write the report',
  settle: 'Say it is done',
  done: 'What was done',
  doneOf: (position: number, minutes: string) => `Say it is done: resolution ${position}, minutes ${minutes}`,
  takeUp: 'Say what became of the draft',
  takeUpOf: (position: number, minutes: string) =>
    `Say what became of the draft: resolution ${position}, minutes ${minutes}`,
  takenUp: 'What became of this draft',
  circular: 'Taken up by',
  noCircular: 'no document',
  settledBy: (name: string, words: string) => `${name}: ${words}`,
  answered: 'Answered by a daily report.',
  inCircular: 'The document that took it up',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
