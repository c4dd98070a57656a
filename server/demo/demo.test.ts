import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ageOn, type Day, isDay, within } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import type { Registered } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { decideList, rowsAt } from '@piket/domain/decision/decide-list.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import { caseDifference } from '@piket/domain/situation/case-count.ts'
import { noFacts, unitChain } from '@piket/domain/staff/facts.ts'
import { staffTable } from '@piket/domain/staff/staff-table.ts'
import { cellsOf, headerOf, readHeader, readRow } from '@piket/domain/staff/table.ts'
import { expect, test } from 'vitest'
import { installation } from '#platform/installation.ts'
import { loadAreas } from './areas.ts'
import type { DemoData, DemoRegion } from './demo-region.ts'
import { demoRegions } from './demo-regions.ts'

const today = '2026-11-25' as Day
const areas = await loadAreas()
const generated = demoRegions(today).map((region) => ({ region, data: region.generate(areas) }))

const folder = join(installation(), 'circulars')
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml') && name !== 'equivalent-mutants.yaml')
  .flatMap((name) => parseCircular(name, readFileSync(join(folder, name), 'utf8')).doc ?? [])

const of = (slug: string) =>
  generated.find(({ region }) => region.slug === slug) as { region: DemoRegion; data: DemoData }
const dayOf = ({ demoDay }: DemoRegion) => demoDay ?? today
const staffOn = ({ region, data }: { region: DemoRegion; data: DemoData }) =>
  data.facts.employees.filter((person) => within(dayOf(region), person))
const hash = (data: DemoData) => createHash('sha256').update(JSON.stringify(data)).digest('hex')
const each = test.each(generated.map(({ region, data }) => [region.slug, region, data] as const))

test('the same day gives the same regions, byte for byte', () => {
  for (const [at, region] of demoRegions(today).entries()) {
    expect(hash(region.generate(areas))).toBe(hash(generated[at]?.data as DemoData))
  }
})

test('only the invented region follows the clock', () => {
  const [before, after] = ['2026-03-09', '2027-03-09'].map((day) =>
    demoRegions(day as Day).map((region) => hash(region.generate(areas))),
  )
  expect(before?.map((one, at) => one === after?.[at])).toEqual([true, true, true, true, false])
})

each('%s: the staff list, exported, can be imported again without an error', (_slug, _region, { facts }) => {
  const { places } = readHeader(staffTable, headerOf(staffTable))
  for (const person of facts.employees) {
    const { findings } = readRow(staffTable, places, cellsOf(staffTable, person))
    expect(findings.filter(({ finding }) => finding.level === 'error')).toEqual([])
  }
})

test('each region has the staff it is said to have', () => {
  expect(generated.map((one) => [one.region.code, staffOn(one).length])).toEqual([
    ['64.01', 6412],
    ['62.02', 6874],
    ['64.02', 12_889],
    ['64.74', 4386],
    ['99.01', 3527],
  ])
})

test('districts and villages are those of the published areas', () => {
  expect(generated.map(({ data }) => [data.districts.length, data.villages.length])).toEqual([
    [10, 144],
    [17, 185],
    [20, 237],
    [3, 15],
    [8, 56],
  ])
})

each('%s: ids are unique, and everybody works in a unit of the region', (_, region, { facts }) => {
  const units = new Set(facts.units.map(({ unit }) => unit))
  expect(units.size).toBe(facts.units.length)
  const now = staffOn({ region, data: { facts } as DemoData })
  expect(new Set(now.map(({ employee }) => employee)).size).toBe(now.length)
  const people = new Set(now.map(({ employee }) => employee))
  expect(facts.employees.filter(({ unit }) => !units.has(unit))).toEqual([])
  expect(facts.units.filter(({ unit }) => !unitChain(unit).every((above) => units.has(above)))).toEqual([])
  const dated = [...facts.acting, ...facts.attributes, ...facts.leave, ...facts.letters, ...facts.overrides]
  expect(dated.filter(({ employee }) => !people.has(employee))).toEqual([])
  expect(facts.units.filter(({ head }) => head !== null && !people.has(head))).toEqual([])
})

each('%s: superiors go up to the secretary of the region, without a circle', (_, __, { facts }) => {
  const above = new Map(facts.employees.map(({ employee, supervisor }) => [employee, supervisor]))
  const top = facts.employees.filter(({ position }) => position === 'sekda').map(({ employee }) => employee)
  expect(top).toHaveLength(1)
  for (const start of above.keys()) {
    let [at, steps] = [start, 0]
    for (let next = above.get(at); next; next = above.get(at)) {
      at = next
      if (++steps > 10) throw new Error(`${start} has no end of superiors`)
    }
    expect(at).toBe(top[0])
  }
})

