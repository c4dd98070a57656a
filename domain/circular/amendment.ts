/**
 * An amendment that is being written: how another document is to read from a day on. Its draft holds the whole text, so
 * that it is written, checked and tried as any other; what is signed is the letter that states the changes alone.
 */
import { dayOf, type Instant } from '../calendar/day.ts'
import type { Problem } from '../messages/problem.ts'
import { restingOn } from './act.ts'
import type { Beginning } from './begun.ts'
import { isAlike, rulesChanged } from './difference.ts'
import type { Edit } from './edit.ts'
import { findInto } from './find.ts'
import type { Moment } from './literal.ts'
import type { Readings } from './patch.ts'
import { type Registered, type Version, versionsIn } from './register.ts'
import type { Circular, Relation } from './schema.ts'

/** A text that is being written. */
export interface Written {
  readonly doc: Circular
  /** The document that is to read so; null: it is a document of its own. */
  readonly amends: string | null
}

/** Under which knowledge and readings a register is read. */
interface Reading {
  readonly known: Instant
  readonly readings: Readings
}

/** The base of what amends a document; undefined also where nothing is amended. */
export const baseUnder = (
  { amends }: Written,
  law: readonly Registered[],
  reading: Reading,
): AmendmentBase | undefined => (amends === null ? undefined : baseOf(amends, law, reading))

/** The document that a text comes to when it is signed: itself, or the letter of its changes. */
export const comesTo = ({ doc }: Written, base: AmendmentBase | undefined): Circular =>
  base ? amendingLetter(doc, base) : doc

/** A document as it reads last: what the next amendment changes. */
export interface AmendmentBase {
  readonly doc: Circular
  /** Since when it reads so. */
  readonly from: Moment
  /** Its extensions counted in; null: open. */
  readonly until: Moment | null
  readonly isEnded: boolean
}

/** @returns undefined where the register keeps no version of it: it never was law, or says nothing */
export function baseOf(target: string, law: readonly Registered[], reading: Reading): AmendmentBase | undefined {
  const own = versionsIn(law, reading).filter(({ doc, adopted }) => doc.id === target && !adopted)
  const last = own.at(-1)
  const start = last?.segments[0]?.from ?? last?.doc.in_force.from
  if (!last || start === null || start === undefined) return undefined
  return { doc: last.doc, from: start, until: endOf(last), isEnded: last.ended !== undefined }
}

const endOf = ({ doc, segments }: Version): Moment | null => (segments.at(-1) ?? doc.in_force).until

/** The text of a new amendment: the document as it reads, in a letter of its own. */
export function amendmentBegun(
  { doc, until }: AmendmentBase,
  { id, region, level, office }: Omit<Beginning, 'relation'>,
): Circular {
  const { review, while: condition } = doc.in_force
  const { scope, order, groups, tables, timetables, clauses } = doc
  const rules = { scope, order, groups, tables, timetables, clauses }
  const text = {
    piket: 'circular/1',
    ...{ id, kind: 'circular', status: 'draft', level, region },
    ...{ number: null, title: `Perubahan atas ${doc.title}`, issued_on: null },
    issuer: { office, signed_by: null },
    in_force: { from: null, until, ...(condition && { while: condition }), ...(review && { review }) },
    relations: [],
    basis: [restingOn(doc)],
    sources: [{ id: sourceBeside(doc), type: 'draft', publisher: office }, ...doc.sources],
    ...rules,
    open_questions: [],
  } satisfies Circular
  return JSON.parse(JSON.stringify(text))
}

/** The text that is being written is a source of its own; every amendment brings another one. */
function sourceBeside({ sources }: Circular): string {
  const taken = new Set(sources.map(({ id }) => id))
  let id = 'perubahan'
  for (let number = 2; taken.has(id); number++) id = `perubahan-${number}`
  return id
}

/** The letter that an amendment comes to: what it changes, and nothing of what stays. */
export function amendingLetter(doc: Circular, base: AmendmentBase): Circular {
  const { scope: _, order: __, tables: ___, timetables: ____, ...letter } = doc
  const known = new Set(base.doc.sources.map(({ id }) => id))
  const sources = doc.sources.filter(({ id }) => !known.has(id))
  const relation: Relation = { type: 'amends', target: base.doc.id, ...newEnd(doc, base), set: changesOf(doc, base) }
  return {
    ...letter,
    sources: sources.length > 0 ? sources : doc.sources.slice(0, 1),
    relations: [...doc.relations, relation],
    groups: {},
    clauses: [],
  }
}

