/** Complaints with which a date of Paser begins: one that waits, and one that was answered. Their codes nobody holds. */
import { createHash } from 'node:crypto'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { sql } from 'kysely'
import { insertRows } from '#platform/bulk.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import { uuidOf } from '#platform/uuid.ts'
import { accountByEmployee, peopleWithRole } from '../features/account/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'
import { roleWindow } from '../features/session/service.ts'

const paser = '64.01'

const said = [
  {
    ...{ kind: 'protocol', unit: 'disdukcapil', daysBack: 3, contact: null },
    words: 'Antrean KTP berdesakan di tangga, dan tempat cuci tangannya kering.',
    answer: 'Terima kasih. Antrean kini memakai nomor di halaman depan, dan air sudah mengalir lagi.',
  },
  {
    ...{ kind: 'unattended', unit: 'bapenda', daysBack: 1, contact: '0812-0000-0000' },
    words: 'Datang pukul 10 untuk bayar PBB. Loket terbuka, tetapi tidak ada petugas sampai pukul 11.',
    answer: null,
  },
] as const

/**
 * Writes the complaints of a date, once.
 * @param date the real date that stands for the demonstration's day
 */
export async function beginComplaints(
  source: { readonly db: Db; readonly clock: Clock },
  region: RegionAsListed,
  date: Day,
): Promise<void> {
  const { code, zone, demoDay } = region
  if (code !== paser || demoDay === null) return
  const midnight = momentOf(date, 0, zoneOffset[zone])
  const at = (minute: number) => new Date(midnight + minute * 60_000).toISOString()
  await as(source.db, { region: code, reach: 'region' }, async (tx) => {
    const [officer] = await peopleWithRole(tx, 'task_force', roleWindow(source, region))
    const by = officer === undefined ? undefined : (await accountByEmployee(tx, officer))?.account
    const {
      rows: [last],
    } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from complaint`.execute(tx)
    const rows = said.map(({ kind, unit, daysBack, contact, words, answer }, index) => {
      const id = uuidOf(`${code} ${date} pengaduan ${index}`)
      const isAnswered = answer !== null && by !== undefined
      return {
        ...{
          complaint_id: id,
          code_hash: createHash('sha256').update(id).digest('hex'),
          number: (last?.number ?? 0) + index + 1,
        },
        ...{ kind, unit_id: unit, day: addDays(demoDay, -daysBack), words, contact, received_at: at(index) },
        ...{ taken_by: isAnswered ? by : null, taken_at: isAnswered ? at(2) : null },
        ...{ answer: isAnswered ? answer : null, answered_by: isAnswered ? by : null },
        answered_at: isAnswered ? at(3) : null,
      }
    })
    await insertRows(tx, 'complaint', columns, rows, { skipKnown: true })
  })
}

const columns = {
  complaint_id: 'id',
  code_hash: 'text',
  number: 'count',
  kind: 'text',
  unit_id: 'text',
  day: 'day',
  words: 'text',
  contact: 'text',
  received_at: 'moment',
  taken_by: 'text',
  taken_at: 'moment',
  answer: 'text',
  answered_by: 'text',
  answered_at: 'moment',
} as const
