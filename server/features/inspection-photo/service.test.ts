/** Photos of visits go after their time; what they showed is still proven by their fingerprints. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { findRegion } from '../region/service.ts'
import { forgetPhotos, listPhotos } from './service.ts'

const served = await serveRegion()
const { app, database } = served
const { owner } = database
afterAll(() => served[Symbol.asyncDispose]())

const day = 86_400_000
const region = await findRegion(database.db, 'sungai-uji')
if (!region) throw new Error('The region is gone.')
const region_id = region.code
const content = Buffer.from('a photo')
const sha256 = createHash('sha256').update(content).digest()

interface Stands {
  /** Days from the first morning on which the minutes were closed; null: they are open. */
  readonly closed: number | null
  /** On which the photo came. */
  readonly came?: number
  /** On which the case of the visit was closed; null: it is open; absent: there is none. */
  readonly caseClosed?: number | null
}

const at = (days: number) => new Date(morning + days * day).toISOString()
const inspector = randomUUID()
let visits = 0
async function visitWithPhoto({ closed, came = 0, caseClosed }: Stands): Promise<string> {
  const inspection_id = randomUUID()
  visits += 1
  const closing =
    closed === null ? {} : { closed_at: at(closed), closed_by: inspector, number: visits, office_word: 'nobody' }
  await owner
    .insertInto('inspection')
    .values({
      ...{
        region_id,
        inspection_id,
        agency_id: 'dinas-a',
        day: `2021-07-${visits}`,
        reason: 'Uji',
        planned_by: inspector,
      },
      ...{ planned_at: at(0), begun_by: inspector, begun_at: at(0), list: '[]', ...closing },
    })
    .execute()
  await owner
    .insertInto('inspection_photo')
    .values({
      ...{ region_id, inspection_id, photo_id: randomUUID(), sha256, content, type: 'image/png', caption: 'Loket' },
      ...{ inspector, taken_at: at(0), received_at: at(came) },
    })
    .execute()
  if (caseClosed !== undefined)
    await owner
      .insertInto('case_file')
      .values({
        ...{ region_id, employee_id: 'a2', case_id: randomUUID(), kind: 'inspection', inspection_id },
        ...{ day: '2021-07-21', agency_id: 'dinas-a', clauses: ['uji-2021-07/c2'], words: 'Mengapa?', opened_by: 't' },
        opened_at: at(0),
        ...(caseClosed !== null && { phase: 'closed', closed_at: at(caseClosed) }),
      })
      .execute()
  return inspection_id
}

test.each<[string, Stands, number, boolean]>([
  ['just before ninety days', { closed: 0 }, 90, true],
  ['ninety days after the minutes', { closed: 0 }, 90.01, false],
  ['of open minutes', { closed: null }, 400, true],
  ['that came late', { closed: 0, came: 10 }, 95, true],
  ['of an open case', { closed: 0, caseClosed: null }, 400, true],
  ['of a case that ended later', { closed: 0, caseClosed: 40 }, 120, true],
  ['ninety days after its case', { closed: 0, caseClosed: 40 }, 130.01, false],
])('a photo %s', async (_, stands, after, kept) => {
  const visit = await visitWithPhoto(stands)
  served.moment = morning + after * day
  await forgetPhotos(app, region)
  await forgetPhotos(app, region)
  expect(await listPhotos(app, region, visit)).toMatchObject([
    { kept, sha256: sha256.toString('hex'), caption: 'Loket' },
  ])
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from event
    where region_id = ${region_id} and kind = 'inspection-photo-dropped' and subject = ${visit}`.execute(owner)
  expect(rows).toEqual([{ count: kept ? 0 : 1 }])
})

test('on its page stands that a photo was dropped, and its address shows nothing', async () => {
  const visit = await visitWithPhoto({ closed: 0 })
  served.moment = morning + 91 * day
  const cookies = { piket: await served.signIn('a0') }
  const address = `/sungai-uji/unit/dinas-a/sidak/${visit}`
  const [photo] = await listPhotos(app, region, visit)
  expect((await app.inject({ url: `${address}/foto/${photo?.id}`, cookies })).statusCode).toBe(200)
  await forgetPhotos(app, region)
  const { body } = await app.inject({ url: address, cookies })
  expect([body.includes('Foto sudah dihapus'), body.includes(`/foto/${photo?.id}`)]).toEqual([true, false])
  expect((await app.inject({ url: `${address}/foto/${photo?.id}`, cookies })).statusCode).toBe(404)
})
