/** Days and hours that a clause names and that never come, or that it leaves unsaid. */
import { startOf, weekdayOf } from '../calendar/day.ts'
import type { Clause, When } from './clause.ts'
import type { Find } from './find.ts'
import type { Moment } from './literal.ts'
import type { Circular } from './schema.ts'
import { everyWhen } from './selectors.ts'

/** A `when` at any depth that says nothing, or that no day can fulfil (PKT-412). */
export function checkWhen(doc: Circular, { id, when }: Clause, find: Find) {
  if (!when) return
  const [wrong] = [...everyWhen(when).flatMap((one) => wrongIn(one) ?? []), ...outside(doc, when)]
  if (wrong) find('error', 'PKT-412', `clauses.${id}.when`, wrong.id, wrong.en)
}

const words = (id: string, en: string) => ({ id, en })

const lastOf = (moment: Moment | null | undefined) =>
  typeof moment === 'string' ? (moment.length === 10 ? `${moment}T24:00` : moment) : undefined
const firstOf = (moment: Moment | null | undefined) => (typeof moment === 'string' ? startOf(moment) : undefined)

function wrongIn({ from, until, time, dates, weekday, ...rest }: When) {
  const said = [from, until, time, dates, weekday, ...Object.values(rest)].filter((one) => one !== undefined)
  if (said.length === 0) return words('Waktu ini kosong.', 'These days say nothing.')
  if (time) {
    const { from: start, to: end } = time
    if (start === undefined && end === undefined) return words('Jam ini kosong.', 'These hours say nothing.')
    if (start !== undefined && end !== undefined && end <= start)
      return words(
        `Jamnya berakhir ${end} sebelum mulai ${start}.`,
        `The hours end at ${end}, before they start at ${start}.`,
      )
  }
  const [first, last] = [firstOf(from), lastOf(until)]
  if (first !== undefined && last !== undefined && last <= first)
    return words(`Berakhir ${until} sebelum mulai ${from}.`, `Ends ${until} before it starts ${from}.`)
  const possible = dates?.filter(
    (day) =>
      (last === undefined || startOf(day) < last) &&
      (first === undefined || `${day}T24:00` > first) &&
      (weekday === undefined || weekday.includes(weekdayOf(day as never))),
  )
  return possible?.length === 0
    ? words(
        'Tanggal yang disebut tidak pernah memenuhi syarat lainnya.',
        'None of the dates meets the other conditions.',
      )
    : undefined
}

/** Phases that lie wholly before or after the document. */
function outside({ in_force }: Circular, { from, until }: When) {
  const [starts, ends] = [firstOf(in_force.from), lastOf(in_force.until)]
  const [first, last] = [firstOf(from), lastOf(until)]
  return (first !== undefined && ends !== undefined && ends <= first) ||
    (last !== undefined && starts !== undefined && last <= starts)
    ? [words('Waktu ini di luar masa berlaku surat.', 'These days lie outside the period of the document.')]
    : []
}
