/** The minutes of a meeting: written, closed under a number, corrected beside, and drafted from. */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { openMeetings } from '../../testing/meetings.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { addVersions, listEmployees, listUnits } from '../staff/service.ts'

const served = await serveRegion()
const { database } = served
const { get, post, outcome, withStaff, held, mainOf, kept, events } = await openMeetings(served)
afterAll(() => served[Symbol.asyncDispose]())

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

  test('note the same of somebody once', async () => {
    const { meeting, a2, police } = await held()
    const note = (form: Record<string, string>) => outcome(post('satgas', `rapat/${meeting}/notulen/hadir`, form))
    const noted = async () => (await events(meeting)).filter((kind) => kind === 'meeting-attendance-noted').length
    for (let times = 0; times < 2; times++) {
      expect(await note({ peserta: a2, hadir: 'absent' })).toBe(303)
      expect(await note({ peserta: police, hadir: 'represented', wakil: 'Kabag Ops' })).toBe(303)
    }
    expect(await noted()).toBe(2)
    expect(await note({ peserta: police, hadir: 'represented', wakil: 'Kasat' })).toBe(303)
    expect(await noted()).toBe(3)
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

  test('hold a resolution once for its form, as it was sent', async () => {
    const { meeting } = await held()
    await withStaff(meeting, 'a3')
    const write = (form: Record<string, string>) => outcome(post('satgas', `rapat/${meeting}/notulen/keputusan`, form))
    const due = { kata: 'x', tenggat: '2021-07-30' }
    const followUp = { nomor: randomUUID(), jenis: 'follow_up', opd: 'dinas-b', ...due }
    const task = { nomor: randomUUID(), jenis: 'task', pegawai: 'a2', ...due }
    for (let times = 0; times < 2; times++) for (const form of [followUp, task]) expect(await write(form)).toBe(303)
    for (const other of [
      { ...followUp, kata: 'y' },
      { ...followUp, opd: 'dinas-a' },
      { ...followUp, tenggat: '2021-07-31' },
      { ...followUp, jenis: 'clause' },
      { ...task, pegawai: 'a3' },
    ])
      expect(await write(other)).toBe('form-used')
    expect(await kept('resolution', meeting)).toHaveLength(2)
  })

  test('hold two hundred resolutions, and say so', async () => {
    const { meeting } = await held()
    const clause = { kind: 'clause', words: 'x', written_by: 'a', written_at: new Date(served.moment).toISOString() }
    const row = { region_id: '63.98', meeting_id: meeting, resolution_id: randomUUID(), position: 200, ...clause }
    await database.owner.insertInto('resolution').values(row).execute()
    const form = { nomor: randomUUID(), jenis: 'clause', kata: 'Satu lagi' }
    expect(await outcome(post('satgas', `rapat/${meeting}/notulen/keputusan`, form))).toBe('resolutions-full')
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

  test('are closed with a chair who was there, chosen again where the first did not come', async () => {
    const { meeting, a2 } = await held()
    const own = `rapat/${meeting}`
    const [{ chair } = { chair: null }] = await kept('meeting', meeting)
    await post('satgas', `${own}/notulen/hadir`, { peserta: chair ?? '', hadir: 'absent' })
    await post('satgas', `${own}/notulen/hadir/selebihnya`)
    const close = () => outcome(post('satgas', `${own}/notulen/tutup`, { catatan: 'Dibahas.' }))
    expect(await close()).toBe('meeting-chair-absent')
    expect((await get('satgas', own)).body).toContain(`${own}/pimpinan`)
    expect(await outcome(post('satgas', `${own}/pimpinan`, { peserta: a2 }))).toBe(303)
    expect(await close()).toBe(303)
    expect(await kept('meeting', meeting)).toMatchObject([{ chair: a2 }])
    expect(await outcome(post('satgas', `${own}/pimpinan`, { peserta: chair ?? '' }))).toBe('meeting-over')
  })

  test('name owners as they were called when they were closed', async () => {
    const { meeting } = await held()
    const own = `rapat/${meeting}/notulen`
    const due = { kata: 'x', tenggat: '2021-07-30' }
    await post('a0', `${own}/keputusan`, { nomor: randomUUID(), jenis: 'follow_up', opd: 'dinas-b', ...due })
    await post('a0', `${own}/keputusan`, { nomor: randomUUID(), jenis: 'task', pegawai: 'a2', ...due })
    await post('a0', `${own}/hadir/selebihnya`)
    expect(await outcome(post('a0', `${own}/tutup`))).toBe(303)
    const owed = await mainOf(get('biro', own))
    const later = morning + 24 * 3_600_000
    const day = '2021-07-21' as Day
    const window = { from: day, until: day, known: `${day}T23:00`, zone: 'Asia/Makassar' } as const
    const recorded = '2021-07-22T07:00'
    await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
      const units = (await listUnits(tx, window)).filter(({ unit }) => unit === 'dinas-b')
      const employees = (await listEmployees(tx, window)).filter(({ employee }) => ['a0', 'a2'].includes(employee))
      await addVersions(tx, {
        units: units.map((one) => ({ ...one, name: 'Dinas Baru', recorded })),
        employees: employees.map((one) => ({ ...one, name: `Gelar ${one.employee}`, recorded })),
      })
    })
    served.moment = later
    expect(await mainOf(get('biro', 'tindak-lanjut'))).toMatch(/Gelar a2.*Dinas Baru|Dinas Baru.*Gelar a2/s)
    expect(await mainOf(get('biro', own))).toBe(owed)
    const paper = pdfText((await get('biro', `${own}/cetak`)).rawPayload).join(' ')
    expect(paper).not.toMatch(/Dinas Baru|Gelar/)
    served.moment = morning
  })
})

describe('a draft circular', () => {
  test('reads, names the meeting, and rules nothing', async () => {
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
    // On the bench it names the meeting still, and takes clauses.
    const page = documentOf((await get('biro', `${own}/notulen`)).body)
    const form = page.querySelector('form[action$="/konsep"]')
    const fields = [...(form?.querySelectorAll('input') ?? [])].map((one) => [one.name, one.value] as const)
    const begun = await post('biro', 'konsep', Object.fromEntries(fields))
    expect(begun.statusCode).toBe(303)
    const bench = await get('biro', String(begun.headers.location).slice('/sungai-uji/'.length))
    expect(wordsOf(documentOf(bench.body).querySelector('main'))).toContain('Belum ada butir')
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
