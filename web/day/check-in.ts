/** From a tap to a signed record that is kept on the phone. */
import {
  type CheckInKind,
  type CheckInPlace,
  type CheckInRecord,
  type Delivery,
  type Position,
  type RecallAnswer,
  signedText,
} from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { lastAnchor, mono, session } from './clock.ts'
import { hashText, type Keys, signText } from './keys.ts'
import { entryOf } from './outbox.ts'
import type { PhoneStore } from './store.ts'

/** What somebody says with a tap. */
export interface Said {
  readonly kind: CheckInKind
  readonly day: Day
  readonly place: CheckInPlace
  readonly position: Position | null
  readonly officeCode: string | null
  readonly recall: RecallAnswer | null
  readonly note: string
}

export interface Owner {
  readonly region: string
  readonly person: string
  readonly device: string
}

interface Chain {
  readonly seq: number
  readonly prev: string | null
}

/** A signed record, as it waits. */
export type Signed = Pick<Delivery, 'record' | 'sig'>

/** A tap on a phone that is not registered yet: what will be signed once it is. */
export interface Unsigned {
  readonly tap: Tap
}

/** What was said, with the clocks of that moment. */
export type Tap = Said & Pick<CheckInRecord, 'id' | 'tappedWall' | 'tappedMono' | 'session' | 'anchor'>

/** A tap of this moment. */
export const tapOf = (said: Said): Tap => ({
  ...said,
  id: crypto.randomUUID(),
  tappedWall: Date.now(),
  tappedMono: mono(),
  session,
  anchor: null,
})

/**
 * A tap with the last time that the server signed for the device of this phone. A tap is placed after its anchor: a time
 * that came after the tap would prove somebody late who was not.
 */
export async function anchored(store: PhoneStore, tap: Tap): Promise<Tap> {
  const anchor = await lastAnchor(store)
  return anchor?.session === tap.session && anchor.mono > tap.tappedMono ? tap : { ...tap, anchor }
}

/** What an entry says, signed or not. */
export const tapIn = (body: Signed | Unsigned): Tap => ('tap' in body ? body.tap : body.record)

const entry = (keys: Keys, { id, tappedWall: savedAt }: Tap, order: number, body: Signed | Unsigned) =>
  entryOf(keys, { id, kind: 'check-in', order, savedAt, body })

/** Keeps a tap before there is a device to sign it for. */
export const keepTap = async (store: PhoneStore, keys: Keys, tap: Tap): Promise<void> =>
  store.put(await entry(keys, tap, tap.tappedWall, { tap }))

/** Signs a tap and keeps it. Nothing is waited for but the phone's own storage. */
export const signTap = (store: PhoneStore, keys: Keys, owner: Owner, tap: Tap): Promise<Signed> =>
  // The numbers of a device follow one another, whichever tab writes.
  navigator.locks.request(`piket-chain-${owner.device}`, async () => {
    const { seq, prev } = (await store.get<Chain>('facts', 'chain')) ?? { seq: 0, prev: null }
    const record: CheckInRecord = { v: 1, ...owner, ...tap, seq: seq + 1, window: null, prev }
    const text = signedText(record)
    const body: Signed = { record, sig: await signText(keys, text) }
    const next: Chain = { seq: record.seq, prev: await hashText(text) }
    await store.put(['facts', 'chain', next], await entry(keys, tap, record.seq, body))
    return body
  })

/** A delivery of what waits, with the clocks of this attempt. */
export const deliveryOf = ({ record, sig }: Signed): Delivery => ({
  record,
  sig,
  sentMono: mono(),
  sentWall: Date.now(),
  sentSession: session,
})
