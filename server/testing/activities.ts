/** The small region with a village, where activities are put on the calendar and a letter comes that demands coordination. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { as } from '#platform/db.ts'
import { addAccount, grantRole } from '../features/account/service.ts'
import { fileCircular } from '../features/circular/service.ts'
import { findRegion, type RegionAsListed } from '../features/region/service.ts'
import { beginSession } from '../features/session/service.ts'
import { circular, serveRegion } from './served-region.ts'
import { cookieOf } from './signed-in.ts'

const region = '63.98'
const inRegion = { region, reach: 'region' } as const

/** Letters of the regent that demand coordination of everything from Thursday on, also of what is scheduled. */
const letter = circular
  .replace('uji-2021-07', 'uji-ppkm')
  .replace('800/7/UJI', '800/9/UJI')
  .replace(/from: 2021-07-19, until/, 'from: 2021-07-22, until')
  .replace(
    /clauses:[\s\S]*?figures:/,
    `clauses:
  - {id: k1, kind: duty, who: {all: true}, do: coordinate_activity, to: satgas, due: {before: activity}, includes_scheduled: true, force: must, cite: "u:1"}
figures:`,
  )
  .replace(/open_questions:[\s\S]*$/, 'open_questions: []\n')

const trip = {
  unit: 'dinas-a',
  tujuan: 'Perekaman KTP-el',
  jenis: 'village',
  desa: '63.98.01.2001',
  hari: '2021-07-23',
  mulai: '09:00',
  selesai: '12:00',
  pegawai: 'a2',
}

/** Serves the region; what it answers with is asked as the people whose cookies it holds. `satgas` is no employee. */
export async function serveActivities(others: readonly string[] = []) {
  const served = await serveRegion()
  const { app, database } = served
  const { db } = database
  const cookies: Record<string, { readonly piket: string }> = {}
  for (const employee of ['a0', 'a1', 'b1', ...others]) cookies[employee] = await cookieOf(db, region, employee)
  for (const [login, name, role] of [
    ['satgas', 'Polsek Uji', 'task_force'],
    ['bkpsdm', 'BKPSDM Uji', 'personnel_agency'],
    ['bupati', 'Bupati Uji', 'regional_head'],
  ] as const)
    cookies[login] = await as(db, inRegion, async (tx) => {
      const account = await addAccount(tx, { login, name, passwordHash: '-' }, 'test')
      if (account === undefined) throw new Error('The account was there already.')
      await grantRole(tx, account, { role }, 'test')
      const at = new Date('2098-12-31')
      return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 'test', at }) }
    })
  await sql`insert into district (region_id, code, name) values (${region}, '63.98.01', 'Uji')`.execute(database.owner)
  await sql`insert into village (region_id, code, district_code, name)
    values (${region}, '63.98.01.2001', '63.98.01', 'Hulu')`.execute(database.owner)

  const read = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
  const send = (who: string, url: string, fields: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url: `/sungai-uji/${url}`,
      cookies: { ...cookies[who] },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })

  return {
    served,
    cookies,
    trip,
    /** What jobs are given. */
    source: { db, clock: app.clock, channels: app.channels },
    /** The region as it is on record now. */
    async own(): Promise<RegionAsListed> {
      const found = await findRegion(db, region)
      if (!found) throw new Error('There is no region.')
      return found
    },
    read,
    send,
    /** Puts a trip on the calendar. */
    async register(given: Readonly<Record<string, string>> = {}, who = 'a1') {
      const nomor = randomUUID()
      const response = await send(who, 'kegiatan', { nomor, ...trip, ...given })
      return { nomor, response }
    },
    step: (who: string, activity: string, langkah: string, kata = '') =>
      send(who, `kegiatan/${activity}/langkah`, { langkah, kata }),
    /** What happened to something, the oldest first, each with its clause. */
    async eventsOf(subject: string) {
      const { rows } = await sql<{ kind: string; clause: string | null }>`select kind, clause from event
        where region_id = ${region} and subject = ${subject} and kind <> 'notice-told' order by id`.execute(
        database.owner,
      )
      return rows.map(({ kind, clause }) => [kind, clause])
    },
    /** The regent's letter comes. @param change something of it written otherwise */
    async fileLetter(change: (yaml: string) => string = (yaml) => yaml): Promise<void> {
      const written = change(letter)
      const { doc, problems } = parseCircular('ppkm.yaml', written)
      if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
      await as(db, inRegion, (tx) => fileCircular(tx, written, doc, { by: 'test', now: '2021-07-21T07:00' }))
    },
  }
}
