/** Journeys and looks, on the product as it is started by everybody, in a real browser. */
import { afterAll, describe, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const phone = { width: 360, height: 780 }
const desk = { width: 1280, height: 900 }
const slow = 60_000

describe('from the region to the clause', () => {
  test('region, agency, person, clause, circular', { timeout: slow }, async () => {
    await using page = await site.open('/', { viewport: desk })
    await page.getByRole('link', { name: 'Kotawaringin Timur' }).click()
    expect(await page.locator('h1').innerText()).toBe('Rabu, 21 Juli 2021')
    await page.locator('a[href*="/opd/disdukcapil?"]').click()
    expect(await page.locator('h1').innerText()).toMatch(/Kependudukan dan Pencatatan Sipil/)
    const first = page.locator('tbody a').first()
    const name = await first.innerText()
    await first.click()
    expect(await page.locator('.hero').innerText()).toContain(name)
    expect(await page.locator('.hero h1').innerText()).toMatch(/butir c\d/)
    const law = page.locator('blockquote.law a').first()
    const clause = (await law.getAttribute('href'))?.split('#')[1] ?? ''
    await law.click()
    expect(new URL(page.url()).pathname).toBe('/kotawaringin-timur/edaran/kotim-2021-07')
    expect(new URL(page.url()).hash).toBe(`#${clause}`)
    const target = page.locator(`[id="${clause}"]`)
    expect(await target.innerText()).toContain(clause)
    expect(await target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(desk.height)
    expect(await page.locator('[aria-labelledby=menimbang]').innerText()).toContain('klaster pegawai')
  })

  test('the receipt is a file that says what the page says', async () => {
    await using page = await site.open('/kotawaringin-timur/opd/disdukcapil', { viewport: desk })
    await page.locator('tbody a').first().click()
    const stated = await page.locator('[aria-labelledby=resi] .code').first().innerText()
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Unduh resi' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^resi-.+-2021-07-21\.json$/)
    const response = await page.request.get(download.url())
    expect((await response.json()).sha256).toBe(stated.trim())
  })
})

describe('rosters', () => {
  test('Disdukcapil of Kotawaringin Timur keeps its quota on every day, is fair and verified', {
    timeout: slow,
  }, async () => {
    await using page = await site.open('/kotawaringin-timur/jadwal/disdukcapil', { viewport: desk })
    const rows = page.locator('table.roster tfoot tr')
    const numbers = async (row: number) => (await rows.nth(row).locator('td:not(.last)').allInnerTexts()).map(Number)
    const [present, most] = [await numbers(0), await numbers(1)]
    expect(present.length).toBeGreaterThanOrEqual(18)
    expect(present.filter((count, day) => count > (most[day] ?? 0))).toEqual([])
    expect(present.filter((count) => count === 0)).toEqual([])
    const fairness = await page.locator('[aria-labelledby=adil]').innerText()
    const grid = await page.locator('table.roster tbody tr').allInnerTexts()
    const turns = grid
      .map((row) => row.split(/\s*\t\s*|\n/))
      .filter((cells) => !cells.includes('C') && /^\d+$/.test(cells.at(-1) ?? ''))
      .map((cells) => Number(cells.at(-1)))
    expect(turns.length).toBeGreaterThan(10)
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1)
    expect(fairness).toContain('tidak ada jadwal yang lebih merata')
    expect(fairness).toContain('tidak ada ketentuan yang dilanggar')
    await shot(page, 'jadwal-disdukcapil')
  })

  test('a district whose counter needs more than a quarter says why there is no roster, and what would help', async () => {
    await using page = await site.open('/kotawaringin-timur/jadwal/kecamatan-bukit-santuai', { viewport: desk })
    const notice = await page.locator('.notice[data-place=conflict]').innerText()
    expect(notice).toMatch(/butir c1.*menyisakan.*Perbaikan terkecil:/s)
    const fairness = await page.locator('[aria-labelledby=adil]').innerText()
    expect(fairness).toContain('hanya karena jabatan Plt. camat, Kecamatan Tualan Hulu')
  })

  test('who is called in was at home that morning, and the grid shows the call', async () => {
    await using page = await site.open('/kotawaringin-timur/jadwal/dinsos', { viewport: desk })
    const called = page.locator('tr:has(td[data-order=recall])')
    expect(await called.count()).toBe(2)
    expect(await called.first().locator('td[data-order=recall]').innerText()).toMatch(/^K\*.*pukul 09\.30/s)
    await called.first().getByRole('link').click()
    const parts = await page.locator('[aria-labelledby=pukul]').innerText()
    expect(parts).toMatch(/00\.00–09\.30\s*Rumah.*09\.30–24\.00\s*Kantor/s)
  })

  test('on a phone the grid gives way to the day, and scrolls inside itself', async () => {
    await using page = await site.open('/kotawaringin-timur/jadwal/disdukcapil', { viewport: phone })
    expect(await page.locator('.thin-only').isVisible()).toBe(true)
    expect(await page.locator('section.scroll').evaluate((grid) => grid.scrollWidth > grid.clientWidth)).toBe(true)
    expect(await overflowing(page)).toEqual([])
  })
})

describe('languages and ways in', () => {
  test.each([desk, phone])('the switch of language keeps the address, and the choice is kept: %o', async (viewport) => {
    await using page = await site.open('/kotawaringin-timur/opd/disdukcapil?tanggal=2021-07-22', { viewport })
    await page.getByRole('link', { name: 'English' }).click()
    const { pathname, searchParams } = new URL(page.url())
    expect([pathname, searchParams.get('tanggal')]).toEqual(['/kotawaringin-timur/opd/disdukcapil', '2021-07-22'])
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.locator('tbody a').first().click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.hero').innerText()).toContain('Thursday, 22 July 2021')
  })

  test('by keyboard: past the menu, to a link, and in', async () => {
    await using page = await site.open('/kotawaringin-timur', { viewport: desk })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-skip-link')
    expect(
      await page.locator('.ds-skip-link').evaluate((link) => link.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#isi')
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const link = document.activeElement
        return {
          main: link?.closest('main') !== null,
          href: link?.getAttribute('href') ?? '',
          outline: link ? getComputedStyle(link).outlineStyle : '',
        }
      })
      expect(focused.main).toBe(true)
      if (!focused.href.includes('/opd/')) continue
      expect(focused.outline).not.toBe('none')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/opd\//)
      return
    }
    expect.unreachable('No agency was reached by the Tab key.')
  })

  test('everything can be read and asked without script', async () => {
    await using page = await site.open('/kotawaringin-timur', { viewport: phone, javaScriptEnabled: false })
    await page.locator('input[type=date]').fill('2021-07-22')
    await page.getByRole('button', { name: 'Tampilkan' }).click()
    expect(await page.locator('h1').innerText()).toBe('Kamis, 22 Juli 2021')
    await page.locator('a[href*="/opd/disdukcapil?"]').click()
    await page.locator('tbody a').first().click()
    expect(await page.locator('.hero').innerText()).toContain('Kamis, 22 Juli 2021')
  })

  test('on a phone without script a teacher is found among thousands, by school and by name', async () => {
    await using page = await site.open('/kutai-kartanegara/opd/disdik', { viewport: phone, javaScriptEnabled: false })
    expect(await page.locator('tbody tr').count()).toBe(100)
    await page.locator('select[name=unit]').selectOption('disdik/smp-negeri-1-anggana')
    await page.getByRole('button', { name: 'Cari' }).click()
    expect(await page.locator('h1').innerText()).toBe('SMP Negeri 1 Anggana')
    const name = await page.locator('tbody a').last().innerText()
    await page.getByRole('searchbox').fill(name.split(',')[0] ?? '')
    await page.getByRole('button', { name: 'Cari' }).click()
    expect(await page.locator('tbody a').allInnerTexts()).toContain(name)
    await page.getByRole('link', { name: 'Dinas Pendidikan' }).first().click()
    expect(new URL(page.url()).pathname).toBe('/kutai-kartanegara/opd/disdik')
  })

  test('with script, another day shows as soon as it is chosen', async () => {
    await using page = await site.open('/kotawaringin-timur', { viewport: desk })
    await page.locator('input[type=date]').fill('2021-07-22')
    await page.waitForURL(/tanggal=2021-07-22/)
    expect(await page.locator('h1').innerText()).toBe('Kamis, 22 Juli 2021')
  })

  test('a search of services finds a unit by its name', async () => {
    await using page = await site.open('/paser/layanan?tanggal=2021-01-11', { viewport: phone })
    await page.getByRole('searchbox').fill('bencana')
    await page.getByRole('button', { name: 'Cari' }).click()
    expect(await page.locator('main').innerText()).toMatch(/Penanggulangan Bencana/)
  })

  test('printed, a page has no menu, and black stands on white', async () => {
    await using page = await site.open('/kotawaringin-timur/opd/disdukcapil', { viewport: desk, colorScheme: 'dark' })
    expect(await page.locator('header nav').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header nav').isVisible()).toBe(false)
    expect(await page.locator('form.day').isVisible()).toBe(false)
    expect(await page.locator('tbody').isVisible()).toBe(true)
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground)
  })

  test('the policy of the page stops nothing that the page needs', async () => {
    const context = await site.browser.newContext({ baseURL: site.address })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('requestfailed', (request) => complaints.push(request.url()))
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) complaints.push(response.url())
    })
    for (const address of ['/', '/kotawaringin-timur', '/kotawaringin-timur/jadwal/disdukcapil'])
      await page.goto(address)
    await context.close()
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
  })
})

