/** Looking for documents by what they say: subject, number, issuer, clauses, and the units that they name. */
import { officeWords, wordFor } from '../messages/words.ts'
import { nameSearch } from '../staff/name-search.ts'
import type { Circular } from './schema.ts'
import { clauseSentence } from './sentence.ts'
import type { UnitName } from './speech.ts'

/** Where a document says what is looked for: in its particulars, or in some of its clauses. */
export interface FoundIn {
  /** Ids of the clauses that say it, or that name a group that does. */
  readonly clauses: readonly string[]
}

/**
 * Looks into a document; every word has to be said by its particulars, or by one clause.
 * @returns undefined where it does not say it
 */
export function foundIn(doc: Circular, search: string, unitName: UnitName): FoundIn | undefined {
  const says = nameSearch(search)
  const { title, number, issuer } = doc
  const particulars = [title, number, issuer.signed_by, ...Object.values(wordFor(officeWords, issuer.office))].join(' ')
  const named = Object.fromEntries(
    Object.entries(doc.groups).map(([name, { units = [], items = {}, label_id }]) => [
      name,
      [label_id, ...[...units, ...Object.values(items).flat()].map(unitName)].join(' '),
    ]),
  )
  const clauses = doc.clauses.filter((clause) => {
    const { id, en } = clauseSentence(clause, doc, unitName)
    const groups = (clause.who.group ?? []).map((group) => named[group])
    return says([id, en, clause.label_id, clause.reason, ...groups].join(' '))
  })
  return says(particulars) || clauses.length > 0 ? { clauses: clauses.map(({ id }) => id) } : undefined
}
