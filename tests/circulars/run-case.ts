/** Asks the domain what a case asks, and says what differs from what the case expects. */

import type { Day } from '@piket/domain/calendar/day.ts'
import { check } from '@piket/domain/circular/check.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { isPatchRefusal, underReadings } from '@piket/domain/circular/patch.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import type { Registered } from '@piket/domain/circular/register.ts'
import { type Circular, circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { board } from '@piket/domain/decision/board.ts'
import { decide, middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { consequenceSteps } from '@piket/domain/decision/explain-consequences.ts'
import { breachesOf } from '@piket/domain/decision/pattern.ts'
import { boundOf, directionOf, tightest } from '@piket/domain/decision/quota.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import { isRuleRefusal, type Rulebook, rulebook } from '@piket/domain/decision/rulebook.ts'
import { seatsOf } from '@piket/domain/decision/seats.ts'
import { reaches } from '@piket/domain/decision/select-people.ts'
import { resolveValue } from '@piket/domain/decision/value.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import {
  agencyOf,
  type EmployeeRecord,
  type Facts,
  nobody,
  noFacts,
  plainUnit,
  type UnitRecord,
  usualSettings,
} from '@piket/domain/staff/facts.ts'
import { askRoster } from './ask-roster.ts'
import type { Case, CaseEntry, CaseFile, CasePerson, CaseWorld } from './case-file.ts'

/** The documents a case file speaks about, each with the time of recording it states or proves. */
export const registerOf = (file: CaseFile, docs: ReadonlyMap<string, Circular>): Registered[] =>
  file.register.map(({ circular: source, recorded }) => {
    const doc = typeof source === 'string' ? docs.get(source) : circular.parse(source)
    if (!doc) throw new Error(`There is no circular ${source}.`)
    return { doc, recorded: recorded ?? recordedFromText(doc).recorded }
  })

/** What is wrong with one case; an empty list means that it passes. Several people or units: it must hold for each. */
export function faultsOf(one: Case, file: CaseFile, register: readonly Registered[]): string[] {
  const { person, board: units } = one
  if (Array.isArray(person))
    return person.flatMap((name) => named(name, faults({ ...one, person: name }, file, register)))
  if (Array.isArray(units)) return units.flatMap((unit) => named(unit, faults({ ...one, board: unit }, file, register)))
  return faults(one, file, register)
}

const named = (name: string, wrong: string[]) => wrong.map((text) => `${name}: ${text}`)

function faults(one: Case, file: CaseFile, register: readonly Registered[]): string[] {
  const answer = ask(one, file, register)
  const { refused: wanted, ...expected } = one.expect
  if (wanted !== undefined)
    return answer.refused === wanted ? [] : [`expected refusal ${wanted}, got ${answer.refused}`]
  if (answer.refused !== undefined) return [`refused: ${answer.refused}`]
  return Object.entries(expected).flatMap(([key, value]) => compare(key, value, answer))
}

interface Answer {
  readonly [key: string]: unknown
  readonly refused?: string
}

const lists = new Set(['duties', 'bans', 'services'])
const contains = new Set(['readings', 'conflicts', 'problems'])

function compare(key: string, expected: unknown, answer: Answer): string[] {
  if (lists.has(key)) return missingEntries(key, expected as CaseEntry[], answer[key] as Entry[])
  if (key === 'no_duties' || key === 'no_problems' || key === 'no_conflicts') {
    const present =
      key === 'no_duties' ? (answer.duties as Entry[]).map(nameOf) : (answer[key.slice('no_'.length)] as string[])
    return (expected as string[])
      .filter((item) => present.some((one) => one === item || (key === 'no_problems' && one.startsWith(item))))
      .map((item) => `${item} not expected`)
  }
  const got = answer[key]
  if (contains.has(key) && (expected as string[]).length > 0)
    return (expected as string[])
      .filter((item) => !(got as string[]).some((one) => (key === 'problems' ? one.startsWith(item) : one === item)))
      .map((item) => `${key}: ${item} missing in ${JSON.stringify(got)}`)
  const sorted = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
  return sorted(expected) === sorted(got)
    ? []
    : [`${key}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`]
}

interface Entry {
  readonly circular: string
  readonly clause: string
  readonly certain?: boolean
}
const nameOf = ({ circular: doc, clause, certain }: Entry) => `${doc}/${clause}${certain === false ? '?' : ''}`

function missingEntries(key: string, expected: readonly CaseEntry[], got: readonly Entry[]): string[] {
  if (expected.length === 0) return got.length === 0 ? [] : [`${key}: expected none, got ${got.map(nameOf).join(', ')}`]
  return expected.flatMap((item) => {
    const name = typeof item === 'string' ? item : item.clause
    const hit = got.find((one) => nameOf(one) === name) as Record<string, unknown> | undefined
    if (!hit) return [`${key}: ${name} missing in ${got.map(nameOf).join(', ') || 'none'}`]
    if (typeof item === 'string') return []
    return Object.entries(item)
      .filter(([field, value]) => field !== 'clause' && JSON.stringify(hit[field]) !== JSON.stringify(value))
      .map(([field, value]) => `${name} ${field}: expected ${JSON.stringify(value)}, got ${JSON.stringify(hit[field])}`)
  })
}

function ask(one: Case, file: CaseFile, register: readonly Registered[]): Answer {
  const [first] = register as [Registered, ...Registered[]]
  const readings = Object.fromEntries(
    Object.entries(one.readings ?? {}).map(([key, value]) => [
      key.includes('/') ? key : `${first.doc.id}/${key}`,
      value,
    ]),
  )
  if (one.check) return askDocument(first.doc, register, readings)
  if (one.bounds) {
    const { max, min, maxBy, minBy, conflict } = tightest(one.bounds)
    return { bound: max, min, conflicts: conflict ? [`${minBy} above ${maxBy}`] : [] }
  }
  if (one.verify) return askPattern(one, register)
  const known = one.known ?? '9999-12-31'
  const facts = factsOf(file, one)
  const book = rulebook(register, facts, { known, simulate: one.simulate, readings })
  if (isRuleRefusal(book)) return { refused: book.refused }
  const on = one.on ?? dayIn(first.doc) ?? one.simulate
  if (on === undefined) throw new Error(`case ${one.id} names no day`)
  if (one.quota) return askQuota(one, first.doc.id, book, one.quota.on ?? on)
  if (typeof one.board === 'string') return { ...board(book, one.board, on, one.at ?? '12:00') }
  if (one.aloud) return askAloud(one.aloud, first.doc)
  if (one.roster) return { ...askRoster(one.roster, book, on) }
  if (one.seats) return askSeats(one.seats, book, on)
  return askPerson(one, book, on)
}

const dayIn = ({ in_force: { from } }: Circular) => (typeof from === 'string' ? (from.slice(0, 10) as Day) : undefined)

function askDocument(doc: Circular, register: readonly Registered[], readings: Record<string, string>): Answer {
  const read = underReadings(doc, readings)
  if (isPatchRefusal(read)) return { refused: read.refused }
  const { recorded, by } = recordedFromText(doc)
  const among = checkRelations(register.map((one) => (one.doc === doc ? read.doc : one.doc)))
  const problems = [
    ...check(read.doc),
    ...among.flatMap(({ circular: of, problem }) => (of === doc.id ? [problem] : [])),
  ].map(({ code, path }) => `${code} ${path}`)
  return { problems, recorded: `${recorded} ${by}` }
}

function askPattern({ verify }: Case, register: readonly Registered[]): Answer {
  const clause = register.flatMap(({ doc }) => doc.clauses).find(({ id }) => id === verify?.clause)
  if (clause?.kind !== 'pattern' || !verify) throw new Error('verify needs a pattern clause')
  const days = verify.rows.map(({ person, ...rest }) => ({ employee: person, ...rest }))
  const breaches = breachesOf(clause, days, verify.teams ?? {}, (register[0] as Registered).doc.id)
  return {
    violations: breaches.map(
      ({ employee, at, finding }) => `${employee === null ? '' : `${employee} `}${at}: ${finding.en}`,
    ),
  }
}

function askQuota({ quota }: Case, doc: string, book: Rulebook, day: Day): Answer {
  const version = book.versions.filter((one) => one.doc.id === doc).at(-1)
  const clause = version?.doc.clauses.find(({ id }) => id === quota?.clause)
  if (!quota || !version || clause?.kind !== 'quota') throw new Error('quota needs a quota clause')
  const person = { ...nobody, unit: quota.unit ?? '-' }
  const scene = { doc: version.doc, person, day, time: '08:00', world: book.world, unknown: new Set<string>() }
  const none = (code: string) => ({ undetermined: code, bound: null })
  if (reaches(clause.who, scene) === false) return none('no_quota')
  const direction = directionOf(clause)
  const amount = resolveValue(clause.amount[direction] ?? 0, clause, scene, 'amount')
  if ('undetermined' in amount) return none(amount.undetermined.code)
  const count = { ...quota, eligible: quota.eligible ?? quota.assigned, present: quota.present ?? quota.assigned }
  const { exceededByMandatory, ...bound } = boundOf(clause, count, amount.value, direction)
  return {
    undetermined: null,
    per: clause.per,
    side: clause.place,
    exceeded_by_mandatory: exceededByMandatory,
    ...bound,
  }
}

function askAloud(name: string, doc: Circular): Answer {
  const clause = doc.clauses.find(({ id }) => id === name)
  return { sentence: clause && clauseSentence(clause, doc, (unit) => unit).en }
}

function askSeats(agency: string, book: Rulebook, on: Day): Answer {
  const table = decideList(book, book.world.staff.ids, [on])
  const people = table.employees.flatMap((id, row) => {
    const [who, finding] = [employeeOn(book.world, id, on), middayOf(spansAt(table, row, 0))]
    return who && finding && agencyOf(who.unit) === agency ? [{ person: who, finding }] : []
  })
  const { limits, unsettled } = seatsOf(book, on, people)
  return {
    unsettled: unsettled?.kind ?? null,
    between: unsettled?.clauses ?? [],
    ask: unsettled?.ask ?? null,
    bound: limits?.max ?? null,
  }
}

function askPerson(one: Case, book: Rulebook, on: Day): Answer {
  const at = one.at ?? '12:00'
  const row = decide(book, one.person as string, on).find(
    ({ span }) => span.slice(0, 5) <= at && at < span.slice(6),
  ) as Row
  return {
    ...row,
    set_aside: row.set_aside.map(({ clause }) => clause),
    service: row.services.map((service) => service.public).join(','),
    missing: row.missing.map(({ clause, letter }) => `${clause}:${letter}`),
    undetermined: row.undetermined?.code ?? null,
    ask: row.undetermined?.ask ?? null,
    hours: row.hours ?? '',
    breach_from: row.breach_from ?? '',
    explained: consequenceSteps(row, new Map(book.versions.map(({ doc }) => [doc.id, doc])), (unit) => unit).map(
      ({ text }) => text.en,
    ),
    override: row.override?.do ?? null,
    conflicts: row.conflicts.map(({ kind, circular: doc, clause, place }) => `${kind} ${doc}/${clause}=${place}`),
  }
}

const employeeRecord = (employee: string, person: CasePerson): EmployeeRecord => ({
  ...nobody,
  employee,
  name: employee,
  employment: person.employment,
  birth: person.birth_date ?? null,
  unit: person.unit,
  position: person.position,
  echelon: person.echelon,
  job: person.job,
  workplaceIn: person.workplace_in ?? null,
  employer: person.employer ?? null,
  workPattern: person.work_pattern,
})

/** The facts of a case file, with the precedence a case asks for. */
export function factsOf({ people, world }: CaseFile, { precedence }: Pick<Case, 'precedence'> = {}): Facts {
  const period = ({ from, until }: { from?: Day | undefined; until?: Day | undefined }) => ({
    from: from ?? null,
    until: until ?? null,
  })
  const everyone = Object.entries(people)
  const given: Partial<CaseWorld> = world ?? {}
  const since = ({ recorded }: { recorded?: string | undefined }) => ({ recorded: recorded ?? null })
  return {
    ...noFacts,
    settings: {
      ...usualSettings,
      placement: precedence?.placement ?? usualSettings.placement,
      quota: precedence?.quota ?? usualSettings.quota,
    },
    employees: everyone.map(([id, person]) => employeeRecord(id, person)),
    acting: everyone.flatMap(([employee, person]) =>
      person.acting.map((post) => ({
        employee,
        position: post.position,
        echelon: post.echelon ?? null,
        unit: post.unit ?? null,
        kind: 'plt' as const,
        letter: null,
        ...period(post),
      })),
    ),
    attributes: everyone.flatMap(([employee, { attributes }]) =>
      attributes.map((one) => ({
        employee,
        attribute: one.name,
        value: one.value,
        issuer: null,
        recorded: null,
        ...period(one),
      })),
    ),
    leave: everyone.flatMap(([employee, { leave }]) =>
      leave.map((one) => ({ employee, kind: one.kind, recorded: null, ...period(one) })),
    ),
    regions: (given.regions ?? []).map(({ id, within }) => ({ region: id, within: within ?? null })),
    units: (given.units ?? []).map(
      (one): UnitRecord => ({
        ...plainUnit(one.id),
        class: one.class,
        sector: one.sector ?? null,
        functions: one.functions,
        topEchelons: one.top_echelons ?? null,
        workplaceIn: one.workplace_in ?? null,
        employer: one.employer ?? null,
      }),
    ),
    calendar: (given.calendar ?? []).map(({ date, decree, ...one }) => ({
      day: date,
      kind: one.kind,
      name: one.name,
      decree: decree ?? null,
      ...since(one),
    })),
    seasons: given.seasons ?? [],
    statuses: (given.statuses ?? []).map((one) => ({
      ...one,
      ...period(one),
      ...since(one),
      authority: one.authority ?? null,
    })),
    events: (given.events ?? []).map(({ by, until, ...one }) => ({
      ...one,
      ...since(one),
      until: until ?? null,
      authority: by,
    })),
    letters: (given.letters ?? []).map((one) => ({
      letter: one.letter,
      employee: one.person,
      number: null,
      dated: one.dated ?? null,
      signerEchelon: one.signer ?? null,
      by: one.by ?? null,
      reportedTo: one.reported_to ?? null,
      reportedOn: one.reported_on ?? null,
      recorded: null,
      ...period(one),
    })),
    answers: (given.answers ?? []).map((one) => ({ ...one, unit: one.unit ?? null, ...period(one), ...since(one) })),
    drawn: (given.assignments ?? []).map(({ person, date, place, shift }) => ({
      employee: person,
      day: date,
      place,
      ...(shift !== undefined && { shift }),
    })),
    overrides: (given.overrides ?? []).map(({ person, date, at, ...one }) => ({
      ...one,
      employee: person,
      day: date,
      at: at ?? null,
      reason: null,
    })),
  }
}
