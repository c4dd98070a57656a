/** A small invented region with its neighbour, filed as the product files them, behind the product's own app. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { EmployeeRecord, UnitRecord } from '@piket/domain/staff/facts.ts'
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import { insertRows } from '#platform/bulk.ts'
import { clockOf } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import { buildApp } from '../app.tsx'
import { addAccount, grantRole } from '../features/account/service.ts'
import { answerQuestions, fileCircular } from '../features/circular/service.ts'
import { type EnteredFacts, saveFacts } from '../features/fact/service.ts'
import { listRegions, type Region, saveRegion } from '../features/region/service.ts'
import { fourWeeksFrom, publishRosters } from '../features/roster/service.ts'
import { beginSession } from '../features/session/service.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

/** Half past seven on Wednesday 21 July 2021 in Makassar. */
export const morning = Date.parse('2021-07-20T23:30:00Z')

/** What a page must show as text and never run. */
export const scriptInName = '<script>alert("nama")</script> Budi'
export const scriptInTitle = 'Giliran <script>alert("judul")</script> di Sungai Uji'

const shared = { kind: 'regency', zone: 'Asia/Makassar', within: null, demoDay: null, invented: false } as const
const own: Region = {
  ...shared,
  code: '63.98',
  slug: 'sungai-uji',
  name: { id: 'Kabupaten Sungai Uji', en: 'Sungai Uji' },
}
const neighbour: Region = {
  ...shared,
  code: '63.99',
  slug: 'tetangga',
  name: { id: 'Kabupaten Tetangga', en: 'Tetangga' },
}

export const circular = `
piket: circular/1
id: uji-2021-07
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/7/UJI
title: '${scriptInTitle}'
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: Rahmat Uji, signed_as: bupati}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis:
  - {type: instruction, of: gubernur, number: 1/UJI, date: 2021-07-10}
sources:
  - {id: u, type: invented, publisher: Uji}
considerations:
  - {id: k1, type: reason, text: virus masuk klaster pegawai, cite: "u:1"}
groups:
  counters: {label_id: loket yang selalu buka, units: [kantor-c/loket]}
clauses:
  - id: c1
    kind: quota
    who: {unit: [dinas-a, dinas-b]}
    per: agency
    place: office
    amount: {max: 50%}
    complement: 50%
    of: {staff: assigned, heads: in, exempt: in}
    round: down
    cite: u:2
  - {id: c2, kind: placement, who: {unit: [dinas-a, dinas-b]}, place: rotate, force: must, cite: "u:3"}
  - {id: c3, kind: placement, who: {position: [kepala_dinas]}, place: office, force: must, over: [c2], cite: "u:4"}
  - {id: c4, kind: placement, who: {has: [road_cut_off]}, place: home, force: must, over: [c2], cite: "u:5"}
  - {id: c5, kind: placement, who: {group: [counters]}, place: office, force: must, cite: "u:6"}
  - {id: c6, kind: service, who: {group: [counters]}, public: limited, hours: 08.00-12.00 WITA, protocol: health, cite: "u:7"}
  - {id: c7, kind: duty, who: {placed: [home]}, do: work_report, to: direct_superior, due: {every: workday, time: '16:00'}, force: must, cite: "u:8"}
figures:
  - {what: covid_cases, region: sungai-uji, from: 2020-04, until: 2021-07-15, total: 1219, parts: {recovered: 1136, dead: 31, in_care: 52}, cite: "u:9"}
open_questions:
  - id: q1
    about: [clauses.c3]
    text: Apakah seluruh pegawai kantor C juga bergiliran?
    used: literal
    readings:
      - {id: literal}
      - {id: office_c_at_home, set: {clauses.+x1: {id: x1, kind: placement, who: {unit: [kantor-c]}, place: home, force: must, cite: assumed}}}
    blocks: roster
    ask: bkpsdm
`

