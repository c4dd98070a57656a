/** A recall to which nobody came, kept by the superior as a matter to talk about, becomes a case by their hand. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { minutes, serveRecalls, tomorrow } from '../../testing/recalls.ts'

const recalls = await serveRecalls()
const { served, post, page, board, ordered, heard } = recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(async () => {
  await sql`delete from case_file`.execute(served.database.owner)
  await recalls.afresh()
})

const settle = (recall: string, sebagai: string) =>
  post('a1', `panggilan/${recall}/selesai`, [
    ['sebagai', sebagai],
    ['kata', 'Tidak mengangkat telepon'],
  ])
const ask = (who: string, recall: string, nomor = randomUUID()) =>
  post(who, `kasus/buka/panggilan/${recall}`, [
    ['nomor', nomor],
    ['kata', 'Mengapa tidak datang?'],
  ])
const main = async (who: string, url: string) => wordsOf(documentOf((await page(who, url)).body).querySelector('main'))

test('only what the superior has kept becomes a case; who gave no answer could not be reached', async () => {
  const recall = await ordered()
  const early = await ask('a1', recall)
  expect([early.statusCode, early.body]).toEqual([409, expect.stringContaining('case-no-ground')])
  served.moment = minutes(91)
  await settle(recall, 'kept')
  const link = (await board('a1')).querySelector('.list a[href*="/kasus/buka/"]')?.getAttribute('href') ?? ''
  expect(link).toBe(`/sungai-uji/kasus/buka/panggilan/${recall}`)
  const form = await page('a1', link.slice('/sungai-uji/'.length))
  expect(wordsOf(documentOf(form.body).querySelector('main'))).toContain('Tidak dapat dihubungi')
  expect(await axeFindings(form.body)).toEqual([])
  const nomor = randomUUID()
  for (let times = 0; times < 2; times++) expect((await ask('a1', recall, nomor)).statusCode).toBe(303)
  expect((await ask('a0', recall)).body).toContain('case-open-already')
  expect(await main('a7', `kasus/${nomor}`)).toContain('Mengapa tidak datang?')
  expect(await main('a7', `kasus/${nomor}`)).toContain('butir c1')
})

test('who said to come and did not is another case, and on the next day it still waits to be opened', async () => {
  const recall = await ordered()
  served.moment = minutes(10)
  expect((await heard('a1', recall)).statusCode).toBe(303)
  served.moment = minutes(91)
  await settle(recall, 'kept')
  served.moment = tomorrow(10)
  expect(await main('a1', 'kasus/tinjau')).toMatch(/Buka kasus: .*tidak hadir saat dipanggil, Rabu, 21 Juli 2021/)
  expect((await ask('a1', recall)).statusCode).toBe(303)
  expect(await main('a1', 'kasus/tinjau')).not.toContain('Buka kasus:')
})

test('what was excused is no case, and nobody opens one of somebody out of their reach', async () => {
  const recall = await ordered()
  served.moment = minutes(91)
  expect((await ask('b0', recall)).statusCode).toBe(404)
  await settle(recall, 'excused')
  expect((await ask('a1', recall)).body).toContain('case-no-ground')
})
