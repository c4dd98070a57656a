/** Where an open question stands: who is asked and what waits for it, or who answered it and when. */
import { dayOf, type Instant } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'
import { blockWords, bureauWords, recipientWords, wordFor } from '../messages/words.ts'
import type { Question } from './schema.ts'

/** Which reading a bureau has put in use, and since when that is known; null: always. */
export interface Answer {
  readonly reading: string
  readonly by: string
  readonly recorded: Instant | null
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
