/** How a region stands: its cases, what its documents say of them, and how far it closes its own workplaces. */
import { addDays, type Day, daysBetween, type Instant } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type WorkplaceClosing, workplaceClosing } from '@piket/domain/situation/workplace-closing.ts'
import { nameOfSlug } from '#platform/language.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { publicAmbassadors } from '../ambassador/service.ts'
import { caseCounts, type KeptCount } from '../case-count/service.ts'
import { type PublicCoverage, publicCoverage } from '../coverage/service.ts'
import { type Ground, groundOf, unitNames } from '../ground/service.ts'
import { businessDay, type Knowledge } from '../knowledge/service.ts'
import { publicSites } from '../pilot-site/service.ts'
import { listRegions, type RegionAsListed } from '../region/service.ts'

/** A stretch of days in which a document holds. */
export interface Spell {
  readonly circular: string
  readonly title: string
  readonly from: Day
  /** null: until further notice. */
  readonly until: Day | null
}

/** What a document says that happened. */
export interface Happening {
  readonly circular: string
  readonly what: string
  /** null: the document names no day. */
  readonly on: Day | null
}

/** A number that stands in a document beside its rules. */
export interface StatedFigure {
  readonly circular: string
  readonly what: string
  readonly total: number
  /** What the region or the unit that it is about is called; null: nobody says. */
  readonly about: Bilingual | null
}

export interface Situation {
  readonly day: Day
  /** The oldest first. */
  readonly counts: readonly KeptCount[]
  readonly figures: readonly StatedFigure[]
  readonly spells: readonly Spell[]
  readonly happenings: readonly Happening[]
  readonly closing: WorkplaceClosing | undefined
  readonly coverage: readonly PublicCoverage[]
  /** How many there are today, who is not named, too; undefined: the day is past, and nobody kept how many there were. */
  readonly movement: Movement | undefined
}

export interface Movement {
  readonly running: number
  readonly proposed: number
  readonly ambassadors: number
}

async function movementOf(source: Source, region: RegionAsListed): Promise<Movement> {
  const sites = await publicSites(source, region)
  const proposed = sites.filter((site) => site.proposed).length
  const { named, unnamed } = await publicAmbassadors(source, region)
  return { running: sites.length - proposed, proposed, ambassadors: named.length + unnamed }
}

/** The situation of a region on a day. @param asked as known at this instant; undefined: now */
export async function situationOf(
  source: Source,
  region: RegionAsListed,
  { day, known, personal }: Knowledge,
  asked: Instant | undefined,
): Promise<Situation | Refusal> {
  const ground = await groundOf(source.db, region, { from: day, until: day, known, personal })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  const isPast = day < businessDay(source, region)
  const filed = ground.register.filed.map(({ doc }) => doc)
  return {
    day,
    counts: await caseCounts(source, region, day, asked),
    figures: filed.flatMap(figuresOf(await namesIn(source, ground, day))),
    spells: spellsOf(ground, day),
    happenings: filed.flatMap(happeningsOf),
    closing: workplaceClosing(ground.book, day),
    coverage: await publicCoverage(source, region, day, asked),
    movement: isPast ? undefined : await movementOf(source, region),
  }
}

type Names = (id: string) => Bilingual

/** What regions and units are called; of a region that is not kept here, the words of its id. */
async function namesIn(source: Source, ground: Ground, day: Day): Promise<Names> {
  const regions = new Map((await listRegions(source.db)).map(({ slug, name }) => [slug, name]))
  const unitName = unitNames(ground, day)
  return (id) => {
    const name = unitName(id)
    const own = name === id ? nameOfSlug(id) : name
    return regions.get(id) ?? { id: own, en: own }
  }
}

/** Totals with parts are case counts, which are kept apart. */
const figuresOf =
  (nameOf: Names) =>
  ({ id, figures = [] }: Circular): StatedFigure[] =>
    figures.flatMap(({ what, total, parts, region, unit }) => {
      const about = textOf(unit) ?? textOf(region)
      const isOther = total !== undefined && parts === undefined
      return isOther ? [{ circular: id, what, total, about: about === null ? null : nameOf(about) }] : []
    })

const happeningsOf = ({ id, observations = [] }: Circular): Happening[] =>
  observations.flatMap(({ what, on }) =>
    on === undefined ? [] : [{ circular: id, what, on: textOf(on) as Day | null }],
  )

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The periods of the region's documents that have begun by a day. */
const spellsOf = ({ book }: Ground, day: Day): Spell[] =>
  book.versions.flatMap(({ doc, segments }) =>
    segments.flatMap(({ from, until }) =>
      typeof from === 'string' && from.slice(0, 10) <= day
        ? [
            {
              circular: doc.id,
              title: doc.title,
              from: from.slice(0, 10) as Day,
              until: typeof until === 'string' ? (until.slice(0, 10) as Day) : null,
            },
          ]
        : [],
    ),
  )

/** The closing of workplaces on each of some days. */
export interface ClosingDay {
  readonly day: Day
  readonly closing: WorkplaceClosing | undefined
}

/** A year and a day: longer stretches are asked for in parts. */
const mostDays = 366

/** The closing of workplaces on every day of a stretch, as known now. */
export async function closingsOf(
  source: Source,
  region: RegionAsListed,
  { known, personal }: Knowledge,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<ClosingDay[] | Refusal> {
  const count = daysBetween(from, until) + 1
  if (count < 1 || count > mostDays) return { refused: 'closing-days-too-many' }
  const ground = await groundOf(source.db, region, { from, until, known, personal })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(from, at)
    return { day, closing: workplaceClosing(ground.book, day) }
  })
}
