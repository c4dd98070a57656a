/** Questions about documents: their answers, and how many people another reading would move, as anybody may see it. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { OpenQuestion } from '@piket/domain/circular/question-words.ts'
import type { Circular, Question } from '@piket/domain/circular/schema.ts'
import type { Active } from '@piket/domain/decision/active.ts'
import { publicViewOf } from '@piket/domain/decision/public-view.ts'
import { otherPlace } from '@piket/domain/decision/row.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { Seated } from '@piket/domain/decision/seats.ts'
import type { Db } from '#platform/db.ts'
import type { Register } from '../circular/service.ts'
import { type Ground, groundOf, peopleOn } from '../ground/service.ts'

/** The questions of the documents in force on a day, each with how many people another reading would move. */
export const questionsOn = (
  ground: Ground,
  inForce: readonly Active[],
  people: readonly Seated[],
): readonly OpenQuestion[] => inForce.flatMap(({ doc }) => questionsIn(ground, doc, people))

/** The questions of one document, in force or proposed, as known on a ground, with whom other readings move on a day. */
export async function questionsOf(
  db: Db,
  { region, known, register, book: { world } }: Ground,
  doc: Circular,
  day: Day,
): Promise<readonly OpenQuestion[]> {
  const simulate = doc.status === 'proposed' ? day : undefined
  const ground = await groundOf(db, region, { from: day, until: day, known, personal: world.personal, simulate })
  if (!isRuleRefusal(ground)) return questionsIn(ground, doc, peopleOn(ground, day))
  return doc.open_questions.map((question) => ({
    doc,
    question,
    answer: answerOf(register, doc, question),
    moved: new Map(),
  }))
}

const answerOf = ({ answers }: Register, { id }: Circular, question: Question) => answers[`${id}/${question.id}`]

function questionsIn({ book, register }: Ground, doc: Circular, people: readonly Seated[]): OpenQuestion[] {
  const moved = new Map<string, number>()
  for (const { finding } of people) {
    for (const text of finding.readings) {
      const other = otherPlace(text)
      if (other?.document !== doc.id) continue
      const key = `${other.question}.${other.reading}`
      moved.set(key, (moved.get(key) ?? 0) + 1)
    }
  }
  const view = publicViewOf(book)
  const movedBy = (key: string) => view.count(`${doc.id}/${key}`, moved.get(key) ?? 0)
  return doc.open_questions.map((question) => ({
    doc,
    question,
    answer: answerOf(register, doc, question),
    moved: new Map(question.readings.map(({ id }) => [id, movedBy(`${question.id}.${id}`)])),
  }))
}
