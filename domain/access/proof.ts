/**
 * How long a proof of who somebody is stays good for what asks for one: lists of people that leave, publications, power
 * that is handed out. A form is shown only soon after a proof, and may be sent for longer: what was typed is not lost.
 */

const minute = 60_000
const goodFor = { show: 15 * minute, send: 60 * minute } as const
export type ProofUse = keyof typeof goodFor

/**
 * Whether a proof is still good.
 * @param provedAt in milliseconds since 1970, as `now` is
 */
export const isProved = (provedAt: number, now: number, use: ProofUse): boolean => now - provedAt < goodFor[use]
