/** Once per test run: a server, and a template database with every migration applied. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../platform/embedded-postgres.ts'
import { migrate, migrations } from '../platform/migrate.ts'

export default async function setup({ provide }: TestProject) {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await openEmbedded(join(tmpdir(), `piket-test-${process.getuid?.() ?? 'user'}`), {
        fsync: 'off',
        full_page_writes: 'off',
        max_connections: '200',
      })
  // Held for the whole run: it keeps the server alive for us when another run on the same machine ends first.
  const claim = new pg.Client({ connectionString: server.url, application_name: 'piket test run' })
  claim.on('error', () => {})
  await claim.connect()
  await claim.query(`select pg_advisory_lock(hashtext('piket.test'))`)
  const template = `piket_template_${await fingerprint()}`
  await dropLeftovers(claim, template)
  await createTemplate(claim, server.url, template)
  await claim.query(`select pg_advisory_unlock(hashtext('piket.test'))`)
  provide('templateUrl', at(server.url, template))
  return async () => {
    await claim.end()
    await server.stop()
  }
}

async function fingerprint() {
  const all = JSON.stringify(await migrations())
  return createHash('sha256').update(all).digest('hex').slice(0, 12)
}

/** Databases of runs that were killed, and templates of older migrations; none while another run is on. */
async function dropLeftovers(claim: pg.Client, template: string) {
  const { rows } = await claim.query<{ name: string }>(
    `select datname as name from pg_database
      where datname ~ '^piket_(test|template)_' and datname <> $1
        and not exists (select from pg_stat_activity
          where application_name = 'piket test run' and pid <> pg_backend_pid())`,
    [template],
  )
  for (const { name } of rows) await claim.query(`drop database if exists ${claim.escapeIdentifier(name)} with (force)`)
}

/** It appears under its name only when every migration is in: a run killed half-way leaves nothing to trust. */
async function createTemplate(claim: pg.Client, url: string, template: string) {
  const { rowCount } = await claim.query('select from pg_database where datname = $1', [template])
  if (rowCount) return
  const draft = `${template}_draft`
  await claim.query(`drop database if exists ${draft} with (force)`)
  await claim.query(`create database ${draft}`)
  await migrate(at(url, draft))
  await claim.query(`alter database ${draft} rename to ${template}`)
}

const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: database }).href
