import { afterAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { ask } = served
afterAll(() => served[Symbol.asyncDispose]())

const pages = [
  ['the list of regions', '/'],
  ['the day of a region', '/sungai-uji'],
  ['the day of a simulation', '/sungai-uji?simulasi=2021-07-21'],
  ['the board of an agency', '/sungai-uji/opd/dinas-a'],
  ['the decision for a person', '/sungai-uji/pegawai/a7'],
  ['the list of rosters', '/sungai-uji/jadwal'],
  ['a roster', '/sungai-uji/jadwal/dinas-a'],
  ['a roster that cannot be', '/sungai-uji/jadwal/dinas-b'],
  ['the list of circulars', '/sungai-uji/edaran'],
  ['a circular', '/sungai-uji/edaran/uji-2021-07'],
  ['a proposal', '/sungai-uji/edaran/uji-usulan-2021-07'],
  ['the services', '/sungai-uji/layanan'],
  ['a region without circulars', '/tetangga'],
  ['the list of message codes', '/masalah'],
  ['a message code', '/masalah/PKT-701'],
  ['a refusal', '/tidak/ada'],
  ['a refusal of a region', '/sungai-uji/edaran/tidak-ada'],
] as const

test.each(pages)('%s is clean under axe, in both languages', async (_, address) => {
  for (const language of ['id', 'en']) {
    const { body } = await ask({ url: address, cookies: { bahasa: language } })
    expect(documentOf(body).documentElement.lang).toBe(language)
    expect(await axeFindings(body)).toEqual([])
  }
})

test.each(pages)('%s carries nothing that its policy refuses', async (_, address) => {
  const { headers, body } = await ask(address)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self';/)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(refusedByPolicy(body)).toEqual([])
  expect(body).not.toMatch(/<script>|undefined|\[object Object\]|NaN/)
})

test.each(pages)('%s stands in the frame: one heading, a way past the menu, the other language', async (_, address) => {
  const page = documentOf((await ask(address)).body)
  expect(page.querySelectorAll('h1')).toHaveLength(1)
  const [skip] = page.querySelectorAll('a')
  expect(page.querySelector(skip?.getAttribute('href') ?? '')?.tagName).toBe('MAIN')
  expect(page.querySelector('a[hreflang=en]')?.getAttribute('href')).toMatch(/bahasa=en$/)
})

test('the policy check itself finds what is planted', () => {
  expect(refusedByPolicy('<p style="color:red">a</p><b onclick="x()">b</b>')).toEqual(['P style', 'B onclick'])
  expect(refusedByPolicy('<script>1</script><a href="javascript:1">c</a>')).toEqual(['A href', '<script>'])
})

test('axe itself finds what is planted', async () => {
  const page = (await ask('/')).body.replace('<h1>', '<img src="x"><h1>')
  expect(await axeFindings(page)).toEqual(['image-alt: <img src="x">'])
})

test('regions by code, with their business day, and no inner counter', async () => {
  const regions = (await ask('/api/v1/regions')).json()
  expect(regions.map(({ code, slug, today }: Record<string, unknown>) => [code, slug, today])).toEqual([
    ['63.98', 'sungai-uji', '2021-07-21'],
    ['63.99', 'tetangga', '2021-07-21'],
  ])
  expect(regions[0]).not.toHaveProperty('revision')
})

test('half past midnight in Makassar is already the next day, while it is still yesterday in London', async () => {
  served.moment = Date.parse('2021-07-20T16:30:00Z')
  const [region] = (await ask('/api/v1/regions')).json()
  const day = (await ask('/api/v1/regions/63.98/day')).json()
  const page = documentOf((await ask('/sungai-uji')).body)
  served.moment = morning
  expect(region.today).toBe('2021-07-21')
  expect([day.date, day.known, day.kind]).toEqual(['2021-07-21', '2021-07-21T00:30', 'workday'])
  expect(wordsOf(page.querySelector('.head'))).toContain('Rabu, 21 Juli 2021')
  expect(wordsOf(page.querySelector('.head'))).toContain('00.30 WITA')
})

test('it says that it can serve, and which release it is', async () => {
  expect((await ask('/api/v1/health')).json()).toEqual({ status: 'ok', version: '0.0.0-test' })
})

test('the other language is one link away, at the same address, and is kept', async () => {
  const address = '/sungai-uji?tanggal=2021-07-22&simulasi=2021-07-21'
  const page = documentOf((await ask(address)).body)
  expect([page.documentElement.lang, wordsOf(page.querySelector('h1'))]).toEqual(['id', 'Kamis, 22 Juli 2021'])
  const link = page.querySelector('a[hreflang=en]')?.getAttribute('href') ?? ''
  expect(link).toBe('/sungai-uji?tanggal=2021-07-22&simulasi=2021-07-21&bahasa=en')
  const switched = await ask(link)
  expect(wordsOf(documentOf(switched.body).querySelector('h1'))).toBe('Thursday, 22 July 2021')
  const [cookie] = switched.cookies
  expect(cookie).toMatchObject({ name: 'bahasa', value: 'en', path: '/', sameSite: 'Lax' })
  const next = await ask({ url: '/sungai-uji/edaran', cookies: { bahasa: 'en' } })
  expect(wordsOf(documentOf(next.body).querySelector('h1'))).toBe('Circulars')
  const back = await ask({ url: '/sungai-uji?bahasa=id', cookies: { bahasa: 'en' } })
  expect(documentOf(back.body).documentElement.lang).toBe('id')
})

test.each([
  ['not-found', 404, '/api/v1/regions/00.00/day'],
  ['not-found', 404, '/api/v1/regions/63.98/agencies/tidak-ada/day'],
  ['not-found', 404, '/api/v1/regions/63.98/employees/tidak-ada/decision'],
  ['not-found', 404, '/api/v1/regions/63.98/rosters/tidak-ada'],
  ['not-found', 404, '/api/v1/regions/63.98/circulars/tidak-ada'],
  ['not-found', 404, '/api/v1/nothing'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?date=21-07-2021'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?date=2021-02-30'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?date=9999-12-31'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?date=0001-01-01'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?date=1999-12-31'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?date=2100-01-01'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?known=0001-01-01T07:00'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?datum=2021-07-21'],
  ['invalid-input', 400, '/api/v1/regions?region=63.98'],
  ['not-found', 404, '/api/v1/nothing?datum=2021-07-21'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?known=2021-99-99'],
  ['invalid-input', 400, '/api/v1/regions/63.98/day?known=2021-07-20T25:61'],
  ['invalid-input', 400, '/api/v1/regions/63.98/employees/a%00/decision'],
  ['invalid-input', 400, '/api/v1/%E0%A4%A'],
  ['invalid-input', 400, `/api/v1/regions/${'x'.repeat(5000)}/day`],
] as const)('%s, %i as problem+json: %s', async (code, status, address) => {
  const response = await ask(address)
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(response.json()).toMatchObject({ type: `/masalah/${code}`, title: code, status, code })
  const explained = await ask(response.json().type)
  expect([explained.statusCode, wordsOf(documentOf(explained.body).querySelector('h1'))]).toEqual([200, code])
})

test.each([
  ['not-found', 404, '/tidak-ada'],
  ['not-found', 404, '/sungai-uji/opd/tidak-ada'],
  ['not-found', 404, '/sungai-uji/pegawai/tidak-ada'],
  ['not-found', 404, '/sungai-uji/jadwal/tidak-ada'],
  ['not-found', 404, '/sungai-uji/edaran/tidak-ada'],
  ['not-found', 404, '/aset/../package.json'],
  ['invalid-input', 400, '/sungai-uji?tanggal=kemarin'],
  ['invalid-input', 400, '/sungai-uji?tanggal=0001-01-01'],
  ['invalid-input', 400, '/sungai-uji?simulasi=0001-01-01'],
  ['invalid-input', 400, '/sungai-uji?per=2021-02-30'],
  ['invalid-input', 400, '/sungai-uji/opd/dinas-a?tanggal=9999-12-31'],
  ['invalid-input', 400, '/sungai-uji/jadwal/dinas-a?hal=0'],
  ['invalid-input', 400, '/sungai-uji/pegawai/a%00'],
  ['invalid-input', 400, '/%E0%A4%A'],
  ['invalid-input', 400, `/sungai-uji/pegawai/${'x'.repeat(5000)}`],
  ['invalid-input', 400, `/sungai-uji/layanan?cari=${'x'.repeat(5000)}`],
] as const)('%s, %i as a page with a way on: %s', async (code, status, address) => {
  const response = await ask(address)
  const page = documentOf(response.body)
  expect(response.statusCode).toBe(status)
  expect(wordsOf(page.querySelector('.code'))).toBe(code)
  expect(waysOn(page)).toContain('/')
})

const waysOn = (page: ReturnType<typeof documentOf>) =>
  [...page.querySelectorAll('main li a')].map((link) => link.getAttribute('href'))

test.each([
  ['/tidak-ada', 'Tidak ada daerah bernama “tidak-ada” di sini.', ['/']],
  ['/tidak-ada/edaran/uji-2021-07', 'Tidak ada daerah bernama “tidak-ada” di sini.', ['/']],
  [
    '/sungai-uji/edaran/tidak-ada',
    'Pada waktu itu daerah ini tidak mengenal surat “tidak-ada”.',
    ['/sungai-uji/edaran', '/sungai-uji', '/'],
  ],
  [
    '/sungai-uji/edaran/tidak-ada/naskah.yaml',
    'Pada waktu itu daerah ini tidak mengenal surat “tidak-ada”.',
    ['/sungai-uji/edaran', '/sungai-uji', '/'],
  ],
  ['/sungai-uji/opd/tidak-ada', 'Tidak ada unit tidak-ada', ['/sungai-uji', '/']],
  ['/sungai-uji/apa/saja?tanggal=2021-07-21', 'Halaman tidak ditemukan', ['/sungai-uji', '/']],
  ['/sungai-uji?tanggal=kemarin', 'harus tanggal', ['/sungai-uji', '/']],
  ['/apa/saja', 'Halaman tidak ditemukan', ['/']],
] as const)('%s says what is not there, and leads to what is near', async (address, what, ways) => {
  const page = documentOf((await ask(address)).body)
  expect(wordsOf(page.querySelector('main'))).toContain(what)
  expect(waysOn(page)).toEqual(ways)
  expect(page.querySelector('header nav') !== null).toBe(ways.length > 1)
  for (const way of ways) expect((await ask(way)).statusCode).toBe(200)
})

test.each([
  ['application/json', 'application/problem+json'],
  ['application/problem+json, application/json;q=0.9', 'application/problem+json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
  ['application/json, text/html', 'text/html'],
  ['*/*', 'text/html'],
])('who takes %s is refused as %s', async (accept, type) => {
  for (const url of ['/sungai-uji/edaran/tidak-ada', '/apa/saja', '/sungai-uji/pegawai/x/resi.json']) {
    const { statusCode, headers } = await ask({ url, headers: { accept } })
    expect([statusCode, headers['content-type']]).toEqual([404, expect.stringContaining(type)])
    expect(headers.vary).toMatch(/\baccept\b(?!-)/)
  }
})

test('a machine is told which region or document is not there', async () => {
  const detailOf = async (address: string) => (await ask(`/api/v1/regions/${address}`)).json().detail
  expect(await detailOf('00.00/services')).toMatch(/“00\.00”.+ \/ There is no region called “00\.00” here\./)
  expect(await detailOf('63.98/circulars/x')).toMatch(/ \/ At that time the region knows no document “x”\./)
})

test.each([
  [
    '/sungai-uji?tanggal=kemarin',
    'Tanggal ("tanggal" pada alamat): harus tanggal di kalender dari 2000-01-01 sampai 2099-12-31, misalnya 2021-07-19',
    'Date ("tanggal" in the address): must be a day of the calendar from 2000-01-01 to 2099-12-31, such as 2021-07-19',
  ],
  [
    '/sungai-uji/pegawai/a7?pukul=7',
    'Jam ("pukul" pada alamat): harus jam dari 00:00 sampai 23:59, dua angka di kedua sisi, misalnya 07:30',
    'Time of day ("pukul" in the address): must be a time from 00:00 to 23:59, two digits on either side, such as 07:30',
  ],
  [
    `/sungai-uji/layanan?cari=${'x'.repeat(81)}`,
    '("cari" pada alamat): paling panjang 80 huruf',
    '("cari" in the address): at most 80 characters',
  ],
  [
    '/sungai-uji/jadwal/dinas-a?hal=0',
    'Nomor halaman ("hal" pada alamat): paling kecil 1',
    'Page number ("hal" in the address): at least 1',
  ],
  ['/sungai-uji/jadwal/dinas-a?hal=x', 'harus bilangan bulat', 'must be a whole number'],
  ['/sungai-uji?tanggal=2021-07-19&tanggal=2021-07-20', 'ditulis satu kali saja', 'is written once only'],
  ['/sungai-uji?bahasa=fr', 'harus salah satu dari id, en', 'must be one of id, en'],
  [
    '/sungai-uji/pegawai/a%00',
    'Nomor pegawai pada alamat: memuat huruf yang tidak',
    'Number of the employee in the address: holds characters',
  ],
  ['/%E0%A4%A', 'Alamat memuat tanda persen', 'The address holds a percent sign'],
  [`/${'x'.repeat(5000)}`, 'Satu bagian alamat terlalu panjang', 'A part of the address is too long'],
])('what is wrong with %s is said in the language of the reader', async (url, indonesian, english) => {
  expect(wordsOf(documentOf((await ask(url)).body).querySelector('main'))).toContain(indonesian)
  const { body } = await ask({ url, cookies: { bahasa: 'en' } })
  expect(wordsOf(documentOf(body).querySelector('main'))).toContain(english)
})

test('a program that misspells a parameter is told, and which ones there are', async () => {
  const { detail } = (await ask('/api/v1/regions/63.98/day?datum=2021-07-21&known=2021-07-21')).json()
  expect(detail).toBe(
    'datum: parameter tidak dikenal; yang dikenal: date, known, simulate / datum: unknown parameter; known are: date, known, simulate',
  )
})

test('a page takes what messengers add to a link', async () => {
  expect((await ask('/sungai-uji?tanggal=2021-07-22&fbclid=x&utm_source=wa')).statusCode).toBe(200)
})

test('the first and the last day that can be asked about are answered', async () => {
  for (const day of ['2000-01-01', '2099-12-31'])
    for (const address of ['', '/edaran', '/layanan', '/jadwal', '/opd/dinas-a', '/pegawai/a7', '/jadwal/dinas-a'])
      expect([200, 404]).toContain((await ask(`/sungai-uji${address}?tanggal=${day}`)).statusCode)
})

test('machines are told in both languages, Indonesian first', async () => {
  const { detail } = (await ask('/api/v1/regions/63.98/day?date=kemarin')).json()
  expect(detail).toMatch(/^date: harus tanggal .+ \/ date: must be a day of the calendar/)
})

test.each([
  ['POST', '/sungai-uji'],
  ['DELETE', '/sungai-uji/edaran/uji-2021-07'],
  ['PUT', '/favicon.ico'],
] as const)('%s to %s: the address is known, the method is not', async (method, url) => {
  const response = await ask({ method, url, payload: 'x', headers: { 'content-type': 'application/odd' } })
  expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD'])
  expect(wordsOf(documentOf(response.body).querySelector('.code'))).toBe('wrong-method')
})

test('a wrong method is a problem to machines, and no address stays none', async () => {
  const response = await ask({ method: 'POST', url: '/api/v1/regions/63.98/day?date=2021-07-21' })
  expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD'])
  expect(response.json()).toMatchObject({ code: 'wrong-method', status: 405 })
  expect((await ask({ method: 'POST', url: '/api/v1/nothing' })).statusCode).toBe(404)
  expect((await ask({ method: 'HEAD', url: '/sungai-uji' })).statusCode).toBe(200)
})

const appeal = '/sungai-uji/koreksi/11111111-1111-4111-8111-111111111111/banding'
const mine = 'http://localhost:80/sungai-uji/koreksi?tanggal=2021-07-21'

test('an address that only takes forms of no page says so, and leads to the page of the region', async () => {
  const { statusCode, headers, body } = await ask('/sungai-uji/keluar')
  const page = documentOf(body)
  expect([statusCode, headers.allow]).toEqual([405, 'POST'])
  expect(wordsOf(page.querySelector('main'))).toMatch(/hanya menerima isian.*Mulai dari halaman daerah/)
  expect(page.querySelector('main a[href="/sungai-uji"]')).not.toBeNull()
  expect(page.querySelector('.who')?.getAttribute('href')).toBe('/sungai-uji/masuk?ke=%2Fsungai-uji')
})

test('a program is told the method of an address that only takes forms', async () => {
  const { statusCode, headers } = await ask({ url: appeal, headers: { accept: 'application/json' } })
  expect([statusCode, headers.allow]).toEqual([405, 'POST'])
})

test.each([
  ['the page it was sent from', mine, '/sungai-uji/koreksi?tanggal=2021-07-21'],
  ['the start of the region', undefined, '/sungai-uji'],
])('a form whose sender is signed out leads, by signing in, to %s', async (_, referer, back) => {
  const { statusCode, body } = await served.app.inject({
    method: 'POST',
    url: appeal,
    headers: { ...(referer && { referer }) },
  })
  const page = documentOf(body)
  const href = `/sungai-uji/masuk?${new URLSearchParams({ ke: back })}`
  expect(statusCode).toBe(401)
  expect(wordsOf(page.querySelector('main'))).toContain('Isian Anda belum terkirim, dan masih ada')
  expect(wordsOf(page.querySelector(`main a[href="${href}"]`))).toBe('Masuk di Kabupaten Sungai Uji')
  expect(page.querySelector('.who')?.getAttribute('href')).toBe(href)
})

test('a form with a field that cannot be accepted comes back with what it says of itself, and leads on as before', async () => {
  const number = 'x'.repeat(61)
  const { statusCode, body } = await ask({
    method: 'POST',
    url: '/sungai-uji/masuk',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      referer: 'http://localhost:80/sungai-uji/masuk?ke=%2Fsungai-uji%2Fsaya',
    },
    payload: `nip=${number}&ke=%2Fsungai-uji%2Fsaya`,
  })
  const main = documentOf(body).querySelector('main')
  expect(statusCode).toBe(400)
  expect(wordsOf(main)).toContain('NIP: paling panjang 60 huruf; Kata sandi: belum diisi.')
  expect(wordsOf(main)).not.toContain('alamat')
  expect(main?.querySelector('input[name="nip"]')?.getAttribute('value')).toBe(number)
  expect(main?.querySelector('input[name="ke"]')?.getAttribute('value')).toBe('/sungai-uji/saya')
})

test('a browser that asks for an icon gets one', async () => {
  const response = await ask('/favicon.ico')
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'image/svg+xml'])
})

test.each([
  ['application/json', '{"nomor":"1"}'],
  ['application/json', '{'],
  ['application/xml', '<nomor>1</nomor>'],
  ['text/plain', 'nomor=1'],
])('an address of a form says so to a body of %s: %s', async (type, payload) => {
  for (const language of ['id', 'en']) {
    const url = `/sungai-uji/pengaduan?bahasa=${language}`
    const response = await ask({ method: 'POST', url, headers: { 'content-type': type }, payload })
    expect([response.statusCode, wordsOf(documentOf(response.body).querySelector('.code'))]).toEqual([
      415,
      'form-expected',
    ])
    expect(response.body).toContain(language === 'id' ? 'Alamat ini menerima isian' : 'This address takes a form')
  }
})
