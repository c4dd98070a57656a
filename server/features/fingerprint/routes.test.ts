/** Exports of a fingerprint machine: looked over, imported, and the same in whatever order and however often. */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { attendanceOfPerson } from '../attendance/service.ts'
import { touchedSince } from '../day-record/queries.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, { readonly piket: string }> = {}
const all = '/sungai-uji/presensi/mesin'
const machine = randomUUID()
const own = `${all}/dinas-a/${machine}`

const get = (who: string, url: string) => app.inject({ url, cookies: { ...cookies[who] } })
const post = (who: string, url: string, form: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const send = (who: string, content: string, url = own) =>
  app.inject({
    method: 'POST',
    url,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'multipart/form-data; boundary=batas' },
    payload: `--batas\r\nContent-Disposition: form-data; name="berkas"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--batas--\r\n`,
  })
const imported = async (content: string) => {
  const file = String((await send('a0', content)).headers.location)
  return (await post('a0', `${file}/catat`)).statusCode
}
const taps = async () =>
  (
    await database.owner
      .selectFrom('fingerprint')
      .select(['employee_id as who', 'direction'])
      .select(sql<string>`to_char(at at time zone 'Asia/Makassar', 'HH24:MI')`.as('time'))
      .orderBy('who')
      .orderBy('time')
      .orderBy('direction')
      .execute()
  ).map(({ who, time, direction }) => `${who} ${time} ${direction}`)
const dayOf = async (employee: string) => {
  const shown = await attendanceOfPerson(app, 'sungai-uji', employee, '2021-07-21' as Day)
  return 'attendance' in shown ? shown.attendance : undefined
}

beforeAll(async () => {
  for (const employee of ['a0', 'a1', 'b0']) cookies[employee] = await cookieOf(database.db, '63.98', employee)
  served.moment = morning + 8.5 * 3_600_000
  const added = await post('a0', all, { nomor: machine, opd: 'dinas-a', nama: 'Pintu depan' })
  expect([added.statusCode, added.headers.location]).toEqual([303, own])
  expect((await post('a0', `${own}/nomor`, { nomor: '101 a2\n00102; a3\n7,a0' })).statusCode).toBe(303)
})
beforeEach(async () => {
  await database.owner.deleteFrom('fingerprint').execute()
  await database.owner.deleteFrom('fingerprint_file').execute()
})

test('a form sent again is the same machine; its id under another name, or in another agency, is refused', async () => {
  const add = (who: string, opd: string, nama: string) => post(who, all, { nomor: machine, opd, nama })
  const again = await add('a0', 'dinas-a', 'Pintu depan')
  expect([again.statusCode, again.headers.location]).toEqual([303, own])
  const { statusCode, body } = await add('a0', 'dinas-a', 'Pintu belakang')
  const value = (name: string) => documentOf(body).querySelector(`[name=${name}]`)?.getAttribute('value')
  expect([statusCode, value('nama'), value('nomor') === machine]).toEqual([422, 'Pintu belakang', false])
  expect((await add('b0', 'dinas-b', 'Pintu depan')).statusCode).toBe(404)
  const added = database.owner.selectFrom('event').select('id').where('kind', '=', 'fingerprint-machine-added')
  expect(await added.execute()).toHaveLength(1)
})

