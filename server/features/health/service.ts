/** The only way to health data. Whoever looks says what for, and the look is written down in the same transaction. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { type AttributeRecord, healthAttributes } from '@piket/domain/staff/facts.ts'
import type { Tx } from '#platform/db.ts'
import type { Held, PermitEnding } from '#platform/two-clocks.ts'
import { recordRead } from '../read-log/service.ts'
import {
  addHealthAttributes,
  addHealthClaim,
  endHealthAttributes,
  type HealthClaim,
  healthAttributesHeld,
  healthClaims,
  type Purpose,
  setPurpose,
} from './queries.ts'

export type { HealthClaim } from './queries.ts'

export interface HealthReader {
  /** Internal id of who looks, or the part of Piket that does. */
  readonly reader: string
  readonly purpose: Purpose
  /** Whose data; null: everybody's, as when a day is decided for all. */
  readonly subject: string | null
}

/** Whether an attribute belongs to the protected table. */
export const isHealth = (attribute: string): boolean => (healthAttributes as readonly string[]).includes(attribute)

/** Health attributes held in a window. When there are any, the subject finds the read under "who saw my data". */
export async function readHealth(
  tx: Tx,
  { reader, purpose, subject }: HealthReader,
  window: Held,
): Promise<AttributeRecord[]> {
  await setPurpose(tx, purpose)
  const rows = await healthAttributesHeld(tx, window, subject)
  await setPurpose(tx, null)
  if (rows.length > 0) {
    const fields = [...new Set(rows.map(({ attribute }) => attribute))].sort()
    await recordRead(tx, { subject, reader, purpose, fields })
  }
  return rows.map(({ value, from, until, ...row }) => ({
    ...row,
    value: value === 'unknown' ? value : value === 'yes',
    from: from as Day | null,
    until: until as Day | null,
  }))
}

/**
 * Keeps health attributes: yes, no or unknown, with their days and who says so.
 * @param permit the permit they come from; null: none
 */
export async function recordHealth(
  tx: Tx,
  records: readonly AttributeRecord[],
  permit: string | null = null,
): Promise<void> {
  if (records.length === 0) return
  await setPurpose(tx, 'record')
  await addHealthAttributes(
    tx,
    records.map(({ employee, attribute, value, from, until, issuer, recorded }) => ({
      employee_id: employee,
      attribute,
      value: value === 'unknown' ? value : value ? 'yes' : 'no',
      valid_from: from,
      valid_until: until,
      issuer,
      recorded_at: recorded,
      permit_id: permit,
    })),
  )
  await setPurpose(tx, null)
}

/** Ends the health attributes of a permit; days up to the last one held stay. */
export async function endHealthOfPermit(tx: Tx, ending: PermitEnding): Promise<void> {
  await setPurpose(tx, 'record')
  await endHealthAttributes(tx, ending)
  await setPurpose(tx, null)
}

/** Keeps the category that a version of a permit asks for. Nothing is decided by it before the permit is granted. */
export async function recordHealthClaim(tx: Tx, claim: HealthClaim): Promise<void> {
  await setPurpose(tx, 'record')
  await addHealthClaim(tx, claim)
  await setPurpose(tx, null)
}

/** The categories that some permits of a person ask for, or (null) all of them. The look is written down. */
export async function readHealthClaims(
  tx: Tx,
  { reader, purpose, subject }: HealthReader & { readonly subject: string },
  permits: readonly string[] | null,
): Promise<HealthClaim[]> {
  await setPurpose(tx, purpose)
  const claims = await healthClaims(tx, subject, permits)
  await setPurpose(tx, null)
  const fields = [...new Set(claims.map(({ attribute }) => attribute))].sort()
  if (fields.length > 0) await recordRead(tx, { subject, reader, purpose, fields })
  return claims
}
