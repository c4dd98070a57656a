/** The only door to rows. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.gen.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

/** In whose reach a transaction runs. */
export interface Actor {
  /** Code of the region, as in 64.01. */
  readonly region: string
  readonly reach: 'region' | 'agency'
  /** Unit path of the agency, as in `dlh`. With reach `agency`, rows of people elsewhere do not exist. */
  readonly agency?: string
}

const { DATE, INT8 } = pg.types.builtins
// A day stays the text 2021-07-19: node-postgres would make it a local midnight. A count is a number.
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(INT8, Number)

/** Opens a pool; the product opens it as the role that owns no table. */
export function openDb(url: string, { connections = 16 } = {}): Db {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 })
  // A connection that breaks is replaced at the next query, and fails the one it is at; without listeners it would end the
  // process. The pool listens to those that are idle only.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Runs work in one transaction that sees and writes only what the actor may.
 * `set local` rather than `set_config()`: on Citus only the former travels to the workers.
 */
export function as<T>(db: Db, { region, reach, agency = '' }: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`
      set local piket.region = ${sql.lit(region)};
      set local piket.reach = ${sql.lit(reach)};
      set local piket.agency = ${sql.lit(agency)}`.execute(tx)
    return work(tx)
  })
}

/** Runs work in one transaction without a region: it sees the public list of regions and no other row. */
export const asNobody = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work)

/** Makes whoever holds the same matter of the transaction's region wait until the transaction ends. */
export const hold = (tx: Tx, matter: string, ...of: readonly string[]) =>
  sql`select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || ${[matter, ...of].join(' ')}, 0))`.execute(tx)

/** Whether an error is the fault of a row (its data, or a rule of its table), and not of the server or the way there. */
export const isOfRow = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code))

/**
 * SQLSTATE classes and codes of a database that is away, ends, or has no room left: connection, resources, operator.
 * The rest are what Node calls a server that cannot be reached.
 */
const away = /^(08|53|57P0[123])|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)$/

/** Whether an error says that the database cannot answer now, and may soon. */
export function isAway(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  // The driver gives these two no code.
  return (
    away.test(String(code)) || /^(Connection terminated|timeout exceeded when trying to connect)/.test(String(message))
  )
}
