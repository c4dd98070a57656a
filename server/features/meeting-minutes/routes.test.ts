/** A coordination meeting: called, held, resolved, closed, followed up. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { accountByEmployee, addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const hour = 3_600_000
const cookies: Record<string, { readonly piket: string }> = {}

const officer = (login: string, role: GrantedRole) =>
  as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = (await addAccount(tx, { login, name: login, body: 'Polres', passwordHash: '-' }, 'test')) ?? ''
    await grantRole(tx, account, { role }, 'test')
    const at = new Date('2098-12-31')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at }) }
  })

beforeAll(async () => {
  cookies.satgas = await officer('Arman', 'task_force')
  cookies.biro = await officer('Bela', 'organisation_bureau')
  cookies.auditor = await officer('Auditor', 'auditor')
  cookies.bkpsdm = await officer('Cici', 'personnel_agency')
  for (const employee of ['a0', 'a2', 'a3', 'b0', 'b1'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  await as(database.db, { region, reach: 'region' }, async (tx) => {
    const { account = '' } = (await accountByEmployee(tx, 'a0')) ?? {}
    await grantRole(tx, account, { role: 'regional_head' }, 'test')
  })
})

const get = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const post = (who: string, url: string, form: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
/** The code with which a form is refused; the status where it is not. */
async function outcome(answer: ReturnType<typeof post>): Promise<string | number> {
  const { statusCode, body } = await answer
  return /\b((?:meeting|resolution)-[a-z-]+|form-used|form-invalid|not-found)\b/.exec(body)?.[1] ?? statusCode
}
const mainOf = async (answer: ReturnType<typeof get>) => wordsOf(documentOf((await answer).body).querySelector('main'))

const invitation = {
  ...{ perihal: 'Rapat evaluasi', tujuan: 'Satu sikap', cara: 'video', tempat: 'Ruang video' },
  ...{ tautan: 'https://rapat.contoh.go.id/1', hari: '2021-07-21', mulai: '07:00', selesai: '09:00' },
  acara: 'Laporan Satgas\n\nUsulan kebijakan',
}

async function called(given: Partial<typeof invitation> = {}): Promise<string> {
  const nomor = randomUUID()
  expect(await outcome(post('satgas', 'rapat', { nomor, ...invitation, ...given }))).toBe(303)
  return nomor
}

/** Adds somebody of the staff list, and says under which id. */
async function withStaff(meeting: string, pegawai: string): Promise<string> {
  const nomor = randomUUID()
  expect(await outcome(post('satgas', `rapat/${meeting}/peserta`, { nomor, pegawai }))).toBe(303)
  return nomor
}

/** A meeting that has begun, with the head of dinas-a in the chair, one of theirs, one of dinas-b, and the police. */
async function held() {
  const meeting = await called()
  const chair = await withStaff(meeting, 'a0')
  const a2 = await withStaff(meeting, 'a2')
  const b1 = await withStaff(meeting, 'b1')
  const police = randomUUID()
  const guest = { nomor: police, nama: '', jabatan: 'Wakil', badan: 'Polres Uji' }
  expect(await outcome(post('satgas', `rapat/${meeting}/peserta/luar`, guest))).toBe(303)
  expect(await outcome(post('satgas', `rapat/${meeting}/pimpinan`, { peserta: chair }))).toBe(303)
  expect(await outcome(post('satgas', `rapat/${meeting}/mulai`))).toBe(303)
  return { meeting, chair, a2, b1, police }
}

const kept = (table: 'meeting' | 'meeting_participant' | 'resolution', meeting: string) =>
  database.owner.selectFrom(table).where('meeting_id', '=', meeting).selectAll().execute()
const events = async (subject: string) =>
  (await database.owner.selectFrom('event').where('subject', '=', subject).orderBy('id').select('kind').execute()).map(
    ({ kind }) => kind,
  )

