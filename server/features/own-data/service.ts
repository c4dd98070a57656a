/** What Piket holds about somebody, and who read it: for that person alone. */
import { type Day, within } from '@piket/domain/calendar/day.ts'
import { type StaffColumn, staffColumns } from '@piket/domain/objection/staff-columns.ts'
import { as, type Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { isUuid } from '#platform/uuid.ts'
import { accountById, holderOf } from '../account/service.ts'
import { readHealth, readHealthClaims } from '../health/service.ts'
import { machineName } from '../machine-token/service.ts'
import { type ReadDay, readsAbout } from '../read-log/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { roleWindow, type SignedIn } from '../session/service.ts'
import { namesOf, unitNamesOf, type Window } from '../staff/service.ts'
import { type HeldRow, rowsAbout } from './queries.ts'

/** Who read: somebody with an account, or a part of Piket. */
export interface Reader {
  readonly name: string | undefined
  readonly title: string | null
}

export interface OwnData {
  readonly region: RegionAsListed
  readonly employee: string
  /** Rows by table, tables without any left out. */
  readonly held: ReadonlyMap<string, readonly HeldRow['held'][]>
  /** What the staff record says of today, names in place of ids; empty: it says nothing. */
  readonly staffRecord: readonly { readonly column: StaffColumn; readonly value: string | null }[]
  readonly reads: readonly (ReadDay & { readonly by: Reader })[]
}

/** From the first to the last day that a staff list can speak of. */
const [ever, forever] = ['1900-01-01', '9999-12-31'] as [Day, Day]

/** Everything about who asks. A refusal: no staff record belongs to the account. */
export async function ownDataOf(source: Source, signedIn: SignedIn | undefined): Promise<OwnData | Refusal> {
  if (!signedIn) return { refused: 'not-found' }
  const region = await findRegion(source.db, signedIn.region)
  const { employee, account } = signedIn
  if (!region || employee === undefined) return { refused: 'not-found' }
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const held = new Map<string, HeldRow['held'][]>()
    for (const row of await rowsAbout(tx, employee, account))
      held.set(row.source, [...(held.get(row.source) ?? []), row.held])
    const window = roleWindow(source, region)
    const health = await readHealth(
      tx,
      { reader: account, purpose: 'own', subject: employee },
      { ...window, from: ever, until: forever },
    )
    if (health.length > 0)
      held.set(
        'health',
        health.map((one) => ({ ...one })),
      )
    const claims = await readHealthClaims(tx, { reader: account, purpose: 'own', subject: employee }, null)
    if (claims.length > 0)
      held.set(
        'health_claim',
        claims.map((one) => ({ ...one })),
      )
    const agency = signedIn.roles.find(({ role }) => role === 'employee')?.agency ?? ''
    const reads = await readsAbout(tx, { employee, agency, zone: region.zone })
    return {
      region,
      employee,
      held,
      staffRecord: await staffRecordOf(tx, held.get('employee_version') ?? [], window),
      reads: await withReaders(
        tx,
        reads.filter(({ reader }) => reader !== account),
      ),
    }

    async function withReaders(own: Tx, days: readonly ReadDay[]): Promise<OwnData['reads']> {
      const readers = new Map<string, Reader>()
      for (const reader of new Set(days.map((day) => day.reader))) {
        // Readers that are no accounts are parts of Piket.
        const known = isUuid(reader) ? await accountById(own, reader) : undefined
        const holder = known && (await holderOf(own, known, window))
        const name = holder?.name ?? (isUuid(reader) ? await machineName(own, reader) : undefined)
        readers.set(reader, { name, title: holder?.posting?.title ?? known?.body ?? null })
      }
      return days.map((day) => ({ ...day, by: readers.get(day.reader) ?? { name: undefined, title: null } }))
    }
  })
}

/** Of the versions that speak of today, the one that counts: recorded last, and of two at once the later one. */
async function staffRecordOf(
  tx: Tx,
  versions: readonly HeldRow['held'][],
  window: Window,
): Promise<OwnData['staffRecord']> {
  const day = window.from
  const speaks = versions.filter(
    (one) =>
      one.withdrawn_at === null &&
      within(day, { from: one.valid_from as Day | null, until: one.valid_until as Day | null }),
  )
  const order = (one: HeldRow['held']) => (one.recorded_at === '-infinity' ? 0 : Date.parse(String(one.recorded_at)))
  const [version] = speaks.toSorted((a, b) => order(b) - order(a) || Number(b.id) - Number(a.id))
  if (!version) return []
  const unitName = await unitNamesOf(tx, window)
  const name = await namesOf(tx, [String(version.supervisor_id)])
  return (Object.keys(staffColumns) as StaffColumn[]).map((column) => {
    const held = version[column]
    if (held === null || held === undefined) return { column, value: null }
    const named = { unit_id: unitName, supervisor_id: name }[column as string]
    return { column, value: named ? named(String(held)) : String(held) }
  })
}
