/** A correction is asked, settled by whoever has the word at the time, and appealed once. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const api = `/api/v1/regions/${region}`
const hour = 3_600_000
const noon = morning + 5 * hour
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id in ('a2', 'a3', 'a4', 'a5')`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'b0'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  cookies.bkpsdm = await as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login: 'bkpsdm', name: 'BKPSDM', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'personnel_agency' }, 'test')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date(noon) }) }
  })
})
beforeEach(() => {
  served.moment = noon
})

const get = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const post = (who: string, url: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const asked = { hari: '2021-07-21', sebab: 'forgot', arah: 'in', tempat: 'office', jam: '07:15', alasan: 'Antar anak' }
async function ask(who: string, fields: Record<string, string> = {}): Promise<string> {
  const nomor = randomUUID()
  expect((await post(who, 'koreksi', { nomor, ...asked, ...fields })).statusCode).toBe(303)
  return nomor
}
const decide = (who: string, about: string, id: string, form: Record<string, string> = { putusan: 'accepted' }) =>
  post(who, `koreksi/tinjau/${about}/${id}`, { putaran: '1', ...form })
const refusal = { putusan: 'refused', alasan: 'Tidak terlihat' }
const waiting = async (who: string) =>
  [...documentOf((await get(who, 'koreksi/tinjau')).body).querySelectorAll('li strong')].map(wordsOf)
const own = async (who: string) => wordsOf(documentOf((await get(who, 'koreksi')).body).querySelector('#diajukan ~ ul'))
const presence = async (who: string) =>
  wordsOf(documentOf((await get(who, 'saya')).body).querySelector('[aria-labelledby=presensi]'))

describe('from asking to settling', () => {
  test('the day is open, the superior accepts with one tap, and it stands as their word', async () => {
    const nomor = randomUUID()
    const sent = await Promise.all([1, 2].map(() => post('a2', 'koreksi', { nomor, ...asked })))
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const page = await get('a2', 'koreksi')
    expect(await own('a2')).toMatch(
      /Datang 07\.15, Kantor.*Menunggu putusan · menunggu atasan langsung · sampai Sabtu, 24 Juli/,
    )
    expect(await axeFindings(page.body)).toEqual([])
    expect(refusedByPolicy(page.body)).toEqual([])
    expect(await presence('a2')).toMatch(/hari ini belum dihitung/)
    expect(await waiting('a0')).toEqual([])
    const list = await get('a1', 'koreksi/tinjau')
    expect(await waiting('a1')).toEqual(['Pegawai a2'])
    expect(await axeFindings(list.body)).toEqual([])
    expect(refusedByPolicy(list.body)).toEqual([])
    expect(wordsOf(documentOf((await get('a2', 'data-saya')).body).querySelector('main'))).toContain('koreksi presensi')
    expect((await decide('a1', 'a2', nomor)).statusCode).toBe(303)
    expect(await presence('a2')).toMatch(/Masuk 07\.15 · tepat waktu.*dibenarkan atasan.*Antar anak/)
    expect(await presence('a2')).not.toMatch(/belum dihitung/)
    expect((await decide('a1', 'a2', nomor)).statusCode).toBe(303)
    expect((await decide('a1', 'a2', nomor, refusal)).statusCode).toBe(403)
    expect((await decide('a0', 'a2', nomor)).statusCode).toBe(403)
    const events = await database.owner.selectFrom('event').select('kind').where('subject', '=', 'a2').execute()
    expect(events.map(({ kind }) => kind)).toEqual(['correction-asked', 'correction-decided', 'presence-vouched'])
  })

  test('refused, it is appealed once, to the level above, and then it is closed', async () => {
    const id = await ask('a3')
    const at = `/sungai-uji/koreksi/tinjau/a3/${id}`
    const silent = await decide('a1', 'a3', id, { putusan: 'refused', alasan: ' ' })
    expect(refusedIn(silent)).toMatchObject({ status: 422, code: 'correction-reason-missing', at })
    expect(documentOf(silent.body).querySelectorAll('details[open] [role=alert]')).toHaveLength(1)
    const long = 'x'.repeat(301)
    const tooLong = refusedIn(await decide('a1', 'a3', id, { putusan: 'refused', alasan: long }))
    expect(tooLong).toMatchObject({ status: 400, at, typed: { putusan: 'refused', alasan: long } })
    expect((await decide('a1', 'a3', id, refusal)).statusCode).toBe(303)
    expect(await own('a3')).toMatch(/Ditolak oleh .*: Tidak terlihat.*dapat dibanding sampai/)
    expect((await decide('a1', 'a3', id, refusal)).statusCode).toBe(303)
    const appeal = refusedIn(await post('a3', `koreksi/${id}/banding`, { alasan: long }))
    expect(appeal).toMatchObject({ status: 400, at: `/sungai-uji/koreksi/${id}/banding`, typed: { alasan: long } })
    for (const _ of [1, 2])
      expect((await post('a3', `koreksi/${id}/banding`, { alasan: 'Ada saksi' })).statusCode).toBe(303)
    const twice = refusedIn(await post('a3', `koreksi/${id}/banding`, { alasan: 'Lagi' }))
    expect(twice).toMatchObject({ status: 409, code: 'correction-not-appealable', at: null })
    expect([await waiting('a1'), await waiting('a0')]).toEqual([[], ['Pegawai a3']])
    for (const putaran of ['1', '2'])
      expect((await decide('a1', 'a3', id, { putaran, putusan: 'accepted' })).statusCode).toBe(403)
    // Of what was decided before the appeal a retry may still come.
    expect((await decide('a1', 'a3', id, refusal)).statusCode).toBe(303)
    expect((await decide('a0', 'a3', id, refusal)).statusCode).toBe(403)
    for (const _ of [1, 2]) expect((await decide('a0', 'a3', id, { ...refusal, putaran: '2' })).statusCode).toBe(303)
    const events = await database.owner.selectFrom('event').select('kind').where('subject', '=', 'a3').execute()
    expect(events.map(({ kind }) => kind)).toEqual([
      'correction-asked',
      'correction-decided',
      'correction-appealed',
      'correction-decided',
    ])
    expect(await own('a3')).not.toMatch(/dibanding sampai|masih terbuka/)
    expect((await post('a3', `koreksi/${id}/banding`, { alasan: 'Lagi' })).statusCode).toBe(409)
  })
})

describe('the clock', () => {
  test('after three days the head has the word, after six the personnel agency, and nobody else', async () => {
    const id = await ask('a4')
    const at = async (moment: number) => {
      served.moment = moment
      return [await waiting('a1'), await waiting('a0')].map((list) => list.length)
    }
    expect(await at(noon + 72 * hour - 1)).toEqual([1, 0])
    expect(await at(noon + 72 * hour)).toEqual([0, 1])
    expect((await decide('a1', 'a4', id)).statusCode).toBe(403)
    expect(await at(noon + 144 * hour)).toEqual([0, 0])
    expect((await decide('a0', 'a4', id)).statusCode).toBe(403)
    served.moment = noon
    expect(await waiting('bkpsdm')).toEqual([])
    await sql`update correction set asked_at = asked_at - interval '6 days' where correction_id = ${id}`.execute(
      database.owner,
    )
    expect(await waiting('bkpsdm')).toEqual(['Pegawai a4'])
    expect((await decide('bkpsdm', 'a4', id)).statusCode).toBe(303)
  })

  test('a head’s own correction waits for the personnel agency', async () => {
    const id = await ask('b0')
    expect(await waiting('b0')).toEqual([])
    expect((await decide('b0', 'b0', id)).statusCode).toBe(403)
    expect(await waiting('bkpsdm')).toEqual(['Rahma Kepala'])
    expect((await decide('bkpsdm', 'b0', id, refusal)).statusCode).toBe(303)
  })

  test('an appeal to the same desk is never decided by what it sent before', async () => {
    const id = await ask('b0', { hari: '2021-07-20' })
    expect((await decide('bkpsdm', 'b0', id, { ...refusal, putaran: '2' })).statusCode).toBe(403)
    expect((await decide('bkpsdm', 'b0', id, refusal)).statusCode).toBe(303)
    expect((await post('b0', `koreksi/${id}/banding`, { alasan: 'Ada saksi' })).statusCode).toBe(303)
    expect((await decide('bkpsdm', 'b0', id, refusal)).statusCode).toBe(303)
    expect((await decide('bkpsdm', 'b0', id)).statusCode).toBe(403)
    const list = documentOf((await get('bkpsdm', 'koreksi/tinjau')).body)
    expect([...list.querySelectorAll('li strong')].map(wordsOf)).toEqual(['Rahma Kepala'])
    const rounds = [...list.querySelectorAll('[name=putaran]')].map((field) => field.getAttribute('value'))
    expect(rounds).toEqual(['2', '2'])
    expect((await decide('bkpsdm', 'b0', id, { putaran: '2', putusan: 'accepted' })).statusCode).toBe(303)
    expect(await own('b0')).toMatch(/Diterima/)
  })
})

test('programs ask and decide alike', async () => {
  const payload = { id: randomUUID(), day: '2021-07-20', kind: 'outage', moment: 'out', place: 'home', time: '16:10' }
  const [first, again] = await Promise.all(
    [1, 2].map(() =>
      app.inject({
        method: 'POST',
        url: `${api}/corrections`,
        cookies: { ...cookies.a5 },
        payload: { ...payload, reason: 'Listrik padam' },
      }),
    ),
  )
  expect([first?.statusCode, again?.statusCode]).toEqual([201, 201])
  const read = await app.inject({ url: `${api}/corrections`, cookies: { ...cookies.a5 } })
  expect(read.json()).toMatchObject([{ id: payload.id, state: 'waiting', waits_for: 'superior', open: true }])
  const waits = await app.inject({ url: `${api}/corrections/waiting`, cookies: { ...cookies.a1 } })
  expect(waits.json()).toMatchObject([{ id: payload.id, employee: 'a5', round: 1 }])
  const decision = (who: string) =>
    app.inject({
      method: 'POST',
      url: `${api}/employees/a5/corrections/${payload.id}/decision`,
      cookies: { ...cookies[who] },
      payload: { round: 1, outcome: 'refused', reason: 'Tidak ada gangguan' },
    })
  expect((await decision('a0')).json()).toMatchObject({ code: 'correction-not-yours-to-decide' })
  expect((await decision('a1')).json()).toEqual([])
})

test.each([
  [{ jam: '15:00' }, 422, /belum tiba/],
  [{ hari: '2021-05-01' }, 422, /lebih dari 31 hari/],
  [{ alasan: ' ' }, 422, /Alasannya belum ditulis/],
])('%j is refused, and what was typed stays', async (fields, status, words) => {
  const { statusCode, body } = await post('a5', 'koreksi', { nomor: randomUUID(), ...asked, ...fields })
  expect(statusCode).toBe(status)
  expect(wordsOf(documentOf(body).querySelector('[role=alert]'))).toMatch(words)
  const [[name, value] = ['', '']] = Object.entries(fields)
  expect(documentOf(body).querySelector(`form [name=${name}]`)?.getAttribute('value')).toBe(value)
})

test('two at once about the same record are one', async () => {
  await ask('a5')
  const second = await post('a5', 'koreksi', { nomor: randomUUID(), ...asked })
  expect(second.statusCode).toBe(409)
})

test('a form that "back" brings again with other words is refused, keeps them, and gets a number of its own', async () => {
  const nomor = await ask('a5', { hari: '2021-07-19', jam: '07:20' })
  const sendAgain = (fields: Record<string, string>) =>
    post('a5', 'koreksi', { nomor, ...asked, hari: '2021-07-19', jam: '07:20', ...fields })
  expect((await sendAgain({})).statusCode).toBe(303)
  for (const other of [{ arah: 'out' }, { alasan: 'Lain' }, { tempat: 'home' }, { sebab: 'outage' }, { jam: '07:21' }])
    expect((await sendAgain(other)).statusCode).toBe(422)
  const { body } = await sendAgain({ hari: '2021-07-16' })
  const value = (name: string) => documentOf(body).querySelector(`form [name=${name}]`)?.getAttribute('value')
  expect([value('hari'), value('jam')]).toEqual(['2021-07-16', '07:20'])
  expect((await post('a5', 'koreksi', { ...asked, nomor: value('nomor') ?? '', hari: '2021-07-16' })).statusCode).toBe(
    303,
  )
})

describe('a form that cannot be taken', () => {
  const multipart = (payload: string, type = 'multipart/form-data; boundary=batas') =>
    app.inject({
      method: 'POST',
      url: '/sungai-uji/koreksi',
      cookies: { ...cookies.a2 },
      headers: { 'content-type': type },
      payload,
    })
  const field = (name: string, value: string) =>
    `--batas\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const whole = Object.entries({ nomor: randomUUID(), ...asked }).map(([name, value]) => field(name, value))
  const file = '--batas\r\nContent-Disposition: form-data; name="berkas"; filename="x.jpg"\r\n\r\nno photo'

  test.each([
    ['without a boundary', 'abc', 'multipart/form-data', 'Isian tidak sampai utuh', ''],
    ['that is none', 'abc', undefined, 'Isian tidak sampai utuh', ''],
    ['cut off in a field', whole.join('').slice(0, -20), undefined, 'Isian tidak sampai utuh', '07:15'],
    ['cut off in a file', `${whole.join('')}${file}`, undefined, 'Isian tidak sampai utuh', '07:15'],
    [
      'of two broken files, cut off',
      `${whole.join('')}${file}\r\n${file}`,
      undefined,
      'Isian tidak sampai utuh',
      '07:15',
    ],
  ])('%s is answered in words, with what was read', async (_, payload, type, words, jam) => {
    const { statusCode, body } = await multipart(payload, type)
    const shown = documentOf(body)
    expect([statusCode, wordsOf(shown.querySelector('[role=alert]'))]).toEqual([400, expect.stringContaining(words)])
    expect(shown.querySelector('[name=jam]')?.getAttribute('value') ?? '').toBe(jam)
  })

  test('for its file stays typed', async () => {
    const { statusCode, body } = await multipart(`${whole.join('')}${file}\r\n--batas--\r\n`)
    const shown = documentOf(body)
    expect([statusCode, wordsOf(shown.querySelector('[role=alert]'))]).toEqual([422, expect.stringMatching(/utuh/)])
    expect(shown.querySelector('[name=alasan]')?.getAttribute('value')).toBe('Antar anak')
    expect(shown.querySelector('[name=sebab][checked]')?.getAttribute('value')).toBe('forgot')
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
  })

  test('for a field names it as the page does, and stays typed', async () => {
    const { statusCode, body } = await post('a2', 'koreksi', { nomor: randomUUID(), ...asked, jam: '' })
    const shown = documentOf(body)
    expect([statusCode, wordsOf(shown.querySelector('[role=alert]'))]).toEqual([
      400,
      'Jam sebenarnya: belum diisi. Betulkan isian itu, lalu kirim sekali lagi.',
    ])
    expect(shown.querySelector('[name=alasan]')?.getAttribute('value')).toBe('Antar anak')
  })

  test('says at every field that is empty that it is, and has the focus in its form', async () => {
    const { body } = await post('a2', 'koreksi', { nomor: randomUUID(), hari: '', jam: '', alasan: '' })
    const shown = refusedIn({ statusCode: 400, body })
    expect(shown).toMatchObject({ code: 'form-invalid', at: '/sungai-uji/koreksi' })
    expect(Object.keys(shown.wrong).toSorted()).toEqual(['alasan', 'arah', 'hari', 'jam', 'sebab', 'tempat'])
    expect(documentOf(body).querySelector('#jam')?.getAttribute('aria-invalid')).toBe('true')
    expect(documentOf(body).querySelector('form .notice[tabindex="-1"]')).not.toBeNull()
    expect(await axeFindings(body)).toEqual([])
  })
})
