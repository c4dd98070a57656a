/** Who read records about people. A read is written down before its answer leaves. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { addRead, readsOf } from './queries.ts'

/** What pages and files show of people to others. */
export const readKinds = [
  'places',
  'presence',
  'reports',
  'phones',
  'permits',
  'corrections',
  'objections',
  'cases',
  'recalls',
  'signals',
] as const
export type ReadKind = (typeof readKinds)[number]

/** Somebody's read of what is held about one person, or about everybody of an agency. */
export interface Read {
  /** Employee id; null: an agency's, or of everybody who has such data. */
  readonly subject: string | null
  readonly agency?: string
  /** Account id, or the part of Piket that read. */
  readonly reader: string
  /** What for: a permission, or the purpose for which health data was opened. */
  readonly purpose: string
  /** What was read. */
  readonly fields: readonly string[]
}

/** Writes a read down. */
export const recordRead = (tx: Tx, { agency, ...read }: Read) => addRead(tx, { ...read, agency: agency ?? null })

/** Writes down that somebody read a list that tells of some people one by one; the reader's own record is none. */
export const recordReads = (
  db: Db,
  { region, account, employee: own }: Viewer,
  { of, what }: { readonly of: readonly string[]; readonly what: ReadKind },
): Promise<void> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    for (const subject of new Set(of))
      if (subject !== own)
        await recordRead(tx, { subject, reader: account, purpose: `list-of-${what}`, fields: [what] })
  })

/** Reads of one kind by one reader on one day. */
export interface ReadDay {
  readonly reader: string
  readonly purpose: string
  readonly fields: readonly string[]
  /** A list of this agency; null: of the person alone. */
  readonly agency: string | null
  readonly times: number
  /** In milliseconds. */
  readonly lastAt: number
}

/** Who read something of a person, or a list of their agency, the newest first. */
export const readsAbout: (
  tx: Tx,
  subject: { readonly employee: string; readonly agency: string; readonly zone: string },
) => Promise<ReadDay[]> = readsOf
