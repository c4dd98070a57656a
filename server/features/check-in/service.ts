/** Keeps what phones sign, and signs the time for them. What a check-in is worth is judged after it was acknowledged. */
import { createPublicKey, hash, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { type CheckInRecord, type Delivery, signedText } from '@piket/domain/attendance/check-in-record.ts'
import { readDelivery } from '@piket/domain/attendance/read-check-in.ts'
import { checkInTime } from '@piket/domain/attendance/time-bounds.ts'
import { canonical } from '@piket/domain/canonical.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import { batched } from '#platform/batched.ts'
import { complainer } from '#platform/complain.ts'
import { as, type Db, isOfRow } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal, RefusalCode } from '#platform/refusal.ts'
import { type Token, tokenOf } from '#platform/session-token.ts'
import { receiptSeal } from '../region/service.ts'
import { addAside, deviceOf, isAside, keepMany, type RowAnswer } from './queries.ts'

/** A time of the server that a phone shows later, to prove that it was no earlier. */
export interface SignedTime {
  readonly serverTime: number
  readonly sig: string
}

export interface ArrivedCheckIn {
  /** Code of the region that the address names. */
  readonly region: string
  /** The cookie of the session in which it was sent. */
  readonly session: string | undefined
  /** The body as it came. */
  readonly body: string
  /** When it had come, in milliseconds. */
  readonly at: number
}

export interface KeptCheckIn {
  readonly id: string
  /** When it came first, in milliseconds. */
  readonly received: number
  readonly anchor: SignedTime
  /** The recall that it answers; null: it is no answer. */
  readonly answers: { readonly recall: string; readonly person: string; readonly day: string } | null
}

/**
 * The counter for check-ins of one database: many at once share a statement.
 * @param onKept told the region and the day of whatever was kept
 */
export function checkInCounter(db: Db, onKept: (region: string, day: string) => void = () => {}) {
  const keep = batched((rows: readonly Row[]) => keepRows(db, rows), { isOfOne: isOfRow, size: 32, slots: 3 })
  const signTime = timeSigner(db)
  let waiting = 0
  let lastAt = Number.NEGATIVE_INFINITY

  async function keepOne(row: Row): Promise<RowAnswer | undefined> {
    waiting++
    try {
      let answer = await keep(row)
      // Another transaction kept the same id in the same moment; asked again, its row is seen.
      while (answer?.outcome === 'raced') answer = await keep(row)
      return answer
    } finally {
      waiting--
      lastAt = performance.now()
    }
  }

  return {
    /** Whether somebody waits for an answer, or got one just now: of a crowd all may be between two at a moment. */
    isBusy: () => waiting > 0 || performance.now() - lastAt < justNow,
    /** Keeps a check-in, once however often it comes. When this has answered, no crash loses it. */
    async keep({ region, session, body, at }: ArrivedCheckIn): Promise<KeptCheckIn | Refusal> {
      const delivery = readDelivery(parsed(body))
      if ('refused' in delivery) {
        const { refused, words, field } = delivery
        return { refused, detail: { id: `${words.id} (${field})`, en: `${words.en} (${field})` } }
      }
      const { id, device, region: ofRecord, recall, person, day } = delivery.record
      if (ofRecord !== region) return { refused: 'check-in-of-another-region' }
      const token = tokenOf(session)
      if (token?.region !== region) return { refused: 'sign-in-needed' }
      if (!isDeviceId(device)) return { refused: 'device-unknown' }
      const answer = await keepOne(provenBy(token, rowOf(delivery, at)))
      if (!answer) return { refused: 'try-soon', after: retryAfterSeconds }
      if (answer.outcome === 'device_revoked') {
        if (!(await setAside(db, signTime, delivery, at))) return refuseRevoked(db, delivery)
        onKept(region, day)
        return { refused: 'check-in-set-aside' }
      }
      if (answer.outcome !== 'kept' || !answer.received) return { refused: refusalOf[answer.outcome] }
      onKept(region, day)
      const received = answer.received.getTime()
      const answers = recall && { recall: recall.recall, person, day }
      return { id, received, anchor: await signTime(region, device, received), answers }
    },
  }
}

const retryAfterSeconds = 5
const justNow = 200

const refusalOf: Readonly<Record<RowAnswer['outcome'], RefusalCode>> = {
  no_session: 'sign-in-needed',
  wrong_person: 'check-in-of-another-person',
  wrong_device: 'device-unknown',
  device_revoked: 'device-revoked',
  device_not_yet: 'device-not-yet-usable',
  day_ahead: 'check-in-day-ahead',
  day_past: 'check-in-day-past',
  other_body: 'check-in-changed',
  set_aside: 'check-in-set-aside',
  kept: 'internal-error',
  raced: 'internal-error',
}

