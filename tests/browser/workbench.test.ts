/** A draft on the bench: what is typed is tried while it is typed, and the server comes to the same. */
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const slow = 120_000
const widths = [360, 1280]

async function looksRight(page: Page, name: string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await shot(page, `${name}-${width}`)
  }
}

/** Walks to a field or button as the keyboard does. */
async function tabTo(page: Page, field: ReturnType<Page['locator']>) {
  for (let times = 0; times < 150; times++) {
    if (await field.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard never comes there.')
}

const impact = (page: Page) => page.locator('[aria-labelledby=dampak]')
const strains = (page: Page) => page.locator('[aria-labelledby=mustahil]')
/** All figures of the two panels, in order. */
const figures = async (page: Page) => [
  await page.locator('[aria-labelledby=kantor]').locator('[data-range], [data-slot]').allInnerTexts(),
  await impact(page).locator('h2, [data-people], [data-days]').allInnerTexts(),
  await strains(page).locator('h2, [data-slot]').allInnerTexts(),
]

test('by keyboard alone: another quota shows what it does before it is saved, and the server says the same', {
  timeout: slow,
}, async () => {
  await using page = await site.open('/kutai-kartanegara/konsep', { as: 'Bagian Organisasi' })
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  const { keyboard } = page
  const frame = page.getByLabel('Dari', { exact: true })
  await tabTo(page, frame)
  await keyboard.type('Pembatasan jumlah')
  expect(await frame.inputValue()).toBe('kuota-bergiliran')
  await tabTo(page, page.getByRole('button', { name: 'Mulai' }))
  expect(scripts.filter((url) => /workbench|effect/.test(url))).toEqual([])
  await keyboard.press('Enter')
  await page.locator('#butir').waitFor()
  await tabTo(page, page.getByRole('link', { name: 'Ubah butir c1' }))
  await keyboard.press('Enter')
  await page.waitForURL(/ubah=c1/)
  await looksRight(page, 'konsep-butir-dibuka')
  expect(await strains(page).isHidden()).toBe(true)

  const bound = page.getByLabel('Batas', { exact: true })
  await tabTo(page, bound)
  await keyboard.type('paling sedikit')
  await tabTo(page, page.getByLabel('Jumlah', { exact: true }))
  await keyboard.press('Control+A')
  await keyboard.type('100%')
  const isFocused = () => page.evaluate(() => document.activeElement?.id)
  await strains(page).waitFor()
  await expect.poll(() => page.locator('#c1 [data-sentence]').innerText(), { timeout: 15_000 }).toContain('100%')
  expect(await isFocused()).toBe('jumlah')
  await expect.poll(() => strains(page).locator('h2').innerText(), { timeout: 15_000 }).toMatch(/^[1-9]\d* perangkat/)
  expect(await page.getByText('belum disimpan', { exact: true }).filter({ visible: true }).count()).toBe(4)
  await expect.poll(() => page.locator('[data-said]').innerText(), { timeout: 15_000 }).toMatch(/hari-orang/)
  const typed = await figures(page)
  const sentence = await page.locator('#c1 [data-sentence]').innerText()
  await looksRight(page, 'konsep-belum-disimpan')

  // What is typed is still there after the tab was loaded again, and so is what it would do.
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  expect(await page.getByLabel('Jumlah', { exact: true }).inputValue()).toBe('100%')
  await expect.poll(() => figures(page), { timeout: 15_000 }).toEqual(typed)

  await tabTo(page, page.getByRole('button', { name: 'Simpan butir' }))
  await keyboard.press('Enter')
  await page.waitForURL((url) => url.search === '')
  await expect.poll(() => figures(page), { timeout: 15_000 }).toEqual(typed)
  expect(await page.locator('#c1 [data-sentence]').innerText()).toBe(sentence)
  expect(await page.getByText('belum disimpan', { exact: true }).filter({ visible: true }).count()).toBe(0)

  // The server alone, without any script.
  await using plain = await site.open(new URL(page.url()).pathname, {
    as: 'Bagian Organisasi',
    javaScriptEnabled: false,
  })
  expect(await figures(plain)).toEqual(typed)
})

test('whoever leaves with something typed is asked first, and a period that begins elsewhere is tried as well', {
  timeout: slow,
}, async () => {
  await using page = await site.open('/kutai-kartanegara/konsep', { as: 'Bagian Organisasi' })
  await page.getByLabel('Dari', { exact: true }).selectOption('hari-dari-rumah')
  await page.getByRole('button', { name: 'Mulai' }).click()
  await page.getByLabel('Berlaku mulai').fill('2021-09-06')
  await expect.poll(() => impact(page).locator('[data-lead]').innerText(), { timeout: 15_000 }).toContain('6 September')
  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await page.getByRole('link', { name: 'Semua konsep' }).click({ noWaitAfter: true })
  await expect.poll(() => asked, { timeout: 15_000 }).toEqual(['beforeunload'])
  const typed = await figures(page)
  await page.getByRole('button', { name: 'Simpan surat' }).click()
  await page.getByText('mengubah hari mulai').waitFor()
  expect(asked).toHaveLength(1)
  expect(await figures(page)).toEqual(typed)
})

test('a clerk of Bontang comes from the last circular to the next one in at most 25 actions', {
  timeout: slow,
}, async () => {
  await using page = await site.open('/bontang/konsep', { as: 'Bagian Organisasi' })
  let actions = 0
  const act = async (doing: Promise<unknown>) => {
    await doing
    actions++
  }
  const fill = (label: string, words: string) => act(page.getByLabel(label, { exact: true }).fill(words))
  const click = (role: 'button' | 'link', name: string) => act(page.getByRole(role, { name, exact: true }).click())
  await act(page.getByLabel('Dari', { exact: true }).selectOption('bontang-2020-03'))
  await click('button', 'Mulai')
  await page.locator('#surat').waitFor()
  await fill('Nomor surat', '188.65/700/ORG/2020')
  await fill('Tanggal surat', '2020-06-01')
  await fill('Berlaku mulai', '2020-06-02')
  await fill('Sampai dengan', '2020-06-30')
  await click('button', 'Simpan surat')
  await page.getByText('188.65/700/ORG/2020 · 2 Juni 2020 sampai 30 Juni 2020').waitFor()

  await click('link', 'Ubah butir c2')
  await act(page.getByLabel('Kekuatan').selectOption('should'))
  await page.locator('#c2 [data-unsaved]').waitFor()
  await click('button', 'Simpan butir')
  await page.getByText('mengubah butir c2').waitFor()

  const group = page.locator('#kelompok details', { hasText: 'OPD yang bekerja seperti biasa' })
  await act(group.locator('summary').click())
  const subUnit = group.locator('option[value*="/bidang-"]').first()
  const [unit = '', name = ''] = [await subUnit.getAttribute('value'), await subUnit.textContent()].map(String)
  await act(group.getByLabel('Tambah unit').selectOption(unit))
  await act(group.getByRole('button', { name: 'Simpan kelompok' }).click())
  await page.getByText('mengubah kelompok kept_open').waitFor()
  // A list of choices says the agency as well.
  expect(await group.locator('fieldset').textContent()).toContain(name.split(' · ')[0])
  expect(actions).toBeLessThanOrEqual(25)
  await looksRight(page, 'konsep-bontang')
})

test('a letter in force is amended: what is typed shows beside what holds, and the letter says what it changes', {
  timeout: slow,
}, async () => {
  await using page = await site.open('/kotawaringin-timur/konsep', { as: 'Bagian Organisasi' })
  await page.getByLabel('Dari', { exact: true }).selectOption('kotim-2021-07')
  await page.getByLabel('Hubungan dengan surat asalnya').selectOption('amends')
  await page.getByRole('button', { name: 'Mulai' }).click()
  const changes = page.getByRole('region', { name: 'Yang diubah' })
  await changes.getByText('Belum ada yang diubah.').waitFor()
  await page.getByLabel('Berlaku mulai').fill('2021-07-26')
  await page.getByRole('button', { name: 'Simpan surat' }).click()
  const quota = page.locator('[aria-labelledby=butir] ol > li', { hasText: 'kuota' }).first()
  await quota.getByRole('link', { name: 'Ubah butir' }).click()
  await quota.locator('[name=jumlah]').fill('50%')
  await quota.locator('[data-sentence]', { hasText: '50%' }).waitFor()
  await expect.poll(() => impact(page).locator('[data-lead]').innerText(), { timeout: 15_000 }).toContain('26 Juli')
  const typed = await figures(page)
  await page.getByRole('button', { name: 'Simpan butir' }).click()
  await changes.getByText('50%').waitFor()
  // Nobody takes turns any more or less, and twice as many may come.
  const [now, drafted] = await page.locator('[data-range]').allInnerTexts()
  expect([now, drafted]).toEqual(['37 sampai 1.697 orang', expect.stringMatching(/^37 sampai 3\.\d{3} orang$/)])
  expect(await figures(page)).toEqual(typed)
  await looksRight(page, 'konsep-perubahan')
})
