/** What one infected colleague would mean, by the roster of a unit: counted beside the page, shown when it is there. */
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { type OutbreakTasks, outbreakTasks } from '@piket/domain/outbreak/tasks.ts'
import { afterAll, expect, test } from 'vitest'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { installation } from '#platform/installation.ts'
import { askedHere, openThread } from '#platform/thread.ts'
import { buildApp } from '../../app.tsx'
import { bundleOf } from '../../testing/bundled.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { publishRosters } from '../roster/service.ts'
import { rosterGrid } from '../roster-grid/service.ts'
import { type Estimator, outbreakOf } from './service.ts'

const served = await serveRegion()
const { ask } = served
const { db } = served.database
const cookies = await cookieOf(db, '63.98', 'a2')
afterAll(() => served[Symbol.asyncDispose]())

const address = '/sungai-uji/jadwal/dinas-a/simulasi'

/** Asks again as the browser would, until nothing is left to count. */
async function counted(url: string, asks: (url: string) => ReturnType<typeof ask> = ask) {
  for (;;) {
    const response = await asks(url)
    if (response.headers.refresh === undefined) return documentOf(response.body)
  }
}

type Page = Awaited<ReturnType<typeof counted>>

/** Another app on the same data, with an estimator of its own. */
async function appWith(estimator: Estimator) {
  const app = await buildApp({
    db,
    clock: clockOf(() => morning),
    assets: { folder: '/nowhere', theme: '/aset/theme.css', enhance: undefined },
    release: '0.0.0-test',
    estimator,
  })
  return Object.assign(app, {
    page: (url: string) => app.inject({ url, cookies }),
    [Symbol.asyncDispose]: () => app.close(),
  })
}

const threadOf = async (longest: number) => {
  const program = await bundleOf(join(installation(), 'server/outbreak-thread.ts'))
  const thread = openThread<OutbreakTasks>({ name: 'The thread of the test', program, longest })
  return Object.assign(thread, { [Symbol.asyncDispose]: () => thread.end() })
}

test('a roster stands beside the other ways of attending, with bands, seed and what is not counted', async () => {
  const document = await counted(address)
  const rows = [...document.querySelectorAll('[aria-labelledby=hasil] tbody tr')]
  expect(rows.map((row) => wordsOf(row.querySelector('th')))).toEqual([
    'Jadwal ini',
    'Semua masuk tiap hari',
    'Dua kelompok, ganti tiap pekan',
    'Dua kelompok, ganti tiap hari',
    'Semua masuk, selang sepekan',
    'Semua masuk, selang sehari',
  ])
  for (const row of rows) {
    expect(wordsOf(row.querySelector('td'))).toMatch(/% \(.*%–.*%\)/)
    expect(row.querySelectorAll('svg.band .range, svg.band .value')).toHaveLength(2)
  }
  const chances = rows.map((row) => Number(/^[\d,]+/.exec(wordsOf(row.querySelector('td')))?.[0].replace(',', '.')))
  const [roster = 1, everybody = 0] = chances
  expect(roster).toBeLessThan(everybody)
  expect(Math.max(...chances)).toBe(everybody)
  const { roster_id } = await served.database.owner
    .selectFrom('roster')
    .select('roster_id')
    .where('unit_id', '=', 'dinas-a')
    .executeTakeFirstOrThrow()
  expect(wordsOf(document.querySelector('[aria-labelledby=batas]'))).toContain(
    `Benih undian${Number.parseInt(roster_id.slice(0, 8), 16)}`,
  )
  const figures = rows.flatMap((row) => [...row.querySelectorAll('td')].map((cell) => wordsOf(cell)))
  const whole = rows.flatMap((row) => [...row.querySelectorAll('.nowrap')].map((range) => wordsOf(range)))
  expect(whole).toEqual(figures.flatMap((words) => /\(.*\)/.exec(words) ?? []))
  for (const said of ['bilangan awal untuk mengundi', 'menulari rekannya kira-kira 11 dari 100 kali'])
    expect(wordsOf(document.querySelector('[aria-labelledby=batas]'))).toContain(said)
  for (const said of ['Ventilasi', 'di luar kantor', 'Vaksinasi', 'bukan ramalan'])
    expect(wordsOf(document.querySelector('main'))).toContain(said)
})

test('the published ratios stand beside ours, and only the order is claimed', async () => {
  const document = await counted(`${address}?bahasa=en`)
  const card = document.querySelector('[aria-labelledby=terbit]')
  const rows = [...(card?.querySelectorAll('tbody tr') ?? [])]
  expect(rows.map((row) => wordsOf(row.querySelectorAll('td')[0] ?? null))).toEqual([
    '12%, or 0.44 times',
    '12.3%, or 0.45 times',
    '16.6%, or 0.61 times',
    '17.3%, or 0.63 times',
    '27.3%',
  ])
  const ours = rows.slice(0, 4).map((row) => Number.parseFloat(wordsOf(row.querySelectorAll('td')[1] ?? null)))
  expect(ours).toEqual(ours.toSorted((one, other) => one - other))
  expect(wordsOf(card)).toContain('The order is the same; the size is not.')
  expect(ours[0]).toBeLessThan(0.44)
  expect(wordsOf(card)).toContain('may be too good for turns as well')
})

