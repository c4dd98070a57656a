/** What somebody who was called answers by telephone, kept in the name of the superior who heard it. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { hear, type RecallAnswered } from '@piket/domain/attendance/recall.ts'
import type { Time } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import type { Tx } from '#platform/db.ts'
import { wasRecorded } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { businessDay, realDayOf } from '../knowledge/service.ts'
import { type Change, type KeptRecall, keepChange } from '../recall/service.ts'
import { holdInReach } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** An answer as a superior heard it by telephone, at a time of the business day. */
export interface HeardAnswer extends Pick<RecallAnswered, 'answer' | 'why'> {
  /** UUID of the form: sent twice, it is one answer. */
  readonly form: string
  readonly time: Time
}

/** Keeps what somebody in reach answered by telephone, in the name of who heard it. */
export const hearAnswer = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { form, time, ...said }: HeardAnswer,
): Promise<Refusal | undefined> =>
  holdInReach(source, region, viewer, id, async (tx, { recall, row, at, by }) => {
    const day = realDayOf(source, region, businessDay(source, region))
    const heard = { ...said, at: momentOf(day, minutesOf(time), zoneOffset[region.zone]) }
    if (row.answerForm === form) return isAnswer(row, by, heard) ? undefined : { refused: 'form-used' }
    if (await wasHeard(tx, recall, by, form)) return { refused: 'form-used' }
    const next = hear(recall, heard, at)
    if (isRefused(next)) return { refused: next.refused }
    const answered_at = new Date(heard.at).toISOString()
    const words = heard.answer === 'acknowledged' ? heard.why.trim() || null : null
    const answered = { answer: heard.answer, answered_at, declined_for: next.declinedFor }
    const change = { ...answered, answered_to: by, answer_form: form, answer_words: words }
    const body = { by: 'phone', at: answered_at, form }
    await keepChange(tx, recall, change, { actor: by, kind: `recall-${heard.answer}`, body })
    return undefined
  })

/** Whether a record keeps this very answer. */
const isAnswer = (row: Change['row'], by: string, { answer, at, why }: RecallAnswered): boolean =>
  row.answer === answer &&
  row.answeredAt === at &&
  row.answeredTo === by &&
  (row.declinedFor ?? row.answerWords ?? '') === why.trim()

/** Whether a form has brought an answer in whose place another one has come since. */
const wasHeard = async (tx: Tx, { id: subject }: KeptRecall, actor: string, form: string) =>
  (await wasRecorded(tx, { actor, kind: 'recall-acknowledged', subject, body: { form } })) ||
  (await wasRecorded(tx, { actor, kind: 'recall-declined', subject, body: { form } }))
