/** How sentences about a circular are put together, in either language. */
import type { Bilingual } from '../messages/problem.ts'
import { type Vocabulary, wordFor } from '../messages/words.ts'
import type { Circular } from './schema.ts'

/** How a unit is called; its id when nobody knows. */
export type UnitName = (unit: string) => string

/** How a clause of the document is cited: its id, or its number on paper. */
export type ClauseName = (clause: string) => string

/** Whose words are spoken, in which language. */
export interface Speech {
  readonly doc: Circular
  readonly unitName: UnitName
  readonly clauseName: ClauseName
  readonly language: keyof Bilingual
}

/** One of two texts, by language. */
export const say = ({ language }: Pick<Speech, 'language'>, id: string, en: string) => (language === 'id' ? id : en)
/** A key in words. */
export const word = ({ language }: Pick<Speech, 'language'>, vocabulary: Vocabulary, key: string) =>
  wordFor(vocabulary, key)[language]
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `a, b or c` */
function listed(items: readonly string[], last: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
export const or = (items: readonly string[], speech: Speech) => listed(items, say(speech, 'atau', 'or'))
export const and = (items: readonly string[], speech: Speech) => listed(items, say(speech, 'dan', 'and'))
