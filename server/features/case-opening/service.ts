/**
 * Opening a case: of a finding, of an inspection, of a complaint, of a recall to which nobody came, of a journey against a
 * ban. People open them, nothing else.
 */
import { may, mayAtAll } from '@piket/domain/access/permission.ts'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { CaseKind } from '@piket/domain/case/case.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { membersGoing } from '../activity/service.ts'
import { casesHeld, holdCases } from '../case/service.ts'
import { complaintById } from '../complaint/service.ts'
import { bansOn } from '../decision/service.ts'
import { type Finding, findingOf } from '../finding/service.ts'
import { type Visit, visitOf } from '../inspection/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { headsOf, subordinatesOf } from '../leader/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import { type KeptRecall, recallNow, recallsKept } from '../recall/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { boardOf, clausesServing } from '../service/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, type Posting, postingOf } from '../staff/service.ts'
import { addCase } from './queries.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Somebody who can be asked. */
export interface Askable {
  readonly employee: string
  readonly name: string
}

/** What somebody may open a case of now. */
export interface Opening {
  readonly kind: CaseKind
  /** Whom: one of these. */
  readonly people: readonly Askable[]
  /** When it happened; null: the form says. */
  readonly day: Day | null
}

/** Whether somebody may ask a person; nobody asks themself. */
const mayAsk = (region: RegionAsListed, viewer: Viewer, employee: string, { agency, supervisor }: Posting) =>
  viewer.employee !== employee && may(viewer, 'open-cases', { region: region.code, agency, employee, supervisor })

async function askable(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  employees: readonly string[],
): Promise<Askable[]> {
  const name = await namesOf(tx, employees)
  const people: Askable[] = []
  for (const employee of new Set(employees)) {
    const posting = await postingOf(tx, employee, roleWindow(source, region))
    if (posting && mayAsk(region, viewer, employee, posting)) people.push({ employee, name: name(employee) })
  }
  return people
}

