/** A person with an account, a session and a phone that signs as a browser does. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { type CheckInRecord, type Delivery, signedText } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'
import { cookieName, newToken } from '#platform/session-token.ts'

export interface Phone {
  readonly region: string
  readonly employee: string
  readonly device: string
  /** Name and value, as the browser sends them. */
  readonly cookies: Readonly<Record<string, string>>
  readonly tokenHash: Buffer
  readonly privateKey: KeyObject
  /** A record signed at a moment and sent at once. */
  tap(at: number, given?: Partial<CheckInRecord>): Delivery
}

export interface PhoneOwner {
  readonly region: string
  readonly employee: string
  /** Since when the phone is usable, in milliseconds. */
  readonly since: number
  readonly slot?: 1 | 2
}

const hourInMilliseconds = 3_600_000

/** A record of coming to the office on the day of the tests, unless something else is given. */
export const recordOf = (
  given: Partial<CheckInRecord> & Pick<CheckInRecord, 'region' | 'person' | 'device'>,
): CheckInRecord => ({
  v: 1,
  id: randomUUID(),
  seq: 1,
  kind: 'in',
  day: '2021-07-21' as Day,
  place: 'office',
  window: null,
  tappedWall: 0,
  tappedMono: 0,
  session: 's1',
  anchor: null,
  position: null,
  officeCode: null,
  recall: null,
  prev: null,
  note: '',
  ...given,
})

/** Signs a record and delivers it in the same moment. */
export function delivered(record: CheckInRecord, privateKey: KeyObject): Delivery {
  const sig = sign('sha256', Buffer.from(signedText(record)), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const { tappedMono: sentMono, tappedWall: sentWall, session: sentSession } = record
  return { record, sig: sig.toString('base64url'), sentMono, sentWall, sentSession }
}

/** Gives an employee of a region a session and a phone, and an account where there is none. */
export async function addPhone(owner: Db, { region, employee, since, slot = 1 }: PhoneOwner): Promise<Phone> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const device = randomUUID()
  const { text, hash } = newToken(region)
  const at = new Date(since).toISOString()
  await sql`
    with known as (
      select account_id from account where region_id = ${region} and employee_id = ${employee}
    ), added as (
      insert into account (region_id, login, employee_id, state)
      select ${region}, ${`login-${employee}`}, ${employee}, 'active' where not exists (select from known)
      returning account_id
    )
    insert into session (region_id, token_hash, account_id, method, begun_at, seen_at, proved_at, expires_at)
    select ${region}, ${hash}, account_id, 'passkey', ${at}, ${at}, ${at},
      ${new Date(since + 12 * hourInMilliseconds).toISOString()}
    from (table known union all table added) as account`.execute(owner)
  await owner
    .insertInto('device')
    .values({
      region_id: region,
      employee_id: employee,
      device_id: device,
      slot,
      public_key: publicKey.export({ format: 'der', type: 'spki' }),
      label: 'Ponsel uji',
      registered_at: at,
      usable_from: at,
    })
    .execute()
  let seq = 0
  let prev: string | null = null
  return {
    region,
    employee,
    device,
    cookies: { [cookieName(false)]: text },
    tokenHash: hash,
    privateKey,
    tap(moment, given = {}) {
      seq++
      const record = recordOf({
        region,
        person: employee,
        device,
        seq,
        tappedWall: moment,
        tappedMono: moment - since,
        prev,
        ...given,
      })
      prev = createHash('sha256').update(signedText(record)).digest('hex')
      return delivered(record, privateKey)
    },
  }
}

/** A session that nobody has. */
export const strangerCookies = (region: string) => ({
  [cookieName(false)]: `${region}.${randomBytes(32).toString('base64url')}`,
})
