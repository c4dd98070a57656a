import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLargeAgency } from '../../testing/large-agency.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
beforeAll(() => addLargeAgency(served.database.db, region))

const page = async (address: string) => documentOf((await ask(address)).body)
const json = async (address: string) => (await ask(`/api/v1/regions/${region}${address}`)).json()
const board = (document: Awaited<ReturnType<typeof page>>) => document.querySelector('[aria-labelledby=papan]')
const names = (document: Awaited<ReturnType<typeof page>>) =>
  [...document.querySelectorAll('[aria-labelledby=papan] tbody th')].map(wordsOf)
const linksOf = (document: Awaited<ReturnType<typeof page>>, within = 'main') =>
  [...document.querySelectorAll(`${within} a`)].map((link) => link.getAttribute('href') ?? '')

test('a large board shows a hundred people a page, and counts everybody on each', async () => {
  const pages = await Promise.all([1, 2, 3].map((number) => page(`/sungai-uji/opd/disdik?hal=${number}`)))
  expect(pages.map((one) => names(one).length)).toEqual([100, 100, 26])
  expect(new Set(pages.flatMap(names)).size).toBe(226)
  expect(names(await page('/sungai-uji/opd/disdik?hal='))).toEqual(names(pages[0] as never))
  for (const one of pages) expect(wordsOf(board(one))).toContain('226 pegawai Dinas Pendidikan')
  expect(wordsOf(board(pages[0] as never))).toContain('Halaman 1 dari 3')
  expect(linksOf(pages[1] as never, 'nav')).toEqual(
    expect.arrayContaining(['?tanggal=2021-07-21&hal=1', '?tanggal=2021-07-21&hal=3']),
  )
})

test.each([
  ['/sungai-uji/opd/disdik?hal=99', 'Tidak ada halaman 99: yang terakhir halaman 3.'],
  ['/sungai-uji/opd/disdik?hal=4&cari=siti', 'Tidak ada halaman 4: yang terakhir halaman 1.'],
  ['/sungai-uji/pegawai?cari=budi&hal=4', 'Tidak ada halaman 4: yang terakhir halaman 3.'],
  ['/sungai-uji/jadwal/disdik?hal=5', 'Tidak ada halaman 5: yang terakhir halaman 4.'],
  [`/api/v1/regions/${region}/agencies/disdik/day?page=4`, 'There is no page 4: page 3 is the last.'],
  [`/api/v1/regions/${region}/employees?search=budi&page=4`, 'There is no page 4: page 3 is the last.'],
])('beyond the last page nothing is found, and the last one is named: %s', async (address, words) => {
  const { statusCode, body } = await ask(address)
  expect(statusCode).toBe(404)
  expect(body).toContain(words)
})

test.each([
  ['0', 'page: paling kecil 1 / page: at least 1'],
  ['-100000000000000000000', 'page: paling kecil 1 / page: at least 1'],
  ['100000000000000000000', 'page: paling besar 10000 / page: at most 10000'],
  ['1e2', 'page: harus bilangan bulat / page: must be a whole number'],
  ['1.5', 'page: harus bilangan bulat / page: must be a whole number'],
  ['huge', 'page: harus bilangan bulat / page: must be a whole number'],
])('a page number %s breaks one rule, and is told that one', async (written, detail) => {
  const response = await ask(`/api/v1/regions/${region}/agencies/disdik/day?page=${written}`)
  expect([response.statusCode, response.json().detail]).toEqual([400, detail])
})

test('a small board stays on one page, without a choice of units that it does not have', async () => {
  const document = await page('/sungai-uji/opd/dinas-a')
  expect(names(document)).toHaveLength(8)
  expect(document.querySelector('nav[aria-label^=Halaman]')).toBeNull()
  expect(document.querySelector('select')).toBeNull()
  expect(wordsOf(board(document))).toContain('8 pegawai Dinas Alfa')
})

test('the counts of a board add up to its people', async () => {
  const { total } = await json('/agencies/disdik/day')
  expect(total).toMatchObject({ staff: 226, office: 226, gap: 226 })
  expect(wordsOf(board(await page('/sungai-uji/opd/disdik')))).toMatch(
    /Di kantor: 226 \(di antaranya 226 belum diatur\)/,
  )
  const document = await page('/sungai-uji/opd/dinas-a')
  expect(wordsOf(board(document)?.querySelector('.legend') ?? null)).toMatch(
    /Di kantor: 4.*Di rumah: 3.*Cuti dan belajar: 1/,
  )
})

