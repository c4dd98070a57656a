/** What meetings resolved: written into their minutes, owed from when these are closed, settled by whoever owes it. */
import { mayAtAll } from '@piket/domain/access/permission.ts'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import {
  isDueBefore,
  missingIn,
  type ResolutionKind,
  type ResolutionState,
  resolutionState,
  type WrittenResolution,
} from '@piket/domain/meeting/resolution.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { farDays } from '#platform/far-days.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames, peopleWithRole } from '../account/service.ts'
import { loadRegister } from '../circular/service.ts'
import { answersTo, giveWithin, receiversOf } from '../instruction/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { headsOfAgencies } from '../leader/service.ts'
import { inRegion, type Meeting, readsAllMeetings } from '../meeting/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source as NoticeSource } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, postingOf, unitNamesOf } from '../staff/service.ts'
import {
  addResolution,
  lastPosition,
  lockedResolution,
  markGiven,
  type Owners,
  owedRows,
  resolutionRow,
  resolutionRows,
  settleRow,
  strikeRow,
} from './queries.ts'

export interface Resolution {
  readonly id: string
  readonly meeting: string
  /** Subject and day of the meeting. */
  readonly title: string
  readonly day: Day
  /** Of the minutes; null: they are not closed. */
  readonly number: number | null
  /** Its place in the minutes, from 1. */
  readonly position: number
  readonly kind: ResolutionKind
  readonly words: string
  /** Who owes it; null: the organisation bureau. */
  readonly agency: string | null
  readonly agencyName: string | null
  readonly employee: string | null
  readonly employeeName: string | null
  readonly due: Day | null
  readonly state: ResolutionState
  /** It is a task of the person, whose report answers it. */
  readonly isTask: boolean
  readonly settledWords: string | null
  /** The document that took the clause up. */
  readonly settledCircular: string | null
  readonly settledByName: string | null
  readonly settledAt: Date | null
}

type Row = Awaited<ReturnType<typeof resolutionRows>>[number]

async function told(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  rows: readonly Row[],
  window = roleWindow(source, region),
): Promise<Resolution[]> {
  const today = businessDay(source, region)
  const nameOf = await unitNamesOf(tx, window)
  const personName = await namesOf(
    tx,
    rows.flatMap(({ employee }) => employee ?? []),
    window,
  )
  const accountName = await accountNames(
    tx,
    rows.flatMap(({ settledBy }) => settledBy ?? []),
  )
  const answers = await answersTo(
    tx,
    rows.flatMap(({ id, given }) => (given ? [id] : [])),
  )
  return rows.map(({ given: _, settledBy, ...row }) => {
    const due = row.due as Day | null
    const answeredAt = answers.get(row.id) ?? null
    const settledAt = row.settledAt ?? answeredAt
    return {
      ...row,
      day: row.day as Day,
      kind: row.kind as ResolutionKind,
      due,
      settledAt,
      agencyName: row.agency === null ? null : nameOf(row.agency),
      employeeName: row.employee === null ? null : personName(row.employee),
      settledByName: settledBy === null ? null : accountName(settledBy),
      isTask: answers.has(row.id),
      state: resolutionState({ due, isSettled: settledAt !== null }, today),
    }
  })
}

/** What a meeting resolved, in order. @param window in which its owners are named. Default: now */
export const resolutionsOf = async (
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  meeting: string,
  window?: ReturnType<typeof roleWindow>,
): Promise<Resolution[]> => told(tx, source, region, await resolutionRows(tx, meeting), window)

/** Days for which a settled resolution stays on the list. */
const shownFor = 30

/** What closed minutes ask: of everybody for who reads all meetings, else of the viewer and the agencies they lead. */
export const owedTo = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<{ readonly owed: readonly Resolution[]; readonly documents: readonly Filed[] }> =>
  as(source.db, inRegion(region), async (tx) => {
    const owners: Owners = readsAllMeetings(viewer)
      ? 'all'
      : { agencies: agenciesLed(viewer), employee: viewer.employee ?? '' }
    const since = new Date(source.clock.moment() - shownFor * 86_400_000)
    const owed = await told(tx, source, region, await owedRows(tx, owners, since))
    return { owed, documents: mayAtAll(viewer, 'settle-clauses') ? await filedIn(tx, source, region) : [] }
  })

