/** A new draft from a document that was written before: its rules, without what belonged to that document alone. */
import type { Problem } from '../messages/problem.ts'
import type { Moment } from './literal.ts'
import { parseCircular } from './parse.ts'
import type { Circular } from './schema.ts'
import { writtenWith } from './written.ts'

const eventOf = (moment: Moment | null): Moment | null => (typeof moment === 'object' ? moment : null)

/** Whose draft it is, and what it will be called in the register. */
export interface Beginning {
  readonly id: string
  readonly region: string
  readonly level: Circular['level']
  /** Who will sign: `bupati`, `wali_kota`. */
  readonly office: string
  /** What it will do to the document that it begins from; absent: nothing. */
  readonly relation?: 'replaces' | 'follows' | undefined
}

/** The source of a draft is the text that is being written; its clauses cite it by their order. */
const own = 'naskah'

/**
 * Begins a draft. Number, dates, signatory, sources, figures, open questions and relations stay behind.
 */
export function begunFrom(doc: Circular, { id, region, level, office, relation }: Beginning): Circular {
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
    relations: relation ? [{ type: relation, target: doc.id }] : [],
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

/**
 * A text that was written elsewhere: whatever it calls itself, here it is a draft.
 * @returns the first problem of a text that does not read
 */
export function begunFromText(text: string): string | Problem {
  const { doc, problems } = parseCircular('naskah', text)
  if (!doc) return problems[0] as Problem
  return doc.status === 'draft' ? text : writtenWith(text, [{ status: 'draft', kind: kindOf(doc) }])
}

/** A draft is no proposal: that would be simulated for good, and never signed. */
const kindOf = ({ kind }: Circular): Circular['kind'] => (kind === 'proposal' ? 'circular' : kind)
