/** Putting official activities on the calendar: one, the days of a series, or the day to which one is postponed. */
import { isDeepStrictEqual } from 'node:util'
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import {
  dayRefused,
  daysOfSeries,
  type Rhythm,
  type Wish,
  wishLacks,
  wishRefused,
} from '@piket/domain/activity/activity.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { unitOn } from '@piket/domain/decision/world.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { uuidOf } from '#platform/uuid.ts'
import { type Activity, activityKept, membersGoing, type Row, rulesOf } from '../activity/service.ts'
import { type Areas, areasOf } from '../area/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { peopleOfAgencies, type Subordinate } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf } from '../staff/service.ts'
import { addActivity, addMembers, lockCalendar, othersOf } from './queries.ts'

/** What a form for a new activity offers. */
export interface Offered {
  readonly today: Day
  readonly areas: Areas
  readonly units: readonly { readonly unit: string; readonly name: string }[]
  readonly people: readonly Subordinate[]
}

/** Units and people of the viewer's own agencies, and the villages of the region. */
export async function offeredTo(source: Source, region: RegionAsListed, viewer: Viewer): Promise<Offered | Refusal> {
  const today = businessDay(source, region)
  const ground = await rulesOf(source, region, today, today)
  if (isRefusal(ground)) return ground
  const { world } = ground.book
  const isOwn = (agency: string) => may(viewer, 'register-activity', { region: region.code, agency })
  const units = [...world.units.keys()].filter((unit) => isOwn(agencyOf(unit)))
  const agencies = [...new Set(units.map(agencyOf))]
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    today,
    areas: await areasOf(tx),
    units: units
      .map((unit) => ({ unit, name: unitOn(world, unit, today)?.name ?? unit }))
      .toSorted((a, b) => a.unit.localeCompare(b.unit)),
    people: agencies.length === 0 ? [] : await peopleOfAgencies(tx, agencies, roleWindow(source, region)),
  }))
}

export interface NewActivity extends Wish {
  /** Given by the form: sent twice, it is one. */
  readonly id: string
  readonly unit: string
  readonly expected: number | null
  readonly members: readonly string[]
  readonly rhythm: Rhythm
  /** The last day of a series. */
  readonly repeatsUntil: Day | null
}

/**
 * Registers an activity, or each day of a series of them. Sent twice it is one; under the id of another it is refused.
 * @returns the id of its page
 */
export async function registerActivity(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  wish: NewActivity,
): Promise<{ readonly activity: string } | Refusal> {
  const today = businessDay(source, region)
  const agency = agencyOf(wish.unit)
  if (!may(viewer, 'register-activity', { region: region.code, agency })) return { refused: 'activity-not-yours' }
  const refused = wishRefused(wish, today)
  if (refused === 'activity-incomplete') return incomplete(wish)
  if (refused) return { refused }
  const days = daysOfSeries(wish.day, wish.rhythm, wish.repeatsUntil ?? wish.day)
  const last = days.at(-1)
  if (last === undefined) return { refused: 'activity-series-empty' }
  const tooFar = dayRefused(last, today)
  if (tooFar) return { refused: tooFar }
  const offered = await offeredTo(source, region, viewer)
  if (isRefusal(offered)) return offered
  if (offered.units.every(({ unit }) => unit !== wish.unit)) return { refused: 'activity-not-yours' }
  const own = new Set(offered.people.map(({ employee }) => employee))
  if (wish.members.some((employee) => !own.has(employee))) return { refused: 'activity-not-yours' }
  const isHere = wish.village === null || offered.areas.villages.some(({ code }) => code === wish.village)
  if (!isHere) return { refused: 'activity-village-elsewhere' }
  const { rhythm: _, repeatsUntil: __, ...one } = wish
  const wishes = days.map((day, number) => ({
    ...one,
    id: number === 0 ? wish.id : uuidOf(`${wish.id} ${day}`),
    day,
    series: days.length > 1 ? wish.id : null,
    continues: null,
  }))
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const outcome = await registerDays(tx, source, region, viewer, wishes)
    return outcome ?? { activity: wish.id }
  })
}

function incomplete(wish: Wish): Refusal {
  const { purpose, village, place } = wishLacks(wish)
  return lacking('activity-incomplete', {
    tujuan: purpose && { id: 'kegiatannya belum ditulis', en: 'what is done is not written yet' },
    desa: village && { id: 'desa atau kelurahannya belum dipilih', en: 'no village is chosen yet' },
    tempat: place && { id: 'gedung atau ruangannya belum ditulis', en: 'the building or room is not written yet' },
  })
}

