import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { momentOf } from '../calendar/zone.ts'
import { seeded } from '../roster/random.ts'
import {
  checkInTime,
  judgeTime,
  type MomentWindow,
  type Outage,
  type ReceivedCheckIn,
  type TimeCertainty,
  timings,
} from './time-bounds.ts'
import { type VirtualPhone, virtualPhone } from './virtual-phone.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = '2021-07-21' as Day
const windowIn = (offset: number): MomentWindow => ({
  kind: 'in',
  opensAt: momentOf(day, 360, offset),
  closesAt: momentOf(day, 450, offset),
})
const windowOut = (offset: number): MomentWindow => ({
  kind: 'out',
  opensAt: momentOf(day, 960, offset),
  closesAt: momentOf(day, 1440, offset),
})
const proven: readonly TimeCertainty[] = ['online', 'offline_verified']

describe('one phone', () => {
  const window = windowIn(420)
  const deadline = window.closesAt
  const none: readonly Outage[] = []
  /** A phone that heard the server an hour before the deadline. */
  const heard = (skew = 0) => {
    const phone = virtualPhone(deadline - hour, skew)
    phone.hear()
    return phone
  }
  const judged = (received: ReceivedCheckIn, outages = none) => {
    const { timing, certainty, outage } = judgeTime(checkInTime(received), window, outages)
    return [timing, certainty, outage]
  }

  test('with signal the time is that of the server', () => {
    const phone = heard()
    phone.pass(50 * minute)
    const tap = phone.tap()
    phone.pass(3 * second)
    expect(judged(phone.send(tap))).toEqual(['on_time', 'online', null])
  })

  test('without signal a tap in time is proven when it is delivered hours later, with the clock years off', () => {
    const phone = heard(-5 * 365 * 24 * hour)
    phone.pass(55 * minute)
    const tap = phone.tap()
    phone.pass(3 * hour)
    expect(judged(phone.send(tap))).toEqual(['on_time', 'offline_verified', null])
  })

  test('a late tap is proven late however the wall clock was set back', () => {
    const phone = heard()
    phone.pass(70 * minute)
    phone.set(-30 * minute)
    const tap = phone.tap()
    phone.set(0)
    phone.pass(2 * hour)
    expect(judged(phone.send(tap))).toEqual(['late', 'offline_verified', null])
  })

  test('a phone that restarted is believed and labelled: steady clock', () => {
    const phone = heard(4 * minute)
    phone.pass(55 * minute)
    const tap = phone.tap()
    phone.reboot()
    phone.pass(2 * hour)
    const received = phone.send(tap)
    expect(judged(received)).toEqual(['on_time', 'offline_consistent', null])
    expect(checkInTime(received).claimedAt).toBe(deadline - 5 * minute)
  })

  test('a phone that restarted is believed and labelled: clock that was set', () => {
    const phone = heard()
    phone.pass(55 * minute)
    const tap = phone.tap()
    phone.reboot()
    phone.set(20 * second)
    phone.pass(2 * hour)
    expect(judged(phone.send(tap))).toEqual(['on_time', 'offline_unverified', null])
  })

  test('what is neither proven nor claimed in time is undecided, never late', () => {
    const phone = virtualPhone(deadline - hour, 0)
    phone.pass(61 * minute)
    const tap = phone.tap()
    phone.pass(2 * hour)
    expect(judged(phone.send(tap))).toEqual(['undecided', 'offline_unverified', null])
  })

  test('an outage in the window credits who may have tried in it, and who tries again soon after', () => {
    const outage = { number: 'G-1', startsAt: deadline - 5 * minute, endsAt: deadline + 2 * minute }
    for (const [after, timing] of [
      [3, 'credited'],
      [11, 'credited'],
      [13, 'late'],
    ] as const) {
      const phone = heard()
      phone.pass(hour + after * minute)
      expect(judged(phone.send(phone.tap()), [outage])[0], String(after)).toBe(timing)
    }
  })

  test('an outage outside the window credits nothing', () => {
    const phone = heard()
    phone.pass(hour + 3 * minute)
    const outage = { number: 'G-2', startsAt: deadline + minute, endsAt: deadline + 5 * minute }
    expect(judged(phone.send(phone.tap()), [outage])[0]).toBe('late')
  })

  test('a time that the server did not sign proves nothing', () => {
    const phone = heard()
    phone.pass(hour + 5 * minute)
    const tap = phone.tap()
    phone.pass(hour)
    expect(judged({ ...phone.send(tap), anchorHolds: false })).toEqual(['undecided', 'offline_unverified', null])
  })

  test('clocks that contradict each other prove nothing beyond what the server knows itself', () => {
    const phone = heard()
    phone.pass(55 * minute)
    const tap = phone.tap()
    const { anchor } = tap
    phone.pass(2 * hour)
    for (const forged of [
      { ...tap, tappedMono: 1e9 },
      { ...tap, anchor: { ...anchor!, mono: anchor!.mono - 4 * hour } },
      { ...tap, anchor: { ...anchor!, mono: 1e9 } },
    ]) {
      const received = phone.send(forged)
      expect(checkInTime(received)).toMatchObject({ earliestAt: deadline - hour, latestAt: received.receivedAt })
      expect(judged(received)[0]).toBe('on_time')
      expect(judged(received)[1]).toMatch(/consistent|unverified/)
    }
  })

  test('a record from the future is drawn back to the moment it arrived', () => {
    const phone = heard()
    phone.pass(30 * minute)
    const tap = { ...phone.tap(), tappedWall: deadline + 24 * hour }
    expect(checkInTime(phone.send(tap)).claimedAt).toBeLessThanOrEqual(phone.at())
  })

  test('after 24 hours a record is taken by way of a correction', () => {
    const phone = heard()
    phone.pass(30 * minute)
    const tap = phone.tap()
    phone.pass(24 * hour - minute)
    expect(checkInTime(phone.send(tap)).automatic).toBe(true)
    phone.pass(2 * minute)
    expect(checkInTime(phone.send(tap)).automatic).toBe(false)
  })

  test.each<[string, (phone: VirtualPhone) => void, number, unknown[]]>([
    ['and came before the deadline, the receipt proves', () => {}, -5, ['on_time', 'offline_verified', null]],
    ['and came after it, counts as the phone says', () => {}, 30, ['on_time', 'offline_unverified', null]],
    [
      'and came after it, from a page that was closed',
      (phone) => phone.reboot(),
      30,
      ['on_time', 'offline_unverified', null],
    ],
  ])('a tap before the server knew the phone %s', (_, meanwhile, after, outcome) => {
    const phone = virtualPhone(deadline - 20 * minute, 0)
    const tap = phone.tap()
    meanwhile(phone)
    phone.pass(deadline + after * minute - phone.at())
    const sent = phone.send(tap)
    const registeredAt = sent.receivedAt - second
    expect(judged({ ...sent, registeredAt })).toEqual(outcome)
    expect(checkInTime({ ...sent, registeredAt })).toMatchObject({
      claimedAt: tap.tappedWall,
      prompt: false,
      steady: false,
    })
  })

  test('the first tap right after the phone was registered is as good as any', () => {
    const phone = virtualPhone(deadline - 20 * minute, 0)
    const registeredAt = phone.at()
    phone.hear()
    phone.pass(second)
    expect(judged({ ...phone.send(phone.tap()), registeredAt })).toEqual(['on_time', 'online', null])
  })

  test('who leaves before the end is early only where that is proven', () => {
    const leaving = windowOut(420)
    const phone = virtualPhone(leaving.opensAt - hour, 0)
    phone.hear()
    phone.pass(50 * minute)
    const early = phone.tap()
    const proof = checkInTime(phone.send(early))
    expect(judgeTime(proof, leaving, none).timing).toBe('early')
    phone.pass(2 * hour)
    phone.reboot()
    expect(judgeTime(checkInTime(phone.send(early)), leaving, none).timing).toBe('undecided')
    const later = phone.tap()
    phone.hear()
    expect(judgeTime(checkInTime(phone.send(phone.tap())), leaving, none).timing).toBe('on_time')
    expect(judgeTime(checkInTime(phone.send(later)), leaving, none).timing).toBe('on_time')
  })
})

