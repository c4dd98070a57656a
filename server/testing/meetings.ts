/** Coordination meetings of the served region, as tests call and hold them. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { expect } from 'vitest'
import { as } from '#platform/db.ts'
import { accountByEmployee, addAccount, grantRole } from '../features/account/service.ts'
import { beginSession } from '../features/session/service.ts'
import { documentOf, wordsOf } from './page.ts'
import type { ServedRegion } from './served-region.ts'
import { cookieOf } from './signed-in.ts'

const region = '63.98'

export const invitation = {
  ...{ perihal: 'Rapat evaluasi', tujuan: 'Satu sikap', cara: 'video', tempat: 'Ruang video' },
  ...{ tautan: 'https://rapat.contoh.go.id/1', hari: '2021-07-21', mulai: '07:00', selesai: '09:00' },
  acara: 'Laporan Satgas\n\nUsulan kebijakan',
}

/**
 * Signs in the task force, the organisation bureau, an auditor and the personnel agency, by the names of `officers`, and
 * some of the staff, of whom a0, the head of dinas-a, is of the regional leadership too.
 */
export async function openMeetings({ app, database }: ServedRegion) {
  const { db, owner } = database
  const cookies: Record<string, { readonly piket: string }> = {}
  const officers = {
    satgas: ['Arman', 'task_force'],
    biro: ['Bela', 'organisation_bureau'],
    auditor: ['Auditor', 'auditor'],
    bkpsdm: ['Cici', 'personnel_agency'],
  } as const satisfies Record<string, readonly [string, GrantedRole]>
  for (const [who, [login, role]] of Object.entries(officers))
    cookies[who] = await as(db, { region, reach: 'region' }, async (tx) => {
      const account = (await addAccount(tx, { login, name: login, body: 'Polres', passwordHash: '-' }, 'test')) ?? ''
      await grantRole(tx, account, { role }, 'test')
      const at = new Date('2098-12-31')
      return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at }) }
    })
  for (const employee of ['a0', 'a2', 'a3', 'b0', 'b1']) cookies[employee] = await cookieOf(db, region, employee)
  await as(db, { region, reach: 'region' }, async (tx) => {
    const { account = '' } = (await accountByEmployee(tx, 'a0')) ?? {}
    await grantRole(tx, account, { role: 'regional_head' }, 'test')
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
    return (
      /\b((?:meeting|resolutions?)-[a-z-]+|form-used|form-invalid|day-too-far|not-found)\b/.exec(body)?.[1] ??
      statusCode
    )
  }

  /** Calls a meeting, and says under which id. */
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
    await withStaff(meeting, 'b1')
    const police = randomUUID()
    const guest = { nomor: police, nama: '', jabatan: 'Wakil', badan: 'Polres Uji' }
    expect(await outcome(post('satgas', `rapat/${meeting}/peserta/luar`, guest))).toBe(303)
    expect(await outcome(post('satgas', `rapat/${meeting}/pimpinan`, { peserta: chair }))).toBe(303)
    expect(await outcome(post('satgas', `rapat/${meeting}/mulai`))).toBe(303)
    return { meeting, a2, police }
  }

  return {
    ...{ get, post, outcome, called, withStaff, held },
    /** The words of a page. */
    mainOf: async (answer: ReturnType<typeof get>) => wordsOf(documentOf((await answer).body).querySelector('main')),
    /** What the database holds of a meeting. */
    kept: (table: 'meeting' | 'meeting_participant' | 'resolution', meeting: string) =>
      owner.selectFrom(table).where('meeting_id', '=', meeting).selectAll().execute(),
    /** What has happened to something, in order. */
    events: async (subject: string) =>
      (await owner.selectFrom('event').where('subject', '=', subject).orderBy('id').select('kind').execute()).map(
        ({ kind }) => kind,
      ),
  }
}
