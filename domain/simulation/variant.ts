/** What could hold in a region instead: documents by themselves, perhaps with another amount in their quotas. */
import { type Day, dayOf } from '../calendar/day.ts'
import type { Moment } from '../circular/literal.ts'
import type { Registered, Version } from '../circular/register.ts'
import type { Circular } from '../circular/schema.ts'
import { type Trial, triedBook } from '../decision/effect.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { type Amount, quotasOf, withAmount } from './other-amount.ts'

export interface Variant {
  readonly documents: readonly Registered[]
  /** The document whose quotas get another amount; null: every one. */
  readonly about: string | null
  /** Undefined: the amounts stay. */
  readonly amount: Amount | undefined
}

/**
 * `contradiction`: the documents contradict themselves. `no-quota`: none that holds on the days has a quota to change.
 * `people-at-home`: a quota counts people at home, and the number of those at the office is no rest of it.
 */
export interface VariantRefusal {
  readonly refused: 'contradiction' | 'no-quota' | 'people-at-home'
}

export const isVariantRefusal = (outcome: Rulebook | VariantRefusal): outcome is VariantRefusal => 'refused' in outcome

/** The rules of a variant on some days. */
export function variantBook(
  { documents, about, amount }: Variant,
  on: Pick<Trial, 'ground' | 'world' | 'days'>,
): Rulebook | VariantRefusal {
  const book = triedBook(on, documents)
  if (!book) return { refused: 'contradiction' }
  if (amount === undefined) return book
  const isMeant = ({ doc, segments }: Version) =>
    (about === null || doc.id === about) &&
    segments.some(({ from, until }) => touches(from, until, on.days)) &&
    quotasOf(doc).length > 0
  const meant = new Set(book.versions.filter(isMeant))
  if (meant.size === 0) return { refused: 'no-quota' }
  const quotas = [...meant].flatMap(({ doc }) => quotasOf(doc))
  if (typeof amount === 'number' && quotas.some(({ place }) => place === 'home')) return { refused: 'people-at-home' }
  const versions = book.versions.map((version) =>
    meant.has(version) ? { ...version, doc: withAmount(version.doc, amount) } : version,
  )
  return { ...book, versions }
}

/** Whether a period may hold on some of the days; a declared event may have begun on any. */
function touches(from: Moment, until: Moment | null, days: readonly Day[]): boolean {
  const [first, last] = [days[0] as Day, days.at(-1) as Day]
  return !(typeof from === 'string' && dayOf(from) > last) && !(typeof until === 'string' && dayOf(until) < first)
}

/**
 * A document as it is tried on some days. Where it holds on none of them by itself, for its period is another one or its
 * time is over, it is taken as a proposal, which holds from the first of them on.
 */
export function triedOn(doc: Circular, days: readonly Day[]): Circular {
  const { from, until } = doc.in_force
  const isOver = doc.status === 'suspended' || doc.status === 'revoked' || doc.status === 'expired'
  const waits = typeof from === 'object' && from !== null
  return !isOver && !waits && (from === null || touches(from, until, days)) ? doc : asProposal(doc)
}

/** A document as if it held from the first day that is asked about, whatever period or event it states. */
export function asProposal(doc: Circular): Circular {
  const { while: _, ...inForce } = doc.in_force
  return { ...doc, status: 'proposed', in_force: { ...inForce, from: null, until: null } }
}
