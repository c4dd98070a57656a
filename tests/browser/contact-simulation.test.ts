/** From a roster to what one infected colleague would mean: counted by a thread, followed without any script. */
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

const roster = '/kotawaringin-timur/jadwal/disdukcapil'
const slow = 90_000
const [phone, desk] = [
  { width: 360, height: 780 },
  { width: 1280, height: 900 },
]

test('without script the page comes again by itself until the ways of attending stand side by side', {
  timeout: slow,
}, async () => {
  await using page = await site.open(roster, { viewport: phone, javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Simulasi kontak' }).click()
  await shot(page, 'simulasi-kontak-dihitung')
  const rows = page.locator('[aria-labelledby=hasil] tbody tr')
  await rows.first().waitFor({ timeout: slow })
  expect(await rows.count()).toBe(6)
  expect(await page.locator('[aria-labelledby=hasil]').innerText()).toMatch(
    /Peluang bahwa satu orang tertular menjadi klaster/,
  )
  await page.getByLabel('Daya tular').selectOption({ index: 2 })
  await page.getByRole('button', { name: 'Hitung' }).click()
  await page.waitForURL(/daya=kuat/)
  await rows.first().waitFor({ timeout: slow })
  expect(await page.getByLabel('Daya tular').inputValue()).toBe('kuat')
})

const looks = [phone, desk].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
)

test.each(looks)(
  'at $viewport.width px, $colorScheme, it does not scroll sideways and is clean under axe',
  {
    timeout: slow,
  },
  async (look) => {
    await using page = await site.open(`${roster}/simulasi`, look)
    await page.locator('[aria-labelledby=hasil]').waitFor({ timeout: slow })
    await shot(page, `simulasi-kontak-${look.viewport.width}-${look.colorScheme}`)
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  },
)
