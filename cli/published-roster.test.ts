import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { afterAll, expect, test } from 'vitest'
import { folderOf, piket } from './testing/piket.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const folder = await folderOf({})
const path = join(folder, 'roster.json')

async function verify(file: unknown) {
  await writeFile(path, JSON.stringify(file))
  const typed = ['verify-roster', path, '--database', '--format', 'json']
  const { exit, out } = await piket(typed, { DATABASE_URL: served.database.appUrl })
  return { exit, codes: JSON.parse(out).rows.map(({ code }: { code: string }) => code) }
}

const fileOf = async (unit: string) => {
  const { statusCode, body } = await served.ask(`/api/v1/regions/63.98/rosters/${unit}/file?date=2021-07-21`)
  expect(statusCode, unit).toBe(200)
  return JSON.parse(body)
}

test.each(['dinas-a', 'dinas-b'])(
  'the published roster of %s, downloaded, holds before the command line',
  async (unit) => {
    const file = await fileOf(unit)
    expect(file).toMatchObject({ piket: 'roster/1', known: '2021-07-19T06:00', seed: 7, from: '2021-07-19' })
    expect(await verify(file)).toEqual({ exit: 0, codes: [] })
  },
)

test('the file names its region, and is held against no other', async () => {
  const file = await fileOf('dinas-a')
  expect(file.region).toBe('63.98')
  await writeFile(path, JSON.stringify({ ...file, region: '64.99' }))
  const environment = { DATABASE_URL: served.database.appUrl }
  const typed = ['verify-roster', path, '--database', '--lang', 'en']
  const absent = await piket(typed, environment)
  expect([absent.exit, absent.err]).toEqual([2, expect.stringContaining('The file names that region')])
  const other = await piket([...typed, '--region', '63.98'], environment)
  expect([other.exit, other.err]).toEqual([2, expect.stringContaining('The file is of the region 64.99')])
})

test.each(['dinas-a', 'dinas-b'])('programs and people are given the same file of %s, whole', async (unit) => {
  const { body } = await served.ask(`/sungai-uji/jadwal/${unit}/jadwal.json?tanggal=2021-07-21`)
  expect(await fileOf(unit)).toEqual(JSON.parse(body))
})

test('a downloaded roster that was altered is found out', async () => {
  const file = await fileOf('dinas-a')
  const drawn = file.rows.find(({ reason, place }: Record<string, string>) => reason === 'drawn' && place === 'home')
  drawn.place = 'office'
  expect((await verify(file)).codes).toEqual(expect.arrayContaining(['PKT-901', 'PKT-907']))
})

test('the file says where people are, never why one of them is excluded', async () => {
  const { body } = await served.ask('/sungai-uji/jadwal/dinas-a/jadwal.json?tanggal=2021-07-21')
  expect(body).not.toMatch(/\bc4\b|road_cut_off|annual/)
  const { rows, proofs, infeasible } = JSON.parse(body)
  const own = rows.filter(({ employee, place }: Record<string, string>) => employee === 'a7' && place === 'home')
  expect(new Set(own.map(({ clause }: { clause: string[] }) => clause.join()))).toEqual(new Set(['']))
  // Whoever is on leave that week has no line in it, and no conflict names people.
  expect(rows.some(({ employee, date }: Record<string, string>) => employee === 'a6' && date! < '2021-07-24')).toBe(
    false,
  )
  expect(infeasible).toEqual([])
  const other = await fileOf('dinas-b')
  for (const { people, taking, alsoTaking } of other.proofs[0].result.conflicts) {
    expect(people).toEqual([])
    expect([...taking, ...alsoTaking].join()).not.toMatch(/leave|travel|education|individual/)
  }
  expect(proofs[0].result.conflicts).toEqual([])
})

test('the page offers the file; where no roster is published there is none', async () => {
  const { body } = await served.ask('/sungai-uji/jadwal/dinas-a?tanggal=2021-07-21')
  const href = /href="([^"]*jadwal\.json[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const response = await served.ask(href)
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-disposition']).toBe('attachment; filename="jadwal-dinas-a-2021-07-19.json"')
  for (const address of [
    '/sungai-uji/jadwal/kantor-c/jadwal.json',
    '/api/v1/regions/63.98/rosters/zzz/file',
    '/sungai-uji/jadwal/dinas-a%2Fzzz/jadwal.json',
  ])
    expect((await served.ask(address)).statusCode, address).toBe(404)
  expect((await served.ask('/sungai-uji/jadwal/kantor-c')).body).not.toContain('jadwal.json')
})

test('a turn left open is explained as on the web, in both languages', async () => {
  const { steps } = (
    await served.ask('/api/v1/regions/63.98/employees/b1/decision?date=2021-07-21&known=2021-07-21T07:00')
  ).json()
  const told = steps.filter(({ step }: { step: string }) => step === 'place' || step === 'left_open')
  expect(told).toHaveLength(2)
  const typed = ['explain', '--employee', 'b1', '--on', '2021-07-21', '--known', '2021-07-21T07:00', '--database']
  const environment = { DATABASE_URL: served.database.appUrl }
  const explained = await piket([...typed, '--region', '63.98', '--format', 'json'], environment)
  expect(JSON.parse(explained.out).rows[0]).toMatchObject({ place: 'rotate', steps: expect.arrayContaining(told) })
  const said = (await piket([...typed, '--region', '63.98', '--lang', 'en'], environment)).out
  expect(said).toContain('Turn left open: the roster of this day could not be drawn')
  expect(said).toMatch(/The published roster leaves this day open\..+needs 3 people.+ask the head of the agency\./)
})

test('before the roster was published, and for whom it is drawn, no day is said to be open', async () => {
  const typed = ['explain', '--on', '2021-07-21', '--database', '--region', '63.98', '--employee']
  for (const [employee, known] of [
    ['b1', '2021-07-18T12:00'],
    ['a1', '2021-07-21T07:00'],
  ] as const) {
    const { exit, out } = await piket([...typed, employee, '--known', known, '--lang', 'en'], {
      DATABASE_URL: served.database.appUrl,
    })
    expect([exit, out], employee).toEqual([0, expect.not.stringMatching(/left? open|leaves/)])
  }
})
