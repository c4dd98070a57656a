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

interface Ready {
  readonly draft: Draft
  readonly ground: Ground
  readonly trial: NonNullable<TrialOfDraft['trial']>
}

async function ready(source: Source, region: RegionAsListed, id: string): Promise<Ready | Refusal> {
  const read = await readDraft(source, region, id)
  if (!read) return { refused: 'not-found' }
  const made = await trialOfDraft(source, region, read.draft)
  if (isRefusal(made)) return made
  const { ground, trial } = made
  return trial ? { draft: read.draft, ground, trial } : { refused: 'comparison-side' }
}

const kept = new Map<string, Promise<Pick<TriedClauses, 'clauses' | 'claims'>>>()
const mostKept = 20

/** Tries a draft without each of its clauses. Kept while neither the draft nor the region changes. */
export async function triedClauses(
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<TriedClauses | Refusal> {
  const made = await ready(source, region, id)
  if (isRefusal(made)) return made
  const { draft, ground, trial } = made
  const key = JSON.stringify([region.code, region.revision, ground.known, id, draft.edits.at(-1)?.number ?? 0])
  const found = kept.get(key) ?? inSteps(made)
  kept.delete(key)
  kept.set(key, found)
  found.catch(() => kept.delete(key))
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  const [from, until] = [trial.days[0] as Day, trial.days.at(-1) as Day]
  return { draft, ground, from, until, ...(await found), unitName: unitNames(ground, from) }
}

/** Others have their turns between two clauses. */
async function inSteps({ draft, trial }: Ready): Promise<Pick<TriedClauses, 'clauses' | 'claims'>> {
  const breathe = breathing()
  const trials = clauseTrials(draft, trial)
  let step = trials.next()
  while (!step.done) {
    await breathe()
    step = trials.next()
  }
  return { clauses: step.value, claims: claimTrials(draft.doc, trial) }
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
  const people = reachedBy(draft, trial, clause).toSorted(
    (a, b) =>
      a.person.unit.localeCompare(b.person.unit) ||
      (a.person.name ?? '').localeCompare(b.person.name ?? '', 'id') ||
      a.person.employee.localeCompare(b.person.employee),
  )
  const day = trial.days[trial.column] as Day
  return { draft, clause, day, people, unitName: unitNames(ground, day) }
}
