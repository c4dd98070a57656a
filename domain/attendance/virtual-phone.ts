/** A phone for tests: true time, and the clocks as a phone has them. */
import type { Day } from '../calendar/day.ts'
import type { Anchor, CheckInRecord } from './check-in-record.ts'
import type { ReceivedCheckIn } from './time-bounds.ts'

export interface VirtualPhone {
  /** True time. */
  at(): number
  /** Awake: all clocks run. */
  pass(milliseconds: number): void
  /** Asleep: the monotonic clock stands still. */
  sleep(milliseconds: number): void
  /** Sets the wall clock to the true time and some milliseconds. */
  set(skew: number): void
  /** The server answers: its time, signed, which takes a while to arrive. */
  hear(transit?: number): void
  /** The page is loaded again: another monotonic clock, the same memory. */
  reload(): void
  /** Like `reload`, after a while in which nothing ran. */
  reboot(): void
  tap(): CheckInRecord
  /** One attempt to deliver, and how long it is under way. Time does not pass for the phone. */
  send(record: CheckInRecord, transit?: number): ReceivedCheckIn
}

/** Where the monotonic clocks start: nobody may rely on 0. */
const origins = [0, 9e7, 3e6, 4e8, 2e5]

/** @param rate how much too fast the monotonic clock runs; at most 200 parts in a million either way */
export function virtualPhone(start: number, skew: number, rate = 0): VirtualPhone {
  let now = start
  let mono = 0
  let wallSkew = skew
  let session = 0
  let seq = 0
  let anchor: Anchor | null = null
  const wall = () => Math.round(now + wallSkew)
  const pass = (milliseconds: number) => {
    now += milliseconds
    mono += milliseconds * (1 + rate)
  }
  const reload = () => {
    session++
    mono = origins[session % origins.length]!
  }
  return {
    at: () => now,
    pass,
    sleep(milliseconds) {
      now += milliseconds
    },
    set(other) {
      wallSkew = other
    },
    hear(transit = 0) {
      const serverTime = now
      pass(transit)
      anchor = { serverTime, mono, wall: wall(), session: `s${session}`, sig: 'sig' }
    },
    reload,
    reboot() {
      now += 40_000
      reload()
    },
    tap: () => ({
      v: 1,
      id: `00000000-0000-4000-8000-${String(++seq).padStart(12, '0')}`,
      region: '62.02',
      person: 'p1',
      device: 'd1',
      seq,
      kind: 'in',
      day: '2021-07-21' as Day,
      place: 'home',
      window: null,
      tappedWall: wall(),
      tappedMono: mono,
      session: `s${session}`,
      anchor,
      position: null,
      officeCode: null,
      recall: null,
      prev: null,
      note: '',
    }),
    send: (record, transit = 0) => ({
      delivery: { record, sig: 'sig', sentMono: mono, sentWall: wall(), sentSession: `s${session}` },
      receivedAt: now + transit,
      anchorHolds: true,
    }),
  }
}
