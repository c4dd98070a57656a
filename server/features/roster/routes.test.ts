import { afterAll, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app } = served
afterAll(() => served[Symbol.asyncDispose]())

const json = async (address: string) => (await app.inject(`/api/v1/regions/63.98${address}`)).json()
const page = async (address: string) => documentOf((await app.inject(address)).body)

interface Cell {
  readonly place: string
  readonly fixed: boolean
}
interface Person {
  readonly employee: string
  readonly turns: number
  readonly cells: readonly (Cell | null)[]
}

test('the rosters that hold on a day, the impossible one told apart', async () => {
  const rosters = await json('/rosters')
  expect(rosters.map(({ unit, status, version }: Record<string, unknown>) => [unit, status, version])).toEqual([
    ['dinas-a', 'exact', 1],
    ['dinas-b', 'infeasible', 1],
  ])
  expect(await json('/rosters?date=2021-09-01')).toEqual([])
  const document = await page('/sungai-uji/jadwal')
  expect([...document.querySelectorAll('tbody th')].map(wordsOf)).toEqual(['Dinas Beta', 'Dinas Alfa'])
})

test('before it was published there was no roster', async () => {
  expect(await json('/rosters?known=2021-07-19T05:59')).toEqual([])
  expect(await json('/rosters?known=2021-07-19T06:00')).toHaveLength(2)
  const unpublished = await json('/rosters/dinas-a?known=2021-07-18')
  expect([unpublished.status, unpublished.verified]).toEqual(['not_published', null])
  expect(wordsOf((await page('/sungai-uji/jadwal/dinas-a?per=2021-07-18')).querySelector('.head'))).toContain(
    'belum diumumkan',
  )
})

test('a roster keeps its quota every day, is fair, and holds before the second verifier', async () => {
  const roster = await json('/rosters/dinas-a')
  expect([roster.status, roster.verified]).toEqual(['exact', true])
  expect(roster.days).not.toContain('2021-07-20')
  expect(roster.days).not.toContain('2021-07-24')
  const people: Person[] = roster.people
  for (const [column, { present, max, clause }] of roster.quotas.entries()) {
    expect([max, clause]).toEqual([4, 'uji-2021-07/c1'])
    expect(present).toBeLessThanOrEqual(max)
    expect(people.filter(({ cells }) => cells[column]?.place === 'office')).toHaveLength(present)
  }
  const inTurns = people.filter(({ employee }) => /^a[1-5]$/.test(employee)).map(({ turns }) => turns)
  expect(Math.max(...inTurns) - Math.min(...inTurns)).toBeLessThanOrEqual(1)
  const fixed = people.filter(({ cells }) => cells.every((cell) => cell?.fixed))
  expect(fixed.map(({ employee }) => employee).sort()).toEqual(['a0', 'a7'])
})

test('the grid shows the row of the quota, how fair it is, and the certificate', async () => {
  const document = await page('/sungai-uji/jadwal/dinas-a')
  const rows = [...document.querySelectorAll('table.roster tfoot tr')]
  expect(wordsOf(rows[0]?.querySelector('th') ?? null)).toBe('Di kantor')
  const counts = [...(rows[0]?.querySelectorAll('td:not(.last)') ?? [])].map(wordsOf).map(Number)
  const bounds = [...(rows[1]?.querySelectorAll('td:not(.last)') ?? [])].map(wordsOf).map(Number)
  expect(counts.length).toBe(19)
  expect(counts.every((count, day) => count <= (bounds[day] ?? 0))).toBe(true)
  expect(wordsOf(rows[1]?.querySelector('th') ?? null)).toContain('butir c1')
  const fairness = wordsOf(document.querySelector('[aria-labelledby=adil]'))
  expect(fairness).toMatch(/Terbanyak \d+, paling sedikit \d+/)
  expect(fairness).toContain('Terbukti paling merata')
  expect(fairness).toContain('tidak ada ketentuan yang dilanggar')
  expect(document.querySelector('table.roster caption')).not.toBeNull()
  const row = [...document.querySelectorAll('table.roster tbody tr')].find((one) =>
    wordsOf(one).startsWith('Pegawai a2'),
  )
  expect([...(row?.querySelectorAll('td:not(.last)') ?? [])].map(wordsOf).join('')).toMatch(/^[KR]{19}$/)
})

test('a unit whose counter needs more than its quota has no roster, and a sentence says why and what would help', async () => {
  const roster = await json('/rosters/dinas-b')
  expect([roster.status, roster.verified]).toEqual(['infeasible', true])
  const { text_id, text_en } = roster.infeasible
  expect(text_id).toMatch(/standar layanan.*memerlukan 3 .*butir c1.*menyisakan 2: kurang satu.*Perbaikan terkecil:/)
  expect(text_en).toMatch(/service standard.*needs 3 .*clause c1.*leaves 2: one short.*Smallest fix:/)
  const notice = (await page('/sungai-uji/jadwal/dinas-b')).querySelector('.notice')
  expect(notice?.getAttribute('data-place')).toBe('conflict')
  expect(wordsOf(notice)).toContain(text_id)
  const english = (await page('/sungai-uji/jadwal/dinas-b?bahasa=en')).querySelector('.notice')
  expect(wordsOf(english)).toContain(text_en)
})

test('an agency in which nobody takes turns says so', async () => {
  const roster = await json('/rosters/kantor-c')
  expect(roster.status).toBe('not_published')
  expect(wordsOf((await page('/sungai-uji/jadwal/kantor-c')).querySelector('main'))).toContain('Tidak ada giliran')
})
