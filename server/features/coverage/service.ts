/**
 * Vaccination by target group as the task force counts it, and what of it anybody may know. A correction keeps what it
 * corrects.
 */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import { type Coverage, checkCoverage, type DistrictDoses } from '@piket/domain/situation/coverage.ts'
import { districtLines, readDistrictLines } from '@piket/domain/situation/district-lines.ts'
import {
  nothingTold,
  type PublicDistricts,
  type PublicRow,
  publicDistricts,
  publicTotal,
  type Release,
  type Released,
  type Told,
} from '@piket/domain/situation/public-table.ts'
import { type TargetGroup, targetGroups } from '@piket/domain/situation/target-groups.ts'
import type { CoverageTasks } from '@piket/domain/situation/tasks.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import { type Page, pageOf } from '#platform/paging.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Thread, ThreadEnded } from '#platform/thread.ts'
import { type Areas, areasOf } from '../area/service.ts'
import { knowledgeOfPast } from '../knowledge/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import {
  addDistricts,
  addStatement,
  anyStatement,
  type CoverageRow,
  districtsOf,
  holdCoverage,
  lastTold,
  replaceStatement,
  statementOfForm,
  statementsHeld,
  statementsMade,
} from './queries.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** A statement as it is kept, with what of it anybody may know. */
export interface KeptCoverage extends Released {
  readonly id: string
  /** The letter or the statement it stands in. */
  readonly source: string
  /** Why it took the place of another; null: it is the first of its group and day. */
  readonly correctedFor: string | null
}

type Row = Awaited<ReturnType<typeof statementsHeld>>[number]

async function kept(tx: Tx, rows: readonly Row[]): Promise<KeptCoverage[]> {
  const ids = rows.map(({ id }) => id)
  const districts = new Map<string, DistrictDoses[]>(ids.map((id) => [id, []]))
  for (const { id, ...one } of ids.length === 0 ? [] : await districtsOf(tx, ids)) districts.get(id)?.push(one)
  return rows.map(({ told, toldDistricts, merged, withdrawnAt: _, ...row }) => ({
    ...row,
    day: row.day as Day,
    group: row.group as TargetGroup,
    districts: districts.get(row.id) ?? [],
    release: { region: told as Told, districts: toldDistricts as Told, merged },
  }))
}

/** A statement as those see it who make it: with the lines of its districts, empty where there are none. */
export interface CoverageAtLength extends KeptCoverage {
  readonly lines: string
}

const rowsOnPage = 100

/** A page of everything that holds, the newest day first. */
export const coverageHeld = (
  { db, clock }: Source,
  region: RegionAsListed,
  page: number,
): Promise<Page<CoverageAtLength> | Refusal> =>
  as(db, inRegion(region), async (tx) => {
    const known = clock.now(region.zone, region.demoDay)
    const shown = pageOf(await statementsHeld(tx, { known, zone: region.zone }), page, rowsOnPage)
    if (isRefusal(shown)) return shown
    const nameOf = districtNames(await areasOf(tx))
    const statements = await kept(tx, shown.items)
    return { ...shown, items: statements.map((one) => ({ ...one, lines: districtLines(one.districts, nameOf) })) }
  })

/** Whether anything was ever stated. */
export const hasCoverage = ({ db }: Pick<Source, 'db'>, region: RegionAsListed): Promise<boolean> =>
  as(db, inRegion(region), async (tx) => (await anyStatement(tx)) !== undefined)

function districtNames({ districts }: Areas): (district: string) => string {
  const names = new Map(districts.map(({ code, name }) => [code, name]))
  return (district) => names.get(district) ?? district
}

/** What the public may know of a group. */
export interface PublicCoverage extends PublicRow {
  readonly group: TargetGroup
  readonly day: Day
  readonly source: string
  /** The last breakdown, which may be of an earlier day; null: there is none. */
  readonly breakdown: { readonly day: Day; readonly rows: readonly PublicDistricts[] } | null
}

