/** Photos of a visit: evidence beside the marks, kept once each, and never changed. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { seenAt } from '@piket/domain/inspection/mark.ts'
import { photosKeptFor } from '@piket/domain/inspection/photo.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { holdVisit } from '../inspection/service.ts'
import { recordRead } from '../read-log/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type CheckedFile, checkFile, fileHash } from '../report-file/service.ts'
import { addPhoto, dropPhotos, photoBytes, photoRows } from './queries.ts'

/** Photos that a visit holds at most. */
export const mostPhotos = 40

/** A photo as it is listed. */
export interface Photo {
  readonly id: string
  readonly caption: string
  /** Name of the inspector. */
  readonly by: string
  /** By the phone. */
  readonly takenAt: Date
  readonly receivedAt: Date
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string
  /** Its bytes are there; later only the fingerprint is. */
  readonly kept: boolean
}

/** The photos of a visit, the oldest first. */
export const listPhotos = (
  { db }: Pick<Source, 'db'>,
  { code }: RegionAsListed,
  inspection: string,
): Promise<Photo[]> =>
  as(db, { region: code, reach: 'region' }, async (tx) => {
    const rows = await photoRows(tx, inspection)
    const nameOf = await accountNames(
      tx,
      rows.map(({ inspector }) => inspector),
    )
    return rows.map(({ inspector, ...row }) => ({ ...row, by: nameOf(inspector) }))
  })

/** Reads a photo as it comes in; a document is none. */
export async function checkPhoto(stream: AsyncIterable<Buffer>): Promise<CheckedFile | Refusal> {
  const file = await checkFile(stream)
  const isPhoto = isRefusal(file) ? file.refused !== 'report-file-unreadable' : file.type !== 'application/pdf'
  return isPhoto ? file : { refused: 'inspection-photo-unreadable' }
}

export interface NewPhoto {
  /** UUID of the phone: sent twice, it is one. */
  readonly id: string
  readonly caption: string
  /** Milliseconds since 1970, by the phone. */
  readonly at: number
  readonly file: CheckedFile
}

/** Keeps a photo. One that waited on a phone until the minutes were closed is kept as well, and said to be late. */
export const keepPhoto = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  inspection: string,
  { id, caption, at, file }: NewPhoto,
): Promise<Refusal | { readonly late: boolean }> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const visit = await holdVisit(tx, inspection)
    if (!visit) return { refused: 'not-found' }
    if (!visit.begunAt) return { refused: 'inspection-not-begun' }
    const late = visit.closedAt !== null
    const sha256 = fileHash(file)
    const photos = await photoRows(tx, inspection)
    const kept = photos.find((one) => one.id === id)
    if (kept) {
      const isSame = kept.sha256 === sha256 && kept.caption === caption.trim() && kept.inspector === viewer.account
      const cameLate = visit.closedAt !== null && kept.receivedAt > visit.closedAt
      return isSame ? { late: cameLate } : { refused: 'form-used' }
    }
    if (photos.length >= mostPhotos) return { refused: 'inspection-photos-full' }
    const now = source.clock.moment()
    const taken = seenAt(visit.begunAt.getTime(), at, now)
    if (taken === undefined) return { refused: 'inspection-clock-ahead' }
    await addPhoto(tx, {
      ...{ inspection_id: inspection, photo_id: id, sha256: Buffer.from(sha256, 'hex') },
      ...{ type: file.type, content: file.content, caption: caption.trim(), inspector: viewer.account },
      ...{ taken_at: new Date(taken).toISOString(), received_at: new Date(now).toISOString() },
    })
    const event = { actor: viewer.account, kind: 'inspection-photographed', subject: inspection, agency: visit.agency }
    await recordEvent(tx, { ...event, body: { photo: id, sha256, late } })
    return { late }
  })

/**
 * The bytes of a photo; undefined: there is none. That somebody beyond the agency looked at it is written down.
 * @param agency of whose visits alone they are shown; absent: of all
 */
export const photoOf = (
  { db }: Pick<Source, 'db'>,
  { region, account }: Viewer,
  inspection: string,
  photo: string,
  agency?: string,
) =>
  as(db, agency === undefined ? { region, reach: 'region' } : { region, reach: 'agency', agency }, async (tx) => {
    const found = await photoBytes(tx, inspection, photo)
    if (found && agency === undefined)
      await recordRead(tx, {
        ...{ subject: null, agency: found.agency, reader: account },
        ...{ purpose: 'read-inspections', fields: ['photo'] },
      })
    return found
  })

/** Drops photos that have been kept long enough. */
export const forgetPhotos = ({ db, clock }: Source, { code }: RegionAsListed): Promise<void> =>
  as(db, { region: code, reach: 'region' }, async (tx) => {
    for (const { photo, inspection: subject, agency } of await dropPhotos(tx, new Date(clock.moment() - photosKeptFor)))
      await recordEvent(tx, { actor: 'inspection', kind: 'inspection-photo-dropped', subject, agency, body: { photo } })
  })
