/** Where an open question stands: who is asked and what waits for it, or who answered it and when. */
import { dayOf, type Instant } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'
import { blockWords, bureauWords, recipientWords, wordFor } from '../messages/words.ts'
import type { Circular, Question } from './schema.ts'

/** Which reading a bureau has put in use, and since when that is known; null: always. */
export interface Answer {
  readonly reading: string
  readonly by: string
  readonly recorded: Instant | null
}

/** A question of a document, its answer, and how many people each other reading would move on a day. */
export interface OpenQuestion {
  readonly doc: Circular
  readonly question: Question
  /** Undefined: nobody has answered yet. */
  readonly answer: Answer | undefined
  /** People moved, by reading; null: so few, and on individual particulars, that it is not told; none: not counted. */
  readonly moved: ReadonlyMap<string, number | null>
}

/** The answered reading, else the one that the document uses until somebody answers. */
export const readingInUse = ({ used }: Question, answer: Answer | undefined): string => answer?.reading ?? used

/** An answered question holds nothing back any more. */
export function questionWords({ ask, blocks }: Question, answer: Answer | undefined): Bilingual {
  if (answer) {
    const by = wordFor(bureauWords, answer.by)
    if (answer.recorded === null) return { id: `dijawab ${by.id}`, en: `answered by ${by.en}` }
    const on = dayWords(dayOf(answer.recorded))
    return { id: `dijawab ${by.id}, tanggal ${on.id}`, en: `answered by ${by.en} on ${on.en}` }
  }
  const whom = wordFor(recipientWords, ask)
  const waits =
    blocks === 'none' ? { id: '', en: '' } : { id: ` · ${blockWords[blocks].id}`, en: ` · ${blockWords[blocks].en}` }
  return { id: `belum dijawab ${whom.id}${waits.id}`, en: `not yet answered by ${whom.en}${waits.en}` }
}
