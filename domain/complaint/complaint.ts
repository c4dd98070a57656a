/**
 * A complaint is what somebody of the public says of a service: without a name, for a tracking code. It is about a unit
 * and a day, never about a person; the task force and the organisation bureau look into it and answer.
 */
import { addDays, type Day } from '../calendar/day.ts'
import type { Bilingual } from '../messages/problem.ts'

export const complaintKinds = {
  closed: { id: 'Tutup, padahal papan menyebut buka', en: 'Closed, although the board says open' },
  unattended: { id: 'Tidak ada petugas di loket', en: 'Nobody at the counter' },
  protocol: { id: 'Protokol tidak dijalankan', en: 'The protocol was not kept' },
  other: { id: 'Hal lain', en: 'Something else' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type ComplaintKind = keyof typeof complaintKinds

/** `received`: nobody has looked yet. `taken_up`: somebody looks into it. `answered`: the code shows the answer. */
export const complaintStates = ['received', 'taken_up', 'answered'] as const
export type ComplaintState = (typeof complaintStates)[number]

export const complaintStateOf = (one: {
  readonly takenAt: Date | null
  readonly answeredAt: Date | null
}): ComplaintState => (one.answeredAt ? 'answered' : one.takenAt ? 'taken_up' : 'received')

/** What lies farther back nobody can look into any more. */
const mostDaysBack = 30

/** The first day that a complaint may be about. */
export const firstComplaintDay = (today: Day): Day => addDays(today, -mostDaysBack)

/** How long a contact is kept after the answer. */
export const contactKeptFor = 90 * 86_400_000

/** Digits and letters without I, L, O and U (Crockford's base 32): read aloud and copied by hand, none is another one. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12
const bitsEach = 5n

/** A tracking code, `7K3M-9QXD-W2TR`, from a hash in hexadecimal digits: 60 bits of it. */
export function trackingCode(hash: string): string {
  const number = BigInt(`0x${hash.slice(0, 15)}`)
  const signs = Array.from(
    { length },
    (_, at) => alphabet[Number((number >> (bitsEach * BigInt(length - 1 - at))) & 31n)],
  )
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** A tracking code as somebody typed it, as it was given; undefined: it cannot be one. */
export function trackingCodeOf(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (signs.length !== length || [...signs].some((sign) => !alphabet.includes(sign))) return undefined
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}
