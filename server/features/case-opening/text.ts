import type { Language } from '#platform/language.ts'

const id = {
  title: 'Buka kasus',
  lead: 'Pegawai itu diminta menjelaskan dalam 3 × 24 jam. Lalu atasannya berpendapat, dan pejabat yang berwenang memutus dengan menyebut butirnya. Kasus bukan sanksi.',
  nobody: 'Tidak ada orang dalam hal ini yang dapat Anda minta menjelaskan.',
  who: 'Siapa yang diminta menjelaskan',
  day: 'Hari bepergian',
  words: 'Yang perlu dijelaskan',
  wordsHint: 'Sebutkan apa yang Anda ketahui, tanpa menuduh. Pegawai itu membacanya.',
  open: 'Buka kasus dan beri tahu pegawai itu',
}

const en: typeof id = {
  title: 'Open a case',
  lead: 'The person is asked to explain within 3 × 24 hours. Then their superior says what they think, and whoever has the word decides and cites the clause. A case is no sanction.',
  nobody: 'There is nobody in this matter whom you can ask to explain.',
  who: 'Who is asked to explain',
  day: 'Day of the journey',
  words: 'What is to be explained',
  wordsHint: 'Say what you know, without accusing. The person reads it.',
  open: 'Open the case and tell the person',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
