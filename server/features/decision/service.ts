/** What the rules say for one person, and why. Nothing is stored: an answer is derived each time it is asked. */
import { addDays, type Day, daysOf, type Time } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { askedAt, decide, middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { explain, type Step } from '@piket/domain/decision/explain.ts'
import { ownView, publicViewOf } from '@piket/domain/decision/public-view.ts'
import { type Receipt, receiptOf } from '@piket/domain/decision/receipt.ts'
import { isGap, type Place, type Row, type RowBan } from '@piket/domain/decision/row.ts'
import { type Seats, seatsOf } from '@piket/domain/decision/seats.ts'
import { actingOn, employeeOn, unitOn } from '@piket/domain/decision/world.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type ActingRecord, agencyOf, type EmployeeRecord } from '@piket/domain/staff/facts.ts'
import type { Db } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { sha256 } from '../circular/service.ts'
import { type Ground, groundAsked, peopleOn, unitNames } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { daysLeftOpen, type OpenDay, openDaysOf } from '../roster/service.ts'
import { readRoster, verdictOf } from '../roster-check/service.ts'
import { agencyOfEmployee } from '../staff/service.ts'

export interface PersonDay {
  readonly person: EmployeeRecord
  readonly rows: readonly Row[]
  /** The row of the time that was asked about. */
  readonly row: Row
  readonly steps: readonly Step[]
  readonly receipt: Receipt
  /** The acting posts of the day. */
  readonly acting: readonly ActingRecord[]
  /** Why the turn of the day is left open; undefined: it is not. */
  readonly leftOpen: LeftOpen | undefined
  /**
   * The next working days, the day itself first. `usual`: no document decides, and ordinary office work stays.
   * `leftOpen`: the published roster leaves the turn open.
   */
  readonly ahead: readonly {
    readonly day: Day
    readonly place: Place
    readonly usual: boolean
    readonly leftOpen: boolean
  }[]
  /** The seats of the agency, as this person shares them. */
  readonly seats: Seats
  /** Documents from the one that decides up to where it rests on. */
  readonly chain: readonly Circular[]
}

/** A turn that cannot be drawn: the reason, whether an independent check confirms it, and whom to ask. */
export interface LeftOpen {
  readonly unit: string
  readonly reason: Bilingual
  /** false: an independent check finds a fault in the roster; null: it can no longer be checked. */
  readonly verified: boolean | null
  /** The head of the agency; undefined where none is on record here. */
  readonly head: EmployeeRecord | undefined
}

async function leftOpenOf(db: Db, ground: Ground, { unit, day, roster }: OpenDay): Promise<LeftOpen | undefined> {
  const { world } = ground.book
  const documents = new Map(ground.book.versions.map(({ doc }) => [doc.id, doc]))
  const open = openDaysOf(roster, { documents, unitName: unitNames(ground, day) })
  const reason = open.find(({ days }) => days.includes(day))?.words
  const head = unitOn(world, unit, day)?.head
  const read = await readRoster(db, ground.region, roster)
  return (
    reason && {
      unit,
      reason,
      verified: read ? verdictOf(read).ok : null,
      head: head == null ? undefined : employeeOn(world, head, day),
    }
  )
}

/** Three weeks hold ten working days after the first, holidays between them or not. */
const daysAhead = 21

/**
 * One person at one time of one day, with the reasons and the receipt; undefined when nobody by that id is employed
 * then.
 * @param own the person asks: individual reasons are told, and the receipt is a full one; else as anybody may see it
 */
export async function personDay(
  db: Db,
  ground: Ground,
  employee: string,
  { day, time, own }: { readonly day: Day; readonly time: Time; readonly own: boolean },
): Promise<PersonDay | undefined> {
  const { book, register } = ground
  const person = employeeOn(book.world, employee, day)
  const acting = actingOn(book.world, employee, day)
  const view = own ? ownView : publicViewOf(book)
  const rows = decide(book, employee, day).map(view.finding)
  const row = rows.find(({ span }) => span.slice(0, 5) <= time && time < span.slice(6))
  if (!person || !row) return undefined
  const documents = new Map(register.filed.map(({ id, doc }) => [id, doc]))
  for (const { doc } of book.versions) documents.set(doc.id, doc)
  const ahead = daysOf(day, addDays(day, daysAhead)).filter((one) => one <= ground.until)
  const table = decideList(book, [employee], ahead)
  const agency = agencyOf(person.unit)
  const upTo = { from: day, until: ahead.at(-1) ?? day, known: ground.known }
  const leftOpenDays = await daysLeftOpen(db, ground.region, { ...upTo, unit: agency })
  const open = new Map(leftOpenDays.map((one) => [one.day, one]))
  const places = ahead.flatMap((one, position) => {
    const finding = middayOf(spansAt(table, 0, position))
    if (!finding) return []
    const { place } = finding
    return [{ day: one, place, usual: isGap(finding), leftOpen: place === 'rotate' && open.has(one) }]
  })
  const today = row.place === 'rotate' ? open.get(day) : undefined
  const leftOpen = today && (await leftOpenOf(db, ground, today))
  return {
    person,
    rows,
    row,
    steps: explain(row, view.clauses(askedAt(book, employee, day, time)), documents, {
      unitName: unitNames(ground, day),
      leftOpen: leftOpen?.reason,
      acting: { posts: acting, unit: person.unit },
    }),
    acting,
    leftOpen,
    receipt: receiptOf({
      row,
      region: ground.region.code,
      world: book.world,
      documents: register.filed.map(({ id, sha256: hash, recorded }) => ({ id, sha256: hash, recorded })),
      readings: ground.readings,
      simulated: ground.simulate !== undefined,
      hash: sha256,
      seal: own ? undefined : ground.seal,
    }),
    ahead: places.filter(({ place }) => place !== 'off').slice(0, 11),
    seats: seatsOf(
      book,
      day,
      peopleOn(ground, day).filter((one) => agencyOf(one.person.unit) === agency),
      peopleOn(ground, day),
    ),
    chain: chainOf(documents.get(row.circular ?? ''), documents),
  }
}

/** A document and what it rests on, the highest authority first. */
function chainOf(doc: Circular | undefined, documents: ReadonlyMap<string, Circular>): Circular[] {
  const chain: Circular[] = []
  for (let one = doc; one && !chain.includes(one); ) {
    chain.unshift(one)
    const above: string | null | undefined = one.relations.find(({ type }) => type === 'implements')?.target
    one = documents.get(above ?? '')
  }
  return chain
}

/** The receipts of one decision, and its clause as circular/clause; null: none, or one that only the person may know. */
export interface Receipts {
  /** For the person. */
  readonly full: Receipt
  /** For everybody else. */
  readonly sealed: Receipt
  readonly clause: string | null
}

/** The receipts of somebody's day as known now. A refusal: nobody by that id is employed then. */
export async function receiptsOf(
  source: Source,
  region: RegionAsListed,
  employee: string,
  day: Day,
): Promise<Receipts | Refusal> {
  const ground = await groundAbout(source, region, employee, day)
  if (isRefusal(ground)) return ground
  const at = { day, time: usualTime(source, region, day) }
  const own = await personDay(source.db, ground, employee, { ...at, own: true })
  const seen = await personDay(source.db, ground, employee, { ...at, own: false })
  if (!own || !seen) return { refused: 'not-found' }
  const { circular, clause } = seen.row
  const [first] = clause
  return {
    full: own.receipt,
    sealed: seen.receipt,
    clause: circular !== null && first !== undefined ? `${circular}/${first}` : null,
  }
}

/** What is forbidden to somebody on a day, at any time of it, as known now. */
export async function bansOn(
  source: Source,
  region: RegionAsListed,
  employee: string,
  day: Day,
): Promise<readonly RowBan[] | Refusal> {
  const ground = await groundAbout(source, region, employee, day)
  return isRefusal(ground) ? ground : decide(ground.book, employee, day).flatMap(({ bans }) => bans)
}

/** The ground of somebody's day, as known now. A refusal: nobody by that id is employed then. */
async function groundAbout(
  source: Source,
  region: RegionAsListed,
  employee: string,
  day: Day,
): Promise<Ground | Refusal> {
  const asked = await askedOf(source, region.slug, { date: day })
  if (isRefusal(asked)) return asked
  const window = { from: day, until: day, known: asked.known, zone: region.zone }
  const agency = await agencyOfEmployee(source.db, region.code, employee, window)
  return agency === undefined ? { refused: 'not-found' } : groundAsked(source.db, asked, agency)
}

/** The time of a day that is asked about unless somebody says: of today the time it is, of another day the middle. */
export function usualTime({ clock }: Pick<Source, 'clock'>, { zone, demoDay }: RegionAsListed, day: Day): Time {
  const now = clock.now(zone, demoDay)
  return day === now.slice(0, 10) ? now.slice(11) : '12:00'
}
