import type { Activity } from './service.ts'
import type { Text } from './text.ts'

const tones = {
  free: 'leave',
  due: 'unknown',
  again: 'conflict',
  waiting: 'unknown',
  settled: 'field',
  declined: 'conflict',
} as const

interface Props {
  readonly activity: Activity
  readonly t: Text
}

/** How an activity stands, in a word and the role of colour that goes with it; one that is over says so instead. */
const standingOf = ({ activity: { state, standing, against }, t }: Props) => {
  if (state === 'done') return { tone: against.length > 0 ? 'conflict' : 'field', words: t.states.done }
  if (state === 'cancelled' || state === 'postponed') return { tone: 'leave', words: t.states[state] }
  if (state === 'escorted' && standing === 'settled') return { tone: 'field', words: t.standings.escorted }
  return { tone: tones[standing], words: t.standings[standing] }
}

/** How an activity stands, as a chip. */
export function StandingChip(props: Props) {
  const { tone, words } = standingOf(props)
  return (
    <span class="place" data-place={tone}>
      {words}
    </span>
  )
}

/** An activity in the calendar, in the colour of how it stands. */
export function EventLink({ slug, ...props }: Props & { readonly slug: string }) {
  const { tone, words } = standingOf(props)
  const { activity, agencyName, purpose, villageName } = props.activity
  return (
    <a class="place event" data-place={tone} href={`/${slug}/kegiatan/${activity}`}>
      <span>
        <strong>{[purpose, villageName].filter(Boolean).join(', ')}</strong>
        <br />
        {agencyName} · {words}
      </span>
    </a>
  )
}
