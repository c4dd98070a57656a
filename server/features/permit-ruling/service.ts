/** What the documents in force say of a permit, on the ground of what is known now. */
import { citation } from '@piket/domain/decision/explain.ts'
import type { ClauseRef } from '@piket/domain/decision/row.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { type Asked, type Ruling, rulingOf } from '@piket/domain/permit/clauses.ts'
import type { Signature } from '@piket/domain/permit/permit-facts.ts'
import { type Refusal, refusals } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Ground, groundOf } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** Whether clauses let somebody of an agency be permitted something by a signature, and which one it rests on. */
export async function rulingFor(
  { db, clock }: Source,
  region: RegionAsListed,
  agency: string,
  asked: Asked,
  by: Omit<Signature, 'at'>,
): Promise<Ruling | Refusal> {
  const { from, until } = asked
  const known = clock.now(region.zone, region.demoDay)
  const ground = await groundOf(db, region, { from, until, known, agency })
  if (isRuleRefusal(ground)) return { refused: 'reading-impossible' }
  const ruling = rulingOf(ground.book, asked, { ...by, at: known })
  if (!('refused' in ruling)) return ruling
  const { refused, clause } = ruling
  return clause === null
    ? { refused }
    : { refused, clause: clauseName(clause), detail: detailOf(ground, refused, clause) }
}

/** A clause as events and permits name it. */
export const clauseName = ({ circular, clause }: ClauseRef): string => `${circular}/${clause}`

function detailOf({ register }: Ground, refused: Refusal['refused'], { circular, clause }: ClauseRef) {
  const doc = register.filed.find(({ id }) => id === circular)?.doc
  const cited = doc ? citation(doc, circular) : { id: circular, en: circular }
  const { meaning } = refusals[refused]
  return {
    id: `${meaning.id} Butir ${clause}, ${cited.id}.`,
    en: `${meaning.en} Clause ${clause}, ${cited.en}.`,
  }
}
