import type { Day } from '@piket/domain/calendar/day.ts'
import { type EmployeeRecord, type Facts, noFacts, usualSettings } from '@piket/domain/staff/facts.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { listRegions, type Region, saveRegion } from '../region/service.ts'
import { loadFacts, saveFacts } from './service.ts'

const paser: Region = {
  code: '64.01',
  slug: 'paser',
  name: { id: 'Kabupaten Paser', en: 'Paser Regency' },
  kind: 'regency',
  zone: 'Asia/Makassar',
  within: 'kalimantan-timur',
  demoDay: '2021-01-11' as Day,
  invented: false,
}
const personnel = { region: '64.01', reach: 'region' } as const
const day = (text: string) => text as Day
const whole = { from: null, until: null, recorded: null }
const ani: EmployeeRecord = {
  ...whole,
  employee: 'E-1',
  name: "Ani O'Brien; S.E.",
  nip: '198001012010012001',
  employment: 'pns',
  birth: day('1980-01-01'),
  sex: 'f',
  unit: 'dlh/bidang-kebersihan',
  position: 'kepala_bidang',
  title: 'Kepala Bidang\tKebersihan',
  echelon: 'III',
  job: 'structural',
  rank: 'IV/a',
  supervisor: 'E-2',
  workplaceIn: null,
  employer: null,
  workPattern: 'five_day',
  phone: '+6281234567890',
  email: 'ani@example.id',
}
const facts: Omit<Facts, 'regions' | 'drawn'> = {
  settings: { ...usualSettings, placement: 'parent', heads: ['kepala_dinas', 'camat'] },
  units: [
    {
      ...whole,
      unit: 'dlh',
      name: 'Dinas Lingkungan Hidup',
      kind: 'agency',
      class: ['security', 'school'],
      sector: 'environment',
      functions: [],
      topEchelons: ['II', 'III'],
      workplaceIn: null,
      employer: null,
      building: null,
      room: null,
      roomCapacity: 12,
      head: 'E-1',
    },
    {
      ...whole,
      unit: 'dlh/kebersihan',
      name: 'Bidang Kebersihan',
      kind: 'sub_unit',
      class: [],
      sector: null,
      functions: ['licence_recommendation'],
      topEchelons: null,
      workplaceIn: 'bontang',
      employer: 'paser',
      building: 'A',
      room: '1',
      roomCapacity: null,
      head: null,
    },
  ],
  employees: [ani, { ...ani, employee: 'E-2', nip: null, employment: 'ptt', recorded: '2021-01-04T09:30' }],
  acting: [
    {
      employee: 'E-1',
      position: 'kepala_dinas',
      echelon: 'II',
      unit: null,
      kind: 'plt',
      letter: '1',
      from: null,
      until: null,
    },
  ],
  attributes: [
    { ...whole, employee: 'E-1', attribute: 'vaccinated', value: true, issuer: 'Dinkes' },
    { ...whole, employee: 'E-1', attribute: 'pregnant', value: 'unknown', issuer: null },
  ],
  leave: [{ employee: 'E-2', kind: 'annual', from: day('2021-01-11'), until: day('2021-01-12'), recorded: null }],
  letters: [
    {
      ...whole,
      letter: 'surat_tugas',
      employee: 'E-1',
      number: '1/ST',
      dated: day('2021-01-04'),
      signerEchelon: 'II',
      by: 'E-2',
      reportedTo: null,
      reportedOn: null,
    },
  ],
  statuses: [{ ...whole, status: 'zone', subject: 'paser', value: 'red', authority: 'Satgas' }],
  events: [
    { type: 'flood', subject: 'dlh', from: '2021-01-02T10:30', until: null, authority: 'BPBD', recorded: null },
    { type: 'ppkm', subject: 'paser', from: '2021-01-03', until: day('2021-02-01'), authority: null, recorded: null },
  ],
  answers: [
    { ...whole, circular: 'c', clause: 'c1', unit: 'dlh', value: 25, by: 'E-1' },
    { ...whole, circular: 'c', clause: 'c2', unit: null, value: 'senin', by: 'E-1' },
  ],
  overrides: [
    { employee: 'E-1', day: day('2021-01-11'), do: 'recall', by: 'E-2', at: '2021-01-11T10:00', reason: 'rapat' },
    { employee: 'E-2', day: day('2021-01-11'), do: 'field', by: 'E-1', at: null, reason: null },
  ],
  calendar: [
    { day: day('2021-08-10'), kind: 'holiday', name: 'Muharram', decree: 'SKB', recorded: null },
    { day: day('2021-08-10'), kind: 'workday', name: 'digeser', decree: 'SKB 2', recorded: '2021-01-05T00:00' },
  ],
  seasons: [{ name: 'ramadan', from: day('2021-04-13'), until: day('2021-05-12') }],
}

