/** Two documents, or one at two times of knowledge, compared in people: who moves from where to where, by which clause. */
import { addDays, type Day, dayOf, daysBetween, daysOf, type Instant } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { type ComparedSide, sideAbout } from '@piket/domain/circular/side.ts'
import { type Change, type ChangeSum, changesOf, summing } from '@piket/domain/decision/changes.ts'
import { publicFacts } from '@piket/domain/decision/public-view.ts'
import { isRuleRefusal, type Rulebook, rulebook } from '@piket/domain/decision/rulebook.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import { isAsked } from '#platform/asked-days.ts'
import { breathing } from '#platform/breathe.ts'
import { keeping } from '#platform/kept.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { isUuid } from '#platform/uuid.ts'
import type { FiledCircular } from '../circular/service.ts'
import { type Draft, openDrafts, readDraft } from '../draft/service.ts'
import { type Ground, groundOf, unitNames } from '../ground/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import type { ComparisonQuery } from './schema.ts'

/** A document that can stand on a side. */
export interface Comparable {
  /** As the address names it. */
  readonly side: string
  readonly title: string
  readonly number: string | null
}

/** A stretch of days on which the same changes for somebody. */
export interface Run extends Omit<Change, 'date' | 'span'> {
  readonly name: string
  readonly unit: string
  readonly from: Day
  readonly until: Day
  readonly span: string
}

export interface Comparison {
  readonly sums: readonly ChangeSum[]
  readonly people: number
  readonly personDays: number
  /** By person and day. */
  readonly runs: readonly Run[]
}

export interface Compared {
  readonly comparables: readonly Comparable[]
  readonly from: Day
  readonly until: Day
  readonly unitName: (unit: string) => string
  /** Undefined: nobody has said yet what is compared. */
  readonly comparison: Comparison | undefined
}

/** How many days are compared at most. */
const mostDays = 31
const usualDays = 7

/**
 * Compares what an address names. Individual attributes are looked at for nobody: who moves by them alone does not show.
 * @returns a refusal for a side that is not there, or for days that are too many
 */
export async function compared(
  source: Source,
  region: RegionAsListed,
  { a, b, dari, sampai }: ComparisonQuery,
): Promise<Compared | Refusal> {
  const from = (dari ?? businessDay(source, region)) as Day
  const until = (sampai ?? addDays(from, usualDays - 1)) as Day
  if (until < from || daysBetween(from, until) >= mostDays) return { refused: 'comparison-days' }
  const asked = knowledgeOf(source, region, {})
  if (isRefusal(asked)) return asked
  const { known, personal } = asked
  const ground = await groundOf(source.db, region, { from, until, known, personal, withoutRoster: true })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  const open = await openDrafts(source, region)
  const comparables = [
    ...ground.register.filed
      .filter(({ doc }) => doc.clauses.length > 0)
      .map(({ id, doc: { title, number } }) => ({ side: id, title, number })),
    ...open.map(({ id, doc: { title, number } }) => ({ side: `${draftMark}${id}`, title, number })),
  ]
  const shown = { comparables, from, until, unitName: unitNames(ground, from) }
  if (a === undefined || b === undefined) return { ...shown, comparison: undefined }
  const [before, after] = [await bookOf(source, region, ground, a), await bookOf(source, region, ground, b)]
  if (isRefusal(before)) return before
  if (isRefusal(after)) return after
  const isSame = a.split('@')[0] === b.split('@')[0]
  const key = JSON.stringify([region.code, region.revision, known, a, b, from, until, draftsNow(open)])
  return { ...shown, comparison: await kept(key, () => compare({ before, after }, daysOf(from, until), isSame)) }
}

/** Comparisons by what they follow from: who reads on, or downloads what they have read, waits once. */
const kept = keeping<Promise<Comparison>>(10)

/** How far each draft has come: an edit is another text. */
const draftsNow = (drafts: readonly Draft[]) => drafts.map(({ id, edits }) => `${id} ${edits.at(-1)?.number ?? 0}`)

const draftMark = 'konsep:'

/** The rules of one side, alone. */
async function bookOf(
  source: Source,
  region: RegionAsListed,
  { register, known: now, facts: all, readings, from }: Ground,
  side: string,
): Promise<Rulebook | Refusal> {
  const facts = publicFacts(all, true)
  const made = (
    documents: ComparedSide<{ readonly doc: Circular; readonly recorded: Instant | null }>,
    known: Instant,
  ) => {
    // Leave and letters as known now on both sides: they are no law that changes.
    const options = {
      known,
      personal: now,
      readings,
      withoutOtherReadings: true,
      simulate: documents.isTried ? from : undefined,
    }
    const book = rulebook(documents.documents, facts, options)
    return isRuleRefusal(book) ? ({ refused: 'comparison-side' } as const) : book
  }
  if (side.startsWith(draftMark)) {
    const id = side.slice(draftMark.length)
    const read = isUuid(id) ? await readDraft(source, region, id) : undefined
    if (!read) return { refused: 'comparison-side' }
    const { doc } = read.coming
    return made(
      sideAbout([...register.filed, { id: doc.id, doc, recorded: null }], doc.id, { at: undefined, known: now }),
      now,
    )
  }
  const [id = '', at] = side.split('@') as [string, string | undefined]
  // A letter that only changes another one says nothing by itself.
  if (!register.filed.some((one) => one.id === id && one.doc.clauses.length > 0)) return { refused: 'comparison-side' }
  if (at === undefined) return made(sideAbout<FiledCircular>(register.filed, id, { at, known: now }), now)
  if (!isAsked(dayOf(at)) || at > now) return { refused: 'comparison-side' }
  const then = await groundOf(source.db, region, { from, until: from, known: at as Instant, withoutRoster: true })
  if (isRuleRefusal(then)) return { refused: 'comparison-side' }
  return made(sideAbout<FiledCircular>(then.register.filed, id, { at: at as Instant, known: now }), at as Instant)
}

/** What changes between two rulebooks, and for whom. Others have their turns meanwhile. */
async function compare(
  books: { readonly before: Rulebook; readonly after: Rulebook },
  days: readonly Day[],
  same: boolean,
): Promise<Comparison> {
  const { world } = books.after
  const breathe = breathing()
  const runs: Run[] = []
  const sum = summing()
  const isNext = (last: Run, change: Change) =>
    last.employee === change.employee && addDays(last.until, 1) === change.date && says(last) === says(change)
  for (const employees of inPieces(world.staff.ids)) {
    for (const changed of changesOf(books, { employees, days, wanted: () => true, same })) {
      const { date, ...row } = changed.row
      const last = runs.at(-1)
      if (last && isNext(last, changed.row)) runs[runs.length - 1] = { ...last, until: date }
      else {
        const person = employeeOn(world, row.employee, date)
        runs.push({ ...row, name: person?.name ?? row.employee, unit: person?.unit ?? '', from: date, until: date })
      }
      sum.add(changed)
    }
    await breathe()
  }
  return { ...sum.sums(), runs }
}

/** People compared between two breaths. */
const peopleInPiece = 500

function* inPieces(employees: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < employees.length; at += peopleInPiece) yield employees.slice(at, at + peopleInPiece)
}

/** What a change says, whosever and whenever it is. */
const says = ({
  span,
  before_place,
  before_force,
  after_place,
  after_force,
  before_clause,
  after_clause,
}: Omit<Change, 'date'>) =>
  [span, before_place, before_force, after_place, after_force, before_clause, after_clause].join(' ')
