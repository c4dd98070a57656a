/** Answers to what clauses leave to somebody: the head of an agency for the own one, the bureau for whoever else is asked. */
import { may } from '@piket/domain/access/permission.ts'
import { agenciesLed } from '@piket/domain/access/role.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { asksHeads, concerns, isTaken, type Left, leftFrom } from '@piket/domain/decision/left.ts'
import { type AnswerRecord, agencyOf, headsOn, unitCovers } from '@piket/domain/staff/facts.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { enterFacts } from '../fact/service.ts'
import { daysAhead, type Ground, groundAhead, peopleOn, unitNames } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import type { SignedIn } from '../session/service.ts'
import type { AnswerForm } from './schema.ts'

/** What is left to somebody, and what was answered. */
export interface LeftClause extends Left {
  /** Those that hold or are to come, the newest last. */
  readonly answers: readonly AnswerRecord[]
}

export interface LeftClauses {
  readonly left: readonly LeftClause[]
  /** Agencies for which the viewer answers, by name; null: for every one, and for the region. */
  readonly own: readonly string[] | null
  readonly agencies: readonly (readonly [agency: string, name: string])[]
  readonly unitName: (unit: string) => string
  readonly today: Day
}

/** Whoever is employed in some units that day, those below them included. */
const peopleOf = (ground: Ground, day: Day, units: readonly string[]) =>
  peopleOn(ground, day).flatMap(({ person }) => (units.some((unit) => unitCovers(unit, person.unit)) ? [person] : []))

/** Who answers for the whole region answers for everybody who is asked. */
const isBureau = (viewer: SignedIn, { code }: RegionAsListed) => may(viewer, 'answer-clauses', { region: code })

/** What is left to somebody from today on: of a head, what heads are asked. */
export async function leftClauses(
  source: Source,
  region: RegionAsListed,
  viewer: SignedIn,
): Promise<LeftClauses | Refusal> {
  const today = businessDay(source, region)
  const ground = await groundAhead(source, region)
  if (isRefusal(ground)) return ground
  const own = isBureau(viewer, region) ? null : agenciesLed(viewer)
  const unitName = unitNames(ground, today)
  const agencies = own ?? [...new Set([...ground.book.world.units.keys()].map(agencyOf))]
  const { answers } = ground.facts
  const on = { world: ground.book.world, day: today }
  const heads = headsOn(ground.facts.settings, today)
  const people = own === null ? [] : peopleOf(ground, today, own)
  return {
    left: leftFrom(ground.book.versions, today)
      .filter((one) => own === null || (asksHeads(one, heads) && concerns(one, people, on)))
      .map((one) => ({
        ...one,
        answers: answers.filter(
          ({ circular, clause, unit, until }) =>
            circular === one.doc.id &&
            clause === one.clause.id &&
            (until === null || until >= today) &&
            (own === null || unit === null || own.includes(agencyOf(unit))),
        ),
      })),
    own,
    agencies: agencies
      .map((agency) => [agency, unitName(agency)] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, 'id')),
    unitName,
    today,
  }
}

const lacks = {
  value: { id: 'jawabannya belum diisi', en: 'the answer is missing' },
  from: { id: 'hari mulainya belum diisi', en: 'the first day is missing' },
}

/** Records an answer, known from now on, once. What was decided before stays as it was known. */
export async function answerClause(
  source: Source,
  region: RegionAsListed,
  viewer: SignedIn,
  { nomor, surat, butir, unit, nilai, sejak, sampai }: Omit<AnswerForm, 'jenis'>,
): Promise<Refusal | undefined> {
  const today = businessDay(source, region)
  const ground = await groundAhead(source, region)
  if (isRefusal(ground)) return ground
  const left = leftFrom(ground.book.versions, today).find(({ doc, clause }) => doc.id === surat && clause.id === butir)
  if (!left) return { refused: 'answer-nothing-left' }
  const isAllowed =
    isBureau(viewer, region) ||
    (asksHeads(left, headsOn(ground.facts.settings, today)) &&
      unit !== '' &&
      agenciesLed(viewer).includes(agencyOf(unit)))
  if (!isAllowed) return { refused: 'not-allowed' }
  const value = nilai.trim()
  if (value === '' || sejak === '')
    return lacking('answer-incomplete', { nilai: value === '' && lacks.value, sejak: sejak === '' && lacks.from })
  if (unit !== '' && !ground.book.world.units.has(unit)) return { refused: 'declaration-place-unknown' }
  const on = { world: ground.book.world, day: today }
  if (unit !== '' && !concerns(left, peopleOf(ground, today, [unit]), on)) return { refused: 'answer-not-theirs' }
  if (!isTaken(left, value)) return { refused: 'answer-unfit' }
  if (sejak < today) return { refused: 'answer-past' }
  if (sejak > addDays(today, daysAhead)) return { refused: 'declaration-far' }
  if (sampai !== '' && sampai < sejak) return { refused: 'declaration-end-early' }
  const answer = {
    ...{ circular: surat, clause: butir, unit: unit || null, value },
    ...{ from: sejak as Day, until: (sampai || null) as Day | null, by: left.ask },
  }
  const event = {
    ...{ actor: viewer.employee ?? viewer.account, kind: 'clause-answered', subject: nomor },
    ...{ clause: `${surat}/${butir}`, body: { ...answer } },
    ...(unit !== '' && { agency: agencyOf(unit) }),
  }
  return enterFacts(source, region, event, (recorded) => ({ answers: [{ ...answer, recorded }] }))
}