test('people are found by parts of their name, in any case, order and spelling of the apostrophe', async () => {
  for (const search of ['siti', 'SITI', 'marufah siti', 'ma’ruf']) {
    const document = await page(`/sungai-uji/opd/disdik?cari=${encodeURIComponent(search)}`)
    expect(names(document), search).toHaveLength(7)
    expect(wordsOf(board(document))).toContain('7 dari 226 pegawai Dinas Pendidikan')
    expect(document.querySelector('input[type=search]')?.getAttribute('value')).toBe(search)
  }
  // What is looked for stays with the day, the pages and the language.
  const document = await page('/sungai-uji/opd/disdik?cari=budi&per=2021-07-21&simulasi=2021-07-21')
  const kept = linksOf(document).filter((link) => /^\?/.test(link))
  expect(kept.length).toBeGreaterThan(2)
  for (const link of kept) for (const part of ['cari=budi', 'per=2021-07-21', 'simulasi=']) expect(link).toContain(part)
  expect(document.querySelector('.tongue')?.getAttribute('href')).toContain('cari=budi')
  const [day, search] = [...document.querySelectorAll('main form')].map((form) =>
    [...form.querySelectorAll('[name]')].map((field) => field.getAttribute('name')),
  )
  expect(day).toEqual(expect.arrayContaining(['tanggal', 'cari', 'per', 'simulasi']))
  expect(search).toEqual(expect.arrayContaining(['tanggal', 'cari', 'unit', 'per', 'simulasi']))
})

test('too little to look for finds nobody, and says how much to write', async () => {
  for (const address of ["/sungai-uji/opd/disdik?cari=o'", '/sungai-uji/pegawai?cari=s.']) {
    const document = await page(address)
    expect(document.querySelectorAll('tbody tr'), address).toHaveLength(0)
    const main = wordsOf(document.querySelector('main'))
    expect(main, address).toContain('Tulis sedikitnya dua huruf dari nama')
    expect(main, address).not.toContain('Tidak ada pegawai bernama')
  }
  expect(linksOf(await page("/sungai-uji/opd/disdik?cari=o'"), '[aria-labelledby=papan]')).toEqual([
    '?tanggal=2021-07-21',
  ])
  for (const address of ["/agencies/disdik/day?search=o'", '/employees?search=s.']) {
    const { statusCode, body } = await ask(`/api/v1/regions/${region}${address}`)
    expect([statusCode, JSON.parse(body).detail], address).toEqual([
      400,
      expect.stringContaining('sedikitnya dua huruf atau angka'),
    ])
  }
})

test('who is not found is said, with what to do next', async () => {
  const document = await page('/sungai-uji/opd/disdik%2Fsd-2?cari=Zulkarnain')
  expect(names(document)).toEqual([])
  expect(wordsOf(board(document))).toMatch(/Tidak ada .*“Zulkarnain”.*sebagian nama/)
  expect(linksOf(document, '[aria-labelledby=papan]')).toEqual(
    expect.arrayContaining([
      '?tanggal=2021-07-21',
      '/sungai-uji/opd/disdik?tanggal=2021-07-21&cari=Zulkarnain',
      '/sungai-uji/pegawai?tanggal=2021-07-21&cari=Zulkarnain',
    ]),
  )
  const unit = await page('/sungai-uji/opd/disdik%2Fkosong')
  expect(wordsOf(board(unit))).toContain('Tidak ada pegawai yang ditempatkan di Unit Kosong')
})

test('a unit has its own name, people and counts, and a way up', async () => {
  const document = await page('/sungai-uji/opd/disdik%2Fsmp-1')
  expect(wordsOf(document.querySelector('h1'))).toBe('SMP Negeri 1')
  expect(wordsOf(board(document))).toContain('120 pegawai SMP Negeri 1')
  expect(linksOf(document, '[aria-label="Unit di atasnya"]')).toEqual(['/sungai-uji/opd/disdik?tanggal=2021-07-21'])
  const below = await page('/sungai-uji/opd/disdik%2Fsmp-1%2Ftata-usaha')
  expect(names(below)).toHaveLength(4)
  expect(linksOf(below, '[aria-label="Unit di atasnya"]')).toEqual([
    '/sungai-uji/opd/disdik?tanggal=2021-07-21',
    '/sungai-uji/opd/disdik%2Fsmp-1?tanggal=2021-07-21',
  ])
  // A quota counts a whole agency: the board of a part says whose seats they are.
  expect(wordsOf((await page('/sungai-uji/opd/kantor-c%2Floket')).querySelector('[aria-labelledby=kursi]'))).toContain(
    'Kantor Gama',
  )
})

test('a unit is chosen from the tree with its counts, without script', async () => {
  const document = await page('/sungai-uji/opd/disdik%2Fsd-2')
  const options = [...document.querySelectorAll('select[name=unit] option')]
  expect(options.map((option) => [option.getAttribute('value'), wordsOf(option)])).toEqual([
    ['disdik', 'Semua unit (226)'],
    ['disdik/sd-2', 'SD Negeri 2 (105)'],
    ['disdik/smp-1', 'SMP Negeri 1 (120)'],
    ['disdik/smp-1/tata-usaha', '– Tata Usaha SMP Negeri 1 (4)'],
  ])
  expect(options.filter((option) => option.hasAttribute('selected')).map((one) => one.getAttribute('value'))).toEqual([
    'disdik/sd-2',
  ])
  const chosen = await ask('/sungai-uji/opd/disdik?tanggal=2021-07-21&cari=budi&unit=disdik%2Fsmp-1')
  expect([chosen.statusCode, chosen.headers.location]).toEqual([
    302,
    '/sungai-uji/opd/disdik%2Fsmp-1?tanggal=2021-07-21&cari=budi',
  ])
})

