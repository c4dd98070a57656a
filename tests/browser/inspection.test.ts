/** A joint team visits an office: one inspector loses the signal, the other does not, and nothing is lost. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cable, layCable } from './cable.ts'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

let cable: Cable
beforeAll(async () => {
  cable = await layCable(site.address)
})
afterAll(() => cable[Symbol.asyncDispose]())

const phone = { viewport: { width: 360, height: 780 } }
const wide = { viewport: { width: 1280, height: 900 } }

async function isWhole(page: Page, name: string) {
  expect(await overflowing(page), name).toEqual([])
  expect(await axeFindings(page), name).toEqual([])
  await shot(page, name)
}

test('from the lot to the closed minutes, with the signal gone in between', { timeout: 120_000 }, async () => {
  await using leader = await site.open('/kotawaringin-timur/sidak', { as: 'Satuan tugas', ...wide })
  await isWhole(leader, 'visits-wide')
  await leader.getByLabel('Berapa kantor').fill('1')
  await leader.getByRole('button', { name: 'Undi', exact: true }).click()
  await leader.locator('h1', { hasText: 'Undian sidak' }).waitFor()
  await isWhole(leader, 'draw-wide')
  await leader.getByRole('link', { name: 'Semua kunjungan' }).click()
  await leader.locator('#daftar + ul a').first().click()
  await leader.getByRole('button', { name: 'Mulai kunjungan' }).click()
  await leader.locator('[data-inspection]').waitFor()
  const address = new URL(leader.url()).pathname

  // The second inspector carries the page into a cellar.
  await using second = await site.open(address, { as: 'BKPSDM', baseURL: cable.address, ...phone })
  await second.locator('[data-inspection]').waitFor()
  await isWhole(second, 'visit-phone')
  await second.waitForFunction(() =>
    caches.keys().then((names) => names.some((name) => /piket-pages-.{12}/.test(name))),
  )
  await expect.poll(() => second.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true)
  cable.cut()
  const people = second.locator('[data-person]')
  const [first, other] = [people.nth(0), people.nth(1)]
  await first.getByRole('textbox').fill('menerima tamu')
  await first.getByRole('button', { name: /^Ada: / }).click()
  await expect.poll(() => first.locator('[data-standing]').innerText()).toMatch(/^Ada · menerima tamu.*belum terkirim/)
  await other.getByRole('button', { name: /^Tidak ada: / }).click()
  await expect.poll(() => second.locator('[data-inspection] > [data-said]').innerText()).toBe('2 tanda belum terkirim.')
  const photo = await second.screenshot()
  await second.locator('#berkas-foto').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photo })
  await second.getByLabel('Yang terlihat di foto').fill('Ruang arsip terkunci')
  await second.getByRole('button', { name: 'Simpan foto' }).click()
  const waits = '1 foto tersimpan di ponsel ini, belum terkirim.'
  await expect.poll(() => second.locator('[data-photo] [data-said]').innerText(), { timeout: 15_000 }).toBe(waits)
  await second.close()

  const again = await second.context().newPage()
  await again.goto(address)
  await expect.poll(() => again.locator('[data-inspection] > [data-said]').innerText()).toBe('2 tanda belum terkirim.')
  await expect.poll(() => again.locator('[data-photo] [data-said]').innerText(), { timeout: 15_000 }).toBe(waits)
  await isWhole(again, 'visit-offline-phone')

  // Meanwhile the leader, with a signal, sees the same person at the counter.
  const name = await again.locator('[data-person]').nth(1).locator('strong').innerText()
  const seen = leader.locator('[data-person]').nth(1)
  expect(await seen.locator('strong').innerText()).toBe(name)
  await seen.getByRole('button', { name: /^Ada: / }).click()
  await expect.poll(() => seen.locator('[data-standing]').innerText()).toMatch(/Terkirim\.$/)

  cable.mend()
  await again.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => again.locator('[data-inspection] > [data-said]').innerText(), { timeout: 15_000 }).toBe('')
  await expect
    .poll(() => again.locator('[data-photo] [data-said]').innerText(), { timeout: 15_000 })
    .toMatch(/^Foto terkirim/)

  await leader.reload()
  expect(await leader.locator('[data-person]').nth(0).innerText()).toMatch(/Ada, menurut .* · menerima tamu/)
  expect(await seen.innerText()).toMatch(/Ada, menurut .*[\s\S]*Berbeda: Tidak ada, menurut /)

  // A mark of a clock that runs ahead is refused; the one that follows stands, and the page says so when it comes again.
  const guest = leader.locator('[data-person]').nth(0)
  await leader.clock.setSystemTime(Date.now() + 600_000)
  await guest.getByRole('button', { name: /^Tidak ada: / }).click()
  await expect.poll(() => guest.locator('[data-standing]').innerText()).toMatch(/^Tidak ada\. .*jam/i)
  await leader.clock.setSystemTime(Date.now())
  await guest.getByRole('button', { name: /^Ada: / }).click()
  await expect.poll(() => guest.locator('[data-standing]').innerText()).toMatch(/^Ada\. Terkirim\.$/)
  await leader.reload()
  await leader.locator('[data-inspection]').waitFor()
  await expect.poll(() => leader.locator('[data-inspection] > [data-said]').innerText()).toBe('')
  expect(await guest.locator('[data-standing]').innerText()).toMatch(/^Ada, menurut /)

  // A photo of a clock that runs ahead waits; the one after it is sent all the same.
  const keepPhoto = async (caption: string) => {
    await leader.locator('#berkas-foto').setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: photo })
    await leader.getByLabel('Yang terlihat di foto').fill(caption)
    await leader.getByRole('button', { name: 'Simpan foto' }).click()
  }
  const ofPhotos = () => leader.locator('[data-photo] [data-said]').innerText()
  await leader.clock.setSystemTime(Date.now() + 600_000)
  await keepPhoto('Jam maju')
  await expect.poll(ofPhotos, { timeout: 15_000 }).toMatch(/^1 foto tersimpan .*jam/i)
  await leader.clock.setSystemTime(Date.now())
  const kept = leader.waitForResponse((response) => response.url().includes('/photos/') && response.ok())
  await keepPhoto('Pintu samping')
  await kept
  await expect.poll(ofPhotos, { timeout: 15_000 }).toMatch(/^1 foto tersimpan .*jam/i)
  await leader.reload()
  await leader.getByRole('img', { name: 'Pintu samping' }).waitFor()
  expect(await leader.getByRole('img', { name: 'Jam maju' }).count()).toBe(0)

  await leader.getByLabel('Yang terlihat', { exact: true }).fill('Loket berjalan seperti biasa.')
  await leader.getByLabel('Penerima tim di kantor').fill('Kepala kantor')
  expect(await leader.getByRole('img', { name: 'Ruang arsip terkunci' }).count()).toBe(1)
  const pad = leader.getByRole('img', { name: /^Tanda tangan tim/ })
  await pad.scrollIntoViewIfNeeded()
  const { x = 0, y = 0 } = (await pad.boundingBox()) ?? {}
  await leader.mouse.move(x + 20, y + 30)
  await leader.mouse.down()
  for (const [right, down] of [
    [60, 70],
    [90, 20],
    [160, 60],
  ] as const)
    await leader.mouse.move(x + right, y + down, { steps: 4 })
  await leader.mouse.up()
  await isWhole(leader, 'visit-signed-wide')
  await leader.getByRole('button', { name: 'Tutup berita acara' }).click()
  await leader.locator('h2', { hasText: /^Berita acara \d+\/2021$/ }).waitFor()
  expect(await leader.locator('svg.signature path').getAttribute('d')).toMatch(/^M\d+ \d+(L\d+ \d+){4,}$/)
  await isWhole(leader, 'minutes-wide')
  await leader.setViewportSize(phone.viewport)
  await isWhole(leader, 'minutes-phone')
  const paper = await leader.request.get(`${address}/berita-acara`)
  expect(paper.headers()['content-type']).toBe('application/pdf')
})
