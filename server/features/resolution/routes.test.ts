/** What meetings resolved: handed out once the minutes are closed, and settled by its owners. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { openMeetings } from '../../testing/meetings.ts'
import { axeFindings, refusedByPolicy } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { owedRows } from './queries.ts'

const served = await serveRegion()
const { app, database } = served
const { get, post, outcome, called, withStaff, held, mainOf, events } = await openMeetings(served)
afterAll(() => served[Symbol.asyncDispose]())

const hour = 3_600_000

describe('what was resolved', () => {
  test('is due within two years', async () => {
    const { meeting } = await held()
    const form = { nomor: randomUUID(), jenis: 'follow_up', kata: 'Dampingi pasar.', opd: 'dinas-b' }
    expect(await outcome(post('a0', `rapat/${meeting}/notulen/keputusan`, { ...form, tenggat: '2090-01-01' }))).toBe(
      'day-too-far',
    )
  })

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
})

test('a task that its report answered stands behind what is open, and leaves the list in time', async () => {
  const { meeting } = await held()
  const own = `rapat/${meeting}/notulen`
  const [task, followUp] = [randomUUID(), randomUUID()]
  await post('a0', `${own}/keputusan`, {
    ...{ nomor: task, jenis: 'task', kata: 'Hitung kursi.', pegawai: 'a2', tenggat: '2021-07-21' },
  })
  await post('a0', `${own}/keputusan`, {
    ...{ nomor: followUp, jenis: 'follow_up', kata: 'Pasang pembatas.', opd: 'dinas-a', tenggat: '2021-07-30' },
  })
  await post('a0', `${own}/hadir/selebihnya`)
  expect(await outcome(post('a0', `${own}/tutup`))).toBe(303)
  const rows = () =>
    as(database.db, { region: '63.98', reach: 'region' }, async (tx) =>
      (await owedRows(tx, 'all', new Date(served.moment - 30 * 24 * hour)))
        .filter((row) => row.meeting === meeting)
        .map(({ id }) => id),
    )
  expect(await rows()).toEqual([task, followUp])
  await database.owner
    .updateTable('instruction_receiver')
    .set({ answered_by: randomUUID(), answered_at: new Date(morning).toISOString() })
    .where('instruction_id', '=', task)
    .execute()
  expect(await rows()).toEqual([followUp, task])
  served.moment = morning + 31 * 24 * hour
  expect(await rows()).toEqual([followUp])
  served.moment = morning
})

test('whoever is called is told while the meeting is ahead, and whoever owes something once the minutes are closed', async () => {
  const { owner } = database
  app.channels = { mail: { url: 'smtp://127.0.0.1:9', from: 'piket@contoh.go.id' }, push: undefined }
  await sql`update employee_version set email = employee_id || '@contoh.go.id' where region_id = '63.98'`.execute(owner)
  const told = async () => {
    const { rows } = await sql<{ told: string }>`select employee_id || ' ' || kind as told from notice`.execute(owner)
    for (const table of ['delivery', 'notice']) await sql`delete from ${sql.table(table)}`.execute(owner)
    return rows.map((row) => row.told).toSorted()
  }
  const past = await called({ hari: '2021-07-20' })
  await withStaff(past, 'a3')
  expect(await told()).toEqual([])
  const without = await called({ hari: '2021-07-22' })
  const dropped = await withStaff(without, 'a3')
  expect(await told()).toEqual(['a3 meeting_called'])
  for (let times = 0; times < 2; times++)
    expect(await outcome(post('satgas', `rapat/${without}/peserta/keluar`, { peserta: dropped }))).toBe(303)
  expect(await told()).toEqual(['a3 meeting_called'])
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
