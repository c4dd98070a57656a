/** Who is where, planned against actual. Nothing of it is stored: it is derived from decisions and check-ins when asked. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import { type DayState, dayState, type JudgedCheckIn } from '@piket/domain/attendance/day-state.ts'
import { gradeEvidence } from '@piket/domain/attendance/evidence.ts'
import { isOfficeCode } from '@piket/domain/attendance/office-code.ts'
import { judgeTime, type MomentWindow, type TimeCertainty } from '@piket/domain/attendance/time-bounds.ts'
import { judgeVouched, saysAsMuch, vouchedMoments } from '@piket/domain/attendance/vouched.ts'
import { usualHours, type WorkingHours, windowMoments, workingHours } from '@piket/domain/attendance/working-hours.ts'
import { addDays, type Day, daysBetween, daysOf, within } from '@piket/domain/calendar/day.ts'
import { dayAt, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { decideList, rowsAt } from '@piket/domain/decision/decide-list.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import { employeeOn, type World } from '@piket/domain/decision/world.ts'
import { agencyOf, type EmployeeRecord, unitCovers } from '@piket/domain/staff/facts.ts'
import { visible } from '@piket/domain/visible.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type CheckInsAsked, checkInsOf, type GradedCheckIn } from '../check-in-grade/service.ts'
import { openOn } from '../correction/service.ts'
import { fingerprintsOf } from '../fingerprint/service.ts'
import { type Ground, groundAsked, groundsFor, peopleOn } from '../ground/service.ts'
import { askedOf, businessDay, realDayOf } from '../knowledge/service.ts'
import { placesFor, placesSince, type UnitPlace } from '../known-place/service.ts'
import { subordinatesOf } from '../leader/service.ts'
import { objectedOn } from '../objection/service.ts'
import { type KnownOutage, outagesOf } from '../outage/service.ts'
import { followed, type KeptRecall, recallsOn } from '../recall/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { agencyOfEmployee } from '../staff/service.ts'
import { type KnownVoucher, vouchersOf } from '../voucher/service.ts'

const dayInMilliseconds = 86_400_000

/** A check-in as its person and their superior see it. */
export interface SeenCheckIn extends JudgedCheckIn {
  readonly id: string
  readonly certainty: TimeCertainty
  /** Number of the outage that credits it. */
  readonly outage: string | null
  /** The record is signed as it was typed; of its note is shown what can be seen. */
  readonly note: string
  /** Who else says so; where the person has no record of their own, it stands on their word alone. */
  readonly vouchers: readonly KnownVoucher[]
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
  /** A correction of the day, or an objection to its decision, is not closed: it counts against nobody yet. */
  readonly open: boolean
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
  const all = await checkInsOf(source.db, region.code, { from: day, until: day, ...narrowed(world, day, employees) })
  const midnight = momentOf(date, 0, offset)
  const outages = await outagesOf(source, region.code, { from: midnight, until: midnight + dayInMilliseconds })
  const { words, open, recalled, places } = await as(
    source.db,
    { region: region.code, reach: 'region' },
    async (tx) => ({
      words: [...(await vouchersOf(tx, day, employees)), ...(await fingerprintsOf(tx, day, employees))],
      open: new Set([...(await openOn(tx, source, day, employees)), ...(await objectedOn(tx, source, day, employees))]),
      places: await placesSince(tx, midnight),
      recalled: await recallsOn(tx, source, region, day, { employees }),
    }),
  )
  // Of a demonstration, what a visitor of another date left behind.
  const isLeftOver = (at: number, from: Day) => region.demoDay !== null && dayAt(at, offset) !== from
  const made = groupedBy(
    all.filter(({ signatureHolds, receivedAt }) => signatureHolds !== false && !isLeftOver(receivedAt, date)),
    ({ record }) => record.person,
  )
  const said = groupedBy(
    words.filter(({ vouchedAt }) => !isLeftOver(vouchedAt, dayAt(now, offset))),
    (word) => word.employee,
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
    const caught = outages.filter(({ district }) => district === null || unitCovers(district, person.unit))
    const by = { windows, outages: caught, unit: person.unit, seal, places, words: said.get(employee) ?? [] }
    const own = (made.get(employee) ?? []).flatMap((one) => judged(one, by))
    const checkIns = [...own, ...vouchedAlone(own, by)].toSorted((a, b) => a.at - b.at)
    const recalls = recalled
      .filter((one) => one.person === employee)
      .map((one) => followed(one, made.get(employee) ?? [], now))
    const recall = recalls.findLast(({ state }) => state !== 'cancelled') ?? null
    const state = dayState({ plan: rows, recall, checkIns, windows, now, date, offset })
    return [{ person, rows, hours, checkIns, recalls, day: state, open: open.has(employee) }]
  })
}

