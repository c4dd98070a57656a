import type { Clause } from '@piket/domain/circular/clause.ts'
import type { Edit } from '@piket/domain/circular/edit.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import fc from 'fast-check'

/** Edits that a clerk makes: words, places, days, a clause more, less, or elsewhere. */
export function editsOf(doc: Circular): fc.Arbitrary<Edit> {
  const added = ({ clause, place }: { clause: Clause; place: number }): Edit => ({
    [`clauses.+n${place}`]: { ...clause, id: `n${place}`, over: undefined },
  })
  const words = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'ab "\'#:-{[&*!|>%@`,\n é') })
  const common: fc.Arbitrary<Edit>[] = [
    words.filter((text) => text.trim() !== '').map((title) => ({ title })),
    fc.constantFrom(null, '2031-02-28', '2031-02-28T10:00').map((until) => ({ 'in_force.until': until })),
    fc.option(words.filter((text) => text.trim() !== '')).map((number) => ({ number })),
    ...Object.keys(doc.groups).map((name) => words.map((label) => ({ [`groups.${name}.label_id`]: label || 'x' }))),
    ...Object.entries(doc.groups).flatMap(([name, { items = {} }]) =>
      Object.keys(items).map((item) => fc.constant({ [`groups.${name}.items.${item}`]: ['unit-baru'] })),
    ),
    fc.constantFrom(null, '2031-03-01').map((review) => ({ 'in_force.review': review })),
  ]
  if (doc.clauses.length === 0) return fc.oneof(...common)
  const clause = fc.constantFrom(...doc.clauses)
  return fc.oneof(
    ...common,
    fc.tuple(clause, fc.constantFrom('must', 'should', 'may')).map(([{ id }, force]) => ({
      [`clauses.${id}.force`]: force,
    })),
    fc.tuple(clause, clause).map(([{ id }, { who }]) => ({ [`clauses.${id}.who`]: who })),
    fc.tuple(clause, fc.option(words)).map(([{ id }, note]) => ({ [`clauses.${id}.note`]: note || null })),
    clause.map(({ id }) => ({ [`clauses.${id}`]: null })),
    fc.record({ clause, place: fc.integer({ min: 1, max: 3 }) }).map(added),
    fc.constant({ clauses: doc.clauses.toReversed() }),
  )
}
