import { readingWords } from '@piket/domain/circular/reading-words.ts'
import type { Circular, Relation } from '@piket/domain/circular/schema.ts'
import type { Wording } from '@piket/domain/circular/wording.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { dayText, type Language } from '#platform/language.ts'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'

interface WordingsProps {
  readonly wordings: readonly Wording[]
  readonly shown: Wording
  readonly others: readonly FiledCircular[]
  readonly slug: string
  readonly language: Language
  readonly t: Text
}

/** Where a document was amended: each of its texts with its first day, and whose letter made it so. */
export function Wordings({ wordings, shown, others, slug, language, t }: WordingsProps) {
  if (wordings.length < 2) return null
  const byId = new Map(others.map((one) => [one.id, one.doc]))
  return (
    <nav class="stack-s" aria-label={t.wordings}>
      <ol class="list small">
        {wordings.map((one) => (
          <li>
            {one.from === null ? (
              t.asIssued
            ) : (
              <a href={`?tanggal=${one.from}#butir`} aria-current={one === shown ? 'true' : undefined}>
                {t.readsSince(dayText(one.from, language))}
              </a>
            )}
            {one === shown && ` · ${t.shownHere}`}
            {one.by === null ? (
              ` · ${t.asIssued}`
            ) : (
              <>
                {` · ${t.amendedBy} `}
                <a href={`/${slug}/edaran/${one.by}`}>{citation(byId.get(one.by), one.by)[language]}</a>
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What a document makes of another one. @param before that one, as it read before */
export const changesMade = (
  { set }: Relation,
  before: Circular | undefined,
  unitName: (unit: string) => string,
  language: Language,
): string[] => (set && before ? readingWords(before, { id: 'set', set }, unitName).map((one) => one[language]) : [])