describe('an invitation', () => {
  test('is kept once for its form, with its points in order, and shown whole', async () => {
    const meeting = await called()
    expect(await outcome(post('satgas', 'rapat', { nomor: meeting, ...invitation }))).toBe(303)
    expect(await outcome(post('satgas', 'rapat', { nomor: meeting, ...invitation, perihal: 'Lain' }))).toBe('form-used')
    expect(await kept('meeting', meeting)).toMatchObject([{ agenda: ['Laporan Satgas', 'Usulan kebijakan'] }])
    expect(await events(meeting)).toEqual(['meeting-planned'])
    for (const url of ['rapat', 'rapat/baru', `rapat/${meeting}`, `rapat/${meeting}?cari=pegawai&bahasa=en`]) {
      const { statusCode, body } = await get('satgas', url)
      expect([url, statusCode, await axeFindings(body), refusedByPolicy(body)]).toEqual([url, 200, [], []])
    }
  })

  test.each([
    [{ perihal: ' ' }, 'meeting-incomplete'],
    [{ acara: '\n \n' }, 'meeting-incomplete'],
    [{ acara: Array(31).fill('x').join('\n') }, 'meeting-incomplete'],
    [{ selesai: '07:00' }, 'meeting-ends-before-begin'],
    [{ tautan: 'http://rapat.contoh.go.id/1' }, 'meeting-link-insecure'],
    [{ tautan: 'javascript:alert(1)' }, 'meeting-link-insecure'],
    [{ tautan: '', tempat: '' }, 'meeting-place-missing'],
    [{ cara: 'room', tempat: '' }, 'meeting-place-missing'],
    [{ cara: 'letter' }, 'form-invalid'],
  ])('%o is refused as %s', async (given, code) => {
    expect(await outcome(post('satgas', 'rapat', { nomor: randomUUID(), ...invitation, ...given }))).toBe(code)
  })

  test('calls people with the post and the body they have, once each', async () => {
    const meeting = await called()
    const own = `rapat/${meeting}`
    const a2 = await withStaff(meeting, 'a2')
    expect(await outcome(post('satgas', `${own}/peserta`, { nomor: a2, pegawai: 'a2' }))).toBe(303)
    expect(await outcome(post('satgas', `${own}/peserta`, { nomor: randomUUID(), pegawai: 'a2' }))).toBe(
      'meeting-participant-twice',
    )
    expect(await outcome(post('satgas', `${own}/peserta`, { nomor: randomUUID(), pegawai: 'zz' }))).toBe(
      'meeting-employee-unknown',
    )
    const guest = { nama: 'Wati', jabatan: 'Wakil Bupati', badan: 'Pemerintah' }
    expect(await outcome(post('satgas', `${own}/peserta/luar`, { nomor: randomUUID(), ...guest }))).toBe(303)
    expect(await outcome(post('satgas', `${own}/peserta/luar`, { nomor: randomUUID(), ...guest, nama: 'WATI' }))).toBe(
      'meeting-participant-twice',
    )
    expect(await outcome(post('satgas', `${own}/peserta/luar`, { nomor: randomUUID(), ...guest, badan: '' }))).toBe(
      'meeting-participant-incomplete',
    )
    expect(await kept('meeting_participant', meeting)).toMatchObject([
      { employee_id: 'a2', name: 'Pegawai a2', post: 'staf', body: 'Dinas Alfa' },
      { employee_id: null, name: 'Wati', post: 'Wakil Bupati', body: 'Pemerintah' },
    ])
  })

  test('has its chair among those who are called, begins in its time, and stays from then on', async () => {
    const meeting = await called({ mulai: '08:00' })
    const own = `rapat/${meeting}`
    const a2 = await withStaff(meeting, 'a2')
    expect(await outcome(post('satgas', `${own}/mulai`))).toBe('meeting-chair-missing')
    expect(await outcome(post('satgas', `${own}/pimpinan`, { peserta: randomUUID() }))).toBe(
      'meeting-participant-unknown',
    )
    await post('satgas', `${own}/pimpinan`, { peserta: a2 })
    expect(await outcome(post('satgas', `${own}/peserta/keluar`, { peserta: a2 }))).toBe(303)
    expect(await kept('meeting', meeting)).toMatchObject([{ chair: null }])
    await post('satgas', `${own}/pimpinan`, { peserta: await withStaff(meeting, 'a2') })
    expect(await outcome(post('satgas', `${own}/mulai`))).toBe('meeting-ahead')
    served.moment = morning + hour
    expect(await outcome(post('satgas', `${own}/mulai`))).toBe(303)
    expect(await outcome(post('satgas', `${own}/mulai`))).toBe(303)
    served.moment = morning
    // Who only turns up is added, and nobody is taken off any more.
    const late = await withStaff(meeting, 'a3')
    for (const [step, form] of [
      ['peserta/keluar', { peserta: late }],
      ['pimpinan', { peserta: late }],
      ['batal', { alasan: 'x' }],
    ] as const)
      expect(await outcome(post('satgas', `${own}/${step}`, form))).toBe('meeting-not-planned')
    expect(await kept('meeting_participant', meeting)).toHaveLength(2)
    expect((await events(meeting)).filter((kind) => kind === 'meeting-begun')).toHaveLength(1)
  })

  test('is cancelled with a reason, once', async () => {
    const meeting = await called()
    expect(await outcome(post('satgas', `rapat/${meeting}/batal`, { alasan: ' ' }))).toBe('meeting-reason-missing')
    expect(await outcome(post('satgas', `rapat/${meeting}/batal`, { alasan: 'Banjir' }))).toBe(303)
    expect(await outcome(post('satgas', `rapat/${meeting}/batal`, { alasan: 'Banjir' }))).toBe(303)
    expect(await outcome(post('satgas', `rapat/${meeting}/mulai`))).toBe('meeting-not-planned')
    expect(await mainOf(get('auditor', `rapat/${meeting}`))).toContain('Rapat ini dibatalkan: Banjir')
    expect((await get('satgas', `rapat/${meeting}/notulen`)).statusCode).toBe(404)
  })
})

