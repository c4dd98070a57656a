/** A published roster as the file that `piket verify-roster` reads, without what only the office may know. */
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import { publicViewOf } from '@piket/domain/decision/public-view.ts'
import { keptAtOffice } from '@piket/domain/roster/explanation.ts'
import { tellsOfPeople } from '@piket/domain/roster/lineup.ts'
import type { Explanation } from '@piket/domain/roster/roster-result.ts'
import { balanceOf, type DrawnLineup, infeasibleOf, proofOf, quotaRowsOf } from '@piket/domain/roster/written.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { Db } from '#platform/db.ts'
import { envelope, isUnit } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { rosterOn } from '../roster/service.ts'
import { type RosterRead, readRoster } from '../roster-check/service.ts'

export interface RosterFileQuery {
  readonly day: Day
  readonly known: Instant
  /** The agency, or a unit below it. */
  readonly unit: string
}

export type RosterFile = ReturnType<typeof written>

/** The roster that holds in an agency on a day, as `roster/1`; undefined where none is published or it cannot be read. */
export async function rosterFile(
  db: Db,
  region: RegionAsListed,
  query: RosterFileQuery,
): Promise<RosterFile | undefined> {
  const { day, known, unit } = query
  const published = await rosterOn(db, region, { day, known, unit: agencyOf(unit) })
  const read = published && (await readRoster(db, region, published))
  if (!read || !isUnit(read.ground, unit, day)) return undefined
  // Where the facts name other days now, what was stated of the days then can be held against nothing.
  return read.lineup.input.days.join() === published.days.join() ? written(read, region) : undefined
}

function written(read: RosterRead, region: RegionAsListed) {
  const { published, ground, lineup, duties } = read
  const { register, facts, readings, known } = ground
  const { from, until, seed, stated, inputHash: drawnFrom } = published
  const drawn: DrawnLineup = { lineup, result: { ...stated, conflicts: stated.conflicts.map(withoutTheAway), duties } }
  // Its numbers count from the input of the draw; where the facts have been corrected since, there is no such input.
  const quotas = read.sameInput ? quotaRowsOf(drawn) : []
  return {
    piket: 'roster/1' as const,
    ...envelope({ known, facts, zone: region.zone, documents: register.filed }),
    region: region.code,
    from,
    to: until,
    seed,
    readings,
    rows: rowsOf(read),
    quotas,
    balance: [balanceOf(drawn)],
    infeasible: infeasibleOf(drawn, ground.book),
    proofs: [proofOf(drawn, drawnFrom)],
  }
}

/** The lines as published, without clauses on individual attributes: a roster says where, never why. */
function rowsOf({ lines, ground }: RosterRead) {
  const view = publicViewOf(ground.book)
  return lines.map(({ employee, day, place, shift, reason, unit, clause }) => ({
    employee,
    date: day,
    // Only lines that place somebody are read.
    place: place as NonNullable<typeof place>,
    shift,
    unit,
    reason,
    clause: view.clauses(clause.map(clauseRef)).map((ref) => `${ref.circular}/${ref.clause}`),
  }))
}

function clauseRef(name: string) {
  const cut = name.lastIndexOf('/')
  return { circular: name.slice(0, cut), clause: name.slice(cut + 1) }
}

/**
 * A shortage of pins is checked by the person they pin; of others who must be at the office, not who is away and why. The cut
 * that proves a shortage lists the ids of those it counts: without them nobody could check it.
 */
const withoutTheAway = (conflict: Explanation) =>
  conflict.kind === 'pin'
    ? conflict
    : {
        ...conflict,
        taking: conflict.taking.filter((clause) => !tellsOfPeople(clause)),
        alsoTaking: [],
        repairs: conflict.repairs.filter(({ clause }) => clause === null || !tellsOfPeople(clause)),
        people: keptAtOffice(conflict),
      }
