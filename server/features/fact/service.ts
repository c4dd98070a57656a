/** Everything dated that a decision looks at: loaded as known at an instant, and added, never changed. */
import type { Instant } from '@piket/domain/calendar/day.ts'
import {
  type AttributeRecord,
  type Facts,
  type LeaveRecord,
  noFacts,
  type Settings,
} from '@piket/domain/staff/facts.ts'
import { as, hold, type Tx } from '#platform/db.ts'
import { type Event, recordEvent, touchRegion, wasRecorded } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { clocks, type Held, type PermitEnding } from '#platform/two-clocks.ts'
import { endHealthOfPermit, isHealth, readHealth, recordHealth } from '../health/service.ts'
import { addActing, listActing } from '../leader/service.ts'
import { addSettings, type RegionAsListed, regionOf, settingsOf } from '../region/service.ts'
import { addVersions, listEmployees, listUnits, type Window } from '../staff/service.ts'
import {
  addFacts,
  answersHeld,
  attributesHeld,
  calendarDays,
  declaredEvents,
  drawnPlaces,
  drawnPlacesOf,
  endFacts,
  leaveHeld,
  lettersHeld,
  listedLeaveOf,
  overridesKnown,
  seasonsKnown,
  statusesHeld,
} from './queries.ts'

export interface FactsWindow extends Window {
  /** Who asks, for the log of reads of health data; absent: Piket itself, deciding for all. */
  readonly reader?: string
  /** False leaves health data unread. */
  readonly health?: boolean
  /** Attributes, leave and letters as known at this instant. Default: `known`. */
  readonly personal?: Instant | undefined
}

/**
 * Every dated fact that speaks of the window, as known at an instant. What a newer record sets aside on all its days
 * is left out; where several remain, the newest stands last.
 */
export async function loadFacts(
  tx: Tx,
  { reader = 'piket', health = true, personal, ...window }: FactsWindow,
): Promise<Facts> {
  const region = await regionOf(tx)
  const ofPeople = { ...window, known: personal ?? window.known }
  const attributes = await attributesHeld(tx, ofPeople)
  const healthHeld = health ? await readHealth(tx, { reader, purpose: 'decision', subject: null }, ofPeople) : []
  const overrides = await overridesKnown(tx, window)
  const facts: { readonly [Name in keyof Facts]: readonly unknown[] | Settings } = {
    ...noFacts,
    regions: region ? linksOf(region) : [],
    settings: await settingsOf(tx, window),
    units: await listUnits(tx, window),
    employees: await listEmployees(tx, window),
    acting: await listActing(tx, window),
    attributes: [...attributes.map(withTruth), ...healthHeld],
    leave: await leaveHeld(tx, ofPeople),
    letters: await lettersHeld(tx, ofPeople),
    statuses: await statusesHeld(tx, window),
    events: await declaredEvents(tx, window),
    answers: await answersHeld(tx, window),
    overrides: overrides.map(({ action, ...override }) => ({ ...override, do: action })),
    drawn: (await drawnPlaces(tx, window)).map(({ shift, ...drawn }) => (shift === null ? drawn : { ...drawn, shift })),
    calendar: await calendarDays(tx, window),
    seasons: await seasonsKnown(tx, window),
  }
  // The checks of the tables hold their words to the closed sets of the nouns.
  return facts as unknown as Facts
}

const linksOf = ({ slug, within }: { slug: string; within: string | null }) => [
  { region: slug, within },
  ...(within === null ? [] : [{ region: within, within: null }]),
]

const withTruth = <T extends { value: string }>({ value, ...row }: T) => ({
  ...row,
  value: value === 'unknown' ? value : value === 'yes',
})

/** Facts that somebody enters. Regions and drawn places have doors of their own. */
export type EnteredFacts = Partial<Omit<Facts, 'regions' | 'drawn'>>

/**
 * Enters at a desk what somebody has said, known from now on, with the event of it. The same form, sent again, is the same;
 * with other words it is refused.
 * @param event its subject is the number of the form
 */
export const enterFacts = (
  source: Source,
  region: RegionAsListed,
  event: Event,
  facts: (recorded: Instant) => EnteredFacts,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const { actor: by, kind, subject: form } = event
    await hold(tx, 'entered', form)
    if (await wasRecorded(tx, event)) return undefined
    if (await wasRecorded(tx, { actor: by, kind, subject: form })) return { refused: 'form-used' }
    const recorded = source.clock.now(region.zone, region.demoDay)
    await saveFacts(tx, facts(recorded), { by, recorded, enteredAt: new Date(source.clock.moment()) })
    await recordEvent(tx, event)
    return undefined
  })

/**
 * Adds facts, each as recorded in it (null: always known), bumps the region's revision and leaves one event. Nothing
 * that was known before is changed: a newer record sets an older one aside from its recording on.
 * @param by internal id of who enters them, or the part of Piket that does
 * @param recorded since when acting posts, overrides, seasons and settings are known, whose records say nothing of it
 * @param enteredAt when events, statuses and answers were entered at a desk; absent: they come with a table
 * @param permit the permit that attributes, leave and letters come from; absent: none
 */
