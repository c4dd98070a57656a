import { codesHref } from '#platform/refusal.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { ExplainedCode } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly explained: ExplainedCode
  readonly t: Text
}

export function CodePage({ view, explained, t }: Props) {
  const { language } = view
  const { code, meaning, fix, status } = explained
  return (
    <Shell view={view} title={`${code}: ${meaning[language].replace(/\.$/, '')}`}>
      <div class="card stack">
        <h1>{code}</h1>
        <p>{meaning[language]}</p>
        <h2>{t.next}</h2>
        <p>{fix[language]}</p>
        {status !== undefined && <p class="small quiet">{t.status(status)}</p>}
        <p>
          <a href={codesHref}>{t.all}</a>
        </p>
      </div>
    </Shell>
  )
}
