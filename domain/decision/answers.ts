/** Answers on import: each must decide something that a clause leaves to somebody, in a value that the clause takes. */
import type { Circular } from '../circular/schema.ts'
import { takes, valuesOf } from '../circular/values.ts'
import { codes } from '../messages/codes.ts'
import type { Bilingual } from '../messages/problem.ts'
import { error } from '../staff/cell.ts'
import type { AnswerRecord } from '../staff/facts.ts'
import type { Checker } from '../staff/findings.ts'

/**
 * Checks the table of answers (PKT-815).
 * @param docs the documents of the region in every wording that is known
 */
export const answerChecker = (docs: readonly Circular[]): Checker<AnswerRecord> => ({
  add(answer, row) {
    const wrong = wrongAnswer(answer, docs)
    return wrong ? [{ row, header: wrong.header, finding: error('PKT-815', wrong, codes['PKT-815'].fix) }] : []
  },
  end: () => [],
})

function wrongAnswer({ circular, clause, value }: AnswerRecord, docs: readonly Circular[]) {
  const own = docs.filter(({ id }) => id === circular)
  const left = own.flatMap((doc) =>
    doc.clauses
      .filter(({ id }) => id === clause)
      .flatMap(valuesOf)
      .flatMap(({ kind, value: written }) => (typeof written === 'object' && 'ask' in written ? [{ doc, kind }] : [])),
  )
  const at = (header: string, id: string, en: string): Bilingual & { header: string } => ({ header, id, en })
  if (own.length === 0) return at('circular', `Surat ${circular} tidak ada.`, `There is no document ${circular}.`)
  if (left.length === 0)
    return at(
      'clause',
      `Butir ${clause} tidak menyerahkan apa pun untuk diputuskan.`,
      `Clause ${clause} leaves nothing to decide.`,
    )
  if (left.some(({ doc, kind }) => takes(kind, value, doc))) return undefined
  return at('value', `Butir ${clause} tidak menerima ${value}.`, `Clause ${clause} does not take ${value}.`)
}
