import type { Day } from '@piket/domain/calendar/day.ts'
import { kindWords, statusWords } from '@piket/domain/messages/words.ts'
import { Shell, type View } from '#platform/shell.tsx'
import { periodText } from './particulars-page.tsx'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly today: Day
  readonly filed: readonly FiledCircular[]
  readonly t: Text
}

export function CircularListPage({ view, slug, filed, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.listTitle} here="edaran">
      <div class="head">
        <div>
          <h1>{t.listTitle}</h1>
          <p>{t.listLead}</p>
        </div>
      </div>
      <ul class="stack">
        {filed.map(({ doc }) => (
          <li class="card stack-s">
            <div class="row">
              <h2 class="grow" lang="id">
                <a href={`/${slug}/edaran/${doc.id}`}>{doc.title}</a>
              </h2>
              <span class="ds-tag" data-color="neutral">
                {statusWords[doc.status][language]}
              </span>
            </div>
            <p class="small quiet">
              {kindWords[doc.kind][language]} · {doc.number === null ? t.numberUnknown : t.number(doc.number)} ·{' '}
              {periodText(doc, language, t)}
            </p>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
