/** A new draft from a document that was written before: its rules, without what belonged to that document alone. */
import type { Moment } from './literal.ts'
import type { Circular } from './schema.ts'

const eventOf = (moment: Moment | null): Moment | null => (typeof moment === 'object' ? moment : null)

/** Whose draft it is, and what it will be called in the register. */
export interface Beginning {
  readonly id: string
  readonly region: string
  readonly level: Circular['level']
  /** Who will sign: `bupati`, `wali_kota`. */
  readonly office: string
}

/** The source of a draft is the text that is being written; its clauses cite it by their order. */
const own = 'naskah'

/**
 * Begins a draft. Number, dates, signatory, sources, figures and open questions stay behind; so do relations: an old
 * document that is to be replaced is named by whoever writes the new one.
 */
export function begunFrom(doc: Circular, { id, region, level, office }: Beginning): Circular {
  const { considerations, scope, order, groups, tables, timetables } = doc
  const kept = { scope, order, groups, tables, timetables }
  const { review: _, ...inForce } = doc.in_force
  return {
    piket: 'circular/1',
    ...{ id, kind: 'circular', status: 'draft', level, region },
    ...{ number: null, title: doc.title, issued_on: null },
    issuer: { office, signed_by: null },
    // An event that nobody has declared yet is part of the rule; days were those of that document.
    in_force: { ...inForce, from: eventOf(inForce.from), until: eventOf(inForce.until) },
    relations: [],
    basis: [],
    sources: [{ id: own, type: 'draft', publisher: office }],
    ...(considerations && {
      considerations: considerations.map(({ by: _, ...one }, at) => ({ ...one, cite: `${own}:menimbang-${at + 1}` })),
    }),
    ...(Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as Pick<
      Circular,
      keyof typeof kept
    >),
    clauses: doc.clauses.map(({ note: _, ...clause }, at) => ({ ...clause, cite: `${own}:${at + 1}` })),
    open_questions: [],
  }
}
