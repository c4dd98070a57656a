/** A phone checks in, with a signal and without one. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
const own = '/kotawaringin-timur/saya'
const lines = (page: Page) => page.locator('[data-waiting] li').allInnerTexts()
const said = (page: Page, pattern: RegExp, count: number) =>
  expect
    .poll(async () => (await lines(page)).filter((line) => pattern.test(line)).length, { timeout: 15_000 })
    .toBe(count)

describe('a clerk', () => {
  test('sees where to be, checks in with one tap, and is told when the server has it', async () => {
    await using page = await site.open(own, { as: 'Pegawai', ...phone })
    expect(await page.locator('.hero h1').innerText()).toBe('Anda bekerja di rumah')
    const kept = page.waitForResponse((response) => response.url().endsWith('/check-ins'))
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    expect((await kept).status()).toBe(201)
    await said(page, /^Masuk \d\d\.\d\d: tercatat di server\.$/, 1)
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
  })

  test('without a signal keeps the tap, closes the page, opens it again, and it is sent once', {
    timeout: 60_000,
  }, async () => {
    const atCable = { baseURL: cable.address, as: 'Atasan langsung', ...phone }
    await using page = await site.open(own, atCable)
    // The phone is registered once with a signal; from then on it needs none.
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await said(page, /tercatat di server/, 1)
    await page.waitForFunction(() =>
      caches.keys().then((names) => names.some((name) => /piket-pages-.{12}/.test(name))),
    )
    await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true)

    cable.cut()
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    await said(page, /^Pulang \d\d\.\d\d: tersimpan di ponsel ini, menunggu sinyal\./, 1)
    expect((await lines(page)).filter((line) => line.startsWith('Pulang') && line.includes('server'))).toEqual([])
    await page.close()

    const again = await page.context().newPage()
    await again.goto(own)
    await said(again, /menunggu sinyal/, 1)
    expect(await again.locator('.offline-only').isVisible()).toBe(true)
    expect(await again.locator('.hero h1').innerText()).toMatch(/^Anda bekerja/)

    cable.mend()
    const sent: string[] = []
    again.on('response', (response) => response.url().endsWith('/check-ins') && sent.push(String(response.status())))
    // The start of the page, the return of the signal and another tab all want to send it.
    const third = await page.context().newPage()
    third.on('response', (response) => response.url().endsWith('/check-ins') && sent.push(String(response.status())))
    await Promise.all([third.goto(own), again.evaluate(() => dispatchEvent(new Event('online')))])
    await said(again, /^Pulang .*tercatat di server/, 1)
    expect(sent).toEqual(['201'])
  })
})

describe('without a signal, the report', () => {
  const report = '/kutai-kartanegara/laporan'
  /** With the files that it names: they are kept after it. */
  const isKept = (page: Page) => expect.poll(() => page.evaluate(isWhole, report), { timeout: 30_000 })
  const isWhole = async (at: string) => {
    const text = await (await caches.match(at))?.text()
    const files = text?.match(/\/aset\/[\w.-]+/g) ?? []
    return text !== undefined && (await Promise.all(files.map((file) => caches.match(file)))).every(Boolean)
  }

  /** Of those who only look, some wait a minute for it. */
  const tap = (page: Page) => page.locator('.hero h1').click()

  /** What a new tab reads there without a signal; empty: nothing. */
  async function offline(page: Page): Promise<string> {
    cable.cut()
    const tab = await page.context().newPage()
    const opened = await tab.goto(report).catch(() => null)
    const read = opened ? await tab.locator('body').innerText() : ''
    await tab.close()
    cable.mend()
    return read
  }

  test('opens though nobody has opened it before, takes a draft, and is nobody else’s after another sign-in', {
    timeout: 90_000,
  }, async () => {
    const atCable = { baseURL: cable.address, as: 'Pegawai', ...phone }
    await using page = await site.open('/kutai-kartanegara/saya', atCable)
    const name = (await page.locator('.who').innerText()).trim()
    await tap(page)
    await isKept(page).toBe(true)

    cable.cut()
    await page.goto(report)
    expect(await page.locator('.who').innerText()).toContain(name)
    await page.getByText(/^Luring\. /).waitFor()
    await page.locator('textarea[name=hasil]').fill('Dua berkas diperiksa.')
    await page.getByText('Konsep tersimpan di ponsel ini.').waitFor()
    await page.reload()
    expect(await page.locator('textarea[name=hasil]').inputValue()).toBe('Dua berkas diperiksa.')
    expect(await overflowing(page)).toEqual([])
    await page.getByRole('button', { name: /Kirim/ }).click()
    await page.getByText('Tersimpan di ponsel ini, menunggu sinyal.').waitFor()
    cable.mend()

    // Somebody else signs in on the same phone, and nobody has signed out.
    const context = page.context()
    const form = await (await context.request.get('/kutai-kartanegara/masuk')).text()
    const other = [...form.matchAll(/name="akun" value="([^"]+)".*?<strong>([^<]*)</gs)].find(
      ([, , role]) => role === 'Atasan langsung',
    )?.[1]
    await context.request.post('/kutai-kartanegara/masuk/peragaan', { form: { akun: other ?? '' } })
    await page.goto('/kutai-kartanegara/saya')
    expect(await page.locator('.who').innerText()).not.toContain(name)
    expect(await offline(page)).not.toContain(name)

    await page.goto('/kutai-kartanegara/saya')
    await tap(page)
    await isKept(page).toBe(true)
    await page.goto('/kutai-kartanegara/akun')
    await page.getByRole('button', { name: 'Keluar', exact: true }).first().click()
    await page.waitForLoadState()
    await isKept(page).toBe(false)
    expect(await offline(page)).toBe('')
  })
})

