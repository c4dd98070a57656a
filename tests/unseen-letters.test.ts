/** Unseen letters of a form, a form with files or a body of JSON reach no row; what a phone signed stays as it was. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPhone } from '../server/testing/phone.ts'
import { morning, serveRegion } from '../server/testing/served-region.ts'
import { cookieOf } from '../server/testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const unseen = '\u202e\u2066\u200b\u200e\u061c\ufeff\u0000\u0007\u0085'
const tinted = `${unseen}ꦏ꧀\u200cꦏ Ba${unseen}ris${unseen}`
const seen = 'ꦏ꧀\u200cꦏ Baris'
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  served.moment = morning + 3 * 3_600_000
  for (const employee of ['a2', 'a3', 'a4']) cookies[employee] = await cookieOf(database.db, region, employee)
})

/** Tables with a row that holds an unseen letter, as text or as JSON writes it. */
async function tablesHolding(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(database.owner)
  const held = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await sql<{
        row: string
      }>`select row from (select to_jsonb(one)::text as row from ${sql.table(name)} one)
        where row ~ '[\u202e\u2066\u200b\u200e\u061c\ufeff\u0085]' or row like '%\\\\u0007%'`.execute(database.owner)
      return found.rows.length > 0 ? [name] : []
    }),
  )
  return held.flat().sort()
}

const written = async (table: string, column: string) => {
  const { rows } = await sql<{ words: string }>`select ${sql.ref(column)} as words from ${sql.table(table)}`.execute(
    database.owner,
  )
  return rows.map(({ words }) => words)
}

test('a body of JSON', async () => {
  const report = { id: randomUUID(), employee: 'a2', day: '2021-07-21', done: tinted }
  const url = `/api/v1/regions/${region}/reports`
  const { statusCode, json } = await app.inject({ method: 'POST', url, cookies: { ...cookies.a2 }, payload: report })
  expect([statusCode, json().done]).toEqual([201, seen])
  expect(await written('work_report', 'done')).toEqual([seen])
})

const correction = { hari: '2021-07-21', sebab: 'forgot', arah: 'in', tempat: 'office', jam: '07:15', alasan: tinted }

test('a form', async () => {
  const form = new URLSearchParams({ nomor: randomUUID(), ...correction })
  const { statusCode } = await app.inject({
    ...{ method: 'POST', url: '/sungai-uji/koreksi', cookies: { ...cookies.a3 } },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  })
  expect(statusCode).toBe(303)
})

test('a form with files', async () => {
  const fields = Object.entries({ nomor: randomUUID(), ...correction })
  const parts = fields.map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const { statusCode } = await app.inject({
    ...{ method: 'POST', url: '/sungai-uji/koreksi', cookies: { ...cookies.a4 } },
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${parts.join('')}--b--\r\n`,
  })
  expect(statusCode).toBe(303)
  expect(await written('correction', 'reason')).toEqual([seen, seen])
})

test('a record that a phone signed', async () => {
  const phone = await addPhone(database.owner, { region, employee: 'a5', since: morning })
  const note = `Hujan \u202e\u200b`
  const { statusCode } = await app.inject({
    ...{ method: 'POST', url: `/api/v1/regions/${region}/check-ins`, cookies: { ...phone.cookies } },
    payload: phone.tap(served.moment, { note }),
  })
  expect(statusCode).toBe(201)
  expect((await written('check_in', 'record')).map((record) => JSON.parse(record).note)).toEqual([note])
})

test('nothing else was kept with an unseen letter', async () => {
  expect(await tablesHolding()).toEqual(['check_in'])
})