export const proposal = `
piket: circular/1
id: uji-usulan-2021-07
kind: proposal
status: proposed
level: regency
region: sungai-uji
number: null
title: Usulan semua dari rumah
issued_on: null
presented_on: 2021-07-17
issuer: {office: sekda, signed_by: null}
in_force: {from: null, until: null}
relations: []
basis: []
sources:
  - {id: u, type: invented, publisher: Uji}
groups: {}
clauses:
  - {id: c1, kind: placement, who: {unit: [kantor-c]}, place: home, force: must, cite: "u:1"}
open_questions: []
`

const always = { from: null, until: null, recorded: null }

/** A unit of which nothing more is known. */
export const sampleUnit = (path: string, name: string): UnitRecord => ({
  ...always,
  unit: path,
  name,
  kind: path.includes('/') ? 'sub_unit' : 'agency',
  class: [],
  sector: null,
  functions: [],
  topEchelons: null,
  workplaceIn: null,
  employer: null,
  building: null,
  room: null,
  roomCapacity: null,
  head: null,
})

/** Somebody of whom nothing more is known. */
export const samplePerson = (employee: string, at: string, given: Partial<EmployeeRecord> = {}): EmployeeRecord => ({
  ...always,
  employee,
  name: `Pegawai ${employee}`,
  nip: null,
  employment: 'pns',
  birth: '1985-03-02' as Day,
  sex: null,
  unit: at,
  position: 'staf',
  title: null,
  echelon: 'none',
  job: 'executor',
  rank: null,
  supervisor: null,
  workplaceIn: null,
  employer: null,
  workPattern: 'five_day',
  phone: null,
  email: null,
  ...given,
})

const head = { position: 'kepala_dinas', echelon: 'II', job: 'structural' } as const