describe('who reads a meeting', () => {
  test('those who call meetings, auditors, and who was called; the link of the video only who joins', async () => {
    const { meeting } = await held()
    const link = invitation.tautan
    const seen = async (who: string) => {
      const { statusCode, body } = await get(who, `rapat/${meeting}`)
      return [statusCode, body.includes(link), (await get(who, `rapat/${meeting}/notulen`)).statusCode]
    }
    expect(await seen('satgas')).toEqual([200, true, 200])
    expect(await seen('biro')).toEqual([200, true, 200])
    expect(await seen('a2')).toEqual([200, true, 200])
    expect(await seen('auditor')).toEqual([200, false, 200])
    expect(await seen('a3')).toEqual([404, false, 404])
    expect(await seen('b0')).toEqual([404, false, 404])
    expect(await seen('bkpsdm')).toEqual([403, false, 403])
    expect((await get('a3', 'rapat')).body).not.toContain(meeting)
    expect((await get('a2', 'rapat')).body).toContain(meeting)
    expect(await outcome(post('auditor', `rapat/${meeting}/notulen/tutup`))).toBe(403)
    expect(await outcome(post('a2', `rapat/${meeting}/notulen/tutup`))).toBe(403)
  })
})

describe('minutes', () => {
  test('note who came, and who came instead', async () => {
    const { meeting, a2, police } = await held()
    const own = `rapat/${meeting}/notulen`
    expect(await outcome(post('satgas', `${own}/hadir`, { peserta: police, hadir: 'represented', wakil: ' ' }))).toBe(
      'meeting-representative-missing',
    )
    const instead = { peserta: police, hadir: 'represented', wakil: 'Kabag Ops' }
    expect(await outcome(post('satgas', `${own}/hadir`, instead))).toBe(303)
    expect(await outcome(post('satgas', `${own}/hadir`, { peserta: a2, hadir: 'excused', wakil: 'x' }))).toBe(303)
    expect(await outcome(post('satgas', `${own}/hadir`, { peserta: randomUUID(), hadir: 'absent' }))).toBe(
      'meeting-participant-unknown',
    )
    expect(await outcome(post('satgas', `${own}/tutup`, { catatan: 'x' }))).toBe('meeting-attendance-open')
    expect(await outcome(post('satgas', `${own}/hadir/selebihnya`))).toBe(303)
    const rows = await kept('meeting_participant', meeting)
    expect(rows.map(({ attendance }) => attendance).toSorted()).toEqual([
      'excused',
      'present',
      'present',
      'represented',
    ])
    expect(rows.find(({ participant_id }) => participant_id === a2)?.represented_by).toBeNull()
    expect(await outcome(post('satgas', `${own}/tutup`, { catatan: ' ' }))).toBe('meeting-empty')
  })

  test.each([
    [{ jenis: 'clause', kata: ' ' }, 'resolution-incomplete'],
    [{ jenis: 'follow_up', kata: 'x', tenggat: '2021-07-30' }, 'resolution-incomplete'],
    [{ jenis: 'follow_up', kata: 'x', opd: 'dinas-b' }, 'resolution-incomplete'],
    [{ jenis: 'task', kata: 'x', tenggat: '2021-07-30' }, 'resolution-incomplete'],
    [{ jenis: 'follow_up', kata: 'x', opd: 'dinas-z', tenggat: '2021-07-30' }, 'resolution-owner-unknown'],
    [{ jenis: 'follow_up', kata: 'x', opd: 'kantor-c/loket', tenggat: '2021-07-30' }, 'resolution-owner-unknown'],
    [{ jenis: 'task', kata: 'x', pegawai: 'a3', tenggat: '2021-07-30' }, 'resolution-owner-unknown'],
    [{ jenis: 'task', kata: 'x', pegawai: 'a2', tenggat: '2021-07-20' }, 'resolution-due-before-meeting'],
  ])('refuse the resolution %o as %s', async (form, code) => {
    const { meeting } = await held()
    expect(await outcome(post('satgas', `rapat/${meeting}/notulen/keputusan`, { nomor: randomUUID(), ...form }))).toBe(
      code,
    )
    expect(await kept('resolution', meeting)).toEqual([])
  })

  test('are closed once, numbered within the year, and from then on stay', async () => {
    const { meeting } = await held()
    const other = (await held()).meeting
    const own = `rapat/${meeting}/notulen`
    const struck = { nomor: randomUUID(), jenis: 'clause', kata: 'Keliru' }
    await post('satgas', `${own}/keputusan`, struck)
    await post('satgas', `${own}/keputusan`, struck)
    expect(await kept('resolution', meeting)).toHaveLength(1)
    expect(await outcome(post('satgas', `${own}/keputusan/hapus`, { keputusan: struck.nomor }))).toBe(303)
    expect(await outcome(post('satgas', `${own}/keputusan/hapus`, { keputusan: struck.nomor }))).toBe(303)
    expect(await kept('resolution', meeting)).toEqual([])
    for (const one of [meeting, other]) await post('satgas', `rapat/${one}/notulen/hadir/selebihnya`)

    // Both at once: each gets a number of its own.
    const closed = await Promise.all(
      [meeting, other].map((one) => outcome(post('satgas', `rapat/${one}/notulen/tutup`, { catatan: 'Dibahas.' }))),
    )
    expect(closed).toEqual([303, 303])
    const numbers = [...(await kept('meeting', meeting)), ...(await kept('meeting', other))].map(({ number }) => number)
    expect(numbers.map(Number).toSorted()).toEqual([1, 2])

    expect(await outcome(post('satgas', `${own}/tutup`, { catatan: 'Dibahas.' }))).toBe(303)
    expect(await outcome(post('satgas', `${own}/tutup`, { catatan: 'Lain.' }))).toBe('meeting-not-held')
    expect(await outcome(post('satgas', `${own}/keputusan`, { ...struck, nomor: randomUUID() }))).toBe(
      'meeting-not-held',
    )
    expect(await outcome(post('satgas', `${own}/hadir/selebihnya`))).toBe('meeting-not-held')
    expect(await outcome(post('satgas', `rapat/${meeting}/peserta`, { nomor: randomUUID(), pegawai: 'a3' }))).toBe(
      'meeting-over',
    )
    expect((await events(meeting)).filter((kind) => kind === 'meeting-closed')).toHaveLength(1)

    const correction = { nomor: randomUUID(), kata: 'Jam mulai 07.15, bukan 07.00.' }
    expect(await outcome(post('satgas', `${own}/ralat`, { ...correction, kata: ' ' }))).toBe(
      'meeting-correction-missing',
    )
    for (let times = 0; times < 2; times++) expect(await outcome(post('biro', `${own}/ralat`, correction))).toBe(303)
    expect(await outcome(post('biro', `${own}/ralat`, { ...correction, kata: 'Lain' }))).toBe('form-used')
    const shown = await mainOf(get('auditor', own))
    expect(shown).toContain('Ralat 1, Bela')
    expect(shown).not.toContain('Ralat 2')
    const { headers, rawPayload } = await get('auditor', `${own}/cetak`)
    expect(headers['content-type']).toBe('application/pdf')
    const paper = pdfText(rawPayload).join(' ')
    for (const words of ['NOTULEN RAPAT', 'Rapat evaluasi', 'Polres Uji', 'Jam mulai 07.15'])
      expect(paper).toContain(words)
  })
})

