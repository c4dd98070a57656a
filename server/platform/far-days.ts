import { type Day, within } from '@piket/domain/calendar/day.ts'
import { plannableDays } from '@piket/domain/calendar/plannable.ts'
import { dayWords } from '@piket/domain/messages/day-words.ts'
import type { Refusal } from './refusal.ts'

/**
 * Refuses days for which nothing can be planned, also at their fields.
 * @param days by the names of their fields; null: none is given
 */
export function farDays(today: Day, days: Readonly<Record<string, Day | null>>): Refusal | undefined {
  const span = plannableDays(today)
  const far = Object.entries(days).filter(([, day]) => day !== null && !within(day, span))
  if (far.length === 0) return undefined
  const [from, until] = [dayWords(span.from), dayWords(span.until)]
  const words = {
    id: `pilih hari dari ${from.id} sampai ${until.id}`,
    en: `choose a day from ${from.en} to ${until.en}`,
  }
  const detail = { id: `Hari itu terlalu jauh: ${words.id}.`, en: `That day is too far away: ${words.en}.` }
  return { refused: 'day-too-far', detail, fields: Object.fromEntries(far.map(([name]) => [name, words])) }
}
