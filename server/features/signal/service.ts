/** Signs that check-ins may not be what they say, for the superior to ask about. None is a finding, and none blocks. */
import { mayAtAll } from '@piket/domain/access/permission.ts'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import { proximity } from '@piket/domain/attendance/geofence.ts'
import { isOfficeCode } from '@piket/domain/attendance/office-code.ts'
import {
  type SeenCheckIn,
  type Signal,
  type SignalKind,
  setAsideSignals,
  signalsOf,
} from '@piket/domain/attendance/signals.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { checkInsOf, type GradedCheckIn } from '../check-in-grade/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { knownPlaces, type UnitPlace } from '../known-place/service.ts'
import { subordinatesOf } from '../leader/service.ts'
import { listScreens } from '../office-screen/service.ts'
import { type RegionAsListed, receiptSeal } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, postingOf } from '../staff/service.ts'
import { addAnswer, answerOf, answersSince } from './queries.ts'

/** What was said about a sign: the superior asks, the person replies, the superior lets it rest. */
export interface SignalAnswer {
  readonly answer: 'asked' | 'replied' | 'explained'
  readonly words: string
  readonly byName: string
}

/** A sign with what was said about it. */
export interface AnsweredSignal extends Signal {
  readonly name: string
  readonly until: Day
  readonly answers: readonly SignalAnswer[]
  /** The superior has let it rest. */
  readonly explained: boolean
}

/** A sign as those see it to whom the person answers. */
export interface TeamSignal extends AnsweredSignal {
  /** The direct superior; null: none on record. */
  readonly supervisor: string | null
}

export interface Signals {
  /** About those who answer to the viewer; what was not explained comes first. */
  readonly team: readonly TeamSignal[]
  readonly own: readonly AnsweredSignal[]
}

/** Positions are kept for so long, and patterns show within it. */
const daysLookedAt = 31

/** What points and codes of an agency are held against. */
interface Surroundings {
  readonly places: readonly UnitPlace[]
  /** Units that have a screen. */
  readonly offices: readonly string[]
  readonly seal: Hash
}

/** A check-in as signs are looked for in it. */
function seen(
  { record, sha256, receivedAt, skew, time }: GradedCheckIn,
  { places, offices, seal }: Surroundings,
): SeenCheckIn {
  const { person, device, seq, prev, day, place, position, officeCode: code } = record
  const officeCode = code !== null && offices.some((office) => isOfficeCode(code, office, time, seal))
  const near = proximity(
    position,
    places.filter(({ kind }) => kind === place),
  )
  const at = time.claimedAt
  const said = { person, device, seq, prev, day, place, position }
  return { ...said, hash: sha256, at, receivedAt, skew, officeCode, band: near?.band ?? null }
}

const surroundingsOf = async (source: Source, region: RegionAsListed, agency: string): Promise<Surroundings> => ({
  offices: (await listScreens(source, region.code, agency)).map(({ unit }) => unit),
  ...(await as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    places: await knownPlaces(tx, agency),
    seal: await receiptSeal(tx),
  }))),
})

/** The days of which signs are looked for. */
const periodLookedAt = (source: Source, region: RegionAsListed) => {
  const until = businessDay(source, region)
  return { from: addDays(until, -daysLookedAt), until }
}

/** Somebody, and the agency whose people and places their check-ins are held against. */
interface Posted {
  readonly employee: string
  readonly agency: string
}

const isHeld = ({ signatureHolds }: GradedCheckIn): boolean => signatureHolds !== false

/** The signs of the last 31 days about some people, held against whoever of their agencies they met. */
async function signsAbout(source: Source, region: RegionAsListed, people: readonly Posted[]): Promise<Signal[]> {
  const agencyOf = new Map(people.map(({ employee, agency }) => [employee, agency]))
  const around = { employees: [...agencyOf.keys()], agencies: [...new Set(agencyOf.values())] }
  const checkIns = await checkInsOf(source.db, region.code, { ...periodLookedAt(source, region), around })
  const held = checkIns.filter(isHeld)
  const { employees } = around
  const aside = await checkInsOf(source.db, region.code, { ...periodLookedAt(source, region), employees, aside: true })
  const signs = setAsideSignals(aside.filter(isHeld).map(({ record }) => record))
  for (const agency of new Set(held.flatMap(({ record: { person } }) => agencyOf.get(person) ?? []))) {
    const surroundings = await surroundingsOf(source, region, agency)
    const here = held.filter(({ record: { person } }) => (agencyOf.get(person) ?? agency) === agency)
    const found = signalsOf(
      here.map((one) => seen(one, surroundings)),
      source.clock.moment(),
    )
    signs.push(...found.filter(({ person }) => agencyOf.has(person)))
  }
  return signs
}