describe('what was resolved', () => {
  test('becomes a task where the closing head may give it, else it is owed by the agency; its head says it is done', async () => {
    const { meeting } = await held()
    const own = `rapat/${meeting}/notulen`
    const [clause, followUp, mine, theirs] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    const due = '2021-07-23'
    await post('a0', `${own}/keputusan`, { nomor: clause, jenis: 'clause', kata: 'Seperempat pegawai di kantor.' })
    await post('a0', `${own}/keputusan`, {
      ...{ nomor: followUp, jenis: 'follow_up', kata: 'Dampingi pasar.', opd: 'dinas-b', tenggat: due },
    })
    await post('a0', `${own}/keputusan`, {
      ...{ nomor: mine, jenis: 'task', kata: 'Susun daftar.', pegawai: 'a2', tenggat: due },
    })
    await post('a0', `${own}/keputusan`, {
      ...{ nomor: theirs, jenis: 'task', kata: 'Kirim laporan.', pegawai: 'b1', tenggat: due },
    })
    await post('a0', `${own}/hadir/selebihnya`)
    expect(await mainOf(get('b0', 'tindak-lanjut'))).toContain('Tidak ada yang menunggu.')
    expect(await outcome(post('b0', `tindak-lanjut/${followUp}/selesai`, { kata: 'Sudah.' }))).toBe(
      'meeting-not-closed',
    )
    expect(await outcome(post('a0', `${own}/tutup`))).toBe(303)

    // The head of dinas-a may give tasks to their own people alone.
    const tasks = await database.owner
      .selectFrom('instruction')
      .select(['instruction_id', 'text', 'given_by'])
      .execute()
    expect(tasks).toEqual([
      {
        instruction_id: mine,
        text: expect.stringMatching(/^Susun daftar\. \(notulen rapat \d+\/2021\)$/),
        given_by: 'a0',
      },
    ])

    const owed = await mainOf(get('b0', 'tindak-lanjut'))
    for (const words of ['Dampingi pasar.', 'Kirim laporan.']) expect(owed).toContain(words)
    for (const words of ['Susun daftar.', 'Seperempat']) expect(owed).not.toContain(words)
    expect(await mainOf(get('a2', 'tindak-lanjut'))).toMatch(/Susun daftar\..*Dijawab dengan laporan harian/s)
    expect(await mainOf(get('a3', 'tindak-lanjut'))).toContain('Tidak ada yang menunggu.')

    const done = (who: string, id: string, kata = 'Sudah dilakukan.') =>
      outcome(post(who, `tindak-lanjut/${id}/selesai`, { kata }))
    expect(await done('b0', mine)).toBe('not-found')
    expect(await done('b0', clause)).toBe('not-found')
    expect(await done('a0', followUp)).toBe('not-found')
    expect(await done('a0', mine)).toBe('resolution-given')
    expect(await done('b1', followUp)).toBe(403)
    expect(await done('b0', followUp, ' ')).toBe('resolution-words-missing')
    expect(await done('b0', followUp)).toBe(303)
    expect(await done('b0', followUp)).toBe(303)
    expect(await done('b0', followUp, 'Lagi.')).toBe('resolution-settled')
    expect(await events(followUp)).toEqual(['resolution-written', 'resolution-settled'])

    served.moment = morning + 72 * hour
    const later = await mainOf(get('b0', 'tindak-lanjut'))
    expect(later).toMatch(/lewat tenggat.*Kirim laporan\./s)
    expect(later).toMatch(/Selesai dalam 30 hari terakhir.*Sudah dilakukan\./s)
    served.moment = morning

    // The giver takes the task back: it is the agency's again.
    expect(await outcome(post('a0', `tugas/${mine}/tarik`))).toBe(303)
    expect(await done('a0', mine)).toBe(303)

    const { body } = await get('biro', 'tindak-lanjut')
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
    const took = (form: Record<string, string>, who = 'biro') =>
      outcome(post(who, `tindak-lanjut/${clause}/edaran`, { kata: 'Menjadi butir 1.', ...form }))
    expect(await took({}, 'satgas')).toBe(403)
    expect(await took({ edaran: 'lain-2021' })).toBe('resolution-circular-unknown')
    expect(await outcome(post('biro', `tindak-lanjut/${followUp}/edaran`, { kata: 'x' }))).toBe('not-found')
    expect(await took({ edaran: 'uji-usulan-2021-07' })).toBe(303)
    expect((await get('auditor', own)).body).toContain('/sungai-uji/edaran/uji-usulan-2021-07')
    const page = await get('a0', own)
    expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])
  })

  test('goes into a draft that reads, names the meeting, and rules nothing', async () => {
    const { meeting } = await held()
    const own = `rapat/${meeting}`
    const words = 'Seperempat pegawai: "di kantor" #1\n- sisanya di rumah'
    await post('satgas', `${own}/notulen/keputusan`, { nomor: randomUUID(), jenis: 'clause', kata: words })
    await post('satgas', `${own}/notulen/hadir/selebihnya`)
    expect((await get('biro', `${own}/konsep.yaml`)).statusCode).toBe(404)
    await post('satgas', `${own}/notulen/tutup`)
    const { body, headers } = await get('biro', `${own}/konsep.yaml`)
    expect(headers['content-type']).toContain('text/yaml')
    const { doc, problems } = parseCircular('konsep.yaml', body)
    expect(problems.filter(({ level }) => level === 'error')).toEqual([])
    const [kept] = await database.owner
      .selectFrom('meeting')
      .where('meeting_id', '=', meeting)
      .select('number')
      .execute()
    expect(doc).toMatchObject({
      ...{ status: 'draft', clauses: [], measures: [{ id: 'm1', what: words, cite: 'n:1' }] },
      basis: [{ type: 'meeting', number: `${kept?.number}/2021`, date: '2021-07-21' }],
    })
    expect((await get('a3', `${own}/konsep.yaml`)).statusCode).toBe(404)
  })
})

