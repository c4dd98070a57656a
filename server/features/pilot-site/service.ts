/** Places where the restriction of activities is tried out: who escorts them, and what was found there. */
import { may, mayAtAll } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { type Day, within } from '@piket/domain/calendar/day.ts'
import { dayWords } from '@piket/domain/messages/day-words.ts'
import {
  daysToCheck,
  fitsArea,
  isHome,
  isOnePlace,
  type PilotKind,
  type Place,
  type ProtocolItem,
  pilotKinds,
  publicName,
} from '@piket/domain/situation/pilot-site.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent, wasRecorded } from '#platform/event.ts'
import { farDays } from '#platform/far-days.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { type Areas, areasOf } from '../area/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits, unitNamesOf } from '../staff/service.ts'
import {
  addCheckRow,
  addSiteRow,
  allSites,
  changeSiteRow,
  checkOfForm,
  checksOf,
  holdSite,
  holdSites,
  lastChecks,
  siteRow,
  withdrawSiteRow,
} from './queries.ts'

const inRegion = <T>({ db }: Pick<Source, 'db'>, region: RegionAsListed, work: (tx: Tx) => Promise<T>): Promise<T> =>
  as(db, { region: region.code, reach: 'region' }, work)

export interface PilotSite {
  readonly id: string
  readonly kind: PilotKind
  /** Of a household for its agency alone. */
  readonly name: string | null
  readonly district: string
  readonly village: string | null
  readonly agency: string
  readonly agencyName: string
  readonly from: Day
  readonly until: Day | null
  /** By a document that is a proposal: nothing is tried out yet. */
  readonly proposed: boolean
  /** What was wrong with it; null: it was not withdrawn. */
  readonly withdrawnFor: string | null
}

export interface PilotCheck {
  readonly day: Day
  readonly met: readonly ProtocolItem[]
  readonly note: string
}

type Row = NonNullable<Awaited<ReturnType<typeof siteRow>>>

const siteOf = (row: Row, nameOf: (unit: string) => string): PilotSite => ({
  ...{ id: row.id, kind: row.kind as PilotKind, name: row.name, district: row.district, village: row.village },
  ...{ agency: row.agency, agencyName: nameOf(row.agency), proposed: row.proposed },
  ...{ ...daysOf(row), withdrawnFor: row.withdrawnFor },
})

const daysOf = ({ from, until }: Row) => ({ from: from as Day, until: until as Day | null })

const placeOf = (row: Row): Place => ({
  ...{ kind: row.kind as PilotKind, name: row.name, area: row.villageCode ?? row.districtCode },
  ...daysOf(row),
})

/** A place as anybody may know it: without an id, and a home without a name and what was found in it. */
export interface PublicSite extends Omit<PilotSite, 'id' | 'withdrawnFor'> {
  /** null: there was none, or nobody is told. */
  readonly lastCheck: { readonly day: Day; readonly met: number } | null
}

/** The places where something is tried out today, and those that are a proposal still, by district and village. */
export const publicSites = (source: Source, region: RegionAsListed): Promise<PublicSite[]> =>
  inRegion(source, region, async (tx) => {
    const today = businessDay(source, region)
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const checks = new Map((await lastChecks(tx, today)).map((check) => [check.site, check]))
    return (await allSites(tx)).flatMap((row) => {
      const { id, withdrawnFor, ...site } = siteOf(row, nameOf)
      if (withdrawnFor !== null) return []
      const check = isHome(site.kind) ? undefined : checks.get(id)
      const lastCheck = check ? { day: check.day as Day, met: check.met.length } : null
      return within(today, { from: site.proposed ? null : site.from, until: site.until })
        ? [{ ...site, name: publicName(site.kind, site.name), lastCheck }]
        : []
    })
  })

/** Whether somebody may say what was found at a place. */
const checks = (viewer: Viewer, agency: string): boolean =>
  may(viewer, 'check-pilot-sites', { region: viewer.region, agency })

/** An agency that can escort a place. */
export interface Escort {
  readonly unit: string
  readonly name: string
}

const escortsOf = async (tx: Tx, source: Source, region: RegionAsListed): Promise<Escort[]> => {
  const units = await listUnits(tx, roleWindow(source, region))
  const names = new Map(units.flatMap(({ unit, name }) => (agencyOf(unit) === unit ? [[unit, name]] : [])))
  const escorts = [...names].map(([unit, name]) => ({ unit, name }))
  return escorts.toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
}