describe('the daily report on a phone', () => {
  const report = '/kotawaringin-timur/laporan'
  /** Gives everything back that waits, so that the clerk has a form whatever an earlier run has sent. */
  async function returnAll() {
    await using page = await site.open('/kotawaringin-timur/laporan/tinjau', { as: 'Atasan langsung', viewport: phone })
    for (let left = await page.locator('article').count(); left > 0; left = await page.locator('article').count()) {
      const first = page.locator('article').first()
      await first.locator('summary').click()
      await first.locator('textarea').fill('Berapa berkas?')
      await first.getByRole('button', { name: /^Kembalikan/ }).click()
      await page.waitForURL(/selesai=1/)
    }
  }

  test('written without a signal, the page closed and opened again, it arrives once, with a photo', {
    timeout: slow,
  }, async () => {
    await returnAll()
    const words = `${Date.now()} akta diverifikasi.`
    await using page = await site.open(report, { as: 'Pegawai', viewport: phone })
    const context = page.context()
    await page.locator('textarea[name=hasil]').fill('Konsep')
    await page.getByText('Konsep tersimpan di ponsel ini.').waitFor()
    await page.reload()
    await expect.poll(() => page.locator('textarea[name=hasil]').inputValue()).toBe('Konsep')
    const photo = await page.screenshot({ type: 'png' })
    await page.locator('textarea[name=hasil]').fill(words)
    await page.locator('input[name=foto]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photo })
    await context.setOffline(true)
    await page.getByRole('button', { name: /Kirim/ }).click()
    await page.getByText('Tersimpan di ponsel ini, menunggu sinyal.').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Server sudah menerimanya')
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/kotawaringin-timur/akun')
    await again.getByText('1 catatan di ponsel ini belum terkirim.').waitFor()
    await again.goto(report)
    await again.waitForURL(/terkirim=ya/)
    expect(await again.locator('main').innerText()).toContain(words)
    const file = await again.request.get((await again.locator('a[href*="/berkas/"]').getAttribute('href')) ?? '')
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/jpeg'])
    const employee = /berkas\/([^/]+)/.exec(file.url())?.[1]
    const listed = await again.request.get(`/api/v1/regions/62.02/employees/${employee}/reports`)
    const sent = (await listed.json()).reports.filter(
      ({ report: one }: { report: { done: string } | null }) => one?.done === words,
    )
    expect(sent.length).toBe(1)
    await returnAll()
    await again.reload()
    expect(await again.locator('.notice:not(.offline-only)').first().innerText()).toContain('Berapa berkas?')
  })

  test('what is no photo is said at once, and nothing is lost', async () => {
    await using page = await site.open(report, { as: 'Pegawai', viewport: phone })
    await page.locator('textarea[name=hasil]').fill('Satu surat.')
    const buffer = Buffer.from('<html>a page that is called a photo</html>')
    await page.locator('input[name=foto]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
    await page.getByRole('button', { name: /Kirim/ }).click()
    await page.getByText('bukan foto atau PDF').waitFor()
    expect(await page.locator('textarea[name=hasil]').inputValue()).toBe('Satu surat.')
  })
})

const headOfAgency = 'Atasan langsung, Kepala perangkat daerah'

const pages = [
  ['beranda', '/'],
  ['hari-kotim', '/kotawaringin-timur'],
  ['hari-paser', '/paser'],
  ['hari-bontang', '/bontang'],
  ['hari-muara-selasih', '/muara-selasih'],
  ['simulasi-kukar', '/kutai-kartanegara?simulasi=2021-01-26'],
  ['opd', '/kotawaringin-timur/opd/disdukcapil'],
  ['opd-besar', '/kutai-kartanegara/opd/disdik'],
  ['opd-tanpa-hasil', '/kutai-kartanegara/opd/disdik%2Fsmp-negeri-1-anggana?cari=tidak-ada'],
  ['cari-pegawai', '/kotawaringin-timur/pegawai?cari=siti'],
  ['pegawai', ''],
  ['daftar-jadwal', '/kotawaringin-timur/jadwal'],
  ['jadwal', '/kotawaringin-timur/jadwal/disdukcapil'],
  ['jadwal-tidak-ada', '/kotawaringin-timur/jadwal/kecamatan-bukit-santuai'],
  ['daftar-edaran', '/paser/edaran'],
  ['edaran-kotim', '/kotawaringin-timur/edaran/kotim-2021-07'],
  ['edaran-bontang', '/bontang/edaran/bontang-2020-03'],
  ['edaran-usulan', '/kutai-kartanegara/edaran/kukar-2021-01'],
  ['layanan', '/paser/layanan?tanggal=2021-01-11'],
  ['daftar-kode', '/masalah'],
  ['kode', '/masalah/PKT-304'],
  ['tidak-ada', '/tidak/ada'],
  ['surat-tidak-ada', '/paser/edaran/tidak-ada'],
  ['laporan', '/kotawaringin-timur/laporan', 'Pegawai'],
  ['laporan-libur', '/kotawaringin-timur/laporan?tanggal=2021-07-20', 'Pegawai'],
  ['tinjau-laporan', '/kotawaringin-timur/laporan/tinjau', 'Atasan langsung'],
  ['tinjau-instansi', '/kotawaringin-timur/laporan/tinjau?semua=ya', headOfAgency],
  ['tugas', '/kotawaringin-timur/tugas', headOfAgency],
  ['pengumuman', '/kotawaringin-timur/pengumuman', 'BKPSDM'],
  ['tugas-pokok', '/kotawaringin-timur/tugas-pokok', 'BKPSDM'],
] as const

const looks = ([phone, desk] as const).flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
)

describe.each(looks)('at $viewport.width px, $colorScheme', (look) => {
  test.each(pages)(
    '%s does not scroll sideways and is clean under axe',
    { timeout: slow },
    async (name, address, role?) => {
      const options = { ...look, ...(role !== undefined && { as: role }) }
      await using page = await site.open(address || '/kotawaringin-timur/opd/disdukcapil', options)
      if (address === '') await page.locator('tbody a').first().click()
      await shot(page, `${name}-${look.viewport.width}-${look.colorScheme}`)
      expect(await overflowing(page)).toEqual([])
      expect(await axeFindings(page)).toEqual([])
    },
  )
})
