/** Heads whose statement is missing are told after the agreed hour, once; the personnel agency sees who and when. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { isReturnDue, remindHeads } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())
const region = (await findRegion(database.db, '63.98')) as RegionAsListed
/** A moment of Wednesday 21 July 2021, by its time in Makassar. */
const at = (time: string) => Date.parse(`2021-07-21T${time}:00+08:00`)

const told = async () => {
  const { rows } = await sql<{ agency: string; employee: string }>`
    select subject as agency, employee_id as employee from notice where kind = 'return_missing' order by 1, 2`.execute(
    database.owner,
  )
  return rows.map(({ agency, employee }) => `${agency} ${employee}`)
}

test('nobody is told before the hour, nor who has stated; then each head once, the acting one too', async () => {
  served.moment = at('09:00')
  const stated = await app.inject({
    method: 'POST',
    url: '/sungai-uji/unit/dinas-a',
    cookies: { ...(await cookieOf(database.db, region.code, 'a0')) },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ id: randomUUID(), alasan_not_recorded: 'Mesin mati' }).toString(),
  })
  expect(stated.statusCode).toBe(303)
  served.moment = at('10:00')
  expect([await isReturnDue(app, region), await remindHeads(app, region)]).toEqual([false, []])
  served.moment = at('10:01')
  expect(await isReturnDue(app, region)).toBe(true)
  const [first, second] = await Promise.all([remindHeads(app, region), remindHeads(app, region)])
  expect([...first, ...second]).toEqual(['dinas-b'])
  expect(await remindHeads(app, region)).toEqual([])
  expect(await told()).toEqual(['dinas-b b0', 'dinas-b c1'])
})

test('the personnel agency sees who was told and when, and that no channel reaches them', async () => {
  const { body } = await served.ask('/sungai-uji/semua-opd')
  const words = [...documentOf(body).querySelectorAll('tbody tr')].map((row) => wordsOf(row))
  expect(words.find((row) => row.startsWith('Dinas Beta'))).toContain(
    'Rahma Kepala diingatkan 10.01: tidak ada saluran, telepon saja',
  )
  expect(await axeFindings(body)).toEqual([])
})

test('where nobody works nobody is told', async () => {
  served.moment = Date.parse('2021-07-24T11:00:00+08:00')
  expect(await remindHeads(app, region)).toEqual([])
})
