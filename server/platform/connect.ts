/** One way to reach the database, for the server and for every command. */
import { type Db, openDb } from './db.ts'
import { openEmbedded } from './embedded-postgres.ts'
import { homeOf } from './home.ts'
import { migrate } from './migrate.ts'

export interface Connection {
  readonly db: Db
  /** Of the role that may migrate. Undefined on a server of one's own when only `DATABASE_URL` is given. */
  readonly ownerUrl: string | undefined
  /** Closes the pool, then the built-in server unless another process uses it. */
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
 * @throws when it does not, or when a newer version of Piket wrote it
 */
export async function connect({ databaseUrl, home, environment = process.env }: Where = {}): Promise<Connection> {
  const given = databaseUrl ?? environment.DATABASE_URL
  const embedded = given ? undefined : await openEmbedded(home ?? homeOf(environment))
  const ownerUrl = embedded?.url ?? environment.DATABASE_OWNER_URL
  const db = openDb(given ?? asApp(embedded?.url as string))
  const stop = async () => {
    await db.destroy()
    await embedded?.stop()
  }
  try {
    if (ownerUrl) await migrate(ownerUrl)
    await db.selectFrom('region').select('region_id').limit(1).execute()
  } catch (error) {
    await stop()
    throw error
  }
  return { db, ownerUrl, stop }
}

/** The same address, entered as the role that owns no table. libpq does not read `+` as a space, hence `%20`. */
export const asApp = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  url.search = 'options=-c%20role%3Dpiket_app'
  return url.href
}
