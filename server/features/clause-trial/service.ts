/** Each clause of a draft by itself: what would change without it, and who falls under it. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { type ClaimTrial, type ClauseTrial, claimTrials, clauseTrials } from '@piket/domain/decision/clause-trial.ts'
import { type Reached, reachedBy } from '@piket/domain/decision/effect.ts'
import { individualClauses } from '@piket/domain/decision/public-view.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import { stepped } from '#platform/breathe.ts'
import { keeping } from '#platform/kept.ts'
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
const triedOnce = keeping<Promise<Awaited<ReturnType<typeof inSteps>>>>(20)
const reachedOnce = keeping<Promise<Reached | undefined>>(20)

const keyOf = ({ draft, ground: { region, known } }: Ready): string =>
  JSON.stringify([region.code, region.revision, known, draft.id, draft.edits.at(-1)?.number ?? 0])

/** Tries a draft without each of its clauses. @returns a refusal where the draft contradicts itself */
export async function triedClauses(
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<TriedClauses | Refusal> {
  const made = await ready(source, region, id)
  if (isRefusal(made)) return made
  const tried = await triedOnce(keyOf(made), () => inSteps(made))
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
  const reached = await reachedOnce(`${keyOf(made)} ${clause}`, async () => {
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
