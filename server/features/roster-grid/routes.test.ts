import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { fileCircular } from '../circular/service.ts'
import { saveFacts } from '../fact/service.ts'
import { listRegions } from '../region/service.ts'
import { publishRosters } from '../roster/service.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const json = async (address: string) => (await ask(`/api/v1/regions/63.98${address}`)).json()
const page = async (address: string) => documentOf((await ask(address)).body)

interface Cell {
  readonly place: string
  readonly fixed: boolean
}
interface Person {
  readonly employee: string
  readonly turns: number
  readonly cells: readonly (Cell | null)[]
}

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
  expect(fairness).toMatch(/dibagi di antara 6 pegawai yang bergiliran: \d+ orang \d+ hari/)
  expect(fairness).toContain('Terbukti: tidak ada jadwal yang lebih merata.')
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
  const [{ text_id, text_en, dates }, ...more] = roster.infeasible
  expect([more, dates.length]).toEqual([[], 19])
  expect(text_id).toMatch(
    /^Pada Senin 19 Juli 2021 sampai Jumat 13 Agustus 2021 jumlah minimum pegawai untuk layanan loket izin, Dinas Beta \(standar layanan\) memerlukan 3 orang setiap hari, tetapi butir c1 Surat edaran 800\/7\/UJI menyisakan 2: kurang satu\. Perbaikan terkecil:/,
  )
  expect(text_en).toMatch(
    /the minimum of staff for the service loket izin, Dinas Beta \(the service standard\) needs 3 people on each day, but clause c1 of Circular 800\/7\/UJI leaves 2: one short\. Smallest fix:/,
  )
  const notice = (await page('/sungai-uji/jadwal/dinas-b')).querySelector('.notice')
  expect(notice?.getAttribute('data-place')).toBe('conflict')
  expect(wordsOf(notice)).toContain(text_id)
  const english = (await page('/sungai-uji/jadwal/dinas-b?bahasa=en')).querySelector('.notice')
  expect(wordsOf(english)).toContain(text_en)
})

test('an agency in which nobody takes turns says so', async () => {
  const roster = await json('/rosters/kantor-c')
  expect(roster.status).toBe('not_published')
  const none = wordsOf((await page('/sungai-uji/jadwal/kantor-c')).querySelector('main'))
  expect(none).toContain('Tidak ada giliran pada masa ini: tempat kerja ditentukan butir surat, bukan jadwal.')
  expect(none).toContain('Yang tidak disebut butir mana pun bekerja seperti biasa di kantor.')
})

test('a sub-unit that the agency does not have is told so, as any wrong address', async () => {
  for (const unit of ['zzz', 'kantor-c/zzz', 'dinas-a', 'dinas-a/zzz', 'kantor-c/', 'KANTOR-C']) {
    const { statusCode, body } = await ask(`/sungai-uji/jadwal/kantor-c?unit=${encodeURIComponent(unit)}`)
    expect([statusCode, wordsOf(documentOf(body).querySelector('h1'))], unit).toEqual([404, 'Halaman tidak ditemukan'])
  }
  for (const unit of ['', 'kantor-c', 'kantor-c/loket'])
    expect((await ask(`/sungai-uji/jadwal/kantor-c?unit=${encodeURIComponent(unit)}`)).statusCode, unit).toBe(200)
})

test('where no clause in force says anything, the grid says so and marks nothing as decided by one', async () => {
  const address = '/sungai-uji/jadwal/kantor-c?tanggal=2021-10-06'
  const document = await page(address)
  const said = wordsOf(document.querySelector('main'))
  expect(said).toContain('Tidak ada butir yang mengatur; bekerja seperti biasa di kantor.')
  expect(said).not.toMatch(/ditentukan butir/)
  expect(document.querySelectorAll('tbody .pin')).toHaveLength(0)
  expect(wordsOf((await page(`${address}&bahasa=en`)).querySelector('main'))).toContain(
    'No clause speaks; ordinary work at the office.',
  )
})

test('a recall stands in its cell, in words, in the legend, and among the names of the day', async () => {
  const document = await page('/sungai-uji/jadwal/dinas-a?tanggal=2021-07-22')
  const [row] = [...document.querySelectorAll('table.roster tbody tr')].filter((one) =>
    wordsOf(one).startsWith('Pegawai a7'),
  )
  const marked = [...(row?.querySelectorAll('td[data-order]') ?? [])]
  expect(marked.map(wordsOf)).toEqual(['K* Dipanggil ke kantor oleh kepala dinas, pukul 10.00.'])
  expect(marked[0]?.getAttribute('data-order')).toBe('recall')
  expect(wordsOf(document.querySelector('.legend'))).toContain('* dipanggil ke kantor')
  expect(wordsOf(document.querySelector('[aria-labelledby=hari]'))).toContain('Pegawai a7 (dipanggil)')
  expect(wordsOf((await page('/sungai-uji/jadwal/dinas-b')).querySelector('.legend'))).not.toContain('dipanggil')
  const { people, days } = await json('/rosters/dinas-a')
  const cells = people.find(({ employee }: Person) => employee === 'a7').cells
  expect(cells[days.indexOf('2021-07-22')]).toEqual({
    place: 'office',
    fixed: true,
    by: 'order',
    order: { do: 'recall', by: 'kepala_dinas', from: '10:00' },
  })
})

