/** Permits, asked for on the phone. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { codeOf, region, servePermits, type Wish } from '../../testing/permits.ts'

const { served, cookies, ask, asked, decide, withdraw, page, placeOf } = await servePermits()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

describe('asking', () => {
  test.each<[string, Wish, number, string]>([
    ['for a day that has passed: that is a correction', { from: '2021-07-19' }, 422, 'permit-day-past'],
    ['for today, where the kind is asked for ahead', { from: '2021-07-21' }, 422, 'permit-too-late'],
    ['with the last day before the first', { from: '2021-07-28', until: '2021-07-27' }, 422, 'permit-days-reversed'],
    ['for longer than a year', { from: '2021-07-28', until: '2022-09-01' }, 422, 'permit-too-long'],
    ['for health without a category', { kind: 'health', from: '2021-08-02' }, 422, 'permit-category-missing'],
    [
      'for health with words on the illness',
      { kind: 'health', from: '2021-08-02', category: 'at_risk_health', reason: 'asma' },
      422,
      'permit-health-words',
    ],
    ['for an exception that no clause makes', { kind: 'still_travelling' }, 422, 'permit-no-effect'],
    ['to travel where nothing bans it', { kind: 'travel_out_of_region' }, 422, 'permit-not-needed'],
    ['for somebody else without being above them', { employee: 'b1' }, 403, 'permit-not-yours'],
  ])('is refused %s', async (_, wish, status, refused) => {
    const response = await ask('a4', wish)
    expect([response.statusCode, codeOf(response)]).toEqual([status, refused])
  })

  test('illness is asked for on the day itself', async () => {
    const permit = await asked('a4', { kind: 'sick', from: '2021-07-21' })
    expect((await withdraw('a4', permit)).json().state).toBe('withdrawn')
  })

  test('twice is once; days that are taken are refused, by another permit or by the staff list', async () => {
    const wish = { id: randomUUID(), from: '2021-07-26', until: '2021-07-28' }
    expect([(await ask('a2', wish)).statusCode, (await ask('a2', wish)).statusCode]).toEqual([201, 201])
    expect(codeOf(await ask('a2', { ...wish, until: '2021-07-29' }))).toBe('form-used')
    expect(codeOf(await ask('a2', { kind: 'urgent', from: '2021-07-28' }))).toBe('permit-overlap')
    expect(codeOf(await ask('a6', { from: '2021-07-23' }))).toBe('permit-overlap')
  })

  test('two taps at once are one permit, and two wishes for the same days are one', async () => {
    const id = randomUUID()
    const same = await Promise.all([ask('a5', { id, from: '2021-08-23' }), ask('a5', { id, from: '2021-08-23' })])
    expect(same.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    const others = await Promise.all(
      ['2021-08-24', '2021-08-24'].map((from) => ask('a5', { from, until: '2021-08-25' })),
    )
    expect(others.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422])
  })
})

describe('health', () => {
  test('the category is told to the person and the personnel agency alone, and each look is written down', async () => {
    const before = (await placeOf('a4', '2021-08-02')).rows[0].place
    const permit = await asked('a4', {
      kind: 'health',
      from: '2021-08-02',
      until: '2021-08-06',
      category: 'at_risk_health',
    })
    for (const who of ['a0', 'a1', 'a3']) {
      expect((await page(who, 'izin/tinjau')).body).not.toContain(permit)
      expect((await page(who, `izin/${permit}`)).statusCode).toBe(404)
    }
    const ofHead = await app.inject({
      url: `/api/v1/regions/${region}/employees/a4/permits`,
      cookies: { ...cookies.a0 },
    })
    expect([ofHead.statusCode, ofHead.body.includes('health')]).toEqual([200, false])
    expect(codeOf(await decide('a0', permit))).toBe('permit-not-yours-to-sign')
    expect((await decide('bkpsdm', permit)).json()).toMatchObject({ state: 'granted', decided: { clause: null } })
    expect((await placeOf('a4', '2021-08-02')).rows[0]).toMatchObject({ place: 'home', clause: [] })
    const { rows } = await sql<{ reader: string }>`select distinct account.employee_id as reader
      from sensitive_read join account on account.account_id::text = reader
      where subject_id = 'a4' and purpose = 'review' and fields = '{at_risk_health}'`.execute(database.owner)
    expect(rows.map(({ reader }) => reader)).toEqual(['c2'])
    const own = await page('a4', 'data-saya.json')
    expect(own.json().held).toMatchObject({
      permit: expect.arrayContaining([expect.objectContaining({ kind: 'health' })]),
      health_claim: [{ attribute: 'at_risk_health' }],
    })
    const stored = await sql<{ row: string }>`select permit::text as row from permit
      where permit_id = ${permit}`.execute(database.owner)
    expect(stored.rows[0]?.row).not.toContain('at_risk')
    expect((await withdraw('a4', permit)).json().state).toBe('withdrawn')
    expect((await placeOf('a4', '2021-08-02')).rows[0].place).toBe(before)
  })
})
