import type { Language } from '#platform/language.ts'

const id = {
  title: 'Tanda pada presensi',
  lead: 'Tanda bukan kesimpulan: setiap tanda dapat mempunyai sebab yang wajar, tidak menahan presensi, dan tidak menghukum siapa pun. Tanyakan dulu kepada orangnya.',
  team: 'Tentang orang yang menjawab kepada Anda',
  noneTeam: 'Tidak ada tanda dalam 31 hari terakhir.',
  own: 'Tentang Anda',
  noneOwn: 'Tidak ada tanda tentang presensi Anda.',
  ownLead: 'Ini juga yang dilihat atasan Anda. Anda boleh menjelaskannya.',
  others: (names: string) => `Bersama: ${names}`,
  days: (days: string) => `Hari: ${days}`,
  answers: { asked: 'ditanyakan', replied: 'dijawab', explained: 'dianggap jelas' },
  said: (what: string, by: string) => `${what} oleh ${by}`,
  ask: 'Tanyakan kepada orangnya',
  askOf: (name: string) => `Tanyakan kepada ${name}`,
  explained: 'Sudah jelas',
  explainedOf: (name: string) => `Tanda tentang ${name} sudah jelas`,
  words: 'Pertanyaan, atau penjelasannya',
  correct: 'Ajukan koreksi untuk hari itu',
  reply: 'Jelaskan',
  replyWords: 'Penjelasan Anda',
}

export type Text = typeof id

const en: Text = {
  title: 'Signs on check-ins',
  lead: 'A sign is no finding: each may have an innocent cause, holds back no check-in and punishes nobody. Ask the person first.',
  team: 'About those who answer to you',
  noneTeam: 'No sign in the last 31 days.',
  own: 'About you',
  noneOwn: 'There is no sign on your check-ins.',
  ownLead: 'This is what your superior sees too. You may explain it.',
  others: (names) => `Together with: ${names}`,
  days: (days) => `Days: ${days}`,
  answers: { asked: 'asked', replied: 'replied', explained: 'taken as clear' },
  said: (what, by) => `${what} by ${by}`,
  ask: 'Ask the person',
  askOf: (name) => `Ask ${name}`,
  explained: 'Explained',
  explainedOf: (name) => `The sign about ${name} is explained`,
  words: 'The question, or the explanation',
  correct: 'Ask for a correction of that day',
  reply: 'Explain',
  replyWords: 'Your explanation',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
