import { hoursToAnswer } from '@piket/domain/access/recourse.ts'
import { Bar } from '#platform/parts.tsx'
import type { Objection } from './service.ts'
import type { Text } from './text.ts'

export interface StandingProps {
  readonly objection: Objection
  /** The moment of the page, in milliseconds. */
  readonly now: number
  readonly moment: (at: number) => string
  readonly t: Text
}

const hour = 3_600_000

/** How an objection stands, with the clock of whoever has the word. */
export function Standing({ objection, now, moment, t }: StandingProps) {
  const { standing, history } = objection
  const { state, level, until, appealable } = standing
  const since = history.at(-1)?.at ?? now
  const hours = Math.floor((now - since) / hour)
  const words = [
    t.states[state],
    level && t.waitsFor(t.desks[level]),
    until !== null && (appealable ? t.appealUntil(moment(until)) : t.until(moment(until))),
  ]
  const isOverdue = hours >= hoursToAnswer
  const said = (isOverdue ? t.overdue : t.clock)(hours, hoursToAnswer)
  return (
    <>
      <p class="small">{words.filter(Boolean).join(' · ')}</p>
      {(level !== null || appealable) && (
        <>
          <Bar value={hours / hoursToAnswer} tone={isOverdue ? 'conflict' : 'office'} label={said} />
          <p class="small quiet">{said}</p>
        </>
      )}
    </>
  )
}