/** The places that somebody checks, past ones too; and, for who arranges them, what a new one can choose from. */
export const sitesFor = (source: Source, region: RegionAsListed, viewer: Viewer) =>
  inRegion(source, region, async (tx) => {
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const sites = (await allSites(tx)).filter(({ agency }) => checks(viewer, agency))
    const isArranging = mayAtAll(viewer, 'arrange-pilot-sites')
    const choices: { areas: Areas; escorts: Escort[] } | undefined = isArranging
      ? { areas: await areasOf(tx), escorts: await escortsOf(tx, source, region) }
      : undefined
    return { sites: sites.map((row) => siteOf(row, nameOf)), choices, today: businessDay(source, region) }
  })

/** A place with all that was found there. */
export interface SiteAtLength extends PilotSite {
  readonly checks: readonly (PilotCheck & { readonly by: string })[]
  readonly today: Day
  /** Whether whoever reads arranges it. */
  readonly isArranging: boolean
}

/** One place; undefined: there is none that somebody checks. */
export const siteAtLength = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<SiteAtLength | undefined> =>
  inRegion(source, region, async (tx) => {
    const row = await siteRow(tx, id)
    if (!row || !checks(viewer, row.agency)) return undefined
    const found = await checksOf(tx, id)
    const called = await accountNames(
      tx,
      found.map(({ by }) => by),
    )
    return {
      ...siteOf(row, await unitNamesOf(tx, roleWindow(source, region))),
      checks: found.map(({ day, met, note, by }) => ({
        ...{ day: day as Day, met: met as ProtocolItem[], note, by: called(by) },
      })),
      today: businessDay(source, region),
      isArranging: mayAtAll(viewer, 'arrange-pilot-sites'),
    }
  })

export interface NewSite extends Pick<PilotSite, 'id' | 'kind' | 'agency' | 'from' | 'until' | 'proposed'> {
  readonly name: string
  /** Code of a village or a district. */
  readonly area: string
}

/** Adds a place. Sent twice, it is one. */
export async function addSite(
  source: Source,
  region: RegionAsListed,
  { account }: Viewer,
  { id, kind, area, agency, from, until, proposed, ...given }: NewSite,
): Promise<Refusal | undefined> {
  const naming = pilotKinds[kind].name
  const name = naming === 'area' ? null : given.name.trim() || null
  if (area === '' || agency === '' || (naming === 'own' && name === null))
    return lacking('pilot-site-incomplete', {
      nama: naming === 'own' && name === null && { id: 'namanya belum ditulis', en: 'it has no name yet' },
      wilayah: area === '' && { id: 'letaknya belum dipilih', en: 'where it lies is not chosen yet' },
      opd: agency === '' && { id: 'pendampingnya belum dipilih', en: 'who escorts it is not chosen yet' },
    })
  if (until !== null && until < from) return { refused: 'pilot-site-dates-reversed' }
  const far = farDays(businessDay(source, region), { mulai: from, sampai: until })
  if (far) return far
  return inRegion(source, region, async (tx) => {
    const { districts, villages } = await areasOf(tx)
    const village = villages.find(({ code }) => code === area)
    const district = village?.district ?? districts.find(({ code }) => code === area)?.code
    if (district === undefined) return { refused: 'pilot-site-area-unknown' }
    if (!fitsArea(kind, area)) return { refused: 'pilot-site-area-misfit' }
    const escorts = await escortsOf(tx, source, region)
    if (!escorts.some(({ unit }) => unit === agency)) return { refused: 'pilot-site-agency-unknown' }
    await holdSites(tx)
    const added = { kind: 'pilot-site-added', subject: id, body: { kind, proposed, until } }
    const there = await siteRow(tx, id)
    if (there) {
      // It may have been changed since: what the form said of that stands in its event.
      const isSame =
        there.kind === kind &&
        there.name === name &&
        (there.villageCode ?? there.districtCode) === area &&
        there.agency === agency &&
        there.from === from &&
        (await wasRecorded(tx, { actor: account, ...added }))
      return isSame ? undefined : { refused: 'form-used' }
    }
    const twin = await twinOf(tx, { kind, name, area, from, until })
    if (twin) return twin
    const row = {
      ...{ site_id: id, kind, name, district_code: district, village_code: village?.code ?? null, agency_id: agency },
      ...{ starts_on: from, ends_on: until, proposed, entered_by: account, entered_at: isoNow(source) },
    }
    await addSiteRow(tx, row)
    await recordEvent(tx, { actor: account, agency, ...added })
    return undefined
  })
}

