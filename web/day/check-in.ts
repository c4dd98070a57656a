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

/** Writes a record of this moment, signs it and keeps it. Nothing is waited for but the phone's own storage. */
export async function checkIn(store: PhoneStore, keys: Keys, owner: Owner, said: Said): Promise<void> {
  const [tappedWall, tappedMono] = [Date.now(), mono()]
  // The numbers of a device follow one another, whichever tab writes.
  await navigator.locks.request(`piket-chain-${owner.device}`, async () => {
    const { seq, prev } = (await store.get<Chain>('facts', 'chain')) ?? { seq: 0, prev: null }
    const record: CheckInRecord = {
      v: 1,
      id: crypto.randomUUID(),
      ...owner,
      ...said,
      seq: seq + 1,
      window: null,
      tappedWall,
      tappedMono,
      session,
      anchor: await lastAnchor(store),
      prev,
    }
    const text = signedText(record)
    const body: Signed = { record, sig: await signText(keys, text) }
    const next: Chain = { seq: record.seq, prev: await hashText(text) }
    await store.put(
      ['facts', 'chain', next],
      await entryOf(keys, { id: record.id, kind: 'check-in', order: record.seq, savedAt: tappedWall, body }),
    )
  })
}

/** A delivery of what waits, with the clocks of this attempt. */
export const deliveryOf = ({ record, sig }: Signed): Delivery => ({
  record,
  sig,
  sentMono: mono(),
  sentWall: Date.now(),
  sentSession: session,
})
