import { type Language, plural } from '#platform/language.ts'

const id = {
  title: 'Pengumuman',
  none: 'Belum ada pengumuman.',
  from: (name: string, at: string) => `${name}, ${at}`,
  confirm: 'Sudah saya baca',
  confirmOne: (title: string) => `Sudah saya baca: ${title}`,
  readAt: (at: string) => `Anda baca ${at}`,
  unread: 'Belum dibaca',
  make: 'Buat pengumuman',
  proveFirst: 'Pengumuman sampai kepada banyak orang: buktikan dahulu bahwa ini Anda.',
  prove: 'Buktikan dan tulis',
  heading: 'Judul',
  words: 'Isi',
  audience: 'Untuk',
  everybody: 'Tanpa pilihan: semua perangkat daerah.',
  save: 'Umumkan',
  made: 'Yang sudah diumumkan',
  readers: 'Siapa yang sudah membaca',
  readersOf: (title: string) => `Siapa yang sudah membaca: ${title}`,
  readTitle: (count: number) => `${count} orang sudah membaca`,
  unreadTitle: (count: number) => `${count} orang belum membaca`,
  back: 'Semua pengumuman',
}

export type Text = typeof id

const en: Text = {
  title: 'Announcements',
  none: 'No announcement yet.',
  from: (name, at) => `${name}, ${at}`,
  confirm: 'I have read it',
  confirmOne: (title) => `I have read it: ${title}`,
  readAt: (at) => `You read it ${at}`,
  unread: 'Not read yet',
  make: 'Make an announcement',
  proveFirst: 'An announcement reaches many people: prove first that it is you.',
  prove: 'Prove it and write',
  heading: 'Title',
  words: 'Text',
  audience: 'For',
  everybody: 'None chosen: every agency.',
  save: 'Announce',
  made: 'Announced',
  readers: 'Who has read it',
  readersOf: (title) => `Who has read it: ${title}`,
  readTitle: (count) => `${count} ${plural(count, 'person', 'people')} have read it`,
  unreadTitle: (count) => `${count} ${plural(count, 'person', 'people')} have not read it`,
  back: 'All announcements',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
