import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { circular, proposal, serveRegion } from '../../testing/served-region.ts'
import { fileCircular } from '../circular/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { groundsFor } from './service.ts'

const served = await serveRegion()
const { ask, database } = served
afterAll(() => served[Symbol.asyncDispose]())

/** Documents of which none is in force: the region of the neighbour knew none before. */
const standing = ['draft', 'suspended', 'revoked', 'expired'] as const
const documents = [
  proposal,
  ...standing.map((status) =>
    circular.replace('id: uji-2021-07', `id: uji-${status}`).replace('status: in_force', `status: ${status}`),
  ),
]

test.each(documents.map((source) => [/^status: (.+)$/m.exec(source)?.[1], source]))(
  'where nothing but a document that is %s is added, everybody works at the office as usual',
  async (_, source = '') => {
    const { doc } = parseCircular('test.yaml', source)
    await as(database.db, { region: '63.99', reach: 'region' }, (tx) =>
      fileCircular(tx, source, doc!, { by: 'test', now: '2021-07-16T10:00' }),
    )
    const day = await ask('/api/v1/regions/63.99/day')
    expect(day.json()).toMatchObject({ circulars: [], total: { staff: 1, office: 1, gap: 1 } })
    const page = await ask('/tetangga')
    expect([page.statusCode, wordsOf(documentOf(page.body).querySelector('main'))]).toEqual([
      200,
      expect.stringContaining('Tidak ada surat yang berlaku pada hari ini.'),
    ])
  },
)

test('and every other page of the region answers', async () => {
  const { rows } = (await ask('/api/v1/regions/63.99/employees/t1/decision')).json()
  expect(rows).toEqual([expect.objectContaining({ place: 'office', force: 'default', circular: null })])
  for (const address of ['/opd/dinas-a', '/pegawai?cari=orang', '/pegawai/t1', '/jadwal', '/edaran', '/layanan'])
    expect((await ask(`/tetangga${address}`)).statusCode, address).toBe(200)
  const listed = (await ask('/api/v1/regions/63.99/circulars')).json()
  expect(listed.map(({ status }: { status: string }) => status).toSorted()).toEqual(
    [...standing, 'proposed'].toSorted(),
  )
  for (const { id } of listed) expect((await ask(`/tetangga/edaran/${id}`)).statusCode, id).toBe(200)
})

test('a proposal among them can be simulated', async () => {
  expect((await ask('/tetangga?simulasi=2021-07-21')).statusCode).toBe(200)
})

test.each([
  ['a few agencies: each stands on its own ground', ['dinas-a', 'dinas-b', 'dinas-a'], [2, 1]],
  ['many agencies: they stand together on that of the region', ['dinas-a', 'dinas-b', 'kantor-c', 'dinas-d'], [4]],
  ['no agency: no ground is asked for', [], []],
])('people of %s', async (_, agencies, together) => {
  const asked = await askedOf({ db: database.db, clock: served.app.clock }, '63.98', {})
  if (isRefusal(asked)) throw new Error('The region of the test cannot be asked.')
  const people = agencies.map((agency) => ({ agency }))
  const grounds = await groundsFor(database.db, asked, people)
  if (isRefusal(grounds)) throw new Error('The region of the test has no ground.')
  expect(grounds.map((one) => one.people.length)).toEqual(together)
  expect(new Set(grounds.map((one) => one.ground)).size).toBe(together.length)
})
