/** The morning of a head: people who work at home are called, answer and come, the silent are told again, the day is stated. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

/** Ten minutes past nine in Sampit: a call of that morning leaves time to come. */
const site = await openSite({}, Date.parse('2027-03-10T09:10:00+07:00'))
afterAll(() => site[Symbol.asyncDispose]())

const phone = { viewport: { width: 360, height: 780 } }
const region = '/kotawaringin-timur'

async function looksRight(page: Page, name: string) {
  expect(await overflowing(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await shot(page, name)
}

const card = (board: Page, name: string) => board.locator('.list > li').filter({ hasText: name })
const state = (board: Page, name: string) => card(board, name).locator('.place').first().innerText()

test('a head calls two people at home; one answers and comes, the silent one is told by WhatsApp', {
  timeout: 180_000,
}, async () => {
  await using clerk = await site.open(`${region}/saya`, { as: 'Pegawai', ...phone })
  const name = (await clerk.locator('.who').innerText()).trim()
  expect(await clerk.locator('.hero h1').innerText()).toBe('Anda bekerja di rumah')

  await using board = await site.open(`${region}/panggilan`, { as: 'Atasan langsung, Kepala perangkat daerah' })
  await looksRight(board, 'recall-board-empty')
  const people = board.getByRole('group', { name: 'Siapa' }).getByRole('checkbox')
  const own = board.getByRole('checkbox', { name, exact: true })
  const others = (
    await people.evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.innerText ?? ''))
  ).filter((other) => other !== name)
  const [silent = ''] = others
  await own.check()
  await board.getByRole('checkbox', { name: silent, exact: true }).check()
  await board.getByRole('radio', { name: 'Layanan mendesak' }).check()
  await board.getByLabel('Di mana').fill('Loket 2')
  await board.getByLabel('Hadir paling lambat pukul').fill('10:30')
  await board.getByRole('button', { name: 'Panggil', exact: true }).click()
  expect(await board.locator('#panggilan').innerText()).toBe('2 panggilan hari ini')
  expect([await state(board, name), await state(board, silent)]).toEqual(['Belum menjawab', 'Belum menjawab'])

  // What is heard by telephone is mended by the person's own word.
  await card(board, name).locator('summary', { hasText: 'Jawaban lewat telepon' }).click()
  await card(board, name).getByLabel('Kata pegawai').fill('Jalan putus')
  await card(board, name)
    .getByRole('button', { name: /^Berhalangan/ })
    .click()
  expect(await state(board, name)).toBe('Berhalangan')
  await board.setViewportSize(phone.viewport)
  await looksRight(board, 'recall-heard-board-360')
  await board.setViewportSize({ width: 1280, height: 800 })

  await clerk.reload()
  expect(await clerk.locator('[data-recall] [role=status]').innerText()).toContain('dari telepon')
  await looksRight(clerk, 'recall-heard-own-360')
  expect(await clerk.locator('[data-recall] h2').innerText()).toBe('Anda dipanggil ke kantor')
  expect((await clerk.locator('main > *:not(.offline-only)').first().getAttribute('data-recall'))?.length).toBe(36)
  await looksRight(clerk, 'recall-own-360')
  const kept = () => clerk.waitForResponse((response) => response.url().endsWith('/check-ins'))
  const answered = kept()
  await clerk.getByRole('button', { name: 'Siap berangkat' }).click()
  expect((await answered).status()).toBe(201)
  await expect
    .poll(() => clerk.locator('[data-recall] [role=status]').innerText())
    .toBe('Anda menjawab: siap berangkat.')
  const asked = () => clerk.locator('[data-recall]').locator('button, summary, [data-heard]').filter({ visible: true })
  expect(await asked().allInnerTexts()).toEqual(['Berhalangan'])
  await board.reload()
  expect(await state(board, name)).toBe('Siap hadir')

  // An own no can be taken back, also before the page is loaded again.
  await clerk.locator('[data-recall] summary').click()
  await clerk.locator('[data-recall]').getByLabel('Mengapa berhalangan').fill('Ban bocor')
  const declined = kept()
  await clerk.locator('[data-recall] details button').click()
  expect((await declined).status()).toBe(201)
  await expect.poll(() => asked().allInnerTexts()).toEqual(['Siap berangkat'])
  await clerk.reload()
  expect(await asked().allInnerTexts()).toEqual(['Siap berangkat'])
  await looksRight(clerk, 'recall-declined-own-360')
  const after = kept()
  await clerk.getByRole('button', { name: 'Siap berangkat' }).click()
  expect((await after).status()).toBe(201)
  await expect.poll(() => asked().allInnerTexts()).toEqual(['Berhalangan'])
  await clerk.locator('[data-recall] summary').click()
  await clerk.locator('[data-recall]').getByLabel('Mengapa berhalangan').fill('Ban bocor')
  const again = kept()
  await clerk.locator('[data-recall] details button').click()
  expect((await again).status()).toBe(201)

  const href = new URL((await card(board, silent).locator('a[href^="https://wa.me"]').getAttribute('href')) ?? '')
  // The demonstration has no numbers: the sender chooses the contact.
  expect([href.host, href.pathname]).toEqual(['wa.me', '/'])
  expect(href.searchParams.get('text')).toContain('Loket 2')
  await card(board, silent).locator('summary', { hasText: 'Hubungi lagi' }).click()
  await card(board, silent)
    .getByRole('button', { name: /^Sudah lewat WhatsApp/ })
    .click()
  expect(await card(board, silent).innerText()).toContain('WhatsApp, dilakukan sendiri')
  await looksRight(board, 'recall-board-1280')
  await board.setViewportSize(phone.viewport)
  await looksRight(board, 'recall-board-360')

  await clerk.locator('label[for=tempat-office]').click()
  const came = kept()
  await clerk.getByRole('button', { name: 'Catat mulai kerja' }).click()
  expect((await came).status()).toBe(201)
  await board.reload()
  expect(await state(board, name)).toBe('Sudah hadir')
  expect(await card(board, name).innerText()).toContain('Semula berhalangan: Ban bocor')
  await clerk.reload()
  expect(await clerk.locator('[data-recall] [role=status]').innerText()).toBe('Anda tercatat hadir.')

  await board.goto(`${region}/panggilan/daftar`)
  expect(await board.locator('tbody tr').count()).toBe(1)
  await looksRight(board, 'recall-list-360')

  // Called by telephone, the silent one cannot come; somebody of the unit could.
  await board.goto(`${region}/panggilan`)
  await card(board, silent).locator('summary', { hasText: 'Jawaban lewat telepon' }).click()
  await card(board, silent).getByLabel('Kata pegawai').fill('Jembatan putus')
  await looksRight(board, 'recall-telephone-360')
  await card(board, silent)
    .getByRole('button', { name: /^Berhalangan, lewat telepon/ })
    .click()
  expect(await state(board, silent)).toBe('Berhalangan')
  expect(await card(board, silent).innerText()).toContain('lewat telepon kepada')
  await looksRight(board, 'recall-substitutes-360')
  const instead = card(board, silent)
    .getByRole('link', { name: /sebagai gantinya$/ })
    .first()
  const substitute = /^Panggil (.*) sebagai gantinya$/.exec(await instead.innerText())?.[1] ?? ''
  await instead.click()
  expect(await board.getByRole('checkbox', { name: substitute, exact: true }).isChecked()).toBe(true)
  expect(await board.getByLabel('Di mana').inputValue()).toBe('Loket 2')
  await looksRight(board, 'recall-instead-360')
  await board.getByLabel('Hadir paling lambat pukul').fill('11:00')
  await board.getByRole('button', { name: 'Panggil', exact: true }).click()
  const both = await board.locator('main').innerText()
  expect(both).toContain(`Sebagai gantinya dipanggil: ${substitute} (belum menjawab).`)
  expect(both).toContain(`Dipanggil sebagai ganti ${silent} (berhalangan).`)
  await looksRight(board, 'recall-linked-360')

  // The need is gone: whoever stands in is told, and whoever has come is left as they are.
  const standIn = board.locator('.list > li').filter({ has: board.locator('strong', { hasText: substitute }) })
  await standIn.locator('summary', { hasText: 'Batalkan panggilan' }).click()
  await standIn.getByLabel('Mengapa dibatalkan').fill('Rapat ditunda ke besok')
  await looksRight(board, 'recall-cancel-360')
  await standIn.getByRole('button', { name: 'Batalkan untuk semua (2 orang)' }).click()
  expect([await standIn.locator('.place').first().innerText(), await state(board, name)]).toEqual([
    'Dibatalkan',
    'Sudah hadir',
  ])
  await looksRight(board, 'recall-cancelled-board-360')
  await board.setViewportSize({ width: 1280, height: 800 })
  await looksRight(board, 'recall-cancelled-board-1280')
  await board.goto(`${region}/panggilan/daftar`)
  expect(await board.locator('tbody').innerText()).toContain('Rapat ditunda ke besok')
  await looksRight(board, 'recall-cancelled-list-1280')
  await clerk.reload()
  expect(await clerk.locator('[data-recall] [role=status]').innerText()).toBe('Anda tercatat hadir.')
  await looksRight(clerk, 'recall-arrived-own-360')
})

