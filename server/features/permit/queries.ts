import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface PermitRow {
  permit_id: string
  version: number
  employee_id: string
  kind: string
  starts_on: string
  ends_on: string
  outside: boolean
  reason: string | null
  entered_by: string
  asked_at: string
}

/** Lets one wish of a person at a time be compared with what stands; held until the transaction ends. */
export const lockPermitsOf = (tx: Tx, employee: string) => hold(tx, 'permit', employee)

export const addPermitRow = (tx: Tx, row: PermitRow) =>
  tx
    .insertInto('permit')
    .values({ ...row, region_id: region })
    .execute()

const moment = (column: string) => sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

const columns = [
  'permit_id as permit',
  'version',
  'employee_id as employee',
  'kind',
  'starts_on as from',
  'ends_on as until',
  'outside',
  'reason',
  'entered_by as enteredBy',
  sql<number>`(extract(epoch from asked_at) * 1000)::float8`.as('askedAt'),
  'state',
  'decided_by as decidedBy',
  'decided_as as decidedAs',
  'acting',
  'signer_name as signerName',
  'signer_title as signerTitle',
  'signer_rank as signerRank',
  'number',
  'clause',
  'words',
  moment('decided_at').as('decidedAt'),
  'ended_by as endedBy',
  'ended_for as endedFor',
  moment('ended_at').as('endedAt'),
] as const

/** The newest version of each permit. */
const newest = (tx: Tx) =>
  tx
    .selectFrom('permit')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('permit as later')
            .whereRef('later.region_id', '=', 'permit.region_id')
            .whereRef('later.permit_id', '=', 'permit.permit_id')
            .whereRef('later.version', '>', 'permit.version')
            .select('later.version'),
        ),
      ),
    )
    .select(columns)

/** A permit as it stands now. */
export const permitRow = (tx: Tx, permit: string) => newest(tx).where('permit_id', '=', permit).executeTakeFirst()

/** The permits of somebody that end on a day or later, the latest first. */
export const permitRowsOf = (tx: Tx, employee: string, since: string) =>
  newest(tx)
    .where('employee_id', '=', employee)
    .where('ends_on', '>=', since)
    .orderBy('starts_on', 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('permit_id')
    .execute()

/** Of whom permits are looked for: all kinds of some people, and some kinds of everybody. */
export interface PermitScope {
  readonly employees: readonly string[]
  readonly kinds: readonly string[]
}

const inScope = ({ employees, kinds }: PermitScope) =>
  sql<boolean>`(employee_id = any(${employees}::text[]) or kind = any(${kinds}::text[]))`

/** Until when what waits is not over. */
export interface Since {
  /** Ends on this day or later. */
  readonly since: string
  /** What was asked back, before or now, ends on this day or later. */
  readonly askedBackSince: string
}

/** Permits that wait, and can still be answered or signed. */
const waiting = (tx: Tx, { since, askedBackSince }: Since) =>
  newest(tx)
    .where('state', 'in', ['asked', 'asked_back'])
    .where(({ and, or, eb }) =>
      or([
        eb('ends_on', '>=', since),
        and([eb('ends_on', '>=', askedBackSince), or([eb('state', '=', 'asked_back'), eb('version', '>', 1)])]),
      ]),
    )

/** When a permit was first asked for, in milliseconds. */
export const firstAsked = (tx: Tx, permit: string) =>
  tx
    .selectFrom('permit')
    .where('permit_id', '=', permit)
    .where('version', '=', 1)
    .select(sql<number>`(extract(epoch from asked_at) * 1000)::float8`.as('askedAt'))
    .executeTakeFirst()

/** Permits that wait to be signed, the most urgent first. */
export const openRows = (tx: Tx, scope: PermitScope, since: Since, most: number) =>
  waiting(tx, since)
    .where('state', '=', 'asked')
    .where(inScope(scope))
    .orderBy('starts_on')
    .orderBy('asked_at')
    .orderBy('permit_id')
    .limit(most)
    .execute()

/** Granted permits that have not ended before a day. */
export const grantedRows = (tx: Tx, scope: PermitScope, since: string, most: number) =>
  newest(tx)
    .where('state', '=', 'granted')
    .where('ends_on', '>=', since)
    .where(inScope(scope))
    .orderBy('starts_on')
    .orderBy('permit_id')
    .limit(most)
    .execute()

/** Whose permits for a day wait for an answer. */
export const waitingOn = (tx: Tx, day: string, since: Since) =>
  waiting(tx, since)
    .clearSelect()
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
    .distinct()
    .select('employee_id as employee')
    .execute()

export interface Decided {
  state: string
  decided_by: string
  decided_as: string
  acting: boolean
  signer_name: string
  signer_title: string | null
  signer_rank: string
  number: string | null
  clause: string | null
  words: string | null
  decided_at: string
}

interface Ref {
  readonly permit: string
  readonly version: number
}

/** Writes what was decided of a version that waits; nothing when somebody else was faster. */
export const decideRow = (tx: Tx, { permit, version }: Ref, decided: Decided) =>
  tx
    .updateTable('permit')
    .set(decided)
    .where('permit_id', '=', permit)
    .where('version', '=', version)
    .where('state', '=', 'asked')
    .returning('permit_id as permit')
    .executeTakeFirst()

interface Ended {
  readonly state: string
  readonly ended_by: string
  readonly ended_for: string | null
  readonly ended_at: string
}

/** Ends a version that stands as it was read; nothing when somebody else was faster. */
export const endRow = (tx: Tx, { permit, version, state }: Ref & { readonly state: string }, ended: Ended) =>
  tx
    .updateTable('permit')
    .set(ended)
    .where('permit_id', '=', permit)
    .where('version', '=', version)
    .where('state', '=', state)
    .returning('permit_id as permit')
    .executeTakeFirst()