describe('a file', () => {
  const content =
    'AC-No.;Date/Time;State\n101;2021-07-21 07:20:11;C/In\n102;21/07/2021 07:25;\n999;2021-07-21 07:00;\n' +
    '101;2021-07-21 07:20:40;C/In\n101;2021-07-21 23:00;\n101;31/02/2021 07:00;\n7;2021-07-21 07:00;\n101;2021-05-01 07:00;\n'

  test('is looked over first: every row that is left out is named with its reason, and nothing is entered', async () => {
    const sent = await send('a0', content)
    expect(sent.statusCode).toBe(303)
    const { body } = await get('a0', String(sent.headers.location))
    const found = [...documentOf(body).querySelectorAll('.notice li')].map(wordsOf).join('\n')
    expect(found).toMatch(/Baris 4: Nomor "999" tidak dikenal/)
    expect(found).toMatch(/Baris 5: Sama dengan baris 2; dihitung sekali/)
    expect(found).toMatch(/Baris 6: Waktu ini belum tiba/)
    expect(found).toMatch(/Baris 7: "31\/02\/2021" bukan tanggal/)
    expect(found).toMatch(/Baris 8: Baris Anda sendiri dilewati/)
    expect(found).toMatch(/Baris 9: Hari itu sudah lewat/)
    expect(wordsOf(documentOf(body).querySelector('form[action$=catat]'))).toMatch(/2 catatan dari 2 orang/)
    expect(await taps()).toEqual([])
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })

  test('is evidence of its own kind once it is imported, where people look, with its machine', async () => {
    expect(await imported(`${content}101;2021-07-21 15:40;\n`)).toBe(303)
    expect(await taps()).toEqual(['a2 07:20 in', 'a2 15:40 unsaid', 'a3 07:25 unsaid'])
    expect((await dayOf('a3'))?.checkIns).toMatchObject([
      { kind: 'in', place: 'office', evidence: { grade: 2, reasons: ['fingerprint'] }, certainty: 'stated' },
    ])
    expect((await dayOf('a3'))?.day).toMatchObject({ state: 'at_office' })
    const person = await get('a0', '/sungai-uji/hadir/a3')
    expect(wordsOf(documentOf(person.body).querySelector('[aria-labelledby=tercatat]'))).toMatch(
      /Datang 07\.25.*tercatat di mesin sidik jari.*mesin sidik jari: Pintu depan/,
    )
    const events = await database.owner
      .selectFrom('event')
      .select(['actor', 'subject', 'agency_id'])
      .where('kind', '=', 'fingerprints-imported')
      .execute()
    expect(events).toEqual([{ actor: 'a0', subject: 'dinas-a', agency_id: 'dinas-a' }])
  })

  test('lets a day that is over be derived again, and once', async () => {
    const at = new Date(served.moment).toISOString()
    await sql`insert into day_closing (region_id, day, closed_at, derived_at, revision, people) values
      ('63.98', '2021-07-19', ${at}, ${at}, 0, 0)`.execute(database.owner)
    const touched = () => as(database.db, { region: '63.98', reach: 'region' }, (tx) => touchedSince(tx, '2021-07-01'))
    expect(await touched()).toEqual([])
    served.moment += 60_000
    await imported('Nomor;Tanggal;Jam\n101;19/07/2021;07:20\n')
    expect(await touched()).toEqual(['2021-07-19'])
    served.moment += 60_000
    await sql`update day_closing set derived_at = ${new Date(served.moment).toISOString()}`.execute(database.owner)
    served.moment += 60_000
    await imported('Nomor;Tanggal;Jam\n101;19/07/2021;07:20\n')
    expect(await touched()).toEqual([])
  })

  test('proves nobody late: the clock of a machine is nobody’s', async () => {
    await imported('Nomor;Tanggal;Jam\n102;21/07/2021;09:45\n')
    expect((await dayOf('a3'))?.checkIns).toMatchObject([{ kind: 'in', timing: 'undecided' }])
  })

  test('that brings a number entered since is imported again, and only what is new is added', async () => {
    const later = 'Nomor;Tanggal;Jam\n101;21/07/2021;07:20\n55;21/07/2021;07:30\n'
    await imported(later)
    expect(await taps()).toEqual(['a2 07:20 unsaid'])
    await post('a0', `${own}/nomor`, { nomor: '55 a4' })
    await imported(later)
    expect(await taps()).toEqual(['a2 07:20 unsaid', 'a4 07:30 unsaid'])
  })

  test('without a row that can be imported, or none at all, is refused', async () => {
    expect(await imported('Nomor;Tanggal;Jam\n999;21/07/2021;07:20\n')).toBe(422)
    const nothing = await send('a0', '')
    expect(nothing.statusCode).toBe(422)
    expect(wordsOf(documentOf(nothing.body).querySelector('[role=alert]'))).toMatch(/Pilih berkas/)
    for (const odd of ['PK\u0003\u0004 rusak', '\u0000\u0001', 'satu', '"'])
      expect((await get('a0', String((await send('a0', odd)).headers.location))).statusCode).toBe(200)
  })
})