/** The last figures of each group up to a day that anybody may know, in the order of groups. */
export const publicCoverage = (
  { db, clock }: Source,
  region: RegionAsListed,
  until: Day,
  known: Instant = clock.now(region.zone, region.demoDay),
): Promise<PublicCoverage[]> =>
  as(db, inRegion(region), async (tx) => {
    const window = { known, zone: region.zone }
    const wholes = await kept(tx, await lastTold(tx, window, { until, of: 'told' }))
    const broken = await kept(tx, await lastTold(tx, window, { until, of: 'told_districts' }))
    return Object.keys(targetGroups).flatMap((group) => {
      const whole = wholes.find((one) => one.group === group)
      const last = broken.find((one) => one.group === group)
      const breakdown = last ? { day: last.day, rows: publicDistricts(last) } : null
      return whole
        ? [{ group: whole.group, day: whole.day, source: whole.source, ...publicTotal(whole), breakdown }]
        : []
    })
  })

/** The same as somebody asks for it, with what districts are called. A day to come has no figures. */
export async function publicCoverageAsked(
  source: Source,
  name: string,
  { date, known }: { readonly date?: string | undefined; readonly known?: string | undefined },
) {
  const region = await findRegion(source.db, name)
  if (!region) return notFound
  const knowledge = knowledgeOfPast(source, region, { date, known, page: 'situasi/vaksinasi' })
  if (isRefusal(knowledge)) return knowledge
  const { day } = knowledge
  const coverage = await publicCoverage(source, region, day, known)
  return { region, day, coverage, nameOf: districtNames(await as(source.db, inRegion(region), areasOf)) }
}

const notFound: Refusal = { refused: 'not-found' }

/** What settles how much of a statement is told: a thread. */
export type Releaser = Pick<Thread<CoverageTasks>, 'ask'>

/** What of a statement may be told; nothing where no answer comes, for what is told cannot be taken back. */
const releaseBy = (releaser: Releaser, stated: Coverage, earlier: readonly Released[]): Promise<Release> =>
  releaser.ask('release', stated, earlier).catch((why: unknown) => {
    if (why instanceof ThreadEnded) return nothingTold
    throw why
  })

export interface StatedCoverage {
  /** Of the form. */
  readonly id: string
  readonly group: TargetGroup
  readonly day: Day
  readonly target: number | undefined
  readonly first: number | null
  readonly second: number | null
  /** A line for each district. */
  readonly lines: string
  /** Somebody says that more were vaccinated than the target counted. */
  readonly overTarget: boolean
  readonly source: string
  /** Why what was stated on that day is corrected; empty: it is new. */
  readonly reason: string
}

const mostAttempts = 3
const retryAfterSeconds = 5

/**
 * Keeps a statement, or corrects the one of its group and day, and settles what of it is told. Sent twice it is one. To
 * settle takes seconds, in which nobody else waits: it counts where no other statement of the group has come meanwhile.
 */
export async function stateCoverage(
  source: Source & { readonly releaser: Releaser },
  region: RegionAsListed,
  viewer: Viewer,
  stated: StatedCoverage,
): Promise<Refusal | undefined> {
  const { target, source: letter } = stated
  if (target === undefined || letter === '')
    return lacking('coverage-incomplete', {
      sasaran: target === undefined && { id: 'sasarannya belum diisi', en: 'the target is missing' },
      sumber: letter === '' && { id: 'suratnya belum disebut', en: 'the letter is not named' },
    })
  const known = source.clock.now(region.zone, region.demoDay)
  const by = viewer.employee ?? viewer.account
  const weigh = (tx: Tx) => weighed(tx, { ...stated, target }, known.slice(0, 10) as Day)
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const seen = await as(source.db, inRegion(region), weigh)
    if (seen === undefined || 'refused' in seen) return seen
    const release = await releaseBy(source.releaser, seen.coverage, seen.earlier)
    const outcome = await as(source.db, inRegion(region), async (tx) => {
      await holdCoverage(tx)
      const now = await weigh(tx)
      if (now === undefined || 'refused' in now) return now
      if (!isSettledFor(now, seen)) return 'changed'
      await keep(tx, { ...stated, ...now, release, known, by, subject: region.slug })
      return undefined
    })
    if (outcome !== 'changed') return outcome
  }
  return { refused: 'try-soon', after: retryAfterSeconds }
}