/** The numbers by which the phone sends what it has written down. */
const orders = (page: Page) =>
  page.evaluate(async () => {
    const { region, person } = JSON.parse(document.querySelector<HTMLElement>('[data-phone]')?.dataset.phone ?? '')
    const opening = indexedDB.open(`piket-${region}-${person}`)
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const reading = opening.result.transaction('outbox').objectStore('outbox').getAll()
    await new Promise((resolve) => reading.addEventListener('success', resolve))
    opening.result.close()
    return reading.result.map(({ order }: { order: number }) => order).sort((a, b) => a - b)
  })

/** The public key of the phone, as it registers it. */
const publicKey = (page: Page) =>
  page.evaluate(async () => {
    const { region, person } = JSON.parse(document.querySelector<HTMLElement>('[data-phone]')?.dataset.phone ?? '')
    const opening = indexedDB.open(`piket-${region}-${person}`)
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const reading = opening.result.transaction('keys').objectStore('keys').get('own')
    await new Promise((resolve) => reading.addEventListener('success', resolve))
    opening.result.close()
    const bytes = await crypto.subtle.exportKey('spki', reading.result.signing.publicKey)
    return btoa(String.fromCharCode(...new Uint8Array(bytes)))
  })

describe('a phone', () => {
  test('that takes long to be registered has checked in at the tap, not after it', async () => {
    await using page = await site.open('/paser/saya', { as: 'Pegawai', ...phone })
    let register = () => {}
    await page.route('**/devices', async (route) => {
      await new Promise<void>((resolve) => {
        register = resolve
      })
      await route.continue()
    })
    const registering = page.waitForRequest('**/devices')
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await registering
    await said(page, /didaftarkan dulu/, 1)
    const tappedBefore = await page.evaluate(() => performance.now())
    const sending = page.waitForRequest('**/check-ins')
    register()
    const { record } = (await sending).postDataJSON()
    expect(record.tappedMono).toBeLessThan(tappedBefore)
    await said(page, /tercatat di server/, 1)
  })

  test('that was never registered keeps each tap at once where the network hangs', { timeout: 60_000 }, async () => {
    await using page = await site.open('/paser/saya', { baseURL: cable.address, as: 'Atasan langsung', ...phone })
    await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true)
    cable.hang()
    const registering = page.waitForRequest('**/devices')
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await registering
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    await said(page, /didaftarkan dulu/, 2)
    cable.mend()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await said(page, /^(Masuk|Pulang) .*tercatat di server\.$/, 2)
    // Once signed, a tap has the number of its record, and keeps it when it was sent.
    expect(await orders(page)).toEqual([1, 2])
  })

  test('that is refused keeps the tap, says why, and lets it go when it is told to', async () => {
    await using page = await site.open('/muara-selasih/saya', { as: 'Pegawai', ...phone })
    await page.locator('form[data-check-in]').waitFor()
    await using other = await site.open('/muara-selasih/saya', { as: 'Atasan langsung', ...phone })
    const data = { publicKey: await publicKey(page), label: 'ponsel' }
    const region = await page.evaluate(
      () => JSON.parse(document.querySelector<HTMLElement>('[data-phone]')?.dataset.phone ?? '').region,
    )
    const headers = { origin: site.address }
    const taken = await other.request.post(`/api/v1/regions/${region}/devices`, { data, headers })
    expect(taken.status()).toBe(201)
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await said(page, /^Masuk \d\d\.\d\d: disimpan di ponsel ini, belum terkirim.*pernah terdaftar/s, 1)
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await shot(page, 'tap-refused-360')
    await page.getByRole('button', { name: 'Hapus dari ponsel ini' }).click()
    await expect.poll(() => lines(page)).toEqual([])
    expect(await orders(page)).toEqual([])
  })

  test('that was never registered keeps its first tap without a signal, and sends it once it is registered', {
    timeout: 60_000,
  }, async () => {
    await using page = await site.open('/bontang/saya', { baseURL: cable.address, as: 'Atasan langsung', ...phone })
    await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true)
    cable.cut()
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    const waits = /^Masuk \d\d\.\d\d: disimpan di ponsel ini, belum terkirim; ponsel ini akan didaftarkan dulu\./
    await said(page, waits, 1)
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    await said(page, /didaftarkan dulu/, 2)
    expect(await overflowing(page)).toEqual([])
    await shot(page, 'first-tap-360')
    await page.close()
    const again = await page.context().newPage()
    await again.goto('/bontang/saya')
    await said(again, waits, 1)
    cable.mend()
    const answers: string[] = []
    again.on('response', (one) => {
      if (/\/(devices|check-ins)$/.test(one.url())) answers.push(`${one.url().split('/').at(-1)} ${one.status()}`)
    })
    await again.evaluate(() => dispatchEvent(new Event('online')))
    await said(again, /^(Masuk|Pulang) .*tercatat di server\.$/, 2)
    expect(answers).toEqual(['devices 201', 'check-ins 201', 'check-ins 201'])
  })

  test('whose clock is slow checks in the first time too, and then at the time of the server', async () => {
    await using page = await site.open('/muara-selasih/saya', { as: 'Pegawai', ...phone })
    await page.addInitScript(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() - 20 * 60_000
    })
    await page.reload()
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await said(page, /tercatat di server/, 1)
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    await said(page, /tercatat di server/, 2)
    // Graded once it was acknowledged.
    const last = async () => {
      await page.reload()
      return page.locator('[data-kept]').last().innerText()
    }
    await expect.poll(last, { timeout: 20_000, interval: 1000 }).toMatch(/Diterima langsung/)
  })

  test('that was revoked says so once, and is registered anew with the next tap', async () => {
    await using page = await site.open('/bontang/saya', { as: 'Pegawai', ...phone })
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await said(page, /tercatat di server/, 1)
    const devices: number[] = []
    page.on('response', (response) => response.url().endsWith('/devices') && devices.push(response.status()))
    await using account = await page.context().newPage()
    await account.goto('/bontang/akun')
    await account
      .getByRole('button', { name: /^Cabut/ })
      .first()
      .click()
    await account.waitForLoadState()
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    await said(page, /ditolak.*Ketuk sekali lagi/, 1)
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    // A demonstration's phones need nobody's word: the new key counts at once.
    await said(page, /^Pulang .*tercatat di server/, 1)
    expect(devices).toEqual([201])
  })
  test('that is revoked before its tap could be sent is told that the tap is kept as evidence', {
    timeout: 60_000,
  }, async () => {
    await using page = await site.open('/muara-selasih/saya', {
      baseURL: cable.address,
      as: 'Atasan langsung',
      ...phone,
    })
    await page.getByRole('button', { name: 'Catat mulai kerja' }).click()
    await said(page, /tercatat di server/, 1)
    cable.cut()
    await page.getByRole('button', { name: 'Catat selesai kerja' }).click()
    await said(page, /^Pulang .*menunggu sinyal/, 1)
    // Lost, it is revoked from another one.
    const { request } = page.context()
    const form = await (await request.get(`${site.address}/muara-selasih/akun`)).text()
    const [, ponsel = ''] = /name="ponsel" value="([^"]+)"/.exec(form) ?? []
    await request.post(`${site.address}/muara-selasih/akun/ponsel/cabut`, { form: { ponsel } })
    cable.mend()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await said(page, /^Pulang .*tercatat di server\. .*disimpan sebagai bukti, belum dihitung\..*koreksi/, 1)
    expect(await overflowing(page)).toEqual([])
    await shot(page, 'set-aside-360')
  })
})
