/** What the built-in database as shipped (every commit flushed) takes to keep a staff list and to load it again. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { EmployeeRecord } from '@piket/domain/staff/facts.ts'
import { loadFacts, saveFacts } from '@piket/server/features/fact/service.ts'
import { type Region, saveRegion } from '@piket/server/features/region/service.ts'
import { connect } from '@piket/server/platform/connect.ts'
import { as } from '@piket/server/platform/db.ts'

export interface DatabaseFigures {
  /** First start on an empty machine: binaries, data folder, server, migrations. */
  readonly first_start_ms: number
  readonly later_start_ms: number
  /** Rows of people and of their versions, written by one import. */
  readonly saved_rows_per_second: number
  /** Median time to load the facts of 13,000 people for two weeks. */
  readonly load_13000_ms: number
}

const people = 13_000
const zone = 'Asia/Makassar'

/** Measures in a folder of its own, which is removed again. */
export async function databaseBench(): Promise<DatabaseFigures> {
  const base = await mkdtemp(join(tmpdir(), 'piket-bench-'))
  // Run by root, the server belongs to another user, who must be able to walk in.
  await chmod(base, 0o711)
  const home = join(base, 'home')
  try {
    const [first_start_ms, first] = await timed(() => connect({ home, environment: {} }))
    await first.stop()
    const [later_start_ms, { db, stop }] = await timed(() => connect({ home, environment: {} }))
    const name = { id: 'Kabupaten Ukur', en: 'Measure Regency' }
    const region: Region = {
      code: '99.01',
      slug: 'ukur',
      name,
      kind: 'regency',
      zone,
      within: null,
      demoDay: null,
      invented: true,
    }
    await saveRegion(db, region, 'bench')
    const actor = { region: '99.01', reach: 'region' } as const
    const employees = Array.from({ length: people }, (_, number) => employee(number))
    const [saved] = await timed(() =>
      as(db, actor, (tx) => saveFacts(tx, { employees }, { by: 'bench', recorded: null })),
    )
    const window = { from: '2021-01-05' as Day, until: '2021-01-18' as Day, known: '2021-01-05T08:00', zone }
    const loads: number[] = []
    for (let turn = 0; turn < 11; turn++)
      loads.push((await timed(() => as(db, actor, (tx) => loadFacts(tx, window))))[0])
    await stop()
    const load_13000_ms = Math.round(loads.sort((a, b) => a - b)[5] as number)
    const saved_rows_per_second = Math.round((people * 2 * 1000) / saved)
    return {
      first_start_ms: Math.round(first_start_ms),
      later_start_ms: Math.round(later_start_ms),
      saved_rows_per_second,
      load_13000_ms,
    }
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const result = await work()
  return [performance.now() - started, result]
}

const employee = (number: number): EmployeeRecord => ({
  employee: `E-${number}`,
  name: `Pegawai Nomor ${number}, S.Sos., M.Si.`,
  nip: `19800101201001${String(number).padStart(4, '1').slice(-4)}`,
  employment: 'pns',
  birth: '1980-01-01' as Day,
  sex: 'f',
  unit: `dinas-${number % 40}/bidang-${number % 7}`,
  position: 'staf',
  title: 'Pengelola Data',
  echelon: 'none',
  job: 'executor',
  rank: 'III/a',
  supervisor: 'E-1',
  workplaceIn: null,
  employer: null,
  workPattern: 'five_day',
  phone: '+6281234567890',
  email: null,
  from: '2015-01-01' as Day,
  until: null,
  recorded: null,
})
