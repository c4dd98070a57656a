/** Forward-only migrations: plain SQL files, each one transaction, each applied once. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { installation } from './installation.ts'
import { silent } from './queue.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The migrations of this version of Piket, in order. */
export async function migrations(): Promise<Migration[]> {
  const folder = join(installation(), 'server/migrations')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })))
}

/**
 * Brings a database up to date, as its owner. Two callers at once are safe: the second waits and finds nothing to do.
 * @returns the names it applied; none when the database was up to date
 * @throws when the database holds a migration that `known` does not: a newer version of Piket wrote it
 */
export async function migrate(ownerUrl: string, known?: readonly Migration[]): Promise<string[]> {
  const ours = known ?? (await migrations())
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('piket.migrate'))`)
    await client.query(prepare)
    const { rows } = await client.query<{ name: string }>('select name from migration order by name')
    const applied = new Set(rows.map(({ name }) => name))
    const foreign = rows.find(({ name }) => !ours.some((migration) => migration.name === name))
    if (foreign) throw new Error(fromNewerPiket(foreign.name))
    const pending = ours.filter(({ name }) => !applied.has(name))
    // The queue of jobs has migrations of its own; ours name its functions.
    if (pending.length > 0) await runMigrations({ connectionString: ownerUrl, logger: silent })
    for (const { name, sql } of pending) {
      await client.query('begin')
      await client.query(sql)
      await client.query('insert into migration (name) values ($1)', [name])
      await client.query('commit')
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

// A role belongs to the whole server: another database of it may create it at the same moment.
const prepare = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'piket_app') then create role piket_app login; end if;
  exception when duplicate_object or unique_violation then null; end $$;
  create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`

const fromNewerPiket = (name: string) =>
  `Basis data ini ditulis oleh versi Piket yang lebih baru (${name} tidak dikenal). Pasang versi itu, atau pulihkan ` +
  `cadangan dari versi ini. / A newer version of Piket wrote this database (${name} is unknown here). Install that ` +
  'version, or restore a backup made by this one.'
