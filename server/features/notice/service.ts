/** Telling people that something waits for them. No channel proves that they have read it; their answer does. */
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { dayAt, instantAt, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { clockWords } from '@piket/domain/messages/day-words.ts'
import { type GatheredKind, type NoticeKind, noticeWords } from '@piket/domain/messages/notice.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { zoneText } from '#platform/language.ts'
import { enqueue } from '#platform/queue.ts'
import { type Sent, sendMail, sendPush } from '#platform/sending.ts'
import { addressesOf, channelsTo, forgetPhone, phonesOf, type Source } from '../notice-address/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { postingOf } from '../staff/service.ts'
import {
  addDelivery,
  addNotice,
  changeDelivery,
  deliveryRow,
  lockNotices,
  newestNotice,
  noticesOf,
  withdrawDeliveries,
} from './queries.ts'
import type { NoticeChannel } from './schema.ts'

export type DeliveryState = 'queued' | 'handed_over' | 'failed' | 'by_hand'
export type DeliveryFailure = 'no-receiver' | 'unreachable' | 'turned-away' | 'too-late' | 'cancelled'

/** A channel of a notice, as whoever told sees it. */
export interface Delivered {
  readonly channel: NoticeChannel
  readonly state: DeliveryState
  readonly tries: number
  readonly failedFor: DeliveryFailure | null
}

export interface Notice {
  readonly notice: string
  readonly subject: string
  readonly employee: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** None: the person has no channel that Piket sends over. */
  readonly deliveries: readonly Delivered[]
}

/** What is told, to whom, about what. */
export interface Telling {
  readonly kind: NoticeKind
  /** Id of the recall, the agency of the statement, or the person for whom something is gathered. */
  readonly subject: string
  readonly agency: string
  readonly day: Day
  readonly employee: string
  /** By when it is of use, in milliseconds. */
  readonly due: number
  /** Employee id, or the part of Piket that tells. */
  readonly by: string
  /** When it is sent at the earliest; absent: at once. */
  readonly sends?: number
}

export const taskOfNotices = 'send-notice'

/** What the queue keeps of a delivery. */
export interface DeliveryRef {
  /** Code of the region. */
  readonly region: string
  readonly notice: string
  readonly channel: 'push' | 'mail'
}

/**
 * Tells somebody, in the transaction of what it is about.
 * @param over the channels to use; default: all by which Piket can reach the person
 */
export async function tell(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { agency, employee, due, by, sends, ...about }: Telling,
  over?: readonly NoticeChannel[],
): Promise<void> {
  const now = source.clock.moment()
  const at = new Date(now).toISOString()
  const waits = Math.ceil(Math.max(0, (sends ?? now) - now) / 1000)
  const row = { ...about, agency_id: agency, employee_id: employee, due_at: new Date(due).toISOString() }
  const { notice } = await addNotice(tx, {
    ...row,
    told_by: by,
    told_at: at,
    send_at: sends === undefined ? null : new Date(sends).toISOString(),
  })
  const channels = over ?? (await channelsTo(tx, source, region, [employee]))(employee)
  for (const channel of channels) {
    const isSent = channel === 'push' || channel === 'mail'
    await addDelivery(tx, { notice_id: notice, channel, state: isSent ? 'queued' : 'by_hand', changed_at: at })
    if (isSent)
      await enqueue(tx, taskOfNotices, { region: region.code, notice, channel } satisfies DeliveryRef, mostTries, waits)
  }
  const event = { actor: by, kind: 'notice-told', subject: employee, agency }
  await recordEvent(tx, { ...event, body: { notice, about: about.kind, of: about.subject, channels } })
}

/** Lets what was told of something, and has not gone out, go out no more. */
export const withdraw = (
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  about: { readonly kind: NoticeKind; readonly day: Day; readonly subjects: readonly string[] },
) => withdrawDeliveries(tx, { ...about, at: new Date(clock.moment()).toISOString() })

/** Somebody is told of a kind no more often. */
const quietFor = 30 * 60_000
/** What waited so long is known by other ways than a notice. */
const gatheredFor = 3 * 24 * 3_600_000

/**
 * Tells people that something has come for them, in the transaction of what it is about, over every channel there is:
 * one notice for all that comes until it is sent, and the next one after half an hour. It names nothing of what it is
 * about, neither in the row nor in the event.
 */
export async function tellOfArrival(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  kind: GatheredKind,
  people: readonly string[],
): Promise<void> {
  const now = source.clock.moment()
  const channels = await channelsTo(tx, source, region, people)
  // In order, so that two who tell the same people never wait for each other in a circle.
  for (const employee of people.filter((one) => channels(one).length > 0).toSorted()) {
    const posting = await postingOf(tx, employee, roleWindow(source, region))
    if (!posting) continue
    await lockNotices(tx, kind, employee)
    const newest = await newestNotice(tx, employee, kind, new Date(now).toISOString())
    if (newest?.waits) continue
    const sends = Math.max(now, newest ? newest.sends.getTime() + quietFor : now)
    const about = { kind, subject: employee, agency: posting.agency, day: dayAt(now, zoneOffset[region.zone]) }
    await tell(
      tx,
      source,
      region,
      { ...about, employee, due: sends + gatheredFor, by: 'notice', sends },
      channels(employee),
    )
  }
}

/** Notices of some days, by what they are about, the oldest first. Whoever tells then waits until the transaction ends. */
export async function toldOf(
  tx: Tx,
  kind: NoticeKind,
  days: readonly Day[],
  since: number,
  { hold = false } = {},
): Promise<ReadonlyMap<string, readonly Notice[]>> {
  if (hold) for (const day of days) await lockNotices(tx, kind, day)
  const about = new Map<string, Map<string, Notice>>()
  for (const row of await noticesOf(tx, { kind, days, since: new Date(since).toISOString() })) {
    const { notice, subject, employee, at, channel, state, tries, failedFor } = row
    const notices = about.get(subject) ?? new Map<string, Notice>()
    const known = notices.get(notice)?.deliveries ?? []
    const delivered = channel === null ? [] : [{ channel, state, tries: tries ?? 0, failedFor } as Delivered]
    notices.set(notice, { notice, subject, employee, at: at.getTime(), deliveries: [...known, ...delivered] })
    about.set(subject, notices)
  }
  return new Map([...about].map(([subject, notices]) => [subject, [...notices.values()]]))
}

/** A delivery that may succeed later: the queue tries it again. */
export class NotYet extends Error {}

/** The pauses of the queue grow from seconds to two hours: so many tries take some three and a half hours. */
const mostTries = 10

/**
 * Hands a notice over to the service of its channel.
 * @throws {NotYet} where it is worth another try
 */
export async function deliver(source: Source, { region: code, notice, channel }: DeliveryRef): Promise<void> {
  const region = await findRegion(source.db, code)
  if (!region) return
  const actor = { region: code, reach: 'region' } as const
  const row = await as(source.db, actor, (tx) => deliveryRow(tx, notice, channel))
  if (row?.state !== 'queued') return
  const now = source.clock.moment()
  const tries = row.tries + 1
  const told = { ...row, kind: row.kind as NoticeKind, due: row.due.getTime() }
  const outcome = now < ofUseUntil(region, told) ? await sendOver(source, region, channel, told) : 'too-late'
  const again = outcome === 'later' && tries < mostTries
  const state = outcome === 'handed-over' ? 'handed_over' : again ? 'queued' : 'failed'
  const failed_for = state === 'failed' ? (outcome === 'later' ? 'unreachable' : (outcome as DeliveryFailure)) : null
  const change = { state, tries, failed_for, changed_at: new Date(now).toISOString() }
  await as(source.db, actor, (tx) => changeDelivery(tx, notice, channel, change))
  if (again) throw new NotYet(channel)
}

/** Kinds that are of use until their day ends in the region, all others until they are due. */
const ofUseAllDay: ReadonlySet<NoticeKind> = new Set(['return_missing', 'recall_cancelled'])

/** Until when telling is of use. */
function ofUseUntil({ zone }: RegionAsListed, { kind, due }: Pick<Told, 'kind' | 'due'>): number {
  const offset = zoneOffset[zone]
  return ofUseAllDay.has(kind) ? momentOf(addDays(dayAt(due, offset), 1), 0, offset) : due
}

interface Told {
  readonly kind: NoticeKind
  readonly subject: string
  readonly employee: string
  readonly due: number
}

/** The page behind a notice, within its region. */
const pages: Readonly<Record<NoticeKind, (subject: string) => string>> = {
  recall: () => 'saya',
  recall_cancelled: () => 'saya',
  return_missing: (agency) => `unit/${encodeURIComponent(agency)}`,
  permit_to_decide: () => 'izin/tinjau',
  permit_answered: () => 'izin',
  correction_to_decide: () => 'koreksi/tinjau',
  correction_answered: () => 'koreksi',
  objection_to_decide: () => 'keberatan/masuk',
  objection_answered: () => 'keberatan',
  activity_to_coordinate: () => 'kegiatan',
  activity_to_clear: () => 'kegiatan',
  activity_answered: () => 'kegiatan',
  finding_made: () => 'temuan',
  case_opened: () => 'kasus',
  case_to_answer: () => 'kasus/tinjau',
  case_answered: () => 'kasus',
  escort_to_answer: () => 'pendamping/hari',
  meeting_called: () => 'rapat',
  follow_up_owed: () => 'tindak-lanjut',
  complaint_received: () => 'pengaduan/meja',
  circular_due: () => 'edaran',
}

async function sendOver(source: Source, region: RegionAsListed, channel: 'push' | 'mail', told: Told) {
  const { channels, origin = '' } = source
  const clock = clockWords(instantAt(told.due, zoneOffset[region.zone]).slice(11))
  const zone = zoneText(region.zone)
  const { title, body } = noticeWords(told.kind, { id: `${clock.id} ${zone}`, en: `${clock.en} ${zone}` })
  const path = `/${region.slug}/${pages[told.kind](told.subject)}`
  if (channel === 'push') {
    const words = { id: { title: title.id, body: body.id }, en: { title: title.en, body: body.en } }
    // On the phone a cancellation takes the place of the call.
    const about = told.kind === 'recall_cancelled' ? 'recall' : told.kind
    const text = JSON.stringify({ ...words, href: path, tag: `${about} ${told.subject}` })
    return sendToPhones(source, region, told, text)
  }
  const { employee } = told
  const to = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    addressesOf(tx, source, region, [employee]),
  )
  const address = to.get(employee)
  if (!channels.mail || address === undefined) return 'no-receiver'
  const link = origin === '' ? '' : `${origin}${path}\n\n`
  const sent = await sendMail(channels.mail, {
    to: address,
    subject: `${title.id} / ${title.en}`,
    text: `${body.id}\n\n${body.en}\n\n${link}${region.name.id} · Piket\n`,
  })
  return sent === 'gone' ? 'turned-away' : sent
}

/** To every phone of somebody: one that takes it is enough, and one that is gone is forgotten. */
async function sendToPhones({ db, clock, channels }: Source, region: RegionAsListed, told: Told, text: string) {
  const actor = { region: region.code, reach: 'region' } as const
  const { keys, phones } = await as(db, actor, (tx) => phonesOf(tx, told.employee))
  if (!channels.push) return 'no-receiver'
  const outcomes: Sent[] = []
  for (const phone of phones) {
    const seconds = Math.max(60, (ofUseUntil(region, told) - clock.moment()) / 1000)
    const outcome = await sendPush(channels.push, keys, phone, { text, seconds })
    if (outcome === 'gone') await as(db, actor, (tx) => forgetPhone(tx, phone.hash))
    else outcomes.push(outcome)
  }
  const best = (['handed-over', 'later', 'turned-away'] as const).find((one) => outcomes.includes(one))
  return best ?? 'no-receiver'
}