const database = await openTestDatabase()
afterAll(() => database[Symbol.asyncDispose]())
await saveRegion(database.db, paser, 'test')
await as(database.db, personnel, (tx) => saveFacts(tx, facts, { by: 'test', recorded: null }))
const seen = (known: string, from = '2021-01-05', until = '2021-01-18') =>
  as(database.db, personnel, (tx) => loadFacts(tx, { from: day(from), until: day(until), known, zone: paser.zone }))

test('facts come back as they were entered', async () => {
  const { regions, drawn, ...loaded } = await seen('2021-01-05T08:00')
  expect(loaded).toEqual(facts)
  expect([regions, drawn]).toEqual([
    [
      { region: 'paser', within: 'kalimantan-timur' },
      { region: 'kalimantan-timur', within: null },
    ],
    [],
  ])
})

test('what was recorded later was not known before, to the minute', async () => {
  const names = async (known: string) => (await seen(known)).employees.map(({ employee }) => employee)
  expect(await names('2021-01-04T09:29')).toEqual(['E-1'])
  expect(await names('2021-01-04T09:30')).toEqual(['E-1', 'E-2'])
  expect(await names('2021-01-03')).toEqual(['E-1'])
  expect(await names('2021-01-04')).toEqual(['E-1', 'E-2'])
})

test('facts of other days stay away', async () => {
  const { leave, overrides } = await seen('2021-01-05T08:00', '2021-01-13', '2021-01-18')
  expect([leave, overrides]).toEqual([[], []])
})

test('a newer version sets the older aside, and the older is still what was known before', async () => {
  await using other = await openTestDatabase()
  await saveRegion(other.db, paser, 'test')
  const moved = { ...ani, unit: 'dinkes', recorded: '2021-01-08T10:00' }
  await as(other.db, personnel, (tx) => saveFacts(tx, { employees: [ani] }, { by: 'test', recorded: null }))
  await as(other.db, personnel, (tx) => saveFacts(tx, { employees: [moved] }, { by: 'test', recorded: null }))
  const units = (known: string) =>
    as(other.db, personnel, async (tx) => {
      const window = { from: day('2021-01-05'), until: day('2021-01-18'), known, zone: paser.zone }
      return (await loadFacts(tx, window)).employees.map(({ unit }) => unit)
    })
  expect(await units('2021-01-08T09:59')).toEqual(['dlh/bidang-kebersihan'])
  expect(await units('2021-01-08T10:00')).toEqual(['dinkes'])
})

test('health data lies in the protected table only, and each reading of it is written down', async () => {
  await seen('2021-01-05T08:00')
  const { rows } = await sql`
    select (select count(*) from attribute where attribute = 'pregnant') as open,
      (select count(*) from health_attribute) as protected,
      (select array_agg(distinct concat_ws(' ', reader, purpose, subject_id, fields::text)) from sensitive_read) as reads
  `.execute(database.owner)
  expect(rows).toEqual([{ open: 0, protected: 1, reads: ['piket decision {pregnant}'] }])
})

test('every write of facts bumps the revision and leaves an event', async () => {
  const revision = async () => (await listRegions(database.db))[0]?.revision ?? 0
  const before = await revision()
  await as(database.db, personnel, (tx) => saveFacts(tx, { leave: [] }, { by: 'E-1', recorded: null }))
  expect(await revision()).toBe(before + 1)
  const events = await as(database.db, personnel, (tx) =>
    tx.selectFrom('event').select(['actor', 'kind', 'body']).orderBy('id', 'desc').limit(1).execute(),
  )
  expect(events).toEqual([{ actor: 'E-1', kind: 'facts-saved', body: { leave: 0 } }])
})

test('a region without facts has none', async () => {
  const empty = await as(database.db, { region: '64.74', reach: 'region' }, (tx) =>
    loadFacts(tx, { from: day('2021-01-05'), until: day('2021-01-05'), known: '2021-01-05', zone: 'Asia/Makassar' }),
  )
  expect(empty).toEqual(noFacts)
})
