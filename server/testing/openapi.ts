/** The contract of the interface for machines. `tsx --tsconfig server/tsconfig.json server/testing/openapi.ts` writes it. */

import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { openDb } from '#platform/db.ts'
import { installation } from '#platform/installation.ts'
import { buildApp } from '../app.tsx'

/** Where the contract is kept. */
export const openapiFile = join(installation(), 'openapi.json')

/** The app without a database: it answers nothing, and knows all its routes. */
export const appForItsRoutes = () =>
  buildApp({
    db: openDb('postgres://nobody@127.0.0.1:1/none'),
    clock: systemClock,
    assets: { folder: tmpdir(), theme: '/aset/theme.css', enhance: undefined },
    release: '0',
  })

/** The contract as text. */
export async function openapiText(): Promise<string> {
  const app = await appForItsRoutes()
  await app.ready()
  const contract = app.swagger()
  await app.close()
  return `${JSON.stringify(contract, null, 2)}\n`
}

if (process.argv[1] === import.meta.filename) await writeFile(openapiFile, await openapiText())
