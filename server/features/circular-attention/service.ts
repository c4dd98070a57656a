/** Tells the organisation bureau of documents in force that somebody has to look at, once for each reason. */
import { lawOf } from '@piket/domain/circular/register.ts'
import { attentionsOn } from '@piket/domain/decision/attention.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { standingOn } from '@piket/domain/decision/standing.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal } from '#platform/refusal.ts'
import { peopleWithRole } from '../account/service.ts'
import { registered } from '../circular/service.ts'
import { groundOf } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { addAttention } from './queries.ts'

/** @returns how many reasons were told for the first time */
export async function tellOfAttentions(source: Source, region: RegionAsListed): Promise<number> {
  const asked = knowledgeOf(source, region, {})
  if (isRefusal(asked)) return 0
  const { day, known, personal } = asked
  const ground = await groundOf(source.db, region, { from: day, until: day, known, personal })
  if (isRuleRefusal(ground)) return 0
  const law = lawOf(registered(ground.register))
  const standings = new Map(law.map(({ doc }) => [doc.id, standingOn(doc, day, ground.book)]))
  const due = attentionsOn(law, ground.book.versions, day, standings)
  if (due.length === 0) return 0
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const bureau = await peopleWithRole(tx, 'organisation_bureau', roleWindow(source, region))
    // Whoever gets the role first is told of what waits.
    if (bureau.length === 0) return 0
    const told_at = new Date(source.clock.moment()).toISOString()
    let told = 0
    for (const { circular, reason, about } of due) {
      if (!(await addAttention(tx, { circular_id: circular, reason, about, told_at }))) continue
      const event = { actor: 'circular-attention', kind: 'circular-due', subject: circular }
      await recordEvent(tx, { ...event, body: { reason, about } })
      told++
    }
    if (told > 0) await tellOfArrival(tx, source, region, 'circular_due', bureau)
    return told
  })
}
