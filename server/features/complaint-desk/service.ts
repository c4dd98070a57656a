/** The desk of complaints: the task force and the organisation bureau look into them and answer. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { ComplaintState } from '@piket/domain/complaint/complaint.ts'
import { as } from '#platform/db.ts'
import { type Page, pageOf } from '#platform/paging.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import {
  answerComplaint,
  type Complaint,
  complaintById,
  complaintsHeld,
  complaintsOf,
  takeUp,
} from '../complaint/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { unitNamesOf } from '../staff/service.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** A complaint with what its unit is called. */
export type NamedComplaint = Complaint & { readonly name: string }

const rowsOnPage = 100

/** A page of the newest complaints first, of one state or of all. @returns a refusal beyond the last page */
export const complaintsAt = (
  source: Source,
  region: RegionAsListed,
  state: ComplaintState | undefined,
  page: number,
): Promise<Page<NamedComplaint> | Refusal> =>
  as(source.db, inRegion(region), async (tx) => {
    const shown = pageOf(await complaintsHeld(tx, state), page, rowsOnPage)
    if (isRefusal(shown)) return shown
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const complaints = await complaintsOf(tx, shown.items)
    return { ...shown, items: complaints.map((one) => ({ ...one, name: nameOf(one.unit) })) }
  })

/** A complaint with the names of who looked into it. */
export interface ComplaintRead {
  readonly complaint: NamedComplaint
  readonly takenBy: string | null
  readonly answeredBy: string | null
}

/** One complaint; undefined: there is none. */
export const complaintRead = (source: Source, region: RegionAsListed, id: string): Promise<ComplaintRead | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const complaint = await complaintById(tx, id)
    if (!complaint) return undefined
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const { takenBy, answeredBy } = complaint
    const called = await accountNames(
      tx,
      [takenBy, answeredBy].filter((one) => one !== null),
    )
    return {
      complaint: { ...complaint, name: nameOf(complaint.unit) },
      takenBy: takenBy && called(takenBy),
      answeredBy: answeredBy && called(answeredBy),
    }
  })

/** Somebody of the desk looks into a complaint. */
export const takeUpComplaint = (
  { db, clock }: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
): Promise<Refusal | undefined> => as(db, inRegion(region), (tx) => takeUp(tx, { id, by, at: clock.moment() }))

/** The desk answers a complaint. */
export const answer = (
  { db, clock }: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  words: string,
): Promise<Refusal | undefined> =>
  as(db, inRegion(region), (tx) => answerComplaint(tx, { id, by, at: clock.moment(), words }))
