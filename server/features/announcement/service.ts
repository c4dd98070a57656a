/** What agencies are told, and who says they have read it. */
import { may } from '@piket/domain/access/permission.ts'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { peopleOfAgencies, type Subordinate } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits, namesOf, postingOf } from '../staff/service.ts'
import { addAnnouncementRow, addReceipt, announcedTo, announcementOf, receiptsOf, toldTo } from './queries.ts'

export interface Announcement {
  readonly announcement: string
  /** Empty: every agency. */
  readonly agencies: readonly string[]
  readonly title: string
  readonly text: string
  readonly announcedBy: string
  /** Milliseconds since 1970. */
  readonly announcedAt: number
}

/** An announcement as somebody was told it. */
export interface ToldAnnouncement extends Announcement {
  readonly announcer: string
  /** null: not read yet. */
  readonly readAt: number | null
}

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Far in the future: whatever was announced. */
const ever = new Date('9999-12-31')

/** What somebody of an agency was told of late, or before a moment; the newest first. */
export async function toldAnnouncements(
  tx: Tx,
  employee: string,
  agency: string,
  until: Date = ever,
): Promise<ToldAnnouncement[]> {
  const told = (await toldTo(tx, agency, employee, until)) as Omit<ToldAnnouncement, 'announcer'>[]
  const name = await namesOf(
    tx,
    told.map(({ announcedBy }) => announcedBy),
  )
  return told.map((one) => ({ ...one, announcer: name(one.announcedBy) }))
}

/** What somebody of an agency has not read yet. */
export const unreadAnnouncements = async (tx: Tx, employee: string, agency: string): Promise<ToldAnnouncement[]> =>
  (await toldAnnouncements(tx, employee, agency)).filter(({ readAt }) => readAt === null)

/** An agency to which one may announce something. */
export interface Audience {
  readonly agency: string
  readonly name: string
}

/** Whether somebody may announce to every agency. */
export const announcesToAll = (viewer: Viewer): boolean => may(viewer, 'announce', { region: viewer.region })

/** The agencies to which somebody may announce. */
async function audienceOf(tx: Tx, source: Source, region: RegionAsListed, viewer: Viewer): Promise<Audience[]> {
  const units = await listUnits(tx, roleWindow(source, region))
  const reached = units.filter(({ unit }) => may(viewer, 'announce', { region: region.code, agency: unit }))
  const names = new Map(reached.filter(({ unit }) => !unit.includes('/')).map(({ unit, name }) => [unit, name]))
  return [...names].map(([agency, name]) => ({ agency, name })).sort((a, b) => a.name.localeCompare(b.name, 'id'))
}

/** Everything the page of announcements shows to somebody. */
export const announcementsFor = (source: Source, region: RegionAsListed, viewer: Viewer) =>
  as(source.db, inRegion(region), async (tx) => {
    const posting = viewer.employee && (await postingOf(tx, viewer.employee, roleWindow(source, region)))
    const told = viewer.employee && posting ? await toldAnnouncements(tx, viewer.employee, posting.agency) : []
    const audience = await audienceOf(tx, source, region, viewer)
    const by = viewer.employee ?? viewer.account
    const made = audience.length === 0 ? [] : ((await announcedTo(tx, agenciesLed(viewer), by)) as Announcement[])
    return { told, audience, made }
  })

export interface NewAnnouncement {
  /** Given by the form, so that a form sent twice announces once. */
  readonly id: string
  /** Empty: every agency. */
  readonly agencies: readonly string[]
  readonly title: string
  readonly text: string
}

/**
 * Announces something to some agencies. Sent twice it is one; under the id of another one it is refused.
 * @returns a refusal when one of them is out of reach, or words are missing
 */
export const announce = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  given: NewAnnouncement,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const agencies = [...new Set(given.agencies)].sort()
    if (!agencies.every((agency) => may(viewer, 'announce', { region: region.code, agency })))
      return { refused: 'not-allowed' }
    const [title, text] = [given.title.trim(), given.text.trim()]
    // No agency means all of them only to whom reaches them all; anybody else has forgotten to tick one.
    const isForNobody = agencies.length === 0 && !announcesToAll(viewer)
    if (title === '' || text === '' || isForNobody)
      return lacking('announcement-incomplete', {
        judul: title === '' && { id: 'judulnya belum ditulis', en: 'the title is not written yet' },
        isi: text === '' && { id: 'isinya belum ditulis', en: 'the text is not written yet' },
        opd: isForNobody && { id: 'perangkat daerah yang dituju belum dipilih', en: 'no agency is chosen yet' },
      })
    const by = viewer.employee ?? viewer.account
    const added = await addAnnouncementRow(tx, {
      announcement_id: given.id,
      agencies,
      title,
      text,
      announced_by: by,
      announced_at: new Date(source.clock.moment()).toISOString(),
    })
    if (added) {
      await recordEvent(tx, { actor: by, kind: 'announced', subject: given.id, body: { agencies } })
      return undefined
    }
    const kept = (await announcementOf(tx, given.id)) as Announcement | undefined
    const isToThem = kept !== undefined && [...kept.agencies].sort().join() === agencies.join()
    const isSame = isToThem && kept.announcedBy === by && kept.title === title && kept.text === text
    return isSame ? undefined : { refused: 'form-used' }
  })

/** Keeps that somebody has read an announcement that is for them. */
export const readAnnouncement = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  announcement: string,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const { employee } = viewer
    const posting = employee && (await postingOf(tx, employee, roleWindow(source, region)))
    const found = (await announcementOf(tx, announcement)) as Announcement | undefined
    const isTheirs = posting && found && (found.agencies.length === 0 || found.agencies.includes(posting.agency))
    if (!employee || !isTheirs) return { refused: 'not-found' }
    const first = await addReceipt(tx, announcement, employee, new Date(source.clock.moment()))
    if (first)
      await recordEvent(tx, {
        actor: employee,
        kind: 'announcement-read',
        subject: announcement,
        agency: posting.agency,
      })
    return undefined
  })

/** Who has read an announcement and who has not, of those whom one reaches. */
export interface Readership {
  readonly announcement: Announcement
  readonly announcer: string
  readonly read: readonly (Subordinate & { readonly readAt: number })[]
  readonly unread: readonly Subordinate[]
}

/** The readers of an announcement; undefined: there is none, or none of its agencies is in reach. */
export const readershipOf = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  announcement: string,
): Promise<Readership | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const found = (await announcementOf(tx, announcement)) as Announcement | undefined
    if (!found) return undefined
    const audience = (await audienceOf(tx, source, region, viewer)).map(({ agency }) => agency)
    const reached = found.agencies.length === 0 ? audience : audience.filter((one) => found.agencies.includes(one))
    if (reached.length === 0) return undefined
    const people = await peopleOfAgencies(tx, reached, roleWindow(source, region))
    const receipts = new Map((await receiptsOf(tx, announcement)).map(({ employee, readAt }) => [employee, readAt]))
    const read = people.flatMap((person) => {
      const readAt = receipts.get(person.employee)
      return readAt === undefined ? [] : [{ ...person, readAt }]
    })
    return {
      announcement: found,
      announcer: (await namesOf(tx, [found.announcedBy]))(found.announcedBy),
      read: read.sort((a, b) => a.readAt - b.readAt),
      unread: people.filter(({ employee }) => !receipts.has(employee)),
    }
  })
