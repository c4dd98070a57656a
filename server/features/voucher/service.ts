/** Words that somebody was there, beside a phone or instead of one. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { CheckInPlace } from '@piket/domain/attendance/check-in-record.ts'
import type { Voucher } from '@piket/domain/attendance/evidence.ts'
import { type Vouched, wordRefused } from '@piket/domain/attendance/vouched.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { realDayOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { isReviewer } from '../reviewer/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, type Posting, postingOf } from '../staff/service.ts'
import { addVoucherRows, voucherOfId, vouchersOn, withdrawVoucherRow } from './queries.ts'

/** A word as the person and the superior read it. */
export interface KnownVoucher extends Vouched {
  readonly employee: string
  readonly voucher: string
  readonly reason: string | null
  readonly seenBy: string | null
  /** Who gave it: an employee id, an account, or a screen. */
  readonly by: string
  /** Their name; null: they have no staff record. */
  readonly byName: string | null
}

/** What is vouched for on a day, of some people. */
export async function vouchersOf(tx: Tx, day: Day, employees: readonly string[]): Promise<KnownVoucher[]> {
  const rows = await vouchersOn(tx, day, employees)
  const name = await namesOf(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Voucher,
    moment: row.moment as Vouched['moment'],
    place: row.place as CheckInPlace,
    byName: name(row.by) === row.by ? null : name(row.by),
  }))
}

/** What a word says, whoever gives it. */
export interface NewVoucher extends Pick<Vouched, 'moment' | 'place' | 'at'> {
  readonly id: string
  readonly employee: string
  readonly agency: string
  readonly day: Day
  readonly reason: string | null
  readonly seenBy: string | null
}

/** Keeps words of one kind, with an event for each that is new. */
export async function keepVouchers(
  tx: Tx,
  words: readonly NewVoucher[],
  given: {
    readonly kind: Exclude<Voucher, 'fingerprint'>
    readonly by: string
    readonly list?: string
    readonly now: number
  },
): Promise<void> {
  if (words.length === 0) return
  const { kind, by, list = null, now } = given
  const rows = words.map(({ id, employee, day, moment, place, at, reason, seenBy }) => ({
    day,
    employee_id: employee,
    voucher_id: id,
    kind,
    moment,
    place,
    at: new Date(at).toISOString(),
    reason,
    seen_by: seenBy,
    list_id: list,
    vouched_by: by,
    vouched_at: new Date(now).toISOString(),
  }))
  const added = new Set((await addVoucherRows(tx, rows)).map(({ voucher }) => voucher))
  for (const { id, employee, agency, day, moment, place } of words.filter((one) => added.has(one.id)))
    await recordEvent(tx, {
      actor: by,
      kind: 'presence-vouched',
      subject: employee,
      agency,
      body: { voucher: id, by: kind, day, moment, place, ...(list !== null && { list }) },
    })
}

/**
 * Keeps one word. Sent twice it is one; under the id of another word, as a browser offers after "back", it is refused.
 */
export async function keepVoucher(
  tx: Tx,
  word: NewVoucher,
  given: { readonly kind: Exclude<Voucher, 'fingerprint'>; readonly by: string; readonly now: number },
): Promise<Refusal | undefined> {
  await keepVouchers(tx, [word], given)
  const kept = await keptBefore(tx, word)
  // At the shared device the clock of the server goes on between two sendings.
  return kept && (given.kind === 'kiosk_pin' || kept.at === word.at) ? undefined : { refused: 'form-used' }
}

/** The word of an id, where it says the same but for its time; undefined: there is none. */
export async function keptBefore(
  tx: Tx,
  { id, employee, day, moment, place }: Pick<NewVoucher, 'id' | 'employee' | 'day' | 'moment' | 'place'>,
): Promise<{ readonly at: number } | undefined> {
  const kept = await voucherOfId(tx, employee, id)
  return kept?.day === day && kept.moment === moment && kept.place === place ? kept : undefined
}

/** The moment of a time of a business day. */
export const momentOn = (source: Pick<Source, 'clock'>, region: RegionAsListed, day: Day, time: Time): number =>
  momentOf(realDayOf(source, region, day), minutesOf(time), zoneOffset[region.zone])

/** Somebody whose presence a superior looks at. */
export interface VouchedPerson {
  readonly employee: string
  readonly posting: Posting
}

/**
 * The person, where the viewer is their superior or head today, or acts for one of them.
 * @returns a refusal where they are not, which says as much of somebody unknown
 */
export async function personInReach(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  employee: string,
): Promise<VouchedPerson | Refusal> {
  const posting = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    postingOf(tx, employee, roleWindow(source, region)),
  )
  const reached = posting && (await isReviewer(source, region, viewer, { employee, posting }))
  return reached ? { employee, posting } : { refused: 'not-allowed' }
}

/** What a superior says of somebody. */
export interface SuperiorWord extends Pick<Vouched, 'moment' | 'place'> {
  readonly id: string
  readonly day: Day
  readonly time: Time
  readonly reason: string
  readonly seenBy: string
}

/** Takes a superior's word that somebody was there. @returns a refusal where it is not theirs to give, or not whole */
export async function vouch(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  person: VouchedPerson,
  { id, day, time, moment, place, reason, seenBy }: SuperiorWord,
): Promise<Refusal | undefined> {
  const { employee, posting } = person
  const by = viewer.employee ?? viewer.account
  const [now, at] = [source.clock.moment(), momentOn(source, region, day, time)]
  const refused = wordRefused({ employee, by, at, reason, seenBy }, now)
  if (refused === 'vouch-reason-missing')
    return lacking(refused, {
      alasan: reason.trim() === '' && { id: 'alasannya belum ditulis', en: 'the reason is not written yet' },
      saksi: seenBy.trim() === '' && { id: 'siapa yang melihat belum ditulis', en: 'who saw it is not written yet' },
    })
  if (refused) return { refused }
  const word = { id, employee, agency: posting.agency, day, moment, place, at }
  const said = { ...word, reason: reason.trim(), seenBy: seenBy.trim() }
  return as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    keepVoucher(tx, said, { kind: 'superior_word', by, now }),
  )
}

/** Takes an own word back, once however often it is asked. */
export const withdrawVoucher = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { employee, posting }: VouchedPerson,
  voucher: string,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const by = viewer.employee ?? viewer.account
    const at = new Date(source.clock.moment()).toISOString()
    const withdrawn = await withdrawVoucherRow(tx, { employee, voucher, by }, at)
    if (!withdrawn)
      return (await voucherOfId(tx, employee, voucher))?.withdrawnBy === by ? undefined : { refused: 'not-found' }
    const { agency } = posting
    const body = { voucher, day: withdrawn.day }
    await recordEvent(tx, { actor: by, kind: 'voucher-withdrawn', subject: employee, agency, body })
    return undefined
  })
