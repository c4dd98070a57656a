import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { answerQuestions, fileCircular } from '@piket/server/features/circular/service.ts'
import { personDay } from '@piket/server/features/decision/service.ts'
import { saveFacts } from '@piket/server/features/fact/service.ts'
import { groundOf } from '@piket/server/features/ground/service.ts'
import { listRegions, saveRegion } from '@piket/server/features/region/service.ts'
import { calendarYears } from '@piket/server/platform/calendar-files.ts'
import { as } from '@piket/server/platform/db.ts'
import { readTables } from '@piket/server/platform/table-file.ts'
import { openTestDatabase } from '@piket/server/testing/database.ts'
import { afterAll, describe, expect, test } from 'vitest'
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
  const receipt = (await personDay(db, ground, 'E-0002', { day, time: '12:00', own: false }))?.receipt
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

describe('a receipt among several regions', async () => {
  const typed = ['explain', '--employee', 'E-0002', '--on', '2021-07-21', '--format', 'json', '--database']
  const folder = await folderOf({})
  const path = join(folder, 'receipt.json')
  const verify = (...more: string[]) => piket(['verify-receipt', path, '--database', ...more], environment)
  const alter = async (change: (receipt: Record<string, unknown>) => Record<string, unknown>) => {
    const { receipt } = JSON.parse((await piket([...typed, '--region', '62.02'], environment)).out)
    await writeFile(path, JSON.stringify(change(receipt)))
  }

  test('names its own, which need not be said again', async () => {
    await alter((receipt) => receipt)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ piket: 'receipt/1', region: '62.02' })
    for (const more of [[], ['--region', '62.02'], ['--region', 'kotawaringin-timur']])
      expect(await verify(...more), more.join(' ')).toMatchObject({ exit: 0, err: '' })
  })

  test('held against another is wrong usage, never a false receipt', async () => {
    await alter((receipt) => receipt)
    const said = await verify('--region', 'bontang')
    expect(said).toMatchObject({ exit: 2, out: '' })
    expect(said.err).toMatch(/PKT-001.*62\.02.*64\.74 \(bontang\)/)
    expect((await verify('--region', 'nowhere')).exit).toBe(2)
  })

  test('of a region that is not here says so', async () => {
    await alter((receipt) => ({ ...receipt, region: '99.99' }))
    const said = await verify()
    expect(said).toMatchObject({ exit: 2, out: '' })
    expect(said.err).toMatch(/99\.99.*62\.02 \(kotawaringin-timur\).*berkas/i)
  })

  test('altered to name another is found out', async () => {
    await alter((receipt) => ({ ...receipt, region: '64.74' }))
    const said = await verify('--format', 'json')
    expect(said.exit).toBe(1)
    expect(JSON.parse(said.out).rows.map(({ field }: { field: string }) => field)).toContain('sha256')
  })

  test('made from files names none, and the region is said', async () => {
    const made = await piket([
      'explain',
      ...['--employee', 'E-0002', '--on', '2021-07-21', '--known', '2021-07-21T08:00', '--format', 'json'],
      ...['--circulars', ...kotim, '--data', data],
    ])
    await writeFile(path, made.out)
    expect(JSON.parse(made.out).receipt.region).toBe(null)
    expect((await verify()).err).toContain('62.02 (kotawaringin-timur), 64.74 (bontang)')
    expect((await verify('--region', '62.02')).exit).not.toBe(2)
    expect((await piket(['verify-receipt', path, '--circulars', ...kotim, '--data', data])).exit).toBe(0)
  })
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

test('a region with nothing but a proposal and a draft works at the office as usual, by a receipt that derives again', async () => {
  await addRegion('64.02', 'kutai-kartanegara')
  const proposal = (await readCirculars([circularFile('kukar-2021-01-proposal.yaml')]))[0]!.document!.source
  const draft = files[0]!.document!.source.replace('status: in_force', 'status: draft')
  await as(database.db, { region: '64.02', reach: 'region' }, async (tx) => {
    await saveFacts(tx, { ...entered, calendar }, { by: 'test', recorded: null })
    for (const source of [proposal, draft])
      await fileCircular(tx, source, parseCircular('test', source).doc!, { by: 'test', now: '2021-07-21T08:00' })
  })
  const usual = { place: 'office', force: 'default', circular: null }
  const region = ['--database', '--region', '64.02', '--format', 'json']
  const { exit, out } = await piket(['decide', '--from', '2021-07-21', ...region], environment)
  const { rows, circulars } = JSON.parse(out)
  expect([exit, circulars.length, rows.length]).toEqual([0, 2, 10])
  for (const row of rows) expect(row).toMatchObject(usual)
  const explained = await piket(['explain', '--employee', 'E-0001', '--on', '2021-07-21', ...region], environment)
  const folder = await folderOf({ 'receipt.json': explained.out })
  expect(JSON.parse(explained.out).receipt.row).toMatchObject(usual)
  expect((await piket(['verify-receipt', join(folder, 'receipt.json'), '--database'], environment)).exit).toBe(0)
  const drawn = await piket(['roster', '--from', '2021-07-21', '--to', '2021-07-23', ...region], environment)
  expect([drawn.exit, JSON.parse(drawn.out).rows]).toEqual([0, []])
})
