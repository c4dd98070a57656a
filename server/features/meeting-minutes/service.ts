/** The minutes of a meeting: who came, what was resolved, closed under a number, and corrected beside, never within. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { draftCircular } from '@piket/domain/meeting/draft-circular.ts'
import { type Attendance, closingRefused, minutesNumber } from '@piket/domain/meeting/meeting.ts'
import type { WrittenResolution } from '@piket/domain/meeting/resolution.ts'
import { stringify } from 'yaml'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import {
  closeMeeting,
  inMeeting,
  inRegion,
  type Meeting,
  meetingFor,
  noteAttendance,
  type Participant,
  participantsOf,
} from '../meeting/service.ts'
import type { Source as NoticeSource } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { handOut, type Resolution, resolutionsOf, strikeResolution, writeResolution } from '../resolution/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits } from '../staff/service.ts'
import { addCorrection, correctionRows, lockMinutes } from './queries.ts'

/** What was found wrong after minutes were closed. */
export interface Correction {
  readonly number: number
  readonly words: string
  readonly by: string
  readonly at: Date
}

export interface Minutes {
  readonly meeting: Meeting
  readonly participants: readonly Participant[]
  readonly resolutions: readonly Resolution[]
  readonly corrections: readonly Correction[]
  /** Of an account. */
  readonly closedByName: string
}

/** The minutes of a meeting that has begun, as far as somebody reads it; undefined: there are none for them. */
export const minutesFor = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Minutes | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const kept = await meetingFor(tx, viewer, id)
    if (!kept?.meeting.begunAt) return undefined
    const rows = await correctionRows(tx, id)
    const { closedAt, closedBy } = kept.meeting
    // Closed minutes stay, and so do the names in them.
    const window = roleWindow(closedAt ? { clock: clockOf(() => closedAt.getTime()) } : source, region)
    const closer = await accountNames(tx, closedBy === null ? [] : [closedBy], window)
    const nameOf = await accountNames(
      tx,
      rows.map(({ by }) => by),
    )
    return {
      ...kept,
      resolutions: await resolutionsOf(tx, source, region, id, window),
      corrections: rows.map(({ number, words, by, at }) => ({ number, words, by: nameOf(by), at })),
      closedByName: closedBy === null ? '' : closer(closedBy),
    }
  })

/**
 * The draft circular that closed minutes ask for, as a file of `circulars/`; undefined where they ask for none, or are not
 * closed.
 */
export function draftOf(region: RegionAsListed, { meeting, resolutions }: Minutes): string | undefined {
  const clauses = resolutions.filter(({ kind }) => kind === 'clause')
  const { number } = meeting
  if (number === null || clauses.length === 0) return undefined
  const { slug, kind, name } = region
  const draft = draftCircular({ region: { slug, kind, name: name.id }, meeting: { ...meeting, number }, clauses })
  return stringify(draft, { lineWidth: 120 })
}

/** An agency of the region. */
export interface Agency {
  readonly agency: string
  readonly name: string
}

/** The agencies that may owe something, by name. */
export const agenciesOf = (source: Source, region: RegionAsListed): Promise<Agency[]> =>
  as(source.db, inRegion(region), async (tx) =>
    (await listUnits(tx, roleWindow(source, region)))
      .flatMap(({ unit, name }) => (unit.includes('/') ? [] : [{ agency: unit, name }]))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  )

/** Notes of a participant whether they came, or who came instead. */
export const notePresence = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  meeting: string,
  noted: { readonly participant: string; readonly attendance: Attendance; readonly representedBy: string },
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: meeting, state: 'held' }, async (tx) => {
    const { participant, attendance } = noted
    const known = (await participantsOf(tx, meeting)).find(({ id }) => id === participant)
    if (!known) return { refused: 'meeting-participant-unknown' }
    const representedBy = attendance === 'represented' ? noted.representedBy : null
    if (representedBy === '') return { refused: 'meeting-representative-missing' }
    if (known.attendance === attendance && known.representedBy === representedBy) return undefined
    await noteAttendance(tx, meeting, participant, { attendance, representedBy })
    const body = { participant, attendance }
    await recordEvent(tx, { actor: viewer.account, kind: 'meeting-attendance-noted', subject: meeting, body })
    return undefined
  })