/** One day of what is registered. */
interface NewDay extends Omit<NewActivity, 'rhythm' | 'repeatsUntil'> {
  readonly series: string | null
  /** The activity that was postponed to this day. */
  readonly continues: string | null
}

/** Registers all of some days, or none of them. */
async function registerDays(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  wishes: readonly NewDay[],
): Promise<Refusal | undefined> {
  const by = viewer.employee ?? viewer.account
  await lockCalendar(tx)
  const fresh: NewDay[] = []
  for (const wish of wishes) {
    const kept = await activityKept(tx, wish.id)
    if (kept && !(isSame(kept, await membersGoing(tx, wish.id), wish) && kept.registeredBy === by))
      return { refused: 'form-used' }
    if (kept) continue
    const clash = await clashOf(tx, wish)
    if (clash) return { refused: 'activity-member-elsewhere', detail: clash }
    fresh.push(wish)
  }
  for (const wish of fresh) {
    const agency = agencyOf(wish.unit)
    await addActivity(tx, {
      activity_id: wish.id,
      series_id: wish.series,
      continues_id: wish.continues,
      agency_id: agency,
      unit_id: wish.unit,
      setting: wish.setting,
      ...writtenAs(wish),
      day: wish.day,
      starts_at: wish.from,
      ends_at: wish.until,
      expected: wish.expected,
      registered_by: by,
      registered_on: businessDay(source, region),
      registered_at: new Date(source.clock.moment()).toISOString(),
    })
    await addMembers(tx, wish.id, [...new Set(wish.members)])
    const event = { actor: by, kind: 'activity-registered', subject: wish.id, agency }
    await recordEvent(tx, { ...event, body: { day: wish.day, unit: wish.unit, people: wish.members.length } })
  }
  return undefined
}

/** What was typed, as it is kept. */
const writtenAs = ({
  purpose,
  setting,
  village,
  place,
}: Pick<NewDay, 'purpose' | 'setting' | 'village' | 'place'>) => ({
  purpose: purpose.trim(),
  village_code: setting === 'village' ? village : null,
  place: place.trim() || null,
})

/** Whether an activity is the one that a wish became. @param going who goes */
function isSame(kept: Row, going: readonly string[], wish: NewDay): boolean {
  const { purpose, village_code, place } = writtenAs(wish)
  const isThere = kept.village === village_code && kept.place === place && kept.unit === wish.unit
  const isThen = kept.day === wish.day && kept.from === wish.from && kept.until === wish.until
  const isAlike = kept.purpose === purpose && kept.setting === wish.setting && kept.expected === wish.expected
  return isAlike && isThere && isThen && isDeepStrictEqual(new Set(going), new Set(wish.members))
}

/** Who of those who go is at another activity then: nobody is at two places. */
async function clashOf(tx: Tx, { id, day, from, until, members }: NewDay) {
  const other = (await othersOf(tx, members, id, day)).find((one) => one.from < until && from < one.until)
  if (!other) return undefined
  const name = (await namesOf(tx, [other.employee]))(other.employee)
  return {
    id: `${name}: ${other.purpose}, ${other.from}–${other.until}`,
    en: `${name}: ${other.purpose}, ${other.from}–${other.until}`,
  }
}

/** Of another text than the days of a series: on one of them a postponed activity is no form that was sent twice. */
const postponedId = (activity: string, day: Day): string => uuidOf(`${activity} postponed ${day}`)

/**
 * Puts a postponed activity on its new day, with the same people. It is registered anew: a clearance was for its day.
 * @returns a refusal where the day cannot be, or somebody is elsewhere then
 */
export async function registerAgain(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  activity: Activity,
  day: Day | null,
): Promise<Refusal | undefined> {
  if (day === null) return { refused: 'activity-new-day-missing' }
  const refused = dayRefused(day, businessDay(source, region))
  if (refused) return { refused }
  if (day === activity.day) return { refused: 'activity-same-day' }
  const { activity: id, unit, purpose, setting, village, place, from, until, expected } = activity
  const again = {
    ...{ id: postponedId(id, day), unit, purpose, setting, village, place: place ?? '', from, until, expected, day },
    members: await membersGoing(tx, id),
    series: activity.series,
    continues: id,
  }
  return registerDays(tx, source, region, viewer, [again])
}
