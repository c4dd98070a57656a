/** What a clerk sees before anything is evaluated: references, logic, gaps of the text, open questions. */
import type { Problem } from '../messages/problem.ts'
import { blockWords, recipientWords, wordFor } from '../messages/words.ts'
import { checkDocument, errorsOfPatch } from './check-document.ts'
import { type Find, findInto } from './find.ts'
import type { Circular } from './schema.ts'

/** The problems of one document, in the order of the text. */
export function check(doc: Circular): Problem[] {
  const problems = checkDocument(doc)
  checkQuestions(doc, findInto(problems))
  return problems
}

function checkQuestions(doc: Circular, find: Find) {
  for (const { id, used, readings, blocks, ask } of doc.open_questions) {
    const at = `open_questions.${id}`
    if (!readings.some((reading) => reading.id === used))
      find('error', 'PKT-304', `${at}.used`, `Bacaan ${used} tidak ada.`, `Reading ${used} does not exist.`)
    for (const reading of readings) {
      // A reading is the document with other words: an error in those is one of the reading.
      const [wrong] = reading.set && reading.impossible === undefined ? errorsOfPatch(doc, reading.set) : []
      if (wrong)
        find(
          'error',
          'PKT-305',
          at,
          `Bacaan ${reading.id} tidak dapat diterapkan: ${wrong.finding.id}`,
          `Reading ${reading.id} cannot be applied: ${wrong.finding.en}`,
        )
    }
    if (blocks !== 'none')
      find(
        'question',
        'PKT-606',
        at,
        `Pertanyaan ${id} ${blockWords[blocks].id}, ditujukan kepada ${wordFor(recipientWords, ask).id}.`,
        `Question ${id} ${blockWords[blocks].en}, addressed to ${wordFor(recipientWords, ask).en}.`,
      )
  }
}