/**
 * Where everybody of a ground is on a day, by agency: one after the other, so that others are served in between. Agencies
 * with nobody employed that day are left out.
 */
export async function attendanceByAgency(
  source: Source,
  ground: Ground,
  day: Day,
): Promise<ReadonlyMap<string, readonly Attendance[]>> {
  const people = groupedBy(
    peopleOn(ground, day).map(({ person }) => person),
    ({ unit }) => agencyOf(unit),
  )
  const agencies = new Map<string, readonly Attendance[]>()
  for (const [agency, own] of people) {
    const ids = own.map(({ employee }) => employee)
    agencies.set(agency, await attendanceOf(source, ground, day, ids))
  }
  return agencies
}

/** As little as holds what is asked about: the people of one agency by it, one person or those of many by their ids. */
function narrowed(world: World, day: Day, employees: readonly string[]): Pick<CheckInsAsked, 'employees' | 'agency'> {
  if (employees.length === 1) return { employees }
  const agencies = new Set(
    employees.flatMap((one) => {
      const unit = employeeOn(world, one, day)?.unit
      return unit === undefined ? [] : [agencyOf(unit)]
    }),
  )
  const [agency] = agencies
  return agencies.size === 1 && agency !== undefined ? { agency } : { employees }
}

/** What a check-in is judged by. */
interface Circumstances extends Pick<Ground, 'seal'> {
  readonly windows: readonly MomentWindow[]
  readonly outages: readonly KnownOutage[]
  readonly unit: string
  /** Places of the region that the day is held against. */
  readonly places: readonly UnitPlace[]
  /** What others say of the person's day. */
  readonly words: readonly KnownVoucher[]
}

/** A check-in against its window; none where it is no coming and going, or no window is known. */
function judged(
  { record, time, proximity }: GradedCheckIn,
  { windows, outages, unit, seal, words, places }: Circumstances,
): SeenCheckIn[] {
  const { kind, place, officeCode, position, note, id } = record
  if (kind === 'recall_answer') return []
  const window = windows.find((one) => one.kind === kind)
  if (!window) return []
  const vouchers = words.filter((word) => word.moment === kind && word.place === place)
  const evidence = gradeEvidence({
    place,
    stated: true,
    position,
    kept: proximity,
    places: placesFor(places, unit, place),
    officeCode: officeCode !== null && officesOf(unit).some((office) => isOfficeCode(officeCode, office, time, seal)),
    vouchers: vouchers.map((word) => word.kind),
  })
  const { timing, certainty, outage } = judgeTime(time, window, outages)
  return [{ id, kind, place, at: time.claimedAt, timing, certainty, outage, evidence, note: visible(note), vouchers }]
}

/** Comings and goings that others vouch for, where the person has recorded less. */
function vouchedAlone(own: readonly SeenCheckIn[], { windows, outages, words }: Circumstances): SeenCheckIn[] {
  return vouchedMoments(words).flatMap((vouchers): SeenCheckIn[] => {
    const [first] = vouchers
    const window = windows.find(({ kind }) => kind === first?.moment)
    if (!first || !window || own.some((one) => saysAsMuch({ ...one, moment: one.kind }, first))) return []
    const { voucher: id, moment: kind, place, at, reason } = first
    const kinds = vouchers.map((word) => word.kind)
    const said = { stated: false, position: null, places: [], officeCode: false, vouchers: kinds }
    const { timing, certainty, outage } = judgeVouched(first, window, outages)
    const evidence = gradeEvidence({ place, ...said })
    return [{ id, kind, place, at, timing, certainty, outage, evidence, note: reason ?? '', vouchers }]
  })
}

