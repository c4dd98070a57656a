/** Coordination meetings: called, and held or cancelled. What was resolved in them is told by their minutes. */
import { isDeepStrictEqual } from 'node:util'
import { may, mayAtAll } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import {
  type Attendance,
  beginRefused,
  type Called,
  isSameCall,
  keptLink,
  type MeetingPlan,
  meetingState,
  planRefused,
} from '@piket/domain/meeting/meeting.ts'
import { holderWords, wordFor } from '@piket/domain/messages/words.ts'
import { isNamePart, nameSearch } from '@piket/domain/staff/name-search.ts'
import { as, hold, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { farDays } from '#platform/far-days.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { businessDay } from '../knowledge/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source as NoticeSource } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listEmployees, postingOf, unitNamesOf } from '../staff/service.ts'
import {
  addMeeting,
  addParticipant,
  changeMeeting,
  lastNumber,
  listedMeetings,
  lockedMeeting,
  meetingRow,
  noteRow,
  participantRows,
  removeParticipant,
} from './queries.ts'
import { mostPoints } from './schema.ts'

export interface Participant extends Called {
  readonly id: string
  /** Its place in the list, in which gaps stay where somebody was taken off. */
  readonly position: number
  /** Null: it is not noted yet. */
  readonly attendance: Attendance | null
  /** Who came instead. */
  readonly representedBy: string | null
}

export interface Meeting extends Omit<MeetingPlan, 'place' | 'link'> {
  readonly id: string
  readonly title: string
  readonly aim: string
  readonly place: string | null
  readonly link: string | null
  readonly agenda: readonly string[]
  /** A participant; null: nobody is chosen yet. */
  readonly chair: string | null
  readonly cancelledFor: string | null
  readonly cancelledAt: Date | null
  readonly begunAt: Date | null
  readonly remark: string | null
  /** Of its minutes, within the year; null: they are not closed. */
  readonly number: number | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
}

export const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Whether somebody reads every meeting of the region; others read those that they were called to. */
export const readsAllMeetings = (viewer: Viewer): boolean => may(viewer, 'read-meetings', { region: viewer.region })

const meetingOf = (row: NonNullable<Awaited<ReturnType<typeof meetingRow>>>): Meeting => ({
  ...row,
  day: row.day as Day,
  from: row.from as Time,
  until: row.until as Time,
  mode: row.mode as Meeting['mode'],
})

/** Those who were called to a meeting, in the order of its list. */
export const participantsOf = async (tx: Tx, meeting: string): Promise<Participant[]> =>
  (await participantRows(tx, meeting)) as Participant[]

/**
 * A meeting with its participants, as far as somebody reads it; undefined: it is none of theirs. The link of the video is
 * for those who were called and those who call.
 */
export async function meetingFor(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ readonly meeting: Meeting; readonly participants: readonly Participant[] } | undefined> {
  const row = await meetingRow(tx, id)
  if (!row) return undefined
  const participants = await participantsOf(tx, id)
  const isCalled = participants.some(({ employee }) => employee !== null && employee === viewer.employee)
  if (!isCalled && !readsAllMeetings(viewer)) return undefined
  const meeting = meetingOf(row)
  const joins = isCalled || mayAtAll(viewer, 'arrange-meetings')
  return { meeting: joins ? meeting : { ...meeting, link: null }, participants }
}

/** The meetings that somebody reads, the latest first. */
export const meetingsFor = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<Meeting[]> =>
  as(source.db, inRegion(region), async (tx) => {
    if (!readsAllMeetings(viewer) && viewer.employee === undefined) return []
    const rows = await listedMeetings(tx, readsAllMeetings(viewer) ? undefined : viewer.employee)
    return rows.map(meetingOf)
  })

export interface NewMeeting extends MeetingPlan {
  /** Given by the form: sent twice, it is one. */
  readonly id: string
  readonly title: string
  readonly aim: string
  readonly agenda: readonly string[]
}

/** Calls a meeting. Participants are added to it afterwards, also those who only turn up. */
export async function planMeeting(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, title, aim, agenda, day, from, until, mode, place, link }: NewMeeting,
): Promise<Refusal | undefined> {
  if (title === '' || aim === '' || agenda.length === 0 || agenda.length > mostPoints)
    return lacking('meeting-incomplete', {
      perihal: title === '' && { id: 'perihalnya belum ditulis', en: 'its subject is not written yet' },
      tujuan: aim === '' && { id: 'tujuannya belum ditulis', en: 'its aim is not written yet' },
      acara: (agenda.length === 0 || agenda.length > mostPoints) && {
        id: `acaranya harus 1 sampai ${mostPoints} butir`,
        en: `its agenda must have 1 to ${mostPoints} points`,
      },
    })
  const refused = planRefused({ day, from, until, mode, place, link })
  if (refused) return { refused }
  const far = farDays(businessDay(source, region), { hari: day })
  if (far) return far
  return as(source.db, inRegion(region), async (tx) => {
    const times = { day, starts_at: from, ends_at: until }
    const where = { mode, place: place || null, link: mode === 'video' ? keptLink(link) || null : null }
    const planned = { planned_by: viewer.account, planned_at: new Date(source.clock.moment()).toISOString() }
    if (await addMeeting(tx, { meeting_id: id, title, aim, agenda: [...agenda], ...times, ...where, ...planned })) {
      await recordEvent(tx, { actor: viewer.account, kind: 'meeting-planned', subject: id, body: { day, mode } })
      return undefined
    }
    const kept = await meetingRow(tx, id)
    const isAbout = kept?.title === title && kept.aim === aim && isDeepStrictEqual(kept.agenda, agenda)
    const isThen = kept?.day === day && kept.from === from && kept.until === until
    const isThere = kept?.mode === mode && kept.place === where.place && kept.link === where.link
    return isAbout && isThen && isThere && kept?.plannedBy === viewer.account ? undefined : { refused: 'form-used' }
  })
}