/** Notes everybody of whom nothing is noted as present. */
export const noteOthersPresent = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  meeting: string,
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: meeting, state: 'held' }, async (tx) => {
    const others = (await participantsOf(tx, meeting)).filter(({ attendance }) => attendance === null)
    if (others.length === 0) return undefined
    for (const { id } of others) await noteAttendance(tx, meeting, id, { attendance: 'present', representedBy: null })
    const body = { attendance: 'present', participants: others.map(({ id }) => id) }
    await recordEvent(tx, { actor: viewer.account, kind: 'meeting-attendance-noted', subject: meeting, body })
    return undefined
  })

/** Writes down what was resolved. Sent twice, it is one. */
export const resolve = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  meeting: string,
  written: WrittenResolution & { readonly id: string },
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: meeting, state: 'held' }, async (tx, kept) => {
    const units = await listUnits(tx, roleWindow(source, region))
    const people = (await participantsOf(tx, meeting)).flatMap(({ employee }) => employee ?? [])
    return writeResolution(tx, source, region, viewer, kept, written, {
      agencies: new Set(units.flatMap(({ unit }) => (unit.includes('/') ? [] : [unit]))),
      people: new Set(people),
    })
  })

/** Strikes out a resolution that was written down by mistake. */
export const strike = (source: Source, region: RegionAsListed, viewer: Viewer, meeting: string, resolution: string) =>
  inMeeting(source, region, { id: meeting, state: 'held' }, async (tx) => {
    await strikeResolution(tx, viewer, meeting, resolution)
    return undefined
  })

/**
 * Closes the minutes under the next number of the year: from then on they stay, and what was resolved is owed. Sent twice
 * with the same remark, they are closed once.
 */
export const closeMinutes = (
  source: NoticeSource,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  remark: string,
): Promise<Refusal | undefined> =>
  inMeeting(
    source,
    region,
    { id, state: 'held' },
    async (tx, meeting) => {
      const participants = await participantsOf(tx, id)
      const noted = participants.map(({ attendance }) => attendance)
      const chair = participants.find((one) => one.id === meeting.chair)?.attendance ?? null
      const resolutions = (await resolutionsOf(tx, source, region, id)).length
      const refused = closingRefused({ noted, chair, resolutions, remark })
      if (refused) return { refused }
      const at = new Date(source.clock.moment())
      const number = await closeMeeting(tx, meeting, { remark, by: viewer.account, at })
      const citation = `notulen rapat ${minutesNumber({ number, day: meeting.day })}`
      await handOut(tx, source, region, viewer, { meeting: id, citation })
      await recordEvent(tx, {
        ...{ actor: viewer.account, kind: 'meeting-closed', subject: id, body: { number, resolutions } },
      })
      return undefined
    },
    ({ closedBy, remark: kept }) => closedBy === viewer.account && (kept ?? '') === remark,
  )

/** More corrections than this, and the meeting is to be held again. */
const mostCorrections = 99

/** Says beside closed minutes what is wrong in them. Sent twice, it is one. */
export const correctMinutes = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  meeting: string,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const row = await lockMinutes(tx, meeting)
    if (!row) return { refused: 'not-found' }
    if (row.closed_at === null) return { refused: 'meeting-not-closed' }
    if (words === '') return { refused: 'meeting-correction-missing' }
    const known = await correctionRows(tx, meeting)
    const sent = known.find((one) => one.id === id)
    if (sent) return sent.words === words ? undefined : { refused: 'form-used' }
    if (known.length >= mostCorrections) return { refused: 'meeting-corrections-full' }
    const number = known.length + 1
    const written = { written_by: viewer.account, written_at: new Date(source.clock.moment()).toISOString() }
    await addCorrection(tx, { meeting_id: meeting, correction_no: number, correction_id: id, words, ...written })
    await recordEvent(tx, { actor: viewer.account, kind: 'meeting-corrected', subject: meeting, body: { number } })
    return undefined
  })
