import type { Bilingual } from './problem.ts'

/** `12.889` in Indonesian, `12,889` in English. */
export const numberText = (value: number, language: keyof Bilingual): string =>
  value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