/** What is said to whoever comes to a meeting that is in no such state any more, or not yet. */
const notIn = { planned: 'meeting-not-planned', held: 'meeting-not-held', open: 'meeting-over' } as const

/**
 * Does something to a meeting while it is planned, held, or either (`open`); whoever else would waits. Where it is in
 * another state, it is asked whether the same was done before.
 */
export const inMeeting = (
  source: Source,
  region: RegionAsListed,
  { id, state }: { readonly id: string; readonly state: keyof typeof notIn },
  change: (tx: Tx, meeting: Meeting) => Promise<Refusal | undefined>,
  wasDone: (meeting: Meeting) => boolean = () => false,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const row = await lockedMeeting(tx, id)
    if (!row) return { refused: 'not-found' }
    const meeting = meetingOf(row)
    const now = meetingState(meeting)
    if (now === state || (state === 'open' && (now === 'planned' || now === 'held'))) return change(tx, meeting)
    return wasDone(meeting) ? undefined : { refused: notIn[state] }
  })

/** More people no meeting of a region has had. */
const mostParticipants = 200

async function call(
  tx: Tx,
  source: Source,
  viewer: Viewer,
  { meeting, id }: { readonly meeting: string; readonly id: string },
  called: Called,
): Promise<Refusal | undefined> {
  const known = await participantsOf(tx, meeting)
  const sent = known.find((one) => one.id === id)
  if (sent) return sent.employee === called.employee && isSameCall(sent, called) ? undefined : { refused: 'form-used' }
  if (known.some((one) => isSameCall(one, called))) return { refused: 'meeting-participant-twice' }
  if (known.length >= mostParticipants) return { refused: 'meeting-participants-full' }
  const { employee, name, post, body } = called
  const added_at = new Date(source.clock.moment()).toISOString()
  const position = 1 + (known.at(-1)?.position ?? 0)
  const row = { meeting_id: meeting, participant_id: id, position, employee_id: employee, name, post, body, added_at }
  await addParticipant(tx, row)
  const event = { actor: viewer.account, kind: 'meeting-participant-added', subject: meeting }
  await recordEvent(tx, { ...event, body: { participant: id, ...(employee !== null && { employee }) } })
  return undefined
}

interface Added {
  readonly meeting: string
  /** Of the participant, given by the form: sent twice, it is one. */
  readonly id: string
}

/** Tells people that there is news of a meeting they were called to, as long as it is ahead. */
async function tellCalled(
  tx: Tx,
  source: NoticeSource,
  region: RegionAsListed,
  viewer: Viewer,
  { day }: Pick<Meeting, 'day'>,
  called: readonly (string | null)[],
): Promise<void> {
  if (day < businessDay(source, region)) return
  const people = called.filter((one) => one !== null && one !== viewer.employee) as string[]
  await tellOfArrival(tx, source, region, 'meeting_called', people)
}

/** Adds somebody of the staff list, with the post that it has for them now, and tells them. */
export const addStaff = (
  source: NoticeSource,
  region: RegionAsListed,
  viewer: Viewer,
  to: Added,
  employee: string,
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: to.meeting, state: 'open' }, async (tx, meeting) => {
    const window = roleWindow(source, region)
    const posting = await postingOf(tx, employee, window)
    if (!posting) return { refused: 'meeting-employee-unknown' }
    const { name, title, position, unit } = posting
    const post = title ?? wordFor(holderWords, position).id
    const body = (await unitNamesOf(tx, window))(unit)
    const refusal = await call(tx, source, viewer, to, { employee, name, post, body })
    if (!refusal) await tellCalled(tx, source, region, viewer, meeting, [employee])
    return refusal
  })

/** Adds somebody without a staff record: of an outside body, or in public office. */
export const addGuest = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  to: Added,
  { name, post, body }: { readonly name: string; readonly post: string; readonly body: string },
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: to.meeting, state: 'open' }, async (tx) => {
    if (post === '' || body === '')
      return lacking('meeting-participant-incomplete', {
        jabatan: post === '' && { id: 'jabatannya belum ditulis', en: 'the post is not written yet' },
        badan: body === '' && { id: 'badannya belum ditulis', en: 'the body is not written yet' },
      })
    return call(tx, source, viewer, to, { employee: null, name: name || null, post, body })
  })