/** What an amendment changes of the text, as the language states it. */
export function changesOf(doc: Circular, base: AmendmentBase): Edit {
  const changes = rulesChanged(base.doc, doc)
  const known = new Set(base.doc.sources.map(({ id }) => id))
  const cited = new Set(doc.clauses.map(({ cite }) => cite.split(':', 1)[0]))
  const added = doc.sources.filter(({ id }) => !known.has(id) && cited.has(id))
  const review = isAlike(doc.in_force.review, base.doc.in_force.review)
    ? {}
    : { 'in_force.review': doc.in_force.review ?? null }
  const sources = added.length > 0 ? { sources: [...base.doc.sources, ...added] } : {}
  return { ...changes, ...review, ...sources }
}

const newEnd = ({ in_force: { until } }: Circular, base: AmendmentBase): Pick<Relation, 'until'> =>
  typeof until === 'string' && !isAlike(until, base.until) ? { until: dayOf(until) } : {}

/** Whether the document reads otherwise by now than when its amendment was begun. */
export const isOvertaken = (begun: Circular, { doc, until }: AmendmentBase): boolean =>
  Object.keys(rulesChanged(begun, doc)).length > 0 || !isAlike(begun.in_force.until, until)

/**
 * What is wrong with an amendment that its text alone does not show.
 * @param begun its text as it was begun
 * @param base undefined: the document is no law of the region any more
 */
export function amendmentProblems(doc: Circular, begun: Circular, base: AmendmentBase | undefined): Problem[] {
  const problems: Problem[] = []
  const find = findInto(problems)
  if (!base || base.isEnded) {
    find(
      'error',
      'PKT-308',
      'relations',
      'Surat yang diubah sudah berakhir.',
      'The document that it amends has ended.',
      {
        id: 'Terbitkan surat baru bila aturannya masih diperlukan.',
        en: 'Issue a new one if the rule is still wanted.',
      },
    )
    return problems
  }
  if (isOvertaken(begun, base))
    find(
      'error',
      'PKT-308',
      'relations',
      'Surat yang diubah sudah berbunyi lain sejak konsep ini dimulai.',
      'The document that it amends reads otherwise since this draft was begun.',
    )
  if (doc.clauses.length === 0)
    find(
      'error',
      'PKT-418',
      'clauses',
      'Semua butir dihapus: itu pencabutan, bukan perubahan.',
      'Every clause is taken out: that is a revocation, and no amendment.',
    )
  const { from, until } = doc.in_force
  const isSame = Object.keys(changesOf(doc, base)).length === 0 && isAlike(until, base.until)
  if (isSame)
    find(
      'error',
      'PKT-410',
      'clauses',
      'Konsep perubahan ini tidak mengubah apa pun.',
      'This amendment changes nothing.',
    )
  if (typeof from === 'string' && isOutside(from, base))
    find(
      'error',
      'PKT-309',
      'in_force.from',
      'Perubahan mulai sebelum surat yang diubah berbunyi begini, atau sesudah surat itu berakhir.',
      'The amendment begins before the document reads so, or after it has ended.',
    )
  if (typeof until !== 'string' && !isAlike(until, base.until))
    find(
      'error',
      'PKT-309',
      'in_force.until',
      'Perubahan hanya dapat memindahkan akhir ke sebuah tanggal.',
      'An amendment can move the end to a date, and to nothing else.',
    )
  for (const { id } of doc.open_questions)
    find(
      'error',
      'PKT-606',
      `open_questions.${id}`,
      'Perubahan tidak membawa pertanyaan: jawab dahulu, lalu tulis yang dipilih.',
      'An amendment carries no questions: answer this one first, and write what was chosen.',
    )
  return problems
}

const isOutside = (from: string, base: AmendmentBase): boolean =>
  (typeof base.from === 'string' && dayOf(from) < dayOf(base.from)) ||
  (typeof base.until === 'string' && dayOf(from) > dayOf(base.until))

/** The rules of an amendment under the name of what it amends: so its clauses are cited when it holds. */
export const asAmended = (doc: Circular, { doc: { id } }: AmendmentBase): Circular => ({ ...doc, id })
