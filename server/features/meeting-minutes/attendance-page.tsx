import { type Attendance, attendances } from '@piket/domain/meeting/meeting.ts'
import { Choice, Field } from '#platform/field.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import type { Participant } from '../meeting/service.ts'
import type { MinutesProps } from './minutes-page.tsx'

const tones: Readonly<Record<Attendance, string>> = {
  present: 'field',
  represented: 'field',
  excused: 'leave',
  absent: 'conflict',
}

/** How a participant is called in minutes: by name, or as the body that chose who came. */
export const nameIn = ({ name, body }: Pick<Participant, 'name' | 'body'>): string => name ?? body

type Props = MinutesProps & { readonly isWritten: boolean }

/** Who came, and while the minutes are written the forms that say so. */
export function AttendanceCard(props: Props) {
  const { slug, minutes, isWritten, t } = props
  const { meeting, participants } = minutes
  return (
    <section class="card stack-s" aria-labelledby="hadir">
      <h2 id="hadir">{t.attendance}</h2>
      <ul class="list">
        {participants.map((one) => (
          <Line {...props} one={one} />
        ))}
      </ul>
      {isWritten && participants.some(({ attendance }) => attendance === null) && (
        <Form class="act" action={`/${slug}/rapat/${meeting.id}/notulen/hadir/selebihnya`}>
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.othersPresent}
          </button>
        </Form>
      )}
    </section>
  )
}

function Line({ slug, minutes, isWritten, one, t }: Props & { readonly one: Participant }) {
  const { id, post, body, attendance, representedBy } = one
  const action = `/${slug}/rapat/${minutes.meeting.id}/notulen/hadir`
  const isRefused = useIsRefused(action, { peserta: id })
  const who = nameIn(one)
  return (
    <li class="stack-s">
      <p class="row">
        <strong>{who}</strong>
        <span class="place" data-place={attendance === null ? 'unknown' : tones[attendance]}>
          {attendance === null ? t.notNoted : t.attendances[attendance]}
        </span>
      </p>
      <p class="small quiet">
        {one.name === null ? post : `${post}, ${body}`}
        {id === minutes.meeting.chair && ` · ${t.isChair}`}
        {representedBy !== null && ` · ${t.instead(representedBy)}`}
      </p>
      {isWritten && (
        <details class="ds-details" open={isRefused}>
          <summary class="small" aria-label={t.presenceOf(who)}>
            {t.presence}
          </summary>
          <Form class="stack-s" action={action} of={{ peserta: id }}>
            <Choice
              name="hadir"
              id={`hadir-${id}`}
              label={t.presence}
              options={attendances.map((each) => [each, t.attendances[each]] as const)}
              value={attendance ?? 'excused'}
            />
            <Field name="wakil" id={`wakil-${id}`} label={t.representedBy} maxLength={120} autocomplete="off" />
            <p class="act">
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                aria-label={t.presenceOf(who)}
              >
                {t.note}
              </button>
            </p>
          </Form>
        </details>
      )}
    </li>
  )
}
