/** Rules tried side by side: a plain form whose address can be shared, followed without any script. */
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const slow = 120_000
const [phone, desk] = [
  { width: 360, height: 780 },
  { width: 1280, height: 900 },
]

test('without script the bureau puts another quota and another region beside what holds, and shares the address', {
  timeout: slow,
}, async () => {
  await using page = await site.open('/kotawaringin-timur/edaran', {
    as: 'Bagian Organisasi',
    javaScriptEnabled: false,
  })
  await page.getByRole('link', { name: 'Simulasi', exact: true }).click()
  await shot(page, 'simulasi-aturan-kosong')
  await page.getByLabel('Aturan B').selectOption('kotim-2021-07')
  await page.getByLabel('Kuota lain B').fill('50%')
  await page.getByLabel('Aturan C').selectOption('contoh:bontang-2020-se-188-65-504-org')
  await page.getByLabel('Aturan D').selectOption('contoh:hari-dari-rumah')
  await page.getByRole('button', { name: 'Simulasikan' }).click()
  const rows = page.locator('[aria-labelledby=ringkasan] tbody tr')
  await rows.first().waitFor({ timeout: slow })
  expect(await rows.count()).toBe(4)
  expect(await page.locator('svg.days').count()).toBe(4)
  // The ceiling moves nobody, and lets twice as many in.
  const seats = (at: number) =>
    page.locator('[aria-labelledby=kursi] tbody tr').nth(1).locator('td').nth(at).innerText()
  expect([await seats(1), await seats(2)]).toEqual([
    expect.stringMatching(/^\d+–[\d.]+ dari/),
    expect.stringMatching(/^\d+–[\d.]+ dari/),
  ])
  expect(await seats(1)).not.toBe(await seats(2))
  expect(await rows.nth(1).innerText()).toMatch(/kuota 50%/)

  await using other = await site.open(page.url().slice(site.address.length), { as: 'Inspektorat' })
  await other.locator('[aria-labelledby=ringkasan] tbody tr').first().waitFor({ timeout: slow })
  expect(await other.locator('main').innerText()).toBe(await page.locator('main').innerText())
})

const looks = [phone, desk].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
)
const four = new URLSearchParams({
  ...{ a: 'sekarang', b: 'kotim-2021-07', kuota_b: '50%' },
  ...{ c: 'contoh:bontang-2020-se-188-65-504-org', d: 'contoh:hari-dari-rumah' },
})

test.each(looks)(
  'at $viewport.width px, $colorScheme, it does not scroll sideways and is clean under axe',
  {
    timeout: slow,
  },
  async (look) => {
    await using page = await site.open(`/kotawaringin-timur/simulasi?${four}`, look)
    await page.locator('[aria-labelledby=ringkasan]').waitFor({ timeout: slow })
    await page.getByText('Angka setiap hari').click()
    await shot(page, `simulasi-aturan-${look.viewport.width}-${look.colorScheme}`)
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  },
)
