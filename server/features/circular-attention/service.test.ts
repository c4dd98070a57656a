/** Documents that somebody has to look at: shown on their pages, and told to the bureau once for each reason. */
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { fileCircular } from '../circular/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { tellOfAttentions } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())
const inRegion = { region: '63.98', reach: 'region' } as const
const channels = { mail: { url: 'smtp://127.0.0.1:9', from: 'piket@contoh.go.id' }, push: undefined }
const source = { db: database.db, clock: app.clock, channels }
const own = async () => (await findRegion(database.db, 'sungai-uji')) as RegionAsListed

const shared = circular.replace(/open_questions:[\s\S]*$/, 'open_questions: []\n')
/** An instruction that is over, and a letter without an end that rests on it and is to be reviewed this week. */
const letters = [
  shared
    .replace('uji-2021-07', 'instruksi-uji')
    .replace('800/7/UJI', '1/UJI')
    .replace(/in_force: .*/, 'in_force: {from: 2021-06-01, until: 2021-07-20}'),
  shared
    .replace('uji-2021-07', 'surat-uji')
    .replace('800/7/UJI', '800/8/UJI')
    .replace(/in_force: .*/, 'in_force: {from: 2021-06-01, until: null, review: 2021-07-26}')
    .replace('relations: []', 'relations: [{type: implements, target: instruksi-uji}]'),
]

beforeAll(async () => {
  const addresses = sql`update employee_version set email = employee_id || '@contoh.go.id' where region_id = '63.98'`
  await addresses.execute(database.owner)
  await as(database.db, inRegion, async (tx) => {
    for (const text of letters) {
      const { doc } = parseCircular('x', text)
      if (!doc) throw new Error('The letter does not parse.')
      await fileCircular(tx, text, doc, { by: 'test', now: '2021-07-01T08:00' })
    }
    const account = await addAccount(tx, { login: 'biro', employee: 'b1', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'organisation_bureau' }, 'test')
  })
})

test('each reason is told once, and an event says which', async () => {
  expect(await tellOfAttentions(source, await own())).toBe(2)
  expect(await tellOfAttentions(source, await own())).toBe(0)
  const notices = await database.owner.selectFrom('notice').select(['employee_id', 'kind']).execute()
  expect(notices).toEqual([{ employee_id: 'b1', kind: 'circular_due' }])
  const events = await database.owner
    .selectFrom('event')
    .where('kind', '=', 'circular-due')
    .select(['subject', 'body'])
    .execute()
  expect(events.map(({ subject, body }) => [subject, body])).toEqual([
    ['surat-uji', { reason: 'basis', about: 'instruksi-uji' }],
    ['surat-uji', { reason: 'review', about: '2021-07-26' }],
  ])
})

test('the list marks it, and its page says what to do and leads to what is over', async () => {
  const list = documentOf((await app.inject({ url: '/sungai-uji/edaran' })).body).querySelector('main')
  expect(wordsOf(list)).toMatch(/dasarnya berakhir.*perlu ditinjau/)
  const page = documentOf((await app.inject({ url: '/sungai-uji/edaran/surat-uji' })).body)
  const notices = [...page.querySelectorAll('.notice')].map((one) => wordsOf(one))
  expect(notices.join(' ')).toMatch(/1\/UJI.*perlu ditinjau paling lambat/)
  const early = await app.inject({ url: '/sungai-uji/edaran/surat-uji?tanggal=2021-07-12' })
  expect(wordsOf(documentOf(early.body).querySelector('main'))).not.toMatch(/perlu ditinjau|dasarnya/)
})
