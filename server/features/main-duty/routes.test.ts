import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  for (const employee of ['a0', 'a2', 'b0']) cookies[employee] = await cookieOf(database.db, '63.98', employee)
})
const page = (who: string, url: string) => app.inject({ url, cookies: { ...cookies[who] } })
const submit = (who: string, url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/tugas-pokok${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

test('a head offers main duties to the own agency; the form of the report shows them, until they are removed', async () => {
  const duty = { jabatan: 'staf', tugas: 'Verifikasi berkas', satuan: 'berkas', opd: 'dinas-a' }
  expect((await submit('a0', '', duty)).statusCode).toBe(303)
  expect((await submit('b0', '', { ...duty, opd: 'dinas-b', tugas: 'Izin' })).statusCode).toBe(303)
  const choices = async () =>
    [...documentOf((await page('a2', '/sungai-uji/laporan')).body).querySelectorAll('input[name=tugas]')].map(
      (choice) => wordsOf(choice.parentElement),
    )
  expect(await choices()).toEqual(['Verifikasi berkas (berkas)', 'Tugas lain'])
  const list = (await page('a0', '/sungai-uji/tugas-pokok')).body
  expect(await axeFindings(list)).toEqual([])
  const nomor = documentOf(list).querySelector('input[name=nomor]')?.getAttribute('value') ?? ''
  expect((await submit('b0', '/hapus', { nomor })).statusCode).toBe(404)
  expect((await submit('a0', '/hapus', { nomor })).statusCode).toBe(303)
  expect(await choices()).toEqual(['Tugas lain'])
})

test('nobody offers to agencies of others, or to all without being the personnel agency', async () => {
  const duty = { jabatan: 'staf', tugas: 'Apa saja', satuan: '' }
  expect((await submit('a0', '', { ...duty, opd: 'dinas-b' })).statusCode).toBe(403)
  expect((await submit('a0', '', { ...duty, opd: '' })).statusCode).toBe(403)
  expect((await submit('a2', '', { ...duty, opd: 'dinas-a' })).statusCode).toBe(403)
  expect((await submit('a0', '', { ...duty, tugas: ' ', opd: 'dinas-a' })).statusCode).toBe(400)
})
