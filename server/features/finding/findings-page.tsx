import { mayAtAll } from '@piket/domain/access/permission.ts'
import { longDay } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { Finding } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly findings: readonly Finding[]
  readonly t: Text
}

/** What has been found, the newest first. */
export function FindingsPage({ view, slug, findings, t }: Props) {
  return (
    <Shell view={view} title={t.title} here="kegiatan">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p>
          <a href={`/${slug}/kegiatan`}>{t.calendar}</a>
          {view.viewer && mayAtAll(view.viewer, 'follow-cases') && (
            <>
              {' · '}
              <a href={`/${slug}/kasus/tinjau`}>{t.cases}</a>
            </>
          )}
        </p>
      </div>
      <section class="card" aria-label={t.title}>
        {findings.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {findings.map(({ finding, purpose, villageName, place, agencyName, day }) => (
            <li>
              <p>
                <a href={`/${slug}/temuan/${finding}`}>
                  <strong>{[purpose, villageName ?? place].filter(Boolean).join(', ')}</strong>
                </a>
              </p>
              <p class="small">
                {agencyName} · {longDay(day, view.language)}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}
