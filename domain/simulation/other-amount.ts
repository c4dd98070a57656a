/** A document with another amount in its quotas: what a ceiling of half instead of a quarter would come to. */
import type { Clause, Quota } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import { takes } from '../circular/values.ts'

/** A share of people at the office, `50%`, or a number of them. */
export type Amount = string | number

/** What somebody typed; undefined: neither a share nor a number. */
export function amountTyped(typed: string): Amount | undefined {
  const amount = typed.replaceAll(/\s/g, '')
  if (!takes('amount', amount, {})) return undefined
  return amount.endsWith('%') ? amount : Number(amount)
}

export const quotasOf = ({ clauses }: Circular): Quota[] => clauses.filter((clause) => clause.kind === 'quota')

/**
 * Puts an amount in place of those of every quota; each keeps its direction, its base and its rounding, and one that has a
 * lowest and a highest amount gets the same for both. The amount is of people at the office: a quota that speaks of home gets the rest of a share.
 */
export const withAmount = (doc: Circular, amount: Amount): Circular => ({
  ...doc,
  clauses: doc.clauses.map((clause): Clause => (clause.kind === 'quota' ? put(clause, amount) : clause)),
})

function put({ complement: _, ...quota }: Quota, amount: Amount): Quota {
  const own = quota.place === 'home' && typeof amount === 'string' ? `${100 - Number.parseInt(amount, 10)}%` : amount
  return { ...quota, amount: Object.fromEntries(Object.keys(quota.amount).map((side) => [side, own])) }
}
