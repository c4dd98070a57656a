import { numberText } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly number: string
  readonly credited: number
  readonly t: Text
}

/** How many people one outage credits. */
export const CreditedPage = ({ view, slug, number, credited, t }: Props) => (
  <Shell view={view} title={t.number(number)}>
    <p class="small">
      <a href={`/${slug}/gangguan`}>{t.back}</a>
    </p>
    <div class="head">
      <div>
        <h1>{t.number(number)}</h1>
        <p>{t.credited(numberText(credited, view.language))}</p>
      </div>
    </div>
  </Shell>
)
