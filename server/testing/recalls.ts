/** The small region where people can be called to the office, and what a superior and who is called send. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { as } from '#platform/db.ts'
import { fileCircular } from '../features/circular/service.ts'
import { findRegion, type RegionAsListed } from '../features/region/service.ts'
import { documentOf, wordsOf } from './page.ts'
import { addPhone } from './phone.ts'
import { morning, serveRegion } from './served-region.ts'
import { cookieOf } from './signed-in.ts'

export const region = '63.98'

/** So many minutes after the morning. */
export const minutes = (count: number) => morning + count * 60_000
/** The same time on the next day. */
export const tomorrow = (count: number) => minutes(count + 24 * 60)

/** Lets people at home be called, for two of the three reasons. */
const calling = `
piket: circular/1
id: uji-panggilan-2021-07
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/8/UJI
title: Panggilan ke kantor
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat Uji, signed_as: bupati}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources:
  - {id: u, type: invented, publisher: Uji}
groups: {}
clauses:
  - {id: c1, kind: duty, who: {unit: [dinas-a]}, do: come_when_called, for: [meeting, urgent_service], force: must, cite: "u:1"}
open_questions: []
`

/** Serves the region; what it answers with is asked as the people whose cookies it holds. `a7` has a phone. */
export async function serveRecalls() {
  const served = await serveRegion()
  const { app, database } = served
  const own = (await findRegion(database.db, region)) as RegionAsListed
  const phone = await addPhone(database.owner, { region, employee: 'a7', since: morning })
  const cookies: Record<string, { readonly piket: string }> = {}
  await sql`update employee_version set supervisor_id = 'a1', phone = '0812-3456-7890'
    where region_id = ${region} and employee_id = 'a7'`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'a7', 'b0', 'b1'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  await as(database.db, { region, reach: 'region' }, async (tx) => {
    const { doc } = parseCircular('test.yaml', calling)
    if (!doc) throw new Error('The circular cannot be read.')
    await fileCircular(tx, calling, doc, { by: 'test', now: '2021-07-16T10:00' })
  })

  const page = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
  const post = (who: string, url: string, fields: readonly (readonly [string, string])[] = []) =>
    app.inject({
      method: 'POST',
      url: `/sungai-uji/${url}`,
      cookies: { ...cookies[who] },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields as [string, string][]).toString(),
    })
  const order = (who: string, change: Readonly<Record<string, string>> = {}, people: readonly string[] = ['a7']) =>
    post(who, 'panggilan', [
      ...Object.entries({ nomor: randomUUID(), alasan: 'meeting', tempat: 'Loket 2', pukul: '09:00', ...change }),
      ...people.map((one) => ['pegawai', one] as const),
    ])
  const board = async (who = 'a0') => documentOf((await page(who, 'panggilan')).body)

  return {
    ...served,
    served,
    /** The region as it is on record. */
    own,
    phone,
    cookies,
    page,
    post,
    /** Calls people. */
    order,
    board,
    /** Calls `a7`. @returns the id of the recall */
    async ordered(): Promise<string> {
      const { statusCode, body } = await order('a0')
      if (statusCode !== 303) throw new Error(`The order was answered ${statusCode}: ${body}`)
      const { rows } = await sql<{ id: string }>`select recall_id as id from recall`.execute(database.owner)
      return rows[0]?.id ?? ''
    },
    /** The state of the first recall on somebody's board, in words. */
    state: async (who = 'a0') => wordsOf((await board(who)).querySelector('.list .place')),
    /** What happened to a recall, the oldest first. */
    async events(id: string): Promise<string[]> {
      const { rows } = await sql<{ kind: string }>`
        select kind from event where subject = ${id} order by id`.execute(database.owner)
      return rows.map(({ kind }) => kind)
    },
    /** Keeps an answer that somebody heard by telephone. */
    heard: (who: string, id: string, change: Readonly<Record<string, string>> = {}) =>
      post(
        who,
        `panggilan/${id}/jawaban`,
        Object.entries({ nomor: randomUUID(), jawab: 'acknowledged', pukul: '07:36', kata: '', ...change }),
      ),
    /** Sends what the phone of `a7` has signed, and awaits that it is graded. */
    async checkIn(payload: object): Promise<void> {
      const url = `/api/v1/regions/${region}/check-ins`
      const { statusCode, body } = await app.inject({ method: 'POST', url, cookies: { ...phone.cookies }, payload })
      if (statusCode >= 300) throw new Error(`The check-in was answered ${statusCode}: ${body}`)
      await app.grader.done()
    },
    /** Another day of the test: nobody is called. */
    async afresh(): Promise<void> {
      served.moment = morning
      await sql`delete from delivery`.execute(database.owner)
      await sql`delete from notice`.execute(database.owner)
      await sql`delete from recall`.execute(database.owner)
      await sql`delete from check_in_grade`.execute(database.owner)
      await sql`delete from check_in`.execute(database.owner)
      await sql`delete from override where day = '2021-07-21'`.execute(database.owner)
    },
    /** The application, and how many transactions it has begun. */
    counted() {
      let begun = 0
      const db = new Proxy(app.db, {
        get(target, key) {
          if (key === 'transaction') begun++
          const value = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
      return { source: { db, clock: app.clock }, begun: () => begun }
    },
  }
}
