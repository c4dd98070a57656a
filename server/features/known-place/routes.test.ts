/** A head says where the people of the agency work; points of phones are held against it. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { knownPlaces, placesFor } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
for (const employee of ['a0', 'b0']) tokens[employee] = await served.signIn(employee)
const own = '/sungai-uji/unit/dinas-a/tempat'
const get = (who: string) => app.inject({ url: own, cookies: { piket: tokens[who] ?? '' } })
const post = (url: string, form: Readonly<Record<string, string>>) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { piket: tokens.a0 ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const whole = {
  nomor: randomUUID(),
  unit: 'dinas-a',
  jenis: 'office',
  nama: 'Gedung A',
  titik: '-1.91234, 116.18765',
  radius: '80',
}
const places = () => as(database.db, { region: '63.98', reach: 'region' }, (tx) => knownPlaces(tx))

describe('a place', () => {
  test('is known once however often the form is sent, and closed', async () => {
    expect((await post(own, whole)).statusCode).toBe(303)
    expect((await post(own, whole)).statusCode).toBe(303)
    expect(await places()).toMatchObject([{ name: 'Gedung A', latitude: -1.91234, longitude: 116.18765, radius: 80 }])
    const { body } = await get('a0')
    expect(wordsOf(documentOf(body).querySelector('[aria-labelledby=tempat]'))).toMatch(/Gedung A.*kantor.*radius 80 m/)
    expect(await axeFindings(body)).toEqual([])
    const close = documentOf(body).querySelector('form[action$=tutup]')?.getAttribute('action') ?? ''
    expect((await post(close, {})).statusCode).toBe(303)
    expect(await places()).toEqual([])
    expect((await post(close, {})).statusCode).toBe(404)
  })

  test.each([
    ['without a name', { nama: ' ' }, 'belum bernama'],
    ['that is no point', { titik: 'di kantor' }, 'bukan lintang dan bujur'],
    ['beyond the pole', { titik: '-91, 116' }, 'bukan lintang dan bujur'],
    ['too wide', { radius: '50000' }, '20 sampai 20000 meter'],
    ['of no size', { radius: 'besar' }, '20 sampai 20000 meter'],
  ])('%s is refused, and what was typed stays', async (_, change, words) => {
    const { statusCode, body } = await post(own, { ...whole, nomor: randomUUID(), ...change })
    expect(statusCode).toBe(422)
    const page = documentOf(body)
    expect(wordsOf(page.querySelector('[role=alert]'))).toContain(words)
    expect(page.querySelector('#titik')?.getAttribute('value')).toBe({ ...whole, ...change }.titik)
  })

  test('of another agency is not theirs', async () => {
    expect((await get('b0')).statusCode).toBe(403)
    for (const unit of ['dinas-b', 'dinas-a/tidak-ada']) {
      const { statusCode, body } = await post(own, { ...whole, nomor: randomUUID(), unit })
      expect([statusCode, wordsOf(documentOf(body).querySelector('[role=alert]'))]).toEqual([
        422,
        expect.stringContaining('bukan bagian dari perangkat daerah'),
      ])
    }
    expect(await places()).toEqual([])
  })

  test('is for the people of its unit and below, where they say to be of its kind', () => {
    const place = {
      id: 'p',
      unit: 'kantor-c',
      kind: 'office',
      name: 'C',
      latitude: 0,
      longitude: 0,
      radius: 50,
    } as const
    expect(placesFor([place], 'kantor-c/loket', 'office')).toEqual([place])
    expect(placesFor([place], 'dinas-a', 'office')).toEqual([])
    expect(placesFor([place], 'kantor-c/loket', 'field')).toEqual([])
  })
})