test('files in any order, any number of times, give one result', async () => {
  const row = fc.record({
    number: fc.constantFrom('101', '102', '0101', 'a4'),
    minute: fc.integer({ min: 0, max: 900 }),
    way: fc.constantFrom('', 'masuk', 'pulang'),
  })
  const fileOf = (rows: readonly { number: string; minute: number; way: string }[]) =>
    `Nomor;Tanggal;Jam;Arah\n${rows
      .map(({ number, minute, way }) => {
        const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
        return `${number};21/07/2021;${time};${way}`
      })
      .join('\n')}\n`
  const files = fc.array(fc.array(row, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(files, fc.array(fc.nat({ max: 2 }), { maxLength: 4 }), async (given, again) => {
      const results: unknown[] = []
      for (const order of [given, [...again.flatMap((n) => given.slice(n, n + 1)), ...given.toReversed()]]) {
        await database.owner.deleteFrom('fingerprint').execute()
        for (const rows of order) await imported(fileOf(rows))
        const day = await dayOf('a2')
        results.push([await taps(), day?.checkIns.map(({ kind, at, evidence }) => [kind, at, evidence.grade])])
      }
      expect(results[1]).toEqual(results[0])
    }),
    { numRuns: 12 },
  )
}, 60_000)

describe('numbers', () => {
  test('that cannot be read are named, none is entered, and what was typed stays', async () => {
    const nomor = '300 a2\n301 b1\nsiapa'
    const { statusCode, body } = await post('a0', `${own}/nomor`, { nomor })
    expect(statusCode).toBe(422)
    const shown = documentOf(body)
    expect([...shown.querySelectorAll('.notice li')].map(wordsOf)).toEqual(['301 b1', 'siapa'])
    expect(shown.querySelector('textarea')?.textContent).toBe(nomor)
    expect(wordsOf(shown.querySelector('details'))).not.toContain('300')
  })
})

describe('who may', () => {
  test('the head of the agency and nobody of another one; a machine without a name is refused', async () => {
    for (const who of ['a1', 'b0'])
      for (const url of [own, `${own}/${'0'.repeat(64)}`]) expect((await get(who, url)).statusCode).toBe(403)
    expect((await send('b0', 'Nomor;Tanggal;Jam\n101;21/07/2021;07:20')).statusCode).toBe(403)
    expect((await post('b0', all, { nomor: randomUUID(), opd: 'dinas-a', nama: 'x' })).statusCode).toBe(403)
    expect((await get('b0', `${all}/dinas-b/${machine}`)).statusCode).toBe(404)
    const nameless = await post('a0', all, { nomor: randomUUID(), opd: 'dinas-a', nama: ' ' })
    expect(refusedIn(nameless)).toMatchObject({ status: 422, at: all, typed: { nama: ' ', opd: 'dinas-a' } })
    expect(Object.keys(refusedIn(nameless).wrong)).toEqual(['nama'])
  })

  test('each page passes axe and the policy', async () => {
    for (const url of [all, own]) {
      const { body } = await get('a0', url)
      expect(await axeFindings(body)).toEqual([])
      expect(refusedByPolicy(body)).toEqual([])
    }
    expect(wordsOf(documentOf((await get('b0', all)).body).querySelector('[aria-labelledby=mesin]'))).toBe(
      'MesinBelum ada mesin.',
    )
  })
})
