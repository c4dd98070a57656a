import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly agencies: readonly { readonly unit: string; readonly name: string }[]
  readonly t: Text
}

/** Which of the agencies that somebody leads; none: it says so. */
export const ChoosePage = ({ view, slug, agencies, t }: Props) => (
  <Shell view={view} title={t.title} here="unit">
    <h1>{agencies.length === 0 ? t.leadNone : t.choose}</h1>
    <ul class="list">
      {agencies.map(({ unit, name }) => (
        <li>
          <a href={`/${slug}/unit/${encodeURIComponent(unit)}`}>{name}</a>
        </li>
      ))}
    </ul>
  </Shell>
)
