import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { saveRegion } from '@piket/server/features/region/service.ts'
import { clockOf } from '@piket/server/platform/clock.ts'
import { openTestDatabase } from '@piket/server/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import type { Command } from './command.ts'
import { exportCommand } from './export.ts'
import { readGiven } from './given.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'

const database = await openTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'piket-cli-'))
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})
const name = { id: 'Kabupaten Paser', en: 'Paser' }
const region = { code: '64.01', slug: 'paser', name, kind: 'regency', zone: 'Asia/Makassar', within: null } as const
await saveRegion(database.db, { ...region, demoDay: null, invented: false }, 'test')

async function piket(
  command: Command,
  typed: readonly string[],
  environment: NodeJS.ProcessEnv = { DATABASE_URL: database.appUrl },
) {
  const said = { out: '', err: '' }
  const to = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        said[stream] += chunk
        done()
      },
    })
  const terminal = {
    out: to('out'),
    err: to('err'),
    environment,
    clock: clockOf(() => Date.parse('2021-01-11T01:00:00Z')),
    watched: false,
    colours: false,
    onEnd: () => () => {},
  }
  const exit = await command
    .run(readGiven(typed, command.options, command.words), terminal)
    .catch((error) => error.exit)
  return { exit, ...said }
}
const units = join(folder, 'units.csv')
await writeFile(units, 'unit_id,name,kind\ndlh,Dinas Lingkungan Hidup,agency\n')

test('a dry run, then the change, then nothing left to change', async () => {
  const dry = await piket(importCommand, ['--table', 'units', units])
  expect(dry).toMatchObject({ exit: 0, out: expect.stringContaining('added 1\n') })
  expect(dry.err).toMatch(/Uji coba.* \/ Dry run/)
  expect((await piket(importCommand, ['--table', 'units', '--apply', units])).err).toMatch(/diterapkan.*applied/)
  expect((await piket(importCommand, ['--table', 'units', '--apply', units])).out).toContain('unchanged 1\n')
})

test('errors end with 3 and a line for each; the sheet holds every row', async () => {
  const staff = join(folder, 'staff.csv')
  const sheet = join(folder, 'sheet.csv')
  const header = 'employee_id,name,employment,birth_date,unit_id,position,job'
  await writeFile(
    staff,
    `${header}\n1,Ani,ptt,1980-01-01,dinkes,staf,executor\n2,Budi,ptt,1980-01-01,dlh,staf,executor\n`,
  )
  const { exit, err } = await piket(importCommand, ['--table', 'staff', '--apply', '--sheet', sheet, staff])
  expect(exit).toBe(3)
  expect(err).toContain(`${staff}:2:5: PKT-805 kesalahan: Unit dinkes tidak dikenal.`)
  expect((await readFile(sheet, 'utf8')).split('\r\n').at(-2)).toBe('3,2,ok')
})

test('warnings without a confirmation end with 4', async () => {
  const old = join(folder, 'old.csv')
  const header = 'employee_id,name,employment,birth_date,unit_id,position,job'
  await writeFile(old, `${header}\n1,Ani,ptt,1940-01-01,dlh,staf,executor\n`)
  expect((await piket(importCommand, ['--table', 'staff', '--apply', old])).exit).toBe(4)
  expect((await piket(importCommand, ['--table', 'staff', '--apply', '--confirm-warnings', old])).exit).toBe(0)
})

test('an export, with either header', async () => {
  expect((await piket(exportCommand, ['--table', 'units'])).out).toContain('\r\ndlh,Dinas Lingkungan Hidup,agency')
  expect((await piket(exportCommand, ['--table', 'units', '--header', 'id'])).out).toMatch(
    /^\uFEFFkode unit,nama unit,/,
  )
})

test('a database that is not there is PKT-003 and ends with 3; wrong usage with 2', async () => {
  const gone = { DATABASE_URL: 'postgres://127.0.0.1:1/piket' }
  expect((await piket(exportCommand, ['--table', 'units'], gone)).exit).toBe(3)
  expect((await piket(exportCommand, ['--table', 'cuaca'])).exit).toBe(2)
  expect((await piket(exportCommand, ['--table', 'units', '--region', '64.99'])).exit).toBe(2)
})

test('migrate: with the owner it brings up to date, without it says what is missing', async () => {
  const environment = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }
  expect((await piket(migrateCommand, [], environment)).exit).toBe(0)
  expect((await piket(migrateCommand, [])).exit).toBe(2)
})
