/** What stands in the invitation of a meeting. */
import type { MeetingState } from '@piket/domain/meeting/meeting.ts'
import { longDay, timeText, zoneText } from '#platform/language.ts'
import type { View } from '#platform/shell.tsx'
import type { Meeting, Participant } from './service.ts'
import type { Text } from './text.ts'

const tones: Readonly<Record<MeetingState, string>> = {
  planned: 'unknown',
  held: 'unknown',
  closed: 'field',
  cancelled: 'leave',
}

/** How a meeting stands, as a chip. */
export const StateChip = ({ state, t }: { readonly state: MeetingState; readonly t: Text }) => (
  <span class="place" data-place={tones[state]}>
    {t.states[state]}
  </span>
)

/** Whom an entry of the list calls: somebody by name, or a body that chooses who comes. */
export const whoWords = ({ name, post, body }: Pick<Participant, 'name' | 'post' | 'body'>) =>
  name === null ? { who: body, as: post } : { who: name, as: `${post}, ${body}` }

interface Props {
  readonly view: View
  readonly zone: string
  readonly meeting: Meeting
  readonly chair: Participant | undefined
  readonly t: Text
}

/** Time, place, aim, chair and agenda. */
export function Invitation({ view, zone, meeting, chair, t }: Props) {
  const { language } = view
  const { day, from, until, mode, place, link, aim, agenda } = meeting
  const time = (at: string) => timeText(`${day}T${at}`, language)
  return (
    <section class="card stack-s" aria-labelledby="undangan">
      <h2 id="undangan">{t.facts}</h2>
      <dl class="facts">
        <dt>{t.when}</dt>
        <dd>
          {longDay(day, language)}, {t.hours(time(from), time(until), zoneText(zone))}
        </dd>
        <dt>{t.mode}</dt>
        <dd>
          {t.modes[mode]}
          {place && ` · ${place}`}
        </dd>
        {link && (
          <>
            <dt>{t.link}</dt>
            <dd>
              <a href={link} rel="noreferrer">
                {t.openLink}
              </a>
            </dd>
          </>
        )}
        <dt>{t.aim}</dt>
        <dd class="lines">{aim}</dd>
        <dt>{t.chair}</dt>
        <dd>{chair ? [whoWords(chair).who, whoWords(chair).as].join(', ') : '–'}</dd>
      </dl>
      <h3>{t.agenda}</h3>
      <ol class="stack-s">
        {agenda.map((point, index) => (
          <li>
            {index + 1}. {point}
          </li>
        ))}
      </ol>
    </section>
  )
}
