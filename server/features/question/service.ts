/** Questions about documents: their answers, and how many people another reading would move, as anybody may see it. */
import type { Answer } from '@piket/domain/circular/question-words.ts'
import type { Circular, Question } from '@piket/domain/circular/schema.ts'
import type { Active } from '@piket/domain/decision/active.ts'
import { type PublicView, publicViewOf } from '@piket/domain/decision/public-view.ts'
import { otherPlace } from '@piket/domain/decision/row.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { Seated } from '@piket/domain/decision/seats.ts'
import type { Db } from '#platform/db.ts'
import { type Ground, groundOf, peopleOn } from '../ground/service.ts'
import type { Knowledge } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** A question of a document, its answer, and how many people each other reading would move. */
export interface OpenQuestion {
  readonly doc: Circular
  readonly question: Question
  /** Undefined: nobody has answered yet. */
  readonly answer: Answer | undefined
  /** People moved, by reading; null: so few, and on individual particulars, that it is not told. */
  readonly moved: ReadonlyMap<string, number | null>
}

/** The questions of the documents in force on a day, each with how many people another reading would move. */
export function questionsOn(
  { book, register }: Ground,
  inForce: readonly Active[],
  people: readonly Seated[],
): OpenQuestion[] {
  const view = publicViewOf(book)
  return inForce.flatMap(({ doc }) => {
    const moved = movedBy(doc, people, view)
    return doc.open_questions.map((question) => ({
      doc,
      question,
      answer: register.answers[`${doc.id}/${question.id}`],
      moved: new Map(question.readings.map(({ id }) => [id, moved.get(`${question.id}.${id}`) ?? null])),
    }))
  })
}

/** How many people each reading of a document moves, by `question.reading`, as anybody may see it. */
type Moved = ReadonlyMap<string, number | null>

function movedBy(doc: Circular, people: readonly Seated[], view: PublicView): Moved {
  const moved = new Map<string, number>()
  for (const { finding } of people) {
    for (const text of finding.readings) {
      const other = otherPlace(text)
      if (other?.document !== doc.id) continue
      const key = `${other.question}.${other.reading}`
      moved.set(key, (moved.get(key) ?? 0) + 1)
    }
  }
  const keys = doc.open_questions.flatMap(({ id, readings }) => readings.map((reading) => `${id}.${reading.id}`))
  return new Map(keys.map((key) => [key, view.count(`${doc.id}/${key}`, moved.get(key) ?? 0)]))
}

/** How many people each other reading of one document would move on a day. */
export async function readingsMoved(
  db: Db,
  region: RegionAsListed,
  { day, known, personal }: Knowledge,
  doc: Circular,
): Promise<Moved> {
  const simulate = doc.status === 'proposed' ? day : undefined
  const ground = await groundOf(db, region, { from: day, until: day, known, personal, simulate })
  return isRuleRefusal(ground) ? new Map() : movedBy(doc, peopleOn(ground, day), publicViewOf(ground.book))
}
