/**
 * Looks check-ins over once they were acknowledged. A forged signature and a forged time are found here; the record is
 * kept as evidence and never counted.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { CheckInRecord } from '@piket/domain/attendance/check-in-record.ts'
import { type Proximity, proximity } from '@piket/domain/attendance/geofence.ts'
import { type CheckInTime, checkInTime } from '@piket/domain/attendance/time-bounds.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { Clock } from '#platform/clock.ts'
import { type Actor, as, type Db, type Tx } from '#platform/db.ts'
import { inEachRegion } from '#platform/rounds.ts'
import type { Source } from '#platform/source.ts'
import { isSignedBy, recordOf, timeSigner } from '../check-in/service.ts'
import { businessDay, realDayOf } from '../knowledge/service.ts'
import { placesFor, placesSince } from '../known-place/service.ts'
import { listRegions, type RegionAsListed } from '../region/service.ts'
import { listEmployees } from '../staff/service.ts'
import {
  type Around,
  addGrades,
  daysUngraded,
  daysWithPositions,
  dropPositions,
  type GradeRow,
  gradedOf,
  type KeptPlaceRow,
  ungraded,
  withPositions,
} from './queries.ts'

/** Few enough that a page waits little for them, enough that statements cost little. */
const together = 128
/** While check-ins come in, grading takes a rest of so many times the time it took, and looks so often whether they do. */
const restUnderLoad = 99
const look = 100
const secondInMilliseconds = 1000

type Ungraded = Awaited<ReturnType<typeof ungraded>>[number]

/**
 * The grader of one database. It grades the days it is told of, and leaves the processor to the check-ins themselves.
 * @param isBusy whether check-ins are coming in
 */
export function checkInGrader(db: Db, isBusy: () => boolean) {
  const days = new Map<string, { readonly region: string; readonly day: string }>()
  const signTime = timeSigner(db)
  let running: Promise<void> | undefined
  let stopped = false

  async function gradeSome({ region, day }: { readonly region: string; readonly day: string }): Promise<number> {
    const rows = await as(db, { region, reach: 'region' }, (tx) => ungraded(tx, day, together))
    const grades = await Promise.all(rows.map((row) => gradeOf(region, row)))
    if (grades.length > 0) await as(db, { region, reach: 'region' }, (tx) => addGrades(tx, day, grades))
    return grades.length
  }

  async function gradeOf(region: string, { employee, id, key, signature, ...row }: Ungraded): Promise<GradeRow> {
    const record = recordOf(row.record, row.position)
    const { anchor, device } = record
    const ours = anchor && (await signTime(region, device, anchor.serverTime))
    return {
      employee,
      id,
      signatureHolds: await isSignedBy(key, record, signature),
      anchorHolds: anchor !== null && ours?.sig === anchor.sig,
    }
  }

  async function run() {
    for (const [key, one] of days) {
      if (stopped) return
      // Taken off first: what arrives while it is graded puts it back.
      days.delete(key)
      const begun = performance.now()
      try {
        if ((await gradeSome(one)) === together) days.set(key, one)
        await rest((performance.now() - begun) * restUnderLoad)
      } catch (error) {
        days.set(key, one)
        process.stderr.write(`Check-ins of ${one.day} in ${one.region} could not be graded: ${error}\n`)
        await pause(secondInMilliseconds)
      }
    }
  }

  /** As long as check-ins come in, and no longer than so many milliseconds. */
  async function rest(most: number) {
    const end = performance.now() + most
    while (isBusy() && !stopped && performance.now() < end) await pause(Math.min(look, most))
  }

  const start = () => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    /** Says that a day of a region has check-ins that were not graded. */
    tell(region: string, day: string) {
      days.set(`${region} ${day}`, { region, day })
      void start()
    },
    /** When everything that it was told of is graded. */
    async done(): Promise<void> {
      while (days.size > 0 && !stopped) await start()
      await running
    },
    /** Ends after what is under way; the rest is found at the next start. */
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}

/** A grader as who tells it of days knows it: it may be in another thread. */
export type CheckInGrader = Pick<ReturnType<typeof checkInGrader>, 'tell' | 'done'>

/** Tells the grader of the last days of every region: a crash may have left some of them ungraded. */
export async function tellOfLastDays(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  grader: CheckInGrader,
  count: number,
): Promise<void> {
  for (const region of await listRegions(db)) {
    const today = businessDay({ clock }, region)
    for (let back = 0; back < count; back++) grader.tell(region.code, addDays(today, -back))
  }
}

