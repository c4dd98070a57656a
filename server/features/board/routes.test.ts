import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { scriptInName, serveRegion } from '../../testing/served-region.ts'
import { fileCircular } from '../circular/service.ts'
import { saveFacts } from '../fact/service.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

interface OnBoard {
  readonly place: string
  readonly clause: readonly string[]
  readonly order: object | null
}

const api = '/api/v1/regions/63.98'
const json = async (address: string) => (await ask(`${api}${address}`)).json()
const page = async (address: string) => documentOf((await ask(address)).body)

test('the figures of the day: everybody is counted once, whoever no clause speaks of is counted as such', async () => {
  const day = await json('/day')
  expect(day).toMatchObject({
    date: '2021-07-21',
    known: '2021-07-21T07:30',
    kind: 'workday',
    without_decree: false,
    circulars: ['uji-2021-07'],
    // Alfa: head and three of five in turns; Beta: its head, the others wait; Gama: all three, its head ruled by nobody.
    total: {
      staff: 15,
      office: 8,
      home: 3,
      field: 0,
      leave: 1,
      off: 0,
      turns: 3,
      gap: 1,
      conflict: 0,
      undetermined: 0,
    },
  })
  const { staff, gap, ...places } = day.total
  expect(Object.values<number>(places).reduce((sum, count) => sum + count, 0)).toBe(staff)
  expect(gap).toBeLessThanOrEqual(places.office)
  for (const key of Object.keys(day.total))
    expect(day.agencies.reduce((sum: number, agency: Record<string, number>) => sum + (agency[key] ?? 0), 0)).toBe(
      day.total[key],
    )
  expect(day.agencies.map(({ unit, seats }: Record<string, unknown>) => [unit, seats])).toEqual([
    ['dinas-a', { min: 0, max: 4, clause: 'uji-2021-07/c1', excess: null }],
    ['dinas-b', { min: 0, max: 2, clause: 'uji-2021-07/c1', excess: null }],
    ['kantor-c', null],
  ])
  expect(day.questions).toEqual([
    {
      circular: 'uji-2021-07',
      question: 'q1',
      used: 'literal',
      answered: { by: 'bkpsdm', recorded: '2021-07-17T08:00' },
      blocks: 'none',
      moved: { literal: 0, office_c_at_home: 3 },
    },
  ])
})

test('the page of the day shows the same figures, the document in force and the open question', async () => {
  const document = await page('/sungai-uji')
  expect(wordsOf(document.querySelector('h1'))).toBe('Rabu, 21 Juli 2021')
  const stats = wordsOf(document.querySelector('.stats')).replaceAll(/(\d) /g, '$1')
  for (const words of ['Di kantor8dari 15', 'Di rumah3', 'Menunggu jadwal3', 'Belum diatur1'])
    expect(stats).toContain(words)
  expect(wordsOf(document.querySelector('[aria-labelledby=surat]'))).toContain('800/7/UJI')
  const agencies = wordsOf(document.querySelector('[aria-labelledby=opd]'))
  expect(agencies).toContain('Dinas Alfa4 orang, paling banyak 4')
  expect(agencies).toContain('Dinas Beta1 orang, paling banyak 2, tidak dapat dipenuhi pada hari ini')
  const questions = wordsOf(document.querySelector('[aria-labelledby=pertanyaan]'))
  expect(questions).toContain('seperti tertulis – bacaan yang dipakai')
  expect(questions).toMatch(/butir x1 \(penempatan\).*– berubah bagi 3 orang/)
})