test('whoever changes a meeting waits for who closes it', async () => {
  const { meeting } = await held()
  const own = `rapat/${meeting}/notulen`
  await post('satgas', `${own}/hadir/selebihnya`)
  let writing: ReturnType<typeof post> | undefined
  await database.owner.transaction().execute(async (tx) => {
    await tx.selectFrom('meeting').where('meeting_id', '=', meeting).select('meeting_id').forUpdate().execute()
    writing = post('satgas', `${own}/keputusan`, { nomor: randomUUID(), jenis: 'clause', kata: 'Terlambat' })
    await untilWaiting(database.owner)
    const row = { number: 900, closed_by: randomUUID(), closed_at: new Date(served.moment).toISOString() }
    await tx.updateTable('meeting').set(row).where('meeting_id', '=', meeting).execute()
  })
  expect(await outcome(writing as ReturnType<typeof post>)).toBe('meeting-not-held')
  expect(await kept('resolution', meeting)).toEqual([])
})

test('whoever is called is told while the meeting is ahead, and whoever owes something once the minutes are closed', async () => {
  const { owner } = database
  app.channels = { mail: { url: 'smtp://127.0.0.1:9', from: 'piket@contoh.go.id' }, push: undefined }
  await sql`update employee_version set email = employee_id || '@contoh.go.id' where region_id = ${region}`.execute(
    owner,
  )
  const told = async () => {
    const { rows } = await sql<{ told: string }>`select employee_id || ' ' || kind as told from notice`.execute(owner)
    for (const table of ['delivery', 'notice']) await sql`delete from ${sql.table(table)}`.execute(owner)
    return rows.map((row) => row.told).toSorted()
  }
  const past = await called({ hari: '2021-07-20' })
  await withStaff(past, 'a3')
  expect(await told()).toEqual([])
  const off = await called({ hari: '2021-07-22' })
  await withStaff(off, 'a3')
  expect(await told()).toEqual(['a3 meeting_called'])
  await post('satgas', `rapat/${off}/batal`, { alasan: 'Banjir' })
  expect(await told()).toEqual(['a3 meeting_called'])

  const { meeting } = await held()
  const own = `rapat/${meeting}/notulen`
  await told()
  const due = { tenggat: '2021-07-23', kata: 'x' }
  await post('a0', `${own}/keputusan`, { nomor: randomUUID(), jenis: 'follow_up', opd: 'dinas-b', ...due })
  await post('a0', `${own}/keputusan`, { nomor: randomUUID(), jenis: 'task', pegawai: 'a2', ...due })
  await post('a0', `${own}/keputusan`, { nomor: randomUUID(), jenis: 'follow_up', opd: 'dinas-a', ...due })
  await post('a0', `${own}/hadir/selebihnya`)
  expect(await told()).toEqual([])
  await post('a0', `${own}/tutup`)
  // The heads of dinas-b, by post and acting, and who has the task; not the head of dinas-a, who closed them.
  expect(await told()).toEqual(['a2 follow_up_owed', 'b0 follow_up_owed', 'c1 follow_up_owed'])
})