const facts: EnteredFacts = {
  units: [
    sampleUnit('dinas-a', 'Dinas Alfa'),
    { ...sampleUnit('dinas-b', 'Dinas Beta'), head: 'b0' },
    sampleUnit('kantor-c', 'Kantor Gama'),
    sampleUnit('kantor-c/loket', 'Loket Gama'),
  ],
  employees: [
    samplePerson('a0', 'dinas-a', { ...head, name: 'Siti Kepala' }),
    samplePerson('a1', 'dinas-a', { name: scriptInName }),
    ...['a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map((id) => samplePerson(id, 'dinas-a')),
    samplePerson('b0', 'dinas-b', { ...head, name: 'Rahma Kepala' }),
    ...['b1', 'b2', 'b3'].map((id) => samplePerson(id, 'dinas-b')),
    samplePerson('c0', 'kantor-c', { position: 'kepala_kantor' }),
    samplePerson('c1', 'kantor-c/loket'),
    samplePerson('c2', 'kantor-c/loket'),
  ],
  acting: [
    {
      from: '2021-07-01' as Day,
      until: '2021-07-30' as Day,
      employee: 'c1',
      position: 'kepala_dinas',
      echelon: 'II',
      unit: 'dinas-b',
      kind: 'plt',
      letter: '821/9/UJI',
    },
  ],
  attributes: [{ ...always, employee: 'a7', attribute: 'road_cut_off', value: true, issuer: null }],
  leave: [{ ...always, employee: 'a6', kind: 'annual', from: '2021-07-19' as Day, until: '2021-07-23' as Day }],
  overrides: [
    {
      employee: 'a7',
      day: '2021-07-22' as Day,
      do: 'recall',
      by: 'kepala_dinas',
      at: '2021-07-22T10:00',
      reason: 'Rapat anggaran',
    },
  ],
  calendar: [{ day: '2021-07-20' as Day, kind: 'holiday', name: 'Iduladha 1442 H', decree: null, recorded: null }],
}

const neighbourFacts: EnteredFacts = {
  units: [sampleUnit('dinas-a', 'Dinas Tetangga')],
  employees: [samplePerson('t1', 'dinas-a', { name: 'Orang Tetangga' })],
}

async function enter(db: Db, region: Region, given: EnteredFacts, documents: readonly string[]) {
  await saveRegion(db, region, 'test')
  await as(db, { region: region.code, reach: 'region' }, async (tx) => {
    await saveFacts(tx, given, { by: 'test', recorded: null })
    for (const source of documents) {
      const { doc, problems } = parseCircular('test.yaml', source)
      if (!doc) throw new Error(problems.map(({ code, finding }) => `${code} ${finding.en}`).join('\n'))
      await fileCircular(tx, source, doc, { by: 'test', now: '2021-07-16T10:00' })
      await answerQuestions(tx, doc, { by: 'bkpsdm', recorded: '2021-07-17T08:00' })
    }
  })
}

/** A session of an account that reaches all of a region. It lasts for every moment a test turns the clock to. */
const officeSession = (db: Db, { code, slug }: Region): Promise<string> =>
  as(db, { region: code, reach: 'region' }, async (tx) => {
    const account = await addAccount(tx, { login: `kantor-${slug}`, name: 'Kantor Uji', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'auditor' }, 'test')
    return beginSession(tx, code, account, { method: 'password', agent: 'test', at: new Date('2098-12-31') })
  })

export interface ServedRegion extends AsyncDisposable {
  readonly database: TestDatabase
  readonly app: Awaited<ReturnType<typeof buildApp>>
  /** The moment the app takes for now, in milliseconds. */
  moment: number
  /** Asks as an auditor of the region that the address names, who reads all of it. */
  ask(request: string | InjectOptions): Promise<Response>
  /** Gives somebody of Sungai Uji an account, and signs them in: the value of their cookie. */
  signIn(employee: string): Promise<string>
}

/** Sets both regions up in a database of their own, with rosters published on Monday 19 July, and serves them. */
export async function serveRegion(): Promise<ServedRegion> {
  const database = await openTestDatabase()
  const { db } = database
  await enter(db, own, facts, [circular, proposal])
  await enter(db, neighbour, neighbourFacts, [])
  await as(db, { region: own.code, reach: 'region' }, (tx) =>
    insertRows(tx, 'service_minimum', { unit_id: 'text', service: 'text', position: 'text', minimum: 'count' }, [
      { unit_id: 'dinas-b', service: 'loket_izin', position: null, minimum: 3 },
    ]),
  )
  const region = (await listRegions(db)).find(({ code }) => code === own.code)
  if (!region) throw new Error('The region was not saved.')
  const period = fourWeeksFrom('2021-07-21' as Day)
  const outcome = await publishRosters(db, region, { ...period, seed: 7, by: 'bkpsdm', published: '2021-07-19T06:00' })
  if (isRuleRefusal(outcome)) throw new Error(outcome.refused)
  const folder = await mkdtemp(join(tmpdir(), 'piket-assets-'))
  const app = await buildApp({
    db,
    clock: clockOf(() => served.moment),
    assets: { folder, theme: '/aset/theme.css', desk: '/aset/desk.css', enhance: '/aset/enhance.js' },
    release: '0.0.0-test',
  })
  const office = { [own.code]: await officeSession(db, own), [neighbour.code]: await officeSession(db, neighbour) }
  const served: ServedRegion = {
    database,
    app,
    moment: morning,
    signIn: (employee) =>
      as(db, { region: own.code, reach: 'region' }, async (tx) => {
        const account = await addAccount(tx, { login: `nip-${employee}`, employee, passwordHash: '-' }, 'test')
        if (account === undefined) throw new Error(`${employee} had an account already.`)
        const at = new Date(served.moment)
        return beginSession(tx, own.code, account, { method: 'passkey', agent: 'test', at })
      }),
    ask(request) {
      const options = typeof request === 'string' ? { url: request } : request
      const name = /^\/(?:api\/v1\/regions\/)?([^/?]*)/.exec(String(options.url))?.[1]
      const token = office[[neighbour.code, neighbour.slug].includes(name ?? '') ? neighbour.code : own.code] ?? ''
      return app.inject({ ...options, cookies: { ...options.cookies, piket: token } })
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
  return served
}