test('a day that the published roster cannot meet is called so, with the way to the reason; before there is none', async () => {
  const document = await page('/sungai-uji')
  expect(wordsOf(document.querySelector('.stats'))).toContain(
    '3 di antaranya karena jadwal hari ini tidak dapat dipenuhi',
  )
  const roster = document.querySelector('[aria-labelledby=opd] a[href*="/jadwal/"]')
  expect(roster?.getAttribute('href')).toBe('/sungai-uji/jadwal/dinas-b?tanggal=2021-07-21')
  const board = await page('/sungai-uji/opd/dinas-b?bahasa=en')
  expect(wordsOf(board.querySelector('[aria-labelledby=kursi]'))).toMatch(/1 person, at most 2, infeasible on this day/)
  expect(board.querySelector('[aria-labelledby=kursi] a')?.getAttribute('href')).toContain('/jadwal/dinas-b?')
  expect(board.body.innerHTML).not.toContain('no roster yet')
  const row = [...board.querySelectorAll('tbody tr')].map(wordsOf).find((words) => words.includes('Pegawai b1'))
  expect(row).toContain('clause c2 (must); infeasible on this day')
  const { agencies } = await json('/day')
  expect(agencies.map(({ left_open }: { left_open: boolean }) => left_open)).toEqual([false, true, false])
  expect((await json('/agencies/dinas-b/day')).left_open).toBe(true)
  // Known, but no roster is out yet.
  const before = wordsOf(
    (await page('/sungai-uji/opd/dinas-b?per=2021-07-16')).querySelector('[aria-labelledby=kursi]'),
  )
  expect(before).toContain('jadwal belum ada')
  expect(before).not.toContain('tidak dapat dipenuhi')
})

test('why more sit than the quota lets in is said on every board and to machines', async () => {
  const day = '2021-07-23' as Day
  const boardOn = () => json(`/agencies/dinas-a/day?date=${day}`)
  const { people } = await boardOn()
  const atHome = people.find(({ place, clause }: OnBoard) => place === 'home' && clause.includes('c2'))
  const order = { employee: atHome.employee, day, do: 'recall', by: 'kepala_dinas', at: null, reason: null } as const
  await as(served.database.db, { region: '63.98', reach: 'region' }, (tx) =>
    saveFacts(tx, { overrides: [order] }, { by: 'test', recorded: null }),
  )
  const seats = { min: 0, max: 4, clause: 'uji-2021-07/c1', excess: { people: 1, recalled: 1, by_clause: 0 } }
  const board = await boardOn()
  expect([board.seats, board.total.office]).toEqual([seats, 5])
  expect((await json(`/day?date=${day}`)).agencies[0].seats).toEqual(seats)
  expect(board.people.filter((one: OnBoard) => one.order !== null)).toMatchObject([
    { employee: order.employee, place: 'office', order: { do: 'recall', by: 'kepala_dinas' } },
  ])
  for (const [address, section] of [
    ['/sungai-uji', 'opd'],
    ['/sungai-uji/opd/dinas-a', 'kursi'],
  ]) {
    const card = (await page(`${address}?tanggal=${day}`)).querySelector(`[aria-labelledby=${section}]`)
    expect(wordsOf(card)).toContain('5 orang, paling banyak 4: 1 orang lebih, karena dipanggil ke kantor')
    expect(card?.querySelector('.share')?.getAttribute('data-place')).toBe('office')
  }
  const person = await page(`/sungai-uji/pegawai/${order.employee}?tanggal=${day}`)
  expect(wordsOf(person.querySelector('[aria-labelledby=kursi]'))).toMatch(
    /5 \(1 orang lebih, karena dipanggil ke kantor\)/,
  )
})

test('a holiday is a day off for those with office days', async () => {
  const day = await json('/day?date=2021-07-20')
  expect([day.kind, day.total.office]).toEqual(['holiday', 0])
  expect(wordsOf((await page('/sungai-uji?tanggal=2021-07-20')).querySelector('.head'))).toContain(
    'Hari libur nasional',
  )
})

test('a year whose decree was not read says so', async () => {
  expect((await json('/day?date=2023-03-01')).without_decree).toBe(true)
  expect(wordsOf((await page('/sungai-uji?tanggal=2023-03-01')).querySelector('.notice'))).toMatch(/belum dibaca/)
})

