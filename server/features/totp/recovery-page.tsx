import type { Language } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

/** Recovery codes that were just made. */
export interface RecoveryList {
  readonly codes: readonly string[]
  /** Codes of the application were begun in the same go; false: the list takes the place of another. */
  readonly isFirst: boolean
}

interface Props {
  readonly view: View
  readonly slug: string
  readonly list: RecoveryList
  /** In the language of the page, and in the other one. */
  readonly words: readonly [Text, Text]
}

/** The codes for the day the phone is lost, shown once. */
export function RecoveryPage({ view, slug, list: { codes, isFirst }, words: [t, other] }: Props) {
  const otherLanguage: Language = view.language === 'id' ? 'en' : 'id'
  const titleIn = (one: Text) => (isFirst ? one.begun : one.renewed)
  return (
    <Shell view={view} title={titleIn(t)} once>
      <div class="card stack narrow">
        <h1>{titleIn(t)}</h1>
        <h2>{t.recovery}</h2>
        <p>{t.recoveryLead}</p>
        <ul class="list">
          {codes.map((code) => (
            <li class="code">{code}</li>
          ))}
        </ul>
        <p class="small quiet" lang={otherLanguage}>
          {titleIn(other)}. {other.recovery}: {other.recoveryLead}
        </p>
        <p>
          <a href={`/${slug}/akun`}>{t.toAccount}</a>
        </p>
      </div>
    </Shell>
  )
}
