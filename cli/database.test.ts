import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { answerQuestions, fileCircular } from '@piket/server/features/circular/service.ts'
import { personDay } from '@piket/server/features/decision/service.ts'
import { groundOf } from '@piket/server/features/ground/service.ts'
import { listRegions, saveRegion } from '@piket/server/features/region/service.ts'
import { saveFacts } from '@piket/server/features/staff/service.ts'
import { calendarYears } from '@piket/server/platform/calendar-files.ts'
import { as } from '@piket/server/platform/db.ts'
import { readTables } from '@piket/server/platform/table-file.ts'
import { openTestDatabase } from '@piket/server/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { readCirculars } from './circular-files.ts'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const database = await openTestDatabase()
afterAll(() => database[Symbol.asyncDispose]())
const day = '2021-07-21' as Day
const environment = { DATABASE_URL: database.appUrl }
const data = await folderOf(smallStaff)
const kotim = ['kotim-2021-07.yaml', 'kalteng-2021-180-17-109.yaml'].map(circularFile)

async function addRegion(code: string, slug: string) {
  const region = {
    code,
    slug,
    name: { id: slug, en: slug },
    kind: 'regency',
    zone: 'Asia/Jakarta',
    within: 'kalimantan-tengah',
  } as const
  await saveRegion(database.db, { ...region, demoDay: '2021-07-21' as Day, invented: false }, 'test')
}

await addRegion('62.02', 'kotawaringin-timur')
const { facts } = await readTables(data, { today: '2021-07-21' as Day })
const { regions: _, drawn: __, ...entered } = facts
const calendar = (await calendarYears()).flatMap(({ records }) => records)
const files = await readCirculars(kotim)
await as(database.db, { region: '62.02', reach: 'region' }, async (tx) => {
  await saveFacts(tx, { ...entered, calendar }, { by: 'test', recorded: null })
  for (const { document } of files) {
    const { doc } = parseCircular('test', document!.source)
    await fileCircular(tx, document!.source, doc!, { by: 'test', now: '2021-07-21T08:00' })
  }
})

test('the only region is taken by itself, on its own clock, and answers as the files do', async () => {
  const typed = ['decide', '--from', '2021-07-21', '--format', 'json']
  const said = await piket([...typed, '--database'], environment)
  expect(said).toMatchObject({ exit: 0, err: '' })
  const answer = JSON.parse(said.out)
  expect(answer.known).toBe('2021-07-21T08:00')
  expect(answer.settings.zone).toBe('Asia/Jakarta')
  const read = await piket([...typed, '--circulars', ...kotim, '--data', data, '--known', '2021-07-21T08:00'])
  expect(answer.rows).toEqual(JSON.parse(read.out).rows)
  expect(await piket([...typed, '--database', database.appUrl, '--region', '62.02'])).toEqual(said)
})

test('a receipt given out from the database derives again', async () => {
  const folder = await folderOf({})
  const typed = ['explain', '--employee', 'E-0002', '--on', '2021-07-21', '--format', 'json']
  const fromDatabase = await piket([...typed, '--database'], environment)
  const path = join(folder, 'receipt.json')
  await writeFile(path, fromDatabase.out)
  expect((await piket(['verify-receipt', path, '--database'], environment)).exit).toBe(0)
})

test('a receipt for the public derives again, with personal particulars as known later than the rules', async () => {
  const { db } = database
  const late = { employee: 'E-0002', kind: 'sick', from: day, until: day, recorded: `${day}T07:00` } as const
  await as(db, { region: '62.02', reach: 'region' }, (tx) =>
    saveFacts(tx, { leave: [late] }, { by: 'test', recorded: null }),
  )
  const [region] = await listRegions(db)
  const asked = { from: day, until: day, known: `${day}T06:00`, personal: `${day}T08:00` }
  const ground = await groundOf(db, region!, asked)
  if (isRuleRefusal(ground)) throw new Error(ground.refused)
  const receipt = personDay(ground, 'E-0002', day, '12:00')?.receipt
  expect(receipt).toMatchObject({ known: `${day}T06:00`, personal: `${day}T08:00`, row: { place: 'leave' } })
  const folder = await folderOf({ 'receipt.json': JSON.stringify(receipt) })
  expect(await piket(['verify-receipt', join(folder, 'receipt.json'), '--database'], environment)).toMatchObject({
    exit: 0,
  })
})

test('answers of the bureau let the roster go ahead', async () => {
  const typed = ['roster', '--from', '2021-07-21', '--to', '2021-07-30', '--database', '--format', 'json']
  expect(await piket(typed, environment)).toMatchObject({ exit: 4, err: expect.stringContaining('PKT-703') })
  const { doc } = files[0]!.document!
  await as(database.db, { region: '62.02', reach: 'region' }, (tx) =>
    answerQuestions(tx, doc, { by: 'test', recorded: '2021-07-20' }),
  )
  const drawn = await piket(typed, environment)
  expect(drawn.exit).toBe(0)
  const folder = await folderOf({ 'roster.json': drawn.out })
  expect((await piket(['verify-roster', join(folder, 'roster.json'), '--database'], environment)).exit).toBe(0)
})

test('of several regions one is named, by code or short name', async () => {
  await addRegion('64.74', 'bontang')
  const typed = ['decide', '--from', '2021-07-21', '--database']
  const said = await piket(typed, environment)
  expect(said).toMatchObject({ exit: 2, out: '' })
  expect(said.err).toContain('PKT-001')
  expect(said.err).toContain('62.02 (kotawaringin-timur), 64.74 (bontang)')
  expect((await piket([...typed, '--region', 'kotawaringin-timur'], environment)).exit).toBe(0)
  expect((await piket([...typed, '--region', 'nowhere'], environment)).exit).toBe(2)
})

test('a document that was not recorded yet at the first instant changes everybody it reaches', async () => {
  const sides = ['kotim-2021-07@2021-07-18', 'kotim-2021-07@2021-07-21T09:00']
  const typed = ['diff', ...sides, '--from', '2021-07-21', '--database', '--region', '62.02', '--format', 'json']
  const said = await piket(typed, environment)
  expect(said).toMatchObject({ exit: 0, err: '' })
  const { rows } = JSON.parse(said.out)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows)
    expect(row).toMatchObject({ before_place: 'office', before_force: 'default', before_clause: [] })
})