test('the board of an agency: everybody with a place and the clause behind it', async () => {
  const board = await json('/agencies/dinas-a/day')
  expect(board.people).toHaveLength(8)
  const found = new Map<string, unknown[]>(
    board.people.map(({ employee, place, force, clause }: Record<string, unknown>) => [
      employee,
      [place, force, clause],
    ]),
  )
  expect(found.get('a0')).toEqual(['office', 'must', ['c3']])
  expect(found.get('a7')).toEqual(['home', 'must', []])
  expect(found.get('a6')).toEqual(['leave', 'default', []])
  const document = await page('/sungai-uji/opd/dinas-a')
  expect(document.querySelectorAll('tbody tr')).toHaveLength(8)
  const row = [...document.querySelectorAll('tbody tr')].map(wordsOf).find((words) => words.includes('Siti Kepala'))
  expect(row).toContain('butir c3 (wajib)')
})

test('a unit below an agency leads to the board of the agency, a name that is no unit to nothing', async () => {
  expect((await ask('/sungai-uji/opd/kantor-c%2Floket')).statusCode).toBe(200)
  for (const address of [
    '/sungai-uji/opd/kantor-c%2Fx',
    '/sungai-uji/jadwal/dinas-a%2Fx',
    `${api}/agencies/dinas-a%2Fx/day`,
  ])
    expect((await ask(address)).statusCode, address).toBe(404)
})

test('before the circular could be known nobody was ruled by it', async () => {
  const before = await json('/day?known=2021-07-15')
  expect([before.circulars, before.total.home, before.total.gap]).toEqual([[], 0, 14])
  const after = await json('/day?known=2021-07-16')
  expect(after.circulars).toEqual(['uji-2021-07'])
  // Known, but the rosters were not out yet: six take turns and wait.
  expect([after.total.home, after.total.turns]).toEqual([1, 8])
  const document = await page('/sungai-uji?per=2021-07-15')
  expect(wordsOf(document.querySelector('[aria-labelledby=surat]'))).toContain('Tidak ada surat yang berlaku')
  expect(wordsOf(document.querySelector('.head'))).toContain('diketahui per Kamis, 15 Juli 2021')
})

test('after its last day the circular rules nobody', async () => {
  expect((await json('/day?date=2021-08-31')).circulars).toEqual(['uji-2021-07'])
  expect((await json('/day?date=2021-09-01')).circulars).toEqual([])
})

test('a proposal is no law: only a simulation shows what it would do, and says that it is one', async () => {
  const law = await json('/day')
  const simulated = await json('/day?simulate=2021-07-21')
  expect(law.circulars).not.toContain('uji-usulan-2021-07')
  expect(simulated.circulars).toContain('uji-usulan-2021-07')
  expect([law.total.home, simulated.total.home]).toEqual([3, 6])
  const document = await page('/sungai-uji?simulasi=2021-07-21')
  expect(wordsOf(document.querySelector('.notice'))).toMatch(
    /^Simulasi: .*Ini bukan keputusan, dan keterangan pribadi tidak dilihat\.$/,
  )
  expect(document.querySelector('main table a')?.getAttribute('href')).toContain('simulasi=2021-07-21')
  const plain = await page('/sungai-uji')
  expect(plain.querySelector('.notice')).toBeNull()
  expect(wordsOf(plain.querySelector('main'))).toContain('Simulasi usulan')
  expect((await json('/employees/c1/decision?simulate=2021-07-21')).receipt.simulated).toBe(true)
})

test('where nothing is proposed there is nothing to simulate, and no page says so', async () => {
  const document = await page('/tetangga?simulasi=2021-07-21')
  expect(wordsOf(document.querySelector('main'))).not.toContain('Simulasi')
  const { receipt } = (await ask('/api/v1/regions/63.99/employees/t1/decision?simulate=2021-07-21')).json()
  expect(receipt.simulated).toBe(false)
})

test('a name with a script in it is text', async () => {
  for (const address of ['/sungai-uji/opd/dinas-a', '/sungai-uji/pegawai/a1']) {
    const { body } = await ask(address)
    expect(body).not.toContain('<script>')
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain(scriptInName)
  }
})

