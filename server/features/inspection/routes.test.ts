/** A visit to an office: drawn, listed at the door, marked by several, closed, replied to. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { drawOffices } from '@piket/domain/inspection/sample.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const minute = 60_000
const cookies: Record<string, { readonly piket: string }> = {}

const officer = (login: string, role: GrantedRole) =>
  as(database.db, { region, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login, name: login, body: 'Polres', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role }, 'test')
    return {
      piket: await beginSession(tx, region, account, { method: 'passkey', agent: 't', at: new Date('2098-12-31') }),
    }
  })

beforeAll(async () => {
  cookies.arman = await officer('Arman', 'task_force')
  cookies.bela = await officer('Bela', 'task_force')
  cookies.auditor = await officer('Auditor', 'auditor')
  cookies.a0 = await cookieOf(database.db, region, 'a0')
  cookies.b0 = await cookieOf(database.db, region, 'b0')
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
const mark = (who: string, visit: string, body: object) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/regions/${region}/inspections/${visit}/marks`,
    cookies: { ...cookies[who] },
    payload: body,
  })

/** A visit of an agency, for a reason. */
async function planned(agency: string): Promise<string> {
  const nomor = randomUUID()
  expect((await post('arman', 'sidak', { nomor, opd: agency, alasan: 'Pengaduan 12' })).statusCode).toBe(303)
  return nomor
}

describe('a draw', () => {
  test('chooses offices by a seed that draws them again, once for its form, and leaves out those of the day', async () => {
    const nomor = randomUUID()
    const first = await post('arman', 'sidak/undian', { nomor, banyak: '1' })
    expect(first.headers.location).toBe(`/sungai-uji/sidak/undian/${nomor}`)
    expect((await post('bela', 'sidak/undian', { nomor, banyak: '3' })).statusCode).toBe(303)
    const rows = await database.owner.selectFrom('inspection').select(['agency_id', 'draw_id']).execute()
    expect(rows).toHaveLength(1)
    const draw = await database.owner.selectFrom('inspection_draw').selectAll().executeTakeFirstOrThrow()
    const candidates = draw.candidates as unknown as Parameters<typeof drawOffices>[0]
    expect(candidates.map(({ agency }) => agency)).toEqual(['dinas-a', 'dinas-b', 'kantor-c'])
    expect(drawOffices(candidates, draw.wanted, Number(draw.seed))).toEqual([rows[0]?.agency_id])
    const { body } = await get('auditor', `sidak/undian/${nomor}`)
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain(String(draw.seed))
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])

    const second = randomUUID()
    expect((await post('arman', 'sidak/undian', { nomor: second, banyak: '20' })).statusCode).toBe(303)
    expect(await database.owner.selectFrom('inspection').select('agency_id').execute()).toHaveLength(3)
    const none = await post('arman', 'sidak/undian', { nomor: randomUUID(), banyak: '1' })
    expect([none.statusCode, none.body.includes('inspection-none-left')]).toEqual([409, true])
    await database.owner.deleteFrom('inspection').execute()
  })

  test.each([['0'], ['21'], ['1e1'], ['']])('of %s offices is refused on its page', async (banyak) => {
    const answer = await post('arman', 'sidak/undian', { nomor: randomUUID(), banyak })
    expect(answer.statusCode).toBe(400)
    expect(documentOf(answer.body).querySelector('#banyak')?.getAttribute('aria-invalid')).toBe('true')
  })

  test('on a Sunday there is nobody to visit', async () => {
    served.moment = morning + 4 * 24 * 60 * minute
    const drawn = await post('arman', 'sidak/undian', { nomor: randomUUID(), banyak: '1' })
    const chosen = await post('arman', 'sidak', { nomor: randomUUID(), opd: 'dinas-a', alasan: 'Pengaduan 12' })
    served.moment = morning
    for (const { statusCode, body } of [drawn, chosen])
      expect([statusCode, body.includes('inspection-offices-closed')]).toEqual([409, true])
  })

  test('is for the task force and the personnel agency; auditors read, heads do not', async () => {
    expect((await post('auditor', 'sidak/undian', { nomor: randomUUID(), banyak: '1' })).statusCode).toBe(403)
    expect((await get('auditor', 'sidak')).statusCode).toBe(200)
    expect((await get('a0', 'sidak')).statusCode).toBe(403)
  })
})

