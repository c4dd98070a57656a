/** Renewing a session by the key of a phone. */
import type { Permission } from './permission.ts'
import type { RoleHeld } from './role.ts'

/** What a phone signs: it can be taken for no check-in, and for nobody else's renewal. */
export const renewalText = (region: string, person: string, device: string, challenge: string): string =>
  ['piket session renewal 1', region, person, device, challenge].join('\n')

const dayInMilliseconds = 86_400_000

/** So long after somebody has signed in themself a phone may renew their session. */
export const longestRenewable = 30 * dayInMilliseconds

/** What a session is for that only a phone proves: the own day and what one asks for oneself. */
const provenByDevice: readonly Permission[] = ['own-account', 'own-day', 'own-objections', 'read-reports']

/** The roles of whom only a phone has proven: a civil servant's own pages, whatever else they are. */
export const rolesOfDevice = (held: readonly RoleHeld[]): RoleHeld[] =>
  held.filter(({ role }) => role === 'employee').map((one) => ({ ...one, only: provenByDevice }))