/** Takes somebody off the list, and tells them. Who is not on it stays off. */
export const dropParticipant = (
  source: NoticeSource,
  region: RegionAsListed,
  viewer: Viewer,
  meeting: string,
  participant: string,
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: meeting, state: 'planned' }, async (tx, planned) => {
    const known = (await participantsOf(tx, meeting)).find(({ id }) => id === participant)
    if (!known) return undefined
    if (planned.chair === participant) await changeMeeting(tx, meeting, { chair: null })
    await removeParticipant(tx, meeting, participant)
    const body = { participant, ...(known.employee !== null && { employee: known.employee }) }
    await recordEvent(tx, { actor: viewer.account, kind: 'meeting-participant-removed', subject: meeting, body })
    await tellCalled(tx, source, region, viewer, planned, [known.employee])
    return undefined
  })

/** Chooses who chairs a meeting, among those who are called; while it is held, also somebody else than it began with. */
export const chooseChair = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  meeting: string,
  participant: string,
): Promise<Refusal | undefined> =>
  inMeeting(source, region, { id: meeting, state: 'open' }, async (tx, { chair }) => {
    if (chair === participant) return undefined
    if (!(await participantsOf(tx, meeting)).some(({ id }) => id === participant))
      return { refused: 'meeting-participant-unknown' }
    await changeMeeting(tx, meeting, { chair: participant })
    await recordEvent(tx, { actor: viewer.account, kind: 'meeting-chaired', subject: meeting, body: { participant } })
    return undefined
  })

/** Begins a meeting: from then on its minutes are written, and nobody is taken off its list. Begun twice, it has begun once. */
export const beginMeeting = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Refusal | undefined> =>
  inMeeting(
    source,
    region,
    { id, state: 'planned' },
    async (tx, meeting) => {
      const refused = beginRefused(meeting, source.clock.now(region.zone, region.demoDay))
      if (refused) return { refused }
      const begun_at = new Date(source.clock.moment()).toISOString()
      await changeMeeting(tx, id, { begun_by: viewer.account, begun_at })
      await recordEvent(tx, { actor: viewer.account, kind: 'meeting-begun', subject: id })
      return undefined
    },
    ({ begunAt }) => begunAt !== null,
  )

/** Cancels a meeting that has not begun, and tells those who were called. */
export const cancelMeeting = (
  source: NoticeSource,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  reason: string,
): Promise<Refusal | undefined> =>
  inMeeting(
    source,
    region,
    { id, state: 'planned' },
    async (tx, meeting) => {
      if (reason === '') return { refused: 'meeting-reason-missing' }
      const cancelled_at = new Date(source.clock.moment()).toISOString()
      await changeMeeting(tx, id, { cancelled_for: reason, cancelled_by: viewer.account, cancelled_at })
      await recordEvent(tx, { actor: viewer.account, kind: 'meeting-cancelled', subject: id, body: { reason } })
      const called = (await participantsOf(tx, id)).map(({ employee }) => employee)
      await tellCalled(tx, source, region, viewer, meeting, called)
      return undefined
    },
    ({ cancelledFor }) => cancelledFor === reason,
  )

/** Notes whether somebody came, in the transaction of who writes the minutes. */
export const noteAttendance = (
  tx: Tx,
  meeting: string,
  participant: string,
  { attendance, representedBy }: Pick<Participant, 'representedBy'> & { readonly attendance: Attendance },
) => noteRow(tx, meeting, participant, { attendance, represented_by: representedBy })

/** Closes the minutes of a meeting under the next number of its year, and says which. */
export async function closeMeeting(
  tx: Tx,
  { id, day }: Pick<Meeting, 'id' | 'day'>,
  { remark, by, at }: { readonly remark: string; readonly by: string; readonly at: Date },
): Promise<number> {
  await hold(tx, 'meeting-number', day.slice(0, 4))
  const number = 1 + (await lastNumber(tx, day))
  await changeMeeting(tx, id, { remark: remark || null, number, closed_by: by, closed_at: at.toISOString() })
  return number
}

/** Somebody of the staff list, as they are found by name. */
export interface Found {
  readonly employee: string
  readonly name: string
  readonly post: string
  readonly unit: string
}

const mostFound = 20

/** People of the staff list by part of their name; nobody where too little is asked. */
export const findStaff = (source: Source, region: RegionAsListed, search: string): Promise<Found[]> =>
  !isNamePart(search)
    ? Promise.resolve([])
    : as(source.db, inRegion(region), async (tx) => {
        const window = roleWindow(source, region)
        const isMeant = nameSearch(search)
        const nameOf = await unitNamesOf(tx, window)
        return (await listEmployees(tx, window))
          .filter(({ name }) => isMeant(name))
          .slice(0, mostFound)
          .map(({ employee, name, title, position, unit }) => ({
            ...{ employee, name, unit: nameOf(unit) },
            post: title ?? wordFor(holderWords, position).id,
          }))
      })
