import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly codes: readonly string[]
  readonly t: Text
}

/** The codes for the day the phone is lost, shown once. */
export const RecoveryPage = ({ view, slug, codes, t }: Props) => (
  <Shell view={view} title={t.begun}>
    <div class="card stack narrow">
      <h1>{t.begun}</h1>
      <h2>{t.recovery}</h2>
      <p>{t.recoveryLead}</p>
      <ul class="list">
        {codes.map((code) => (
          <li class="code">{code}</li>
        ))}
      </ul>
      <p>
        <a href={`/${slug}/akun`}>{t.toAccount}</a>
      </p>
    </div>
  </Shell>
)