/** A statement that can be kept. */
interface Weighed {
  readonly coverage: Sourced
  /** All that was ever stated of the group, in that order. */
  readonly earlier: readonly KeptCoverage[]
  /** What it corrects. */
  readonly own: KeptCoverage | undefined
}

/** Holds a statement against what stands; undefined: it is kept already. */
async function weighed(
  tx: Tx,
  { id, lines, overTarget, reason, ...stated }: StatedCoverage & { readonly target: number },
  today: Day,
): Promise<Weighed | Refusal | undefined> {
  const areas = await areasOf(tx)
  const districts = readDistrictLines(lines, areas.districts, stated)
  if ('refused' in districts) return districts
  const coverage = { ...stated, districts }
  const made = await statementsMade(tx, stated.group)
  const sent = await statementOfForm(tx, id)
  if (sent) return isSame((await kept(tx, [sent]))[0], coverage) ? undefined : { refused: 'form-used' }
  const earlier = await kept(tx, made)
  const standing = earlier.filter((_, at) => made[at]?.withdrawnAt === null)
  const own = standing.find(({ day }) => day === stated.day)
  if (isSame(own, coverage)) return undefined
  const others = standing.filter((one) => one !== own)
  const refused = checkCoverage(coverage, { today, others, overTarget, nameOf: districtNames(areas) })
  if (refused) return refused
  return own && reason === '' ? { refused: 'coverage-there' } : { coverage, earlier, own }
}

/** Whether what was settled for one is settled for the other: statements are added, and what they say never changes. */
const isSettledFor = (one: Weighed, other: Weighed): boolean =>
  isSame(one.coverage, other.coverage) &&
  one.earlier.length === other.earlier.length &&
  one.earlier.at(-1)?.id === other.earlier.at(-1)?.id

interface Settled extends Weighed, Pick<StatedCoverage, 'id' | 'overTarget' | 'reason'> {
  readonly release: Release
  readonly known: Instant
  readonly by: string
  readonly subject: string
}

/** Keeps what was settled, in place of what it corrects, and writes it down. */
async function keep(
  tx: Tx,
  { id, coverage, own, release, overTarget, reason, known, by, subject }: Settled,
): Promise<void> {
  if (own) await replaceStatement(tx, own.id, known)
  const { day, group, target, first, second, source, districts } = coverage
  const row: CoverageRow = {
    ...{ coverage_id: id, day, target_group: group, source, target, first_dose: first, second_dose: second },
    ...{ told: release.region, told_districts: release.districts, merged: [...release.merged] },
    ...{ corrects: own?.id ?? null, corrected_for: own ? reason : null, recorded_by: by },
  }
  await addStatement(tx, row, known)
  await addDistricts(
    tx,
    districts.map((one) => ({
      ...{ coverage_id: id, district_code: one.district, target: one.target },
      ...{ first_dose: one.first, second_dose: one.second },
    })),
  )
  const kind = own ? 'coverage-corrected' : 'coverage-stated'
  await recordEvent(tx, { actor: by, kind, subject, body: { coverage: id, group, day, overTarget } })
}

type Sourced = Coverage & Pick<KeptCoverage, 'source'>

const shape = ({ group, day, target, first, second, source, districts }: Sourced): string =>
  JSON.stringify([
    ...[group, day, target, first, second, source],
    districts.map((one) => [one.district, one.target, one.first, one.second]),
  ])

const isSame = (one: Sourced | undefined, other: Sourced): boolean => one !== undefined && shape(one) === shape(other)