/** A document that a clause may have gone into. */
interface Filed {
  readonly id: string
  readonly title: string
}

const filedIn = async (tx: Tx, { clock }: Source, { zone, demoDay }: RegionAsListed): Promise<Filed[]> =>
  (await loadRegister(tx, { known: clock.now(zone, demoDay), zone })).filed.map(({ id, doc }) => ({
    id,
    title: doc.title,
  }))

interface Written extends WrittenResolution {
  /** Given by the form: sent twice, it is one. */
  readonly id: string
}

const notWhole = (missing: ReturnType<typeof missingIn>) =>
  lacking('resolution-incomplete', {
    kata: missing.words && { id: 'isinya belum ditulis', en: 'what was resolved is not written yet' },
    opd: missing.agency && { id: 'OPD yang menindaklanjuti belum dipilih', en: 'no agency is chosen yet' },
    pegawai: missing.employee && { id: 'penerima tugasnya belum dipilih', en: 'nobody is chosen yet' },
    tenggat: missing.due && { id: 'tenggatnya belum diisi', en: 'no day is given yet' },
  })

/** Minutes number what was resolved up to here; what was struck out leaves its number behind. */
const lastPlace = 200

/**
 * Writes a resolution into the minutes of a meeting.
 * @param owners agencies of the region, and people whom the meeting called
 */
export async function writeResolution(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id: meeting, day }: Pick<Meeting, 'id' | 'day'>,
  written: Written,
  owners: { readonly agencies: ReadonlySet<string>; readonly people: ReadonlySet<string> },
): Promise<Refusal | undefined> {
  const { id, kind } = written
  const words = written.words.trim()
  const missing = missingIn(written)
  if (Object.values(missing).some(Boolean)) return notWhole(missing)
  if (isDueBefore(written, day)) return { refused: 'resolution-due-before-meeting' }
  const due = kind === 'clause' ? null : written.due || null
  const far = farDays(businessDay(source, region), { tenggat: due })
  if (far) return far
  const sent = await resolutionRow(tx, id)
  if (sent) {
    const isThat = sent.meeting === meeting && sent.kind === kind && sent.words === words && sent.due === due
    const isTheirs =
      (kind !== 'follow_up' || sent.agency === written.agency) &&
      (kind !== 'task' || sent.employee === written.employee)
    return isThat && isTheirs ? undefined : { refused: 'form-used' }
  }
  const owner = await ownerOf(tx, source, region, written, owners)
  if (isRefusal(owner)) return owner
  const position = 1 + (await lastPosition(tx, meeting))
  if (position > lastPlace) return { refused: 'resolutions-full' }
  await addResolution(tx, {
    ...{ meeting_id: meeting, resolution_id: id, position, kind, words, ...owner },
    due_on: due,
    written_by: viewer.account,
    written_at: new Date(source.clock.moment()).toISOString(),
  })
  await recordEvent(tx, {
    ...{ actor: viewer.account, kind: 'resolution-written', subject: id, body: { meeting, kind } },
    ...(owner.agency_id !== null && { agency: owner.agency_id }),
  })
  return undefined
}

async function ownerOf(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { kind, agency, employee }: WrittenResolution,
  { agencies, people }: Parameters<typeof writeResolution>[6],
): Promise<{ readonly agency_id: string | null; readonly employee_id: string | null } | Refusal> {
  const field = kind === 'task' ? 'pegawai' : 'opd'
  const unknown: Refusal = {
    refused: 'resolution-owner-unknown',
    fields: { [field]: { id: 'tidak dikenal', en: 'not known' } },
  }
  if (kind === 'clause') return { agency_id: null, employee_id: null }
  if (kind === 'follow_up') return agencies.has(agency) ? { agency_id: agency, employee_id: null } : unknown
  const posting = people.has(employee) ? await postingOf(tx, employee, roleWindow(source, region)) : undefined
  return posting ? { agency_id: posting.agency, employee_id: employee } : unknown
}

