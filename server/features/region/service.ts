import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import { type Settings, usualSettings } from '@piket/domain/staff/facts.ts'
import { as, asNobody, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import { nameOfSlug } from '#platform/language.ts'
import { sealWith } from '#platform/seal.ts'
import type { Held } from '#platform/two-clocks.ts'
import {
  addReceiptKey,
  addSettingRows,
  ownRegion,
  receiptKey,
  regions,
  saveRegionRow,
  settingsHeld,
} from './queries.ts'

/** A regional government that uses Piket. */
export interface Region {
  /** Its code as the ministry writes it, `64.01`. */
  readonly code: string
  /** Its name in addresses and in circulars, `paser`. */
  readonly slug: string
  readonly name: { readonly id: string; readonly en: string }
  readonly kind: 'province' | 'regency' | 'city'
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
  /** Slug of the province it lies in. */
  readonly within: string | null
  /** Fixed business day of a demonstration region. */
  readonly demoDay: Day | null
  readonly invented: boolean
}

/** Whether what is shown of a region is a demonstration. */
export const isDemonstration = ({
  demoDay,
  invented,
}: {
  readonly demoDay: string | null
  readonly invented: boolean
}) => demoDay !== null || invented

/** A region with the count of its changes: what was derived from facts is fresh while the revision stands. */
export type RegionAsListed = Region & { readonly revision: number }

/** The hash with which receipts of the transaction's region seal their records; its key is made when first needed. */
export async function receiptSeal(tx: Tx): Promise<Hash> {
  const row = (await receiptKey(tx)) ?? (await addReceiptKey(tx)) ?? (await receiptKey(tx))
  if (!row) throw new Error('The region of the transaction cannot have a key for receipts: it was not saved.')
  return sealWith(row.key)
}

/** Every region of this database, by code. Open to everybody. */
export async function listRegions(db: Db): Promise<RegionAsListed[]> {
  const rows = await asNobody(db, regions)
  return rows.map(({ region_id, slug, name_id, name_en, kind, zone, within, demo_day, invented, revision }) => ({
    code: region_id,
    slug,
    name: { id: name_id, en: name_en },
    kind: kind as Region['kind'],
    zone: zone as Region['zone'],
    within,
    demoDay: demo_day as Day | null,
    invented,
    revision,
  }))
}

/** Adds a region or changes its particulars. */
export const saveRegion = (db: Db, region: Region, actor: string): Promise<void> =>
  as(db, { region: region.code, reach: 'region' }, async (tx) => {
    const { code, slug, name, kind, zone, within, demoDay, invented } = region
    const row = { region_id: code, slug, name_id: name.id, name_en: name.en, kind, zone, within, invented }
    await saveRegionRow(tx, { ...row, demo_day: demoDay })
    await touchRegion(tx)
    await recordEvent(tx, { actor, kind: 'region-saved', subject: code })
  })

/** The region whose rows the transaction sees: slug, province, zone and revision. Undefined: not added yet. */
export const regionOf = ownRegion

/** How regions are called; one that is not of this installation, a province say, by what its slug spells. */
export async function regionNames(db: Db, language: 'id' | 'en'): Promise<(slug: string) => string> {
  const names = new Map((await listRegions(db)).map(({ slug, name }) => [slug, name[language]]))
  return (slug) => names.get(slug) ?? nameOfSlug(slug)
}

/** The region of an address: by slug on pages, by code for machines. */
export const findRegion = async (db: Db, name: string): Promise<RegionAsListed | undefined> =>
  (await listRegions(db)).find(({ code, slug, kind }) => kind !== 'province' && (slug === name || code === name))

/** The settings of the region on the first day of the window; the usual ones, where it has set none. */
export const settingsOf = async (tx: Tx, window: Held): Promise<Settings> => ({
  ...usualSettings,
  ...Object.fromEntries((await settingsHeld(tx, window)).map(({ name, value }) => [name, value])),
})

/** A setting of the region on the first day of the window; undefined: not set. */
export const settingOf = async (tx: Tx, name: string, window: Held): Promise<unknown> =>
  (await settingsHeld(tx, window)).findLast((row) => row.name === name)?.value

/** Sets what is given. @param recorded since when that is known; null: always */
export const addSettings = (tx: Tx, settings: Partial<Settings>, recorded: Instant | null): Promise<void> =>
  addSettingRows(
    tx,
    Object.entries(settings).map(([name, value]) => ({ name, value: JSON.stringify(value), recorded_at: recorded })),
  )