describe('a visit for a reason', () => {
  test('needs one, an office that is there, and comes once a day', async () => {
    const nomor = randomUUID()
    const of = async (form: Record<string, string>) => {
      const { statusCode, body } = await post('arman', 'sidak', { nomor: randomUUID(), ...form })
      return [statusCode, /inspection-[a-z-]+/.exec(body)?.[0]]
    }
    expect(await of({ opd: 'dinas-a', alasan: ' ' })).toEqual([422, 'inspection-incomplete'])
    expect(await of({ opd: 'none', alasan: 'x' })).toEqual([422, 'inspection-office-unknown'])
    const form = { nomor, opd: 'dinas-a', alasan: 'Pengaduan 12' }
    expect((await post('arman', 'sidak', form)).statusCode).toBe(303)
    expect((await post('arman', 'sidak', form)).statusCode).toBe(303)
    expect(await of({ opd: 'dinas-a', alasan: 'Lagi' })).toEqual([409, 'inspection-planned-already'])
    const { body } = await get('arman', 'sidak')
    expect(wordsOf(documentOf(body).querySelector('main'))).toContain('alasan: Pengaduan 12')
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
    await database.owner.deleteFrom('inspection').execute()
  })
})

describe('the visit itself', () => {
  test('from the list at the door to the reply of the head', async () => {
    const visit = await planned('dinas-a')
    const early = await mark('arman', visit, { id: randomUUID(), person: 'a1', kind: 'found', at: morning })
    expect([early.statusCode, early.json().code]).toEqual([409, 'inspection-not-begun'])

    expect((await post('arman', `sidak/${visit}/mulai`)).statusCode).toBe(303)
    const [{ list }] = (await database.owner.selectFrom('inspection').select('list').execute()) as unknown as [
      { list: { person: string; place: string; clause: string[] }[] },
    ]
    const at = (place: string) => list.filter((one) => one.place === place).map(({ person }) => person)
    const [atOffice, atHome] = [at('office'), at('home')]
    expect(atOffice).toContain('a0')
    // The reason for which the road is cut off is theirs alone.
    expect(list.find(({ person }) => person === 'a7')?.clause).not.toContain('c4')
    served.moment = morning + 30 * minute
    expect((await post('bela', `sidak/${visit}/mulai`)).statusCode).toBe(303)

    // Two inspectors, phones that deliver twice and late: nothing is lost.
    const [absent, seen] = [atOffice.find((one) => one !== 'a0') ?? '', atHome[0] ?? '']
    const first = { id: randomUUID(), person: absent, kind: 'absent', note: 'kursi kosong', at: morning + 31 * minute }
    for (const who of ['arman', 'arman']) expect((await mark(who, visit, first)).json()).toEqual({ late: false })
    expect((await mark('arman', visit, { ...first, kind: 'found' })).json().code).toBe('form-used')
    await mark('arman', visit, { id: randomUUID(), person: seen, kind: 'misplaced', at: morning + 32 * minute })
    await mark('arman', visit, { id: randomUUID(), person: 'a0', kind: 'absent', at: morning + 32 * minute })
    const form = { nomor: randomUUID(), pegawai: 'a0', tanda: 'found', catatan: '' }
    expect((await post('bela', `sidak/${visit}/tanda`, form)).statusCode).toBe(303)
    expect(await database.owner.selectFrom('inspection_mark').select('mark_id').execute()).toHaveLength(4)

    const page = await get('arman', `sidak/${visit}`)
    const words = wordsOf(documentOf(page.body).querySelector('main'))
    expect(words).toContain('Temuan: 2')
    expect(words).toContain('Berbeda: Tidak ada, menurut Arman')
    expect([await axeFindings(page.body), refusedByPolicy(page.body)]).toEqual([[], []])

    // The office sees that it is visited; it has no word before the minutes are closed, and none of another office ever.
    const own = `unit/dinas-a/sidak/${visit}`
    expect((await post('a0', own, { jawaban: 'x' })).statusCode).toBe(409)
    expect((await get('b0', own)).statusCode).toBe(403)
    expect((await get('b0', `unit/dinas-b/sidak/${visit}`)).statusCode).toBe(404)

    const refused = await post('arman', `sidak/${visit}/tutup`, { catatan: 'Dua orang di ruang rapat', kata: 'signed' })
    expect([refused.statusCode, refused.body.includes('Dua orang di ruang rapat')]).toEqual([422, true])
    const closing = { catatan: 'Dua orang di ruang rapat', penerima: 'Siti Kepala', kata: 'refused' }
    const drawn = { ...closing, ttd_tim: 'M10 20L30 40', ttd_kantor: 'M1 1L2 2' }
    const unsigned = await post('arman', `sidak/${visit}/tutup`, drawn)
    expect(unsigned.body).toContain('inspection-signature-without-word')
    expect(documentOf(unsigned.body).querySelector('[name=ttd_tim]')?.getAttribute('value')).toBe('M10 20L30 40')
    const script = { ...closing, ttd_tim: 'M1 1L2 2"/><script>' }
    expect((await post('arman', `sidak/${visit}/tutup`, script)).statusCode).toBe(400)
    const signed = { ...closing, ttd_tim: 'M10 20L30 40' }
    expect((await post('arman', `sidak/${visit}/tutup`, signed)).statusCode).toBe(303)
    expect((await post('arman', `sidak/${visit}/tutup`, signed)).statusCode).toBe(303)
    const closed = await get('auditor', `sidak/${visit}`)
    expect(documentOf(closed.body).querySelector('svg.signature path')?.getAttribute('d')).toBe('M10 20L30 40')
    expect((await post('bela', `sidak/${visit}/tutup`, closing)).statusCode).toBe(409)
    expect((await post('arman', `sidak/${visit}/tutup`, { ...closing, catatan: 'Lain' })).statusCode).toBe(409)

    // What waited on a phone without a signal comes after: kept, and the minutes stay.
    served.moment = morning + 34 * minute
    const late = { id: randomUUID(), person: absent, kind: 'letter', at: morning + 33 * minute }
    expect((await mark('bela', visit, late)).json()).toEqual({ late: true })
    const findings = await database.owner.selectFrom('inspection_finding').selectAll().orderBy('finding_no').execute()
    expect(findings.map(({ kind, people }) => [kind, people]).sort()).toEqual([
      ['not_found', [absent]],
      ['should_be_home', [seen]],
    ])

    const reply = { jawaban: 'Sudah kami ingatkan.' }
    expect((await post('a0', own, { jawaban: '' })).statusCode).toBe(422)
    expect((await post('a0', own, reply)).statusCode).toBe(303)
    expect((await post('a0', own, reply)).statusCode).toBe(303)
    expect((await post('a0', own, { jawaban: 'Lain' })).statusCode).toBe(409)
    const office = await get('a0', own)
    expect(wordsOf(documentOf(office.body).querySelector('main'))).toContain('Sudah kami ingatkan.')
    expect([await axeFindings(office.body), refusedByPolicy(office.body)]).toEqual([[], []])
    const list2 = await get('a0', 'unit/dinas-a/sidak')
    expect(wordsOf(documentOf(list2.body).querySelector('main'))).toContain('Berita acara 1/2021')

    const paper = await get('auditor', `sidak/${visit}/berita-acara`)
    expect(paper.headers['content-type']).toBe('application/pdf')
    const said = pdfText(paper.rawPayload).join(' ')
    for (const words of ['1/2021', 'Dinas Alfa', 'kursi kosong', 'Sudah kami ingatkan.']) expect(said).toContain(words)

    // Those whom the minutes name are asked to explain, by people alone, citing what the minutes cite.
    const asked = (who: string, form: Record<string, string>) => post(who, `kasus/buka/sidak/${visit}`, form)
    const question = { nomor: randomUUID(), pegawai: absent, kata: 'Di mana pukul itu?' }
    const open = await get('arman', `kasus/buka/sidak/${visit}`)
    const offered = [...documentOf(open.body).querySelectorAll('[name=pegawai] option')]
    expect(offered.map((one) => one.getAttribute('value')).toSorted()).toEqual([absent, seen].toSorted())
    expect((await asked('b0', question)).statusCode).toBe(404)
    expect((await asked('arman', { ...question, pegawai: 'a0' })).body).toContain('case-not-theirs')
    for (let times = 0; times < 2; times++) expect((await asked('arman', question)).statusCode).toBe(303)
    expect((await asked('a0', { ...question, nomor: randomUUID() })).body).toContain('case-open-already')
    cookies[absent] ??= await cookieOf(database.db, region, absent)
    const file = await get(absent, `kasus/${question.nomor}`)
    expect(wordsOf(documentOf(file.body).querySelector('main'))).toMatch(
      /Temuan sidak.*Berita acara sidak 1\/2021 mencatat: tidak ada · kursi kosong/s,
    )
    expect([await axeFindings(file.body), refusedByPolicy(file.body)]).toEqual([[], []])

    // Every step left an event, and every look at the names was written down.
    const kinds = await database.owner
      .selectFrom('event')
      .where('subject', '=', visit)
      .select('kind')
      .orderBy('id')
      .execute()
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'inspection-planned',
      'inspection-begun',
      ...Array.from({ length: 4 }, () => 'inspection-marked'),
      'inspection-closed',
      'inspection-marked',
      'inspection-replied',
    ])
    const reads = await database.owner
      .selectFrom('sensitive_read')
      .where('purpose', '=', 'list-of-presence')
      .select('subject_id as subject')
      .execute()
    expect(new Set(reads.map(({ subject }) => subject))).toContain(absent)
  })

  test('takes no mark of somebody else, nor of a clock that runs ahead', async () => {
    const visit = await planned('dinas-b')
    served.moment = morning
    await post('arman', `sidak/${visit}/mulai`)
    const of = async (body: object) => {
      const answer = await mark('arman', visit, { id: randomUUID(), kind: 'found', at: morning, person: 'b1', ...body })
      return [answer.statusCode, answer.json().code]
    }
    expect(await of({ person: 'a1' })).toEqual([422, 'inspection-person-unknown'])
    expect(await of({ at: morning + 6 * minute })).toEqual([422, 'inspection-clock-ahead'])
    expect((await of({ kind: 'seen' }))[0]).toBe(400)
    expect((await post('arman', `sidak/${visit}/tutup`, { kata: 'nobody' })).body).toContain('inspection-unmarked')
    expect((await of({ at: morning + 4 * minute }))[0]).toBe(200)
    served.moment = morning + 24 * 60 * minute
    const other = await planned('kantor-c')
    served.moment = morning + 48 * 60 * minute
    const begun = await post('arman', `sidak/${other}/mulai`)
    expect([begun.statusCode, begun.body.includes('inspection-other-day')]).toEqual([409, true])
    served.moment = morning
  })

  test('is closed with every mark that came before, and by a number of its own, whoever writes at the same time', async () => {
    const begun = async (agency: string) => {
      const visit = await planned(agency)
      expect((await post('arman', `sidak/${visit}/mulai`)).statusCode).toBe(303)
      const { list } = (await database.owner
        .selectFrom('inspection')
        .select('list')
        .where('inspection_id', '=', visit)
        .executeTakeFirstOrThrow()) as unknown as { list: { person: string; place: string }[] }
      return { visit, people: list.filter(({ place }) => place === 'office').map(({ person }) => person) }
    }
    const seen = (visit: string, person = '') =>
      mark('arman', visit, { id: randomUUID(), person, kind: 'found', at: served.moment })
    const close = (visit: string) => post('arman', `sidak/${visit}/tutup`, { kata: 'nobody' })
    const first = await begun('kantor-c')
    await seen(first.visit, first.people[0])
    served.moment = morning + 24 * 60 * minute
    const other = await begun('dinas-a')
    await seen(other.visit, other.people[0])

    // A mark is being written while the minutes are closed, and those of another day as well.
    const closing: ReturnType<typeof close>[] = []
    await database.owner.transaction().execute(async (tx) => {
      const row = { inspection_id: first.visit, mark_id: randomUUID(), employee_id: first.people[1] ?? '' }
      await tx
        .selectFrom('inspection')
        .select('day')
        .where('inspection_id', '=', first.visit)
        .forUpdate()
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('inspection_mark')
        .values({
          ...row,
          region_id: region,
          kind: 'absent',
          note: '',
          inspector: 'bela',
          marked_at: new Date(served.moment),
          received_at: new Date(served.moment),
        })
        .execute()
      closing.push(close(first.visit))
      await untilWaiting(database.owner)
      expect((await close(other.visit)).statusCode).toBe(303)
    })
    expect((await closing[0])?.statusCode).toBe(303)
    const findings = await database.owner
      .selectFrom('inspection_finding')
      .select(['kind', 'people'])
      .where('inspection_id', '=', first.visit)
      .execute()
    expect(findings).toEqual([{ kind: 'not_found', people: [first.people[1]] }])
    served.moment = morning
  })

  test('keeps photos, each once, for whoever may read the visit', async () => {
    served.moment = morning + 24 * 60 * minute
    const visit = await planned('dinas-b')
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
      'base64',
    )
    const formOf = async (fields: Readonly<Record<string, string>>, content: Buffer) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('foto', new Blob([new Uint8Array(content)], { type: 'image/png' }), 'a.png')
      const sent = new Response(form)
      return {
        headers: { 'content-type': sent.headers.get('content-type') ?? '' },
        payload: Buffer.from(await sent.arrayBuffer()),
      }
    }
    const send = async (who: string, id: string, content: Buffer, asked: Readonly<Record<string, string>> = {}) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/regions/${region}/inspections/${visit}/photos/${id}`,
        cookies: { ...cookies[who] },
        ...(await formOf({ at: String(served.moment), ...asked }, content)),
      })
    const id = randomUUID()
    expect((await send('arman', id, png)).json().code).toBe('inspection-not-begun')
    await post('arman', `sidak/${visit}/mulai`)
    for (let times = 0; times < 2; times++)
      expect((await send('arman', id, png, { caption: 'Ruang rapat' })).json()).toEqual({ late: false })
    expect((await send('arman', id, png, { caption: 'Lain' })).json().code).toBe('form-used')
    expect((await send('a0', randomUUID(), png)).statusCode).toBe(403)
    const pdf = Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF')
    expect((await send('arman', randomUUID(), pdf)).json().code).toBe('inspection-photo-unreadable')
    const bomb = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)])
    expect((await send('arman', randomUUID(), bomb)).statusCode).toBe(413)
    const broken = await send('arman', randomUUID(), png.subarray(0, 40))
    expect([broken.statusCode, broken.json().code]).toEqual([422, 'inspection-photo-unreadable'])
    expect(broken.json().detail).not.toContain('PDF')
    const ahead = await send('arman', randomUUID(), png, { at: String(served.moment + 6 * minute) })
    expect(ahead.json().code).toBe('inspection-clock-ahead')

    served.moment += minute
    const answer = await app.inject({
      method: 'POST',
      url: `/sungai-uji/sidak/${visit}/foto`,
      cookies: { ...cookies.bela },
      ...(await formOf({ nomor: randomUUID(), keterangan: 'Loket' }, png)),
    })
    expect(answer.statusCode).toBe(303)
    const none = await post('bela', `sidak/${visit}/foto`, { nomor: randomUUID(), keterangan: 'Loket kosong' })
    expect([none.statusCode, none.body.includes('Loket kosong')]).toEqual([422, true])

    const page = documentOf((await get('auditor', `sidak/${visit}`)).body)
    expect([...page.querySelectorAll('.photos img')].map((one) => one.getAttribute('alt'))).toEqual([
      'Ruang rapat',
      'Loket',
    ])
    const shown = await get('auditor', `sidak/${visit}/foto/${id}`)
    expect([shown.headers['content-type'], shown.rawPayload.equals(png)]).toEqual(['image/png', true])
    expect((await get('b0', `unit/dinas-b/sidak/${visit}/foto/${id}`)).statusCode).toBe(200)
    expect((await get('a0', `unit/dinas-a/sidak/${visit}/foto/${id}`)).statusCode).toBe(404)
    expect((await get('a0', `sidak/${visit}/foto/${id}`)).statusCode).toBe(403)

    for (let count = 2; count < 40; count++) await send('arman', randomUUID(), png)
    expect((await send('arman', randomUUID(), png)).json().code).toBe('inspection-photos-full')
    served.moment = morning
  })
})
