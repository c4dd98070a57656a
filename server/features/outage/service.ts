/** When the server itself failed people: whoever was caught in it counts as on time. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Outage } from '@piket/domain/attendance/time-bounds.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent, wasRecorded } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { inEachRegion } from '#platform/rounds.ts'
import type { Source } from '#platform/source.ts'
import { realDayOf } from '../knowledge/service.ts'
import { listRegions, type RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits } from '../staff/service.ts'
import {
  addDeclared,
  beat,
  confirmRow,
  declaredBy,
  endRow,
  isAheadOf,
  outagesBetween,
  outagesSince,
  overloaded,
  withdrawRow,
} from './queries.ts'

/** Silence or overload of this length is an outage; shorter, a phone that tries again is hardly late. */
const shortest = 60_000

/** How the door was doing since the last look, as `admission.read()` tells. */
interface Door {
  readonly admitted: number
  readonly shed: number
}

/** More than this share turned away: people notice. */
const shareTurnedAway = 0.1

/**
 * A pulse for every region. Each beat says that the server is well; where the one before lies too far back, nobody could
 * check in meanwhile, whatever the cause.
 */
export function pulseOf({ db, clock }: Source) {
  let last = clock.moment()
  let overloadedSince: number | undefined

  return async function beatOnce({ admitted, shed }: Door): Promise<void> {
    const now = clock.moment()
    overloadedSince = shed > (shed + admitted) * shareTurnedAway ? (overloadedSince ?? last) : undefined
    last = now
    const since = overloadedSince
    await inEachRegion(
      await listRegions(db),
      ({ code }) => as(db, { region: code, reach: 'region' }, (tx) => beatOf(tx, code, now, since)),
      'No pulse',
    )
  }
}

async function beatOf(tx: Tx, region: string, now: number, since: number | undefined) {
  const noticed = (cause: string, id: number) =>
    recordEvent(tx, { actor: 'piket', kind: 'outage-noticed', subject: region, body: { cause, outage: id } })
  const silence = await beat(tx, momentText(now), shortest / 1000)
  if (silence) await noticed('silence', silence.id)
  if (since === undefined || now - since < shortest) return
  const overload = await overloaded(tx, momentText(since), momentText(now))
  if (overload.isNew) await noticed('overload', overload.id)
}

/** An outage with what people are told of it. */
export interface KnownOutage extends Outage {
  readonly cause: 'silence' | 'overload' | 'declared'
  /** Path of the district's own unit, whose people it credits; null: the whole region. */
  readonly district: string | null
  readonly reason: string | null
}

/** Outages that credit people, between two moments. One that lasts ends now. */
export async function outagesOf(
  { db, clock }: Source,
  region: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<KnownOutage[]> {
  const rows = await as(db, { region, reach: 'region' }, (tx) => outagesBetween(tx, new Date(from), new Date(until)))
  return rows.map(({ id, cause, starts_at, ends_at, ...rest }) => ({
    ...rest,
    number: String(id),
    cause: cause as KnownOutage['cause'],
    startsAt: starts_at.getTime(),
    endsAt: ends_at?.getTime() ?? clock.moment(),
  }))
}

const momentText = (moment: number): string => new Date(moment).toISOString()

const daysShown = 31
const dayInMilliseconds = 86_400_000
/** A cut of power may be announced for so long ahead, and no longer. */
const longestAhead = dayInMilliseconds

/** An outage as the list shows it. */
export interface ListedOutage {
  readonly number: string
  readonly cause: KnownOutage['cause']
  readonly startsAt: Date
  /** null: it lasts. */
  readonly endsAt: Date | null
  readonly districtName: string | null
  readonly reason: string | null
  readonly state: 'credits' | 'unconfirmed' | 'withdrawn'
  /** It has not begun. */
  readonly isAhead: boolean
  /** The viewer declared it, and is not the one who confirms it. */
  readonly isOwn: boolean
}

/** A district of the region, as far as the staff data know one: the unit of the district itself. */
export interface District {
  readonly unit: string
  readonly name: string
}

/** Districts by name. Where other offices lie, the staff data do not say. */
async function districtsOf(tx: Tx, source: Source, region: RegionAsListed): Promise<District[]> {
  const units = await listUnits(tx, roleWindow(source, region))
  const districts = units.filter(({ kind }) => kind === 'district').map(({ unit, name }) => ({ unit, name }))
  return districts.toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Outages of the last month, noticed and declared, with the districts that one can be declared for. */
export const listOutages = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<{ readonly outages: readonly ListedOutage[]; readonly districts: readonly District[] }> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const districts = await districtsOf(tx, source, region)
    const names = new Map(districts.map(({ unit, name }) => [unit, name]))
    const rows = await outagesSince(tx, momentText(source.clock.moment() - daysShown * dayInMilliseconds))
    const outages = rows.map(({ id, cause, starts_at, ends_at, district, reason, ...row }): ListedOutage => {
      const waits = cause === 'declared' && row.confirmed_by === null
      return {
        number: String(id),
        cause: cause as KnownOutage['cause'],
        startsAt: starts_at,
        endsAt: ends_at,
        districtName: district === null ? null : (names.get(district) ?? district),
        reason,
        state: row.withdrawn_at !== null ? 'withdrawn' : waits ? 'unconfirmed' : 'credits',
        isAhead: starts_at.getTime() > source.clock.moment(),
        isOwn: row.declared_by === viewer.account,
      }
    })
    return { outages, districts }
  })

