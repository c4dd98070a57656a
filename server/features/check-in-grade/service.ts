/**
 * Looks check-ins over once they were acknowledged. A forged signature and a forged time are found here; the record is
 * kept as evidence and never counted.
 */
import { createPublicKey, verify } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type CheckInRecord, signedText } from '@piket/domain/attendance/check-in-record.ts'
import { type CheckInTime, checkInTime } from '@piket/domain/attendance/time-bounds.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Clock } from '#platform/clock.ts'
import { type Actor, as, type Db } from '#platform/db.ts'
import { recordOf, timeSigner } from '../check-in/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { listRegions } from '../region/service.ts'
import { type Around, addGrades, type GradeRow, gradedOf, ungraded } from './queries.ts'

/** Few enough that a page waits little for them, enough that statements cost little. */
const together = 128
/** While check-ins come in, grading takes a rest of so many times the time it took. */
const restUnderLoad = 19
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
        if (isBusy()) await pause((performance.now() - begun) * restUnderLoad)
      } catch (error) {
        days.set(key, one)
        process.stderr.write(`Check-ins of ${one.day} in ${one.region} could not be graded: ${error}\n`)
        await pause(secondInMilliseconds)
      }
    }
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
    const today = businessDay({ db, clock }, region)
    for (let back = 0; back < count; back++) grader.tell(region.code, addDays(today, -back))
  }
}

const verifySignature = promisify(verify)

/** In a thread of its own: the main one goes on serving. */
async function isSignedBy(key: Buffer, record: CheckInRecord, signature: Buffer): Promise<boolean> {
  const verifier = { key: createPublicKey({ key: jwkOf(key), format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  return verifySignature('sha256', Buffer.from(signedText(record)), verifier, signature)
}

/** A key as the table holds it ends in its point. To read the whole of its DER takes OpenSSL twice as long. */
const jwkOf = (key: Buffer) => ({
  kty: 'EC',
  crv: 'P-256',
  x: key.subarray(-64, -32).toString('base64url'),
  y: key.subarray(-32).toString('base64url'),
})

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
}

export interface CheckInsAsked {
  readonly from: Day
  readonly until: Day
  /** Absent: of everybody. */
  readonly employees?: readonly string[]
  readonly around?: Around
  /** Only of the people of an agency. */
  readonly agency?: string
}

/** Check-ins in the order of arrival. */
export async function checkInsOf(db: Db, region: string, asked: CheckInsAsked): Promise<GradedCheckIn[]> {
  const { agency } = asked
  const actor: Actor = agency === undefined ? { region, reach: 'region' } : { region, reach: 'agency', agency }
  const rows = await as(db, actor, (tx) => gradedOf(tx, asked))
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
      time: checkInTime({ delivery, receivedAt, anchorHolds: row.anchor_holds ?? false }),
    }
  })
}
