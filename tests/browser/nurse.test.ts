/** A nurse's first morning with Piket: the slip of paper from the personnel agency, and one look at the phone. */
import { afterAll, expect, test } from 'vitest'
import { axeFindings, openSite, overflowing, shot } from './site.ts'

const site = await openSite()
afterAll(() => site[Symbol.asyncDispose]())

test('is invited on paper, chooses a password, and sees in one look why she is at the office', {
  timeout: 120_000,
}, async () => {
  await using office = await site.open('/paser/akun/kelola?opd=dinkes&cari=Kep.', { as: 'BKPSDM' })
  // Data of an earlier run may have invited some already.
  await office
    .getByRole('button', { name: /^Undang / })
    .nth(1)
    .click()
  const slip = office.locator('.slips li').first()
  const name = await slip.locator('strong').innerText()
  const [address = '', login = '', code = ''] = await slip.locator('dd').allInnerTexts()
  // Loaded again, the form is sent again: no other code is made, and this one stays good.
  await office.reload()
  expect(await office.getByRole('alert').innerText()).toMatch(/lembarnya sudah dibuat dan kodenya tetap berlaku/)
  await shot(office, 'slips-again')

  await using phone = await site.open(new URL(address).pathname, {
    as: null,
    viewport: { width: 360, height: 740 },
  })
  await phone.getByLabel('NIP').fill(login)
  await phone.getByLabel('Kode undangan').fill('AAAA-BBBB-CCCC')
  await phone.getByLabel('Kata sandi baru').fill('empat kata yang mudah diingat')
  await phone.getByRole('button', { name: 'Simpan dan masuk' }).click()
  expect(await phone.getByRole('alert').innerText()).toMatch(/tidak cocok/)
  expect(await phone.getByLabel('NIP').inputValue()).toBe(login)
  await phone.getByLabel('Kode undangan').fill(code.toLowerCase())
  await phone.getByLabel('Kata sandi baru').fill('empat kata yang mudah diingat')
  await phone.getByRole('button', { name: 'Simpan dan masuk' }).click()
  await phone.waitForURL(/\/saya$/)

  expect(await phone.locator('.who').innerText()).toBe(name)
  // All of the answer is above the fold of a small phone.
  const hero = await phone.locator('.hero').boundingBox()
  expect((hero?.y ?? 740) + (hero?.height ?? 740)).toBeLessThanOrEqual(740)
  expect(await phone.locator('.hero h1').innerText()).toBe('Anda bekerja di kantor')
  expect(await phone.locator('.hero').innerText()).toMatch(/butir|surat/i)
  expect(await axeFindings(phone)).toEqual([])
  expect(await overflowing(phone)).toEqual([])
  await shot(phone, 'nurse-360')

  await phone.getByRole('button', { name: 'Catat mulai kerja' }).click()
  await expect
    .poll(() => phone.locator('main').innerText(), { timeout: 15_000 })
    .toMatch(/Masuk \d\d\.\d\d: tercatat di server/)

  // The code is used up.
  await using other = await site.open(new URL(address).pathname, { as: null })
  await other.getByLabel('NIP').fill(login)
  await other.getByLabel('Kode undangan').fill(code)
  await other.getByLabel('Kata sandi baru').fill('kata sandi yang lain sekali')
  await other.getByRole('button', { name: 'Simpan dan masuk' }).click()
  expect(await other.getByRole('alert').innerText()).toMatch(/sudah dipakai/)
})
