/** What is wrong with the words of a document as they stand, its open questions apart. */
import { dayWords } from '../messages/day-words.ts'
import type { Problem } from '../messages/problem.ts'
import { checkClauses } from './check-clauses.ts'
import { checkTimetables } from './check-hours.ts'
import { checkTables } from './check-tables.ts'
import { checkText } from './check-text.ts'
import { checkWords } from './check-words.ts'
import { type Find, findInto } from './find.ts'
import { isPatchRefusal, patch } from './patch.ts'
import type { Circular } from './schema.ts'

/** The problems of the words that a document has, in the order of the text. */
export function checkDocument(doc: Circular): Problem[] {
  const problems: Problem[] = []
  const find = findInto(problems)
  checkValidity(doc, find)
  checkRelationsStated(doc, find)
  checkClauses(doc, find)
  checkTables(doc, find)
  checkTimetables(doc, find)
  checkWords(doc, find)
  checkText(doc, find)
  return problems
}

/** The errors that a patch brings into a document: it fits nothing, or what comes out of it is wrong. */
export function errorsOfPatch(doc: Circular, set: Readonly<Record<string, unknown>>): Problem[] {
  const patched = patch(doc, set)
  if (isPatchRefusal(patched)) {
    const problems: Problem[] = []
    const { asked, reason } = patched
    const why = reason ? ` (${reason})` : ''
    findInto(problems)('error', 'PKT-305', asked, `${asked} tidak cocok${why}.`, `${asked} does not fit${why}.`)
    return problems
  }
  const before = new Set(checkDocument(doc).map(({ finding }) => finding.en))
  return checkDocument(patched.doc).filter(({ level, finding }) => level === 'error' && !before.has(finding.en))
}

/** What a relation must state itself, whatever its target says. */
function checkRelationsStated(doc: Circular, find: Find) {
  const needed = { extends: 'until', amends: 'set', corrects: 'set' } as const
  for (const [position, relation] of doc.relations.entries()) {
    const key = relation.type in needed ? needed[relation.type as keyof typeof needed] : undefined
    if (relation.target === null || key === undefined || relation[key] !== undefined) continue
    find(
      'error',
      'PKT-410',
      `relations.${position}`,
      `Hubungan ${relation.type} tanpa ${key} tidak mengubah apa pun.`,
      `The relation ${relation.type} without ${key} changes nothing.`,
    )
  }
}

function checkValidity(doc: Circular, find: Find) {
  const { from, until, review } = doc.in_force
  if (typeof from === 'string' && typeof until === 'string' && until.slice(0, 10) < from.slice(0, 10))
    find(
      'error',
      'PKT-401',
      'in_force.until',
      `Berakhir ${until} sebelum mulai ${from}.`,
      `Ends ${until} before it starts ${from}.`,
    )
  if (doc.status === 'in_force' && from === null && doc.clauses.length > 0)
    find('error', 'PKT-402', 'in_force.from', 'Status berlaku tanpa tanggal mulai.', 'In force without a start.')
  if ((doc.status === 'proposed') !== (doc.kind === 'proposal'))
    find(
      'error',
      'PKT-403',
      'status',
      'Usulan harus berstatus proposed, dan sebaliknya.',
      'A proposal has status proposed, and only a proposal has it.',
    )
  if (doc.status === 'in_force' && doc.clauses.length === 0 && doc.relations.length === 0)
    find(
      'warning',
      'PKT-509',
      'clauses',
      'Hanya diketahui dari rujukan; butirnya belum diketahui.',
      'Known by citation only; its clauses are not known.',
    )
  if (doc.status === 'in_force' && until === null) {
    if (review === undefined)
      find(
        'warning',
        'PKT-501',
        'in_force.until',
        'Tanpa akhir dan tanpa tanggal tinjau.',
        'No end and no review date.',
      )
    else
      find(
        'warning',
        'PKT-501',
        'in_force.until',
        `Tanpa akhir; ditinjau ${dayWords(review).id}.`,
        `No end; reviewed on ${dayWords(review).en}.`,
        {
          id: 'Paling lambat hari itu: tetapkan akhirnya, perpanjang tinjauannya, atau cabut.',
          en: 'By that day set an end or a later review, or revoke it.',
        },
      )
  }
}
