/** Puts the demonstration regions into a database: each in one transaction, complete or not at all. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import type { CalendarYear } from '@piket/domain/calendar/decrees.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { sql } from 'kysely'
import { insertRows } from '#platform/bulk.ts'
import { calendarYears } from '#platform/calendar-files.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { installation } from '#platform/installation.ts'
import { saveFacts } from '../features/fact/service.ts'
import { listRegions, saveRegion } from '../features/region/service.ts'
import { type Areas, loadAreas } from './areas.ts'
import type { DemoData, DemoRegion } from './demo-region.ts'
import { demoRegions } from './demo-regions.ts'

/** A document of `circulars/` as it goes into a region. */
export interface DemoCircular {
  readonly file: string
  /** The YAML, byte for byte. */
  readonly source: string
  readonly doc: Circular
  /** Since when it could be known, and the field of the document that proves it; null: always. */
  readonly recorded: Instant | null
  readonly recordedBy: string
}

export interface Progress {
  readonly region: string
  /** `present`: the region was there and stays as it is. */
  readonly step: 'staff' | 'circulars' | 'done' | 'present'
  /** Records of people that were written; 0 where nothing was. */
  readonly people: number
  /** Since the region was begun. */
  readonly milliseconds: number
}

export interface LoadOptions {
  /** The business day of the invented region on its first day. */
  readonly today: Day
  /** Keeps a document in the region of the transaction. */
  storeCircular(tx: Tx, region: DemoRegion, circular: DemoCircular): Promise<void>
  progress?(progress: Progress): void
}

const by = 'piket'

/**
 * Loads the regions that are not there yet; a region that has units, whoever entered them, is left alone.
 * @returns the codes of the regions that were loaded
 * @throws when a file of `circulars/` or `calendars/` does not read, or a region names a document that is not there
 */
export async function loadDemo(db: Db, { today, storeCircular, progress = () => {} }: LoadOptions): Promise<string[]> {
  const [years, circulars] = await Promise.all([calendarYears(), documents()])
  let published: Promise<Areas> | undefined
  const areas = () => (published ??= loadAreas())
  const loaded: string[] = []
  const load = async (region: DemoRegion) => {
    const began = performance.now()
    let people = 0
    const tell = (step: Progress['step']) =>
      progress({ region: region.slug, step, people, milliseconds: Math.round(performance.now() - began) })
    const own = region.circulars.map((id) => documentOf(circulars, id))
    const isNew = await loadRegion(db, region, { areas, years }, async (tx, data) => {
      people = data.facts.employees.length
      tell('staff')
      for (const circular of own) await storeCircular(tx, region, circular)
      tell('circulars')
    })
    tell(isNew ? 'done' : 'present')
    if (isNew) loaded.push(region.code)
  }
  // Two at a time: while one region is generated here, the database writes another.
  const waiting = demoRegions(today)
  const lane = async () => {
    for (let region = waiting.shift(); region; region = waiting.shift()) await load(region)
  }
  await Promise.all([lane(), lane()])
  return loaded.sort()
}

async function loadRegion(
  db: Db,
  region: DemoRegion,
  { areas, years }: { readonly areas: () => Promise<Areas>; readonly years: readonly CalendarYear[] },
  next: (tx: Tx, data: DemoData) => Promise<void>,
): Promise<boolean> {
  const { code, slug, nameId, nameEn, kind, zone, demoDay, invented, province } = region
  const actor = { region: code, reach: 'region' } as const
  const known = (await listRegions(db)).find((one) => one.code === code)
  if (!known) {
    const name = { id: nameId, en: nameEn }
    await saveRegion(db, { code, slug, name, kind, zone, within: province.slug, demoDay, invented }, by)
  } else if (known.demoDay !== demoDay || known.invented !== invented) return false
  return as(db, actor, async (tx) => {
    // Two starts at once: the second waits, and then finds the region present.
    await sql`select pg_advisory_xact_lock(hashtext(${`piket.demo.${code}`}))`.execute(tx)
    if (await tx.selectFrom('unit_version').select('unit_id').limit(1).executeTakeFirst()) return false
    const data = region.generate(await areas())
    await insertRows(tx, 'district', { code: 'text', name: 'text' }, data.districts)
    await insertRows(
      tx,
      'village',
      { code: 'text', district_code: 'text', name: 'text' },
      data.villages.map(villageRow),
    )
    const { regions: _, ...facts } = data.facts
    const calendar = years.flatMap(({ records }) => records)
    await saveFacts(tx, { ...facts, calendar }, { by, recorded: null })
    for (const season of years.flatMap(({ seasons }) => seasons)) {
      await saveFacts(tx, { seasons: [season] }, { by, recorded: season.recorded })
    }
    await insertSituation(tx, data)
    await next(tx, data)
    return true
  })
}

const villageRow = ({ code, district, name }: DemoData['villages'][number]) => ({ code, district_code: district, name })

async function insertSituation(tx: Tx, { caseCounts, taskForceTeams, serviceMinima }: DemoData) {
  const counts = { confirmed: 'count', recovered: 'count', died: 'count', in_care: 'count' } as const
  await insertRows(
    tx,
    'case_count',
    { day: 'day', ...counts, source: 'text', recorded_by: 'text', recorded_at: 'instant' },
    caseCounts.map((count) => ({ ...count, recorded_by: by, recorded_at: count.day })),
  )
  await insertRows(
    tx,
    'task_force_team',
    { team_id: 'text', name: 'text', area_code: 'text', leader_id: 'text', agencies: 'texts', capacity: 'count' },
    taskForceTeams.map(({ team, name, area, leader, members, capacity }) => ({
      team_id: team,
      name,
      area_code: area,
      leader_id: leader,
      agencies: members.map(({ body }) => body),
      capacity,
    })),
  )
  await insertRows(
    tx,
    'service_minimum',
    { unit_id: 'text', service: 'text', position: 'text', minimum: 'count' },
    serviceMinima.map(({ unit, service, position, minimum }) => ({ unit_id: unit, service, position, minimum })),
  )
}

async function filesOf(folder: string) {
  const path = join(installation(), folder)
  const names = (await readdir(path)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(names.map(async (file) => ({ file, source: await readFile(join(path, file), 'utf8') })))
}

async function documents(): Promise<DemoCircular[]> {
  const files = (await filesOf('circulars')).filter(({ file }) => !/(\.cases|^equivalent-mutants)\.yaml$/.test(file))
  return files.map(({ file, source }) => {
    const { doc, problems } = parseCircular(`circulars/${file}`, source)
    if (!doc) throw new Error(`circulars/${file}: ${problems.map(({ code }) => code).join(', ')}`)
    const { recorded, by: recordedBy } = recordedFromText(doc)
    return { file, source, doc, recorded, recordedBy }
  })
}

function documentOf(circulars: readonly DemoCircular[], id: string): DemoCircular {
  const found = circulars.find(({ doc }) => doc.id === id)
  if (!found) throw new Error(`circulars/: no file holds ${id}`)
  return found
}