/** What an IT officer declares. */
export interface Declaration {
  /** UUID of the form: sent twice, it is one. */
  readonly id: string
  readonly day: Day
  readonly from: Time
  /** null: it lasts. */
  readonly until: Time | null
  /** Path of the district's unit; null: the whole region. */
  readonly district: string | null
  readonly reason: string
}

/**
 * Declares an outage of power or network. It credits nobody before a second person confirms it. Sent twice it is one;
 * under the id of another one it is refused.
 */
export const declareOutage = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, day, from, until, district, reason }: Declaration,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const now = source.clock.moment()
    const at = (time: Time) => momentOf(realDayOf(source, region, day), minutesOf(time), zoneOffset[region.zone])
    const [startsAt, endsAt] = [at(from), until === null ? null : at(until)]
    if (startsAt > now + longestAhead || now - startsAt > daysShown * dayInMilliseconds)
      return { refused: 'outage-times' }
    if (endsAt !== null && endsAt <= startsAt) return { refused: 'outage-times' }
    if (reason.trim() === '') return { refused: 'outage-reason-missing' }
    if (district !== null && (await districtsOf(tx, source, region)).every(({ unit }) => unit !== district))
      return { refused: 'not-found' }
    const added = await addDeclared(tx, {
      form_id: id,
      starts_at: momentText(startsAt),
      ends_at: endsAt === null ? null : momentText(endsAt),
      district,
      reason: reason.trim(),
      declared_by: viewer.account,
    })
    if (added) {
      await recordEvent(tx, eventOf(region, viewer, 'declared', added.id))
      return undefined
    }
    const kept = await declaredBy(tx, viewer.account, id)
    const isWhen = kept?.starts_at.getTime() === startsAt && (kept.ends_at?.getTime() ?? null) === endsAt
    return isWhen && kept.district === district && kept.reason === reason.trim() ? undefined : { refused: 'form-used' }
  })

const eventOf = (region: RegionAsListed, viewer: Viewer, what: 'declared' | OutageStep, outage: number) => ({
  actor: viewer.account,
  kind: `outage-${what}`,
  subject: region.code,
  body: { outage },
})

export type OutageStep = 'confirmed' | 'ended' | 'withdrawn'

/** Confirms, ends or withdraws a declared outage, once however often it is asked. Nobody confirms what they declared. */
export const stepOutage = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  outage: number,
  step: OutageStep,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const at = momentText(source.clock.moment())
    const done = {
      confirmed: () => confirmRow(tx, outage, viewer.account),
      ended: () => endRow(tx, outage, at),
      withdrawn: () => withdrawRow(tx, outage, at),
    }[step]
    const event = eventOf(region, viewer, step, outage)
    if (await done()) {
      await recordEvent(tx, event)
      return undefined
    }
    if (await wasRecorded(tx, event)) return undefined
    return { refused: step === 'ended' && (await isAheadOf(tx, outage, at)) ? 'outage-ahead' : 'outage-step' }
  })
