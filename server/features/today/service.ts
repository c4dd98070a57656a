/** The own day of somebody who has signed in: where, by which clause, from when to when. */
import { mayAtAll } from '@piket/domain/access/permission.ts'
import { openAnswers, type RecallAnswered } from '@piket/domain/attendance/recall.ts'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type ToldAnnouncement, unreadAnnouncements } from '../announcement/service.ts'
import { type Attendance, attendanceOf } from '../attendance/service.ts'
import { casesAsking } from '../case/service.ts'
import { type PersonDay, personDay } from '../decision/service.ts'
import { groundAsked, unitNames } from '../ground/service.ts'
import { type OpenInstruction, openInstructions } from '../instruction/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { permitsWaiting } from '../permit-decision/service.ts'
import { type KeptRecall, linkedTo } from '../recall/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type ReportDay, reportOf } from '../report/service.ts'
import { markOf, type SignedIn } from '../session/service.ts'
import { agencyOfEmployee, namesOf } from '../staff/service.ts'

/** A recall as its person sees it. */
interface OwnRecall extends KeptRecall {
  readonly orderer: string
  /** Who heard the answer by telephone; null: it is the person's own, or there is none. */
  readonly hearer: string | null
  /** Who cancelled it. */
  readonly canceller: string | null
  /** What the person can answer still. */
  readonly answers: readonly RecallAnswered['answer'][]
  /** Name of who cannot come and is stood in for. */
  readonly comesInsteadOf: string | null
  /** Names of those who were called instead. */
  readonly calledInstead: readonly string[]
}

export interface Today {
  readonly region: RegionAsListed
  readonly day: Day
  /** The minute at which this was so. */
  readonly now: Instant
  readonly found: PersonDay
  readonly attendance: Attendance
  /** How the report of the day stands. */
  readonly report: ReportDay | undefined
  /** Tasks that no report has answered. */
  readonly instructions: readonly OpenInstruction[]
  /** The newest order to the office that still asks something of the person, and who gave it. */
  readonly recall: OwnRecall | undefined
  readonly unread: readonly ToldAnnouncement[]
  /** Permits of others that wait for a signature. */
  readonly permitsWaiting: number
  /** Own cases in which the person can say something now. */
  readonly casesAsking: number
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
  /** Name of the direct superior; undefined: none on record. */
  readonly supervisor: string | undefined
  /** Marks the session: pages kept on the phone belong to it. */
  readonly session: string
}

async function ownRecall(tx: Tx, recall: KeptRecall, now: number): Promise<OwnRecall> {
  const { orderedBy, answeredTo, cancelled } = recall
  const { insteadOf, substitutes } = await linkedTo(tx, recall)
  const people = [orderedBy, answeredTo, insteadOf, cancelled?.by ?? null, ...substitutes].filter((one) => one !== null)
  const names = await namesOf(tx, people)
  const hearer = answeredTo === null ? null : names(answeredTo)
  return {
    ...recall,
    orderer: names(orderedBy),
    hearer,
    canceller: cancelled && names(cancelled.by),
    answers: openAnswers(recall, now),
    comesInsteadOf: insteadOf === null ? null : names(insteadOf),
    calledInstead: substitutes.map(names),
  }
}

/**
 * The day of somebody, with their own reasons.
 * @returns a refusal when they are not employed on the region's business day
 */
export async function todayOf(
  source: { readonly db: Db; readonly clock: Clock },
  signedIn: SignedIn,
  employee: string,
): Promise<Today | Refusal> {
  const { region: code } = signedIn
  const asked = await askedOf(source, code, {})
  if (isRefusal(asked)) return asked
  const { region, day, known } = asked
  const agency = await agencyOfEmployee(source.db, code, employee, { from: day, until: day, known, zone: region.zone })
  if (agency === undefined) return { refused: 'not-found' }
  const ground = await groundAsked(source.db, asked, agency)
  if (isRefusal(ground)) return ground
  const now = source.clock.now(region.zone, region.demoDay)
  const found = await personDay(source.db, ground, employee, { day, time: now.slice(11), own: true })
  const [attendance] = await attendanceOf(source, ground, day, [employee])
  if (!found || !attendance) return { refused: 'not-found' }
  const newest = attendance.recalls.at(-1)
  const told = await as(source.db, { region: code, reach: 'region' }, async (tx) => ({
    instructions: await openInstructions(tx, employee),
    unread: await unreadAnnouncements(tx, employee, agency),
    casesAsking: await casesAsking(tx, source, region, employee),
    permitsWaiting: mayAtAll(signedIn, 'sign-permits') ? await permitsWaiting(tx, source, region, signedIn) : 0,
    recall: newest && (await ownRecall(tx, newest, source.clock.moment())),
  }))
  const { world } = ground.book
  const { supervisor } = found.person
  return {
    region,
    day,
    now,
    found,
    attendance,
    report: await reportOf(source, region, employee, day),
    ...told,
    documents: new Map(ground.register.filed.map(({ id, doc }) => [id, doc])),
    unitName: unitNames(ground, day),
    supervisor: supervisor === null ? undefined : employeeOn(world, supervisor, day)?.name,
    session: markOf(signedIn),
  }
}