test('each day is read by the documents of that day, also where the period starts before them', async () => {
  const roster = await json('/rosters/dinas-a?date=2021-07-16')
  expect([roster.days[0], roster.days.at(-1), roster.status]).toEqual(['2021-07-12', '2021-08-06', 'not_published'])
  const people: Person[] = roster.people
  const firstTurn = roster.days.indexOf('2021-07-19')
  const cellsOf = (id: string) => people.find(({ employee }) => employee === id)?.cells ?? []
  expect(
    cellsOf('a2')
      .slice(firstTurn)
      .some((cell) => cell?.fixed),
  ).toBe(false)
  expect(
    cellsOf('a2')
      .slice(0, firstTurn)
      .every((cell) => cell?.fixed && cell.place === 'office'),
  ).toBe(true)
  expect(cellsOf('a0').every((cell) => cell?.fixed)).toBe(true)
  expect(people.find(({ employee }) => employee === 'a2')?.turns).toBeGreaterThan(0)
  expect(roster.quotas.map(({ max }: { max: number | null }) => max).slice(firstTurn - 1, firstTurn + 1)).toEqual([
    null,
    4,
  ])
})

test('a published roster that overlaps the days shown is offered', async () => {
  const roster = await json('/rosters/dinas-a?date=2021-07-16')
  expect(roster.overlapping).toEqual([{ from: '2021-07-19', until: '2021-08-13', version: 1, status: 'exact' }])
  expect((await json('/rosters/dinas-a')).overlapping).toEqual([])
  const notice = (await page('/sungai-uji/jadwal/dinas-a?tanggal=2021-07-16')).querySelector('.notice')
  expect(wordsOf(notice)).toContain('Buka jadwal 19 Juli–13 Agustus 2021')
  expect(notice?.querySelector('a')?.getAttribute('href')).toBe('?tanggal=2021-07-19')
  expect((await page('/sungai-uji/jadwal/dinas-a')).querySelector('.notice')).toBeNull()
})

test('a difference of more than a day is put down to what causes it, an acting post by its name', async () => {
  await using other = await serveRegion()
  const { db } = other.database
  const region = (await listRegions(db)).find(({ code }) => code === '63.98')!
  const plt = { position: 'kepala_dinas', echelon: 'II', unit: 'dinas-b', kind: 'plt', letter: '821/9/UJI' } as const
  const acting = [{ ...plt, employee: 'a2', from: null, until: '2021-08-11' as Day }]
  await as(db, { region: region.code, reach: 'region' }, (tx) =>
    saveFacts(tx, { acting }, { by: 'test', recorded: null }),
  )
  const period = { from: '2021-07-19' as Day, until: '2021-08-13' as Day }
  await publishRosters(db, region, { ...period, seed: 8, by: 'bkpsdm', published: '2021-07-21T07:00' })
  const fairnessIn = async (language: string) => {
    const { body } = await other.ask(`/sungai-uji/jadwal/dinas-a?bahasa=${language}`)
    return wordsOf(documentOf(body).querySelector('[aria-labelledby=adil]'))
  }
  const said = await fairnessIn('id')
  expect(said).toContain('Selisih lebih dari satu hari hanya karena jabatan Plt. kepala dinas, Dinas Beta.')
  expect(said).not.toContain('jumlah minimum layanan')
  expect(await fairnessIn('en')).toContain('comes only from the post of acting head of the dinas (Plt.), Dinas Beta.')
})

