/** The invitation of a coordination meeting: who is called, and who reads it. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { invitation, openMeetings } from '../../testing/meetings.ts'
import { axeFindings, refusedByPolicy } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { get, post, outcome, called, withStaff, held, mainOf, kept, events } = await openMeetings(served)
afterAll(() => served[Symbol.asyncDispose]())

const hour = 3_600_000

describe('an invitation', () => {
  test('is kept once for its form, with its points in order, and shown whole', async () => {
    const meeting = await called()
    expect(await outcome(post('satgas', 'rapat', { nomor: meeting, ...invitation }))).toBe(303)
    for (const other of [
      { perihal: 'Lain' },
      { tujuan: 'Lain' },
      { cara: 'room' },
      { tempat: 'Aula' },
      { tautan: 'https://rapat.contoh.go.id/2' },
      { selesai: '10:00' },
      { acara: 'Usulan kebijakan' },
    ])
      expect(await outcome(post('satgas', 'rapat', { nomor: meeting, ...invitation, ...other }))).toBe('form-used')
    expect(await kept('meeting', meeting)).toMatchObject([{ agenda: ['Laporan Satgas', 'Usulan kebijakan'] }])
    expect(await events(meeting)).toEqual(['meeting-planned'])
    for (const url of ['rapat', 'rapat/baru', `rapat/${meeting}`, `rapat/${meeting}?cari=pegawai&bahasa=en`]) {
      const { statusCode, body } = await get('satgas', url)
      expect([url, statusCode, await axeFindings(body), refusedByPolicy(body)]).toEqual([url, 200, [], []])
    }
  })

  test('has its link with the scheme as everybody writes it', async () => {
    const nomor = await called({ tautan: 'HTTPS://Rapat.contoh.go.id/Abc' })
    expect(await kept('meeting', nomor)).toMatchObject([{ link: 'https://Rapat.contoh.go.id/Abc' }])
  })

  test.each([
    [{ perihal: ' ' }, 'meeting-incomplete'],
    [{ acara: '\n \n' }, 'meeting-incomplete'],
    [{ acara: Array(31).fill('x').join('\n') }, 'meeting-incomplete'],
    [{ hari: '2005-01-01' }, 'day-too-far'],
    [{ hari: '2023-07-22' }, 'day-too-far'],
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
    const [known] = (await kept('meeting_participant', meeting)) as { name: string; body: string }[]
    const same = { nama: ` ${known?.name} `, jabatan: 'Anggota', badan: known?.body.toUpperCase() ?? '' }
    expect(await outcome(post('satgas', `${own}/peserta/luar`, { nomor: randomUUID(), ...same }))).toBe(
      'meeting-participant-twice',
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