test('machines get the same: a unit, a search, a page and the count of all', async () => {
  const all = await json('/agencies/disdik/day')
  expect(all).toMatchObject({ unit: 'disdik', agency: 'disdik', total: { staff: 226 }, page: 1, pages: 3 })
  expect(all.people).toHaveLength(100)
  expect(all.units).toEqual([
    { unit: 'disdik/sd-2', name: 'SD Negeri 2', staff: 105 },
    { unit: 'disdik/smp-1', name: 'SMP Negeri 1', staff: 120 },
    { unit: 'disdik/smp-1/tata-usaha', name: 'Tata Usaha SMP Negeri 1', staff: 4 },
  ])
  const last = await json('/agencies/disdik/day?page=3')
  expect([last.page, last.people.length]).toEqual([3, 26])
  const school = await json('/agencies/disdik%2Fsmp-1/day?search=siti')
  expect(school).toMatchObject({ unit: 'disdik/smp-1', agency: 'disdik', name: 'SMP Negeri 1', total: { staff: 4 } })
  expect(school.people.map(({ name, unit }: { name: string; unit: string }) => [name, unit])).toContainEqual([
    "Siti Ma'rufah t0, S.Pd.",
    'disdik/smp-1/tata-usaha',
  ])
  expect((await json('/agencies/disdik%2Fsmp-1/day?search=zzz')).people).toEqual([])
})

test('a region is searched by name: everybody found, with place, agency and a way to their page', async () => {
  const start = await page('/sungai-uji?per=2021-07-21')
  const form = start.querySelector('form[action="/sungai-uji/pegawai"]')
  expect([...(form?.querySelectorAll('[name]') ?? [])].map((one) => one.getAttribute('name'))).toEqual([
    'cari',
    'tanggal',
    'per',
  ])
  const document = await page('/sungai-uji/pegawai?tanggal=2021-07-21&cari=siti')
  expect(wordsOf(document.querySelector('main'))).toContain('8 dari 241 pegawai')
  const rows = [...document.querySelectorAll('tbody tr')]
  const head = rows.find((row) => wordsOf(row).startsWith('Siti Kepala'))
  expect(wordsOf(head ?? null)).toMatch(/Kantor.*Dinas Alfa/)
  expect([...(head?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
    '/sungai-uji/pegawai/a0?tanggal=2021-07-21',
    '/sungai-uji/opd/dinas-a?tanggal=2021-07-21',
  ])
  const many = await page('/sungai-uji/pegawai?cari=budi')
  expect(many.querySelectorAll('tbody tr')).toHaveLength(100)
  expect(linksOf(many)).toContain('?tanggal=2021-07-21&cari=budi&hal=2')
  expect(wordsOf((await page('/sungai-uji/pegawai?cari=zzz')).querySelector('main'))).toMatch(/Tidak ada .*“zzz”/)
  expect((await page('/sungai-uji/pegawai')).querySelector('tbody')).toBeNull()
})

test('a search of a region finds nobody of another, and tells no individual reason', async () => {
  const { total, people } = await json('/employees?search=pegawai')
  expect(total.staff).toBe(people.length)
  expect(JSON.stringify(people)).not.toContain('Tetangga')
  expect((await ask('/api/v1/regions/63.99/employees?search=siti')).json()).toMatchObject({
    total: { staff: 0 },
    people: [],
  })
  const found = people.find(({ employee }: { employee: string }) => employee === 'a7')
  expect(found).toEqual({
    employee: 'a7',
    name: 'Pegawai a7',
    title: null,
    unit: 'dinas-a',
    place: 'home',
    force: 'must',
    circular: 'uji-2021-07',
    clause: [],
    order: null,
    acting: [],
    left_open: false,
  })
  const forgotten = await ask(`/api/v1/regions/${region}/employees`)
  expect([forgotten.statusCode, forgotten.json().detail]).toEqual([
    400,
    expect.stringContaining('search: bagian dari nama'),
  ])
  expect((await ask(`/api/v1/regions/${region}/employees?search=%20`)).statusCode).toBe(400)
})

test('the pages are clean under axe and the policy, in both languages', async () => {
  for (const address of [
    '/sungai-uji/opd/disdik?hal=2',
    '/sungai-uji/opd/disdik%2Fsmp-1?cari=siti',
    '/sungai-uji/opd/disdik%2Fsmp-1?cari=zzz&bahasa=en',
    '/sungai-uji/pegawai?cari=siti',
    '/sungai-uji/pegawai?bahasa=en',
  ]) {
    const { body } = await ask(address)
    expect(await axeFindings(body), address).toEqual([])
    expect(refusedByPolicy(body), address).toEqual([])
  }
})
