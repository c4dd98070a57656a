/** When the server itself failed people: whoever was caught in it counts as on time. */
import type { Outage } from '@piket/domain/attendance/time-bounds.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { listRegions } from '../region/service.ts'
import { beat, outagesBetween, overloaded } from './queries.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

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
    for (const { code } of await listRegions(db))
      await as(db, { region: code, reach: 'region' }, (tx) => beatOf(tx, code, now, overloadedSince))
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
  /** Where; null: in the whole region. */
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