test('the account page says how somebody is told, and keeps an address', async () => {
  await using page = await site.open(`${region}/akun`, { as: 'Pegawai', ...phone })
  await page.getByLabel('Alamat surel').fill('pegawai@contoh.go.id')
  await page.getByRole('button', { name: 'Simpan alamat' }).click()
  expect(await page.getByLabel('Alamat surel').inputValue()).toBe('pegawai@contoh.go.id')
  await looksRight(page, 'account-notices-360')
})

test('the head settles the morning: each kind of deviation with a reason, and the personnel agency sees it', {
  timeout: 120_000,
}, async () => {
  await using head = await site.open(`${region}/unit`, { as: 'Atasan langsung, Kepala perangkat daerah', ...phone })
  const { pathname } = new URL(head.url())
  const statement = head.getByRole('region', { name: 'Pernyataan harian ke BKPSDM' })
  const reasons = statement.locator('input[required]')
  const kinds = await reasons.count()
  expect(kinds).toBeGreaterThanOrEqual(2)
  await looksRight(head, 'head-morning-360')
  await reasons.first().fill('Jalan ke kantor banjir')
  // Without script nothing stops a form that is not whole: what was typed comes back.
  await statement.locator('form').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
    form.requestSubmit()
  })
  await head.getByRole('alert').waitFor()
  expect(await reasons.first().inputValue()).toBe('Jalan ke kantor banjir')
  for (let kind = 1; kind < kinds; kind++) await reasons.nth(kind).fill(`Sudah ditanyakan (${kind})`)
  await statement.getByRole('button').click()
  await statement.getByRole('status').waitFor()
  expect(await statement.getByRole('status').innerText()).toMatch(/^Dikirim pukul 09\.\d\d/)
  await looksRight(head, 'head-stated-360')

  await using agencies = await site.open(`${region}/semua-opd`, { as: 'BKPSDM' })
  const row = agencies.locator('tbody tr').filter({ has: agencies.locator(`a[href^="${pathname}"]`) })
  expect(await row.innerText()).toMatch(/09\.\d\d/)
})

