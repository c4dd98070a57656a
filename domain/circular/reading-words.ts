/** What another reading would make of a document, in words. */
import type { Bilingual } from '../messages/problem.ts'
import { clauseKindWords, kindWords, officeWords, positionWords, statusWords, wordFor } from '../messages/words.ts'
import type { Clause } from './clause.ts'
import { isPatchRefusal, patch } from './patch.ts'
import type { Circular, Group, Question } from './schema.ts'
import { instantWords, unitWords } from './selector-words.ts'
import { clauseSentence } from './sentence.ts'
import type { UnitName } from './speech.ts'

type Reading = Question['readings'][number]

/**
 * What would read otherwise: clauses, lists, the period and the particulars.
 * @returns nothing when the reading leaves the document as it stands, or fits nothing
 */
export function readingWords(doc: Circular, { set }: Reading, unitName: UnitName): Bilingual[] {
  const outcome = set && patch(doc, set)
  if (!outcome || isPatchRefusal(outcome)) return []
  const other = outcome.doc
  return [
    ...particularsChanged(doc, other),
    ...clausesChanged(doc, other, unitName),
    ...groupsChanged(doc, other, unitName),
  ]
}

function clausesChanged(doc: Circular, other: Circular, unitName: UnitName): Bilingual[] {
  const before = new Map(doc.clauses.map((clause) => [clause.id, clauseSentence(clause, doc, unitName)]))
  const kept = new Set(other.clauses.map(({ id }) => id))
  const changed = other.clauses.flatMap((clause) => {
    const sentence = clauseSentence(clause, other, unitName)
    const old = before.get(clause.id)
    if (old?.id === sentence.id) return []
    const name = nameOf(clause)
    return {
      id: `${name.id}: ${difference(sentence.id, old?.id, 'tanpa')}`,
      en: `${name.en}: ${difference(sentence.en, old?.en, 'without')}`,
    }
  })
  const gone = doc.clauses
    .filter(({ id }) => !kept.has(id))
    .map((clause) => {
      const name = nameOf(clause)
      return { id: `tanpa ${name.id}`, en: `without ${name.en}` }
    })
  return [...changed, ...gone]
}

const nameOf = ({ id, kind }: Clause): Bilingual => ({
  id: `butir ${id} (${clauseKindWords[kind].id})`,
  en: `clause ${id} (${clauseKindWords[kind].en})`,
})

/** The parts of a sentence that were not there before, and of those that lost something, what they lost. */
function difference(sentence: string, before: string | undefined, without: string): string {
  const partsOf = (text: string) => text.replace(/\.$/, '').split('; ')
  const parts = partsOf(sentence)
  if (before === undefined) return parts.join('; ')
  const old = partsOf(before)
  const gone = old.filter((part) => !parts.includes(part))
  const fresh = parts.filter((part) => !old.includes(part))
  if (fresh.length === 0) return gone.map((part) => `${without} "${part}"`).join('; ')
  return fresh
    .map((part) => {
      const longer = gone.find((one) => one.startsWith(`${part}, `))
      return longer === undefined ? part : `${part}, ${without} "${longer.slice(part.length + 2)}"`
    })
    .join('; ')
}

function groupsChanged(doc: Circular, other: Circular, unitName: UnitName): Bilingual[] {
  return Object.entries(other.groups).flatMap(([name, group]) => {
    const before = doc.groups[name]
    const called = group.label_id ?? name
    const now = namesOf(group, unitName)
    const names =
      JSON.stringify(before && namesOf(before, unitName)) === JSON.stringify(now)
        ? []
        : [{ id: `daftar "${called}": ${now.id}`, en: `list "${called}": ${now.en}` }]
    const open =
      group.complete === before?.complete || group.complete !== false
        ? []
        : [{ id: `daftar "${called}" hanya contoh`, en: `list "${called}" holds examples only` }]
    return [...names, ...open]
  })
}

function namesOf({ units = [], items = {}, positions = [] }: Group, unitName: UnitName): Bilingual {
  const all = (language: keyof Bilingual) =>
    [
      ...[...units, ...Object.values(items).flat()].map((unit) => unitWords(unit, unitName, { language })),
      ...positions.map((position) => wordFor(positionWords, position)[language]),
    ].join(', ')
  return { id: all('id'), en: all('en') }
}

function particularsChanged(doc: Circular, other: Circular): Bilingual[] {
  const found: Bilingual[] = []
  const moment = (value: Circular['in_force']['from']) => (typeof value === 'string' ? instantWords(value) : undefined)
  const [from, until] = [moment(other.in_force.from), moment(other.in_force.until)]
  if (from && other.in_force.from !== doc.in_force.from) found.push({ id: `mulai ${from.id}`, en: `from ${from.en}` })
  if (until && other.in_force.until !== doc.in_force.until)
    found.push({ id: `sampai ${until.id}`, en: `until ${until.en}` })
  if (other.number !== doc.number && other.number !== null)
    found.push({ id: `nomor ${other.number}`, en: `number ${other.number}` })
  if (other.kind !== doc.kind) found.push(kindWords[other.kind])
  if (other.status !== doc.status) found.push(statusWords[other.status])
  const { signed_by: name, signed_as: post } = other.issuer
  if (name !== null && name !== doc.issuer.signed_by) {
    const as = post === undefined ? { id: '', en: '' } : wordFor(officeWords, post)
    const comma = post === undefined ? '' : ', '
    found.push({ id: `ditandatangani ${name}${comma}${as.id}`, en: `signed by ${name}${comma}${as.en}` })
  }
  if (doc.relations.length > 0 && other.relations.length === 0)
    found.push({ id: 'tanpa hubungan dengan surat lain', en: 'without relations to other documents' })
  return found
}
