/** What travels for the first page of a board of sixty people, on a first and on a repeated visit. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { type EmployeeRecord, nobody, plainUnit } from '@piket/domain/staff/facts.ts'
import { buildApp } from '@piket/server/app.tsx'
import { fileCircular } from '@piket/server/features/circular/service.ts'
import { saveRegion } from '@piket/server/features/region/service.ts'
import { saveFacts } from '@piket/server/features/staff/service.ts'
import { builtAssets } from '@piket/server/platform/assets.ts'
import { systemClock } from '@piket/server/platform/clock.ts'
import { connect } from '@piket/server/platform/connect.ts'
import { as } from '@piket/server/platform/db.ts'

const people = 60
const day = '2026-03-03' as Day
const region = '98.01'

const source = `piket: circular/1
id: bench
kind: circular
status: in_force
level: regency
region: bench
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
open_questions: []
`

export interface PageBench {
  readonly 'page.first_bytes': number
  readonly 'page.repeat_bytes': number
  readonly 'page.script_bytes': number
  readonly 'page.style_bytes': number
}

/** Serves a region of sixty people from a database of its own, and weighs what a browser would fetch. */
export async function pageBench(): Promise<PageBench> {
  const home = await mkdtemp(join(tmpdir(), 'piket-bench-'))
  const connection = await connect({ home, environment: {} })
  try {
    const { db } = connection
    await saveRegion(
      db,
      {
        code: region,
        slug: 'bench',
        name: { id: 'Bench', en: 'Bench' },
        kind: 'regency',
        zone: 'Asia/Makassar',
        within: null,
        demoDay: day,
        invented: true,
      },
      'bench',
    )
    const { doc } = parseCircular('bench', source)
    if (!doc) throw new Error('The circular of the bench does not parse.')
    await as(db, { region, reach: 'region' }, async (tx) => {
      await saveFacts(
        tx,
        { units: [unit], employees: Array.from({ length: people }, (_, number) => person(number)) },
        { by: 'bench', recorded: null },
      )
      await fileCircular(tx, source, doc, { by: 'bench', now: `${day}T07:00` })
    })
    const assets = builtAssets()
    const app = await buildApp({ db, clock: systemClock, assets, release: 'bench' })
    const weigh = async (url: string) => {
      const { statusCode, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`)
      return rawPayload.length
    }
    const html = await weigh(`/bench/opd/${unit.unit}`)
    const [style, script] = await Promise.all([
      weigh(assets.theme),
      assets.enhance === undefined ? 0 : weigh(assets.enhance),
    ])
    await app.close()
    return {
      'page.first_bytes': html + style + script,
      'page.repeat_bytes': html,
      'page.script_bytes': script,
      'page.style_bytes': style,
    }
  } finally {
    await connection.stop()
    await rm(home, { recursive: true, force: true })
  }
}

const unit = plainUnit('dinas-contoh', 'Dinas Contoh')

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