/** A life of a phone around the deadline: everything that a phone and a network can do to a record, in any order. */
function life(phone: VirtualPhone, chance: () => number): { tappedAt: number; received: ReceivedCheckIn } {
  const pick = (count: number) => Math.floor(chance() * count)
  const anyTime = () => 10 ** (1 + chance() * 6.4)
  const happen = () => {
    const what = pick(9)
    if (what < 3) phone.pass(anyTime())
    else if (what < 5) phone.sleep(anyTime())
    else if (what === 5) phone.hear(anyTime() / 100)
    else if (what === 6) phone.set([0, 1, -1][pick(3)]! * 10 ** (2 + chance() * 9.5))
    else if (what === 7 && chance() < 0.3) phone.reboot()
    else if (what === 8 && chance() < 0.3) phone.reload()
  }
  for (let count = pick(8); count > 0; count--) happen()
  const tappedAt = phone.at()
  const tap = phone.tap()
  const calm = chance() < 0.3
  for (let count = pick(6); count > 0 && !calm; count--) happen()
  if (calm) phone.pass(chance() * 30 * second)
  // Dropped attempts leave nothing behind; a replayed one arrives long after its clocks were read.
  const received = phone.send(tap, chance() < 0.1 ? anyTime() : chance() * 800)
  return { tappedAt, received }
}