each('%s: service numbers follow the rule of the employment', (_, __, { facts }) => {
  const numbers = facts.employees.flatMap(({ nip }) => nip ?? [])
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const { nip, employment, birth, sex } of facts.employees) {
    const numbered = employment === 'pns' || employment === 'cpns' || employment.startsWith('pppk')
    if (birth === null || !numbered) {
      expect(nip).toBeNull()
      continue
    }
    expect(nip).toMatch(/^\d{18}$/)
    const digits = nip as string
    expect(digits.slice(0, 8)).toBe(birth.replaceAll('-', ''))
    expect(digits[14]).toBe(sex === 'm' ? '1' : '2')
    expect(Number(digits.slice(15))).toBeGreaterThan(0)
    const appointed = `${digits.slice(8, 12)}-${digits.slice(12, 14)}-28`
    if (employment.startsWith('pppk')) expect(digits.slice(12, 14)).toBe(employment === 'pppk' ? '21' : '24')
    else expect(isDay(appointed) && ageOn(birth, appointed as Day)).toBeGreaterThanOrEqual(17)
  }
})

each('%s: ages and posts are those of a regional government', (_, region, data) => {
  const day = dayOf(region)
  const staff = staffOn({ region, data })
  const share = (some: number, all: number) => some / all
  const servants = staff.filter(({ employment, birth }) => employment === 'pns' && birth !== null)
  const ages = staff.flatMap(({ birth }) => (birth === null ? [] : [ageOn(birth, day)]))
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(18)
  expect(Math.max(...ages)).toBeLessThan(61)
  const older = servants.filter(({ birth }) => ageOn(birth as Day, day) > 50)
  expect(share(older.length, servants.length)).toBeGreaterThan(0.28)
  expect(share(older.length, servants.length)).toBeLessThan(0.42)
  const contract = staff.filter(({ employment }) => employment !== 'pns' && employment !== 'cpns')
  if (region.slug === 'kutai-kartanegara') expect(contract).toEqual([])
  else expect(Math.abs(share(contract.length, staff.length) - 0.41)).toBeLessThan(0.04)
  const count = (echelon: string) => staff.filter((person) => person.echelon === echelon).length
  expect(count('II')).toBeLessThan(count('III'))
  if (region.slug !== 'muara-selasih') expect(count('III')).toBeLessThan(count('IV'))
  expect(staff.filter(({ echelon, employment }) => echelon !== 'none' && employment !== 'pns')).toEqual([])
})

each(
  '%s: every district has a health centre, a camat, and a team',
  (_, __, { facts, districts, unitAreas, taskForceTeams }) => {
    const classes = new Map(facts.units.map(({ unit, class: names }) => [unit, names]))
    for (const { code } of districts) {
      const here = unitAreas.filter(({ district }) => district === code).flatMap(({ unit }) => classes.get(unit) ?? [])
      expect(here).toEqual(expect.arrayContaining(['puskesmas', 'kecamatan', 'school']))
      expect(taskForceTeams.filter(({ area }) => area === code)).toHaveLength(1)
    }
  },
)

each('%s: a service stands at a unit that can man it', (_, __, { facts, services, serviceMinima }) => {
  expect(services.length).toBeGreaterThan(20)
  for (const { unit, minimum, position } of serviceMinima) {
    const able = facts.employees.filter(
      (person) => unitChain(person.unit).includes(unit) && (position === null || person.position === position),
    )
    expect(able.length, unit).toBeGreaterThanOrEqual(minimum)
  }
})

each('%s: its documents exist, and every unit and post they name is in the data', (_, region, { facts }) => {
  const own = region.circulars.map((id) => documents.find((doc) => doc.id === id) as Circular)
  expect(own).not.toContain(undefined)
  const [units, positions] = [new Set<string>(), new Set<string>()]
  for (const doc of own) gather(doc, units, positions)
  const known = (name: string) => {
    const [kind, wanted = ''] = name.split(':')
    const names = wanted === 'fktp' ? ['puskesmas', 'klinik'] : [wanted]
    if (kind === 'class') return names.every((one) => facts.units.some((unit) => unit.class.includes(one)))
    if (kind === 'function') return facts.units.some((unit) => unit.functions.includes(wanted))
    return facts.units.some(({ unit }) => unit === name)
  }
  expect([...units].filter((name) => !known(name))).toEqual([])
  const held = new Set([...facts.employees, ...facts.acting].map(({ position }) => position))
  expect([...positions].filter((name) => name !== 'opd_head' && !held.has(name))).toEqual([])
})

/** Every unit and position that a document names, in groups, selectors and readings alike. */
function gather(value: unknown, units: Set<string>, positions: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const names = Array.isArray(inner) ? inner.filter((one): one is string => typeof one === 'string') : []
    if (key === 'unit' || key === 'units') for (const name of names) units.add(name)
    if (key === 'position' || key === 'positions') for (const name of names) positions.add(name)
    if (key === 'items') for (const name of Object.values(inner as object).flat()) units.add(name as string)
    gather(inner, units, positions)
  }
}

const registered = (ids: readonly string[]): Registered[] =>
  documents.filter(({ id }) => ids.includes(id)).map((doc) => ({ doc, recorded: recordedFromText(doc).recorded }))

