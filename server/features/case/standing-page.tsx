import type { CaseFile } from './service.ts'
import type { Text } from './text.ts'

export interface StandingProps {
  readonly file: CaseFile
  readonly moment: (at: number) => string
  readonly t: Text
}

/** How a case stands, whose word it waits for and until when. */
export function Standing({ file: { standing }, moment, t }: StandingProps) {
  const { phase, level, until, outcome } = standing
  const words = [
    t.phases[phase],
    level && t.at(t.desks[level]),
    until !== null && t.until(moment(until)),
    outcome && t.outcomes[outcome],
  ]
  return <p class="small">{words.filter(Boolean).join(' · ')}</p>
}
