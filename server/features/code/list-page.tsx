import { codeHref } from '#platform/refusal.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { CodeGroup, ExplainedCode } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly groups: ReadonlyMap<CodeGroup, readonly ExplainedCode[]>
  readonly t: Text
}

export function CodeListPage({ view, groups, t }: Props) {
  return (
    <Shell view={view} title={t.listTitle}>
      <div class="head">
        <div>
          <h1>{t.listTitle}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {[...groups].map(([group, codes]) => (
        <section class="card stack" aria-labelledby={group}>
          <h2 id={group}>{t.group[group]}</h2>
          <ul class="list">
            {codes.map(({ code, meaning }) => (
              <li>
                <a class="code" href={codeHref(code)}>
                  {code}
                </a>
                <p class="small">{meaning[view.language]}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Shell>
  )
}
