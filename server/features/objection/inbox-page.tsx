import { objectionKinds } from '@piket/domain/objection/objection.ts'
import { longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'

import { Subject } from './objections-page.tsx'
import type { Objection } from './service.ts'
import { Standing } from './standing-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly waiting: readonly Objection[]
  readonly now: number
  readonly moment: (at: number) => string
  readonly done: boolean
  readonly t: Text
}

/** What waits for a desk, the longest first. */
export function InboxPage({ view, slug, waiting, now, moment, done, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.inbox} here="tim">
      <WorkTabs view={view} here="keberatan/masuk" />
      <div class="head">
        <div>
          <h1>{t.inbox}</h1>
          <p>{t.inboxLead}</p>
        </div>
      </div>
      {done && (
        <Notice tone="neutral">
          <p role="status">{t.sent}</p>
        </Notice>
      )}
      <section class="card stack" aria-label={t.inbox}>
        {waiting.length === 0 && <p>{t.nothingWaits}</p>}
        <ul class="list">
          {waiting.map((one) => (
            <li>
              <div class="grow stack-s">
                <p>
                  <strong>{one.name}</strong>
                </p>
                <p>
                  <Subject objection={one} language={language} t={t} />
                </p>
                <Standing objection={one} now={now} moment={moment} t={t} />
                <p class="small">
                  <a
                    href={`/${slug}/keberatan/masuk/${encodeURIComponent(one.employee)}/${one.id}`}
                    aria-label={`${t.openOf(objectionKinds[one.kind][language], longDay(one.day, language))}, ${one.name}`}
                  >
                    {t.open}
                  </a>
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}
