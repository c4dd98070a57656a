/** A region of ten thousand people who all have an account, a session and a phone. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { saveRegion } from '@piket/server/features/region/service.ts'
import { asApp } from '@piket/server/platform/connect.ts'
import { openDb } from '@piket/server/platform/db.ts'
import { newToken } from '@piket/server/platform/session-token.ts'
import { sql } from 'kysely'

export const region = '99.01'

export interface Sender {
  readonly employee: string
  readonly device: string
  /** The text of the session's cookie. */
  readonly token: string
  readonly privateKey: KeyObject
}

/** A device id that pgbench can compute from the number of a person, too. */
const deviceOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Writes the region into a migrated database, as its owner. */
export async function addRegion(ownerUrl: string, people: number): Promise<readonly Sender[]> {
  const [owner, app] = [openDb(ownerUrl), openDb(asApp(ownerUrl))]
  try {
    await saveRegion(
      app,
      {
        code: region,
        slug: 'ukur',
        name: { id: 'Kabupaten Ukur', en: 'Measure Regency' },
        kind: 'regency',
        zone: 'Asia/Makassar',
        within: null,
        demoDay: null,
        invented: true,
      },
      'bench',
    )
    const rows = Array.from({ length: people }, (_, number) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const { text, hash } = newToken(region)
      const employee = `E-${number}`
      return {
        sender: { employee, device: deviceOf(number), token: text, privateKey },
        row: {
          employee_id: employee,
          device_id: deviceOf(number),
          account_id: deviceOf(number),
          token_hash: `\\x${hash.toString('hex')}`,
          public_key: `\\x${publicKey.export({ format: 'der', type: 'spki' }).toString('hex')}`,
        },
      }
    })
    await sql`
      with given as materialized (
        select ${region} as region_id, * from json_to_recordset(${JSON.stringify(rows.map(({ row }) => row))}::json)
          as given (employee_id text, device_id uuid, account_id uuid, token_hash bytea, public_key bytea)
      ), people as (insert into employee select region_id, employee_id from given
      ), accounts as (insert into account (region_id, account_id, login, employee_id, state)
        select region_id, account_id, lower(employee_id), employee_id, 'active' from given
      ), sessions as (insert into session
        (region_id, token_hash, account_id, method, begun_at, seen_at, proved_at, expires_at)
        select region_id, token_hash, account_id, 'password', now(), now(), now(), now() + interval '12 hours' from given)
      insert into device (region_id, employee_id, device_id, slot, public_key, label, registered_at, usable_from)
      select region_id, employee_id, device_id, 1, public_key, 'Ponsel', now(), now() from given`.execute(owner)
    await sql`vacuum analyze`.execute(owner)
    return rows.map(({ sender }) => sender)
  } finally {
    await Promise.all([owner.destroy(), app.destroy()])
  }
}

/** The day it is in the region. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** A record as phones write it. pgbench takes a colon before a digit for a variable, hence the spaces. */
const record = JSON.stringify({
  ...{ v: 1, id: deviceOf(0), region, person: 'E-0', device: deviceOf(0), seq: 1, kind: 'in', day: today() },
  ...{ place: 'office', window: null, tappedWall: 1_626_827_280_000, tappedMono: 61_234.5, session: deviceOf(1) },
  anchor: {
    serverTime: 1_626_827_220_000,
    mono: 1234.5,
    wall: 1_626_827_220_100,
    session: deviceOf(1),
    sig: 'b'.repeat(64),
  },
  ...{ officeCode: null, recall: null, prev: 'a'.repeat(64), note: '' },
}).replaceAll(':', ': ')

/** The same insert as a transaction of four statements: begin, set, insert, commit. */
export const pgbenchScript = (people: number): string => `\\set n random(0, ${people - 1})
begin;
set local piket.region = '${region}';
insert into check_in (region_id, day, employee_id, check_in_id, device_id, kind, record, position, sha256, signature,
  sent_mono, sent_wall, sent_session, received_at)
values ('${region}', '${today()}', 'E-' || :n, gen_random_uuid(),
  ('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, 'in', '${record}',
  '{"latitude": -1.912,"longitude": 116.187,"accuracy": 18.2,"age": 812,"imprint": 31337}',
  '\\x${'ab'.repeat(32)}', '\\x${'cd'.repeat(64)}', 61434.5, 1626827280200, '${deviceOf(1)}', now())
on conflict do nothing;
commit;
`
