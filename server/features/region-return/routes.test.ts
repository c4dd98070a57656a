/** All agencies of a region on its day, with the statements of their heads. */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepAbsences } from '../../testing/closed-days.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
for (const employee of ['a0', 'c1']) tokens[employee] = await served.signIn(employee)

const hour = 3_600_000
const get = (url: string, who: string) => app.inject({ url, cookies: { piket: tokens[who] ?? '' } })
const state = (agency: string, who: string, given: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/unit/${agency}`,
    cookies: { piket: tokens[who] ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ id: randomUUID(), ...given }).toString(),
  })

/** One head is late, with a reason; the acting head of another states in time. */
beforeAll(async () => {
  served.moment = morning + 3 * hour
  await state('dinas-a', 'a0', { alasan_not_recorded: 'Jaringan putus' })
  served.moment = morning
  await state('dinas-b', 'c1')
})

describe('all agencies', () => {
  test('are counted with their statements, those that need a look first', async () => {
    const { body } = await served.ask('/sungai-uji/semua-opd')
    const page = documentOf(body)
    const rows = [...page.querySelectorAll('tbody tr')].map(wordsOf)
    expect(rows).toHaveLength(3)
    // A counter needs three, and one person is still to come.
    expect(rows[0]).toMatch(/Dinas Beta.*loket izin kurang 2 orang/)
    expect(rows.find((row) => row.startsWith('Kantor Gama'))).toContain('Belum masuk')
    expect(rows.find((row) => row.startsWith('Dinas Alfa'))).toMatch(/10\.30 terlambat/)
    expect(wordsOf(page.querySelector('.stats'))).toMatch(/Pernyataan masuk ?2 dari 3 · 1 belum/)
    expect(await axeFindings(body)).toEqual([])
    const missing = documentOf((await served.ask('/sungai-uji/semua-opd?saring=belum')).body)
    expect([...missing.querySelectorAll('tbody th')].map(wordsOf)).toEqual(['Kantor Gama'])
  })

  test('stand with their last ten working days and what is left open', async () => {
    const days = ['2021-07-06', '2021-07-07'] as Day[]
    await keepAbsences(database.owner, { employee: 'b1', agency: 'dinas-b', openFor: ['correction'] }, days)
    await sql`insert into attendance_return (region_id, day, agency_id, version, return_id, stated_by, acting, stated_at,
        due_at, figures, deviations) values ('63.98', '2021-07-07', 'dinas-b', 1, gen_random_uuid(), 'a', false, now(),
        now(), '{"tooFull": 0, "tooEmpty": 2, "lacking": []}', '[]')`.execute(database.owner)
    const row = [...documentOf((await served.ask('/sungai-uji/semua-opd')).body).querySelectorAll('tbody tr')].find(
      (one) => wordsOf(one).startsWith('Dinas Beta'),
    )
    expect(row?.querySelector('.spark')?.getAttribute('aria-label')).toBe(
      'Di kantor pada 2 hari kerja terakhir: 0%, 0%; 1 hari melanggar batas.',
    )
    expect(wordsOf(row ?? null)).toContain('2 koreksi terbuka')
    const unit = documentOf((await get('/sungai-uji/unit/dinas-b', 'c1')).body)
    expect(wordsOf(unit.querySelector('[aria-labelledby=sebelumnya]'))).toContain('2 koreksi terbuka')
    expect(await axeFindings((await served.ask('/sungai-uji/semua-opd')).body)).toEqual([])
  })

  test('come as a table without names of people', async () => {
    const { headers, body } = await served.ask('/sungai-uji/semua-opd.csv')
    expect(headers['content-disposition']).toContain('semua-opd-sungai-uji-2021-07-21.csv')
    const [header = '', ...lines] = body.trim().split('\r\n')
    expect(header).toMatch(/day,agency,name,people,at_office,/)
    expect(lines).toHaveLength(3)
    expect(lines.every((line) => line.split(',').length === header.split(',').length)).toBe(true)
    expect(body).not.toMatch(/Pegawai|Siti/)
  })

  test('are no matter of a head', async () => {
    expect((await get('/sungai-uji/semua-opd', 'a0')).statusCode).toBe(403)
  })
})
