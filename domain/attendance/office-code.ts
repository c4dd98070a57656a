/** The code on the screen of an office, which changes every 30 seconds: only who sees the screen knows it. */
import type { Hash } from '../decision/receipt.ts'
import type { CheckInTime } from './time-bounds.ts'

const step = 30_000
/** Without pairs that look alike: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V, G and 6. */
const letters = 'ACDEFHJKMNPQRTWXY34679'
const length = 8
/** How many steps are tried back from the receipt for a tap that is not known more closely: an hour. */
const mostSteps = 120

/**
 * The code an office shows at a moment.
 * @param keyed hash of a text, keyed with a secret of the region, as hexadecimal digits
 */
export const officeCodeAt = (office: string, moment: number, keyed: Hash): string =>
  codeOf(office, Math.floor(moment / step), keyed)

/** When the code shown at a moment is replaced. */
export const officeCodeEndsAt = (moment: number): number => (Math.floor(moment / step) + 1) * step

/** Whether a code, scanned or typed, stood on the screen when the check-in can have been, or one step before. */
export function isOfficeCode(code: string, office: string, time: CheckInTime, keyed: Hash): boolean {
  const typed = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const from = Math.floor((time.earliestAt ?? time.claimedAt) / step) - 1
  const to = Math.floor(time.latestAt / step)
  const claimed = Math.floor(time.claimedAt / step)
  const tried = new Set([claimed, claimed - 1])
  for (let one = to; one >= from && to - one <= mostSteps; one--) tried.add(one)
  return [...tried].some((one) => codeOf(office, one, keyed) === typed)
}

function codeOf(office: string, count: number, keyed: Hash): string {
  let rest = Number.parseInt(keyed(`office-code ${office} ${count}`).slice(0, 12), 16)
  let code = ''
  for (let place = 0; place < length; place++) {
    code += letters[rest % letters.length]
    rest = Math.floor(rest / letters.length)
  }
  return code
}