/** One row a person on a day, under the documents of the region. */
function rowsOn(slug: string, day: string, simulate?: Day): Map<string, Row> {
  const one = of(slug)
  const facts = { ...noFacts, ...one.data.facts }
  const book = rulebook(registered(one.region.circulars), facts, {
    known: `${day}T23:00`,
    simulate,
    withoutOtherReadings: true,
  })
  if (isRuleRefusal(book)) throw new Error(`${slug}: ${book.refused}`)
  const people = staffOn(one).map(({ employee }) => employee)
  const table = decideList(book, people, [day as Day])
  return new Map(people.map((employee, at) => [employee, rowsAt(table, at, 0).at(-1) as Row]))
}

const tally = (rows: Iterable<Row>) => {
  const counts: Record<string, number> = {}
  for (const { place, force } of rows) counts[`${place} ${force}`] = (counts[`${place} ${force}`] ?? 0) + 1
  return counts
}

test('Paser, January: most staff are reached by no clause, supervisors and PTT are home', () => {
  const rows = rowsOn('paser', '2021-01-06')
  const counts = tally(rows.values())
  expect(counts['office default']).toBeGreaterThan(2500)
  expect(counts['home must']).toBeGreaterThan(1000)
  const { data } = of('paser')
  const lurah = data.facts.employees.filter(({ position }) => position === 'lurah')
  expect(new Set(lurah.map(({ employee }) => rows.get(employee)?.place))).toEqual(new Set(['home']))
})

test('Paser, July: offices are home, the serving units are not, and the registry has an acting secretary', () => {
  const counts = tally(rowsOn('paser', '2021-07-12').values())
  expect(counts['home must']).toBeGreaterThan(counts['office must'] as number)
  expect(counts['office must']).toBeGreaterThan(1000)
  const { facts } = of('paser').data
  const acting = facts.acting.find(({ unit }) => unit === 'disdukcapil/sekretariat')
  expect(acting).toMatchObject({ position: 'sekretaris_opd', kind: 'plt' })
  expect(facts.units.find(({ unit }) => unit === 'disdukcapil/sekretariat')?.head).toBe(acting?.employee)
  expect(
    facts.employees.find(({ position, unit }) => position === 'kepala_dinas' && unit === 'disdukcapil')?.name,
  ).toBe('H. Suwardi')
})

test('Bontang: a lurah comes although echelon IV is home', () => {
  const rows = rowsOn('bontang', '2020-03-24')
  const { employees } = of('bontang').data.facts
  const placesOf = (position: string) => {
    const rest = employees.filter((person) => person.position === position && !person.unit.startsWith('rsud'))
    return tally(rest.flatMap(({ employee }) => rows.get(employee) ?? []))
  }
  expect(placesOf('lurah')['office must']).toBeGreaterThan(11)
  expect(placesOf('lurah')['home must']).toBeUndefined()
  expect(placesOf('kepala_seksi')['home must']).toBeGreaterThan(100)
  expect(placesOf('kepala_dinas')['office must']).toBeGreaterThan(14)
})

test('Kotawaringin Timur: everybody takes turns but heads of dinas and camat; one small office has no seat to share', () => {
  const rows = rowsOn('kotawaringin-timur', '2021-07-21')
  const counts = tally(rows.values())
  expect(counts['rotate must']).toBeGreaterThan(5500)
  expect(counts['office must']).toBeGreaterThan(30)
  const people = of('kotawaringin-timur').data.facts.employees.filter(({ unit }) =>
    unit.startsWith('kecamatan-bukit-santuai'),
  )
  const must = people.filter(({ employee }) => rows.get(employee)?.place === 'office')
  expect(must.length).toBeGreaterThanOrEqual(Math.floor(people.length / 4))
})

test('Kutai Kartanegara: the proposal advises those of 55 and over, and asks where the birth date is not known', () => {
  const counts = tally(rowsOn('kutai-kartanegara', '2021-01-27', '2021-01-26' as Day).values())
  expect(counts['home should']).toBeGreaterThan(1200)
  expect(Object.keys(counts).some((key) => key.startsWith('undetermined'))).toBe(true)
})

test('Muara Selasih: turns from Monday to Thursday, home on Fridays, counters always', () => {
  const tuesday = tally(rowsOn('muara-selasih', '2026-11-24').values())
  const friday = tally(rowsOn('muara-selasih', '2026-11-27').values())
  expect(tuesday['rotate must']).toBeGreaterThan(1000)
  expect(friday['home must']).toBeGreaterThan(1000)
  expect(friday['office must']).toBeGreaterThan(1000)
  expect(Math.abs((tuesday['office must'] as number) - (friday['office must'] as number))).toBeLessThan(60)
})

test('Paser counts its patients as its spokesperson did', () => {
  const [count] = of('paser').data.caseCounts
  expect(count).toMatchObject({ confirmed: 1219, recovered: 1136, died: 31, in_care: 52 })
  expect(count && caseDifference(count)).toBe(0)
})
