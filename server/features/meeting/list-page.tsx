import { meetingState, minutesNumber } from '@piket/domain/meeting/meeting.ts'
import { longDay } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import { StateChip } from './invitation-page.tsx'
import type { Meeting } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly meetings: readonly Meeting[]
  /** The viewer calls meetings. */
  readonly arranges: boolean
  /** The viewer reads those of others too. */
  readonly readsAll: boolean
  readonly t: Text
}

/** Every meeting that the viewer reads, the latest first. */
export const MeetingsPage = ({ view, slug, meetings, arranges, readsAll, t }: Props) => (
  <Shell view={view} title={t.title} here="rapat">
    <div class="head">
      <div>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <p class="act">
        {arranges && (
          <a class="ds-button" href={`/${slug}/rapat/baru`}>
            {t.plan}
          </a>
        )}
        <a class="ds-button" data-variant="secondary" href={`/${slug}/tindak-lanjut`}>
          {t.followUps}
        </a>
      </p>
    </div>
    <section class="card stack-s" aria-labelledby="daftar">
      <h2 id="daftar">{t.list}</h2>
      {meetings.length === 0 && <p>{readsAll ? t.none : t.noneYours}</p>}
      <ul class="list">
        {meetings.map((meeting) => (
          <li class="stack-s">
            <p class="row">
              <a href={`/${slug}/rapat/${meeting.id}`}>
                <strong>{meeting.title}</strong>
              </a>
              <StateChip state={meetingState(meeting)} t={t} />
            </p>
            <p class="small quiet">
              {longDay(meeting.day, view.language)} · {t.modes[meeting.mode]}
              {meeting.number !== null && ` · ${t.minutesNumber(minutesNumber(meeting))}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  </Shell>
)
