/** What a draft would do: to whom its clauses speak, whom it moves, what it cannot do, and what it leaves open. */
import { isWorking } from '@piket/domain/calendar/calendar.ts'
import { addDays, type Day, dayOf, daysOf } from '@piket/domain/calendar/day.ts'
import { check } from '@piket/domain/circular/check.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { lawOf } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { asSimulated } from '@piket/domain/circular/simulated.ts'
import { type Analysis, analyse } from '@piket/domain/decision/analysis.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { type DecisionTable, decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { type Moves, movesBetween } from '@piket/domain/decision/impact.ts'
import { individualClauses, publicFacts } from '@piket/domain/decision/public-view.ts'
import { type Reach, reachOf } from '@piket/domain/decision/reach.ts'
import { isRuleRefusal, type Rulebook, rulebook } from '@piket/domain/decision/rulebook.ts'
import type { Seated } from '@piket/domain/decision/seats.ts'
import { type Strain, strainsOn } from '@piket/domain/decision/strain.ts'
import { employeeOn, kindOfDay } from '@piket/domain/decision/world.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { registered } from '../circular/service.ts'
import type { Draft } from '../draft/service.ts'
import { type Ground, groundOf } from '../ground/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** How long a draft is tried: every weekday, and joint leave around it. */
const daysTried = 28

/** What one answer to an open question would change. */
export interface ReadingMoves {
  readonly question: string
  readonly reading: string
  readonly moves: Moves
}

/** What a draft would do to the staff of a region. Individual attributes are looked at for nobody. */
export interface Effect {
  readonly days: readonly Day[]
  /** The first working day of them: clauses and units are counted on it. */
  readonly day: Day
  /** Beside what holds today. */
  readonly moves: Moves
  readonly reach: Reach
  /** Clauses that hang on individual attributes: whom they reach is not told. */
  readonly individual: ReadonlySet<string>
  readonly strains: readonly Strain[]
  readonly analysis: Analysis
  readonly readings: readonly ReadingMoves[]
}

export interface Bench {
  readonly ground: Ground
  readonly problems: readonly Problem[]
  /** Undefined: the draft contradicts itself, so that nothing follows from it; the problems say how. */
  readonly effect: Effect | undefined
}

const kept = new Map<string, Bench>()
const mostKept = 40

/** Tries a draft on the staff of its region. Kept while neither the draft nor the region changes. */
export async function benchOf(source: Source, region: RegionAsListed, draft: Draft): Promise<Bench | Refusal> {
  const { doc } = draft
  const today = businessDay(source, region)
  const [from, until] = periodOf(doc, today)
  const asked = knowledgeOf(source, region, {})
  if (isRefusal(asked)) return asked
  const { known, personal } = asked
  const ground = await groundOf(source.db, region, { from, until, known, personal, withoutRoster: true })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  const key = JSON.stringify([region.code, region.revision, known, draft.id, draft.edits.at(-1)?.number ?? 0])
  const found = kept.get(key) ?? { ground, problems: problemsOf(doc, ground), effect: effectOf(doc, ground) }
  kept.delete(key)
  kept.set(key, found)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return found
}

/** The first days of the period; from today on where the text names no day. */
function periodOf({ in_force: { from, until } }: Circular, today: Day): readonly [Day, Day] {
  const first = typeof from === 'string' ? dayOf(from) : today
  const last = addDays(first, daysTried - 1)
  const end = typeof until === 'string' && dayOf(until) < last ? dayOf(until) : last
  return [first, end < first ? first : end]
}

function problemsOf(doc: Circular, { register }: Ground): Problem[] {
  const targets = checkRelations([doc, ...register.filed.map((one) => one.doc)])
  return [...check(doc), ...targets.flatMap(({ circular, problem }) => (circular === doc.id ? [problem] : []))]
}

function effectOf(doc: Circular, { from, until, known, register, facts: all, readings }: Ground): Effect | undefined {
  const facts = publicFacts(all, true)
  const options = { known, readings, withoutOtherReadings: true } as const
  const law = lawOf(registered(register))
  const own = asSimulated({ doc, recorded: null }, known)
  const before = rulebook(law, facts, options)
  const after = rulebook([...law, own], facts, { ...options, simulate: from })
  const alone = rulebook([own], facts, { ...options, simulate: from })
  if (isRuleRefusal(before) || isRuleRefusal(after) || isRuleRefusal(alone)) return undefined
  const days = daysOf(from, until)
  const employees = before.world.staff.ids
  const decided = (book: Rulebook) => decideList(book, employees, days)
  const [table, changed] = [decided(before), decided(after)]
  const working = days.findIndex((day) => isWorking(kindOfDay(after.world, day, 'five_day')))
  const column = Math.max(0, working)
  const day = days[column] as Day
  const people = peopleIn(after, changed, column)
  return {
    days,
    day,
    moves: movesBetween(table, changed),
    reach: reachOf(doc, after, day, people),
    individual: individualClauses(doc),
    strains: strainsOn(after, day, people),
    analysis: analyse(doc, alone, decided(alone)),
    readings: doc.open_questions.flatMap((question) =>
      question.readings.flatMap((reading) => {
        if (reading.id === question.used || reading.impossible !== undefined) return []
        const chosen = { ...readings, [`${doc.id}/${question.id}`]: reading.id }
        const other = rulebook([...law, own], facts, { ...options, readings: chosen, simulate: from })
        if (isRuleRefusal(other)) return []
        return [{ question: question.id, reading: reading.id, moves: movesBetween(changed, decided(other)) }]
      }),
    ),
  }
}

/** Everybody who is employed on a day of a table, with what was decided for the middle of it. */
function peopleIn({ world }: Rulebook, table: DecisionTable, column: number): Seated[] {
  return table.employees.flatMap((employee, row) => {
    const person = employeeOn(world, employee, table.days[column] as Day)
    const finding = middayOf(spansAt(table, row, column))
    return person && finding ? [{ person, finding }] : []
  })
}
