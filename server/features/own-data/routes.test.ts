import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { text } from './text.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())

const tokens: Record<string, string> = {}
for (const employee of ['a0', 'a2', 'a3', 'a4', 'a5', 'a6', 'b1']) tokens[employee] = await served.signIn(employee)

const get = (url: string, who: string) => served.app.inject({ url, cookies: { piket: tokens[who] ?? '' } })
const ownPage = async (who: string) =>
  wordsOf(documentOf((await get('/sungai-uji/data-saya', who)).body).querySelector('main'))

test('every table about people has a name in both languages', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('employee_id', 'account_id')`.execute(served.database.owner)
  const names = rows.map(({ name }) => (name === 'health_attribute' ? 'health' : name))
  for (const { tables } of Object.values(text)) expect(names.filter((name) => !(name in tables))).toEqual([])
  expect(names).toContain('work_report')
})

describe('the own data', () => {
  test('are taken along as a file, without what would let somebody in', async () => {
    const answer = await get('/sungai-uji/data-saya.json', 'a3')
    const file = JSON.parse(answer.body)
    expect(answer.headers['content-disposition']).toMatch(/data-saya-2021-07-20\.json/)
    expect(file).toMatchObject({ region: 'sungai-uji', employee: 'a3' })
    expect(file.held.employee_version[0]).toMatchObject({ name: 'Pegawai a3', unit_id: 'dinas-a' })
    expect(file.held.account[0]).toMatchObject({ employee_id: 'a3' })
    expect(answer.body).not.toMatch(/password_hash|token_hash|"a4"/)
  })

  test('are read on a page that axe finds nothing on', async () => {
    expect(await axeFindings((await get('/sungai-uji/data-saya', 'a3')).body)).toEqual([])
  })

  test('are nobody else’s', async () => {
    const { held } = JSON.parse((await get('/sungai-uji/data-saya.json', 'a4')).body)
    expect(JSON.stringify(held)).not.toMatch(/"a3"/)
  })
})

describe('a read by somebody else', () => {
  test('is seen by whom it was about, the own one is not', async () => {
    await get('/sungai-uji/pegawai/a3', 'a3')
    expect(await ownPage('a3')).toMatch(/Belum ada yang membacanya/)
    await get('/sungai-uji/pegawai/a3', 'a4')
    await get('/sungai-uji/pegawai/a3', 'a4')
    expect(await ownPage('a3')).toMatch(/Pegawai a4\s*tempat kerja dan alasannya · 2 kali/)
  })

  test('of a list is seen by everybody in it; of colleagues at the board of the office it is not', async () => {
    await get('/sungai-uji/opd/dinas-a', 'a2')
    await get('/sungai-uji/unit/dinas-a', 'a0')
    const seen = await ownPage('a5')
    expect(seen).toMatch(/Siti Kepala\s*presensi dalam daftar perangkat daerah · sekali/)
    expect(seen).not.toMatch(/Pegawai a2/)
  })

  test('that was refused is none', async () => {
    await get('/sungai-uji/laporan/pegawai/a5', 'b1')
    expect(await ownPage('a5')).not.toMatch(/laporan harian ·/)
  })

  test('beside a form that was refused is one too', async () => {
    const refused = await served.app.inject({
      method: 'POST',
      url: '/sungai-uji/hadir/a4',
      cookies: { piket: tokens.a0 ?? '' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload:
        'nomor=10000000-0000-4000-8000-000000000000&hari=2021-07-20&arah=in&tempat=office&jam=07:20&alasan=&saksi=',
    })
    expect(refused.statusCode).toBe(422)
    expect(await ownPage('a4')).toMatch(/Siti Kepala.*presensi · sekali/)
  })

  test('is not answered when it cannot be written down', async () => {
    await sql`revoke insert on sensitive_read from piket_app`.execute(served.database.owner)
    expect((await get('/sungai-uji/pegawai/a3', 'a4')).statusCode).toBe(500)
    await sql`grant insert on sensitive_read to piket_app`.execute(served.database.owner)
  })
})

test('health attributes are told to their person', async () => {
  await as(served.database.db, { region: '63.98', reach: 'region' }, async (tx) => {
    await sql`set local piket.purpose = 'record'`.execute(tx)
    await sql`insert into health_attribute (region_id, employee_id, attribute, value, recorded_at)
      values ('63.98', 'a6', 'pregnant', 'yes', '2021-07-01')`.execute(tx)
  })
  const { held } = JSON.parse((await get('/sungai-uji/data-saya.json', 'a6')).body)
  expect(held.health).toMatchObject([{ attribute: 'pregnant', value: true }])
})
