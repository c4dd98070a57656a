/** Decisions for a list, against a rules engine that asks person by person, and against copying one row for each. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { decideList, rowsAt } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal, type RuleOptions, rulebook } from '@piket/domain/decision/rulebook.ts'
import { type Facts, noFacts, unitChain } from '@piket/domain/staff/facts.ts'
import { loadAreas } from '@piket/server/demo/areas.ts'
import { demoRegions } from '@piket/server/demo/demo-regions.ts'
import { installation } from '@piket/server/platform/installation.ts'
import { type Asked, openRulesEngine } from './rules-engine.ts'

const people = 8000
const days = daysOf('2020-03-23' as Day, '2020-04-04' as Day)
const day = '2020-03-24' as Day
/** Measured in turns, so that a machine that slows down slows all of them; many in a row, as a server is asked. */
const turns = 7
const inARow = 25
/** A server that has been asked all morning is what is measured; one that was just started is not. */
const warmUps = 80

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] as number

/** The staff of Bontang's demonstration, repeated under new ids until there are as many as asked, by id as it is loaded. */
async function staff(): Promise<Facts> {
  const region = demoRegions(day).find(({ slug }) => slug === 'bontang')
  if (!region) throw new Error('There is no demonstration of Bontang.')
  const { facts } = region.generate(await loadAreas())
  const employees = Array.from({ length: people }, (_, position) => {
    const copy = Math.floor(position / facts.employees.length)
    const one = facts.employees[position % facts.employees.length]
    if (!one) throw new Error('The demonstration has no staff.')
    return copy === 0 ? one : { ...one, employee: `${one.employee}-${copy}` }
  })
  const { units, leave, acting, regions } = facts
  const byId = employees.toSorted((a, b) => (a.employee < b.employee ? -1 : 1))
  return { ...noFacts, units, leave, acting, employees: byId, regions }
}

async function bontang(): Promise<Circular> {
  const file = join(installation(), 'circulars/bontang-2020-se-188-65-504-org.yaml')
  const { doc } = parseCircular(file, await readFile(file, 'utf8'))
  if (!doc) throw new Error('The circular of Bontang does not parse.')
  return doc
}

export interface DecideBench {
  readonly 'decide.vs_json_rules_engine': number
  readonly 'decide.vs_copy_floor': number
  readonly 'decide.list_ms': number
  readonly 'decide.list_with_readings_ms': number
  readonly 'decide.compile_ms': number
  readonly 'decide.engine_us_per_call': number
  readonly 'decide.us_per_row': number
  readonly 'decide.answers': number
  readonly 'decide.people_agreed': number
}

/** Measures after both have agreed on every person. */
export async function decideBench(): Promise<DecideBench> {
  const facts = await staff()
  const doc = await bontang()
  const ids = facts.employees.map(({ employee }) => employee)
  const known = '2020-03-25'
  const once = (options: Partial<RuleOptions> = {}) => {
    const start = performance.now()
    const book = rulebook([{ doc, recorded: recordedFromText(doc).recorded }], facts, {
      known,
      withoutOtherReadings: true,
      ...options,
    })
    if (isRuleRefusal(book)) throw new Error(book.refused)
    const compiled = performance.now()
    const table = decideList(book, book.world.staff.ids, days)
    const end = performance.now()
    return { compile: compiled - start, decide: end - compiled, table }
  }

  const { table } = once()
  const engine = await openRulesEngine()
  const theirs = await engine.answer(facts.employees.map((employee) => askedOf(employee, facts)))
  const column = days.indexOf(day)
  let agreed = 0
  for (const [row, employee] of facts.employees.entries()) {
    const [ours] = rowsAt(table, row, column)
    if (ours?.place === 'leave' || ours?.place === 'travel' || ours?.place === 'education' || ours?.place === 'off')
      continue
    if (ours?.place !== theirs[row]) throw new Error(`${employee.employee}: ${ours?.place} here, ${theirs[row]} there.`)
    agreed++
  }

  for (let round = 0; round < warmUps; round++) once()
  const list: number[] = []
  const compile: number[] = []
  const withReadings: number[] = []
  const copies: number[] = []
  const calls: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    for (let round = 0; round < inARow; round++) {
      const own = once()
      list.push(own.decide)
      compile.push(own.compile)
    }
    calls.push(await engine.callTime())
  }
  // Apart, since what they leave behind is collected while the next is measured.
  for (let round = 0; round < inARow; round++) withReadings.push(once({ withoutOtherReadings: false }).decide)
  for (let round = 0; round < inARow; round++) copies.push(copyFloor(ids))
  engine.close()
  const rows = people * days.length
  const perRow = (median(list) * 1000) / rows
  return {
    'decide.vs_json_rules_engine': median(calls) / perRow,
    'decide.vs_copy_floor': median(list) / median(copies),
    'decide.list_ms': median(list),
    'decide.list_with_readings_ms': median(withReadings),
    'decide.compile_ms': median(compile),
    'decide.engine_us_per_call': median(calls),
    'decide.us_per_row': perRow,
    'decide.answers': table.answers.length,
    'decide.people_agreed': agreed,
  }
}

/** One object for each person and day, made from one and the same: nothing that hands out rows can be faster. */
function copyFloor(ids: readonly string[]): number {
  const template = { employee: '', date: '', span: '00:00-24:00', place: 'home', force: 'must', clause: ['c1'] }
  const start = performance.now()
  const rows: (typeof template)[] = new Array(ids.length * days.length)
  let at = 0
  for (const employee of ids) for (const date of days) rows[at++] = { ...template, employee, date }
  if (rows.length !== at) throw new Error('rows were lost')
  return performance.now() - start
}

const ranks = ['I', 'II', 'III', 'IV', 'none']

/** A person as the rules of that engine ask about one. */
function askedOf(person: Facts['employees'][number], { units, acting }: Facts): Asked {
  const chain = unitChain(person.unit)
  const held = acting.filter(
    ({ employee, from, until }) => employee === person.employee && (from ?? day) <= day && day <= (until ?? day),
  )
  const posts = [person, ...held]
  const echelon = ranks.find((rank) => posts.some((post) => post.echelon === rank)) ?? 'none'
  const classes = chain.flatMap((unit) => unitClasses(units).get(unit) ?? [])
  return { units: chain, classes, echelon, posts: posts.map(({ position }) => position), employment: person.employment }
}

let classesOf: Map<string, readonly string[]> | undefined
const unitClasses = (units: Facts['units']) => {
  classesOf ??= new Map(units.map((unit) => [unit.unit, unit.class]))
  return classesOf
}