/** A check-in with what is known of it now. */
export interface GradedCheckIn {
  readonly record: CheckInRecord
  /** SHA-256 of the text that was signed, in hexadecimal digits. */
  readonly sha256: string
  readonly receivedAt: number
  /** Wall clock of the phone at the delivery, less the time of receipt, in milliseconds. */
  readonly skew: number
  /** False: somebody else wrote it, and it counts for nothing. Undefined: not looked at yet. */
  readonly signatureHolds: boolean | undefined
  readonly time: CheckInTime
  /** Where the point lay, kept when it was dropped; null: it is there still, or it said nothing. */
  readonly proximity: Proximity | null
}

export interface CheckInsAsked {
  readonly from: Day
  readonly until: Day
  /** Absent: of everybody. */
  readonly employees?: readonly string[]
  readonly around?: Around
  /** Only of the people of an agency. */
  readonly agency?: string
  /** Only those that were set aside; absent: only those that count. */
  readonly aside?: boolean
}

/** Check-ins in the order of arrival. */
export function checkInsOf(db: Db, region: string, asked: CheckInsAsked): Promise<GradedCheckIn[]> {
  const { agency } = asked
  const actor: Actor = agency === undefined ? { region, reach: 'region' } : { region, reach: 'agency', agency }
  return as(db, actor, (tx) => checkInsIn(tx, asked))
}

/** The same, as a transaction sees them. */
export async function checkInsIn(tx: Tx, asked: CheckInsAsked): Promise<GradedCheckIn[]> {
  const rows = await gradedOf(tx, asked)
  return rows.map(({ record: text, position, received_at, sent_mono, sent_wall, sent_session, ...row }) => {
    const record = recordOf(text, position)
    const receivedAt = received_at.getTime()
    const delivery = { record, sig: '', sentMono: sent_mono, sentWall: sent_wall, sentSession: sent_session }
    return {
      record,
      sha256: row.sha256.toString('hex'),
      receivedAt,
      skew: sent_wall - receivedAt,
      signatureHolds: row.signature_holds ?? undefined,
      time: checkInTime({
        delivery,
        receivedAt,
        anchorHolds: row.anchor_holds ?? false,
        registeredAt: row.registered_at.getTime(),
      }),
      proximity: proximityOf(row),
    }
  })
}

type GradedRow = Awaited<ReturnType<typeof gradedOf>>[number]

const proximityOf = ({
  near_to: to,
  near_band: band,
  near_within: within,
  near_accuracy: accuracy,
}: Pick<GradedRow, 'near_to' | 'near_band' | 'near_within' | 'near_accuracy'>): Proximity | null =>
  to === null || band === null || accuracy === null ? null : ({ to, band, within, accuracy } as Proximity)

/** Positions are there for review only (trust.md, section 4). */
const daysOfReview = 30
/** How far back is looked: a server that was off for two months catches up. */
const daysOfCatchingUp = 62
/** Positions that are dropped by one statement. */
const droppedTogether = 1000

/**
 * Drops positions that are older than their review, and keeps with the grade where each of them lay. What was never graded
 * is graded first, so that it goes the next time: the signature covers the position too.
 */
export async function forgetPositions(source: Source & { readonly grader: CheckInGrader }): Promise<void> {
  const forget = async (region: RegionAsListed) => {
    const until = addDays(businessDay(source, region), -daysOfReview - 1)
    const from = addDays(until, -daysOfCatchingUp)
    const actor = { region: region.code, reach: 'region' } as const
    for (const { day } of await as(source.db, actor, (tx) => daysUngraded(tx, { from, until })))
      source.grader.tell(region.code, day)
    const days = await as(source.db, actor, (tx) => daysWithPositions(tx, { from, until }))
    for (const { day } of days)
      await as(source.db, actor, async (tx) => {
        const lay = await layOn(tx, source, region, day as Day)
        let rows: Awaited<ReturnType<typeof withPositions>>
        do {
          rows = await withPositions(tx, day, droppedTogether)
          await dropPositions(tx, day, rows.map(lay))
        } while (rows.length === droppedTogether)
      })
  }
  await inEachRegion(await listRegions(source.db), forget, 'No positions were dropped')
}

/** Where points of a day lay: against the places of the unit in which the person was posted, as is known now. */
async function layOn(tx: Tx, source: Source, region: RegionAsListed, day: Day) {
  const places = await placesSince(tx, momentOf(realDayOf(source, region, day), 0, zoneOffset[region.zone]))
  const known = source.clock.now(region.zone, region.demoDay)
  const staff = await listEmployees(tx, { from: day, until: day, known, zone: region.zone })
  const units = new Map(staff.map(({ employee, unit }) => [employee, unit]))
  return ({ employee, id, ...row }: Awaited<ReturnType<typeof withPositions>>[number]): KeptPlaceRow => {
    const { place, position } = recordOf(row.record, row.position)
    const found = proximity(position, placesFor(places, units.get(employee) ?? '', place))
    return {
      employee,
      id,
      to: found?.to ?? null,
      band: found?.band ?? null,
      within: found?.within ?? null,
      accuracy: found?.accuracy ?? null,
    }
  }
}