test('Enter in the list of people narrows it, keeps what was typed, and calls nobody', async () => {
  await using head = await site.open('/kotawaringin-timur/panggilan', {
    as: 'Atasan langsung, Kepala perangkat daerah',
    viewport: { width: 360, height: 780 },
  })
  const posts: string[] = []
  head.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await head.getByLabel('Di mana').fill('Loket 2')
  await head.locator('#cari').fill('siti')
  await head.locator('#cari').press('Enter')
  await head.waitForURL(/cari=siti/)
  expect(await head.getByLabel('Di mana').inputValue()).toBe('Loket 2')
  expect(posts).toEqual([])
})

test('whoever answers a call that was cancelled meanwhile is told why, and reads the day as it is again', async () => {
  const elsewhere = '/bontang'
  await using clerk = await site.open(`${elsewhere}/saya`, { as: 'Pegawai', ...phone })
  const name = (await clerk.locator('.who').innerText()).trim()
  await using board = await site.open(`${elsewhere}/panggilan`, { as: 'Atasan langsung, Kepala perangkat daerah' })
  await board.getByRole('checkbox', { name, exact: true }).check()
  await board.getByRole('radio').first().check()
  await board.getByLabel('Di mana').fill('Loket 2')
  await board.getByLabel('Hadir paling lambat pukul').fill('11:30')
  await board.getByRole('button', { name: 'Panggil', exact: true }).click()
  await clerk.reload()
  await card(board, name).locator('summary', { hasText: 'Batalkan panggilan' }).click()
  await card(board, name).getByLabel('Mengapa dibatalkan').fill('Listrik sudah menyala')
  await card(board, name)
    .getByRole('button', { name: /^Batalkan/ })
    .click()
  expect(await state(board, name)).toBe('Dibatalkan')

  await clerk.getByRole('button', { name: 'Siap berangkat' }).click()
  await clerk.locator('[data-recall] button').first().waitFor({ state: 'detached' })
  expect(await clerk.locator('main').innerText()).toContain('Listrik sudah menyala')
  expect(await clerk.locator('.hero h1').innerText()).toBe('Anda bekerja di rumah')
  await looksRight(clerk, 'recall-called-off-own-360')
})
