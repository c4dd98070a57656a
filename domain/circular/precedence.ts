import type { Circular } from './schema.ts'

/**
 * Which clauses each clause sets aside: its `over`, the pairs that `order` of layers gives unless an explicit pair says
 * the opposite, and what those set aside in turn.
 */
export function setsAside(doc: Pick<Circular, 'clauses' | 'order'>): Map<string, Set<string>> {
  const over = new Map(doc.clauses.map((clause) => [clause.id, new Set(clause.over ?? [])]))
  if (doc.order) addLayers(doc.clauses, doc.order, over)
  for (let grown = true; grown; ) {
    grown = false
    for (const losers of over.values()) {
      for (const loser of [...losers]) {
        for (const further of over.get(loser) ?? []) {
          if (losers.has(further)) continue
          losers.add(further)
          grown = true
        }
      }
    }
  }
  return over
}

function addLayers(clauses: Circular['clauses'], order: string[], over: Map<string, Set<string>>) {
  for (const strong of clauses) {
    for (const weak of clauses) {
      if (strong.kind !== weak.kind || strong.layer === undefined || weak.layer === undefined) continue
      if (order.indexOf(strong.layer) >= order.indexOf(weak.layer)) continue
      if (!weak.over?.includes(strong.id)) over.get(strong.id)?.add(weak.id)
    }
  }
}

/** A clause that is over itself through others, if there is one. */
export const clauseInCircle = (doc: Pick<Circular, 'clauses' | 'order'>): string | undefined =>
  [...setsAside(doc)].find(([clause, losers]) => losers.has(clause))?.[0]
