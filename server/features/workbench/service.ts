/** What a draft would do: to whom its clauses speak, whom it moves, what it cannot do, and what it leaves open. */
import { type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { type AmendmentBase, baseUnder } from '@piket/domain/circular/amendment.ts'
import { asInUse } from '@piket/domain/circular/patch.ts'
import { problemsBeside } from '@piket/domain/circular/readiness.ts'
import { lawOf, versionsIn } from '@piket/domain/circular/register.ts'
import {
  daysTriedOf,
  type Effect,
  type EffectGround,
  effectOf,
  lastTried,
  type ReadingMoves,
  readingMovesOf,
  type Trial,
  trialOn,
} from '@piket/domain/decision/effect.ts'
import { type GroundFile, groundFile } from '@piket/domain/decision/ground-file.ts'
import { publicFacts } from '@piket/domain/decision/public-view.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { keeping } from '#platform/kept.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { registered } from '../circular/service.ts'
import type { Draft } from '../draft/service.ts'
import { type Ground, groundOf } from '../ground/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'

export interface Bench {
  readonly ground: Ground
  readonly problems: readonly Problem[]
  /** What it amends, as that reads now; undefined: nothing. */
  readonly base: AmendmentBase | undefined
  /** Undefined: the draft contradicts itself, so that nothing follows from it; the problems say how. */
  readonly effect: Effect | undefined
  readonly readings: readonly ReadingMoves[]
}

const kept = keeping<Bench>(40)

/** Tries a draft on the staff of its region. Kept while neither the draft nor the region changes. */
export async function benchOf(source: Source, region: RegionAsListed, draft: Draft): Promise<Bench | Refusal> {
  const { doc } = draft
  const [from, until] = daysTriedOf(doc, businessDay(source, region))
  const ground = await groundFrom(source, region, from)
  if (isRefusal(ground)) return ground
  const key = JSON.stringify([region.code, region.revision, ground.known, draft.id, draft.edits.at(-1)?.number ?? 0])
  return kept(key, () => tried(draft, ground, until))
}

/** For every draft that is tried from a day on, whenever its period ends. */
async function groundFrom(source: Source, region: RegionAsListed, from: Day): Promise<Ground | Refusal> {
  const asked = knowledgeOf(source, region, {})
  if (isRefusal(asked)) return asked
  const { known, personal } = asked
  const until = lastTried(from)
  const ground = await groundOf(source.db, region, { from, until, known, personal, withoutRoster: true })
  return isRuleRefusal(ground) ? { refused: 'not-found' } : ground
}

/** A draft's own days, to try it on. */
export interface TrialOfDraft {
  readonly ground: Ground
  readonly days: readonly Day[]
  /** Makes them ready, which takes a while; undefined: the law contradicts itself. */
  readonly trial: () => Trial | undefined
}

export async function trialOfDraft(
  source: Source,
  region: RegionAsListed,
  { doc }: Draft,
): Promise<TrialOfDraft | Refusal> {
  const [from, until] = daysTriedOf(doc, businessDay(source, region))
  const ground = await groundFrom(source, region, from)
  if (isRefusal(ground)) return ground
  return { ground, days: daysOf(from, until), trial: () => trialOn(effectGround(ground), from, until) }
}

/** What the browser tries drafts on, by itself: for every period that begins on a day. */
export interface TrialGround {
  readonly file: () => GroundFile
  /** All that it follows from. */
  readonly follows: readonly unknown[]
}

/** @param first the first day that drafts are tried on; absent: that of this one */
export async function trialGround(
  source: Source,
  region: RegionAsListed,
  { doc }: Draft,
  first: Day | undefined,
): Promise<TrialGround | Refusal> {
  const today = businessDay(source, region)
  const [from] = first === undefined ? daysTriedOf(doc, today) : [first]
  const ground = await groundFrom(source, region, from)
  if (isRefusal(ground)) return ground
  const { known, until } = ground
  return {
    file: () => groundFile(effectGround(ground), { today, from, until }),
    follows: [region.revision, known, today, from],
  }
}

function tried(draft: Draft, ground: Ground, until: Day): Bench {
  const on = effectGround(ground)
  const trial = trialOn(on, ground.from, until)
  const base = baseUnder(draft, on.law, on)
  const register = ground.register.filed.map(({ doc }) => asInUse(doc, ground.readings))
  return {
    ground,
    base,
    problems: problemsBeside(draft, { register, versions: versionsIn(on.law, on), begun: draft.first, base }),
    effect: trial && effectOf(draft, trial),
    readings: trial && draft.amends === null ? readingMovesOf(draft.doc, trial) : [],
  }
}

/** What the effect of a draft follows from: nobody's individual attributes. */
export const effectGround = ({ known, register, facts, readings }: Ground): EffectGround => ({
  ...{ known, readings },
  law: lawOf(registered(register)),
  facts: publicFacts(facts, true),
})