export async function saveFacts(
  tx: Tx,
  facts: EnteredFacts,
  {
    by,
    recorded,
    permit = null,
    enteredAt = null,
  }: {
    readonly by: string
    readonly recorded: Instant | null
    readonly permit?: string | null
    readonly enteredAt?: Date | null
  },
): Promise<void> {
  await addVersions(tx, facts)
  await addActing(tx, facts.acting ?? [], recorded)
  await saveAttributes(tx, facts.attributes ?? [], permit)
  await addFacts(
    tx,
    'leave',
    facts.leave?.map((leave) => ({
      ...clocks(leave),
      employee_id: leave.employee,
      kind: leave.kind,
      permit_id: permit,
    })) ?? [],
  )
  await addFacts(
    tx,
    'letter',
    facts.letters?.map((letter) => ({
      ...clocks(letter),
      employee_id: letter.employee,
      letter: letter.letter,
      number: letter.number,
      dated_on: letter.dated,
      signer_echelon: letter.signerEchelon,
      signed_by: letter.by,
      reported_to: letter.reportedTo,
      reported_on: letter.reportedOn,
      permit_id: permit,
    })) ?? [],
  )
  await addFacts(
    tx,
    'status',
    facts.statuses?.map((status) => ({ ...clocks(status), ...status, entered_at: enteredAt })) ?? [],
  )
  await addFacts(
    tx,
    'declared_event',
    facts.events?.map((event) => ({
      ...event,
      starts_on: event.from.slice(0, 10),
      starts_time: event.from.slice(11) || null,
      valid_until: event.until,
      recorded_at: event.recorded,
      entered_at: enteredAt,
    })) ?? [],
  )
  await addFacts(
    tx,
    'answer',
    facts.answers?.map((answer) => ({
      ...clocks(answer),
      circular_id: answer.circular,
      clause: answer.clause,
      unit_id: answer.unit,
      value: JSON.stringify(answer.value),
      answered_by: answer.by,
      entered_at: enteredAt,
    })) ?? [],
  )
  await addFacts(
    tx,
    'override',
    facts.overrides?.map((override) => ({
      employee_id: override.employee,
      day: override.day,
      action: override.do,
      starts_time: override.at?.slice(11) || null,
      ordered_by: override.by,
      reason: override.reason,
      recorded_at: recorded,
    })) ?? [],
  )
  await addFacts(tx, 'calendar_day', facts.calendar?.map((line) => ({ ...line, recorded_at: line.recorded })) ?? [])
  await addFacts(
    tx,
    'season',
    facts.seasons?.map((season) => ({ ...season, ...clocks({ ...season, recorded: season.recorded ?? recorded }) })) ??
      [],
  )
  await addSettings(tx, facts.settings ?? {}, recorded)
  await touchRegion(tx)
  const counts = Object.entries(facts).map(([name, records]) => [name, Array.isArray(records) ? records.length : 1])
  await recordEvent(tx, { actor: by, kind: 'facts-saved', subject: 'staff', body: Object.fromEntries(counts) })
}

async function saveAttributes(tx: Tx, attributes: readonly AttributeRecord[], permit: string | null) {
  await recordHealth(
    tx,
    attributes.filter(({ attribute }) => isHealth(attribute)),
    permit,
  )
  const rows = attributes
    .filter(({ attribute }) => !isHealth(attribute))
    .map((record) => ({
      ...clocks(record),
      employee_id: record.employee,
      attribute: record.attribute,
      value: record.value === 'unknown' ? record.value : record.value ? 'yes' : 'no',
      issuer: record.issuer,
      permit_id: permit,
    }))
  await addFacts(tx, 'attribute', rows)
}

/** Ends what a permit made: it is held true until now and no longer, but for the days that have passed. */
export async function endPermitFacts(tx: Tx, ending: PermitEnding): Promise<void> {
  for (const table of ['leave', 'letter', 'attribute'] as const) await endFacts(tx, table, ending)
  await endHealthOfPermit(tx, ending)
  await touchRegion(tx)
}

/** The leave of somebody that the staff list says, beside what was permitted. */
export const listedLeave = async (tx: Tx, employee: string, window: Held): Promise<Omit<LeaveRecord, 'recorded'>[]> =>
  (await listedLeaveOf(tx, employee, window)) as Omit<LeaveRecord, 'recorded'>[]

/** The days of the window on which a published roster has somebody at the office, by turn or by a clause. */
export const officeDaysDrawn = async (tx: Tx, employee: string, window: Held): Promise<string[]> => {
  const places = await drawnPlacesOf(tx, employee, window)
  return [...new Set(places.flatMap(({ day, place }) => (place === 'office' ? [day] : [])))]
}
