import type { Instant } from '@piket/domain/calendar/day.ts'
import { loadRegister } from '@piket/server/features/circular/service.ts'
import { loadFacts } from '@piket/server/features/fact/service.ts'
import { listRegions, type RegionAsListed, receiptSeal } from '@piket/server/features/region/service.ts'
import { daysLeftOpen, needsOf } from '@piket/server/features/roster/service.ts'
import { type Connection, connect } from '@piket/server/platform/connect.ts'
import { as, type Db } from '@piket/server/platform/db.ts'
import type { Given } from './given.ts'
import type { Ground, GroundQuery } from './ground.ts'
import { exits, type Reason, Refused, wrongUsage } from './refused.ts'
import type { Terminal } from './terminal.ts'

/** The ground as a region of a database gives it; the connection is closed again. */
export function groundOfDatabase(given: Given, terminal: Terminal, query: GroundQuery): Promise<Ground> {
  return withDatabase(given, terminal, async (db) => {
    const region = await regionAsked(db, given.one('region'), query.region ?? undefined)
    const { zone, demoDay } = region
    const known: Instant = query.known ?? terminal.clock.now(zone, demoDay)
    const { from, until, personal, documents: instead = [], alone = false } = query
    const [register, facts, seal] = await as(db, { region: region.code, reach: 'region' }, async (tx) => [
      await loadRegister(tx, { known, zone }),
      await loadFacts(tx, { from, until, known, personal, zone }),
      await receiptSeal(tx),
    ])
    const named = new Set(instead.map(({ id }) => id))
    const filed = alone ? [] : register.filed.filter(({ id }) => !named.has(id))
    return {
      documents: [...filed.map((document) => ({ ...document, file: null })), ...instead],
      facts,
      known,
      personal,
      region: region.code,
      zone,
      readings: { ...register.readings, ...query.readings },
      needs: await needsOf(db, region),
      openDays: await daysLeftOpen(db, region, { from, until, known }),
      seal,
      incomplete: new Map(),
    }
  })
}

/**
 * Opens the database that `--database` means, does the work and closes it, also when the command is ended meanwhile.
 * @throws Refused (PKT-003) when it cannot be reached
 */
export async function withDatabase<T>(given: Given, terminal: Terminal, work: (db: Db) => Promise<T>): Promise<T> {
  const databaseUrl = given.one('database')
  const connection = await connect({
    ...(databaseUrl && { databaseUrl }),
    environment: terminal.environment,
  }).catch((error: Error) => {
    throw unreachable(error, databaseUrl || terminal.environment.DATABASE_URL)
  })
  const closed = terminal.onEnd(() => connection.stop())
  try {
    return await work(connection.db)
  } finally {
    closed()
    await stop(connection)
  }
}

const stop = (connection: Connection) => connection.stop()

/** PKT-003, with the address but without what is secret in it. */
export function unreachable(error: Error, url: string | undefined) {
  const where = url && URL.canParse(url) ? ` ${new URL(url).host}` : ''
  const why = error.message || (error as NodeJS.ErrnoException).code || error.name
  return new Refused(exits.input, {
    code: 'PKT-003',
    finding: {
      id: `Basis data${where} tidak dapat dihubungi (${why}).`,
      en: `The database${where} cannot be reached (${why}).`,
    },
    fix: {
      id: 'Periksa alamat pada --database atau DATABASE_URL, dan apakah basis datanya berjalan.',
      en: 'Check the address in --database or DATABASE_URL, and whether the database runs.',
    },
  })
}

/**
 * The region that a command asks about: the one named, else the one that a receipt or a roster states, else the only one there is.
 * @throws Refused (exit 2) when the file states another than the one named, or the region is not there
 */
async function regionAsked(db: Db, named: string | undefined, stated: string | undefined): Promise<RegionAsListed> {
  const region = await regionGiven(
    db,
    named ?? stated,
    stated !== undefined && named === undefined ? ofFile : undefined,
  )
  if (stated === undefined || region.code === stated) return region
  throw wrongUsage(
    `Berkas ini dari daerah ${stated}, sedangkan --region menyebut ${region.code} (${region.slug}).`,
    `The file is of the region ${stated}, and --region names ${region.code} (${region.slug}).`,
    { id: 'Hapus --region: berkas menyebut daerahnya.', en: 'Leave --region out: the file names its region.' },
  )
}

const ofFile = {
  id: 'Berkas ini menyebut daerah itu; periksa pada basis data daerahnya.',
  en: 'The file names that region; check it against the database of the region.',
}

/**
 * The region of that code or short name; without one, the only region there is.
 * @throws Refused (exit 2) with the codes, when it is not there or several are
 */
export async function regionGiven(db: Db, named: string | undefined, fix?: Reason['fix']): Promise<RegionAsListed> {
  const regions = await listRegions(db)
  const found =
    named === undefined
      ? regions.length === 1
        ? regions[0]
        : undefined
      : regions.find(({ code, slug }) => code === named || slug === named)
  if (found) return found
  const list = regions.map(({ code, slug }) => `${code} (${slug})`).join(', ')
  if (regions.length === 0) throw wrongUsage('Basis data belum memuat daerah.', 'The database holds no region yet.')
  if (named === undefined)
    throw wrongUsage(
      `Basis data memuat beberapa daerah; pilih dengan --region: ${list}.`,
      `The database holds several regions; choose with --region: ${list}.`,
    )
  throw wrongUsage(
    `Daerah ${named} tidak ada; yang ada: ${list}.`,
    `There is no region ${named}; there are: ${list}.`,
    fix,
  )
}
