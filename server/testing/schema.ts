/** Types of the tables, read from the migrated database. `tsx server/testing/schema.ts` writes them. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { openEmbedded } from '../platform/embedded-postgres.ts'
import { installation } from '../platform/installation.ts'
import { migrate } from '../platform/migrate.ts'

/** Where the generated types are kept. */
export const schemaFile = join(installation(), 'server/platform/schema.gen.ts')

/** The types of a migrated database, as source text. */
export async function schemaOf(url: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'piket-schema-'))
  try {
    const out = join(folder, 'schema.gen.ts')
    const codegen = join(installation(), 'node_modules/kysely-codegen/dist/cli/bin.js')
    const parsers = ['--date-parser', 'string', '--type-mapping', '{"int8":"number"}']
    const choice = ['--dialect', 'postgres', '--exclude-pattern', '{*.migration,graphile_worker.*}', ...parsers]
    await promisify(execFile)(process.execPath, [codegen, ...choice, '--url', url, '--out-file', out])
    return await readFile(out, 'utf8')
  } finally {
    await rm(folder, { recursive: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const server = await openEmbedded(join(tmpdir(), `piket-test-${process.getuid?.() ?? 'user'}`), { fsync: 'off' })
  const client = new pg.Client(server.url)
  await client.connect()
  const name = `piket_test_${randomUUID().replaceAll('-', '')}`
  await client.query(`create database ${name}`)
  const url = Object.assign(new URL(server.url), { pathname: name }).href
  await migrate(url)
  await writeFile(schemaFile, await schemaOf(url))
  await client.query(`drop database ${name} with (force)`)
  await client.end()
  await server.stop()
}
