/** The clauses that decide, as sentences, and those that they set aside. */
import type { Circular } from '@piket/domain/circular/schema.ts'
import { orderSentence } from '@piket/domain/decision/explain.ts'
import { isGap } from '@piket/domain/decision/row.ts'
import { Law } from '#platform/law.tsx'
import type { View } from '#platform/shell.tsx'
import type { PersonDay } from './service.ts'
import type { Text } from './text.ts'

/** What every card of a page about a person is given. */
export interface CardProps {
  readonly slug: string
  /** The day and what goes along, for links. */
  readonly query: string
  readonly language: View['language']
  readonly t: Text
}

interface RuleProps extends CardProps {
  readonly found: PersonDay
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
}

export function RuleCard({ found, documents, unitName, slug, query, language, t }: RuleProps) {
  const { row, steps } = found
  const doc = documents.get(row.circular ?? '')
  const order = row.override && orderSentence(row.override)[language]
  const gap = isGap(row)
  const unclear = steps.find(({ step }) => step === (row.undetermined ? 'undetermined' : 'place'))
  const lost = row.set_aside.map(({ circular, clause, by }) => ({ doc: documents.get(circular), clause, by }))
  return (
    <section class="card stack" aria-labelledby="ketentuan">
      <h2 id="ketentuan">{t.rule}</h2>
      {gap && <p>{t.gapNote}</p>}
      {order && <p>{order}</p>}
      {order && doc && <p class="small quiet">{t.withoutOrder}</p>}
      {!doc && !gap && !order && <p>{unclear?.text[language]}</p>}
      {doc && row.clause.length === 0 && <p>{t.individualNote}</p>}
      {doc &&
        row.clause.map((id) => (
          <Law doc={doc} id={id} unitName={unitName} slug={slug} query={query} language={language} />
        ))}
      {lost.length > 0 && <h3>{t.asideTitle}</h3>}
      {lost.map(
        ({ doc: other, clause, by }) =>
          other && (
            <Law
              doc={other}
              id={clause}
              lost={by.length === 0 ? t.individual : t.aside(by.join(', '))}
              unitName={unitName}
              slug={slug}
              query={query}
              language={language}
            />
          ),
      )}
    </section>
  )
}
