/** What is still open about a row, in words: questions that are read otherwise, facts that nobody recorded. */
import { readingWords } from '../circular/reading-words.ts'
import type { UnitName } from '../circular/speech.ts'
import type { Bilingual } from '../messages/problem.ts'
import { undeterminedWords } from '../messages/undetermined-words.ts'
import { placeWords, recipientWords, wordFor } from '../messages/words.ts'
import type { Documents, Step } from './explain.ts'
import { otherPlace, type Place, type Row } from './row.ts'

/** Another reading, written as `document/question.reading=place`. */
export function readingStep(other: string, place: Place, documents: Documents, unitName: UnitName): Step {
  const { document = '', question = '', reading: name = '', place: there = '' } = otherPlace(other) ?? {}
  const where = wordFor(placeWords, there)
  const doc = documents.get(document)
  const asked = doc?.open_questions.find(({ id }) => id === question)
  const reading = asked?.readings.find(({ id }) => id === name)
  const said = doc && reading ? readingWords(doc, reading, unitName) : []
  const read = (language: keyof Bilingual) => said.map((one) => one[language]).join('; ') || (reading?.note ?? name)
  const named = asked === undefined ? question : `"${asked.text}"`
  // Another reading is listed where it changes the place or, with the same place, how strongly it is said.
  const outcome =
    there === place
      ? {
          id: `tempatnya tetap (${where.id}), tetapi wajib, dianjurkan, atau bolehnya berubah`,
          en: `the place stays (${where.en}), but whether it must, should or may be changes`,
        }
      : { id: `tempatnya menjadi ${where.id}`, en: `the place becomes ${where.en}` }
  return {
    step: 'reading',
    document,
    clause: question,
    truth: null,
    text: {
      id: `Bila pertanyaan ${named} dijawab lain (${read('id')}), ${outcome.id}.`,
      en: `If question ${named} is answered otherwise (${read('en')}), ${outcome.en}.`,
    },
  }
}

/** What is not known, and whom to ask. */
export function undeterminedStep(undetermined: NonNullable<Row['undetermined']>): Step {
  const why = undeterminedWords(undetermined.reason)
  const whom = undetermined.ask === null ? undefined : wordFor(recipientWords, undetermined.ask)
  return {
    step: 'undetermined',
    document: null,
    clause: null,
    truth: null,
    text: {
      id: `Belum dapat ditentukan: ${why.id}.${whom ? ` Tanyakan kepada ${whom.id}.` : ''}`,
      en: `Cannot be determined: ${why.en}.${whom ? ` Ask ${whom.en}.` : ''}`,
    },
  }
}