/** Strikes a resolution out of the minutes of a meeting; what is not in them stays out. */
export async function strikeResolution(tx: Tx, viewer: Viewer, meeting: string, resolution: string): Promise<void> {
  if (await strikeRow(tx, meeting, resolution))
    await recordEvent(tx, {
      ...{ actor: viewer.account, kind: 'resolution-struck', subject: resolution, body: { meeting } },
    })
}

/**
 * Hands out what closed minutes ask: tasks to whom the closing person may give any, the others to the agency of who was to
 * have them. Whoever owes something now is told.
 */
export async function handOut(
  tx: Tx,
  source: NoticeSource,
  region: RegionAsListed,
  viewer: Viewer,
  { meeting, citation }: { readonly meeting: string; readonly citation: string },
): Promise<void> {
  const window = roleWindow(source, region)
  const receivers = await receiversOf(tx, source, region, viewer)
  const heads = await headsOfAgencies(tx, window)
  const bureau = await peopleWithRole(tx, 'organisation_bureau', window)
  const given: string[] = []
  const told = new Set<string>()
  for (const { id, employee, agency, due, words } of await resolutionRows(tx, meeting)) {
    if (employee !== null && due !== null) {
      const task = { id, employees: [employee], text: `${words} (${citation})`, due: due as Day }
      const whole = { ...task, channel: 'piket', note: '' } as const
      const outcome = await giveWithin(tx, source, region, viewer, whole, receivers)
      if (!isRefusal(outcome)) {
        given.push(id)
        told.add(employee)
        continue
      }
    }
    for (const one of agency === null ? bureau : (heads.get(agency) ?? [])) told.add(one)
  }
  if (given.length > 0) await markGiven(tx, given)
  if (viewer.employee !== undefined) told.delete(viewer.employee)
  await tellOfArrival(tx, source, region, 'follow_up_owed', [...told])
}

/** Settles a resolution of closed minutes, once; the same words sent again change nothing. */
const settle = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, words, circular }: { readonly id: string; readonly words: string; readonly circular: string | null },
  isTheirs: (row: Row) => boolean,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const row = await lockedResolution(tx, id)
    if (!row || !isTheirs(row)) return { refused: 'not-found' }
    if (row.closedAt === null) return { refused: 'meeting-not-closed' }
    if (row.settledAt !== null) {
      const isSame = row.settledBy === viewer.account && row.settledWords === words && row.settledCircular === circular
      return isSame ? undefined : { refused: 'resolution-settled' }
    }
    if (row.given && (await answersTo(tx, [id])).has(id)) return { refused: 'resolution-given' }
    if (words === '') return { refused: 'resolution-words-missing' }
    if (circular !== null && !(await filedIn(tx, source, region)).some((one) => one.id === circular))
      return { refused: 'resolution-circular-unknown' }
    const settled_at = new Date(source.clock.moment()).toISOString()
    await settleRow(tx, id, {
      ...{ settled_words: words, settled_circular: circular, settled_by: viewer.account, settled_at },
    })
    await recordEvent(tx, {
      ...{ actor: viewer.account, kind: 'resolution-settled', subject: id },
      ...(row.agency !== null && { agency: row.agency }),
      body: { meeting: row.meeting, circular },
    })
    return undefined
  })

/** The head of the agency that owes something says that it is done, and how. */
export const sayDone = (source: Source, region: RegionAsListed, viewer: Viewer, id: string, words: string) =>
  settle(source, region, viewer, { id, words, circular: null }, ({ agency }) =>
    agency === null ? false : agenciesLed(viewer).includes(agency),
  )

/** The organisation bureau says what became of a clause: which document took it up, or why none did. */
export const sayTakenUp = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, words, circular }: { readonly id: string; readonly words: string; readonly circular: string },
) => settle(source, region, viewer, { id, words, circular: circular || null }, ({ kind }) => kind === 'clause')
