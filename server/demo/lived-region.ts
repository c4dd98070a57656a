/** What is to happen in a demonstration region on a date: who checks in when, and which heads state their agency's day. */
import { windowMoments } from '@piket/domain/attendance/working-hours.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { firstAccounts } from '../features/account/service.ts'
import { type Attendance, attendanceOf } from '../features/attendance/service.ts'
import { groundAsked, peopleOn } from '../features/ground/service.ts'
import { askedOf, realDayOf } from '../features/knowledge/service.ts'
import { leadingOf } from '../features/leader/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'
import { roleWindow } from '../features/session/service.ts'
import { type LivedTap, livedDay } from './lived-day.ts'
import { randomFrom } from './random.ts'

export interface PlannedTap extends LivedTap {
  readonly person: string
  readonly agency: string
}

export interface PlannedStatement {
  readonly at: number
  readonly agency: string
  /** Employee id of the head. */
  readonly head: string
}

export interface LivedRegion {
  readonly region: RegionAsListed
  /** The real date, and the business day it stands for. */
  readonly date: Day
  readonly day: Day
  /** Both in order of time. */
  readonly taps: readonly PlannedTap[]
  readonly statements: readonly PlannedStatement[]
}

/** Schools and hospitals, with thousands, are left for the list of what is missing. */
const largest = 250
/** Where visitors play the head, nobody else does. */
const visited = 'disdukcapil'
const shareOfSilentHeads = 0.12
/** From 08:00 to 09:55, in minutes after midnight. */
const [firstStatement, lastStatement] = [480, 595]

/** Plans the day of a region. People with an account are left out: visitors play them. Undefined: it has no such day. */
export async function planRegion(source: Source, region: RegionAsListed): Promise<LivedRegion | undefined> {
  const asked = await askedOf(source, region.slug, {})
  if (isRefusal(asked)) return undefined
  const ground = await groundAsked(source.db, asked)
  if (isRefusal(ground)) return undefined
  const { day } = asked
  const date = realDayOf(source, region, day)
  const midnight = momentOf(date, 0, zoneOffset[region.zone])
  const played = await as(source.db, { region: region.code, reach: 'region' }, firstAccounts)
  const visitors = new Set(played.map(({ employee }) => employee))
  const byAgency = new Map<string, Attendance[]>()
  const ids = peopleOn(ground, day).map(({ person }) => person.employee)
  for (const one of await attendanceOf(source, ground, day, ids)) {
    const agency = agencyOf(one.person.unit)
    byAgency.set(agency, [...(byAgency.get(agency) ?? []), one])
  }
  const taps: PlannedTap[] = []
  const statements: PlannedStatement[] = []
  for (const [agency, people] of byAgency) {
    if (people.length > largest || people.every(({ hours }) => hours === null)) continue
    for (const one of people.filter(({ person }) => !visitors.has(person.employee)))
      taps.push(...tapsOf(one, { region, date, agency }))
    const head = await headOf(source, region, agency, people)
    const chance = randomFrom(`${region.code} ${agency} ${date}`)
    if (head === undefined || agency === visited || chance.chance(shareOfSilentHeads)) continue
    statements.push({ at: midnight + chance.between(firstStatement, lastStatement) * 60_000, agency, head })
  }
  const byTime = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at
  return { region, date, day, taps: taps.sort(byTime), statements: statements.sort(byTime) }
}

function tapsOf(
  { person, rows, hours }: Attendance,
  { region, date, agency }: { readonly region: RegionAsListed; readonly date: Day; readonly agency: string },
): PlannedTap[] {
  const { employee } = person
  const noon = rows.find(({ span }) => span.slice(0, 5) <= '12:00' && '12:00' < span.slice(6))
  if (!noon || !hours) return []
  const windows = hours.windows.map((window) => windowMoments(window, date, zoneOffset[region.zone]))
  const chance = randomFrom(`${region.code} ${employee} ${date}`)
  return livedDay(chance, noon.place, windows).map((tap) => ({ ...tap, person: employee, agency }))
}

/** Who leads an agency, of those posted at its top. */
async function headOf(
  source: Source,
  region: RegionAsListed,
  agency: string,
  people: readonly Attendance[],
): Promise<string | undefined> {
  const window = roleWindow(source, region)
  const top = people.filter(({ person }) => person.unit === agency && person.job === 'structural')
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    for (const { person } of top) {
      const { agencies } = await leadingOf(tx, person.employee, { ...person, agency }, window)
      if (agencies.includes(agency)) return person.employee
    }
    return undefined
  })
}
