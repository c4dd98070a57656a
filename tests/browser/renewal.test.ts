/** A session runs out while the phone has no signal; what was tapped is delivered all the same. */
import { afterAll, expect, test } from 'vitest'
import { layCable } from './cable.ts'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

/** Five in the morning in Sampit: thirteen hours later it is the same day. */
const site = await openSite({}, Date.parse('2027-03-10T05:00:00+07:00'))
afterAll(() => site[Symbol.asyncDispose]())

const hour = 3_600_000
const own = '/kotawaringin-timur/saya'

test('a tap without a signal is delivered once after the session has run out, and nobody signs in', {
  timeout: 180_000,
}, async () => {
  await using cable = await layCable(site.address)
  const phone = { baseURL: cable.address, as: 'Pegawai', viewport: { width: 360, height: 780 } }
  await using page = await site.open(own, phone)
  const lines = () => page.locator('[data-waiting] li').allInnerTexts()
  const said = (pattern: RegExp) =>
    expect.poll(async () => (await lines()).filter((line) => pattern.test(line)).length, { timeout: 15_000 }).toBe(1)
  // The phone is registered once with a signal.
  await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
  await said(/^Masuk .*tercatat di server/)

  cable.cut()
  site.turnClock(13 * hour)
  await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
  await said(/^Pulang .*menunggu sinyal/)
  const answers: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().method() === 'POST') answers.push(`${pathname.split('/').at(-1)} ${response.status()}`)
  })
  cable.mend()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await said(/^Pulang .*tercatat di server/)
  expect(answers).toEqual(['check-ins 401', 'challenge 200', 'renewal 200', 'check-ins 201'])

  await page.reload()
  expect(new URL(page.url()).pathname).toBe(own)
  expect(await page.locator('[data-kept]').count()).toBe(2)
  await page.goto('/kotawaringin-timur/akun')
  expect(await page.locator('main').innerText()).toContain('diperpanjang oleh ponsel')
  expect([await overflowing(page), await axeFindings(page)]).toEqual([[], []])
  await shot(page, 'account-renewed-360')
  // What is not one's own is for who signs in.
  await page.goto('/kotawaringin-timur/data-saya')
  expect(await page.locator('h1').innerText()).toBe('Masuk')

  // Next morning the page is opened with a signal: it shows the day, by way of the form that nobody fills in.
  site.turnClock(12 * hour)
  await page.goto(own)
  await page.waitForURL(new RegExp(`${own}$`))
  expect(await page.locator('.hero h1').innerText()).toMatch(/^Anda/)
  await page.getByRole('button', { name: 'Catat mulai kerja' }).waitFor()
  // Thirty days after signing in it does not.
  site.turnClock(30 * 24 * hour)
  await page.goto('/kotawaringin-timur/izin')
  expect(await page.locator('h1').innerText()).toBe('Masuk')
})
