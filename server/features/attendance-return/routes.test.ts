/** A head sees who is where and states it. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
for (const employee of ['a0', 'a1', 'b0', 'c1']) tokens[employee] = await served.signIn(employee)

const hour = 3_600_000
const get = (url: string, who: string) => app.inject({ url, cookies: { piket: tokens[who] ?? '' } })
const post = (url: string, who: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { piket: tokens[who] ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const own = '/sungai-uji/unit/dinas-a'
const stateOf = async (url: string, who: string) =>
  wordsOf(documentOf((await get(url, who)).body).querySelector('[aria-labelledby=pernyataan]'))
const versions = () =>
  database.owner.selectFrom('attendance_return').select(['agency_id', 'version', 'acting']).orderBy('version').execute()

describe('before the hours begin', () => {
  test('nobody is missing, leave is excused, and the head states it with one tap', async () => {
    const { statusCode, body } = await get(own, 'a0')
    expect(statusCode).toBe(200)
    const words = wordsOf(documentOf(body).querySelector('[aria-labelledby=pernyataan]'))
    expect(words).toMatch(/0 di kantor, 0 di rumah, 1 berhalangan, 7 belum waktunya/)
    expect(words).toContain('Kuota dipenuhi: paling banyak 4 dari 8')
    expect(documentOf(body).querySelectorAll('form input[required]')).toHaveLength(0)
    expect(await axeFindings(body)).toEqual([])
    const id = documentOf(body).querySelector('form [name=id]')?.getAttribute('value') ?? ''
    expect((await post(own, 'a0', { id })).statusCode).toBe(303)
    expect(await stateOf(own, 'a0')).toMatch(/Dikirim pukul 07\.30\./)
  })

  test('sent twice, also at once, it is one statement', async () => {
    const id = randomUUID()
    const sent = await Promise.all([post(own, 'a0', { id }), post(own, 'a0', { id }), post(own, 'a0', { id })])
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    expect((await versions()).map(({ version }) => version)).toEqual([1, 2])
  })
})

describe('when people are missing', () => {
  test('each kind needs a reason, and what was typed stays', async () => {
    served.moment = morning + 3 * hour
    const id = randomUUID()
    const { body } = await get(own, 'a0')
    expect(wordsOf(documentOf(body).querySelector('[aria-labelledby=pernyataan]'))).toMatch(/7 belum mencatat/)
    const refused = await post(own, 'a0', { id, alasan_not_recorded: '  ', catatan: 'Listrik padam sejak pagi' })
    expect(refused.statusCode).toBe(422)
    const page = documentOf(refused.body)
    expect(wordsOf(page.querySelector('[role=alert]'))).toContain('Tulis satu alasan')
    expect(page.querySelector('#catatan')?.getAttribute('value')).toBe('Listrik padam sejak pagi')
    expect(page.querySelector('form [name=id]')?.getAttribute('value')).toMatch(/^[0-9a-f-]{36}$/)
    expect(wordsOf(page.querySelector('[role=alert]'))).toContain('alasan “belum mencatat” belum ditulis')
    expect(refusedIn(refused).wrong).toEqual({ alasan_not_recorded: 'Alasan “belum mencatat” belum ditulis' })
    const sent = await post(own, 'a0', { id, alasan_not_recorded: 'Jaringan putus', catatan: '<b>Listrik</b>' })
    expect(sent.statusCode).toBe(303)
    expect(await stateOf(own, 'a0')).toMatch(/perubahan ke-2.*Terlambat dari batas kirim/)
    const [row] = await database.owner
      .selectFrom('attendance_return')
      .select(['deviations', 'figures', 'note'])
      .where('return_id', '=', id)
      .execute()
    expect(row?.deviations).toHaveLength(7)
    expect(row?.deviations).toContainEqual({ person: 'a1', kind: 'not_recorded', reason: 'Jaringan putus' })
    expect(row?.figures).toMatchObject({ people: 8, officeMost: 4, evidenced: 0 })
    served.moment = morning
  })

  test('every statement leaves an event with its day and version', async () => {
    const events = await database.owner
      .selectFrom('event')
      .select(['subject', 'body'])
      .where('kind', '=', 'return-stated')
      .execute()
    expect(events.map(({ body }) => (body as { version: number }).version)).toEqual([1, 2, 3])
  })
})

describe('who may', () => {
  test('a clerk does not see the board of the unit, another head neither, the acting head states for the agency led', async () => {
    expect((await get(own, 'a1')).statusCode).toBe(403)
    expect((await get(own, 'b0')).statusCode).toBe(403)
    expect((await post(own, 'b0', { id: randomUUID() })).statusCode).toBe(403)
    expect((await post('/sungai-uji/unit/dinas-b', 'c1', { id: randomUUID() })).statusCode).toBe(303)
    expect((await versions()).find(({ agency_id }) => agency_id === 'dinas-b')).toMatchObject({
      acting: true,
      version: 1,
    })
  })

  test('the short address leads to the agency led; who leads none is told', async () => {
    expect((await get('/sungai-uji/unit', 'c1')).headers.location).toBe('/sungai-uji/unit/dinas-b')
    expect(wordsOf(documentOf((await get('/sungai-uji/unit', 'a1')).body).querySelector('h1'))).toMatch(
      /tidak memimpin/,
    )
  })

  test('an auditor reads and has no form', async () => {
    const { body } = await served.ask(own)
    expect(documentOf(body).querySelector('form[method=post]')).toBeNull()
  })
})

test('what somebody sees who has signed in is left on no shared computer', async () => {
  expect((await get(own, 'a0')).headers['cache-control']).toBe('private, no-cache')
  expect((await app.inject('/sungai-uji/masuk')).headers['cache-control']).toBeUndefined()
})

test.each(['saring=apa', 'hal=0', 'hal=99'])('?%s is told what it may be', async (query) => {
  expect([400, 404]).toContain((await get(`${own}?${query}`, 'a0')).statusCode)
})
test('a sub-unit and an unknown agency are no agency', async () => {
  expect((await served.ask('/sungai-uji/unit/kantor-c%2Floket')).statusCode).toBe(404)
  expect((await served.ask('/sungai-uji/unit/tidak-ada')).statusCode).toBe(404)
})
