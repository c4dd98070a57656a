/** Which offices are visited: drawn by a lot that can be drawn again, or chosen for a reason. */
import { randomInt, randomUUID } from 'node:crypto'
import type { Viewer } from '@piket/domain/access/role.ts'
import { isWorking } from '@piket/domain/calendar/calendar.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { patternsOf } from '@piket/domain/decision/board.ts'
import { kindOfDay } from '@piket/domain/decision/world.ts'
import { type Candidate, drawOffices } from '@piket/domain/inspection/sample.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { groundAsked } from '../ground/service.ts'
import { holdVisits, planInspection, plannedOn, visitsSince } from '../inspection/service.ts'
import { askedOf, businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listEmployees, unitNamesOf } from '../staff/service.ts'
import { addDraw, drawById } from './queries.ts'

const inRegion = (region: RegionAsListed) => ({ region: region.code, reach: 'region' }) as const

/** Visits of the last year count for the lot. */
const lookBackDays = 365

/** Every agency that somebody works at, with its visits: what the lot is drawn from. */
async function candidatesOf(tx: Tx, source: Source, region: RegionAsListed, day: Day): Promise<Candidate[]> {
  const people = await listEmployees(tx, roleWindow(source, region))
  const agencies = [...new Set(people.map(({ unit }) => agencyOf(unit)))].filter((agency) => agency !== '')
  const visits = await visitsSince(tx, addDays(day, -lookBackDays))
  return agencies.toSorted().map((agency) => {
    const { visits: times = 0, lastVisit = null } = visits.get(agency) ?? {}
    return { agency, visits: times, lastVisit: lastVisit as Day | null }
  })
}

/** Which offices work on a day: as most of their people do. A refusal where no rule can be read. */
async function workingOn(source: Source, region: RegionAsListed, day: Day) {
  const asked = await askedOf(source, region.code, { date: day })
  const ground = isRefusal(asked) ? asked : await groundAsked(source.db, asked)
  if (isRefusal(ground)) return ground
  const { world } = ground.book
  const patterns = patternsOf(world, day)
  return (agency: string) => isWorking(kindOfDay(world, day, patterns.get(agency) ?? 'five_day'))
}

const seeds = 2 ** 32

/**
 * Draws offices to be visited on the business day. Sent twice, it is one draw. Offices that are visited that day already
 * and those that do not work are left out.
 * @returns a refusal where no office is left
 */
export async function drawVisits(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, wanted }: { readonly id: string; readonly wanted: number },
): Promise<Refusal | undefined> {
  const day = businessDay(source, region)
  const isOpen = await workingOn(source, region, day)
  if (isRefusal(isOpen)) return isOpen
  return as(source.db, inRegion(region), async (tx) => {
    await holdVisits(tx, day)
    if (await drawById(tx, id)) return undefined
    const planned = await plannedOn(tx, day)
    const open = (await candidatesOf(tx, source, region, day)).filter(({ agency }) => isOpen(agency))
    if (open.length === 0) return { refused: 'inspection-offices-closed' }
    const candidates = open.filter(({ agency }) => !planned.has(agency))
    if (candidates.length === 0) return { refused: 'inspection-none-left' }
    // The list stands before the seed is drawn: nobody can choose a list for a seed.
    const seed = randomInt(seeds)
    const at = new Date(source.clock.moment()).toISOString()
    const own = { draw_id: id, day, seed, wanted, candidates: JSON.stringify(candidates) }
    await addDraw(tx, { ...own, drawn_by: viewer.account, drawn_at: at })
    const drawn = drawOffices(candidates, wanted, seed)
    for (const agency of drawn)
      await planInspection(tx, { id: randomUUID(), day, agency, draw: id, reason: null, by: viewer.account, at })
    await recordEvent(tx, {
      actor: viewer.account,
      kind: 'inspection-drawn',
      subject: id,
      body: { day, seed, candidates: candidates.length, drawn },
    })
    return undefined
  })
}

/** Plans a visit for a reason, such as a complaint. Sent twice, it is one. */
export async function planVisit(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, agency, reason }: { readonly id: string; readonly agency: string; readonly reason: string },
): Promise<Refusal | undefined> {
  const day = businessDay(source, region)
  const isOpen = await workingOn(source, region, day)
  if (isRefusal(isOpen)) return isOpen
  return as(source.db, inRegion(region), async (tx) => {
    const why = reason.trim()
    if (agency === '' || why === '')
      return lacking('inspection-incomplete', {
        opd: agency === '' && { id: 'kantornya belum dipilih', en: 'no office is chosen yet' },
        alasan: why === '' && {
          id: 'alasannya belum ditulis, misalnya nomor pengaduan',
          en: 'the reason is not written yet, for example the number of a complaint',
        },
      })
    await holdVisits(tx, day)
    if (!(await candidatesOf(tx, source, region, day)).some((one) => one.agency === agency))
      return { refused: 'inspection-office-unknown' }
    if (!isOpen(agency)) return { refused: 'inspection-offices-closed' }
    const at = new Date(source.clock.moment()).toISOString()
    if (await planInspection(tx, { id, day, agency, draw: null, reason: why, by: viewer.account, at })) {
      const body = { day, reason: why }
      await recordEvent(tx, { actor: viewer.account, kind: 'inspection-planned', subject: id, agency, body })
      return undefined
    }
    return (await plannedOn(tx, day)).get(agency) === id ? undefined : { refused: 'inspection-planned-already' }
  })
}

/** A draw as anybody may draw it again. */
export interface Draw {
  readonly id: string
  readonly day: Day
  readonly seed: number
  readonly wanted: number
  readonly candidates: readonly (Candidate & { readonly name: string })[]
  readonly drawn: readonly string[]
  readonly at: Date
  readonly by: string
}

/** A draw with its list; undefined: there is none. */
export const drawOf = (source: Source, region: RegionAsListed, id: string): Promise<Draw | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const row = await drawById(tx, id)
    if (!row) return undefined
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const candidates = row.candidates as unknown as readonly Candidate[]
    const named = candidates.map((one) => ({ ...one, name: nameOf(one.agency) }))
    const drawn = drawOffices(candidates, row.wanted, row.seed)
    const by = (await accountNames(tx, [row.by]))(row.by)
    return { ...row, day: row.day as Day, candidates: named, drawn, by }
  })

/** The offices that may be chosen, by name. */
export const officesOf = (
  source: Source,
  region: RegionAsListed,
): Promise<{ readonly agency: string; readonly name: string }[]> =>
  as(source.db, inRegion(region), async (tx) => {
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const offices = await candidatesOf(tx, source, region, businessDay(source, region))
    return offices
      .map(({ agency }) => ({ agency, name: nameOf(agency) }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  })