/** Of a finding those are asked who lead the agency, who put the activity on the calendar, and who went. */
export async function openingOfFinding(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<(Opening & { readonly finding: Finding }) | Refusal> {
  const found = await findingOf(source, region, id)
  if (isRefusal(found)) return found
  const { finding } = found
  const people = await as(source.db, inRegion(region), async (tx) => {
    const heads = await headsOf(tx, finding.agency, roleWindow(source, region))
    const asked = [...heads, finding.registeredBy, ...(await membersGoing(tx, finding.activity))]
    return askable(tx, source, region, viewer, asked)
  })
  return { kind: 'uncoordinated', people, day: finding.day, finding }
}

/** What the record of a recall calls it: who gave no answer at all could not be reached. */
const kindOf = ({ answeredAt }: KeptRecall): CaseKind => (answeredAt === null ? 'unreachable' : 'no_show')

/** Of a recall to which nobody came, once the superior has kept it as a matter to talk about. */
export async function openingOfRecall(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<(Opening & { readonly recall: KeptRecall }) | Refusal> {
  const recall = await recallNow(source, region, id)
  if (!recall) return { refused: 'not-found' }
  const people = await as(source.db, inRegion(region), (tx) => askable(tx, source, region, viewer, [recall.person]))
  if (people.length === 0) return { refused: 'not-found' }
  if (recall.state !== 'no_show' || recall.settled?.as !== 'kept') return { refused: 'case-no-ground' }
  return { kind: kindOf(recall), people, day: recall.day, recall }
}

/** Of a journey: the form says the day, and the clause in force says whether it was forbidden. */
export async function openingOfTravel(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  employee: string,
): Promise<Opening | Refusal> {
  const people = await as(source.db, inRegion(region), (tx) => askable(tx, source, region, viewer, [employee]))
  return people.length === 0 ? { refused: 'not-found' } : { kind: 'travel', people, day: null }
}

/** The clauses by which somebody was to be elsewhere, as closed minutes say. */
const clausesFor = ({ findings }: Visit, person: string): string[] =>
  findings
    .filter(({ circular, people }) => circular !== null && people.includes(person))
    .flatMap(({ circular, clause }) => clause.map((one) => `${circular}/${one}`))

/** Of an inspection those are asked whom its minutes name, where a clause said that they were to be elsewhere. */
export async function openingOfInspection(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<(Opening & { readonly visit: Visit }) | Refusal> {
  const visit = await visitOf(source, region, id)
  if (!visit) return { refused: 'not-found' }
  const named = visit.findings.flatMap(({ people }) => people).filter((one) => clausesFor(visit, one).length > 0)
  const people = await as(source.db, inRegion(region), (tx) => askable(tx, source, region, viewer, named))
  if (people.length === 0) return { refused: 'not-found' }
  if (!visit.inspection.closedAt) return { refused: 'inspection-not-closed' }
  return { kind: 'inspection', people, day: visit.inspection.day, visit }
}

/**
 * Of a complaint those are asked who lead the agency. A case rests on a clause: on that day one had to say that the public
 * is served there.
 */
export async function openingOfComplaint(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<(Opening & { readonly day: Day; readonly clauses: readonly string[] }) | Refusal> {
  const found = await as(source.db, inRegion(region), async (tx) => {
    const complaint = await complaintById(tx, id)
    if (!complaint) return undefined
    const heads = await headsOf(tx, complaint.agency, roleWindow(source, region))
    return { complaint, people: await askable(tx, source, region, viewer, heads) }
  })
  if (!found || !mayAtAll(viewer, 'open-cases')) return { refused: 'not-found' }
  const { day, unit } = found.complaint
  const board = await boardOf(source, region, { date: day })
  if (isRefusal(board)) return board
  const clauses = clausesServing(board, unit)
  return clauses.length === 0 ? { refused: 'case-no-service-clause' } : { kind: 'complaint', ...found, day, clauses }
}

/** What the form of a case says. */
export interface Asking {
  /** Sent twice, it is one. */
  readonly id: string
  readonly employee: string
  readonly words: string
}

interface NewCase extends Asking {
  readonly kind: CaseKind
  readonly day: Day
  readonly clauses: readonly string[]
  /** What it is of; absent: nothing of the kind. */
  readonly finding?: string | null
  readonly recall?: string | null
  readonly inspection?: string | null
  readonly complaint?: string | null
}

/** Asks one of the people of a finding to explain it. */
export async function openOfFinding(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  finding: string,
  asking: Asking,
): Promise<Refusal | undefined> {
  const opening = await openingOfFinding(source, region, viewer, finding)
  if (isRefusal(opening)) return opening
  if (opening.people.every(({ employee }) => employee !== asking.employee)) return { refused: 'case-not-theirs' }
  const { kind } = opening
  const { day, clauses } = opening.finding
  return openCase(source, region, viewer, { ...asking, kind, day, clauses, finding })
}

/** Asks somebody whom the minutes of an inspection name to explain it. */
export async function openOfInspection(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  inspection: string,
  asking: Asking,
): Promise<Refusal | undefined> {
  const opening = await openingOfInspection(source, region, viewer, inspection)
  if (isRefusal(opening)) return opening
  const { kind, people, visit } = opening
  if (people.every(({ employee }) => employee !== asking.employee)) return { refused: 'case-not-theirs' }
  const clauses = clausesFor(visit, asking.employee)
  return openCase(source, region, viewer, { ...asking, kind, day: visit.inspection.day, clauses, inspection })
}

/** Asks somebody who leads an agency to explain what the public complained of. */
export async function openOfComplaint(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  complaint: string,
  asking: Asking,
): Promise<Refusal | undefined> {
  const opening = await openingOfComplaint(source, region, viewer, complaint)
  if (isRefusal(opening)) return opening
  const { kind, day, clauses, people } = opening
  if (people.every(({ employee }) => employee !== asking.employee)) return { refused: 'case-not-theirs' }
  return openCase(source, region, viewer, { ...asking, kind, day, clauses, complaint })
}

/** Asks who did not come, or could not be reached, to explain it. */
export async function openOfRecall(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  recall: string,
  asking: Omit<Asking, 'employee'>,
): Promise<Refusal | undefined> {
  const opening = await openingOfRecall(source, region, viewer, recall)
  if (isRefusal(opening)) return opening
  const { kind } = opening
  const { day, clause, person: employee } = opening.recall
  return openCase(source, region, viewer, { ...asking, employee, kind, day, clauses: [clause], recall })
}

/** The act that clauses forbid. */
const travelling = 'travel_out_of_region'
/** Cases are about days that people remember. */
const daysBack = 31

/** Asks somebody to explain a journey, where a clause forbade it. */
export async function openOfTravel(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { day, ...asking }: Asking & { readonly day: Day },
): Promise<Refusal | undefined> {
  const opening = await openingOfTravel(source, region, viewer, asking.employee)
  if (isRefusal(opening)) return opening
  const today = businessDay(source, region)
  if (day > today || day < addDays(today, -daysBack)) return { refused: 'case-day-far' }
  const bans = await bansOn(source, region, asking.employee, day)
  if (isRefusal(bans)) return bans
  const clauses = new Set(
    bans.flatMap(({ circular, clause, act, force, certain }) =>
      certain && force === 'must' && act.includes(travelling) ? [`${circular}/${clause}`] : [],
    ),
  )
  if (clauses.size === 0) return { refused: 'case-no-ban' }
  return openCase(source, region, viewer, { ...asking, kind: 'travel', day, clauses: [...clauses] })
}

/** Opens a case, once for each person and matter, and tells the person. */
const openCase = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  {
    id,
    employee,
    kind,
    day,
    clauses,
    finding = null,
    recall = null,
    inspection = null,
    complaint = null,
    words,
  }: NewCase,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const by = viewer.employee ?? viewer.account
    if (words.trim() === '') return { refused: 'case-words-missing' }
    await holdCases(tx, employee)
    const held = await casesHeld(tx, employee)
    const isAbout = (one: (typeof held)[number]) =>
      one.kind === kind &&
      one.finding === finding &&
      one.recall === recall &&
      one.inspection === inspection &&
      one.complaint === complaint &&
      one.day === day
    const kept = held.find((one) => one.id === id)
    if (kept) {
      const isSame = isAbout(kept) && kept.words === words.trim() && kept.openedBy === by
      return isSame ? undefined : { refused: 'form-used' }
    }
    if (held.some(isAbout)) return { refused: 'case-open-already' }
    const posting = await postingOf(tx, employee, roleWindow(source, region))
    if (!posting) return { refused: 'not-found' }
    await addCase(tx, {
      ...{ employee_id: employee, case_id: id, kind, day, clauses },
      ...{ finding_id: finding, recall_id: recall, inspection_id: inspection, complaint_id: complaint },
      agency_id: posting.agency,
      words: words.trim(),
      opened_by: by,
      opened_at: new Date(source.clock.moment()).toISOString(),
    })
    const event = { actor: by, kind: 'case-opened', subject: employee, agency: posting.agency }
    await recordEvent(tx, {
      ...event,
      clause: clauses[0] as string,
      body: { id, kind, finding, recall, inspection, complaint },
    })
    await tellOfArrival(tx, source, region, 'case_opened', [employee])
    return undefined
  })

/** A recall that was kept as a matter to talk about, and of which no case is open. */
export interface RecallToOpen {
  readonly recall: string
  readonly name: string
  readonly day: Day
  readonly kind: CaseKind
}

/** Recalls of those who answer to somebody that a case can be opened of, the newest first. */
export async function recallsToOpen(source: Source, region: RegionAsListed, viewer: Viewer): Promise<RecallToOpen[]> {
  const { employee } = viewer
  if (employee === undefined) return []
  const people = await as(source.db, inRegion(region), (tx) =>
    subordinatesOf(tx, employee, agenciesLed(viewer), roleWindow(source, region)),
  )
  const names = new Map(people.map((one) => [one.employee, one.name]))
  const recalls = await recallsKept(source, region, [...names.keys()])
  return as(source.db, inRegion(region), async (tx) => {
    const open: RecallToOpen[] = []
    for (const recall of recalls) {
      const held = await casesHeld(tx, recall.person)
      if (held.every((one) => one.recall !== recall.id))
        open.push({
          recall: recall.id,
          name: names.get(recall.person) ?? recall.person,
          day: recall.day,
          kind: kindOf(recall),
        })
    }
    return open
  })
}
