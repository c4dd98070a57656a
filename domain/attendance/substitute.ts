/** Who could be called to the office in the place of somebody who cannot come. */
import type { Place } from '../decision/row.ts'
import type { RecallReason } from './recall.ts'

/** Somebody who can be called now. */
export interface Candidate {
  readonly person: {
    readonly employee: string
    readonly unit: string
    readonly position: string
  }
  readonly reasons: readonly RecallReason[]
  /** Where the decision has them now. */
  readonly planned: Place
  /** Whether they were called today before, whatever they answered. */
  readonly wasRecalled: boolean
}

const mostSubstitutes = 3

/**
 * People of the same unit who work at home now, may be called for the same reason and were not called today: those of
 * the same position first, otherwise in the order given.
 */
export function substitutesFor<Somebody extends Candidate>(
  { person, reason }: { readonly person: Candidate['person']; readonly reason: RecallReason },
  callable: readonly Somebody[],
): Somebody[] {
  const other = ({ person: { position } }: Candidate) => Number(position !== person.position)
  return callable
    .filter((one) => one.person.employee !== person.employee && one.person.unit === person.unit)
    .filter((one) => one.planned === 'home' && !one.wasRecalled && one.reasons.includes(reason))
    .toSorted((a, b) => other(a) - other(b))
    .slice(0, mostSubstitutes)
}
