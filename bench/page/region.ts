/** A region of sixty people, with one who has signed in, behind the product's own app. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { type EmployeeRecord, nobody, plainUnit } from '@piket/domain/staff/facts.ts'
import { buildApp } from '@piket/server/app.tsx'
import { addAccount, grantRole } from '@piket/server/features/account/service.ts'
import { fileCircular } from '@piket/server/features/circular/service.ts'
import { type EnteredFacts, saveFacts } from '@piket/server/features/fact/service.ts'
import { saveRegion } from '@piket/server/features/region/service.ts'
import { beginSession } from '@piket/server/features/session/service.ts'
import { builtAssets } from '@piket/server/platform/assets.ts'
import { systemClock } from '@piket/server/platform/clock.ts'
import { connect } from '@piket/server/platform/connect.ts'
import { as } from '@piket/server/platform/db.ts'
import { cookieName } from '@piket/server/platform/session-token.ts'

const people = 60
const day = '2026-03-03' as Day
const region = '98.01'

/** Two placements for a region of a bench, with whatever clauses a bench adds, a line each. */
export const placements = (slug: string, more = ''): string => `piket: circular/1
id: bench
kind: circular
status: in_force
level: regency
region: ${slug}
number: 1/BENCH/2026
title: Giliran
issued_on: 2026-03-01
issuer: {office: bupati, signed_by: null}
in_force: {from: 2026-03-02, until: 2026-03-31}
relations: []
basis: []
sources: [{id: x, type: invented, publisher: bench}]
groups: {}
clauses:
  - {id: c1, kind: placement, who: {echelon: [IV, none]}, place: home, cite: "x:1"}
  - {id: c2, kind: placement, who: {echelon: [II, III]}, place: office, cite: "x:2"}
${more}open_questions: []
`

const source = placements('bench')

export const unit = plainUnit('dinas-contoh', 'Dinas Contoh')

const given = ['Siti', 'Ahmad', 'Nur', 'Budi', 'Rahmawati', 'Yulius', 'Dewi', 'Hendra', 'Fitri', 'Agus']
const family = [
  'Saputra',
  'Hidayat',
  'Lestari',
  'Wijaya',
  'Handayani',
  'Ngau',
  'Rahman',
  'Susanto',
  'Marpaung',
  'Anwar',
]

const person = (number: number): EmployeeRecord => ({
  ...nobody,
  employee: `B-${number}`,
  name: `${given[number % 10]} ${family[(number * 7 + Math.floor(number / 10)) % 10]}, S.Sos.`,
  birth: '1980-01-01' as Day,
  unit: unit.unit,
  ...(number === 0
    ? { position: 'kepala_dinas', title: 'Kepala Dinas', echelon: 'II', job: 'structural' }
    : { title: 'Pengelola Data' }),
})

export interface ServedBench extends AsyncDisposable {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  readonly assets: ReturnType<typeof builtAssets>
  /** Of somebody who works at home that day. */
  readonly cookie: { readonly name: string; readonly value: string }
}

interface Other {
  readonly facts: EnteredFacts
  /** Of the one who has signed in, who is nobody of the staff then. */
  readonly role: GrantedRole
}

/**
 * Serves the region from a database of its own.
 * @param other other people than the sixty, and who looks at them
 */
export async function servedBench(other?: Other): Promise<ServedBench> {
  const home = await mkdtemp(join(tmpdir(), 'piket-bench-'))
  const connection = await connect({ home, environment: {} })
  const { db } = connection
  const name = { id: 'Bench', en: 'Bench' }
  const zone = 'Asia/Makassar'
  await saveRegion(
    db,
    { code: region, slug: 'bench', name, kind: 'regency', zone, within: null, demoDay: day, invented: true },
    'bench',
  )
  const { doc } = parseCircular('bench', source)
  if (!doc) throw new Error('The circular of the bench does not parse.')
  const token = await as(db, { region, reach: 'region' }, async (tx) => {
    const employees = Array.from({ length: people }, (_, number) => person(number))
    await saveFacts(tx, other?.facts ?? { units: [unit], employees }, { by: 'bench', recorded: null })
    await fileCircular(tx, source, doc, { by: 'bench', now: `${day}T07:00` })
    const who = other ? { name: 'Bench', body: 'Bench' } : { employee: 'B-1' }
    const account = await addAccount(tx, { login: 'bench', ...who, passwordHash: 'none' }, 'bench')
    if (account === undefined) throw new Error('The region of the bench has an account already.')
    if (other) await grantRole(tx, account, { role: other.role }, 'bench')
    return beginSession(tx, region, account, { method: 'passkey', agent: 'bench', at: new Date(systemClock.moment()) })
  })
  const assets = builtAssets()
  const app = await buildApp({ db, clock: systemClock, assets, release: 'bench' })
  return {
    app,
    assets,
    cookie: { name: cookieName(false), value: token },
    async [Symbol.asyncDispose]() {
      await app.close()
      await connection.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
