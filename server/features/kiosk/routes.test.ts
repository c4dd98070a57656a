/** People without a phone come and go at the shared device of their office. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
for (const employee of ['a0', 'a2', 'b0']) tokens[employee] = await served.signIn(employee)

const post = (url: string, form: Readonly<Record<string, string>>, who?: string) =>
  app.inject({
    method: 'POST',
    url,
    ...(who && { cookies: { piket: tokens[who] ?? '' } }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const givePin = async (employee: string, by = 'a0') => {
  const { body } = await post(`/sungai-uji/hadir/${employee}/pin`, { nomor: randomUUID() }, by)
  return wordsOf(documentOf(body).querySelector('.code')).replace(' ', '')
}
let screen = ''
const enter = (pegawai: string, pin: string, { arah = 'in', nomor = randomUUID() as string } = {}) =>
  post(`${screen}/pin`, { nomor, pegawai, pin, arah })
const said = ({ body }: { readonly body: string }, role: string) =>
  wordsOf(documentOf(body).querySelector(`[role=${role}]`))
const kept = () =>
  database.owner.selectFrom('voucher').select(['employee_id', 'moment', 'kind', 'vouched_by']).execute()

beforeAll(async () => {
  const { body } = await post('/sungai-uji/unit/dinas-a/layar', { nomor: randomUUID(), nama: 'Pintu' }, 'a0')
  const address = documentOf(body).querySelector('[role=status] a')?.getAttribute('href') ?? ''
  screen = new URL(address).pathname
})

test('the screen leads to the form, and axe finds nothing on it', async () => {
  const { body } = await app.inject(screen)
  expect(documentOf(body).querySelector(`a[href="${screen}/pin"]`)).not.toBeNull()
  expect(await axeFindings((await app.inject(`${screen}/pin`)).body)).toEqual([])
})

describe('somebody with a PIN', () => {
  test('comes and goes by the clock of the server, once however often it is sent', async () => {
    const pin = await givePin('a3')
    expect(pin).toMatch(/^\d{6}$/)
    const nomor = randomUUID()
    const first = await enter('a3', pin, { nomor })
    expect(said(first, 'status')).toBe('Pegawai a3: masuk pukul 07.30 tercatat.')
    expect(first.headers.refresh).toBe(`8; url=${screen}`)
    await enter('a3', pin, { nomor })
    expect((await enter('a3', pin, { nomor, arah: 'out' })).statusCode).toBe(422)
    served.moment = morning + 9 * 3_600_000
    expect(said(await enter('a3', pin, { arah: 'out' }), 'status')).toMatch(/pulang pukul 16\.30/)
    served.moment = morning
    expect((await kept()).map(({ moment, kind }) => [moment, kind])).toEqual([
      ['in', 'kiosk_pin'],
      ['out', 'kiosk_pin'],
    ])
  })

  test('is at the office in the statement of the head', async () => {
    const { body } = await app.inject({ url: '/sungai-uji/unit/dinas-a', cookies: { piket: tokens.a0 ?? '' } })
    const row = [...documentOf(body).querySelectorAll('tbody tr')]
      .map(wordsOf)
      .find((words) => /Pegawai a3/.test(words))
    expect(row).toMatch(/Kantor 07\.30.*3 dari 3/)
  })

  test('gets a new one, and the old one is no longer good', async () => {
    const old = await givePin('a4')
    const pin = await givePin('a4')
    expect((await enter('a4', old)).statusCode).toBe(old === pin ? 200 : 422)
    expect((await enter('a4', pin)).statusCode).toBe(200)
  })
})

describe('a PIN', () => {
  test('is given once by a form that is sent again, which says so', async () => {
    const page = await app.inject({ url: '/sungai-uji/hadir/a4', cookies: { piket: tokens.a0 ?? '' } })
    const form = documentOf(page.body).querySelector('form[action$=pin]')
    const nomor = form?.querySelector('[name=nomor]')?.getAttribute('value') ?? ''
    const give = () => post(form?.getAttribute('action') ?? '', { nomor }, 'a0')
    const answers = await Promise.all([give(), give()])
    const [given, again] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
    expect([given?.statusCode, again?.statusCode]).toEqual([200, 409])
    expect(again?.body).toContain('hanya ditampilkan sekali')
    expect(again && refusedIn(again)).toMatchObject({ code: 'secret-shown-once', at: '/sungai-uji/hadir/a4/pin' })
    const pin = wordsOf(documentOf(given?.body ?? '').querySelector('.code')).replace(' ', '')
    expect((await enter('a4', pin)).statusCode).toBe(200)
  })

  test('that is wrong, of nobody, or of another office is refused alike, and the number stays', async () => {
    const pin = await givePin('b1', 'b0')
    const answers = [await enter('a3', 'x'), await enter('nobody', '123456'), await enter('b1', pin)]
    for (const answer of answers) expect(said(answer, 'alert')).toMatch(/tidak cocok/)
    expect(
      documentOf(answers[0]?.body ?? '')
        .querySelector('#pegawai')
        ?.getAttribute('value'),
    ).toBe('a3')
    expect(answers[0]?.body).not.toContain('value="x"')
    for (const answer of answers) expect(refusedIn(answer)).toMatchObject({ status: 422, at: `${screen}/pin` })
    const way = refusedIn(
      await post(`${screen}/pin`, { nomor: randomUUID(), pegawai: 'a3', pin: '123456', arah: 'up' }),
    )
    expect(way).toMatchObject({ status: 400, code: 'form-invalid', typed: { pegawai: 'a3', pin: '' } })
  })

  test('cannot be guessed at leisure', async () => {
    const pin = await givePin('a5')
    for (let guess = 0; guess < 5; guess++) await enter('a5', 'wrong')
    const early = await enter('a5', pin)
    expect([early.statusCode, early.headers['retry-after']]).toEqual([429, '60'])
    served.moment += 61_000
    expect((await enter('a5', pin)).statusCode).toBe(200)
    served.moment = morning
  })

  test('that is right, sent twice at once after four wrong ones, is kept, and stays so while guessing is paused', async () => {
    const pin = await givePin('a5')
    for (let guess = 0; guess < 4; guess++) await enter('a5', 'wrong')
    const nomor = randomUUID()
    const taps = await Promise.all([enter('a5', pin, { nomor }), enter('a5', pin, { nomor })])
    expect(taps.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    for (let guess = 0; guess < 5; guess++) await enter('a5', 'wrong')
    served.moment += 30_000
    const late = await enter('a5', pin, { nomor })
    expect(said(late, 'status')).toBe(said(taps[0] ?? { body: '' }, 'status'))
    for (const other of [{ nomor, arah: 'out' }, {}]) expect((await enter('a5', pin, other)).statusCode).toBe(429)
    served.moment = morning
  })

  test('is given by the superior or the head, never to oneself', async () => {
    expect((await post('/sungai-uji/hadir/a3/pin', { nomor: randomUUID() }, 'a2')).statusCode).toBe(403)
    expect((await post('/sungai-uji/hadir/a0/pin', { nomor: randomUUID() }, 'a0')).statusCode).toBe(403)
    expect((await post('/sungai-uji/hadir/a3/pin', { nomor: randomUUID() }, 'b0')).statusCode).toBe(403)
  })
})

test('a screen that was closed takes nothing', async () => {
  const pin = await givePin('a6')
  await database.owner.updateTable('office_screen').set({ closed_by: 'a0', closed_at: new Date() }).execute()
  expect((await enter('a6', pin)).statusCode).toBe(404)
})
