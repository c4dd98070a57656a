import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Readership } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly readership: Readership
  /** A moment in words, in the region's own time. */
  readonly moment: (at: number) => string
  readonly t: Text
}

/** Who has read an announcement, when, and who has not. */
export function ReadersPage({ view, slug, readership, moment, t }: Props) {
  const { announcement, announcer, read, unread } = readership
  return (
    <Shell view={view} title={announcement.title} here="saya">
      <WorkTabs view={view} here="pengumuman" />
      <div class="head">
        <div>
          <h1>{announcement.title}</h1>
          <p>{t.from(announcer, moment(announcement.announcedAt))}</p>
        </div>
      </div>
      <p class="card lines">{announcement.text}</p>
      <div class="cols">
        <section class="card" aria-labelledby="belum">
          <h2 id="belum">{t.unreadTitle(unread.length)}</h2>
          <ul class="list">
            {unread.map(({ name, title }) => (
              <li class="row">
                <span class="grow">{name}</span>
                <span class="small quiet">{title}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="card" aria-labelledby="sudah">
          <h2 id="sudah">{t.readTitle(read.length)}</h2>
          <ul class="list">
            {read.map(({ name, readAt }) => (
              <li class="row">
                <span class="grow">{name}</span>
                <span class="small quiet">{moment(readAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p>
        <a href={`/${slug}/pengumuman`}>{t.back}</a>
      </p>
    </Shell>
  )
}
