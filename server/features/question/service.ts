/** Questions about documents: their answers, and how many people another reading would move, as anybody may see it. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { OpenQuestion } from '@piket/domain/circular/question-words.ts'
import type { Circular, Question } from '@piket/domain/circular/schema.ts'
import type { Active } from '@piket/domain/decision/active.ts'
import { movedSeats } from '@piket/domain/decision/moved-seats.ts'
import { publicViewOf } from '@piket/domain/decision/public-view.ts'
import { otherPlace } from '@piket/domain/decision/row.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { Db } from '#platform/db.ts'
import type { Register } from '../circular/service.ts'
import { type Ground, groundOf, peopleOn } from '../ground/service.ts'

/** The questions of the documents in force on a day, each with how many people another reading would move. */
export const questionsOn = (
  ground: Ground,
  inForce: readonly Active[],
  day: Day,
  people: readonly Seated[],
): readonly OpenQuestion[] => inForce.flatMap(({ doc }) => questionsIn(ground, doc, day, people))

/** The questions of one document, in force or proposed, as known on a ground, with whom other readings move on a day. */
export async function questionsOf(
  db: Db,
  { region, known, register, book: { world } }: Ground,
  doc: Circular,
  day: Day,
): Promise<readonly OpenQuestion[]> {
  const simulate = doc.status === 'proposed' ? day : undefined
  const ground = await groundOf(db, region, { from: day, until: day, known, personal: world.personal, simulate })
  if (!isRuleRefusal(ground)) return questionsIn(ground, doc, day, peopleOn(ground, day))
  return doc.open_questions.map((question) => ({
    doc,
    question,
    answer: answerOf(register, doc, question),
    moved: new Map(),
  }))
}

const answerOf = ({ answers }: Register, { id }: Circular, question: Question) => answers[`${id}/${question.id}`]

interface SeatsMoved {
  /** `document/question.reading` */
  readonly key: string
  readonly employees: readonly string[]
}

const seatsMoved = new WeakMap<Ground, Map<Day, readonly SeatsMoved[]>>()

/** Who takes turns for other seats under readings that are not in use: found once while the ground is kept. */
function seatsMovedOn(ground: Ground, day: Day): readonly SeatsMoved[] {
  const kept = seatsMoved.get(ground) ?? new Map<Day, readonly SeatsMoved[]>()
  seatsMoved.set(ground, kept)
  const found = kept.get(day) ?? seatsMovedIn(ground, day)
  kept.set(day, found)
  return found
}

function seatsMovedIn(ground: Ground, day: Day): SeatsMoved[] {
  const { book } = ground
  if (book.seatReadings.length === 0) return []
  const agencies = new Map<string, Seated[]>()
  for (const one of peopleOn(ground, day)) {
    const agency = agencyOf(one.person.unit)
    const own = agencies.get(agency)
    if (own) own.push(one)
    else agencies.set(agency, [one])
  }
  return [...agencies.values()].flatMap((people) =>
    [...movedSeats(book, book.seatReadings, day, people)].map(([key, employees]) => ({ key, employees })),
  )
}

function questionsIn(ground: Ground, doc: Circular, day: Day, people: readonly Seated[]): OpenQuestion[] {
  const { book, register } = ground
  const moved = new Map<string, Set<string>>()
  const move = (key: string, employee: string) => moved.set(key, (moved.get(key) ?? new Set()).add(employee))
  for (const { finding, person } of people) {
    for (const text of finding.readings) {
      const other = otherPlace(text)
      if (other?.document === doc.id) move(`${other.question}.${other.reading}`, person.employee)
    }
  }
  for (const { key, employees } of seatsMovedOn(ground, day))
    if (key.startsWith(`${doc.id}/`)) for (const employee of employees) move(key.slice(doc.id.length + 1), employee)
  const view = publicViewOf(book)
  const movedBy = (key: string) => view.count(`${doc.id}/${key}`, moved.get(key)?.size ?? 0)
  return doc.open_questions.map((question) => ({
    doc,
    question,
    answer: answerOf(register, doc, question),
    moved: new Map(question.readings.map(({ id }) => [id, movedBy(`${question.id}.${id}`)])),
  }))
}
