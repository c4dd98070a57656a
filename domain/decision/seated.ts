/** Who sits where: what somebody at work is to the quotas of their unit, and how a quota counts some people. */
import type { Clause, Quota } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import { everywhere } from '../circular/selectors.ts'
import { agencyOf, type EmployeeRecord } from '../staff/facts.ts'
import type { Active } from './active.ts'
import type { HeadCount } from './quota.ts'
import { type Finding, isGap } from './row.ts'

/** Somebody of the unit, and what was decided for the middle of the day. */
export interface Seated {
  readonly person: EmployeeRecord
  readonly finding: Finding
}

/** People by the agency that they belong to: seats are counted for a whole one. */
export function byAgency(people: readonly Seated[]): ReadonlyMap<string, readonly Seated[]> {
  const agencies = new Map<string, Seated[]>()
  for (const one of people) {
    const agency = agencyOf(one.person.unit)
    const own = agencies.get(agency)
    if (own) own.push(one)
    else agencies.set(agency, [one])
  }
  return agencies
}

/** What a person is to a quota: takes turns, must be in for a post or for a unit, is in anyway, or is not in. */
export type Standing = 'turns' | 'head' | 'exempt' | 'in' | 'away' | 'off'

/** How a quota counts somebody. Turns stay turns when the roster has drawn a place. */
export function standingOf({ finding }: Seated, documents: ReadonlyMap<string, Circular>): Standing {
  const { place, circular, clause, override } = finding
  if (place === 'off') return 'off'
  if (override) return place === 'office' ? 'in' : 'away'
  const live = (documents.get(circular ?? '')?.clauses ?? []).filter(({ id }) => clause.includes(id))
  if (live.some((one) => one.kind === 'placement' && one.place === 'rotate')) return 'turns'
  if (place === 'rotate') return 'turns'
  if (place !== 'office') return 'away'
  const doc = documents.get(circular ?? '')
  if (doc && live.some((one) => looksAtPosts(one, doc))) return 'head'
  return doc && live.some((one) => looksAtUnits(one, doc)) ? 'exempt' : 'in'
}

const looksAtPosts = ({ who }: Clause, { groups }: Circular): boolean =>
  everywhere(who, ({ position = [], echelon = [], top_levels, group = [] }) => [
    ...position,
    ...echelon,
    ...(top_levels === undefined ? [] : [top_levels]),
    ...group.flatMap((name) => groups[name]?.positions ?? []),
  ]).length > 0

const looksAtUnits = ({ who }: Clause, { groups }: Circular): boolean =>
  everywhere(who, ({ unit = [], group = [] }) => [
    ...unit,
    ...group.flatMap((name) => [...(groups[name]?.units ?? []), ...Object.keys(groups[name]?.items ?? {})]),
  ]).length > 0

/** The documents in force for the people of a unit, by id. */
export const documentsFor = (active: readonly Active[]): ReadonlyMap<string, Circular> =>
  new Map(active.map(({ doc }) => [doc.id, doc]))

/** Standings under some documents. Many people share one finding, and their standing hangs on nothing else. */
export function standingsBy(documents: ReadonlyMap<string, Circular>): (one: Seated) => Standing {
  const known = new Map<Finding, Standing>()
  return (one) => {
    const found = known.get(one.finding) ?? standingOf(one, documents)
    known.set(one.finding, found)
    return found
  }
}

/** The people of one unit as a quota counts them. */
export function headCount(people: readonly Seated[], standing: (one: Seated) => Standing): HeadCount {
  const count = { assigned: 0, eligible: 0, present: 0, heads: 0, exempt: 0, fixed: 0 }
  for (const one of people) {
    const own = standing(one)
    if (own === 'off') continue
    const { place, force } = one.finding
    const absent = place === 'leave' || place === 'travel' || place === 'education'
    count.assigned++
    if (!absent) count.present++
    if (!absent && !(place === 'home' && force === 'must' && own === 'away')) count.eligible++
    if (own === 'head') count.heads++
    if (own === 'exempt') count.exempt++
    if (own === 'head' || own === 'exempt' || own === 'in') count.fixed++
  }
  return count
}

/** Whom a quota counts of those at the office by rule: heads and exempt people as it says. */
export function insideOf(quota: Quota, people: readonly Seated[], standing: (one: Seated) => Standing) {
  const atOffice = ['head', 'exempt', 'in']
  const inside = people.filter((one) => atOffice.includes(standing(one)) && takesSeat(quota, standing(one)))
  return new Set(inside.map(({ person }) => person.employee))
}

const takesSeat = ({ of }: Quota, standing: Standing): boolean =>
  !((standing === 'head' && of.heads === 'out') || (standing === 'exempt' && of.exempt === 'out'))

/** Those at the office who fill seats of a quota: all, those called in, and those whom a clause places there. */
export function seatedIn(quota: Quota, people: readonly Seated[], standing: (one: Seated) => Standing) {
  const seated = { all: 0, recalled: 0, byClause: 0 }
  for (const one of people) {
    if (one.finding.place !== 'office' || !takesSeat(quota, standing(one))) continue
    seated.all++
    if (one.finding.override) seated.recalled++
    else if (standing(one) !== 'turns' && !isGap(one.finding)) seated.byClause++
  }
  return seated
}
