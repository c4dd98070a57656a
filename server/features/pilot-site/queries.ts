import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Places with the names of where they lie. */
const sites = (tx: Tx) =>
  tx
    .selectFrom('pilot_site as site')
    .innerJoin('district', (join) =>
      join.onRef('district.region_id', '=', 'site.region_id').onRef('district.code', '=', 'site.district_code'),
    )
    .leftJoin('village', (join) =>
      join.onRef('village.region_id', '=', 'site.region_id').onRef('village.code', '=', 'site.village_code'),
    )
    .select(['site.site_id as id', 'site.kind', 'site.name', 'site.agency_id as agency', 'site.proposed'])
    .select(['site.starts_on as from', 'site.ends_on as until', 'district.name as district', 'village.name as village'])
    .select(['site.district_code as districtCode', 'site.village_code as villageCode'])
    .select('site.withdrawn_for as withdrawnFor')

/** Every place, those that were withdrawn too, by district and village. */
export const allSites = (tx: Tx) =>
  sites(tx).orderBy('district.name').orderBy('village.name').orderBy('site.site_id').execute()

export const siteRow = (tx: Tx, id: string) => sites(tx).where('site.site_id', '=', id).executeTakeFirst()

/** A place that nobody else changes or checks meanwhile. */
export const holdSite = (tx: Tx, id: string) =>
  sites(tx).where('site.site_id', '=', id).forUpdate('site').executeTakeFirst()

const checks = (tx: Tx) =>
  tx
    .selectFrom('pilot_check')
    .select(['check_id as id', 'site_id as site', 'day', 'met', 'note', 'checked_by as by', 'checked_at as at'])

/** What was found last at each place, up to a day. */
export const lastChecks = (tx: Tx, until: string) =>
  checks(tx)
    .distinctOn('site_id')
    .where('day', '<=', until)
    .orderBy('site_id')
    .orderBy('day', 'desc')
    .orderBy('checked_at', 'desc')
    .execute()

/** What was found at a place, the newest first. */
export const checksOf = (tx: Tx, site: string) =>
  checks(tx).where('site_id', '=', site).orderBy('day', 'desc').orderBy('checked_at', 'desc').execute()

/** What a form has written before. */
export const checkOfForm = (tx: Tx, id: string) => checks(tx).where('check_id', '=', id).executeTakeFirst()

interface SiteRow {
  site_id: string
  kind: string
  name: string | null
  district_code: string
  village_code: string | null
  agency_id: string
  starts_on: string
  ends_on: string | null
  proposed: boolean
  entered_by: string
  entered_at: string
}

/** Keeps a place. */
export const addSiteRow = (tx: Tx, row: SiteRow) =>
  tx
    .insertInto('pilot_site')
    .values({ ...row, region_id: region })
    .execute()

interface CheckRow {
  check_id: string
  site_id: string
  day: string
  met: string[]
  note: string
  checked_by: string
  checked_at: string
}

export const addCheckRow = (tx: Tx, row: CheckRow) =>
  tx
    .insertInto('pilot_check')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('check_id as id')
    .executeTakeFirst()

export const changeSiteRow = (tx: Tx, id: string, change: { ends_on: string | null; proposed: boolean }) =>
  tx.updateTable('pilot_site').set(change).where('site_id', '=', id).execute()

interface Withdrawal {
  readonly withdrawn_for: string
  readonly withdrawn_by: string
  readonly withdrawn_at: string
}

/** Says that a place was entered by mistake. */
export const withdrawSiteRow = (tx: Tx, id: string, withdrawal: Withdrawal) =>
  tx.updateTable('pilot_site').set(withdrawal).where('site_id', '=', id).execute()

/** One place of a region is written after the other: each is held against those that are there. */
export const holdSites = (tx: Tx) => hold(tx, 'pilot sites')
