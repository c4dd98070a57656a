/** Who is where, planned against actual. Nothing of it is stored: it is derived from decisions and check-ins when asked. */
import { type DayState, dayState, type JudgedCheckIn } from '@piket/domain/attendance/day-state.ts'
import { gradeEvidence } from '@piket/domain/attendance/evidence.ts'
import { isOfficeCode } from '@piket/domain/attendance/office-code.ts'
import { judgeTime, type MomentWindow, type TimeCertainty } from '@piket/domain/attendance/time-bounds.ts'
import { usualHours, type WorkingHours, windowMoments, workingHours } from '@piket/domain/attendance/working-hours.ts'
import { type Day, within } from '@piket/domain/calendar/day.ts'
import { dayAt, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { decideList, rowsAt } from '@piket/domain/decision/decide-list.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import type { EmployeeRecord } from '@piket/domain/staff/facts.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import { checkInsOf, type GradedCheckIn } from '../check-in-grade/service.ts'
import type { Ground } from '../ground/service.ts'
import { realDayOf } from '../knowledge/service.ts'
import { type KnownOutage, outagesOf } from '../outage/service.ts'
import { followed, type KeptRecall, recallsOn } from '../recall/service.ts'

const dayInMilliseconds = 86_400_000

interface Source {
  readonly db: Db
  readonly clock: Clock
}

/** A check-in as its person and their superior see it. */
export interface SeenCheckIn extends JudgedCheckIn {
  readonly id: string
  readonly certainty: TimeCertainty
  /** Number of the outage that credits it. */
  readonly outage: string | null
  readonly note: string
}

export interface Attendance {
  readonly person: EmployeeRecord
  /** The decision of the day, by span. */
  readonly rows: readonly Row[]
  /** null: nobody works at usual hours on that weekday. */
  readonly hours: WorkingHours | null
  readonly checkIns: readonly SeenCheckIn[]
  /** Orders to the office that day, the newest last. */
  readonly recalls: readonly KeptRecall[]
  readonly day: DayState
}

/**
 * Where people are on a day, against where the rules place them.
 * @param employees ids; those of nobody employed that day are left out
 */
export async function attendanceOf(
  source: Source,
  ground: Ground,
  day: Day,
  employees: readonly string[],
): Promise<Attendance[]> {
  const { region, book, seal } = ground
  const { world } = book
  const offset = zoneOffset[region.zone]
  const date = realDayOf(source, region, day)
  const now = source.clock.moment()
  const [only] = employees.length === 1 ? employees : []
  const all = await checkInsOf(source.db, region.code, { from: day, until: day, ...(only && { employee: only }) })
  const midnight = momentOf(date, 0, offset)
  const outages = await outagesOf(source, region.code, { from: midnight, until: midnight + dayInMilliseconds })
  const made = new Map<string, GradedCheckIn[]>()
  for (const one of all) {
    // Of a demonstration, what a visitor of another date left behind.
    const isLeftOver = region.demoDay !== null && dayAt(one.receivedAt, offset) !== date
    if (one.signatureHolds === false || isLeftOver) continue
    const { person } = one.record
    made.set(person, [...(made.get(person) ?? []), one])
  }
  const recalled = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    recallsOn(tx, source, region, day, only === undefined ? undefined : [only]),
  )
  const seasons = world.facts.seasons.filter((season) => within(day, season)).map(({ name }) => name)
  const table = decideList(book, employees, [day])
  return employees.flatMap((employee, position) => {
    const person = employeeOn(world, employee, day)
    const rows = rowsAt(table, position, 0)
    const row = rows.find(({ span }) => span.slice(0, 5) <= '12:00' && '12:00' < span.slice(6))
    if (!person || !row) return []
    const hours = workingHours({ row, usual: usualHours, seasons })
    const windows = hours?.windows.map((window) => windowMoments(window, date, offset)) ?? []
    const checkIns = (made.get(employee) ?? []).flatMap((one) =>
      judged(one, { windows, outages, unit: person.unit, seal }),
    )
    const recalls = recalled
      .filter((one) => one.person === employee)
      .map((one) => followed(one, made.get(employee) ?? [], now))
    const recall = recalls.at(-1) ?? null
    const state = dayState({ plan: rows, recall, checkIns, windows, now, date, offset })
    return [{ person, rows, hours, checkIns, recalls, day: state }]
  })
}

/** What a check-in is judged by. */
interface Circumstances extends Pick<Ground, 'seal'> {
  readonly windows: readonly MomentWindow[]
  readonly outages: readonly KnownOutage[]
  readonly unit: string
}

/** A check-in against its window; none where it is no coming and going, or no window is known. */
function judged({ record, time }: GradedCheckIn, { windows, outages, unit, seal }: Circumstances): SeenCheckIn[] {
  const { kind, place, officeCode, position, note, id } = record
  if (kind === 'recall_answer') return []
  const window = windows.find((one) => one.kind === kind)
  if (!window) return []
  const evidence = gradeEvidence({
    place,
    stated: true,
    position,
    places: [],
    officeCode: officeCode !== null && officesOf(unit).some((office) => isOfficeCode(officeCode, office, time, seal)),
    vouchers: [],
  })
  const { timing, certainty, outage } = judgeTime(time, window, outages)
  return [{ id, kind, place, at: time.claimedAt, timing, certainty, outage, evidence, note }]
}

/** A unit and those above it: the screen of any of them stands where its people work. */
const officesOf = (unit: string): string[] =>
  unit.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))
