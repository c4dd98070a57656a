/** What one infected person of a unit may start, by its roster and by other ways of attending. */
import {
  type Attending,
  attendanceOf,
  mostPeople,
  type Strength,
  transmissions,
  type UnitAttendance,
} from '@piket/domain/outbreak/attendance.ts'
import { type Band, repeatBand } from '@piket/domain/outbreak/band.ts'
import { type PresencePattern, presencePatterns } from '@piket/domain/outbreak/presence.ts'
import { publishedOutbreaks } from '@piket/domain/outbreak/published.ts'
import { outbreakBand, type Repeats, ratioBand } from '@piket/domain/outbreak/repeats.ts'
import type { OutbreakTasks } from '@piket/domain/outbreak/tasks.ts'
import type { GridRow } from '@piket/domain/roster/grid.ts'
import { masksToJson } from '@piket/domain/roster/plain.ts'
import { longWork, type Piece } from '#platform/long-work.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Thread, ThreadEnded } from '#platform/thread.ts'
import { sha256 } from '../circular/service.ts'
import type { PublishedRoster } from '../roster/service.ts'
import type { RosterGrid } from '../roster-grid/service.ts'

/** Who does the arithmetic: a thread, or whoever stands in for one. */
export type Estimator = Pick<Thread<OutbreakTasks>, 'ask'>

/** Why nothing can be said of a unit. */
export type Lacking = 'roster' | 'turns' | 'people' | 'company' | 'room'

export interface WayEstimate {
  readonly attending: Attending
  /** Days at the office of a person in a week. */
  readonly daysAWeek: number
  readonly outbreak: Band
  readonly size: Band
  readonly localR: Band
  /** Outbreaks as a share of those without turns; null for these themselves, and where there are none. */
  readonly ratio: Band | null
}

export interface PublishedEstimate {
  readonly pattern: PresencePattern
  /** Of a hundred first cases, and as a share of those without turns. */
  readonly published: number
  readonly publishedRatio: number
  readonly outbreak: Band
  readonly ratio: Band | null
}

export interface Estimated {
  readonly ways: readonly WayEstimate[]
  /** What each strength implies for these people without turns. */
  readonly localR: Readonly<Record<Strength, Band>>
  readonly published: readonly PublishedEstimate[]
  /** First cases of each way. */
  readonly runs: number
}

export interface OutbreakView {
  /** Those who could be at the office on some day of the roster. */
  readonly people: number
  /** Days of people whose place nobody has settled. */
  readonly unsettled: number
  readonly seed: number
  readonly outcome:
    | { readonly lacking: Lacking }
    | { readonly done: number; readonly of: number }
    | { readonly estimated: Estimated }
}

/** The roster first, then as nobody takes turns, then as published from the fewest outbreaks to the most. */
const ways: readonly Attending[] = ['roster', 'none', ...presencePatterns.filter((pattern) => pattern !== 'none')]
const retryAfterSeconds = 5
const strengths = Object.keys(transmissions) as Strength[]

const patterns: readonly PresencePattern[] = presencePatterns

/** Pieces are small: a page has some twenty, and a region of a hundred units is kept whole. */
const workOptions = { most: 3000, mostAwaited: 100, patience: 700 }

interface Work {
  readonly repeats: ReturnType<typeof longWork<Repeats>>
  /** The transmission of the published network, once it was asked for. */
  transmission?: Promise<number>
}

const works = new WeakMap<Estimator, Work>()

function workOf(estimator: Estimator): Work {
  const work = works.get(estimator) ?? { repeats: longWork<Repeats>(workOptions) }
  works.set(estimator, work)
  return work
}

/**
 * What is known of a unit by now; what is not is begun.
 * @param rows the people of the grid who are meant
 * @param asker account id of who asks
 */
