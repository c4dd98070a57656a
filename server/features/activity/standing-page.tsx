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

/** How the coordination of an activity stands, as a chip with its words; one that is over says so instead. */
export function StandingChip({ activity: { state, standing, against }, t }: Props) {
  if (state === 'cancelled')
    return (
      <span class="place" data-place="leave">
        {t.states.cancelled}
      </span>
    )
  if (state === 'done')
    return (
      <span class="place" data-place={against.length > 0 ? 'conflict' : 'field'}>
        {t.states.done}
      </span>
    )
  return (
    <span class="place" data-place={tones[standing]}>
      {t.standings[standing]}
    </span>
  )
}
