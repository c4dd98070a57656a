/** Documents that only do something to another one: each a letter of its own, with a number and a signatory, and no clause. */
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import type { Moment } from './literal.ts'
import type { Circular, Relation } from './schema.ts'

/** What every such letter says. */
export interface ActLetter {
  /** Free in the register. */
  readonly id: string
  readonly number: string
  readonly issuedOn: Day
  readonly signedBy: string
}

/** The end of a document moves, and nothing else. */
export const extensionOf = (
  target: Circular,
  letter: ActLetter,
  { from, until }: { from: Day; until: Day },
): Circular =>
  act(target, letter, `Perpanjangan ${target.title}`, { from, until }, { type: 'extends', target: target.id, until })

/** A document ends the day before. */
export const revocationOf = (target: Circular, letter: ActLetter, from: Day): Circular =>
  act(target, letter, `Pencabutan ${target.title}`, { from, until: null }, { type: 'revokes', target: target.id, from })

/** What a letter about a document rests on: that document. */
export const restingOn = ({ issuer, number, issued_on }: Circular): Circular['basis'][number] => ({
  ...{ type: 'circular', of: issuer.office, number },
  date: issued_on === null ? null : dayOf(issued_on),
})

function act(
  target: Circular,
  { id: own, number, issuedOn, signedBy }: ActLetter,
  title: string,
  inForce: { readonly from: Day; readonly until: Day | null },
  relation: Relation,
): Circular {
  const { id, kind, issuer, level, region } = target
  return {
    piket: 'circular/1',
    ...{ id: own, kind: kind === 'proposal' ? 'circular' : kind, status: 'in_force', level, region },
    ...{ number, title, issued_on: issuedOn },
    issuer: { office: issuer.office, signed_by: signedBy, signed_as: issuer.signed_as ?? issuer.office },
    in_force: inForce,
    relations: [relation],
    basis: [restingOn(target)],
    sources: [{ id: 'naskah', type: 'signed_letter', publisher: issuer.office, note: `menyangkut ${id}` }],
    groups: {},
    clauses: [],
    open_questions: [],
  }
}

/** Why a document cannot be extended to a day; undefined: it can. */
export type NoExtension = 'act-end-open' | 'act-end-not-later'

/** @param end where the document ends now, earlier extensions counted in */
export function noExtension(end: Moment | null, until: Day): NoExtension | undefined {
  if (typeof end !== 'string') return 'act-end-open'
  return until > dayOf(end) ? undefined : 'act-end-not-later'
}

/** The first day of an extension: the day after the end, or the day of the letter where that has passed. */
export const firstDayOfExtension = (end: string, issuedOn: Day): Day => {
  const next = addDays(dayOf(end), 1)
  return issuedOn > next ? issuedOn : next
}