/** The last day that a sign rests on, by which it is known. */
const lastDayOf = ({ days }: Signal): Day | undefined => days.at(-1)

/** The signs of the last 31 days about somebody and those who answer to them. */
export async function signalsFor(source: Source, region: RegionAsListed, viewer: Viewer): Promise<Signals> {
  const { employee } = viewer
  if (employee === undefined) return { team: [], own: [] }
  const { from } = periodLookedAt(source, region)
  const window = roleWindow(source, region)
  const { people, posting } = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    people: mayAtAll(viewer, 'vouch') ? await subordinatesOf(tx, employee, agenciesLed(viewer), window) : [],
    posting: await postingOf(tx, employee, window),
  }))
  const mine = [...people, ...(posting ? [{ employee, agency: posting.agency }] : [])]
  const found = await signsAbout(source, region, mine)
  const all = await answered(source, region, found, from)
  const above = new Map(people.map((one) => [one.employee, one.supervisor]))
  return {
    team: all
      .filter(({ person }) => person !== employee)
      .map((one) => ({ ...one, supervisor: above.get(one.person) ?? null }))
      .toSorted((a, b) => Number(a.explained) - Number(b.explained)),
    own: all.filter(({ person }) => person === employee),
  }
}

const answered = (source: Source, region: RegionAsListed, signals: readonly Signal[], since: Day) =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx): Promise<AnsweredSignal[]> => {
    const people = signals.map(({ person }) => person)
    const answers = await answersSince(tx, people, since)
    const name = await namesOf(tx, [...people, ...answers.map(({ by }) => by)])
    return signals.map((signal): AnsweredSignal => {
      const until = lastDayOf(signal) ?? since
      const own = answers
        .filter((one) => one.employee === signal.person && one.kind === signal.kind && one.until === until)
        .map(({ answer, words, by }) => ({ answer: answer as SignalAnswer['answer'], words, byName: name(by) }))
      const explained = own.some(({ answer }) => answer === 'explained')
      return { ...signal, name: name(signal.person), until, answers: own, explained }
    })
  })

/** Which sign is spoken of, and what is said. */
export interface NewAnswer {
  readonly employee: string
  readonly kind: SignalKind
  readonly until: Day
  readonly answer: SignalAnswer['answer']
  readonly words: string
}

/**
 * Keeps what is said about a sign, once: sent again it is the same answer.
 * @returns a refusal where there is no such sign, or where something else was said already
 */
export async function answerSignal(
  source: Source,
  region: RegionAsListed,
  by: string,
  { employee, kind, until, answer, words }: NewAnswer,
): Promise<Refusal | undefined> {
  const said = words.trim()
  if (said === '') return { refused: 'signal-words-missing' }
  const posting = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    postingOf(tx, employee, roleWindow(source, region)),
  )
  const signs = posting ? await signsAbout(source, region, [{ employee, agency: posting.agency }]) : []
  const isSign = signs.some((one) => one.kind === kind && lastDayOf(one) === until)
  return as(source.db, { region: region.code, reach: 'region' }, async (tx): Promise<Refusal | undefined> => {
    const about = { employee_id: employee, kind, until_day: until, answer }
    const at = new Date(source.clock.moment()).toISOString()
    if (posting && isSign && (await addAnswer(tx, { ...about, words: said, answered_by: by, answered_at: at }))) {
      const body = { signal: kind, until }
      await recordEvent(tx, { actor: by, kind: `signal-${answer}`, subject: employee, agency: posting.agency, body })
      return undefined
    }
    // A sign that went on has a later last day; what was said of it before is still said.
    const kept = await answerOf(tx, about)
    if (!kept) return { refused: 'not-found' }
    return kept.by === by && kept.words === said ? undefined : { refused: 'signal-answered' }
  })
}