test('a stronger transmission is chosen by name, and every strength says which local R it implies', async () => {
  const [usual, strong] = [await counted(address), await counted(`${address}?daya=kuat`)]
  const options = [...usual.querySelectorAll('select[name=daya] option')].map(wordsOf)
  expect(options.map((words) => words.split(' ')[0])).toEqual(['Lemah', 'Sedang', 'Kuat'])
  const implied = options.map((words) => Number(/R lokal ([\d,]+)/.exec(words)?.[1]?.replace(',', '.')))
  expect(implied).toEqual(implied.toSorted((one, other) => one - other))
  expect([...strong.querySelectorAll('option')].find((one) => one.hasAttribute('selected'))?.value).toBe('kuat')
  const said = (document: Page) => wordsOf(document.querySelector('[aria-labelledby=hasil] p'))
  expect(said(strong)).not.toBe(said(usual))
  expect((await ask(`${address}?daya=maut`)).statusCode).toBe(400)
})

test('while it is counted the page says how far it is and asks the browser to come again, without script', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const here = askedHere(outbreakTasks)
  await using app = await appWith({
    async ask(task, ...given) {
      await gate
      return (await here.ask(task, ...given)) as never
    },
  })
  const { statusCode, headers, body } = await app.page(address)
  expect([statusCode, headers.refresh]).toEqual([202, '2'])
  const document = documentOf(body)
  expect(document.querySelector('progress')?.getAttribute('value')).toBe('0')
  expect(wordsOf(document.querySelector('[aria-labelledby=hitung]'))).toContain('0 dari 14 bagian selesai.')
  open()
  expect((await counted(address, app.page)).querySelectorAll('[aria-labelledby=hasil] tbody tr')).toHaveLength(6)
})

test('the thread counts the same as anybody else would', async () => {
  await using thread = await threadOf(60_000)
  await using app = await appWith(thread)
  const said = (document: Page) => wordsOf(document.querySelector('main'))
  expect(said(await counted(address, app.page))).toBe(said(await counted(address)))
})

test('a thread that does not answer in time is given up, and whoever asked is told to come back', async () => {
  await using thread = await threadOf(1)
  await using app = await appWith(thread)
  let answered = await app.page(address)
  while (answered.headers.refresh !== undefined) answered = await app.page(address)
  expect([answered.statusCode, answered.headers['retry-after']]).toEqual([503, '5'])
})

test('where there is nothing to compare, words say why', async () => {
  const said = async (url: string) => wordsOf(documentOf((await ask(url)).body).querySelector('.notice'))
  expect(await said('/sungai-uji/jadwal/kantor-c/simulasi')).toContain('Belum ada jadwal yang diumumkan')
  expect(await said('/sungai-uji/jadwal/dinas-b/simulasi')).toContain('tidak memuat giliran')
  const region = (await findRegion(db, 'sungai-uji'))!
  const asked = knowledgeOf(served.app, region, {})
  if ('refused' in asked) throw new Error(asked.refused)
  const { grid } = (await rosterGrid(db, region, { ...asked, unit: 'dinas-a' }))!
  const outcomeOf = async (rows: typeof grid.rows) => {
    const view = await outbreakOf(served.app, grid, rows, 'medium', 'ani')
    return 'refused' in view ? view : [view.people, view.outcome]
  }
  const [somebody] = grid.rows
  expect(await outcomeOf([])).toEqual([0, { lacking: 'people' }])
  expect(await outcomeOf([somebody!])).toEqual([1, { lacking: 'company' }])
  const crowd = Array.from({ length: 501 }, (_, at) => ({ ...somebody!, employee: `x${at}` }))
  expect(await outcomeOf(crowd)).toEqual([501, { lacking: 'room' }])
})

test('the grid leads to it where turns are drawn, and an unknown unit has none', async () => {
  const links = async (unit: string) =>
    [...documentOf((await ask(`/sungai-uji/jadwal/${unit}`)).body).querySelectorAll('.head .act a')].map((one) =>
      one.getAttribute('href'),
    )
  expect(await links('dinas-a')).toContain('/sungai-uji/jadwal/dinas-a/simulasi?tanggal=2021-07-21')
  for (const unit of ['dinas-b', 'kantor-c']) expect((await links(unit)).join()).not.toContain('simulasi')
  for (const url of ['/sungai-uji/jadwal/zzz/simulasi', `${address}?unit=dinas-b`, `${address}?unit=dinas-a/zzz`])
    expect((await ask(url)).statusCode, url).toBe(404)
})

test('of a unit too small for an outbreak the colleagues who follow are drawn, and open turns are told', async () => {
  await as(db, { region: '63.98', reach: 'region' }, (tx) =>
    tx.updateTable('service_minimum').set({ weekday: 'monday' }).where('unit_id', '=', 'dinas-b').execute(),
  )
  const region = (await findRegion(db, 'sungai-uji'))!
  const period = { from: '2021-07-19' as Day, until: '2021-08-13' as Day }
  await publishRosters(db, region, { ...period, seed: 8, by: 'bkpsdm', published: '2021-07-21T07:00' })
  const card = (await counted('/sungai-uji/jadwal/dinas-b/simulasi')).querySelector('[aria-labelledby=hasil]')
  expect(wordsOf(card)).toMatch(/dengan 4 orang hal itu tidak mungkin.*hari orang belum punya tempat/)
  const cells = [...(card?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('td')].map(wordsOf),
  )
  for (const [, chance] of cells) expect(chance).toMatch(/^0% /)
  const [roster = 1, everybody = 0] = cells.map(([size = '']) => Number(/^[\d,]+/.exec(size)?.[0].replace(',', '.')))
  expect(roster).toBeLessThan(everybody)
})
