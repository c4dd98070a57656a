/** Each clause of a draft by itself: what would change without it, and who falls under it. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { type ClaimTrial, type ClauseTrial, claimTrials, clauseTrials } from '@piket/domain/decision/clause-trial.ts'
import { reachedBy } from '@piket/domain/decision/effect.ts'
import { individualClauses } from '@piket/domain/decision/public-view.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import { breathing } from '#platform/breathe.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Draft, readDraft } from '../draft/service.ts'
import { type Ground, unitNames } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type TrialOfDraft, trialOfDraft } from '../workbench/service.ts'

/** A draft with what each of its clauses does by itself. */
export interface TriedClauses {
  readonly draft: Draft
  readonly ground: Ground
  readonly from: Day
  readonly until: Day
  readonly clauses: readonly ClauseTrial[]
  readonly claims: readonly ClaimTrial[]
  readonly unitName: (unit: string) => string
}

interface Ready extends TrialOfDraft {
  readonly draft: Draft
}

async function ready(source: Source, region: RegionAsListed, id: string): Promise<Ready | Refusal> {
  const read = await readDraft(source, region, id)
  if (!read) return { refused: 'not-found' }
  const made = await trialOfDraft(source, region, read.draft)
  return isRefusal(made) ? made : { draft: read.draft, ...made }
}

const contradicts: Refusal = { refused: 'draft-contradicts' }

/** By draft, as long as neither it nor the region changes. */
const kept = new Map<string, Promise<unknown>>()
const mostKept = 40

function once<T>(what: string, { draft, ground }: Ready, make: () => Promise<T>): Promise<T> {
  const { region, known } = ground
  const key = JSON.stringify([what, region.code, region.revision, known, draft.id, draft.edits.at(-1)?.number ?? 0])
  const found = (kept.get(key) as Promise<T> | undefined) ?? make()
  kept.delete(key)
  kept.set(key, found)
  found.catch(() => kept.delete(key))
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return found
}

/** Tries a draft without each of its clauses. @returns a refusal where the draft contradicts itself */
export async function triedClauses(
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<TriedClauses | Refusal> {
  const made = await ready(source, region, id)
  if (isRefusal(made)) return made
  const tried = await once('clauses', made, () => inSteps(made))
  if (!tried) return contradicts
  const { draft, ground, days } = made
  const [from, until] = [days[0] as Day, days.at(-1) as Day]
  return { draft, ground, from, until, ...tried, unitName: unitNames(ground, from) }
}

/** Others have their turns between two clauses. */
async function inSteps({ draft, trial }: Ready): Promise<Pick<TriedClauses, 'clauses' | 'claims'> | undefined> {
  const on = trial()
  const clauses = on && (await stepped(clauseTrials(draft, on)))
  return on && clauses && { clauses, claims: await stepped(claimTrials(draft.doc, on)) }
}

async function stepped<T>(work: Generator<void, T>): Promise<T> {
  const breathe = breathing()
  let step = work.next()
  while (!step.done) {
    await breathe()
    step = work.next()
  }
  return step.value
}

/** Who falls under a clause of a draft, by name. */
export interface ReachedPeople {
  readonly draft: Draft
  readonly clause: string
  readonly day: Day
  readonly people: readonly Seated[]
  readonly unitName: (unit: string) => string
}

/** @returns a refusal for a clause that is not there, or that hangs on people's individual attributes */
export async function reachedPeople(
  source: Source,
  region: RegionAsListed,
  id: string,
  clause: string,
): Promise<ReachedPeople | Refusal> {
  const made = await ready(source, region, id)
  if (isRefusal(made)) return made
  const { draft, ground, trial } = made
  if (!draft.doc.clauses.some((one) => one.id === clause)) return { refused: 'draft-clause-gone' }
  if (individualClauses(draft.doc).has(clause)) return { refused: 'clause-individual' }
  const reached = await once(`people ${clause}`, made, async () => {
    const on = trial()
    const found = on && reachedBy(draft, on, clause)
    return found && { ...found, people: found.people.toSorted(byUnitAndName) }
  })
  return reached ? { draft, clause, ...reached, unitName: unitNames(ground, reached.day) } : contradicts
}

const byUnitAndName = ({ person: a }: Seated, { person: b }: Seated): number =>
  a.unit.localeCompare(b.unit) ||
  (a.name ?? '').localeCompare(b.name ?? '', 'id') ||
  a.employee.localeCompare(b.employee)
