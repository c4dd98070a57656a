/** Cases of the region as the task force counts them; a correction keeps what it corrects. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import { checkCount, counted, type DatedCount } from '@piket/domain/situation/case-count.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  addCount,
  countById,
  countsHeld,
  countsStanding,
  countsWithdrawn,
  holdCounts,
  replaceCount,
  withdrawCountRow,
} from './queries.ts'

/** A count that holds. */
export interface KeptCount extends DatedCount {
  /** The letter or the statement it stands in. */
  readonly source: string
  /** Why it took the place of another; null: it is the first of its day. */
  readonly correctedFor: string | null
}

/**
 * The counts of a region up to a day, the oldest first.
 * @param known as known at this instant. Default: now
 */
export const caseCounts = (
  { db, clock }: Source,
  { code, zone, demoDay }: RegionAsListed,
  until: Day,
  known: Instant = clock.now(zone, demoDay),
): Promise<KeptCount[]> =>
  as(db, { region: code, reach: 'region' }, async (tx) =>
    (await countsHeld(tx, { known, zone }))
      .map(dated)
      .filter(({ day }) => day <= until)
      .map(({ id: _, ...count }) => count),
  )

/** A count that should not have been there. */
export interface WithdrawnCount extends KeptCount {
  readonly id: string
  readonly withdrawnFor: string
}

/** The counts that stand, with their ids, and those that were withdrawn: both the oldest first. */
export const countsOnRecord = (source: Source, region: RegionAsListed) =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    counts: (await countsStanding(tx)).map(dated),
    withdrawn: (await countsWithdrawn(tx)).map(dated) satisfies WithdrawnCount[],
  }))

const dated = <Row extends { readonly day: string }>(row: Row) => ({ ...row, day: row.day as Day })

export interface StatedCount extends Omit<DatedCount, keyof Numbers>, Partial<Numbers> {
  /** Of the form. */
  readonly id: string
  readonly source: string
  /** Why the count of that day is corrected; empty: it is new. */
  readonly reason: string
}
type Numbers = Omit<DatedCount, 'day'>

/** Keeps a count, or corrects the one of its day. Sent twice it is one. */
export async function stateCount(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  stated: StatedCount,
): Promise<Refusal | undefined> {
  const count = complete(stated)
  if (isRefusal(count)) return count
  const { day } = count
  const known = source.clock.now(region.zone, region.demoDay)
  const today = known.slice(0, 10) as Day
  const by = viewer.employee ?? viewer.account
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await holdCounts(tx)
    const sent = await countById(tx, stated.id)
    if (sent) return isSame(dated(sent), count) ? undefined : { refused: 'form-used' }
    const held = (await countsStanding(tx)).map(dated)
    const own = held.find((one) => one.day === day)
    if (own && isSame(own, count))
      return ['', own.correctedFor].includes(stated.reason) ? undefined : { refused: 'case-count-unchanged' }
    const before = held.findLast((one) => one.day < day)
    const after = held.find((one) => one.day > day)
    const refused = checkCount(count, { today, ...(before && { before }), ...(after && { after }) })
    if (refused) return refused
    if (own && stated.reason === '') return { refused: 'case-count-there' }
    if (own) await replaceCount(tx, own.id, known)
    const corrected = { corrects: own?.id ?? null, corrected_for: own ? stated.reason : null }
    await addCount(tx, { ...count, count_id: stated.id, ...corrected, recorded_by: by }, known)
    const kind = own ? 'case-count-corrected' : 'case-count-stated'
    await recordEvent(tx, { actor: by, kind, subject: region.slug, body: { count: stated.id, day } })
    return undefined
  })
}

/** Takes back a count that should not be there. Sent twice, it is taken back once. */
export async function withdrawCount(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, reason }: { readonly id: string | undefined; readonly reason: string },
): Promise<Refusal | undefined> {
  if (id === undefined || reason === '')
    return lacking('case-count-withdrawn-why', {
      angka: id === undefined && { id: 'angkanya belum dipilih', en: 'the count is not chosen' },
      alasan: reason === '' && { id: 'alasannya belum ditulis', en: 'the reason is not written' },
    })
  const by = viewer.employee ?? viewer.account
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await holdCounts(tx)
    const count = await countById(tx, id)
    if (!count?.stands) return count?.withdrawnFor === reason ? undefined : { refused: 'case-count-gone' }
    const known = source.clock.now(region.zone, region.demoDay)
    await withdrawCountRow(tx, id, { withdrawn_for: reason, withdrawn_by: by }, known)
    const body = { count: id, day: count.day }
    await recordEvent(tx, { actor: by, kind: 'case-count-withdrawn', subject: region.slug, body })
    return undefined
  })
}

type Sourced = DatedCount & Pick<KeptCount, 'source'>

const isSame = (one: Sourced, other: Sourced): boolean =>
  one.day === other.day && one.source === other.source && counted.every((name) => one[name] === other[name])

/** What was stated, if all of it was. */
function complete({ day, confirmed, recovered, died, in_care, source }: StatedCount) {
  if (
    confirmed === undefined ||
    recovered === undefined ||
    died === undefined ||
    in_care === undefined ||
    source === ''
  ) {
    return lacking('case-count-incomplete', {
      kasus: confirmed === undefined && { id: 'jumlah kasus belum diisi', en: 'the cases are not filled in' },
      sembuh: recovered === undefined && { id: 'yang sembuh belum diisi', en: 'the recovered are not filled in' },
      meninggal: died === undefined && { id: 'yang meninggal belum diisi', en: 'the deaths are not filled in' },
      dirawat: in_care === undefined && { id: 'yang dirawat belum diisi', en: 'those in care are not filled in' },
      sumber: source === '' && { id: 'suratnya belum disebut', en: 'the letter is not named' },
    })
  }
  return { day, confirmed, recovered, died, in_care, source }
}