function groupedBy<One>(all: readonly One[], key: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

/** A unit and those above it: the screen of any of them stands where its people work. */
const officesOf = (unit: string): string[] =>
  unit.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))

/** The day of one person, planned against actual. */
export interface PersonAttendance {
  readonly region: RegionAsListed
  readonly day: Day
  readonly attendance: Attendance
}

/**
 * The day of somebody; today where none is named.
 * @returns a refusal when they are not employed then
 */
export async function attendanceOfPerson(
  source: Source,
  name: string,
  employee: string,
  date?: Day,
): Promise<PersonAttendance | Refusal> {
  const asked = await askedOf(source, name, { date })
  if (isRefusal(asked)) return asked
  const { region, day, known } = asked
  const window = { from: day, until: day, known, zone: region.zone }
  const agency = await agencyOfEmployee(source.db, region.code, employee, window)
  if (agency === undefined) return { refused: 'not-found' }
  const ground = await groundAsked(source.db, asked, agency)
  if (isRefusal(ground)) return ground
  const [attendance] = await attendanceOf(source, ground, day, [employee])
  return attendance ? { region, day, attendance } : { refused: 'not-found' }
}

/** The day of everybody who answers to somebody: as superior, as head, or acting for one of them; by name. */
export async function teamDay(source: Source, region: RegionAsListed, viewer: Viewer): Promise<Attendance[] | Refusal> {
  const { employee } = viewer
  if (employee === undefined) return []
  const asked = await askedOf(source, region.code, {})
  if (isRefusal(asked)) return asked
  const people = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    subordinatesOf(tx, employee, agenciesLed(viewer), roleWindow(source, region)),
  )
  const grounds = await groundsFor(source.db, asked, people)
  if (isRefusal(grounds)) return grounds
  const team: Attendance[] = []
  for (const { ground, people: own } of grounds) {
    const ids = own.map((one) => one.employee)
    team.push(...(await attendanceOf(source, ground, asked.day, ids)))
  }
  return team.toSorted((a, b) => a.person.name.localeCompare(b.person.name))
}

/** Those who are to work and of whom too little is on record by now. */
export const tooLittleOnRecord = (team: readonly Attendance[]): Attendance[] =>
  team.filter(({ day: { deviation } }) => deviation?.kind === 'not_recorded' || deviation?.kind === 'evidence_thin')

/** How many people of a region an outage credits, on the days that it touches. */
export async function creditedBy(source: Source, region: RegionAsListed, outage: string): Promise<number | Refusal> {
  const offset = zoneOffset[region.zone]
  const [found] = (await outagesOf(source, region.code, { from: 0, until: source.clock.moment() })).filter(
    ({ number }) => number === outage,
  )
  if (!found) return { refused: 'not-found' }
  const shift = daysBetween(realDayOf(source, region, businessDay(source, region)), businessDay(source, region))
  const [first, last] = [dayAt(found.startsAt, offset), dayAt(found.endsAt, offset)]
  const credited = new Set<string>()
  for (const date of daysOf(first, last)) {
    const asked = await askedOf(source, region.code, { date: addDays(date, shift) })
    if (isRefusal(asked)) return asked
    const ground = await groundAsked(source.db, asked)
    if (isRefusal(ground)) return ground
    const ids = peopleOn(ground, asked.day).map(({ person }) => person.employee)
    for (const { person, checkIns } of await attendanceOf(source, ground, asked.day, ids))
      if (checkIns.some((one) => one.outage === outage)) credited.add(person.employee)
  }
  return credited.size
}
