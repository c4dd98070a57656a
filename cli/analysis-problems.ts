import { addDays, type Day, dayOf, daysOf } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { asSimulated } from '@piket/domain/circular/simulated.ts'
import { analyse } from '@piket/domain/decision/analysis.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { type Code, codes } from '@piket/domain/messages/codes.ts'
import { plural } from '@piket/domain/messages/plural.ts'
import type { Bilingual, Problem } from '@piket/domain/messages/problem.ts'
import { bookOf } from './book.ts'
import { type Document, placed } from './circular-files.ts'
import type { Ground } from './ground.ts'

/** How long a document is looked at from its first day on: every weekday, and joint leave around it. */
const daysLookedAt = 28

/** What a document would do to the staff of the ground, as warnings. */
export function analysisProblems(document: Document, ground: Ground): Problem[] {
  const days = daysOfPeriod(document.doc, dayOf(document.recorded ?? ground.known))
  const [first] = days
  if (!first || document.doc.clauses.length === 0) return []
  const readings = Object.fromEntries(
    Object.entries(ground.readings).filter(([key]) => key.startsWith(`${document.id}/`)),
  )
  const alone = { ...ground, documents: [{ ...asSimulated(document, ground.known), recorded: null }], readings }
  const book = bookOf(alone, { simulate: first, withoutOtherReadings: true })
  const table = decideList(book, book.world.staff.ids.toSorted(), days)
  const { collisions, gap, idle, unknownUnits } = analyse(document.doc, book, table)
  const warn = (code: Code, path: string, id: string, en: string): Problem =>
    placed(document, { code, level: 'warning', path, finding: { id, en }, fix: codes[code].fix })
  const someone = ({ people, example }: NonNullable<typeof gap>): Bilingual => ({
    id: `${people} orang, misalnya ${example.employee} pada ${example.date}`,
    en: `${people} ${plural(people, 'person', 'people')}, such as ${example.employee} on ${example.date}`,
  })
  return [
    ...collisions.map(({ clauses, ...count }) =>
      warn(
        'PKT-511',
        `clauses.${clauses[0]}`,
        `Butir ${clauses.join(' dan ')} bertabrakan: ${someone(count).id}.`,
        `Clauses ${clauses.join(' and ')} collide: ${someone(count).en}.`,
      ),
    ),
    ...(gap
      ? [
          warn(
            'PKT-512',
            'clauses',
            `Tidak ada butir yang mengatur ${someone(gap).id}.`,
            `No clause speaks of ${someone(gap).en}.`,
          ),
        ]
      : []),
    ...idle.map((clause) =>
      warn(
        'PKT-513',
        `clauses.${clause}`,
        `Butir ${clause} tidak menentukan siapa pun dari ${first} sampai ${days.at(-1)}.`,
        `Clause ${clause} decides for nobody from ${first} until ${days.at(-1)}.`,
      ),
    ),
    ...unknownUnits.map(({ path, unit }) =>
      placed(document, {
        code: 'PKT-805',
        level: 'warning',
        path,
        finding: { id: `Unit ${unit} tidak dikenal.`, en: `The unit ${unit} is not known.` },
        fix: {
          id: 'Betulkan kode unit, atau tambahkan unitnya pada tabel unit.',
          en: 'Correct the id of the unit, or add it to the table of units.',
        },
      }),
    ),
  ]
}

/** The first days of the period; from the day on which it was known where the text names no day. */
function daysOfPeriod({ in_force: { from, until } }: Circular, known: Day): Day[] {
  const first = typeof from === 'string' ? dayOf(from) : known
  const last = addDays(first, daysLookedAt - 1)
  const end = typeof until === 'string' && dayOf(until) < last ? dayOf(until) : last
  return daysOf(first, end)
}
