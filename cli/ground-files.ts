import { stat } from 'node:fs/promises'
import { type Day, dayOf, type Instant, knownBy } from '@piket/domain/calendar/day.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import type { Relation } from '@piket/domain/circular/schema.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { type Facts, noFacts } from '@piket/domain/staff/facts.ts'
import { calendarYears } from '@piket/server/platform/calendar-files.ts'
import { readTables } from '@piket/server/platform/table-file.ts'
import { type Document, doubleIds, placed, readCirculars, soundDocuments } from './circular-files.ts'
import type { Given } from './given.ts'
import type { Ground, GroundQuery } from './ground.ts'
import { exits, lineOf, Refused, systemReason, unreadable } from './refused.ts'
import { sayOnce, type Terminal } from './terminal.ts'

/** The zone where settings name none: central Indonesian time. */
export const usualZone = 'Asia/Makassar'

/** The ground as files give it. Without `--data` there are no people, and the calendars of the installation. */
export async function groundOfFiles(given: Given, terminal: Terminal, query: GroundQuery): Promise<Ground> {
  const { documents: instead = [], alone = false } = query
  const documents = alone ? instead : await registerOfFiles(given, instead)
  if (!alone) sayRelationProblems(terminal, documents)
  const folder = given.one('data')
  const today = dayOf(query.known ?? terminal.clock.now(usualZone))
  const { facts, zone } = folder === undefined ? { facts: noFacts, zone: null } : await factsOf(folder, today)
  const known = query.known ?? terminal.clock.now(zone ?? usualZone)
  const { readings = {} } = query
  return {
    documents,
    known,
    region: null,
    readings,
    zone: zone ?? usualZone,
    needs: [],
    openDays: [],
    seal: null,
    ...(await withCalendars(facts, known)),
  }
}

/** The documents of `--circulars`, with others standing in their place where the ids are the same. */
async function registerOfFiles(given: Given, instead: readonly Document[]): Promise<Document[]> {
  const paths = given.all('circulars')
  const read = soundDocuments(await readCirculars(paths.length > 0 ? paths : ['circulars']))
  const doubles = doubleIds(read)
  if (doubles.length > 0) throw new Refused(exits.input, ...doubles)
  const named = new Set(instead.map(({ id }) => id))
  return [...read.filter(({ id }) => !named.has(id)), ...instead]
}

/** Relations that change what their target says: without the target they would fall silent. */
const effective: ReadonlySet<Relation['type']> = new Set([
  'adopts',
  'declines',
  'extends',
  'amends',
  'replaces',
  'revokes',
  'corrects',
])

/** @throws Refused where a document is missing that another one changes, or the change does not fit */
function sayRelationProblems(terminal: Terminal, documents: readonly Document[]) {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const errors: Problem[] = []
  for (const { circular, problem } of checkRelations(documents.map(({ doc }) => doc))) {
    const document = byId.get(circular) as Document
    const relation = document.doc.relations[Number(problem.path.split('.')[1])]
    const here = placed(document, problem)
    if (relation && effective.has(relation.type)) errors.push(here)
    else sayOnce(terminal, lineOf({ ...here, level: 'warning' }))
  }
  if (errors.length > 0) throw new Refused(exits.input, ...errors)
}

/** @throws Refused when the folder is not there, or with every error of its tables */
async function factsOf(folder: string, today: Day): Promise<{ facts: Facts; zone: string | null }> {
  const found = await stat(folder).catch((error) => {
    const { id, en } = systemReason(error)
    throw unreadable(folder, id, en)
  })
  if (!found.isDirectory()) throw unreadable(folder, 'Ini bukan folder.', 'This is not a folder.')
  const { facts, zone, problems } = await readTables(folder, { today })
  const errors = problems.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new Refused(exits.input, ...errors)
  return { facts, zone }
}

/** The decrees that come with Piket, where the folder brings no calendar of its own. */
async function withCalendars(facts: Facts, known: Instant): Promise<Pick<Ground, 'facts' | 'incomplete'>> {
  if (facts.calendar.length > 0) return { facts, incomplete: new Map() }
  const years = await calendarYears()
  const seasons = years.flatMap((year) => year.seasons.filter(({ recorded }) => knownBy(recorded, known)))
  return {
    facts: {
      ...facts,
      calendar: years.flatMap(({ records }) => records),
      seasons: facts.seasons.length > 0 ? facts.seasons : seasons,
    },
    incomplete: new Map(
      years.flatMap(({ year, complete, missing }) => (complete ? [] : [[year, missing ?? ''] as const])),
    ),
  }
}