/** What JSON stands for; undefined: it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Whether a text can be the id of a device: the server names them. */
export const isDeviceId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/**
 * Signs the server's time for a device of a region, with the key of its receipts. Only the server checks it, so a secret
 * shared with nobody is enough.
 */
export function timeSigner(db: Db) {
  const seals = new Map<string, Hash>()
  return async (region: string, device: string, serverTime: number): Promise<SignedTime> => {
    const seal = seals.get(region) ?? (await as(db, { region, reach: 'region' }, receiptSeal))
    seals.set(region, seal)
    return { serverTime, sig: seal(canonical({ piket: 'time', region, device, serverTime })) }
  }
}

export type TimeSigner = ReturnType<typeof timeSigner>

type Row = ReturnType<typeof provenBy>

/** A check-in as the function that keeps many takes it. */
const provenBy = (token: Token, row: ReturnType<typeof rowOf>) => ({
  region: token.region,
  token_hash: bytes(token.hash),
  ...row,
})

/**
 * Keeps what the phone of somebody signed before it was revoked, as far as can be known, and sent after: as evidence, which
 * counts for nothing. That the session is theirs and the day is taken is proven already.
 * @returns false: another key signed it, it was written after, or something else has its id
 */
async function setAside(db: Db, signTime: TimeSigner, delivery: Delivery, at: number): Promise<boolean> {
  const { region, person: employee, device, anchor, id } = delivery.record
  const actor = { region, reach: 'region' } as const
  const found = await as(db, actor, (tx) => deviceOf(tx, { employee, device }))
  if (!found?.revoked) return false
  if (!(await isSignedBy(found.key, delivery.record, Buffer.from(delivery.sig, 'base64')))) return false
  const anchorHolds = anchor !== null && (await signTime(region, device, anchor.serverTime)).sig === anchor.sig
  const registeredAt = found.registered.getTime()
  const { claimedAt } = checkInTime({ delivery, receivedAt: at, anchorHolds, registeredAt })
  if (claimedAt >= found.revoked.getTime() || claimedAt < found.usableFrom.getTime()) return false
  return as(db, actor, async (tx) => {
    const row = rowOf(delivery, at)
    // Sent again while the first one is kept, it is the same one.
    if (!(await addAside(tx, row))) return isAside(tx, row)
    const body = { device, check_in: id }
    await recordEvent(tx, { actor: employee, kind: 'check-in-set-aside', subject: employee, body })
    return true
  })
}

/** Of what a revoked device sent and cannot be set aside only a trace is kept, as of everything that is refused. */
async function refuseRevoked(db: Db, { record }: Delivery): Promise<Refusal> {
  const { region, person: subject, device } = record
  const body = { why: 'device_revoked', device, sha256: hash('sha256', signedText(record)) }
  await as(db, { region, reach: 'region' }, (tx) =>
    recordEvent(tx, { actor: subject, kind: 'check-in-refused', subject, body }),
  )
  return { refused: 'device-revoked' }
}

// In a thread of its own: the main one has others to answer.
const verifySignature = promisify(verify)

/** Whether a key signed a record. */
export async function isSignedBy(key: Buffer, record: CheckInRecord, signature: Buffer): Promise<boolean> {
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

/** A check-in as the table takes it. */
function rowOf({ record, sig, sentMono, sentWall, sentSession }: Delivery, at: number) {
  const { position, ...rest } = record
  return {
    day: record.day,
    employee_id: record.person,
    check_in_id: record.id,
    device_id: record.device,
    kind: record.kind,
    record: JSON.stringify(rest),
    position: position && JSON.stringify(position),
    sha256: `\\x${hash('sha256', signedText(record))}`,
    signature: bytes(Buffer.from(sig, 'base64')),
    sent_mono: sentMono,
    sent_wall: sentWall,
    sent_session: sentSession,
    received_at: new Date(at).toISOString(),
  }
}

/** As PostgreSQL reads them. */
const bytes = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`

/** The record as it was signed, from the two texts in which it is kept. */
export const recordOf = (record: string, position: string | null): CheckInRecord => ({
  ...JSON.parse(record),
  position: position && JSON.parse(position),
})

const complain = complainer()

/**
 * Keeps rows in one statement.
 * @returns an answer for each row, in their order; undefined: the database could not be asked
 * @throws when it is the fault of a row
 */
async function keepRows(db: Db, rows: readonly Row[]): Promise<readonly (RowAnswer | undefined)[]> {
  const byRegion: Record<string, object[]> = {}
  for (const [place, { region, ...row }] of rows.entries()) {
    const own = byRegion[region] ?? []
    byRegion[region] = own
    own.push({ place, ...row })
  }
  const answers = new Array<RowAnswer | undefined>(rows.length)
  try {
    for (const answer of await keepMany(db, JSON.stringify(byRegion))) answers[answer.place] = answer
  } catch (error) {
    if (isOfRow(error)) throw error
    complain(`Check-ins could not be kept: ${error}`)
  }
  return answers
}
