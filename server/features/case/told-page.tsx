import { may } from '@piket/domain/access/permission.ts'
import type { View } from '#platform/shell.tsx'
import type { CaseRead } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly read: CaseRead
  readonly own: boolean
  readonly moment: (at: number) => string
  readonly t: Text
}

/** What the person of a case was told before, each with when they said that they had read it. */
export function Told({ view: { viewer }, slug, read: { told, file }, own, moment, t }: Props) {
  if (told.length === 0) return null
  const seesReaders = viewer !== undefined && may(viewer, 'announce', { region: viewer.region, agency: file.agency })
  return (
    <section class="card stack-s" aria-labelledby="diumumkan">
      <h2 id="diumumkan">{own ? t.toldOwn : t.told}</h2>
      <ul class="list">
        {told.map(({ announcement, title, text, announcer, announcedAt, readAt }) => (
          <li class="stack-s">
            <p>
              <strong>{title}</strong>
            </p>
            <p class="lines">{text}</p>
            <p class="small quiet">
              {t.announced(announcer, moment(announcedAt))} · {readAt === null ? t.unread : t.read(moment(readAt))}
              {seesReaders && (
                <>
                  {' · '}
                  <a href={`/${slug}/pengumuman/${announcement}`}>{t.readers}</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
