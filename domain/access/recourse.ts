/**
 * What somebody puts to the office and may appeal once. Whoever has the word has it for a while; then it goes one level
 * up, by the passing of time alone.
 */

/** Hours are hours: weekends and holidays count. */
export const hoursToAnswer = 3 * 24
const clock = hoursToAnswer * 3_600_000

export interface Ruling<Level> {
  readonly outcome: 'accepted' | 'refused'
  readonly level: Level
  readonly at: number
}

/** What has happened so far. */
export interface Course<Level> {
  readonly askedAt: number
  readonly decision: Ruling<Level> | null
  readonly appealedAt: number | null
  readonly appealDecision: Ruling<Level> | null
}

/** A matter is decided as it was asked, and once more when that was appealed. */
export type Round = 1 | 2

/** The round that a matter is in. */
export const roundNow = ({ appealedAt }: Pick<Course<unknown>, 'appealedAt'>): Round => (appealedAt === null ? 1 : 2)

export interface Standing<Level> {
  readonly state: 'waiting' | 'accepted' | 'refused'
  /** Whose word it waits for; null: nobody's. */
  readonly level: Level | null
  /** Until when they have the word, or until when it can be appealed; null: nothing runs out. */
  readonly until: number | null
  readonly appealable: boolean
  /** It is not closed yet. */
  readonly open: boolean
}

/** Levels from the nearest on; there is always one. The last one keeps the word. */
export type Levels<Level> = readonly [Level, ...Level[]]

/** A refusal from before this moment that nobody has appealed is closed. */
export const appealableSince = (now: number): number => now - clock

/** How a matter stands. */
export function standingOf<Level>(course: Course<Level>, levels: Levels<Level>, now: number): Standing<Level> {
  const { askedAt, decision, appealedAt, appealDecision } = course
  const last = appealDecision ?? decision
  if (last?.outcome === 'accepted') return closed('accepted')
  if (appealDecision) return closed('refused')
  if (decision && appealedAt === null) {
    const until = decision.at + clock
    return decision.at > appealableSince(now)
      ? { state: 'refused', level: null, until, appealable: true, open: true }
      : closed('refused')
  }
  return waiting(decision ? levelsAbove(levels, decision.level) : levels, appealedAt ?? askedAt, now)
}

const closed = (state: 'accepted' | 'refused') =>
  ({ state, level: null, until: null, appealable: false, open: false }) as const

/** An appeal goes to the level above the one that refused; from the last one, to it once more. */
function levelsAbove<Level>(levels: Levels<Level>, refusing: Level): Levels<Level> {
  const [first, ...rest] = levels.slice(levels.indexOf(refusing) + 1)
  return first === undefined ? [levels.at(-1) ?? levels[0]] : [first, ...rest]
}

function waiting<Level>(levels: Levels<Level>, since: number, now: number): Standing<Level> {
  const turn = Math.min(Math.max(0, Math.floor((now - since) / clock)), levels.length - 1)
  const isLast = turn === levels.length - 1
  const until = isLast ? null : since + (turn + 1) * clock
  return { state: 'waiting', level: levels[turn] ?? levels[0], until, appealable: false, open: true }
}

/** One thing that has happened: somebody did it, or time passed and it rose to a level. */
export interface Happening<Level> {
  readonly kind: 'asked' | 'rose' | 'accepted' | 'refused' | 'appealed'
  readonly at: number
  /** Who has the word from then on, or who decided. */
  readonly level: Level
}

/** Everything that has happened, the oldest first. @param until now, or when it ended otherwise */
export function happenings<Level>(course: Course<Level>, levels: Levels<Level>, until: number): Happening<Level>[] {
  const { askedAt, decision, appealedAt, appealDecision } = course
  const first = roundOf('asked', levels, askedAt, decision, until)
  if (!decision || appealedAt === null) return first
  return [...first, ...roundOf('appealed', levelsAbove(levels, decision.level), appealedAt, appealDecision, until)]
}

function roundOf<Level>(
  kind: 'asked' | 'appealed',
  levels: Levels<Level>,
  since: number,
  ruling: Ruling<Level> | null,
  until: number,
): Happening<Level>[] {
  const [nearest, ...above] = levels
  const end = ruling?.at ?? until
  const rises = above.map((level, turn) => ({ kind: 'rose', at: since + (turn + 1) * clock, level }) as const)
  return [
    { kind, at: since, level: nearest },
    ...rises.filter(({ at }) => at <= end),
    ...(ruling ? [{ kind: ruling.outcome, at: ruling.at, level: ruling.level }] : []),
  ]
}
