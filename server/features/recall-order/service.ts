/** Calling people to the office: who is called, and told again. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import {
  isToHearOff,
  orderRecall,
  type RecallReason,
  reasonsOf,
  remind,
  standsIn,
} from '@piket/domain/attendance/recall.ts'
import type { Time } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import { as } from '#platform/db.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { businessDay, realDayOf } from '../knowledge/service.ts'
import type { Subordinate } from '../leader/service.ts'
import type { NoticeChannel } from '../notice/schema.ts'
import { tell } from '../notice/service.ts'
import { channelsTo, type Source } from '../notice-address/service.ts'
import {
  holdRecalls,
  type KeptRecall,
  keepRecall,
  keepReminder,
  recallsOf,
  recallsStanding,
} from '../recall/service.ts'
import { holdInReach, isThere, type Scene, sceneOf } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { postingOf } from '../staff/service.ts'

/** What a superior writes to call people. */
export interface RecallOrders {
  /** UUID of the form: sent twice, it is one order. */
  readonly id: string
  readonly employees: readonly string[]
  readonly reason: RecallReason
  readonly to: string
  readonly arriveBy: Time
  /** The recall of somebody who cannot come; null: nobody's place is taken. */
  readonly insteadOf: string | null
}

/** Whether some recalls are what an order asks for, no more and no less. */
const areOf = (
  kept: readonly KeptRecall[],
  {
    by,
    employees,
    ...order
  }: Pick<KeptRecall, 'reason' | 'to' | 'arriveByAt' | 'insteadOf'> & {
    readonly by: string
    readonly employees: readonly string[]
  },
): boolean =>
  kept.length === employees.length &&
  kept.every(
    (one) =>
      one.orderedBy === by &&
      employees.includes(one.person) &&
      one.reason === order.reason &&
      one.to === order.to &&
      one.arriveByAt === order.arriveByAt &&
      one.insteadOf === order.insteadOf,
  )

/**
 * Calls some people, all of them or none. Sent twice it is one order; under the id of another one it is refused.
 * @returns a refusal, which names who cannot be called
 */
export async function orderRecalls(
  source: Source,
  name: string,
  viewer: Viewer,
  { id, employees: named, reason, to: place, arriveBy, insteadOf }: RecallOrders,
): Promise<Refusal | undefined> {
  const scene = await sceneOf(source, name, viewer)
  if (isRefusal(scene)) return scene
  const { region, day, reached } = scene
  const employees = [...new Set(named)]
  const chosen = employees.flatMap((employee) => reached.get(employee) ?? [])
  const by = viewer.employee ?? ''
  const to = place.trim()
  if (chosen.length < employees.length) return { refused: 'recall-not-yours' }
  if (chosen.length === 0 || to === '')
    return lacking('recall-incomplete', {
      pegawai: chosen.length === 0 && lacks.people,
      tempat: to === '' && lacks.place,
    })
  const orderedAt = source.clock.moment()
  const arriveByAt = momentOf(realDayOf(source, region, day), minutesOf(arriveBy), zoneOffset[region.zone])
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await holdRecalls(tx, day)
    const before = await recallsOf(tx, id)
    if (before.length > 0)
      return areOf(before, { by, employees, reason, to, arriveByAt, insteadOf }) ? undefined : { refused: 'form-used' }
    // Read anew, now that nobody else calls: what was ordered or answered since the page was made counts too.
    // Who stands in for somebody may be anybody's; else only those who are called matter, and others wait less.
    const standing = await recallsStanding(tx, source, region, day, insteadOf === null ? { employees } : {})
    const misplaced = insteadOf === null ? undefined : noStandIn(reached, standing, insteadOf, employees)
    if (misplaced) return misplaced
    const posting = await postingOf(tx, by, roleWindow(source, region))
    const led = agenciesLed(viewer)
    const orders = chosen.map((one) => {
      const { person, row, clauses } = one
      const earlier = standing.filter((recall) => recall.person === person.employee)
      const given = { person: person.employee, reason, to, orderedAt, arriveByAt }
      const from = { planned: row.place, atOffice: isThere(one), allowed: reasonsOf(clauses), earlier }
      return { person, clauses, recall: orderRecall({ ...given, ...from }) }
    })
    for (const { person, recall } of orders) if (isRefused(recall)) return about(person, recall.refused)
    for (const { person, clauses, recall } of orders) {
      if (isRefused(recall)) continue
      const clause = clauses.find((one) => one.for === undefined || one.for.includes(reason))?.id ?? ''
      const orderedAs = led.includes(person.agency) ? 'opd_head' : (posting?.position ?? 'opd_head')
      const order = { ...recall, order: id, day, agency: person.agency, clause, orderedBy: by, orderedAs, insteadOf }
      const made = await keepRecall(tx, order)
      if (made !== undefined) await tell(tx, source, region, tellingOf({ ...order, id: made }, by))
    }
    return undefined
  })
}

const lacks = {
  people: { id: 'pegawainya belum dipilih', en: 'nobody is chosen yet' },
  place: { id: 'tempatnya belum ditulis', en: 'the place is not written yet' },
}

/** Why some people cannot be called in the place of whom a recall is for: they come, or somebody stands in already. */
function noStandIn(
  reached: Scene['reached'],
  recalls: readonly KeptRecall[],
  id: string,
  employees: readonly string[],
): Refusal | undefined {
  const replaced = recalls.find((recall) => recall.id === id && reached.has(recall.person))
  if (replaced?.state !== 'declined') return { refused: 'recall-comes-after-all' }
  const isReplaced = recalls.some((one) => one.insteadOf === id && standsIn(one))
  const isOneOther = employees.length === 1 && employees[0] !== replaced.person
  return isOneOther && !isReplaced ? undefined : { refused: 'recall-stand-in' }
}

/** The refusal with the name of whom it is about. */
function about({ name }: Subordinate, refused: keyof typeof refusals): Refusal {
  const { meaning, fix } = refusals[refused]
  const words = (language: keyof Bilingual) => `${name}: ${meaning[language]} ${fix[language]}`
  return { refused, detail: { id: words('id'), en: words('en') } }
}

const tellingOf = (
  { id, agency, day, person, arriveByAt }: Pick<KeptRecall, 'id' | 'agency' | 'day' | 'person' | 'arriveByAt'>,
  by: string,
  kind: 'recall' | 'recall_cancelled' = 'recall',
) => ({ kind, subject: id, agency, day, employee: person, due: arriveByAt, by })

/**
 * Tells somebody in reach again, by a channel that the superior chooses: that they are called, or on the same day that they
 * are not wanted any more.
 */
export const resendRecall = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  channel: NoticeChannel,
): Promise<Refusal | undefined> =>
  holdInReach(source, region, viewer, id, async (tx, change) => {
    const { recall, at, by } = change
    const isOff = isToHearOff(recall) && recall.day === businessDay(source, region)
    const next = remind(recall, at)
    if (!isOff && isRefused(next)) return { refused: next.refused }
    const sent = (await channelsTo(tx, source, region, [recall.person]))(recall.person)
    if ((channel === 'push' || channel === 'mail') && !sent.includes(channel)) return { refused: 'notice-channel-off' }
    await tell(tx, source, region, tellingOf(recall, by, isOff ? 'recall_cancelled' : 'recall'), [channel])
    if (!isOff) await keepReminder(tx, change)
    return undefined
  })