test('the data of one region never show in another', async () => {
  const other = await ask('/api/v1/regions/63.99/day')
  expect(other.json()).toMatchObject({ circulars: [], total: { staff: 1 }, questions: [] })
  const board = (await ask('/api/v1/regions/63.99/agencies/dinas-a/day')).json()
  expect(board.people.map(({ employee }: { employee: string }) => employee)).toEqual(['t1'])
  const own = await ask(`${api}/agencies/dinas-a/day`)
  expect(own.body).not.toContain('Tetangga')
  for (const address of ['/tetangga/pegawai/a1', '/sungai-uji/pegawai/t1', '/tetangga/opd/dinas-b'])
    expect((await ask(address)).statusCode).toBe(404)
})

test('what is known later than now is refused, with the time it is', async () => {
  const refused = await ask('/api/v1/regions/63.98/day?known=2021-07-21T07:31')
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid-input'])
  expect(refused.json().detail).toMatch(/sekarang 2021-07-21 07:30/)
  for (const path of ['', '/opd/dinas-a', '/pegawai/a1', '/jadwal', '/jadwal/dinas-a', '/layanan', '/edaran'])
    expect((await ask(`/sungai-uji${path}?per=2021-07-22`)).statusCode).toBe(400)
  // A refusal does not pretend to know what was asked.
  expect(wordsOf((await page('/sungai-uji?per=2021-07-22')).body)).not.toContain('Seperti diketahui')
  // Today means as far as it has gone.
  expect((await json('/day?known=2021-07-21')).known).toBe('2021-07-21T07:30')
})

test('a day to come is answered as known now', async () => {
  expect((await json('/day?date=2021-08-02')).known).toBe('2021-07-21T07:30')
  expect(wordsOf((await page('/sungai-uji/opd/dinas-a?tanggal=2021-08-02')).querySelector('.head'))).toContain(
    'diketahui per Rabu, 21 Juli 2021 07.30 WITA',
  )
})

test('the menu stays at the day and the knowledge that is looked at, and every page says which', async () => {
  const seen = await page('/sungai-uji/opd/dinas-a?tanggal=2021-07-19&per=2021-07-20T08:00&simulasi=2021-07-19')
  const asked = '?tanggal=2021-07-19&simulasi=2021-07-19&per=2021-07-20T08:00'
  const all = [...seen.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))
  // What belongs to whoever has signed in is about today, and stands before.
  const links = all.slice(-5)
  expect(links[0]).toBe('/sungai-uji?simulasi=2021-07-19&per=2021-07-20T08:00')
  const lawful = ['edaran', 'jadwal', 'layanan', 'situasi']
  expect(links.slice(1)).toEqual(lawful.map((section) => `/sungai-uji/${section}${asked}`))
  for (const link of links.slice(3)) {
    const open = await page(link ?? '')
    expect(wordsOf(open.body)).toMatch(/Seperti diketahui per 20 Juli 2021 08\.00\. Usulan tidak disimulasikan/)
  }
})

test('a reading that leaves other seats moves those who take turns for them', async () => {
  await using other = await serveRegion()
  const source = sampleText(`
id: lebih-sepi
region: sungai-uji
clauses:
  - {id: c1, kind: quota, who: {unit: [dinas-a]}, per: agency, place: office, amount: {max: 3}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:1"}
open_questions:
  - {id: q1, about: [clauses.c1], text: Tiga atau dua?, used: three, blocks: none, ask: bkpsdm, readings: [{id: three}, {id: two, set: {clauses.c1.amount: {max: 2}}}]}`)
  const { doc } = parseCircular('contoh.yaml', source)
  if (!doc) throw new Error('The circular does not parse.')
  await as(other.database.db, { region: '63.98', reach: 'region' }, (tx) =>
    fileCircular(tx, source, doc, { by: 'test', now: '2021-07-20T08:00' }),
  )
  const { questions } = (await other.ask('/api/v1/regions/63.98/day?date=2021-07-21')).json()
  const [question] = questions.filter(({ circular }: { circular: string }) => circular === 'lebih-sepi')
  expect(question.moved).toEqual({ three: 0, two: 5 })
})
