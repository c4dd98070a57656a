/**
 * What it costs to close a day of ten thousand people, and how long others wait meanwhile: the same process takes
 * check-ins.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type { CheckInRecord } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { nobody, plainUnit } from '@piket/domain/staff/facts.ts'
import { fileCircular } from '@piket/server/features/circular/service.ts'
import { closeDays } from '@piket/server/features/day-record/service.ts'
import { saveFacts } from '@piket/server/features/fact/service.ts'
import { findRegion } from '@piket/server/features/region/service.ts'
import { clockOf } from '@piket/server/platform/clock.ts'
import { connect } from '@piket/server/platform/connect.ts'
import { as, openDb } from '@piket/server/platform/db.ts'
import { sql } from 'kysely'
import { addRegion, region, type Sender } from './check-in/region.ts'
import { placements } from './page/region.ts'

export interface ClosingBench {
  readonly 'closing.seconds': number
  /** The longest time in which the process did nothing else. */
  readonly 'closing.longest_pause_ms': number
  /** Closing it once more, when one thing about it has changed. */
  readonly 'closing.again_seconds': number
}

const [people, agencies] = [10_000, 40]
const day = '2026-03-03' as Day
/** Half past six of the next morning. */
const morning = Date.parse('2026-03-03T22:30:00Z')
const comes = Date.parse('2026-03-02T23:20:00Z')
const goes = Date.parse('2026-03-03T08:05:00Z')

const circular = placements(
  'ukur',
  `  - {id: c3, kind: duty, who: {placed: [home]}, do: work_report, to: direct_superior, due: {every: workday, time: '16:00'}, force: must, cite: "x:3"}
`,
)

/** Measures in a folder of its own, which is removed again. */
export async function closingBench(): Promise<ClosingBench> {
  const home = await mkdtemp(join(tmpdir(), 'piket-bench-'))
  const connection = await connect({ home, environment: {} })
  try {
    const { db } = connection
    const senders = await addRegion(connection.ownerUrl as string, people)
    await live(connection.ownerUrl as string, db, senders)
    const found = await findRegion(db, region)
    if (!found) throw new Error('The region of the bench is not there.')
    const source = { db, clock: clockOf(() => morning) }
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const [closed, first] = await timed(() => closeDays(source, found))
    delay.disable()
    if (closed.length !== 1) throw new Error(`${closed.length} days were closed.`)
    await touch(connection.ownerUrl as string, senders[0] as Sender)
    const [again, second] = await timed(() => closeDays(source, found))
    if (again.length !== 1) throw new Error(`${again.length} days were closed again.`)
    return {
      'closing.seconds': first,
      'closing.longest_pause_ms': delay.max / 1e6,
      'closing.again_seconds': second,
    }
  } finally {
    await connection.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  return [await work(), (performance.now() - from) / 1000]
}

/** Files people and a circular, and comings and goings: four of five people by phone, the fifth at a machine. */
async function live(ownerUrl: string, db: Parameters<typeof as>[0], senders: readonly Sender[]): Promise<void> {
  const { doc } = parseCircular('bench', circular)
  if (!doc) throw new Error('The circular of the bench does not parse.')
  const units = Array.from({ length: agencies }, (_, number) => plainUnit(`dinas-${number}`, `Dinas ${number}`))
  const employees = senders.map(({ employee }, number) => ({
    ...nobody,
    employee,
    name: `Pegawai ${number}`,
    birth: '1980-01-01' as Day,
    unit: `dinas-${number % agencies}`,
    title: 'Pengelola Data',
  }))
  await as(db, { region, reach: 'region' }, async (tx) => {
    await saveFacts(tx, { units, employees }, { by: 'bench', recorded: null })
    await fileCircular(tx, circular, doc, { by: 'bench', now: `${day}T07:00` })
  })
  const owner = openDb(ownerUrl)
  try {
    const rows = senders
      .filter((_, number) => number % 5 !== 0)
      .flatMap((sender) => [rowOf(sender, 'in', comes), rowOf(sender, 'out', goes)])
    await insertCheckIns(owner, rows)
    await tap(
      owner,
      senders.filter((_, number) => number % 5 === 0).map(({ employee }) => employee),
    )
    await sql`vacuum analyze`.execute(owner)
  } finally {
    await owner.destroy()
  }
}

async function touch(ownerUrl: string, sender: Sender): Promise<void> {
  const owner = openDb(ownerUrl)
  try {
    await insertCheckIns(owner, [{ ...rowOf(sender, 'in', comes), received: new Date(morning + 60_000).toISOString() }])
  } finally {
    await owner.destroy()
  }
}

function rowOf({ employee, device }: Sender, kind: 'in' | 'out', at: number) {
  const id = randomUUID()
  const record: Omit<CheckInRecord, 'position'> = {
    ...{ v: 1, id, region, person: employee, device, seq: 1, kind, day, place: 'home', window: null },
    ...{ tappedWall: at, tappedMono: 61_234.5, session: 's1', anchor: null },
    ...{ officeCode: null, recall: null, prev: null, note: '' },
  }
  const received = new Date(at + 2000).toISOString()
  return { id, employee, device, kind, record: JSON.stringify(record), at, received }
}

const insertCheckIns = (owner: Parameters<typeof as>[0], rows: readonly ReturnType<typeof rowOf>[]) =>
  sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (id uuid, employee text, device uuid, kind text, record text, at float8, received timestamptz)
    ), made as (
      insert into check_in (region_id, day, employee_id, check_in_id, device_id, kind, record, position, sha256,
        signature, sent_mono, sent_wall, sent_session, received_at)
      select ${region}, ${day}::date, employee, id, device, kind, record, null, '\\xab', '\\xcd', 61236, at + 2000, 's1',
        received from given
      returning region_id, day, employee_id, check_in_id, received_at
    )
    insert into check_in_grade (region_id, day, employee_id, check_in_id, signature_holds, anchor_holds, graded_at)
    select region_id, day, employee_id, check_in_id, true, false, received_at from made`.execute(owner)

const machine = randomUUID()

const tap = (owner: Parameters<typeof as>[0], employees: readonly string[]) =>
  sql`
    with machine as (
      insert into fingerprint_machine (region_id, machine_id, agency_id, name, added_by, added_at)
      values (${region}, ${machine}, 'dinas-0', 'Bench', 'bench', now())
    )
    insert into fingerprint (region_id, day, employee_id, machine_id, at, direction, imported_at)
    select ${region}, ${day}::date, employee, ${machine}, to_timestamp(at / 1000), 'unsaid', to_timestamp(${goes / 1000})
    from unnest(${employees}::text[]) as employee, unnest(${[comes, goes]}::float8[]) as at`.execute(owner)
