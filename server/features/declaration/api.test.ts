/** What programs record that an authority has declared. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiOf } from '../../testing/api.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const sessions: Record<string, string> = {}
beforeAll(async () => {
  const officer = (name: string, role: 'organisation_bureau' | 'spokesperson') =>
    officerSession(database.db, '63.98', { name, role })
  sessions.bela = await officer('Bela', 'organisation_bureau')
  sessions.juru = await officer('Juru', 'spokesperson')
})
const own = apiOf(app, sessions)
const declared = async () => (await own.get('declarations', 'bela')).json()
const post = (path: string, body: object) => own.post(`declarations/${path}`, body, 'bela')
const flood = () => ({
  ...{ form: randomUUID(), event: 'flood', place: 'dinas-a', from: '2021-07-21', time: '06:00' },
  authority: 'Bupati, 360/1/2021',
})
const zone = () => ({ form: randomUUID(), status: 'zone', value: 'red', from: '2021-07-21', authority: 'Bupati' })
const eventsOf = async (kind: string) =>
  (await database.owner.selectFrom('event').where('kind', '=', kind).select('id').execute()).length

test('an event is declared once, and ends when an authority says so', async () => {
  const form = flood()
  const first = await post('events', form)
  expect([first.statusCode, (await post('events', form)).json()]).toEqual([200, first.json()])
  const event = { subject: 'dinas-a', event: 'flood', from: '2021-07-21T06:00' }
  expect(first.json().events).toEqual([{ ...event, name: 'Dinas Alfa', until: null, authority: 'Bupati, 360/1/2021' }])
  expect(await eventsOf('event-declared')).toBe(1)
  const end = { form: randomUUID(), ...event, until: '2021-07-23' }
  for (let times = 0; times < 2; times++)
    expect((await post('events/end', end)).json().events).toMatchObject([{ ...event, until: '2021-07-23' }])
  expect(await eventsOf('event-ended')).toBe(1)
})

test('a status holds from its day on, for the whole region where no unit is named', async () => {
  const form = zone()
  for (let times = 0; times < 2; times++)
    expect((await post('statuses', form)).json().statuses).toEqual([
      { ...{ subject: 'sungai-uji', name: 'Kabupaten Sungai Uji', status: 'zone', value: 'red' }, ...theRest },
    ])
  expect(await eventsOf('status-set')).toBe(1)
  expect((await declared()).units).toContainEqual({ unit: 'kantor-c/loket', name: 'Loket Gama' })
})
const theRest = { from: '2021-07-21', until: null, authority: 'Bupati' }

test.each<[string, string, object, number, string]>([
  ['a place that is not there', 'events', { ...flood(), place: 'tidak-ada' }, 404, 'declaration-place-unknown'],
  ['an end before its start', 'events', { ...flood(), until: '2021-07-20' }, 422, 'declaration-end-early'],
  ['a day far ahead', 'statuses', { ...zone(), from: '2031-07-21' }, 422, 'declaration-far'],
  ['nobody who declares', 'statuses', { ...zone(), authority: ' ' }, 400, 'invalid-input'],
  ['a word that is none', 'events', { ...flood(), event: 'Banjir Besar' }, 400, 'invalid-input'],
  [
    'the end of what nobody declared',
    'events/end',
    { form: randomUUID(), event: 'quake', subject: 'dinas-a', from: '2021-07-21', until: '2021-07-22' },
    ...([409, 'declaration-gone'] as const),
  ],
])('%s is refused', async (_, path, body, status, code) => {
  const no = await post(path, body)
  expect([no.json().code, no.statusCode]).toEqual([code, status])
})

test('only those who may record it, in their region', async () => {
  const neighbour = apiOf(app, sessions, '63.99')
  for (const [api, who, status] of [
    [own, 'nobody', 401],
    [own, 'juru', 403],
    [neighbour, 'bela', 404],
  ] as const) {
    const answers = [
      await api.get('declarations', who),
      await api.post('declarations/events', flood(), who),
      await api.post('declarations/events/end', { ...flood(), subject: 'dinas-a', until: '2021-07-22' }, who),
      await api.post('declarations/statuses', zone(), who),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([status, status, status, status])
  }
})
