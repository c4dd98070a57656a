import { compareReceipts } from '@piket/domain/decision/receipt.ts'
import type { LeaveRecord } from '@piket/domain/staff/facts.ts'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { sha256 } from '../circular/service.ts'
import { saveFacts } from '../fact/service.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const api = '/api/v1/regions/63.98'
const json = async (address: string) => (await ask(`${api}${address}`)).json()
const page = async (address: string) => documentOf((await ask(address)).body)

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

test('somebody on leave is shown on leave, never why', async () => {
  expect((await ask('/sungai-uji/pegawai/a6')).body).not.toMatch(/annual|tahunan/i)
})

test('a person reads the clause that decides and the clause set aside', async () => {
  const document = await page('/sungai-uji/pegawai/a0')
  expect(document.querySelector('.hero')?.getAttribute('data-place')).toBe('office')
  expect(wordsOf(document.querySelector('h1'))).toMatch(/^Di kantor.*butir c3.*800\/7\/UJI/)
  // The document stands smaller behind the place.
  expect(wordsOf(document.querySelector('h1 .cited'))).toBe('Surat edaran 800/7/UJI.')
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
    const { body } = await ask(address)
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
  expect((await ask(link)).json()).toMatchObject({ row: { span: '10:00-24:00', override: { do: 'recall' } } })
  expect((await ask('/sungai-uji/pegawai/a7?pukul=25:00')).statusCode).toBe(400)
})

test('the receipt that is fetched is the one that is shown, also as known earlier and in a simulation', async () => {
  for (const query of ['?per=2021-07-19T05:00', '?per=2021-07-20&simulasi=2021-07-21', '']) {
    const document = await page(`/sungai-uji/pegawai/a1${query}`)
    const shown = wordsOf(document.querySelector('[aria-labelledby=resi] .code'))
    const link = document.querySelector('a[href*="resi.json"]')?.getAttribute('href') ?? ''
    served.moment = morning + 9 * 60_000
    expect((await ask(link)).json().sha256).toBe(shown)
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
  const response = await ask('/sungai-uji/pegawai/a7/resi.json?tanggal=2021-07-21')
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