test('days that cannot be met are left open and named, the others are drawn and verified', async () => {
  const { db } = served.database
  await as(db, { region: '63.98', reach: 'region' }, (tx) =>
    tx.updateTable('service_minimum').set({ weekday: 'monday' }).where('unit_id', '=', 'dinas-b').execute(),
  )
  const region = (await listRegions(db)).find(({ code }) => code === '63.98')!
  const period = { from: '2021-07-19' as Day, until: '2021-08-13' as Day }
  const order = { ...period, seed: 8, by: 'bkpsdm', published: '2021-07-21T07:00' }
  expect(await publishRosters(db, region, order)).toEqual({ drawn: 2, partial: 1, infeasible: 0 })
  const roster = await json('/rosters/dinas-b')
  expect([roster.status, roster.version, roster.verified]).toEqual(['partial', 2, true])
  const mondays = ['2021-07-19', '2021-07-26', '2021-08-02', '2021-08-09']
  expect(roster.infeasible.map(({ dates }: { dates: string[] }) => dates)).toEqual([mondays])
  for (const { cells } of roster.people as Person[]) {
    const open = roster.days.filter((_: string, column: number) => cells[column]?.place === 'rotate')
    expect([[], mondays]).toContainEqual(open)
  }
  const document = await page('/sungai-uji/jadwal/dinas-b?tanggal=2021-07-26')
  expect(wordsOf(document.querySelector('.notice h2'))).toBe('4 dari 19 hari tidak dapat dipenuhi')
  expect(wordsOf(document.querySelector('.notice'))).toContain('Pada Senin 19, Senin 26 Juli 2021, Senin 2 dan Senin 9')
  expect([...document.querySelectorAll('tbody td[data-place=conflict]')].map(wordsOf)).toEqual(Array(12).fill('!'))
  const fairness = wordsOf(document.querySelector('[aria-labelledby=adil]'))
  expect(fairness).toContain('alasan hari yang terbuka benar')
  expect(fairness).toContain('Pada 4 hari yang dibiarkan terbuka tidak ada giliran yang dibagi.')
  const list = (await page('/sungai-uji/jadwal')).querySelector('tbody tr')
  expect(wordsOf(list)).toContain('4 hari tidak dapat dipenuhi')
})

test('a day that a newer roster leaves open has no place from an older one', async () => {
  const { db } = served.database
  await as(db, { region: '63.98', reach: 'region' }, (tx) =>
    tx.updateTable('service_minimum').set({ weekday: null }).where('unit_id', '=', 'dinas-b').execute(),
  )
  const region = (await listRegions(db)).find(({ code }) => code === '63.98')!
  const week = { from: '2021-07-26' as Day, until: '2021-07-30' as Day }
  const order = { ...week, seed: 8, by: 'bkpsdm', published: '2021-07-21T07:05' }
  expect(await publishRosters(db, region, order)).toEqual({ drawn: 1, partial: 0, infeasible: 1 })
  const turns = ({ people }: { people: Person[] }, column: number) =>
    people.flatMap(({ cells }) => (cells[column]?.fixed === false ? [cells[column].place] : []))
  const roster = await json('/rosters/dinas-b?date=2021-07-27')
  expect([roster.status, roster.days]).toEqual(['infeasible', expect.arrayContaining(['2021-07-27'])])
  expect(new Set(turns(roster, 1))).toEqual(new Set(['rotate']))
  const before = await json('/rosters/dinas-b?date=2021-07-20')
  expect(new Set(turns(before, before.days.indexOf('2021-07-22')))).toEqual(new Set(['office', 'home']))
  expect(new Set(turns(before, before.days.indexOf('2021-07-27')))).toEqual(new Set(['rotate']))
})

test('days whose quotas clash are left open, and the page names both documents', async () => {
  await using other = await serveRegion()
  const { db } = other.database
  const region = (await listRegions(db)).find(({ code }) => code === '63.98')!
  const source = sampleText(`
id: lebih-ramai
region: sungai-uji
number: 9/UJI
in_force: {from: 2021-07-26, until: 2021-07-27}
clauses:
  - {id: c1, kind: quota, who: {unit: [dinas-a]}, per: agency, place: office, amount: {min: 6}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:1"}`)
  const { doc } = parseCircular('contoh.yaml', source)
  if (!doc) throw new Error('The circular does not parse.')
  await as(db, { region: region.code, reach: 'region' }, (tx) =>
    fileCircular(tx, source, doc, { by: 'test', now: '2021-07-20T08:00' }),
  )
  const period = { from: '2021-07-19' as Day, until: '2021-08-13' as Day }
  const outcome = await publishRosters(db, region, { ...period, seed: 8, by: 'bkpsdm', published: '2021-07-21T07:00' })
  expect(outcome).toMatchObject({ partial: 1 })
  const seen = async (address: string) => documentOf((await other.ask(`/sungai-uji${address}`)).body)
  const roster = await seen('/jadwal/dinas-a')
  expect(wordsOf(roster.querySelector('.notice'))).toMatch(
    /Pada Senin 26 dan Selasa 27 Juli 2021 butir c1 .*9\/UJI meminta paling sedikit 6 orang di kantor, sedangkan butir c1 .*800\/7\/UJI membolehkan paling banyak 4\. Giliran tidak dibagi sampai salah satunya diubah\./,
  )
  expect(wordsOf(roster.querySelector('[aria-labelledby=adil]'))).toContain('alasan hari yang terbuka benar')
  const board = await seen('/opd/dinas-a?tanggal=2021-07-26')
  expect(wordsOf(board.querySelector('[aria-labelledby=kursi]'))).toContain('kuota bertentangan, tidak dapat dipenuhi')
  const person = await seen('/pegawai/a2?tanggal=2021-07-26')
  expect(wordsOf(person.querySelector('.notice'))).toContain('sedangkan butir c1')
  expect(wordsOf(person.querySelector('[aria-labelledby=kursi]'))).toMatch(
    /Kuota bertentangan.*paling sedikit 6.*paling banyak 4/,
  )
})
