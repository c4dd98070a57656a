/** A clause as a sentence, with where it stands. */
import type { Circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import type { Language } from './language.ts'

const words: Readonly<Record<Language, string>> = { id: 'butir', en: 'clause' }

interface Props {
  readonly doc: Circular
  /** Id of the clause. */
  readonly id: string
  readonly unitName: (unit: string) => string
  readonly slug: string
  /** What goes along in the link to the document. */
  readonly query: string
  readonly language: Language
  /** Why it does not decide after all; absent: it does. */
  readonly lost?: string
}

export function Law({ doc, id, unitName, slug, query, language, lost }: Props) {
  const clause = doc.clauses.find((one) => one.id === id)
  if (!clause) return null
  return (
    <blockquote class="law" data-lost={lost === undefined ? undefined : ''}>
      {clauseSentence(clause, doc, unitName)[language]}
      <cite>
        <a href={`/${slug}/edaran/${doc.id}${query}#${id}`}>
          {words[language]} {id} · {citation(doc, doc.id)[language]}
        </a>
        {lost !== undefined && ` · ${lost}`}
      </cite>
    </blockquote>
  )
}
