import { compareReceipts } from '@piket/domain/decision/receipt.ts'
import type { LeaveRecord } from '@piket/domain/staff/facts.ts'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { morning, scriptInName, serveRegion } from '../../testing/served-region.ts'
import { sha256 } from '../circular/service.ts'
import { saveFacts } from '../staff/service.ts'

const served = await serveRegion()
const { app } = served
afterAll(() => served[Symbol.asyncDispose]())

const api = '/api/v1/regions/63.98'
const json = async (address: string) => (await app.inject(`${api}${address}`)).json()
const page = async (address: string) => documentOf((await app.inject(address)).body)

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
    ['dinas-a', { min: 0, max: 4, clause: 'uji-2021-07/c1' }],
    ['dinas-b', { min: 0, max: 2, clause: 'uji-2021-07/c1' }],
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
  expect(questions).toContain('seperti tertulis – dipakai')
  expect(questions).toMatch(/butir x1 \(penempatan\).*– 3 orang/)
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

test('whose turn could not be drawn reads why, what applies meanwhile, whom to ask, and finds the roster', async () => {
  const document = await page('/sungai-uji/pegawai/b1')
  expect(wordsOf(document.querySelector('h1'))).toMatch(
    /^Giliran terbuka: jadwal hari ini tidak dapat dibagi \(butir c2/,
  )
  const notice = document.querySelector('.notice[data-place=conflict]')
  const told = wordsOf(notice)
  const [{ text_id: reason }] = (await json('/rosters/dinas-b')).infeasible
  for (const words of [reason, 'alasan itu benar', 'tidak menyebut pengganti', 'Rahma Kepala, kepala unit Dinas Beta'])
    expect(told).toContain(words)
  expect(notice?.querySelector('a')?.getAttribute('href')).toBe('/sungai-uji/jadwal/dinas-b?tanggal=2021-07-21')
  expect(wordsOf(document.querySelector('[aria-labelledby=kedepan]'))).toContain('terbuka')
  const { steps } = await json('/employees/b1/decision')
  expect(steps.find(({ step }: { step: string }) => step === 'left_open').text_en).toMatch(
    /^The published roster leaves this day open\. On .* one short\./,
  )
  // Nothing of it for somebody of the unit who is placed, and before the roster was out.
  for (const address of ['/sungai-uji/pegawai/b0', '/sungai-uji/pegawai/b1?per=2021-07-16'])
    expect((await page(address)).querySelector('.notice'), address).toBeNull()
})

test('an acting post is named with its letter and where, in the reasons, on the own board and on the other one', async () => {
  const document = await page('/sungai-uji/pegawai/c1')
  expect(wordsOf(document.querySelector('.hero'))).toContain('Plt. kepala dinas, Dinas Beta')
  const steps = wordsOf(document.querySelector('[aria-labelledby=langkah]'))
  expect(steps).toContain(
    'Menjabat Plt. kepala dinas, Dinas Beta (surat 821/9/UJI, sejak 1 Juli 2021, sampai 30 Juli 2021); jabatan itu dihitung seperti jabatan sendiri. Kursinya dihitung di unit sendiri, Kantor Gama.',
  )
  expect(steps).toMatch(/Butir c3 \(.*\) mengenai pegawai ini sebagai Plt\. kepala dinas, Dinas Beta\./)
  expect(steps).toMatch(/Butir c5 \(.*\) mengenai pegawai ini\./)
  const own = [...(await page('/sungai-uji/opd/kantor-c')).querySelectorAll('tbody tr')].map(wordsOf)
  expect(own.find((words) => words.includes('Pegawai c1'))).toContain('Plt. kepala dinas, Dinas Beta')
  const other = (await page('/sungai-uji/opd/dinas-b')).querySelector('[aria-labelledby=pejabat]')
  expect(wordsOf(other)).toMatch(/Pegawai c1.*Plt\. kepala dinas, Dinas Beta.*dihitung di unit sendiri, Kantor Gama/)
  expect(other?.querySelector('a')?.getAttribute('href')).toBe('/sungai-uji/pegawai/c1?tanggal=2021-07-21')
  const { people, acting_here } = await json('/agencies/dinas-b/day')
  expect(people.map(({ employee }: { employee: string }) => employee)).not.toContain('c1')
  const post = { kind: 'plt', position: 'kepala_dinas', unit: 'dinas-b', letter: '821/9/UJI' }
  expect(acting_here).toEqual([{ employee: 'c1', name: 'Pegawai c1', counted_in: 'kantor-c', ...post }])
  // After the last day of the letter nothing of it remains.
  const after = await page('/sungai-uji/pegawai/c1?tanggal=2021-08-02')
  expect(wordsOf(after.querySelector('main'))).not.toContain('Plt.')
  expect((await json('/agencies/dinas-b/day?date=2021-08-02')).acting_here).toEqual([])
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
  expect((await app.inject('/sungai-uji/opd/kantor-c%2Floket')).statusCode).toBe(200)
  for (const address of [
    '/sungai-uji/opd/kantor-c%2Fx',
    '/sungai-uji/jadwal/dinas-a%2Fx',
    `${api}/agencies/dinas-a%2Fx/day`,
  ])
    expect((await app.inject(address)).statusCode, address).toBe(404)
})

test('somebody on leave is shown on leave, never why', async () => {
  expect((await app.inject('/sungai-uji/pegawai/a6')).body).not.toMatch(/annual|tahunan/i)
})

test('a person reads the clause that decides and the clause set aside', async () => {
  const document = await page('/sungai-uji/pegawai/a0')
  expect(document.querySelector('.hero')?.getAttribute('data-place')).toBe('office')
  expect(wordsOf(document.querySelector('h1'))).toMatch(/^Di kantor.*butir c3.*800\/7\/UJI/)
  const rule = document.querySelector('[aria-labelledby=ketentuan]')
  const [law, lost] = [...(rule?.querySelectorAll('.law') ?? [])]
  expect(law?.querySelector('a')?.getAttribute('href')).toBe('/sungai-uji/edaran/uji-2021-07?tanggal=2021-07-21#c3')
  expect([law?.hasAttribute('data-lost'), lost?.hasAttribute('data-lost')]).toEqual([false, true])
  expect(lost?.querySelector('a')?.getAttribute('href')).toBe('/sungai-uji/edaran/uji-2021-07?tanggal=2021-07-21#c2')
  expect(wordsOf(lost ?? null)).toContain('dikesampingkan butir c3')
})

test('ids stay with machines: a question is told by its text, a document by its citation', async () => {
  const document = await page('/sungai-uji/pegawai/c0')
  expect(wordsOf(document.querySelector('[aria-labelledby=langkah]'))).toContain(
    'Bila pertanyaan "Apakah seluruh pegawai kantor C juga bergiliran?" dijawab lain',
  )
  const receipt = wordsOf(document.querySelector('[aria-labelledby=resi]'))
  expect(receipt).toContain('Surat edaran 800/7/UJI')
  expect(receipt).not.toContain('uji-2021-07')
})

test('an individual reason is named as one and never told, on no page and in no answer', async () => {
  for (const address of [
    '/sungai-uji/pegawai/a7',
    '/sungai-uji/pegawai/a7/resi.json',
    '/sungai-uji/opd/dinas-a',
    `${api}/employees/a7/decision`,
    `${api}/agencies/dinas-a/day`,
    // Whom the clause does not reach is not told so either: among many, who is not told would be found out.
    `${api}/employees/a0/decision`,
  ]) {
    const { body } = await app.inject(address)
    expect(body, address).not.toMatch(/\bc4\b|u:5|road_cut_off|terputus/)
  }
  const document = await page('/sungai-uji/pegawai/a7')
  expect(wordsOf(document.querySelector('h1'))).toMatch(/^Di rumah.*keterangan pribadi/)
  expect(wordsOf(document.querySelector('[aria-labelledby=ketentuan]'))).toContain('keterangan pribadi')
  const board = await page('/sungai-uji/opd/dinas-a')
  const row = [...board.querySelectorAll('tbody tr')].map(wordsOf).find((words) => words.includes('Pegawai a7'))
  expect(row).toContain('keterangan pribadi (wajib)')
  expect(wordsOf(document.querySelector('[aria-labelledby=kewajiban]'))).toMatch(/laporan pekerjaan.*atasan langsung/)
  expect(wordsOf(document.querySelector('[aria-labelledby=rantai]'))).toContain('Bupati')
})

test('a recall is told with who gave it, never why, and what held before it stays to be seen', async () => {
  const at = async (time: string) => page(`/sungai-uji/pegawai/a7?tanggal=2021-07-22&pukul=${time}`)
  const [early, late] = [await at('08:00'), await at('11:30')]
  expect([early, late].map((one) => one.querySelector('.hero')?.getAttribute('data-place'))).toEqual(['home', 'office'])
  expect(wordsOf(late.querySelector('[aria-labelledby=ketentuan]'))).toContain('Dipanggil ke kantor oleh kepala dinas.')
  expect(late.body.innerHTML).not.toContain('anggaran')
  const parts = late.querySelector('[aria-labelledby=pukul]')
  expect(wordsOf(parts)).toMatch(/00\.00–10\.00 ?Rumah.*10\.00–24\.00 ?Kantor.*kepala dinas/i)
  expect([...(parts?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual(
    ['00:00', '10:00'].map((time) => `?tanggal=2021-07-22&pukul=${time}`),
  )
  expect(wordsOf(late.querySelector('[aria-labelledby=kewajiban]'))).toMatch(/laporan pekerjaan.*pukul 00\.00–10\.00/)
  // On leave nobody looks for a clause.
  const board = await page('/sungai-uji/opd/dinas-a?tanggal=2021-07-22')
  const basis = (name: string) =>
    wordsOf(
      [...board.querySelectorAll('tbody tr')].find((row) => wordsOf(row).includes(name))?.lastElementChild ?? null,
    )
  expect([basis('Pegawai a6'), basis('Pegawai a7')]).toEqual(['–', 'Dipanggil ke kantor oleh kepala dinas.'])
  const link = late.querySelector('a[href*="resi.json"]')?.getAttribute('href') ?? ''
  expect((await app.inject(link)).json()).toMatchObject({ row: { span: '10:00-24:00', override: { do: 'recall' } } })
  expect((await app.inject('/sungai-uji/pegawai/a7?pukul=25:00')).statusCode).toBe(400)
})

test('the receipt that is fetched is the one that is shown, also as known earlier and in a simulation', async () => {
  for (const query of ['?per=2021-07-19T05:00', '?per=2021-07-20&simulasi=2021-07-21', '']) {
    const document = await page(`/sungai-uji/pegawai/a1${query}`)
    const shown = wordsOf(document.querySelector('[aria-labelledby=resi] .code'))
    const link = document.querySelector('a[href*="resi.json"]')?.getAttribute('href') ?? ''
    served.moment = morning + 9 * 60_000
    expect((await app.inject(link)).json().sha256).toBe(shown)
    served.moment = morning
    const back = document.querySelector('main a')?.getAttribute('href')
    for (const taken of query.slice(1).split('&')) expect(back).toContain(taken)
  }
})

test('whom no clause rules is told that, and works as usual', async () => {
  const { rows } = await json('/employees/c0/decision')
  expect(rows[0]).toMatchObject({ place: 'office', force: 'default', circular: null, clause: [] })
  expect(wordsOf((await page('/sungai-uji/pegawai/c0')).querySelector('[aria-labelledby=ketentuan]'))).toMatch(
    /tidak ada butir yang mengatur/,
  )
})

test('the receipt of a person derives again, and a changed one is found out', async () => {
  const response = await app.inject('/sungai-uji/pegawai/a7/resi.json?tanggal=2021-07-21')
  expect(response.headers['content-disposition']).toBe('attachment; filename="resi-a7-2021-07-21.json"')
  const receipt = response.json()
  expect(receipt).toMatchObject({ piket: 'receipt/1', region: '63.98', view: 'public' })
  const { receipt: again } = await json('/employees/a7/decision?date=2021-07-21')
  expect(again.sha256).toBe(receipt.sha256)
  expect(compareReceipts(receipt, again, sha256)).toEqual([])
  const altered = { ...receipt, row: { ...receipt.row, place: 'office' } }
  expect(compareReceipts(altered, again, sha256).map(({ field }) => field)).toEqual(['sha256', 'row.place'])
  expect(wordsOf((await page('/sungai-uji/pegawai/a7')).querySelector('[aria-labelledby=resi]'))).toContain(
    receipt.sha256,
  )
})

test('a receipt for the public says nothing of personal records, not even whether there are any', async () => {
  const recordsOf = async (employee: string, day = '2021-07-21') =>
    (await json(`/employees/${employee}/decision?date=${day}`)).receipt.records as { table: string; sha256: string }[]
  const [one, other] = [await recordsOf('a7'), await recordsOf('a0')]
  expect(one.map(({ table }) => table)).toEqual(other.map(({ table }) => table))
  const personalOf = async (employee: string, day: string) =>
    (await recordsOf(employee, day)).find(({ table }) => table === 'personal')?.sha256
  const seals = await Promise.all([
    personalOf('a0', '2021-07-21'),
    personalOf('a0', '2021-07-22'),
    personalOf('a1', '2021-07-21'),
    personalOf('a7', '2021-07-21'),
  ])
  expect(new Set(seals).size).toBe(4)
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
  const { receipt } = (await app.inject('/api/v1/regions/63.99/employees/t1/decision?simulate=2021-07-21')).json()
  expect(receipt.simulated).toBe(false)
})

test('a name with a script in it is text', async () => {
  for (const address of ['/sungai-uji/opd/dinas-a', '/sungai-uji/pegawai/a1']) {
    const { body } = await app.inject(address)
    expect(body).not.toContain('<script>')
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain(scriptInName)
  }
})

test('the data of one region never show in another', async () => {
  const other = await app.inject('/api/v1/regions/63.99/day')
  expect(other.json()).toMatchObject({ circulars: [], total: { staff: 1 }, questions: [] })
  const board = (await app.inject('/api/v1/regions/63.99/agencies/dinas-a/day')).json()
  expect(board.people.map(({ employee }: { employee: string }) => employee)).toEqual(['t1'])
  const own = await app.inject(`${api}/agencies/dinas-a/day`)
  expect(own.body).not.toContain('Tetangga')
  for (const address of ['/tetangga/pegawai/a1', '/sungai-uji/pegawai/t1', '/tetangga/opd/dinas-b'])
    expect((await app.inject(address)).statusCode).toBe(404)
})

test('what is known later than now is refused, with the time it is', async () => {
  const refused = await app.inject('/api/v1/regions/63.98/day?known=2021-07-21T07:31')
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid-input'])
  expect(refused.json().detail).toMatch(/sekarang 2021-07-21 07:30/)
  for (const path of ['', '/opd/dinas-a', '/pegawai/a1', '/jadwal', '/jadwal/dinas-a', '/layanan', '/edaran'])
    expect((await app.inject(`/sungai-uji${path}?per=2021-07-22`)).statusCode).toBe(400)
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

test('nobody finds out by an earlier knowledge time whose leave was recorded late', async () => {
  const late = { employee: 'c2', kind: 'sick', from: '2021-07-21', until: '2021-07-21', recorded: '2021-07-21T07:10' }
  await as(served.database.db, { region: '63.98', reach: 'region' }, (tx) =>
    saveFacts(tx, { leave: [late as LeaveRecord] }, { by: 'test', recorded: null }),
  )
  const before = await json('/employees/c2/decision?date=2021-07-21&known=2021-07-21T06:00')
  expect(before.rows[0]).toMatchObject({ place: 'leave', known: '2021-07-21T06:00' })
  expect(before.receipt).toMatchObject({ known: '2021-07-21T06:00', personal: '2021-07-21T07:30' })
  const board = await page('/sungai-uji/opd/kantor-c?per=2021-07-21T06:00')
  expect(wordsOf(board.querySelector('.head'))).toMatch(
    /per Rabu, 21 Juli 2021 06.00 WITA; keterangan pribadi .* sekarang/,
  )
  expect((await json('/employees/c2/decision?date=2021-07-21')).receipt.personal).toBeUndefined()
})

test("a simulation looks at nobody's individual attributes", async () => {
  const placed = async (query: string) => (await json(`/employees/a7/decision?date=2021-07-21${query}`)).rows[0]
  expect(await placed('')).toMatchObject({ place: 'home', clause: [] })
  expect(await placed('&simulate=2021-07-21')).toMatchObject({ clause: ['c2'] })
})

test('the menu stays at the day and the knowledge that is looked at, and every page says which', async () => {
  const seen = await page('/sungai-uji/opd/dinas-a?tanggal=2021-07-19&per=2021-07-20T08:00&simulasi=2021-07-19')
  const asked = '?tanggal=2021-07-19&simulasi=2021-07-19&per=2021-07-20T08:00'
  const links = [...seen.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))
  expect(links[0]).toBe('/sungai-uji?simulasi=2021-07-19&per=2021-07-20T08:00')
  expect(links.slice(1)).toEqual(['edaran', 'jadwal', 'layanan'].map((section) => `/sungai-uji/${section}${asked}`))
  const services = await page(links[3] ?? '')
  expect(wordsOf(services.body)).toMatch(/Seperti diketahui per 20 Juli 2021 08\.00\. Usulan tidak disimulasikan/)
})