/** Refuses a place that is there already. @param except itself */
async function twinOf(tx: Tx, place: Place, except?: string): Promise<Refusal | undefined> {
  const twin = (await allSites(tx)).find(
    (row) => row.id !== except && row.withdrawnFor === null && isOnePlace(placeOf(row), place),
  )
  if (!twin) return undefined
  const { id, en } = pilotKinds[place.kind]
  const where = [...new Set([twin.name, twin.village, twin.district])].filter((one) => one !== null).join(', ')
  const [from, until] = [dayWords(twin.from as Day), twin.until !== null && dayWords(twin.until as Day)]
  return {
    refused: 'pilot-site-there',
    detail: {
      id: `Sudah ada: ${id} ${where}, ${until ? `${from.id} sampai ${until.id}` : `sejak ${from.id}`}.`,
      en: `There is one: ${en} ${where}, ${until ? `${from.en} to ${until.en}` : `from ${from.en}`}.`,
    },
  }
}

const isoNow = ({ clock }: Source) => new Date(clock.moment()).toISOString()

/** Until when a place is tried out, and whether it is a proposal still. */
type Standing = Pick<PilotSite, 'until' | 'proposed'>

/** Changes it. @param shown what whoever changes it was shown: nobody overwrites what they have not seen */
export const changeSite = (
  source: Source,
  region: RegionAsListed,
  { account }: Viewer,
  { id, until, proposed, shown }: Standing & Pick<PilotSite, 'id'> & { readonly shown: Standing },
): Promise<Refusal | undefined> =>
  inRegion(source, region, async (tx) => {
    await holdSites(tx)
    const row = await holdSite(tx, id)
    if (!row) return { refused: 'not-found' }
    if (row.withdrawnFor !== null) return { refused: 'pilot-site-withdrawn' }
    if (until !== null && until < row.from) return { refused: 'pilot-site-dates-reversed' }
    if (row.until === until && row.proposed === proposed) return undefined
    const far = row.until === until ? undefined : farDays(businessDay(source, region), { sampai: until })
    if (far) return far
    if (row.until !== shown.until || row.proposed !== shown.proposed) return { refused: 'pilot-site-changed' }
    const [last] = await checksOf(tx, id)
    if (last && proposed) return { refused: 'pilot-site-checked' }
    if (last && until !== null && until < last.day) return { refused: 'pilot-site-checked-later' }
    const twin = await twinOf(tx, { ...placeOf(row), until }, id)
    if (twin) return twin
    await changeSiteRow(tx, id, { ends_on: until, proposed })
    const body = { until, proposed }
    await recordEvent(tx, { actor: account, kind: 'pilot-site-changed', subject: id, agency: row.agency, body })
    return undefined
  })

/** Takes back a place that was entered by mistake; what was found there stays on record. Sent twice, it is taken back once. */
export async function withdrawSite(
  source: Source,
  region: RegionAsListed,
  { account }: Viewer,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Refusal | undefined> {
  if (reason === '') return { refused: 'pilot-site-withdrawn-why' }
  return inRegion(source, region, async (tx) => {
    const row = await holdSite(tx, id)
    if (!row) return { refused: 'not-found' }
    if (row.withdrawnFor !== null) return row.withdrawnFor === reason ? undefined : { refused: 'pilot-site-withdrawn' }
    await withdrawSiteRow(tx, id, { withdrawn_for: reason, withdrawn_by: account, withdrawn_at: isoNow(source) })
    await recordEvent(tx, { actor: account, kind: 'pilot-site-withdrawn', subject: id, agency: row.agency })
    return undefined
  })
}

/** Says what was found at a place. Sent twice, it is one. */
export const checkSite = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { site, id, day, met, note }: PilotCheck & { readonly site: string; readonly id: string },
): Promise<Refusal | undefined> =>
  inRegion(source, region, async (tx) => {
    const row = await holdSite(tx, site)
    if (!row || !checks(viewer, row.agency)) return { refused: 'not-found' }
    if (row.withdrawnFor !== null) return { refused: 'pilot-site-withdrawn' }
    const days = daysToCheck(daysOf(row), businessDay(source, region))
    if (!days || !within(day, days)) return { refused: 'pilot-check-day' }
    if (row.proposed) return { refused: 'pilot-site-only-proposed' }
    const items = [...new Set(met)].toSorted()
    const check = { check_id: id, site_id: site, day, met: items, note: note.trim() }
    const stamp = { checked_by: viewer.account, checked_at: isoNow(source) }
    if (await addCheckRow(tx, { ...check, ...stamp })) {
      const body = { check: id, day, met: items.length }
      await recordEvent(tx, {
        actor: viewer.account,
        kind: 'pilot-site-checked',
        subject: site,
        agency: row.agency,
        body,
      })
      return undefined
    }
    const there = await checkOfForm(tx, id)
    const isSame =
      there?.site === site && there.day === day && there.note === check.note && there.met.join() === items.join()
    return isSame ? undefined : { refused: 'form-used' }
  })