describe('virtual phones', () => {
  const runs = 210_000
  const offsets = [420, 480, 540]

  test('bounds hold, no late tap becomes "verified in time", and none in time becomes late', () => {
    const chance = seeded(7)
    const seen = new Map<string, number>()
    const wrong: string[] = []
    let wallWouldBackdate = 0
    let receiptWouldPunish = 0
    for (let run = 0; run < runs; run++) {
      const offset = offsets[run % 3]!
      const window = run % 2 ? windowIn(offset) : windowOut(offset)
      const deadline = window.kind === 'in' ? window.closesAt : window.opensAt
      const start = deadline - chance() ** 3 * 14 * hour
      const phone = virtualPhone(
        start,
        chance() < 0.5 ? 0 : (chance() - 0.5) * 20 * 365 * 24 * hour,
        (chance() - 0.5) * 4e-4,
      )
      const { tappedAt, received } = life(phone, chance)
      const time = checkInTime(received)
      const { timing, certainty } = judgeTime(time, window, [])
      const inTime = window.kind === 'in' ? tappedAt <= deadline : tappedAt >= deadline
      seen.set(`${timing} ${certainty}`, (seen.get(`${timing} ${certainty}`) ?? 0) + 1)
      if (!inTime && window.kind === 'in' && received.delivery.record.tappedWall <= deadline) wallWouldBackdate++
      if (inTime && window.kind === 'in' && received.receivedAt > deadline) receiptWouldPunish++
      const faults = [
        time.earliestAt !== null && time.earliestAt > tappedAt && 'lower bound',
        time.latestAt < tappedAt && 'upper bound',
        time.earliestAt !== null && time.claimedAt < time.earliestAt && 'accepted too early',
        time.claimedAt > time.latestAt && 'accepted too late',
        timing === 'on_time' && proven.includes(certainty) && !inTime && 'backdated',
        timing === 'late' && (inTime || window.kind === 'out') && 'in time, said late',
        timing === 'early' && tappedAt >= window.opensAt && 'in the window, said early',
        (timing === 'late' || timing === 'early') && !proven.includes(certainty) && 'held against somebody unproven',
      ]
      for (const fault of faults) if (fault) wrong.push(`run ${run}: ${fault}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
    // The runs reach every judgement, and both simpler ways of judging do harm in them.
    for (const certainty of proven)
      for (const timing of ['on_time', 'late', 'early'])
        expect(seen.get(`${timing} ${certainty}`), `${timing} ${certainty}`).toBeGreaterThan(500)
    for (const certainty of ['offline_consistent', 'offline_unverified'] as const)
      for (const timing of ['on_time', 'undecided'])
        expect(seen.get(`${timing} ${certainty}`), `${timing} ${certainty}`).toBeGreaterThan(500)
    expect(timings.filter((one) => ![...seen.keys()].some((key) => key.startsWith(one)))).toEqual(['credited'])
    expect(wallWouldBackdate).toBeGreaterThan(2_000)
    expect(receiptWouldPunish).toBeGreaterThan(5_000)
  })

  test('no schedule of server failures turns an intent in time into late', () => {
    const chance = seeded(15)
    const seen = { late: 0, credited: 0, on_time: 0 }
    for (let run = 0; run < 30_000; run++) {
      const window = windowIn(offsets[run % 3]!)
      const intendedAt = window.closesAt - chance() * 40 * minute
      const failures = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => {
        const startsAt = window.closesAt - chance() * 60 * minute
        return { startsAt, endsAt: startsAt + 10 ** (3 + chance() * 3.4) }
      }).sort((a, b) => a.startsAt - b.startsAt)
      const downAt = (moment: number) => failures.some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
      // The heartbeat makes an outage of whatever lasts a minute; what touches is one.
      const outages: Outage[] = []
      for (const { startsAt, endsAt } of failures) {
        const last = outages.at(-1)
        if (last && startsAt <= last.endsAt)
          outages[outages.length - 1] = { ...last, endsAt: Math.max(last.endsAt, endsAt) }
        else outages.push({ number: `G-${outages.length}`, startsAt, endsAt })
      }
      const declared = outages.filter(({ startsAt, endsAt }) => endsAt - startsAt >= minute)
      const phone = virtualPhone(intendedAt - 5 * minute, 0)
      if (!downAt(phone.at())) phone.hear()
      phone.pass(intendedAt - phone.at())
      // Half of the phones hold the page; the others cannot load it while a declared outage lasts.
      const holdsPage = chance() < 0.5
      const blockedAt = (moment: number) =>
        declared.some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
      if (!holdsPage) while (blockedAt(phone.at())) phone.pass(10 * second + chance() * 4 * minute)
      if (!downAt(phone.at())) phone.hear()
      const tap = phone.tap()
      if (chance() < 0.2) phone.reboot()
      do phone.pass(chance() * minute)
      while (downAt(phone.at()))
      const { timing } = judgeTime(checkInTime(phone.send(tap)), window, declared)
      expect(timing, `run ${run}`).not.toBe('late')
      if (timing === 'credited' || timing === 'on_time') seen[timing]++
    }
    expect(seen.credited).toBeGreaterThan(300)
    expect(seen.on_time).toBeGreaterThan(20_000)
  })
})