export async function outbreakOf(
  { estimator }: { readonly estimator: Estimator },
  grid: RosterGrid,
  rows: readonly GridRow[],
  strength: Strength,
  asker: string,
): Promise<OutbreakView | Refusal> {
  const attendance = attendanceOf({ days: grid.days, rows })
  const seed = seedOf(grid.roster)
  const people = attendance.able.length
  const view = { people, unsettled: attendance.unsettled, seed }
  const lacking = lackingOf(grid, people)
  if (lacking) return { ...view, outcome: { lacking } }
  try {
    const progress = await workOf(estimator).repeats.progressOf(
      [...unitPieces(estimator, attendance, strength, seed), ...publishedPieces(estimator)],
      asker,
    )
    if (isRefusal(progress)) return progress
    if ('done' in progress) return { ...view, outcome: progress }
    return { ...view, outcome: { estimated: estimatedOf(progress.answers) } }
  } catch (error) {
    if (error instanceof ThreadEnded) return { refused: 'try-soon', after: retryAfterSeconds }
    throw error
  }
}

/** The first digits of the roster's id: whoever opens the same roster has the same lots. */
const seedOf = (roster: PublishedRoster | undefined): number => Number.parseInt(roster?.id.slice(0, 8) ?? '0', 16)

function lackingOf({ roster }: RosterGrid, people: number): Lacking | undefined {
  if (!roster) return 'roster'
  if (roster.status === 'infeasible') return 'turns'
  if (people === 0) return 'people'
  if (people === 1) return 'company'
  return people > mostPeople ? 'room' : undefined
}

/** The ways at the strength that is asked about, then nobody's turns at every strength. */
function unitPieces(
  estimator: Estimator,
  attendance: UnitAttendance,
  strength: Strength,
  seed: number,
): Piece<Repeats>[] {
  const content = sha256(masksToJson({ attendance, seed }))
  const piece = (attending: Attending, at: Strength): Piece<Repeats> => ({
    key: `${content} ${attending} ${at}`,
    begin: () => estimator.ask('unit', attendance, attending, transmissions[at], seed),
  })
  return [...ways.map((way) => piece(way, strength)), ...strengths.map((at) => piece('none', at))]
}

function publishedPieces(estimator: Estimator): Piece<Repeats>[] {
  const work = workOf(estimator)
  const transmission = () => {
    work.transmission ??= estimator.ask('publishedTransmission')
    work.transmission.catch(() => {
      delete work.transmission
    })
    return work.transmission
  }
  return patterns.map((pattern) => ({
    key: `published ${pattern}`,
    begin: async () => estimator.ask('published', pattern, await transmission()),
  }))
}

/** @param answers in the order of the pieces */
function estimatedOf(answers: readonly Repeats[]): Estimated {
  const [ofWays, rest] = [answers.slice(0, ways.length), answers.slice(ways.length)]
  const [ofStrengths, ofPublished] = [rest.slice(0, strengths.length), rest.slice(strengths.length)]
  const none = ofWays[ways.indexOf('none')] as Repeats
  const publishedNone = ofPublished[patterns.indexOf('none')] as Repeats
  return {
    ways: ways.map((attending, at) => ({
      attending,
      ...bandsOf(ofWays[at] as Repeats),
      ratio: attending === 'none' ? null : ratioBand(ofWays[at] as Repeats, none),
    })),
    localR: Object.fromEntries(
      strengths.map((at, place) => [at, repeatBand((ofStrengths[place] as Repeats).localR)]),
    ) as Record<Strength, Band>,
    published: patterns.map((pattern, at) => ({
      pattern,
      published: publishedOutbreaks[pattern],
      publishedRatio: publishedOutbreaks[pattern] / publishedOutbreaks.none,
      outbreak: outbreakBand(ofPublished[at] as Repeats),
      ratio: pattern === 'none' ? null : ratioBand(ofPublished[at] as Repeats, publishedNone),
    })),
    runs: none.runs,
  }
}

const bandsOf = (repeats: Repeats) => ({
  daysAWeek: repeats.daysAWeek,
  outbreak: outbreakBand(repeats),
  size: repeatBand(repeats.size),
  localR: repeatBand(repeats.localR),
})
