/** One way to reach the database, for the server and for every command. */
import { sql } from 'kysely'
import { type Db, openDb } from './db.ts'
import { openEmbedded } from './embedded-postgres.ts'
import { homeOf } from './home.ts'
import { migrate } from './migrate.ts'

export interface Connection {
  readonly db: Db
  /** Of the role that owns no table, for a thread that opens a pool of its own. */
  readonly url: string
  /** Of the role that may migrate. Undefined on a server of one's own when only `DATABASE_URL` is given. */
  readonly ownerUrl: string | undefined
  /** Names of the migrations that were applied on opening. */
  readonly migrated: readonly string[]
  /** Closes the pools, then the built-in server unless another process uses it. */
  stop(): Promise<void>
}

export interface Where {
  /** A server of one's own; it goes before `DATABASE_URL`. */
  readonly databaseUrl?: string
  /** Folder of the built-in server; it goes before `PIKET_HOME`. */
  readonly home?: string
  readonly environment?: NodeJS.ProcessEnv
}

/**
 * Opens `databaseUrl`, else `DATABASE_URL`, else the built-in server, brings it up to date where the owner's address is
 * known, and asks it once whether it answers.
 * @throws when it does not, when a newer version of Piket wrote it, or when the login is above row security
 */
export async function connect({ databaseUrl, home, environment = process.env }: Where = {}): Promise<Connection> {
  const given = databaseUrl ?? environment.DATABASE_URL
  const embedded = given ? undefined : await openEmbedded(home ?? homeOf(environment))
  // The owner's address belongs to the server of DATABASE_URL, not to one named otherwise.
  const ownerUrl = embedded?.url ?? (given === environment.DATABASE_URL ? environment.DATABASE_OWNER_URL : undefined)
  const url = given ?? asApp(embedded?.url as string)
  const db = openDb(url)
  const stop = async () => {
    await db.destroy()
    await embedded?.stop()
  }
  try {
    const migrated = ownerUrl ? await migrate(ownerUrl) : []
    if (await seesEverything(db)) throw new Error(superuser)
    await db.selectFrom('region').select('region_id').limit(1).execute()
    return { db, url, ownerUrl, migrated, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function seesEverything(db: Db): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`.execute(db)
  return rows[0]?.above ?? true
}

const superuser =
  'Login pada DATABASE_URL melihat semua daerah. Pakai login piket_app di sana, dan login pemilik hanya pada ' +
  'DATABASE_OWNER_URL. / The login in DATABASE_URL sees every region. Use the login piket_app there, and the ' +
  "owner's only in DATABASE_OWNER_URL."

/** The same address, entered as the role that owns no table. libpq does not read `+` as a space, hence `%20`. */
export const asApp = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  url.search = 'options=-c%20role%3Dpiket_app'
  return url.href
}
